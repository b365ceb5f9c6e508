"""Print page markup: takes HTML and gathered bytes, gives tagged PDF pages.

A single article is printed as a whole file: with its running heads and folios, its record and
its metadata. Pages for the bindery are printed without these. They come with what the bindery
needs to join them: the positions of their ids, their outline, and the glyphs used.

Each process keeps an engine for each theme: a font configuration and parsed style sheets. With
a new font configuration for each print, printing takes 1.4 times as long and leaks memory.
"""

import re
import weakref
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import lru_cache
from threading import RLock
from typing import Any

from printkit.errors import ThemeError
from printkit.files.seal import seal
from printkit.pages import PageMarkup, Pages, Picture
from printkit.press import spelling, tagging
from printkit.press.anchors import anchors_of, bookmarks_of, text_tops_of
from printkit.press.emoji import prefer_ink
from printkit.press.faces import FontPrograms
from printkit.press.fetcher import GatheredFetcher, load_pictures, read_for_page, read_style
from printkit.press.finish import BindingFinisher, FileFinisher
from printkit.press.loading import weasyprint
from printkit.press.long_words import break_long_words
from printkit.press.messages import (
    missing_characters,
    overheard,
    remarks_on,
    translated_faults,
)
from printkit.press.page_sizes import oversize_pages
from printkit.press.unknown_families import unknown_families
from printkit.remarks import Remark
from printkit.themes import Theme
from printkit.themes.own_files import REMEDY

# WeasyPrint's fonts, logger and caches belong to the process: one print at a time.
_PRINTING = RLock()
_SCRIPTS = {
    "arabic": re.compile("[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc]"),
    "emoji": re.compile(
        "[\u203c\u2049\u20e3\u2139\u2190-\u21ff\u2300-\u23ff\u24c2\u25a0-\u27bf\u2900-\u297f"
        "\u2b00-\u2bff\u3030\u303d\u3297\u3299\U0001f000-\U0001faff]"
    ),
    "hebrew": re.compile("[\u0590-\u05ff\ufb1d-\ufb4f]"),
}


def print_pages(
    page: PageMarkup, theme: Theme, pictures: Mapping[str, Picture], where: str = ""
) -> Pages:
    """Print page markup with a theme, to a whole file.

    Args:
        page: a whole HTML page and its metadata. The page can load gathered pictures and the
            theme's own pictures, and nothing else.
        theme: the look; its engine is kept for the next print.
        pictures: the gathered pictures by their `picture:` address.
        where: names the record in remarks and errors.

    Raises:
        PressError: the page cannot be laid out.
        ThemeError: the theme's style sheet asks for a file that a style sheet may not read.
    """
    with _PRINTING:
        engine = _engine(theme, _scripts_of(page.html))
        _, pages = engine.print_pages(page, pictures, where, FileFinisher(page))
        return replace(pages, pdf=seal(pages.pdf))


def print_for_binding(
    page: PageMarkup,
    theme: Theme,
    pictures: Mapping[str, Picture],
    keep_face: Callable[[str, bytes], object],
    where: str = "",
    *,
    furniture: bool = False,
) -> Pages:
    """Print page markup with a theme, as pages for the bindery.

    Args:
        page, theme, pictures, where: as in print_pages; the metadata is left to the bindery.
        keep_face: a function that is called with the SHA-256 and the bytes of each font file
            that the pages use.
        furniture: True for pages of furniture: their margins are printed, and they get no tags.

    Raises:
        PressError, ThemeError: as print_pages.
    """
    with _PRINTING:
        engine = _engine(theme, _scripts_of(page.html))
        document, pages = engine.print_pages(
            page, pictures, where, BindingFinisher(), bare=not furniture, tagged=not furniture
        )
        faces = engine.programs.faces(document, keep_face)
        return replace(
            pages,
            anchors=anchors_of(document),
            tops=text_tops_of(document),
            bookmarks=bookmarks_of(document),
            faces=tuple(sorted(faces, key=lambda face: face.name)),
        )


def _scripts_of(markup: str) -> tuple[str, ...]:
    """Return the scripts that the theme's own fonts lack and that this page has."""
    return tuple(name for name, letters in _SCRIPTS.items() if letters.search(markup))


@lru_cache(maxsize=8)
def _engine(theme: Theme, scripts: tuple[str, ...]) -> "_Engine":
    return _Engine(theme, scripts)


class _Engine:
    """WeasyPrint with one theme's styles parsed and its fonts loaded.

    Each set of scripts has an engine of its own: WeasyPrint may fall back on any face that
    is loaded, and a page must not depend on the pages that were printed before it.
    """

    def __init__(self, theme: Theme, scripts: tuple[str, ...]) -> None:
        tagging.watch()
        spelling.watch()
        self._fonts = weasyprint.text.fonts.FontConfiguration()
        if "emoji" in scripts:
            prefer_ink(self._fonts)
        self.programs = FontPrograms()
        fetcher = GatheredFetcher(lambda url: read_style(url, theme))
        sheets = (theme.address, *(f"printkit:scripts/{name}.css" for name in scripts))
        with overheard() as messages:
            *self._styles, self._bare = [
                weasyprint.CSS(url=address, url_fetcher=fetcher, font_config=self._fonts)
                for address in (*sheets, "printkit:bare.css")
            ]
            load_pictures(theme)
        if fetcher.refused:
            raise ThemeError(
                *(f"cannot use {url[:80]}" for url in fetcher.refused),
                where=theme.name,
                remedy=REMEDY,
            )
        self._theme = theme
        unknown = unknown_families(theme, self._fonts)
        self._remarks = (*theme.remarks, *unknown, *remarks_on(messages, theme))
        # At the end of the process objects are collected in no certain order: remove the
        # font files of FontConfiguration before its own __del__ can fail.
        weakref.finalize(self, self._fonts.__del__)

    def print_pages(
        self,
        page: PageMarkup,
        pictures: Mapping[str, Picture],
        where: str,
        finisher: BindingFinisher,
        *,
        bare: bool = False,
        tagged: bool = True,
    ) -> tuple[Any, Pages]:
        """Print a page; return the laid out `weasyprint.Document`, and the finished pages."""
        fetcher = GatheredFetcher(lambda url: read_for_page(url, self._theme, pictures))
        archive = "pdf/a-3a" if page.archive and tagged else None
        options = {"pdf_variant": archive, "pdf_tags": tagged}
        styles = [*self._styles, self._bare] if bare else self._styles
        with overheard() as messages, translated_faults(where):
            html = weasyprint.HTML(string=page.html, url_fetcher=fetcher)
            break_long_words(html.etree_element)
            # Without presentational hints WeasyPrint ignores `start` of a list and `value` of an
            # item. Copy-editing removes all other attributes that the hints would read.
            document = html.render(
                self._fonts, stylesheets=styles, presentational_hints=True, **options
            )
            finisher.messages = messages
            pdf = document.write_pdf(
                finisher=finisher,
                attachments=finisher.attachments,
                pdf_identifier=True,
                **options,
            )
        # A digest has the remarks on its theme once: with the running heads, and not with each
        # article.
        of_the_theme = () if bare else (*self._remarks, *oversize_pages(document, self._theme))
        of_the_page = remarks_on(messages, self._theme, where)
        remarks = (
            *of_the_theme,
            *(one for one in of_the_page if one not in self._remarks),
            *(Remark("PK503", f"{url[:80]} was not gathered", where) for url in fetcher.refused),
            *(remark._replace(record=where) for remark in finisher.remarks),
        )
        missing = missing_characters(messages)
        return document, Pages(pdf, len(document.pages), missing, tuple(dict.fromkeys(remarks)))
