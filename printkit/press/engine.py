"""Print page markup: takes HTML and gathered bytes, gives tagged PDF pages.

A single article is printed as a whole file: with its running heads and folios, its record and
its metadata. Pages for the bindery are printed without these, and come with the values that the
bindery needs to join the pages: the positions of their ids, their outline, and the glyphs used.

Each process keeps an engine for each theme: a font configuration and parsed style sheets. With
a new font configuration for each print, printing takes 1.4 times as long and leaks memory.
"""

import weakref
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from threading import RLock
from typing import Any

from printkit.errors import PressError, StyleError, ThemeError
from printkit.files.seal import seal
from printkit.pages import PageMarkup, Pages
from printkit.press import spelling, tagging
from printkit.press.anchors import anchors_of, bookmarks_of, text_tops_of
from printkit.press.emoji import prefer_ink
from printkit.press.faces import FontPrograms
from printkit.press.fetcher import GatheredFetcher, load_pictures, read_for_page, read_style
from printkit.press.finish import BindingFinisher, FileFinisher
from printkit.press.loading import weasyprint
from printkit.press.long_words import break_long_words, remarks_on_runs
from printkit.press.messages import missing_characters, overheard, remarks_on, translated_faults
from printkit.press.page_sizes import oversize_pages
from printkit.press.pending_values import PendingValues
from printkit.press.script_faces import scripts_of
from printkit.press.tables.fitting import fit_tables
from printkit.press.tables.measuring import turned_pages
from printkit.press.tables.telling import moved_words, remarks_on_tables
from printkit.press.theme_crashes import REMEDY, crash_words, find_guilty, unreadable_sheets
from printkit.press.unknown_families import unknown_families
from printkit.remarks import Remark
from printkit.themes import Theme, own_files
from printkit.themes.token_faults import Setting

# WeasyPrint's fonts, logger and caches belong to the process: one print at a time.
_PRINTING = RLock()


def print_pages(page: PageMarkup, theme: Theme, where: str = "") -> Pages:
    """Print page markup with a theme, to a whole file.

    Args:
        page: a whole HTML page, which can load its pictures and those of the theme alone.
        theme: the look; its engine is kept for the next print.
        where: names the record in remarks and errors.

    Raises:
        PressError: the page cannot be laid out.
        ThemeError: the theme's style sheet asks for a file that a style sheet may not read.
    """
    with _PRINTING:
        engine = _engine(theme, scripts_of(page.html))
        _, pages = engine.print_pages(page, where, FileFinisher(page))
        return replace(pages, pdf=seal(pages.pdf))


def print_for_binding(
    page: PageMarkup,
    theme: Theme,
    keep_face: Callable[[str, bytes], object],
    where: str = "",
    *,
    furniture: bool = False,
) -> Pages:
    """Print page markup with a theme, as pages for the bindery.

    Args:
        page, theme, where: as in print_pages; the metadata is left to the bindery.
        keep_face: a function that is called with the SHA-256 and the bytes of each font file
            that the pages use.
        furniture: True for pages of furniture: their margins are printed, and they get no tags.

    Raises:
        PressError, ThemeError: as print_pages.
    """
    with _PRINTING:
        engine = _engine(theme, scripts_of(page.html))
        document, pages = engine.print_pages(
            page, where, BindingFinisher(), bare=not furniture, tagged=not furniture
        )
        faces = engine.programs.faces(document, keep_face)
        return replace(
            pages,
            anchors=anchors_of(document),
            tops=text_tops_of(document),
            bookmarks=bookmarks_of(document),
            faces=tuple(sorted(faces, key=lambda face: face.name)),
        )


@lru_cache(maxsize=8)
def _engine(theme: Theme, scripts: tuple[str, ...]) -> "_Engine":
    """Return the engine of a theme.

    Raises:
        ThemeError: WeasyPrint cannot parse the theme, or the theme asks for a file it may not read.
    """
    try:
        return _Engine(theme, scripts)
    except PressError as error:
        guilty = find_guilty(theme, lambda kept: _Engine(theme, scripts, kept))
        if not guilty and theme.files:
            raise unreadable_sheets(theme) from error
        if not guilty:
            raise
        words = crash_words(error, guilty)
        raise ThemeError(words, where=guilty.place, remedy=REMEDY) from error


