"""Small parts for the bindery, really printed, each kept for all tests of a process.

print_part("<p>…</p>", "a")             print a part whose ids begin with `a`, and its furniture
bind_book(print_part(…), print_part(…))  bind a book of parts, with its metadata
open_pdf(pdf)                           open the bound file with pikepdf
find_pdf_faults(pdf)                    check the file by our structure check and page-validation
"""

from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from io import BytesIO
from typing import Any

import page as validation
import pikepdf
import pypdfium2
import weasyprint

from printkit.article import Article, Image
from printkit.bindery.binding import bind
from printkit.bindery.book import Book, Insert, Numbering, Part
from printkit.edition import Edition
from printkit.markup.metadata import article_metadata
from printkit.pages import PageMarkup, Pages, Picture
from printkit.press import engine
from printkit.themes import find_theme
from tests.support import structure_tree
from tests.support.made_pictures import draw_scene, encode_picture

DATED = datetime(2019, 9, 13, 6, 30, tzinfo=UTC)
FONT_PROGRAMS: dict[str, bytes] = {}
PICTURE = "picture:scene"
_PAGE = """<!DOCTYPE html><html lang="{language}"><title>{title}</title>
<style>@page {{ size: A6; margin: 12mm; @bottom-center {{ content: {folio} }} }} {css}</style>
<body>{body}"""
HARBOUR = """<h1 id="{id}">The harbour opens</h1>
<p>The first ship <b>came in</b> at <a href="https://example.org/dawn">dawn</a>, and
<a href="#{id}-late">the last</a> at night. See <a href="printkit:other">the other
piece</a>.</p>
<figure><img src="picture:scene" alt="A quay with cranes" width="120">
<figcaption>The quay.</figcaption></figure>
<table><thead><tr><th>Cargo</th><th>Ships</th></tr></thead>
<tbody><tr><th scope="row">Salt</th><td>3</td></tr></tbody></table>
<p style="opacity: 0.5">A paragraph in grey, drawn as a group.</p>
<p id="{id}-late" style="break-before: page">The last ship came in at night.</p>"""
HEBREW = '<h1 id="{id}">הנמל נפתח</h1><p>האונייה הראשונה נכנסה עם שחר.</p>'
ARABIC = '<h1 id="{id}">افتتاح الميناء</h1><p>دخلت السفينة الأولى مع الفجر.</p>'


@cache
def print_html(html: str, furniture: bool = False) -> Pages:
    """Print a page as the press does for the bindery."""
    data = encode_picture(draw_scene(120, 80), "JPEG")
    pictures = {PICTURE: Picture(PICTURE, data, "image/jpeg", 120, 80, Image(src="s"))}
    theme = find_theme("broadsheet")
    markup = PageMarkup(html, (), pictures)
    return engine.print_for_binding(markup, theme, FONT_PROGRAMS.setdefault, furniture=furniture)


def print_pages(
    body: str, prefix: str = "a", language: str = "en", css: str = "", *, furniture: bool = False
) -> Pages:
    """Print pages without furniture, or as furniture.

    Args:
        body: the HTML of the body; `{id}` in it stands for the prefix.
        prefix: the beginning of all ids of the body.
        language: the language of the page.
        css: more style rules.
        furniture: print the pages as the press prints running heads and folios.
    """
    filled = body.replace("{id}", prefix)
    html = _PAGE.format(language=language, title="A part", css=css, body=filled, folio="none")
    return print_html(html, furniture)


def print_folios(count: int, word: str = "Folio", css: str = "") -> Pages:
    """Print furniture for a number of pages: each page has a word and the number of the page."""
    blanks = "<div style='break-after: page'></div>" * (count - 1) + "<div></div>"
    folio = f'"{word} " counter(page)'
    html = _PAGE.format(language="en", title="Furniture", css=css, body=blanks, folio=folio)
    return print_html(html, furniture=True)


def print_part(
    body: str = HARBOUR,
    prefix: str = "a",
    *,
    language: str = "",
    numbering: Numbering = "arabic",
    title: str = "The harbour opens",
    css: str = "",
) -> Part:
    """Print a part and its furniture."""
    own = print_pages(body, prefix, language or "en", css)
    return Part(own, title, language, numbering, furniture=print_folios(own.page_count))


def change_meaning(part: Part, text: str) -> Part:
    """Return the part, with the glyph of "b" standing for another text."""
    (face,) = part.pages.faces
    letter = min(glyph for glyph, said in face.glyphs.items() if said == "b")
    face = replace(face, glyphs={**face.glyphs, letter: text})
    return replace(part, pages=replace(part.pages, faces=(face,)))


def make_book(*parts: Part | Insert, **more: Any) -> Book:
    """Return a book in English, with all the metadata of an archive."""
    packets = article_metadata(Article(headline="The week", body="<p>x</p>"), Edition())
    given = {
        "title": "The week",
        "language": "en",
        "packet": packets.packet,
        "humble_packet": packets.humble_packet,
        "dated": DATED,
        **more,
    }
    return Book(parts, **given)


def bind_book(*parts: Part | Insert, **more: Any) -> bytes:
    """Bind a book of these parts; return its PDF."""
    return bind(make_book(*parts, **more), FONT_PROGRAMS.__getitem__)


def open_pdf(pdf: bytes) -> pikepdf.Pdf:
    """Open a PDF with pikepdf."""
    return pikepdf.open(BytesIO(pdf))


def find_pdf_faults(pdf: bytes, *, archive: bool = True) -> list[str]:
    """Return the faults that printkit's structure check and page-validation find."""
    found = structure_tree.find_faults(join_content_streams(pdf))
    profiles = ("PDF_UA_1", "PDF_A_3A") if archive else ()
    for name in profiles:
        profile = getattr(validation.ValidationProfile, name)
        report = validation.validate_pdf_bytes(pdf, profile=profile)
        found += [f"{failure.rule_id}: {failure.message}" for failure in report.failures]
    return found


def join_content_streams(pdf: bytes) -> bytes:
    """Return the PDF with one content stream a page: the structure check reads one stream."""
    target, file = BytesIO(), open_pdf(pdf)
    for one in file.pages:
        one.contents_coalesce()
    file.save(target)
    return target.getvalue()


def read_page_words(pdf: bytes) -> list[str]:
    """Return the words of each page, in the order of drawing."""
    sheets = pypdfium2.PdfDocument(pdf)
    return [" ".join(one.get_textpage().get_text_range().split()) for one in sheets]


def print_foreign(html: str, **options: Any) -> bytes:
    """Print a PDF with plain WeasyPrint, to stand for the file of another program."""
    return bytes(weasyprint.HTML(string=html).write_pdf(**options))
