"""Repair the structure tree of a printed PDF.

Takes a `weasyprint.Document` and its `pydyf.PDF`; changes the PDF in place. Owns pydyf.

WeasyPrint tags boxes, but PDF/UA wants elements: a paragraph that crosses a page is two
boxes, a running head is a box on every page, and an anonymous box has no meaning. The tree
is read, repaired and written back whole. So each element's parent (`/P`), the ParentTree
(ISO 32000-1, 14.7.4.4) and the IDTree are written anew, from one tree.

    watch_boxes()                                              # before printing
    document.write_pdf(finisher=repair, pdf_tags=True)   # while printing
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pydyf

from printkit.press.tagging import (
    figures,
    fold,
    formulas,
    language,
    links,
    lists,
    notes,
    paragraphs,
    roles,
    tables,
)
from printkit.press.tagging.memory import remembered, watch_boxes
from printkit.press.tagging.reading import read_elements
from printkit.press.tagging.writing import write_tree
from printkit.remarks import Remark

if TYPE_CHECKING:
    from weasyprint.document import Document

__all__ = ["repair_tags", "watch_boxes"]


def repair_tags(document: Document, pdf: pydyf.PDF) -> tuple[Remark, ...]:
    """Repair the structure tree in place, as WeasyPrint's `finisher`.

    Args:
        document: the `weasyprint.Document` that is being written.
        pdf: the document's `pydyf.PDF`. A PDF without a structure tree is left as it is.

    Returns:
        PK504 where the tree is left as WeasyPrint made it, PK604 for each picture that has no
        description and is therefore taken for decoration.
    """
    if "StructTreeRoot" not in pdf.catalog:
        return ()
    if not remembered(document):
        told = (
            "the structure tree is left as WeasyPrint made it: watch_boxes() was not called, or"
            " because printkit cannot repair the tags of this version of WeasyPrint"
        )
        return (Remark("PK504", told),)
    tree, marks = read_elements(document, pdf)
    # The order matters: the parts of an element are siblings only after anonymous boxes are
    # dissolved, lists and tables go by roles, and paragraphs are made within the bodies of list
    # items and in table cells, which come before.
    lists.renest(tree)
    fold.dissolve(tree)
    fold.join_broken_parts(tree)
    tables.drop_repeated(tree)
    formulas.describe_formulas(tree)
    remarks = figures.describe(tree, document)
    notes.place(tree)
    links.gather_annotations(tree, pdf)
    roles.assign(tree)
    fold.prune(tree)
    lists.arrange_lists(tree)
    tables.arrange_tables(tree)
    paragraphs.wrap(tree)
    language.declare(tree, document)
    write_tree(tree, marks, document, pdf)
    return remarks
