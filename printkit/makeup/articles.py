"""The body of an issue: its articles, printed apart, in order, with the folios that follow."""

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import NamedTuple

from printkit.article import Article
from printkit.edition import Edition, Sheet
from printkit.errors import RecordError
from printkit.issue.canonical_urls import address_of, canonical
from printkit.markup import digest
from printkit.markup.digest import PageFurniture
from printkit.markup.entries import ArticleEntry, PlacedArticle, PlacedSection
from printkit.pages import Pages
from printkit.printing.leaves import PressJob
from printkit.printing.run import ArticleTask, CrossReference, Outcome, PrintedRun
from printkit.printing.works import Printer
from printkit.readers import Reading
from printkit.remarks import Remark
from printkit.report import Account

# A reference may push a line over, and a line a page; that it does so again and again is rare.
_ROUNDS = 4
# Its problems quote the record, and are for the report alone.
_UNREAD = "The record could not be read."


class IssueArticle(NamedTuple):
    """An article of the body, or what should have been one.

    Attributes:
        reading: None where the record could not be read.
        story: as printed; of what is missing, only where its stub stands.
        missing: why it is not there; None if it is.
        remarks: what was noticed in printing it.
    """

    reading: Reading | None
    story: ArticleEntry
    missing: Account | None = None
    remarks: tuple[Remark, ...] = ()

    @property
    def article(self) -> Article | None:
        """The article, if its record could be read."""
        return self.reading.article if self.reading else None

    @property
    def where(self) -> str:
        """The record, as the user named it."""
        if self.reading:
            return self.reading.where
        return self.missing.record if self.missing else ""

    @property
    def title(self) -> str:
        """The headline; else the record's name, without the folder it lies in."""
        if self.article:
            return self.article.headline
        error = self.missing.error if self.missing else None
        read = error.headline if isinstance(error, RecordError) else ""
        return read or re.split(r"[/\\]", self.where)[-1]


class Unit(NamedTuple):
    """What was printed in one go: an article, a section that flows on, a stub.

    Attributes:
        section: the name of the section it is in; may be empty.
        pages: without furniture.
        entries: at least one, in their order.
    """

    section: str
    pages: Pages
    entries: tuple[IssueArticle, ...]

    @property
    def title(self) -> str:
        """What it is called: the one article's headline, else the section's name."""
        first = self.entries[0]
        if len(self.entries) > 1 and self.section:
            return self.section
        return first.title

    @property
    def language(self) -> str:
        """Of the one article; empty for the issue's own."""
        article = self.entries[0].article
        return (article.language or "") if article and len(self.entries) == 1 else ""

    def margins(self, publication: str, sheet: Sheet) -> tuple[PageFurniture, ...]:
        """What the margins of each page say."""
        anchors = self.pages.anchors
        begun = [
            (anchors.get(one.story.opening, anchors[one.story.anchor]), one.title)
            for one in self.entries
        ]
        return digest.furniture_of(begun, self.pages.page_count, sheet, publication, self.section)


@dataclass(frozen=True)
class Body:
    """The printed body.

    Attributes:
        units: in their order; what is missing has a stub.
    """

    units: tuple[Unit, ...]

    @property
    def page_count(self) -> int:
        """How many pages."""
        return sum(unit.pages.page_count for unit in self.units)

    @property
    def starts(self) -> tuple[int, ...]:
        """How many pages stand before each unit."""
        return tuple(accumulate((unit.pages.page_count for unit in self.units[:-1]), initial=0))

    @property
    def entries(self) -> tuple[IssueArticle, ...]:
        """All articles, in their order."""
        return tuple(entry for unit in self.units for entry in unit.entries)

    @property
    def articles(self) -> tuple[Article, ...]:
        """Those that are printed."""
        return tuple(one.article for one in self.entries if one.article and not one.missing)

    def placed(self) -> tuple[PlacedSection, ...]:
        """The articles under their heads, with the folios they stand on."""
        sections: dict[str, list[PlacedArticle]] = {}
        for unit, start in zip(self.units, self.starts, strict=True):
            placed = (_placed(entry, unit.pages, start) for entry in unit.entries)
            sections.setdefault(unit.section, []).extend(placed)
        return tuple(PlacedSection(name, tuple(some)) for name, some in sections.items())

    def accounts(self) -> Iterator[Account]:
        """What became of each record, in their order."""
        pages = {
            placed.story.anchor: placed.page
            for section in self.placed()
            for placed in section.placed
        }
        for entry in self.entries:
            account = entry.missing or Account(entry.where, "ok", entry.remarks)
            yield replace(account, record=entry.where, page=pages[entry.story.anchor])


