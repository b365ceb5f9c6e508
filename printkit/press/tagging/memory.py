"""Remember the box behind each structure element, by a wrapper around a WeasyPrint function.

`weasyprint.pdf.tags._build_box_tree`, a private function, is wrapped. The wrapper notes the
box of each structure element, and the box that each marked-content sequence of a page shows;
the tree stays the same. The function is wrapped only in the version of WeasyPrint below, and
only if it has the parameters below.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from functools import wraps
from threading import Lock
from typing import TYPE_CHECKING, Any

import pydyf

if TYPE_CHECKING:
    from weasyprint.document import Document, Page
    from weasyprint.formatting_structure.boxes import Box


MAJOR_VERSION = "70"
SIGNATURE = ("box", "parent", "pdf", "page_number", "nums", "annotations", "tags")

_wrapping = Lock()


def watch_boxes() -> bool:
    """Remember the boxes behind structure elements from now on, in every thread.

    A second call changes nothing.

    Returns:
        False if this version of WeasyPrint is not known; then no box is remembered.
    """
    import weasyprint
    from weasyprint.pdf import tags

    with _wrapping:
        build = getattr(tags, "_build_box_tree", None)
        if hasattr(build, "printkit_original"):
            return True
        if weasyprint.VERSION.split(".")[0] != MAJOR_VERSION or not _familiar(build):
            return False
        tags._build_box_tree = _remembering(build)
    return True


def _familiar(build: Any) -> bool:
    return inspect.isgeneratorfunction(build) and (
        tuple(inspect.signature(build).parameters) == SIGNATURE
    )


def _remembering(build: Any) -> Any:
    from weasyprint.formatting_structure.boxes import PageBox

    @wraps(build)
    def watched(box: Box, *rest: Any) -> Iterator[Any]:
        box = real(box)
        if isinstance(box, PageBox):
            shown_by_box = rest[-1]  # WeasyPrint empties this mapping while it builds the tree
            box.printkit_shown = {entry["mcid"]: shown for shown, entry in shown_by_box.items()}
        for element in build(box, *rest):
            # WeasyPrint's function (pdf/tags.py) calls itself, and yields again the elements of a
            # call for a box within the page, html or body box: these have their box already.
            if not hasattr(element, "printkit_box"):
                element.printkit_box = box
            yield element

    watched.printkit_original = build  # type: ignore[attr-defined]
    return watched


def real(box: Box) -> Box:
    """Return the box itself, also for the placeholder of an absolutely positioned box."""
    return getattr(box, "_box", box)


def is_inline_level(box: Box) -> bool:
    """Return whether WeasyPrint puts the box into a line of text, as the box of a `<b>`."""
    from weasyprint.formatting_structure.boxes import InlineLevelBox

    return isinstance(box, InlineLevelBox)


def remembered(document: Document) -> bool:
    """Return whether `watch_boxes` was active while the document was tagged."""
    return all(hasattr(page._page_box, "printkit_shown") for page in document.pages)


def box_of(element: pydyf.Dictionary) -> Box | None:
    """Return the box of a structure element; None for a line of text and for a form field."""
    return getattr(element, "printkit_box", None)


def shown_on(page: Page) -> dict[int, Box]:
    """Return the box that each marked-content sequence of a page shows, by MCID."""
    shown: dict[int, Box] = page._page_box.printkit_shown
    return shown
