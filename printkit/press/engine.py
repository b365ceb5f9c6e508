"""Print page markup: takes HTML and gathered bytes, gives tagged PDF pages; owns WeasyPrint.

An article for itself is printed with its running heads and folios, its record and its
metadata: a whole file. Pages for the bindery are printed without all that, but told with all
that the bindery must know of them: where their ids stand, their outline, the glyphs they use.

One engine a process and theme is kept warm: a font configuration and parsed style sheets.
A fresh font configuration for each print costs 1.4 times as much, and leaks.
"""

import hashlib
import io
import logging
import re
import weakref
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, redirect_stdout
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from threading import RLock
from typing import Any
from urllib.parse import unquote, urlsplit

import pydyf

from printkit.errors import PressError, ThemeError
from printkit.pages import Bookmark, Face, FileMetadata, PageMarkup, Pages, Picture, Position
from printkit.press import tagging
from printkit.press.doctor import missing_library
from printkit.press.fingerprint import fingerprint
from printkit.press.fonts import read_font
from printkit.remarks import Remark
from printkit.themes import STYLES, Theme

try:
    with redirect_stdout(io.StringIO()):  # it prints a page of advice before it raises
        import weasyprint
        from weasyprint.text.fonts import FontConfiguration, get_hb_object_data
        from weasyprint.urls import URLFetcher, URLFetcherResponse
except OSError as error:
    raise missing_library(error) from error

# WeasyPrint's fonts, logger and caches belong to the process: one print at a time.
_PRINTING = RLock()
_POINTS = 0.75  # to a CSS pixel
_NOTDEF = re.compile(r"\.notdef glyph rendered .*\(U\+([0-9A-F]{4,6})\)$", re.DOTALL)
# What the engine raises where it meets a page it was not made for.
_ENGINE_FAULTS = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    TypeError,
    ValueError,
)
_SCRIPTS = {
    "arabic": re.compile("[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc]"),
    "hebrew": re.compile("[\u0590-\u05ff\ufb1d-\ufb4f]"),
}
# Said of decorative pictures too; those become artifacts, and preflight counts the others.
_NO_ALT = re.compile(r'Image ".*" has no required alt description$', re.DOTALL)


def print_pages(
    page: PageMarkup, theme: Theme, pictures: Mapping[str, Picture], where: str = ""
) -> Pages:
    """Print page markup with a theme, to a file that is whole.

    Args:
        page: a whole HTML page and its metadata; only `picture:` addresses in it load.
        theme: the look; its engine stays warm for the next print.
        pictures: the gathered pictures by their `picture:` address.
        where: names the record in remarks and errors.

    Raises:
        PressError: the page cannot be laid out.
        ThemeError: the theme's style sheet asks for what it may not read.
    """
    with _PRINTING:
        engine = _engine(theme, _scripts_of(page.html), _state(theme))
        _, pages = engine.print_pages(page, pictures, where, _Finish(page))
        return pages


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
        keep_face: is given the SHA-256 and the bytes of each font file that the pages use.
        furniture: whether the margins are printed.

    Raises:
        PressError, ThemeError: as print_pages.
    """
    with _PRINTING:
        engine = _engine(theme, _scripts_of(page.html), _state(theme))
        document, pages = engine.print_pages(
            page, pictures, where, _Mend(), bare=not furniture, tagged=not furniture
        )
        faces = sorted(engine.faces(document, keep_face), key=lambda face: face.name)
        return replace(
            pages,
            anchors=_anchors(document),
            bookmarks=_bookmarks(document),
            faces=tuple(faces),
        )


class _GatheredFetcher(URLFetcher):  # type: ignore[misc]  # WeasyPrint is untyped
    """Hands out what stands on it and nothing else: no network, no other file.

    It never calls the fetcher it replaces: that one opens files and follows redirects.
    """

    def __init__(self, take: Callable[[str], bytes | None]) -> None:
        super().__init__(allowed_protocols=(), allow_redirects=False)
        self._take = take
        self.refused: list[str] = []

    def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:
        body = self._take(url)
        if body is None:
            # An empty body, not an error: a refused @color-profile would kill the document.
            self.refused.append(url)
        return URLFetcherResponse(url, body or b"")

    def open(self, url: Any, data: object = None, timeout: object = None) -> URLFetcherResponse:
        return self.fetch(url if isinstance(url, str) else url.full_url)


def _scripts_of(markup: str) -> tuple[str, ...]:
    """The scripts whose faces this page needs beside the theme's own."""
    return tuple(name for name, letters in _SCRIPTS.items() if letters.search(markup))


