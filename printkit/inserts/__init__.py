"""Make somebody else's PDF safe to be bound in, or refuse it.

In: the path of a PDF. Out: an `AdmittedInsert`, whose pages look as before, without scripts,
actions or embedded files. The PDF is read in a worker process. Owns pikepdf, together with the
bindery.
"""

import math
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from printkit.edition.limits import DEFAULTS, MB, Limits
from printkit.errors import InsertError
from printkit.files.opening import read_at_most, reason, spelt
from printkit.inserts.sanitised_pdf import FoundBookmark, SanitisedPdf
from printkit.inserts.sanitising_worker import sanitise_in_worker
from printkit.remarks import Remark
from printkit.text.characters import one_line
from printkit.text.patterns import regex

if TYPE_CHECKING:
    from printkit.article import Article
    from printkit.pages import Bookmark

_HEADER_WITHIN = 8192
_LONGEST_TITLE = 200
_LONGEST_MESSAGE = 400
_NO_CLAIMS = "the digest claims neither PDF/UA nor PDF/A"
# Programs put into the title their own name, a file's name, or nothing.
_MADE_BY = regex(r"^Microsoft (Word|PowerPoint|Excel) - ", re.IGNORECASE)
_NO_TITLE = regex(r"untitled([ -]?\d+)?|.*\.(ai|docx?|indd|odt|pdf|pptx?)", re.IGNORECASE)


@dataclass(frozen=True)
class AdmittedInsert:
    """Somebody else's pages, safe to be bound in.

    Attributes:
        pdf: a new file with the pages and nothing else. The same given file always gives the
            same bytes.
        page_count: the number of pages.
        title: the title in its metadata; else its file name, made readable.
        tagged: whether the new file has the structure tree of the given file.
        bookmarks: the outline of the given file; a place of infinite height stands for the whole
            page.
        articles: the records that printkit embedded in the given file.
        conforms: whether the new file keeps PDF/A-3A and PDF/UA-1, because printkit made the
            given file.
        remarks: what was taken out, and what could not be kept.
    """

    pdf: bytes = field(repr=False)
    page_count: int
    title: str
    tagged: bool
    bookmarks: "tuple[Bookmark, ...]" = ()
    articles: "tuple[Article, ...]" = field(default=(), repr=False)
    conforms: bool = False
    remarks: tuple[Remark, ...] = ()


def admit(
    path: Path,
    limits: Limits = DEFAULTS,
    sanitise: Callable[[bytes, Limits], SanitisedPdf] = sanitise_in_worker,
) -> AdmittedInsert:
    """Read a PDF and return its pages, made safe.

    Args:
        path: the file.
        limits: how large the file may be, and how long the reading may take.
        sanitise: reads the bytes of the file; `opening.open_and_sanitise` reads the bytes in this
            process, where nothing can stop a hostile file.

    Raises:
        InsertError: the file is no PDF, encrypted, broken, over a limit, or without pages; or
            its pages would not be printed as a viewer shows them. The error names the file.
    """
    try:
        made = sanitise(_trimmed(_read(path, limits)), limits)
    except InsertError as error:
        problems = (_message(problem) for problem in error.problems)
        raise InsertError(*problems, where=spelt(path), remedy=error.remedy) from error
    articles, unread = _articles(made.records)
    told = (*_remarks_on(made), *(("PK606", f"the record cannot be read: {one}") for one in unread))
    return AdmittedInsert(
        pdf=made.pdf,
        page_count=made.page_count,
        title=_display_title(made.title, path),
        tagged=made.tagged,
        bookmarks=tuple(map(_bookmark, made.bookmarks)),
        articles=articles,
        conforms=made.conforms,
        remarks=tuple(Remark(code, _message(message), str(path)) for code, message in told),
    )


def _remarks_on(made: SanitisedPdf) -> Iterator[tuple[str, str]]:
    """Yield codes and messages about what was taken out, and what could not be kept."""
    if made.taken_out:
        yield "PK711", f"taken out: {', '.join(made.taken_out)}"
    if not made.tagged:
        yield "PK712", f"the file has no tags for screen readers; {_NO_CLAIMS}"
    if made.drawn:
        yield "PK713", f"annotations printed as part of the page: {_counted(made.drawn)}"
    if made.dropped:
        yield "PK714", f"annotations left out: {_counted(made.dropped)}"
    for words in made.unprinted:
        yield "PK714", f"the words of an annotation are not on paper: {words}"
    for words in made.without_font:
        yield "PK714", without_font(words)
    for title in made.astray:
        yield "PK302", f"a bookmark lost its target and leads where its neighbour leads: {title}"
    if made.mended:
        yield "PK715", "the file is damaged and was repaired: compare its pages"
    if made.tagged and not made.conforms:
        yield "PK716", f"the file's tags are unchecked; {_NO_CLAIMS}"


def without_font(words: str) -> str:
    """Return the sentence about a value for which no font has all letters."""
    return f"no font has all letters of a value, so letters are missing on paper: {words}"


def _articles(records: Sequence[str]) -> "tuple[tuple[Article, ...], list[str]]":
    """Return the attached records as articles, and the error of each record that is no article."""
    # The worker imports this module, too, and needs neither articles nor pages.
    from printkit.article import Article

    articles, unread = [], []
    for record in records:
        try:
            articles.append(Article.model_validate_json(record))
        except ValueError as error:
            unread.append(str(error))
    return tuple(articles), unread


def _bookmark(found: FoundBookmark) -> "Bookmark":
    from printkit.pages import Bookmark, Position

    top = math.inf if found.top is None else found.top
    return Bookmark(found.level, found.title, Position(found.page, found.left, top))


def _read(path: Path, limits: Limits) -> bytes:
    try:
        data = read_at_most(path, limits.pdf_size * MB, handed_over=True)
    except (OSError, ValueError) as error:
        raise InsertError(reason(error)) from error
    if len(data) > limits.pdf_size * MB:
        raise InsertError(
            f"the file has more than {limits.told('pdf_size')}",
            remedy="Export the file with smaller pictures.",
        )
    return data


def _trimmed(data: bytes) -> bytes:
    """Return the PDF without the bytes that a mail or a disk put before and behind it."""
    start = data.find(b"%PDF-", 0, _HEADER_WITHIN)
    if start < 0:
        raise InsertError("the file is no PDF", remedy="Give a file that begins with %PDF.")
    trimmed = data[start:].rstrip(b"\0\t\n\r ")
    if b"%%EOF" not in trimmed:
        raise InsertError(
            "the file is cut short: its end is missing", remedy="Get a complete copy of the file."
        )
    return trimmed


def _display_title(given: str, path: Path) -> str:
    """Return the title from the metadata; the file name if programs wrote something else there."""
    title = _MADE_BY.sub("", one_line(given)[:_LONGEST_TITLE])
    if not title or _NO_TITLE.fullmatch(title):
        title = readable_name(path)
    return title


def readable_name(path: Path) -> str:
    """Return the name of a file as words: `summer-sale_2019.pdf` becomes `Summer sale 2019`.

    Hyphens between digits belong to a date and stay.
    """
    title = one_line(re.sub(r"_|(?<!\d)-|-(?!\d)", " ", path.stem))[:_LONGEST_TITLE]
    return title[:1].upper() + title[1:]


def _message(text: str) -> str:
    """Return words that may come from the file as a short, printable line."""
    return one_line(text)[:_LONGEST_MESSAGE]


def _counted(kinds: dict[str, int]) -> str:
    return ", ".join(f"{count} {kind or 'nameless'}" for kind, count in sorted(kinds.items()))
