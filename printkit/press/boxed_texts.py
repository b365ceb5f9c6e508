"""Boxed texts: short texts and the sizes of their boxes go in, a PDF with a page a text comes out.

The values of form fields are printed so. The faces are printkit's own; for other scripts, the faces
are those of the system. Each face is embedded.
"""

import html
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any, Literal, NamedTuple

from printkit.press import spelling
from printkit.press.emoji import prefer_ink
from printkit.press.fetcher import GatheredFetcher
from printkit.press.fonts import read_font
from printkit.press.loading import weasyprint
from printkit.press.messages import missing_characters, overheard, translated_faults
from printkit.press.script_faces import scripts_of
from printkit.text.isolation import first_direction
from printkit.themes import STYLES

_FACES = {
    "sans": "font:inter/Inter[opsz,wght].ttf?opsz=14&wght=400",
    "serif": "font:source-serif-4/SourceSerif4[opsz,wght].ttf?opsz=10&wght=400",
    "mono": "font:source-code-pro/SourceCodePro[wght].ttf?wght=400",
}
_STACK = "'printkit {}', 'Frank Ruhl Libre', 'Amiri'"
_SMALLEST = 5.0  # points; a smaller value cannot be read on paper
_STEP = 0.8
_LARGEST_OF_LINES, _LARGEST = 12.0, 72.0  # for a text that has no size of its own


@dataclass(frozen=True)
class BoxedText:
    """A text and its box.

    Attributes:
        lines: the lines of the text, each with whether the line is marked as chosen.
        width, height: the size of the box in points.
        size: the size of the letters in points; 0 for a size that fills the box.
        face: the kind of letters.
        side: the side of the box where lines begin.
        several_lines: whether a line that is too long goes on in a further line.
        cells: into how many cells of one width the box is parted, with a letter in each.
        colour: the colour of the letters, as CSS writes colours.
    """

    lines: tuple[tuple[str, bool], ...]
    width: float
    height: float
    size: float = 0.0
    face: Literal["sans", "serif", "mono"] = "sans"
    side: Literal["left", "center", "right"] = "left"
    several_lines: bool = False
    cells: int = 0
    colour: str = "#000"

    @property
    def words(self) -> str:
        """The words of all lines."""
        return " ".join(line for line, _ in self.lines)


class BoxedPages(NamedTuple):
    """The printed texts.

    Attributes:
        pdf: a PDF.
        numbers: for each text, the number of its page, from 0.
        missing: the characters that no face has.
    """

    pdf: bytes
    numbers: list[int]
    missing: str


def print_boxed(texts: Sequence[BoxedText]) -> BoxedPages:
    """Print each text on a page of the size of its box.

    Letters become smaller until the text fits, but not smaller than 5 points. Words that do not fit
    then are not on the page of their text.
    """
    spelling.watch_lines()
    sized = [replace(one, size=one.size or _filling_size(one)) for one in texts]
    scripts = scripts_of(" ".join(one.words for one in texts))
    with overheard() as messages, translated_faults("a form"):
        document, first = _lay_out(sized, scripts)
        while smaller := _shrunk(sized, first, len(document.pages)):
            sized = smaller
            messages.clear()
            document, first = _lay_out(sized, scripts)
        pdf = document.write_pdf(pdf_identifier=b"printkit")
        return BoxedPages(pdf, first, missing_characters(messages))


def _filling_size(text: BoxedText) -> float:
    largest = _LARGEST_OF_LINES if text.several_lines or len(text.lines) > 1 else _LARGEST
    return max(_SMALLEST, min(0.7 * text.height, largest))


def _shrunk(texts: Sequence[BoxedText], first: Sequence[int], count: int) -> list[BoxedText]:
    """Return the texts, each that takes more than one page in smaller letters; [] if all fit."""
    ends = [*first[1:], count]
    too_long = [end - begin > 1 for begin, end in zip(first, ends, strict=True)]
    if not any(long and text.size > _SMALLEST for long, text in zip(too_long, texts, strict=True)):
        return []
    return [
        replace(text, size=min(text.size, max(_SMALLEST, text.size * _STEP))) if long else text
        for long, text in zip(too_long, texts, strict=True)
    ]


def _lay_out(texts: Sequence[BoxedText], scripts: tuple[str, ...]) -> tuple[Any, list[int]]:
    """Return the laid out document, and for each text the number of its first page."""
    fonts, styles = _faces(scripts)
    sizes = {f"{one.width:.2f}pt {one.height:.2f}pt": one for one in texts}
    pages = {size: f"s{place}" for place, size in enumerate(sizes)}
    rules = "".join(f"@page {name} {{ size: {size} }}" for size, name in pages.items())
    bodies = (
        _element(place, one, pages[f"{one.width:.2f}pt {one.height:.2f}pt"])
        for place, one in enumerate(texts)
    )
    page = f"<style>{rules}</style><body>{''.join(bodies)}</body>"
    fetcher = GatheredFetcher(lambda _url: None)
    document = weasyprint.HTML(string=page, url_fetcher=fetcher).render(fonts, stylesheets=styles)
    starts: dict[str, int] = {}
    for number, each in enumerate(document.pages):
        for name in each.anchors:
            starts.setdefault(name, number)
    return document, [starts[f"b{place}"] for place in range(len(texts))]


def _element(place: int, text: BoxedText, page: str) -> str:
    is_line = not text.several_lines and len(text.lines) == 1
    style = (
        f"page: {page}; color: {text.colour}; font: {text.size:.2f}pt {_STACK.format(text.face)};"
        f"text-align: {text.side}; line-height: {f'{text.height:.2f}pt' if is_line else '1.16'}"
    )
    written = [_written_line(line, chosen, text) for line, chosen in text.lines]
    return f'<section id="b{place}" style="{style}">{"".join(written)}</section>'


def _written_line(line: str, chosen: bool, text: BoxedText) -> str:
    direction = first_direction(line) or "ltr"
    if not text.cells:
        kind = ' class="chosen"' if chosen else ""
        return f'<p dir="{direction}"{kind}>{html.escape(line) or "&nbsp;"}</p>'
    width = f"width: {text.width / text.cells:.3f}pt"
    cells = (f'<span style="{width}">{html.escape(one)}</span>' for one in line[: text.cells])
    return f'<p dir="{direction}" class="cells">{"".join(cells)}</p>'


@lru_cache(maxsize=4)
def _faces(scripts: tuple[str, ...]) -> tuple[Any, list[Any]]:
    """Return a font configuration with the faces of some scripts, and the styles that name them."""
    fonts = weasyprint.text.fonts.FontConfiguration()
    if "emoji" in scripts:
        prefer_ink(fonts)
    named = "".join(
        f"@font-face {{ font-family: 'printkit {name}'; src: url('{address}') }}"
        for name, address in _FACES.items()
    )
    rules = (
        "@page { margin: 0 } html, body { margin: 0 }"
        " p { margin: 0; padding: 0 2pt; white-space: pre-wrap; overflow-wrap: anywhere }"
        " section { orphans: 1; widows: 1; break-before: page }"
        " .chosen { background: #bdd3ea } .cells { padding: 0; white-space: nowrap }"
        " .cells span { display: inline-block; text-align: center }"
    )
    sheets = [(STYLES / f"scripts/{name}.css").read_text(encoding="utf-8") for name in scripts]
    fetcher = GatheredFetcher(lambda url: read_font(url) if url.startswith("font:") else None)
    css = weasyprint.CSS(
        string=named + "".join(sheets) + rules, url_fetcher=fetcher, font_config=fonts
    )
    return fonts, [css]
