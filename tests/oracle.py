"""The single document: a digest as plain WeasyPrint prints it in one go; ours is held against it.

lay_out(readings, folder)   all articles as one HTML page, with what it shows beside it as files
print_page(page)            the page printed by a plain script: tagged PDF/A-3A, records attached
text_by_page(pdf)           the words of each page without running heads and folios
articles(pdf)               the same, cut where each article begins
links(pdf), outline(pdf)    where links lead, and the bookmarks

Known to differ from ours: running heads of articles written from right to left stand as those
of others do, and one document loads the faces of all scripts that are in it.
"""

import hashlib
import html
import re
import shutil
import subprocess
import sys
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium
from pypdf import PdfReader
from pypdf.generic import Destination, IndirectObject

from printkit import imprints, markup
from printkit.edition import Edition
from printkit.fonts import read_font
from printkit.prepress import Order, prepare
from printkit.readers import Reading
from printkit.themes import STYLES, find_theme

_SHEET = """
.single { page: article; break-before: page }
.contents { page: contents }
.single.first { page: first-article }
.contents h1 { font: var(--headline-size) / 1.2 var(--headline-face); margin: 0 0 8mm }
.contents li { list-style: none; margin: 0 0 2mm }
.contents ol { margin: 0; padding: 0 }
.contents a::after { content: target-counter(attr(href), page); float: right }
:root, :root:lang(fa) { --folio: counter(page) }
@page contents { @bottom-right { content: counter(page, lower-roman) } }
@page :nth(1 of first-article) { counter-reset: page 1 }
@page :nth(1 of first-article), :nth(1 of article) {
  margin-top: var(--margin-opening);
  @top-left { content: none; border: none }
  @top-right { content: none; border: none }
}
"""
_PRINT = """
import sys
from pathlib import Path
import weasyprint
page = Path(sys.argv[1])
records = [
    weasyprint.Attachment(filename=str(path), name=path.name, relationship="Source")
    for path in sorted((page.parent / "records").iterdir())
]
weasyprint.HTML(filename=str(page)).write_pdf(
    sys.argv[2], pdf_variant="pdf/a-3a", pdf_tags=True, attachments=records,
    presentational_hints=True,
)
"""
_ROOT = re.compile(r"<html ([^>]*)>")
_BODY = re.compile(r"<body>(.*)</body>", re.DOTALL)
_SUFFIX = {"image/jpeg": "jpg", "image/png": "png"}


class Crossing(NamedTuple):
    """Where a link from one article of the issue to another leads: its prefix and its folio."""

    prefix: str
    folio: str


def lay_out(
    readings: Sequence[Reading],
    folder: Path,
    *,
    edition: Edition | None = None,
    title: str = "The Digest",
    prefixes: Sequence[str] = (),
    crossings: Mapping[str, Crossing] | None = None,
) -> Path:
    """Lay a whole issue out as one HTML page; styles, fonts, pictures and records go beside it.

    Args:
        readings: the articles in their order, as readers give them.
        folder: an empty one.
        edition: the choices for the printing.
        title: of the contents page and of the file.
        prefixes: what opens the ids of each article; the headline's id is the prefix itself.
        crossings: articles of the issue by the addresses that lead there.

    Returns:
        The page's path.
    """
    edition = edition or Edition()
    prefixes = prefixes or [f"a{number:03}" for number in range(1, len(readings) + 1)]
    pictures, records = folder / "pictures", folder / "records"
    pictures.mkdir(parents=True)
    records.mkdir()
    pages = []
    for reading, prefix in zip(readings, prefixes, strict=True):
        page = _article(reading, prefix, edition, crossings or {}, pictures)
        pages.append(page)
        record = imprints.record(reading.article)
        (records / f"{prefix}.json").write_text(record, encoding="utf-8")
    heads = [(prefix, one.article.headline) for prefix, one in zip(prefixes, readings, strict=True)]
    whole = folder / "page.html"
    sheet = _styles_on_disk(edition, folder, "".join(pages))
    whole.write_text(_whole(title, pages, heads, sheet), encoding="utf-8")
    return whole


