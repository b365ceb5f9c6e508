"""Artifacts: name the kind of each piece of printed content that screen readers pass over.

Takes a `weasyprint.Document`, gives the property dictionary of each artifact (ISO 32000-1,
14.8.2.2).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pydyf

from printkit.press.tagging.tree import MarkedContent

if TYPE_CHECKING:
    from weasyprint.document import Document

SUBTYPES = {"@top": "/Header", "@bottom": "/Footer"}


class Artifacts:
    """The kinds of a document's artifacts: content of the margins, repeated content, decoration."""

    def __init__(self, document: Document) -> None:
        """Find the boxes that stand in the margins of each page."""
        from weasyprint.formatting_structure.boxes import MarginBox

        # Boxes are compared by identity; the document keeps them alive.
        self._margins = {
            id(box): margin.at_keyword
            for page in document.pages
            for margin in page._page_box.all_children()
            if isinstance(margin, MarginBox)
            for box in margin.descendants()
        }

    def properties(self, mark: MarkedContent) -> pydyf.Dictionary:
        """Return the property dictionary of a mark that becomes an artifact."""
        margin = self._margins.get(id(mark.box))
        if margin is None and not mark.repeated:
            return pydyf.Dictionary({"Type": "/Layout"})
        properties = pydyf.Dictionary({"Type": "/Pagination"})
        if subtype := SUBTYPES.get((margin or "").split("-")[0]):
            properties["Subtype"] = subtype
        return properties
