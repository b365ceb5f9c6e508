"""The printed articles of an issue: the value that passes from their printing to the book."""

from dataclasses import dataclass

from printkit.article import Article
from printkit.bindery.book import Part
from printkit.markup.entries import ArticleEntry, PlacedSection
from printkit.readers import Reading
from printkit.report import Account


@dataclass(frozen=True)
class PrintedIssue:
    """The printed articles of an issue.

    Attributes:
        parts: the pages in their order, without furniture; a missing article has a stub.
        sections: the articles under the heads of their sections, with their folios.
        accounts: the account of every record, in the order of the pages.
        readings: the records of the printed articles, each with the prefix of the article's ids.
    """

    parts: tuple[Part, ...]
    sections: tuple[PlacedSection, ...]
    accounts: tuple[Account, ...]
    readings: tuple[tuple[Reading, str], ...]

    @property
    def entries(self) -> tuple[ArticleEntry, ...]:
        """Return all articles in the order of their sections, the missing ones too."""
        return tuple(entry for section in self.sections for entry in section.entries)

    @property
    def articles(self) -> tuple[Article, ...]:
        """Return the articles that are printed."""
        return tuple(reading.article for reading, _ in self.readings)