def _state(theme: Theme) -> str:
    """Another one when the theme's own files change; those that come with printkit do not."""
    return "" if theme.path.is_relative_to(STYLES) else fingerprint(theme)


@lru_cache(maxsize=8)
def _engine(theme: Theme, scripts: tuple[str, ...], state: str) -> "_Engine":
    return _Engine(theme, scripts)


class _Engine:
    """WeasyPrint with one theme's styles parsed and its fonts loaded.

    One for each set of scripts too: a face that is loaded can be fallen back upon, and what
    a page looks like must not depend on the pages printed before it.
    """

    def __init__(self, theme: Theme, scripts: tuple[str, ...]) -> None:
        tagging.watch()
        self._fonts = FontConfiguration()
        self._programs: dict[str, tuple[str, bytes]] = {}
        shelf = _GatheredFetcher(lambda url: _read_style(url, theme))
        sheets = (theme.path, *(STYLES / "scripts" / f"{name}.css" for name in scripts))
        with _overhear() as said:
            *self._styles, self._bare = [
                weasyprint.CSS(url=path.as_uri(), url_fetcher=shelf, font_config=self._fonts)
                for path in (*sheets, STYLES / "bare.css")
            ]
        if shelf.refused:
            raise ThemeError(
                *(f"cannot use {url[:80]}" for url in shelf.refused),
                where=theme.name,
                remedy="A theme may import printkit's styles and files of its own folder.",
            )
        self._remarks = tuple(_remarks(said, file=theme.name))
        # At the process's end there is no telling what is collected; its font files go before.
        weakref.finalize(self, self._fonts.__del__)

    def print_pages(
        self,
        page: PageMarkup,
        pictures: Mapping[str, Picture],
        where: str,
        finish: "_Mend",
        *,
        bare: bool = False,
        tagged: bool = True,
    ) -> tuple[Any, Pages]:
        """The document behind the pages, and the pages."""
        shelf = _GatheredFetcher(lambda url: pictures[url].data if url in pictures else None)
        archive = "pdf/a-3a" if page.archive and tagged else None
        options = {"pdf_variant": archive, "pdf_tags": tagged}
        styles = [*self._styles, self._bare] if bare else self._styles
        with _overhear() as said, _translated(where):
            html = weasyprint.HTML(string=page.html, url_fetcher=shelf)
            # Without the hints a list does not count from `start`, nor an item from `value`;
            # copy-editing leaves no other attribute that they would read.
            document = html.render(
                self._fonts, stylesheets=styles, presentational_hints=True, **options
            )
            finish.said = said
            pdf = document.write_pdf(
                finisher=finish, attachments=finish.attachments, pdf_identifier=True, **options
            )
        remarks = (
            *self._remarks,
            *_remarks(said, where),
            *(Remark("PK503", f"{url[:80]} was not gathered", where) for url in shelf.refused),
            *(remark._replace(record=where) for remark in finish.remarks),
        )
        return document, Pages(
            pdf, len(document.pages), _missing(said), tuple(dict.fromkeys(remarks))
        )

    def faces(self, document: Any, keep: Callable[[str, bytes], object]) -> Iterator[Face]:
        """The faces of a document that was written, their font files kept."""
        of_name: dict[str, list[Any]] = {}
        for font in document.fonts.values():
            if font.to_unicode:
                of_name.setdefault(font.hash, []).append(font)
        for name, fonts in of_name.items():
            if name not in self._programs:
                # What the font itself holds by now is the subset.
                program = get_hb_object_data(fonts[0].hb_face)
                self._programs[name] = hashlib.sha256(program).hexdigest(), program
            keep(*self._programs[name])
            glyphs = {glyph: text for font in fonts for glyph, text in font.to_unicode.items()}
            widths = {glyph: width for font in fonts for glyph, width in font.widths.items()}
            yield Face(name, self._programs[name][0], fonts[0].index, glyphs, widths)


class _Mend:
    """The last hand on pages for binding: their tags."""

    attachments: Sequence[Any] = ()

    def __init__(self) -> None:
        self.said: list[str] = []
        self.remarks: tuple[Remark, ...] = ()

    def __call__(self, document: Any, pdf: pydyf.PDF) -> None:
        self.remarks = tagging.repair(document, pdf)
        _end_streams_plainly(pdf)


