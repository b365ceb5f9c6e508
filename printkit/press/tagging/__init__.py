"""Tagging: repairs the structure tree of what the press printed.

WeasyPrint tags boxes, and a reader wants elements: a paragraph that crosses a page is two
boxes, a running head is a box on every page, an anonymous box has no meaning at all. The
tree is read, mended and written back whole, so that every `/P`, the ParentTree and the
IDTree are right by construction.

    watch()                                              # before printing
    document.write_pdf(finisher=repair, pdf_tags=True)   # while printing
"""

from typing import Any

from printkit.press.tagging import (
    figures,
    fold,
    hyphens,
    language,
    links,
    lists,
    notes,
    paragraphs,
    roles,
    tables,
)
from printkit.press.tagging.memory import remembered, watch
from printkit.press.tagging.reading import read
from printkit.press.tagging.writing import write
from printkit.remarks import Remark

__all__ = ["repair", "watch"]


def repair(document: Any, pdf: Any) -> tuple[Remark, ...]:
    """Mend the structure tree in place; to be called from WeasyPrint's `finisher`.

    Args:
        document: the `weasyprint.Document` being written.
        pdf: its `pydyf.PDF`. One without a structure tree is left alone.

    Returns:
        PK504 where the tree was left as the press made it, PK604 for each picture that
        is described nowhere and was therefore taken for decoration.
    """
    if "StructTreeRoot" not in pdf.catalog:
        return ()
    if not remembered(document):
        reason = "the boxes behind it are not known: watch() was not called, or found no hook"
        return (Remark("PK504", f"the structure tree was left as the press made it: {reason}"),)
    tree, marks = read(document, pdf)
    lists.renest(tree)
    fold.dissolve(tree)
    fold.fold(tree)
    remarks = figures.describe(tree, document)
    notes.place(tree)
    links.gather(tree, pdf)
    roles.assign(tree)
    fold.prune(tree)
    lists.arrange(tree)
    tables.arrange(tree)
    paragraphs.wrap(tree)
    language.declare(tree, document)
    hyphens.soften(marks)
    write(tree, marks, document, pdf)
    return remarks
