"""Every error that printkit raises for something that its user can put right.

PrintkitError          PK100
├ RecordError          PK110  the record is not an article
│ ├ SectionPageError   PK111  the record only lists the pages of a section
│ └ FormatError        PK112  the record has a format that printkit does not read
├ RefusedError         PK120  the record must not, or cannot safely, be printed
├ EditionError         PK130  a choice for the printing is wrong
│ └ EmptyIssueError    PK131  the choices leave no article for the digest
├ ThemeError           PK140  there is no such theme, or its template or style is broken
├ PressError           PK150  the press could not print
│ ├ StyleError         PK151  the press could not print with a declaration of the theme
│ └ workers/losses.py  PK152 to PK155; PK199 is a bug
├ InspectionError      PK160  the PDF cannot be read back
├ OutputError          PK170  the file could not be written
│ └ NoSpaceError       PK171  nothing more can be written: a disk is full or read-only
├ StrictError          PK180  there were remarks, and the caller treats remarks as failures
└ InsertError          PK190  somebody else's PDF cannot be joined
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Protocol, Self

from printkit.text.address_secrets import hide_secrets

if TYPE_CHECKING:
    from printkit.remarks import Remark


class PrintkitError(Exception):
    """A problem that the user can put right.

    Attributes:
        problems: one sentence for each problem that was found.
        where: the file, record, line or field concerned, as the user named it; may be empty.
        remedy: one sentence that says what to do about the problem; may be empty.
        code: the stable code of this kind of error.
        status: the status of a record that ends with this error, as in `report.AccountStatus`.
    """

    code = "PK100"
    status = "failed"

    def __init__(self, *problems: str, where: str = "", remedy: str = "") -> None:
        # Workers pickle errors: Python calls `cls(*args)`, then sets the attributes.
        super().__init__(*problems)
        self.problems = problems
        self.where = where
        self.remedy = remedy

    def at(self, where: str) -> Self:
        """Return a copy of the error with `where` put before its place: `week.json: line 3`."""
        return self._copied(where=": ".join(filter(None, (where, self.where))))

    def _copied(self, **changed: object) -> Self:
        # Dask changes `copy.copy`: the copy of an error would share the attributes of the error.
        made = type(self)(*self.problems)
        made.__dict__.update(self.__dict__, **changed)
        return made

    def __str__(self) -> str:
        several = (f"\n  - {problem}" for problem in self.problems)
        message = self.problems[0] if len(self.problems) == 1 else "".join(several)
        place = f"{self.where}: " if self.where else ""
        remedy = f"\n  {self.remedy}" if self.remedy else ""
        return hide_secrets(f"{place}{message}{remedy}")

    def to_json(self) -> dict[str, object]:
        """Return the error as plain JSON values, for a report; secrets of addresses are hidden."""
        return {
            "code": self.code,
            "where": hide_secrets(self.where),
            "problems": list(map(hide_secrets, self.problems)),
            "remedy": hide_secrets(self.remedy),
        }


class RecordAccount(Protocol):
    """The account of one record, as the error of a whole digest carries it.

    `report.Account` has this interface; that module imports this one, and not the reverse.
    """

    @property
    def record(self) -> str:
        """Return the record's name, as the user gave it."""

    @property
    def status(self) -> str:
        """Return `ok`, or why the record was not printed."""

    @property
    def remarks(self) -> "Sequence[Remark]":
        """Return the remarks on the record."""

    @property
    def error(self) -> PrintkitError | None:
        """Return the error of a record that was not printed, else None."""

    def to_json(self) -> Mapping[str, object]:
        """Return the account as plain JSON values: an entry of the report."""


class _AccountedError(PrintkitError):
    """An error that may end a whole digest.

    Attributes:
        accounts: for a digest, one for each record that came in; for a single article, none.
    """

    def __init__(
        self,
        *problems: str,
        where: str = "",
        remedy: str = "",
        accounts: Sequence[RecordAccount] = (),
    ) -> None:
        super().__init__(*problems, where=where, remedy=remedy)
        self.accounts = accounts


class RecordError(PrintkitError):
    """The record is not an article: it is unreadable, or a field is missing or wrong.

    Attributes:
        held: True if the record is perhaps embargoed, withheld or canceled. No word of a held
            record is printed, not even its headline.
        headline: the record's headline; empty if the headline could not be read.
        dated: the record's date of publication or of change; None if no date could be read.
    """

    code = "PK110"

    def __init__(
        self,
        *problems: str,
        where: str = "",
        remedy: str = "",
        held: bool = False,
        headline: str = "",
        dated: date | None = None,
    ) -> None:
        super().__init__(*problems, where=where, remedy=remedy)
        self.held = held
        self.headline = headline
        self.dated = dated

    def with_held(self, held: bool) -> Self:
        """Return a copy of the error with another value of `held`."""
        return self._copied(held=held)


class SectionPageError(RecordError):
    """The record is the page of a section of a web site, without text and pictures of its own.

    Attributes:
        named: whether the user named the file; False for a file that was found in a folder.
    """

    code = "PK111"

    def __init__(
        self, *problems: str, where: str = "", remedy: str = "", named: bool = True
    ) -> None:
        super().__init__(*problems, where=where, remedy=remedy)
        self.named = named


class FormatError(RecordError):
    """The record has a format that printkit does not read: a mail, a feed, a program, a picture."""

    code = "PK112"


class RefusedError(PrintkitError):
    """The record is an article but is not printed: embargoed, canceled, or over a limit.

    Attributes:
        held: the record itself says that its article is not to be printed, or not yet.
    """

    code = "PK120"
    status = "refused"

    def __init__(
        self, *problems: str, where: str = "", remedy: str = "", held: bool = False
    ) -> None:
        super().__init__(*problems, where=where, remedy=remedy)
        self.held = held


class EditionError(PrintkitError):
    """A choice for the printing is wrong: paper, language, links, a key of printkit.toml."""

    code = "PK130"


class EmptyIssueError(_AccountedError, EditionError):
    """The choices leave no article for the digest."""

    code = "PK131"


class ThemeError(PrintkitError):
    """There is no such theme, or its template or style is broken."""

    code = "PK140"


class PressError(PrintkitError):
    """The press could not print, or a system library that it needs is missing."""

    code = "PK150"


class StyleError(PressError):
    """The press could not print a page with a declaration of the user's theme."""

    code = "PK151"


class InspectionError(PrintkitError):
    """The file is not a PDF that can be read back."""

    code = "PK160"


class OutputError(PrintkitError):
    """The file could not be written; an older file of that name is untouched."""

    code = "PK170"


class NoSpaceError(OutputError):
    """Nothing more can be written, as on a full disk; a run of many records ends with this."""

    code = "PK171"


class StrictError(_AccountedError):
    """There were remarks, and the caller treats remarks as failures: no file is written."""

    code = "PK180"


class InsertError(PrintkitError):
    """Somebody else's PDF cannot be joined: encrypted, broken, without pages, over a limit."""

    code = "PK190"
