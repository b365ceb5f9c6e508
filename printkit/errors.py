"""Every error printkit raises: what a user can put right.

PrintkitError          PK100
├ RecordError          PK110  the record is no article
├ RefusedError         PK120  the record must not, or cannot safely, be printed
├ EditionError         PK130  a choice for the printing is wrong
│ └ EmptyIssueError    PK131  the choices leave no article for the digest
├ ThemeError           PK140  no such theme, or its template or style is broken
├ PressError           PK150  the press could not print
├ InspectionError      PK160  the PDF cannot be read back
├ OutputError          PK170  the file could not be written
├ StrictError          PK180  there were remarks, and remarks are failures
└ InsertError          PK190  somebody else's PDF cannot be joined

A message says where, what, and what to do. Bugs are not wrapped: they fly as they are.
"""

from typing import Self


class PrintkitError(Exception):
    """Something the user can put right.

    Attributes:
        where: the file, record, line or field concerned, as the user named it; may be empty.
        problems: what is wrong, one sentence each; all of them, not the first.
        remedy: what to do about it, one sentence; may be empty.
        code: the stable code of this kind of error.
    """

    code = "PK100"

    def __init__(self, *problems: str, where: str = "", remedy: str = "") -> None:
        self.where = where
        self.problems = problems
        self.remedy = remedy
        super().__init__(where, problems, remedy)

    def at(self, where: str) -> Self:
        """The same error of a record that had no name yet where it was found."""
        place = ": ".join(filter(None, (where, self.where)))
        return type(self)(*self.problems, where=place, remedy=self.remedy)

    def __reduce__(self) -> tuple[object, ...]:
        """An error travels back from a press in another process."""
        return _remade, (type(self), self.problems, self.where, self.remedy)

    def __str__(self) -> str:
        if len(self.problems) == 1:
            told = self.problems[0]
        else:
            told = "".join(f"\n  - {problem}" for problem in self.problems)
        place = f"{self.where}: " if self.where else ""
        remedy = f"\n  {self.remedy}" if self.remedy else ""
        return f"{place}{told}{remedy}"

    def to_json(self) -> dict[str, object]:
        """The error as plain JSON values, for a report."""
        return {
            "code": self.code,
            "where": self.where,
            "problems": list(self.problems),
            "remedy": self.remedy,
        }


def _remade(
    kind: type[PrintkitError], problems: tuple[str, ...], where: str, remedy: str
) -> PrintkitError:
    return kind(*problems, where=where, remedy=remedy)


class RecordError(PrintkitError):
    """The record is no article: unreadable, or a field is missing or wrong.

    Attributes:
        held: it may be embargoed, withheld or canceled: nothing of it may reach paper.
        headline: of the record, where so much could be read; else empty.
    """

    code = "PK110"
    held = False
    headline = ""

    def at(self, where: str) -> Self:
        """The same error, held as it was."""
        placed = super().at(where)
        placed.held, placed.headline = self.held, self.headline
        return placed

    def __reduce__(self) -> tuple[object, ...]:
        """It is held in another process too."""
        return (*super().__reduce__(), {"held": self.held, "headline": self.headline})


class RefusedError(PrintkitError):
    """The record is an article but is not printed: embargoed, killed, or over a limit."""

    code = "PK120"


class EditionError(PrintkitError):
    """A choice for the printing is wrong: paper, language, links, a key of printkit.toml."""

    code = "PK130"


class EmptyIssueError(EditionError):
    """The choices leave no article for the digest.

    Attributes:
        accounts: a `report.Account` of every record that was left out.
    """

    code = "PK131"
    accounts: tuple[object, ...] = ()


class ThemeError(PrintkitError):
    """There is no such theme, or its template or style is broken."""

    code = "PK140"


class PressError(PrintkitError):
    """The press could not print, or a system library it needs is missing."""

    code = "PK150"


class InspectionError(PrintkitError):
    """The file is no PDF that can be read back."""

    code = "PK160"


class OutputError(PrintkitError):
    """The file could not be written; what stood there before is untouched."""

    code = "PK170"


class StrictError(PrintkitError):
    """It was printed with remarks, and remarks were to be failures: no file.

    Attributes:
        accounts: of a digest, a `report.Account` of every record.
    """

    code = "PK180"
    accounts: tuple[object, ...] = ()


class InsertError(PrintkitError):
    """Somebody else's PDF cannot be joined: encrypted, broken, without pages, over a limit."""

    code = "PK190"
