"""The one private hook: WeasyPrint's tag builder remembers which box it tagged.

`weasyprint.pdf.tags._build_box_tree` is wrapped to leave a note on each structure element
(its box) and on each page (what every marked-content sequence shows). What it builds is
not changed. It is wrapped only where it looks as it did when this was written.
"""

import inspect
from collections.abc import Iterator
from functools import wraps
from threading import Lock
from typing import Any

MAJOR_VERSION = "70"
SIGNATURE = ("box", "parent", "pdf", "page_number", "nums", "annotations", "tags")

_wrapping = Lock()


def watch() -> bool:
    """Have the boxes behind structure elements remembered from now on, in every thread.

    Returns:
        Whether they will be: False where this WeasyPrint is not the one known here. May
        be called any number of times.
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
    def watched(box: Any, *rest: Any) -> Iterator[Any]:
        box = real(box)
        if isinstance(box, PageBox):
            shown_by_box = rest[-1]  # emptied while the tree is built
            box.printkit_shown = {entry["mcid"]: shown for shown, entry in shown_by_box.items()}
        for element in build(box, *rest):
            if not hasattr(element, "printkit_box"):
                element.printkit_box = box
            yield element

    watched.printkit_original = build  # type: ignore[attr-defined]
    return watched


def real(box: Any) -> Any:
    """The box itself, where layout put a placeholder for an absolutely positioned one."""
    return getattr(box, "_box", box)


def is_inline_level(box: Any) -> bool:
    """Whether the box stands in a line."""
    from weasyprint.formatting_structure.boxes import InlineLevelBox

    return isinstance(box, InlineLevelBox)


def remembered(document: Any) -> bool:
    """Whether the document was tagged while it was watched."""
    return all(hasattr(page._page_box, "printkit_shown") for page in document.pages)


def box_of(element: Any) -> Any:
    """The box a structure element stands for; None for a line of text and for a form field."""
    return getattr(element, "printkit_box", None)


def shown_on(page: Any) -> dict[int, Any]:
    """What a page's marked-content sequences show: MCID → text or replaced box."""
    shown: dict[int, Any] = page._page_box.printkit_shown
    return shown