def print_body(
    tasks: Sequence[ArticleTask],
    keys: Sequence[str],
    unreadable: Sequence[RecordError],
    edition: Edition,
    works: Printer,
) -> Body:
    """Print the articles of an issue, and a stub for each that cannot be printed.

    Args:
        tasks: the press runs, in the order of the issue.
        keys: where they may be kept.
        unreadable: records that should be in it, and cannot be read.
        edition: how the stubs are printed.
        works: where.

    Raises:
        PrintkitError: a stub cannot be printed either.
    """
    outcomes = works.print_runs(tasks, keys)
    body = _gathered(tasks, outcomes, unreadable, edition, works)
    for turn in range(_ROUNDS + 1):
        crossed = [
            replace(task, crossings=_crossings(task, outcome, body))
            for task, outcome in zip(tasks, outcomes, strict=True)
        ]
        if turn == _ROUNDS and crossed != tasks:
            # They never settle: better no number than a wrong one.
            crossed = [replace(task, crossings={}) for task in tasks]
        changed = [n for n, task in enumerate(crossed) if task != tasks[n]]
        if not changed:
            break
        # Printed again with the numbers of pages, which are known only now.
        again = works.print_runs([crossed[n] for n in changed])
        tasks = crossed
        for n, outcome in zip(changed, again, strict=True):
            outcomes[n] = outcome
        body = _gathered(tasks, outcomes, unreadable, edition, works)
    return body


class _Stub(NamedTuple):
    """A page that stands for an article that could not be printed."""

    section: str
    head: str
    entry: IssueArticle


def _gathered(
    tasks: Sequence[ArticleTask],
    outcomes: Sequence[Outcome],
    unreadable: Sequence[RecordError],
    edition: Edition,
    works: Printer,
) -> Body:
    """What was printed, in order, and the stubs of what was not."""
    found: list[Unit | _Stub] = []
    for task, outcome in zip(tasks, outcomes, strict=True):
        if outcome.run:
            entries = tuple(_printed(task, outcome.run, outcome.failures))
            found.append(Unit(task.section, outcome.run.pages, entries))
        for place, account in sorted(outcome.failures.items()):
            missing = IssueArticle(
                task.readings[place], ArticleEntry(task.prefixes[place], 1), account
            )
            found.append(_Stub(task.section, "" if outcome.run else task.head, missing))
    for number, error in enumerate(unreadable, 1):
        account = Account(error.where, "failed", error=error)
        found.append(
            _Stub("", "", IssueArticle(None, ArticleEntry(f"missing-{number}", 1), account))
        )
    stubs = [one for one in found if isinstance(one, _Stub)]
    pages = iter(works.print_leaves([_stub_leaf(stub, edition) for stub in stubs]))
    return Body(
        tuple(
            Unit(one.section, next(pages), (one.entry,)) if isinstance(one, _Stub) else one
            for one in found
        )
    )


def _printed(
    task: ArticleTask, run: PrintedRun, failures: Container[int]
) -> Iterator[IssueArticle]:
    """The articles of a run that was printed."""
    readings = [one for n, one in enumerate(task.readings) if n not in failures]
    for reading, story, remarks in zip(readings, run.stories, run.remarks, strict=True):
        yield IssueArticle(
            reading, story, None, (*reading.remarks, *_addressed(remarks, reading.where))
        )


def _addressed(remarks: Sequence[Remark], where: str) -> Iterator[Remark]:
    """Remarks made where nobody knew the record's name, with it."""
    for remark in remarks:
        yield remark._replace(where=": ".join(filter(None, (where, remark.where))))


def _stub_leaf(stub: _Stub, edition: Edition) -> PressJob:
    placed = _placed_missing(stub.entry, "")
    page = digest.stub_page(placed, edition, section=stub.head)
    return PressJob(page, edition.theme, name=stub.entry.where)


def _crossings(task: ArticleTask, outcome: Outcome, body: Body) -> Mapping[str, CrossReference]:
    """Where the articles stand that this run links to, by their canonical addresses."""
    links = outcome.run.links if outcome.run else ()
    linked = {canonical(url) for some in links for url in some}
    if len(task.readings) == 1:
        linked.discard(address_of(task.readings[0].article) or "")
    return {
        address: CrossReference(placed.story.anchor, placed.page)
        for section in body.placed()
        for placed in section.placed
        if placed.article and not placed.missing
        if (address := address_of(placed.article)) in linked
    }


def _placed(entry: IssueArticle, pages: Pages, start: int) -> PlacedArticle:
    def folio(anchor: str) -> str:
        return str(start + pages.anchors[anchor].page + 1)

    if entry.missing:
        return _placed_missing(entry, folio(entry.story.anchor))
    return PlacedArticle(
        entry.article,
        entry.story,
        folio(entry.story.anchor),
        tuple(folio(picture.anchor) for picture in entry.story.pictures),
    )


def _placed_missing(entry: IssueArticle, page: str) -> PlacedArticle:
    error = entry.missing.error if entry.missing else None
    reason = "; ".join(error.problems) if error and entry.reading else _UNREAD
    return PlacedArticle(entry.article, entry.story, page, missing=reason, name=entry.title)