def print_page(page: Path) -> bytes:
    """Print a page with nothing but WeasyPrint, in a process of its own."""
    pdf = page.with_suffix(".pdf")
    subprocess.run(command(page, pdf), check=True, capture_output=True)
    return pdf.read_bytes()


def command(page: Path, pdf: Path) -> list[str]:
    """The command that prints a page with nothing but WeasyPrint."""
    return [sys.executable, "-c", _PRINT, str(page), str(pdf)]


def text_by_page(pdf: bytes) -> list[str]:
    """The tagged text of each page in the order it is drawn; artifacts are left away."""
    return ["".join(_tagged(page)) for page in pypdfium2.PdfDocument(pdf)]


def articles(pdf: bytes, prefixes: Sequence[str]) -> list[list[str]]:
    """The text of each article's pages; an article ends where the next begins.

    Args:
        pdf: a digest whose articles begin on pages of their own.
        prefixes: the ids of the headlines, in order; a part that follows them ends the last.
    """
    places = _places(pdf)
    begins = [places[prefix] for prefix in prefixes]
    text = text_by_page(pdf)
    return [text[begin:end] for begin, end in zip(begins, [*begins[1:], len(text)], strict=True)]


def links(pdf: bytes, prefixes: Sequence[str]) -> list[tuple[str, str]]:
    """Every link with the prefix of the article it stands in, and what it leads to.

    An address, or `page N of <prefix>`: the pages of each article are counted from 1, so that
    links of two digests are equal where their articles are.
    """
    reader = PdfReader(BytesIO(pdf))
    places = _places(pdf)
    begins = [places[prefix] for prefix in prefixes]

    def within(page: int) -> tuple[str, int]:
        found = bisect_right(begins, page) - 1
        return (prefixes[found], page - begins[found] + 1) if found >= 0 else ("", page + 1)

    found = []
    for number, page in enumerate(reader.pages):
        for annotation in _annotations(page):
            target = _target(annotation, reader)
            if isinstance(target, int):
                owner, count = within(target)
                target = f"page {count} of {owner}"
            found.append((within(number)[0], target))
    return found


def outline(pdf: bytes) -> list[tuple[int, str, int]]:
    """The bookmarks: level from 1, label, page from 1."""
    reader = PdfReader(BytesIO(pdf))

    def entries(branch: Sequence[Any], level: int) -> Iterator[tuple[int, str, int]]:
        for one in branch:
            if isinstance(one, Destination):
                yield level, str(one.title), (reader.get_destination_page_number(one) or 0) + 1
            else:
                yield from entries(one, level + 1)

    return list(entries(reader.outline, 1))


def _article(
    reading: Reading,
    prefix: str,
    edition: Edition,
    crossings: Mapping[str, Crossing],
    pictures: Path,
) -> str:
    """An article as a part of the page; its pictures are written to files."""
    copy, gathered, _ = prepare(reading, Order(edition), prefix)
    folios = {url: one.folio for url, one in crossings.items() if one.prefix != prefix}
    page = markup.article_page(
        reading.article, copy, gathered, edition, prefix=prefix, crossings=folios
    ).html
    for url in folios:
        page = page.replace(f'href="{html.escape(url)}"', f'href="#{crossings[url].prefix}"')
    for url, picture in gathered.pictures.items():
        path = pictures / f"{url.removeprefix('picture:')}.{_SUFFIX[picture.mime]}"
        path.write_bytes(picture.data)
        page = page.replace(f'"{url}"', f'"pictures/{path.name}"')
    root, body = _ROOT.search(page), _BODY.search(page)
    assert root
    assert body
    attributes = root[1].replace('class="', 'class="single ')
    return f"<div {attributes}>{body[1]}</div>\n"