class _Engine:
    """WeasyPrint with one theme's styles parsed and its fonts loaded.

    Each set of scripts has an engine of its own: WeasyPrint may fall back on any face that
    is loaded, and a page must not depend on the pages that were printed before it.
    """

    def __init__(
        self, theme: Theme, scripts: tuple[str, ...], kept: Collection[Setting] | None = None
    ) -> None:
        """Parse the styles and load the fonts; `kept` as in read_style."""
        tagging.watch_boxes()
        spelling.watch_lines()
        self._fonts = weasyprint.text.fonts.FontConfiguration()
        if "emoji" in scripts:
            prefer_ink(self._fonts)
        self.programs = FontPrograms()
        fetcher = GatheredFetcher(lambda url: read_style(url, theme, kept))
        sheets = (theme.address, *(f"printkit:scripts/{name}.css" for name in scripts))
        with overheard() as messages, translated_faults(theme.name):
            *self._styles, self._bare = [
                weasyprint.CSS(url=address, url_fetcher=fetcher, font_config=self._fonts)
                for address in (*sheets, "printkit:bare.css")
            ]
            load_pictures(theme)
        self._pending = PendingValues((*self._styles, self._bare))
        if fetcher.refused:
            raise ThemeError(
                *(f"cannot use {url[:80]}" for url in fetcher.refused),
                where=theme.name,
                remedy=own_files.REMEDY,
            )
        self._theme, self._scripts = theme, scripts
        self._guilty: Setting | None = None
        unknown = unknown_families(theme, self._fonts)
        self._remarks = (*theme.remarks, *unknown, *remarks_on(messages, theme, parsed=True))
        # At the end of the process objects are collected in no certain order: remove the
        # font files of FontConfiguration before its own __del__ can fail.
        weakref.finalize(self, self._fonts.__del__)

    def print_pages(
        self,
        page: PageMarkup,
        where: str,
        finisher: BindingFinisher,
        *,
        bare: bool = False,
        tagged: bool = True,
    ) -> tuple[Any, Pages]:
        """Print a page; return the laid out `weasyprint.Document`, and the finished pages.

        Raises:
            StyleError: the page cannot be laid out with a declaration of the user's theme.
            PressError: the page cannot be laid out.
        """
        how = {"bare": bare, "tagged": tagged}

        def print_with(kept: Sequence[Setting]) -> object:
            engine = _Engine(self._theme, self._scripts, kept)
            return engine._printed(page, where, BindingFinisher(), **how)

        try:
            return self._printed(page, where, finisher, **how)
        except PressError as error:
            self._guilty = guilty = find_guilty(self._theme, print_with, self._guilty)
            if not guilty:
                raise
            words = crash_words(error, guilty)
            raise StyleError(words, where=guilty.place, remedy=REMEDY).at(where) from error

    def _printed(
        self,
        page: PageMarkup,
        where: str,
        finisher: BindingFinisher,
        *,
        bare: bool,
        tagged: bool,
    ) -> tuple[Any, Pages]:
        """Print a page as `print_pages` does, or raise PressError."""
        fetcher = GatheredFetcher(lambda url: read_for_page(url, self._theme, page.pictures))
        archive = "pdf/a-3a" if page.archive and tagged else None
        options = {"pdf_variant": archive, "pdf_tags": tagged}
        styles = [*self._styles, self._bare] if bare else self._styles
        self._pending.forget_told()
        with overheard() as messages, translated_faults(where):
            html = weasyprint.HTML(string=page.html, url_fetcher=fetcher)
            runs = break_long_words(html.etree_element)
            document, tables = fit_tables(
                html.etree_element, lambda: self._lay_out(html, messages, styles, options)
            )
            finisher.messages = messages
            pdf = document.write_pdf(
                finisher=finisher,
                attachments=finisher.attachments,
                pdf_identifier=True,
                **options,
            )
        of_the_page = remarks_on(messages, self._theme, where, page.template)
        remarks = (
            *self._remarks_on(document, bare=bare),
            *(one for one in of_the_page if one not in self._remarks),
            *(Remark("PK503", f"{url[:80]} was not gathered", where) for url in fetcher.refused),
            *(remark._replace(record=where) for remark in finisher.remarks),
            *remarks_on_tables(html.etree_element, tables, where),
            *remarks_on_runs(runs, where),
        )
        return document, Pages(
            pdf,
            len(document.pages),
            missing_characters(messages),
            tuple(dict.fromkeys(remarks)),
            turned=turned_pages(document),
            moved=moved_words(tables),
        )

    def _lay_out(
        self,
        html: weasyprint.HTML,
        messages: list[str],
        styles: Sequence[weasyprint.CSS],
        options: Mapping[str, object],
    ) -> weasyprint.Document:
        messages.clear()  # the warnings of a layout that is not used
        # Without presentational hints WeasyPrint ignores `start` of a list and `value` of an item
        # (css/__init__.py). Copy-editing removes all other attributes that the hints would read.
        return html.render(self._fonts, stylesheets=styles, presentational_hints=True, **options)

    def _remarks_on(self, document: weasyprint.Document, *, bare: bool) -> Iterator[Remark]:
        """Yield the remarks on the theme, unless the pages are bare."""
        # A digest has the remarks on its theme once: with the running heads.
        if not bare:
            yield from self._remarks
            yield from oversize_pages(document, self._theme)
