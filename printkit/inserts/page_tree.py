"""Give each page of somebody else's PDF the attributes that it inherits from the page tree.

In: a PDF whose page tree may be hostile. Out: the same PDF, whose pages no longer need the tree; or
an InsertError for a tree with a loop, too many pages, or a page in a size that no paper has.
"""

import math
from collections.abc import Iterator

from pikepdf import Array, Dictionary, Integer, Object, Pdf, PdfError, Real

from printkit.edition.limits import Limits
from printkit.errors import InsertError

_DEEPEST = 50
# The limits of PDF 1.7, in user space units: 1/72 inch, unless the page has its own UserUnit.
_SHORTEST, _LONGEST = 3, 14_400
_LARGEST_UNIT = 100
_INHERITED = ("/Resources", "/MediaBox", "/CropBox", "/Rotate")
_TOLD = 5


def push_inherited_attributes(pdf: Pdf, limits: Limits) -> None:
    """Give every page the attributes that it inherits, so that the page can leave its page tree.

    Raises:
        InsertError: there are no pages, or too many; the page tree has a loop or is too deep;
            or a page has a size that no paper has.
        pikepdf.PdfError: a page, or the content of a page, cannot be read.
    """
    problems = []
    number = 0
    for number, page in enumerate(_pages(pdf.Root.get("/Pages")), 1):
        if number > limits.joined_pages:
            raise InsertError(
                f"the file has more than {limits.told('joined_pages')}",
                remedy="Split the file, and join its pieces.",
            )
        # pikepdf gives None for a reference to an object that the file does not have.
        if any(key == "/Contents" and value is None for key, value in page.items()):
            raise PdfError(f"the content of page {number} is missing")
        if wrong := _wrong_with(page):
            problems.append(f"page {number} {wrong}")
    if not number:
        raise InsertError("the file has no pages", remedy="Give a file with at least one page.")
    if problems:
        left = len(problems) - _TOLD
        more = [f"and {left} more"] if left > 0 else []
        raise InsertError(*problems[:_TOLD], *more, remedy="Export the file anew.")


def _pages(root: Object | None) -> Iterator[Dictionary]:
    """Yield every page in its order, with the attributes that it inherits."""
    waiting: list[tuple[object, dict[str, Object], int]] = [(root, {}, 0)]
    branches = set()
    while waiting:
        node, inherited, depth = waiting.pop()
        if not isinstance(node, Dictionary):
            raise PdfError("a page of the file cannot be read")
        kids = node.get("/Kids")
        if not isinstance(kids, Array):
            _add_missing(node, inherited)
            yield node
            continue
        if node.objgen in branches or depth > _DEEPEST:
            raise InsertError(
                "the file's page tree has no end: it has a loop, or is too deep",
                remedy="Export the file anew.",
            )
        if node.is_indirect:
            branches.add(node.objgen)
        own = {key: node[key] for key in _INHERITED if key in node}
        waiting += [(kid, inherited | own, depth + 1) for kid in reversed(list(kids))]


def _add_missing(page: Dictionary, inherited: dict[str, Object]) -> None:
    for key in sorted(inherited.keys() - page.keys()):
        page[key] = inherited[key]
    if "/Resources" not in page:
        page["/Resources"] = Dictionary()


def _wrong_with(page: Dictionary) -> str:
    """Return why a page cannot be printed, to follow `page 3`; empty if the page can be printed."""
    if not _is_size(page.get("/MediaBox"), _number(page.get("/UserUnit", 1))):
        return "has no size that can be printed (MediaBox)"
    if _number(page.get("/Rotate", 0)) % 90 != 0:
        return "is not turned by a multiple of 90 degrees (Rotate)"
    return ""


def _is_size(box: object, unit: float) -> bool:
    if not isinstance(box, Array) or len(box) != 4 or not 0 < unit <= _LARGEST_UNIT:
        return False
    left, bottom, right, top = (_number(side) for side in box)
    sides = (abs(right - left), abs(top - bottom))
    return all(_SHORTEST <= side <= _LONGEST for side in sides)


def _number(value: object) -> float:
    """Return the number; NaN, which no comparison accepts, if the value is no number."""
    return float(value) if isinstance(value, int | Integer | Real) else math.nan