def _whole(title: str, pages: list[str], heads: list[tuple[str, str]], sheet: str) -> str:
    """One page of all; the first article's root serves as the root of all."""
    root = re.match(r"<div ([^>]*)>", pages[0])
    assert root
    entries = "".join(
        f'<li><a href="#{prefix}">{html.escape(headline)}</a></li>' for prefix, headline in heads
    )
    first = pages[0].replace('class="single ', 'class="single first ', 1)
    return (
        f"<!doctype html>\n<html {root[1].replace('single ', '')}>\n"
        f'<head><meta charset="utf-8"><title>{html.escape(title)}</title>{sheet}</head>\n<body>'
        f'<section class="contents"><h1>{html.escape(title)}</h1><ol>{entries}</ol></section>\n'
        f"{first}{''.join(pages[1:])}</body></html>\n"
    )


def _styles_on_disk(edition: Edition, folder: Path, markup: str) -> str:
    """The theme's styles, with faces as files that any printer can read; the links to them."""
    styles = folder / "styles"
    shutil.copytree(STYLES, styles)
    for sheet in styles.rglob("*.css"):
        text = sheet.read_text(encoding="utf-8")
        text = re.sub(r'url\("(font:[^"]+)"\)', lambda face: _face(face[1], folder), text)
        sheet.write_text(text, encoding="utf-8")
    (styles / "single.css").write_text(_SHEET, encoding="utf-8")
    theme = find_theme(edition.theme).path.relative_to(STYLES)
    scripts = {"arabic": "[\u0600-\u06ff]", "hebrew": "[\u0590-\u05ff]"}
    wanted = [f"scripts/{name}.css" for name, one in scripts.items() if re.search(one, markup)]
    sheets = (str(theme), *wanted, "single.css")
    return "".join(f'<link rel="stylesheet" href="styles/{sheet}">' for sheet in sheets)


def _face(url: str, folder: Path) -> str:
    path = folder / f"{hashlib.sha256(url.encode()).hexdigest()[:16]}.ttf"
    path.write_bytes(read_font(url))
    return f'url("{path.as_uri()}")'


def _tagged(page: pypdfium2.PdfPage) -> Iterator[str]:
    letters = page.get_textpage()
    for shown in page.get_objects([pdfium.FPDF_PAGEOBJ_TEXT]):
        if pdfium.FPDFPageObj_GetMarkedContentID(shown.raw) >= 0:
            yield _said(shown.raw, letters.raw)


def _said(shown: Any, letters: Any) -> str:
    length = pdfium.FPDFTextObj_GetText(shown, letters, None, 0)
    buffer = pdfium.FPDF_WCHAR * (length // 2)
    text = buffer()
    pdfium.FPDFTextObj_GetText(shown, letters, text, length)
    return bytes(text).decode("utf-16-le").rstrip("\0")


def _places(pdf: bytes) -> dict[str, int]:
    """The page of every named destination, counted from 0."""
    reader = PdfReader(BytesIO(pdf))
    named = reader.named_destinations.items()
    return {name: reader.get_destination_page_number(one) or 0 for name, one in named}


def _annotations(page: Any) -> Iterator[Any]:
    for one in page.get("/Annots", ()):
        annotation = one.get_object()
        if annotation["/Subtype"] == "/Link":
            yield annotation


def _target(annotation: Any, reader: PdfReader) -> str | int:
    """An address, or the number of a page counted from 0."""
    action = annotation.get("/A", {})
    if "/URI" in action:
        return str(action["/URI"])
    place = annotation.get("/Dest", action.get("/D"))
    if isinstance(place, str | bytes):
        place = reader.named_destinations[str(place)]
        return reader.get_destination_page_number(place) or 0
    target = place.get_object()[0]
    assert isinstance(target, IndirectObject)
    return reader.get_page_number(target.get_object()) or 0
