"""Artifacts: what is printed but not read out, and why it is there."""

from typing import Any

import pydyf

from printkit.press.tagging.tree import MarkedContent

SUBTYPES = {"@top": "/Header", "@bottom": "/Footer"}


class Artifacts:
    """What stands in the margins of each page."""

    def __init__(self, document: Any) -> None:
        from weasyprint.formatting_structure.boxes import MarginBox

        # Boxes are compared by identity; the document keeps them alive.
        self._margins = {
            id(box): margin.at_keyword
            for page in document.pages
            for margin in page._page_box.all_children()
            if isinstance(margin, MarginBox)
            for box in margin.descendants()
        }

    def properties(self, mark: MarkedContent) -> Any:
        """The property dictionary of an artifact that was a mark."""
        margin = self._margins.get(id(mark.box))
        if margin is None and not mark.repeated:
            return pydyf.Dictionary({"Type": "/Layout"})
        properties = pydyf.Dictionary({"Type": "/Pagination"})
        if subtype := SUBTYPES.get((margin or "").split("-")[0]):
            properties["Subtype"] = subtype
        return properties
