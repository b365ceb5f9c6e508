"""The pages of a file, found without trusting its page tree, and whether paper has their sizes."""

import math
from collections.abc import Iterator

from pikepdf import Array, Dictionary, Integer, Object, Pdf, PdfError, Real

from printkit.errors import InsertError

MOST_PAGES = 2_000
_DEEPEST = 50
# What PDF 1.7 allows, in units of a 72nd of an inch unless the page has its own.
_SHORTEST, _LONGEST = 3, 14_400
_LARGEST_UNIT = 100
_INHERITED = ("/Resources", "/MediaBox", "/CropBox", "/Rotate")
_TOLD = 5


def settle(pdf: Pdf) -> None:
    """Let every page bear what it inherits, so that it can be taken out of its tree.

    Raises:
        InsertError: there are no pages or too many, they cannot be told apart from their
            tree, or one has a size that no paper has.
        pikepdf.PdfError: a page is not to be found, or has lost what stood on it.
    """
    problems = []
    number = 0
    for number, page in enumerate(_leaves(pdf.Root.get("/Pages")), 1):
        if number > MOST_PAGES:
            raise InsertError(
                f"it has more than {MOST_PAGES:,} pages", remedy="Join it in several pieces."
            )
        if any(key == "/Contents" and value is None for key, value in page.items()):
            raise PdfError(f"what stood on page {number} is missing")
        if wrong := _wrong_with(page):
            problems.append(f"page {number} {wrong}")
    if not number:
        raise InsertError("it has no pages", remedy="Give a file with at least one page.")
    if problems:
        left = len(problems) - _TOLD
        more = [f"and {left} more"] if left > 0 else []
        raise InsertError(*problems[:_TOLD], *more, remedy="Export the file anew.")


def _leaves(root: Object | None) -> Iterator[Dictionary]:
    """Every page in its order, with the attributes of the branches above it."""
    ahead: list[tuple[object, dict[str, Object], int]] = [(root, {}, 0)]
    branches = set()
    while ahead:
        node, inherited, depth = ahead.pop()
        if not isinstance(node, Dictionary):
            raise PdfError("a page in it cannot be read")
        kids = node.get("/Kids")
        if not isinstance(kids, Array):
            for key in sorted(inherited.keys() - node.keys()):
                node[key] = inherited[key]
            if "/Resources" not in node:
                node["/Resources"] = Dictionary()
            yield node
            continue
        if node.objgen in branches or depth > _DEEPEST:
            raise InsertError(
                "its page tree has no end: it runs in a circle, or is too deep",
                remedy="Export the file anew.",
            )
        if node.is_indirect:
            branches.add(node.objgen)
        own = {key: node[key] for key in _INHERITED if key in node}
        ahead += [(kid, inherited | own, depth + 1) for kid in reversed(list(kids))]


def _wrong_with(page: Dictionary) -> str:
    """What keeps the page from paper, put behind its number; empty if nothing does."""
    if not _is_size(page.get("/MediaBox"), _number(page.get("/UserUnit", 1))):
        return "has no size that can be printed (MediaBox)"
    if _number(page.get("/Rotate", 0)) % 90 != 0:
        return "is turned by no multiple of 90 degrees (Rotate)"
    return ""


def _is_size(box: object, unit: float) -> bool:
    if not isinstance(box, Array) or len(box) != 4 or not 0 < unit <= _LARGEST_UNIT:
        return False
    left, bottom, right, top = (_number(side) for side in box)
    sides = (abs(right - left), abs(top - bottom))
    return all(_SHORTEST <= side <= _LONGEST for side in sides)


def _number(value: object) -> float:
    """The value, or what compares to no number."""
    return float(value) if isinstance(value, int | Integer | Real) else math.nan
