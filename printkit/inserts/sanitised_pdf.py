"""The sanitised PDF as plain values, which the worker process sends to its parent process."""

from dataclasses import dataclass, field
from typing import NamedTuple


class FoundBookmark(NamedTuple):
    """A bookmark of the given file.

    Attributes:
        level: 1 for the first level.
        title: one line without control characters.
        page: the number of the page, from 0.
        left, top: the place on the page in points; without a top, the place is the whole page.
    """

    level: int
    title: str
    page: int
    left: float = 0
    top: float | None = None


@dataclass(frozen=True)
class SanitisedPdf:
    """A new PDF of somebody else's pages, without scripts and other active content.

    Attributes:
        pdf: the new file's bytes.
        page_count: the number of pages.
        title: the title in the given file's metadata; may be empty.
        tagged: whether the new file has the structure tree of the given file.
        taken_out: the names of the active and embedded content that was left behind.
        drawn: how many annotations of each kind became part of their page.
        dropped: how many annotations of each kind were removed.
        mended: whether the given file was damaged, and qpdf repaired it.
        bookmarks: the outline of the given file.
        astray: the titles of bookmarks whose target was not kept.
        unprinted: the words of notes and fields that are not on their page.
        without_font: the words of fields for which no font has all letters.
        records: the records that printkit attached to the given file, as JSON text.
        conforms: whether the given file claims PDF/A-3A and PDF/UA-1, has the bytes that printkit
            wrote, and lost nothing that the two standards require.
    """

    pdf: bytes
    page_count: int
    title: str
    tagged: bool
    taken_out: list[str]
    drawn: dict[str, int]
    dropped: dict[str, int]
    mended: bool = False
    bookmarks: list[FoundBookmark] = field(default_factory=list)
    astray: list[str] = field(default_factory=list)
    unprinted: list[str] = field(default_factory=list)
    without_font: list[str] = field(default_factory=list)
    records: list[str] = field(default_factory=list)
    conforms: bool = False
