"""Formats: those that printkit reads, with their suffixes; one that it recognises and refuses.

A recognised format becomes an error that names the format and says what to do.
"""

from enum import StrEnum
from typing import NamedTuple

from printkit.errors import FormatError

JSON_SUFFIXES = (".json", ".jsonl", ".ndjson")
MARKDOWN_SUFFIXES = (".md", ".markdown")
PLAIN_SUFFIXES = (".txt",)
SUFFIXES = (*JSON_SUFFIXES, *MARKDOWN_SUFFIXES, *PLAIN_SUFFIXES)
"""The suffixes of the files that a folder of records gives."""

_READ = "Records are JSON, JSON Lines, Markdown or plain text."


class Family(StrEnum):
    """A family of formats; the value says what the user of such a file can do."""

    ARTICLES = "Write headline and body of each article into a record of JSON, or into Markdown."
    PAGE = "Save the article as Markdown or as plain text: the headline on the first line."
    MAIL = "Save the article as plain text: the headline on the first line, then the text."
    DOCUMENT = "Save the document as Markdown or as plain text."
    ARCHIVE = "Unpack the archive, and name the records that are in the archive."
    PICTURE = "Name the picture in the record of its article, under `images`."
    DATA = "A record is an article, with a headline and a text."


class Format(NamedTuple):
    """A format that a file has and that printkit does not read.

    Attributes:
        name: the name of the file's kind with its article: `a feed in RSS`.
        family: the family, which says what to do.
    """

    name: str
    family: Family

    @property
    def holds_articles(self) -> bool:
        """Tell whether files of the format are made to hold articles."""
        return self.family in (Family.ARTICLES, Family.PAGE, Family.MAIL)


def refusal_of(found: Format, where: str, held: bool = False) -> FormatError:
    """Return the error of a file in a format that printkit does not read.

    Args:
        found: the format.
        where: the name of the file, and the place in the file.
        held: the record may be embargoed or withheld.
    """
    end = "which printkit does not read" if found.holds_articles else "not an article record"
    remedy = f"{found.family} {_READ}"
    return FormatError(f"is {found.name}, {end}", where=where, remedy=remedy).with_held(held)
