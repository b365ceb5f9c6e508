"""The printed articles of an issue: values that the make-up of the book reads."""

from dataclasses import dataclass
from typing import NamedTuple

from printkit.article import Article
from printkit.bindery.book import Part
from printkit.markup.entries import PlacedArticle, PlacedSection
from printkit.readers import Reading
from printkit.report import Account


class IssueArticle(NamedTuple):
    """An article of the issue, printed or missing.

    Attributes:
        placed: what lists say of the article, with its folios.
        account: what became of its record.
        reading: the record; None where the record could not be read.
    """

    placed: PlacedArticle
    account: Account
    reading: Reading | None


class PrintedPart(NamedTuple):
    """A part of the book, and the articles that stand on its pages."""

    part: Part
    articles: tuple[IssueArticle, ...]


@dataclass(frozen=True)
class PrintedIssue:
    """The printed articles of an issue.

    Attributes:
        parts: in their order, without furniture; a missing article has a stub.
    """

    parts: tuple[PrintedPart, ...]

    @property
    def all(self) -> tuple[IssueArticle, ...]:
        """All articles in their order, the missing ones too."""
        return tuple(article for part in self.parts for article in part.articles)

    @property
    def printed(self) -> tuple[IssueArticle, ...]:
        """The articles that are printed, in their order."""
        return tuple(one for one in self.all if not one.placed.missing)

    @property
    def articles(self) -> tuple[Article, ...]:
        """The same as records."""
        return tuple(one.placed.article for one in self.printed if one.placed.article)

    @property
    def readings(self) -> tuple[tuple[Reading, str], ...]:
        """The records of the printed articles, each with the prefix of the article's ids."""
        return tuple((one.reading, one.placed.entry.anchor) for one in self.printed if one.reading)

    @property
    def sections(self) -> tuple[PlacedSection, ...]:
        """The articles under the heads of their sections, as lists show them."""
        sections: dict[str, list[PlacedArticle]] = {}
        for part, articles in self.parts:
            sections.setdefault(part.section, []).extend(one.placed for one in articles)
        return tuple(PlacedSection(name, tuple(some)) for name, some in sections.items())

    @property
    def accounts(self) -> tuple[Account, ...]:
        """The account of every record, in the order of the issue."""
        return tuple(one.account for one in self.all)
