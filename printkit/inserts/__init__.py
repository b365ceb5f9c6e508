"""Somebody else's PDF, to be bound in: let in without what it can do, or refused by name.

Owns pikepdf, together with the bindery.
"""

import re
from dataclasses import dataclass, field
from pathlib import Path

from printkit.errors import InsertError
from printkit.files.opening import read_at_most, reason
from printkit.inserts import child_process
from printkit.remarks import Remark
from printkit.text.characters import one_line

MOST_BYTES = 100_000_000
_HEADER_WITHIN = 8192
_LONGEST_TITLE = 200
_LONGEST_MESSAGE = 400
_HUMBLE = "the digest claims neither PDF/UA nor PDF/A"
# What programs put for a title: their own name, a file's name, or nothing.
_MADE_BY = re.compile(r"^Microsoft (Word|PowerPoint|Excel) - ", re.IGNORECASE)
_NO_TITLE = re.compile(r"untitled([ -]?\d+)?|.*\.(ai|docx?|indd|odt|pdf|pptx?)", re.IGNORECASE)


@dataclass(frozen=True)
class Admitted:
    """Somebody else's pages, fit to be bound in.

    Attributes:
        pdf: a file of the pages and nothing else, the same for the same file given.
        page_count: how many pages.
        title: from its metadata, else its name made readable.
        tagged: whether it has its structure tree, whole.
        remarks: what was taken out of it.
    """

    pdf: bytes = field(repr=False)
    page_count: int
    title: str
    tagged: bool
    remarks: tuple[Remark, ...] = ()


def admit(path: Path) -> Admitted:
    """Look into a PDF and take its pages as they show themselves.

    Raises:
        InsertError: it is no PDF, encrypted, broken, page-less, over a limit, or would be
            printed otherwise than it is shown; names the file.
    """
    try:
        made = child_process.sanitised(_trimmed(_read(path)))
    except InsertError as error:
        problems = (_message(problem) for problem in error.problems)
        raise InsertError(*problems, where=str(path), remedy=error.remedy) from error
    return Admitted(
        pdf=made.pdf,
        page_count=made.page_count,
        title=_title(made.title, path),
        tagged=made.tagged,
        remarks=tuple(
            Remark(code, _message(message), str(path))
            for code, message in (
                ("PK711", _joined("taken out: ", made.taken_out)),
                ("PK712", "" if made.tagged else f"it has no tags for screen readers; {_HUMBLE}"),
                ("PK713", _joined("annotations printed as they look: ", _counted(made.drawn))),
                ("PK714", _joined("annotations left out: ", _counted(made.dropped))),
                ("PK715", "it is damaged: compare its pages" if made.mended else ""),
                ("PK716", f"its tags are unchecked; {_HUMBLE}" if made.tagged else ""),
            )
            if message
        ),
    )


def _read(path: Path) -> bytes:
    try:
        data = read_at_most(path, MOST_BYTES, handed_over=True)
    except (OSError, ValueError) as error:
        raise InsertError(reason(error)) from error
    if len(data) > MOST_BYTES:
        raise InsertError(
            f"it has more than {MOST_BYTES // 1_000_000} MB",
            remedy="Export it with smaller pictures.",
        )
    return data


def _trimmed(data: bytes) -> bytes:
    """The PDF without what a mail or a disk put before and behind it."""
    start = data.find(b"%PDF-", 0, _HEADER_WITHIN)
    if start < 0:
        raise InsertError("it is no PDF", remedy="Give a file that begins with %PDF.")
    trimmed = data[start:].rstrip(b"\0\t\n\r ")
    if b"%%EOF" not in trimmed:
        raise InsertError("it is cut short: its end is missing", remedy="Get the file anew.")
    return trimmed


def _title(given: str, path: Path) -> str:
    title = _MADE_BY.sub("", one_line(given)[:_LONGEST_TITLE])
    if not title or _NO_TITLE.fullmatch(title):
        title = _readable(path.stem)
    return title


def _readable(name: str) -> str:
    """`summer-sale_2019` as `Summer sale 2019`; hyphens between digits are a date's."""
    title = one_line(re.sub(r"_|(?<!\d)-|-(?!\d)", " ", name))[:_LONGEST_TITLE]
    return title[:1].upper() + title[1:]


def _message(text: str) -> str:
    """Return words that may come from the file as a short, printable line."""
    return one_line(text)[:_LONGEST_MESSAGE]


def _counted(kinds: dict[str, int]) -> list[str]:
    return [f"{count} {kind or 'nameless'}" for kind, count in sorted(kinds.items())]


def _joined(before: str, names: list[str]) -> str:
    return before + ", ".join(names) if names else ""
