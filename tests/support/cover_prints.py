"""Covers printed until they fit, and faults of a printed cover.

make_sections(9)                        nine articles in three sections
print_fitted_cover(copy, edition)       the cover that fits, its pages, and the number of prints
find_overlaps(pdf)                      words that stand on other words, or off the sheet
find_spare_height(pages)                the height that is empty under the words
list_cover_tokens()                     the sizes that a theme may set for a cover
scale_token(name, 2)                    rules that make a token twice as large
"""

import re
from pathlib import Path
from typing import NamedTuple

import pypdfium2

from printkit.edition import Edition
from printkit.makeup.cover import fit_cover
from printkit.markup.digest import CoverCopy, cover_page
from printkit.markup.digest.cover import END, FOOT, CoverFit
from printkit.markup.entries import ArticleEntry, PlacedSection
from printkit.pages import PageMarkup, Pages
from printkit.preflight import check
from printkit.preflight.readback import ReadPdf
from printkit.remarks import Remark
from printkit.themes import STYLES
from tests.support.sample_issue import BREAD, print_page

_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_DECLARATION = re.compile(r"(--[\w-]+):\s*([^;]+)")
_USE = re.compile(r"var\((--[\w-]+)")
_NO_RULE = re.compile(r"/\*.*?\*/|@import[^;]*;", re.DOTALL)


class FittedCover(NamedTuple):
    """A cover that was printed until it fitted.

    Attributes:
        page: the last markup of the cover.
        pages: the print of this markup.
        tries: the number of prints.
    """

    page: PageMarkup
    pages: Pages
    tries: int

    @property
    def remarks(self) -> tuple[Remark, ...]:
        """Return all remarks that a digest would make on the cover."""
        found = check.check_texts(ReadPdf(self.pages.pdf), self.page.printed)
        return (*self.page.remarks, *self.pages.remarks, *found)


def make_sections(count: int, title: str = "Headline", **fields: str) -> list[PlacedSection]:
    """Return a number of articles, spread over three sections."""
    told = [{"headline": f"{title} {n}", **fields} for n in range(count)]
    entries = [
        ArticleEntry(f"a{n}", article=BREAD.model_copy(update=one), page=str(n))
        for n, one in enumerate(told)
    ]
    return [PlacedSection(f"S{rest}", tuple(entries[rest::3])) for rest in range(3)]


def print_fitted_cover(copy: CoverCopy, edition: Edition) -> FittedCover:
    """Print a cover until it fits."""
    tries = 0

    def print_cover(page: PageMarkup) -> Pages:
        nonlocal tries
        tries += 1
        return print_page(page, edition)

    def fill(copy: CoverCopy, fit: CoverFit, spare: float) -> PageMarkup:
        return cover_page(copy, edition, fit, spare=spare)

    page = fit_cover(copy, fill, print_cover)
    return FittedCover(page, print_page(page, edition), tries)


def find_overlaps(pdf: bytes) -> list[tuple[str, str]]:
    """Return the texts of lines that overlap other lines, or lie off the sheet."""
    (sheet,) = pypdfium2.PdfDocument(pdf)
    text = sheet.get_textpage()
    boxes = [text.get_rect(n) for n in range(text.count_rects())]
    told = [text.get_text_bounded(*box) for box in boxes]
    found = [(said, "") for (_, bottom, _, _), said in zip(boxes, told, strict=True) if bottom < 0]
    for n, (left, bottom, right, top) in enumerate(boxes):
        for m, (west, south, east, north) in enumerate(boxes[:n]):
            high, wide = min(top, north) - max(bottom, south), min(right, east) - max(left, west)
            if wide > 1 and high > 0.25 * min(top - bottom, north - south):
                found.append((told[n], told[m]))
    return found


def find_spare_height(pages: Pages) -> float:
    """Return the height, in points, between the words of a cover and its caption or its foot."""
    return pages.anchors[END].y - pages.anchors[FOOT].y


def list_cover_tokens() -> list[str]:
    """Return the names of tokens with a size that the rules of the cover use."""
    rules = [rule for rule in _rules() if "cover" in rule[0]]
    used = {name for _, body in rules for name in _USE.findall(body)}
    while more := {name for one in used for _, value in _set(one) for name in _USE.findall(value)}:
        if more <= used:
            break
        used |= more
    # A token that gives a number of lines, as for the caption, is no size.
    public = (one for one in used if not one.startswith("--_") and not one.endswith("-lines"))
    return sorted(one for one in public if any(_is_size(value) for _, value in _set(one)))


def scale_token(name: str, factor: float) -> str:
    """Return rules that multiply the value of a token, for each kind of sheet."""
    return "".join(
        f"{selector} {{ {name}: calc({value} * {factor}) }}\n"
        for selector, value in _set(name)
        if _is_size(value)
    )


def write_theme(folder: Path, rules: str) -> str:
    """Write a theme of the user's own: the broadsheet and these rules. Return its path."""
    path = folder / "own.css"
    base = (STYLES / "themes" / "broadsheet.css").as_uri()
    path.write_text(f"/* A theme of ours. */\n@import url({base});\n{rules}", encoding="utf-8")
    return str(path)


def _rules() -> list[tuple[str, str]]:
    sheets = sorted((STYLES / "base").glob("*.css"))
    text = "".join(_NO_RULE.sub("", sheet.read_text(encoding="utf-8")) for sheet in sheets)
    return [(selector.strip(), body) for selector, body in _RULE.findall(text)]


def _set(name: str) -> list[tuple[str, str]]:
    """Return the selectors under which a custom property is set, each with the value."""
    return [
        (selector, value.strip())
        for selector, body in _rules()
        for one, value in _DECLARATION.findall(body)
        if one == name
    ]


def _is_size(value: str) -> bool:
    return bool(re.match(r"\d|(?:calc|min|max)\(", value))