class _Finish(_Mend):
    """The last hand on a whole file: tags, page labels, metadata, record."""

    def __init__(self, page: PageMarkup) -> None:
        super().__init__()
        self._metadata = page.metadata
        self.attachments = [_attachment(page.metadata)] if page.metadata else []

    def __call__(self, document: Any, pdf: pydyf.PDF) -> None:
        pdf.catalog["PageLabels"] = pydyf.Dictionary(
            {"Nums": pydyf.Array([0, pydyf.Dictionary({"S": "/D"})])}
        )
        if self._metadata:
            # A glyph that is missing cannot be read aloud nor copied: such a file claims nothing.
            humble = bool(_missing(self.said))
            packet = self._metadata.humble_packet if humble else self._metadata.packet
            _set_metadata(pdf, packet)
        super().__call__(document, pdf)


def _set_metadata(pdf: pydyf.PDF, packet: str) -> None:
    stream = next((one for one in pdf.objects if _is_metadata(one)), None)
    if stream is None:
        stream = pydyf.Stream(extra={"Type": "/Metadata", "Subtype": "/XML"})
        pdf.add_object(stream)
        pdf.catalog["Metadata"] = stream.reference
    stream.stream, stream.compress = [packet.encode()], False


def _anchors(document: Any) -> dict[str, Position]:
    anchors: dict[str, Position] = {}
    for number, sheet in enumerate(document.pages):
        for name, (left, top, *_) in sheet.anchors.items():
            anchors.setdefault(name, _place(number, sheet, left, top))
    return anchors


def _bookmarks(document: Any) -> tuple[Bookmark, ...]:
    return tuple(
        Bookmark(level, label, _place(number, sheet, left, top))
        for number, sheet in enumerate(document.pages)
        for level, label, (left, top), _ in sheet.bookmarks
    )


def _place(number: int, sheet: Any, left: float, top: float) -> Position:
    return Position(number, round(left * _POINTS, 3), round((sheet.height - top) * _POINTS, 3))


def _end_streams_plainly(pdf: pydyf.PDF) -> None:
    """Let no page and no character map end in a carriage return once it is compressed.

    That is allowed, but page-validation takes it for a part of the line's end that follows,
    and says that the stream is too short.
    """
    for one in pdf.objects:
        texts = isinstance(one, pydyf.Stream) and not {"Length1", "Subtype"} & one.extra.keys()
        if texts and one.data.endswith(b"\r\nendstream"):
            one.stream.append(b"")  # a line's end more, which means nothing in these


def _is_metadata(thing: object) -> bool:
    return isinstance(thing, pydyf.Stream) and thing.extra.get("Type") == "/Metadata"


def _attachment(metadata: FileMetadata) -> Any:
    return weasyprint.Attachment(
        string=metadata.record,
        name="article.json",
        description="The article's record",
        relationship="Source",
        created=metadata.dated,
        modified=metadata.dated,
    )


def _read_style(url: str, theme: Theme) -> bytes | None:
    """A font, or a file of printkit's styles or of the theme's own folder."""
    if url.startswith("font:"):
        return read_font(url)
    path = Path(unquote(urlsplit(url).path)).resolve()
    if not url.startswith("file:") or not path.is_file():
        return None
    homes = (STYLES, theme.path.parent)
    return path.read_bytes() if any(path.is_relative_to(home) for home in homes) else None


@contextmanager
def _overhear() -> Iterator[list[str]]:
    """Collect what WeasyPrint only logs: lost files, bad style, missing glyphs."""
    said: list[str] = []
    handler = logging.Handler(logging.WARNING)
    handler.emit = lambda record: said.append(record.getMessage())  # type: ignore[method-assign]
    logger = logging.getLogger("weasyprint")
    logger.addHandler(handler)
    try:
        yield said
    finally:
        logger.removeHandler(handler)


@contextmanager
def _translated(where: str) -> Iterator[None]:
    """WeasyPrint's own faults, told as ours: one bad page must not stop the others."""
    try:
        yield
    except RecursionError as error:
        raise PressError(
            "the page nests too deep to be laid out",
            where=where,
            remedy="Take out a level of nested elements.",
        ) from error
    except _ENGINE_FAULTS as error:
        raise PressError(
            f"WeasyPrint failed on this page: {type(error).__name__}: {error}",
            where=where,
            remedy="Please report it, with the record.",
        ) from error


def _remarks(said: Iterable[str], record: str = "", file: str = "") -> Iterator[Remark]:
    for message in said:
        if not _NOTDEF.match(message) and not _NO_ALT.match(message):
            yield Remark("PK501", message, record, file=file)


def _missing(said: Iterable[str]) -> str:
    """The characters no font had, sorted, each once."""
    found = {match[1] for message in said if (match := _NOTDEF.match(message))}
    return "".join(sorted(chr(int(code, 16)) for code in found))
