"""Print the articles of an issue: takes tasks, gives parts of the book in their order.

References from article to article name pages, and pages are known only after printing. So an
article with references is printed again with their numbers until no number changes. An article
that cannot be printed, and a record that cannot be read, has a stub in its place.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from printkit.bindery.book import LinkTarget, Part
from printkit.bindery.page_table import folios, page_table
from printkit.edition import Edition
from printkit.errors import RecordError
from printkit.issue.canonical_urls import address_of, canonical
from printkit.makeup.printed_issue import IssueArticle, PrintedIssue, PrintedPart
from printkit.markup import digest
from printkit.markup.cross_references import CrossReference
from printkit.markup.entries import ArticleEntry, PlacedArticle
from printkit.pages import Pages
from printkit.printing.jobs import ArticleTask, Outcome, PressJob, PrintedRun
from printkit.printing.printer import Printer
from printkit.remarks import Remark
from printkit.report import Account

# A reference may push a line over, and the line a page; that this happens again is rare.
_ROUNDS = 4
# Printed instead of the error text, which quotes the record and belongs in the report only.
_UNREAD = "The record could not be read."


def print_issue(
    tasks: Sequence[ArticleTask],
    keys: Sequence[str],
    unreadable: Sequence[RecordError],
    edition: Edition,
    printer: Printer,
) -> PrintedIssue:
    """Print the articles of an issue, and a stub for each article that cannot be printed.

    Args:
        tasks: in the order of the issue.
        keys: of the same tasks in the cache; see `Printer.keys`.
        unreadable: the errors of records that belong to the issue.
        edition: how the stubs are printed.
        printer: prints the articles, or finds them in the cache.

    Raises:
        PrintkitError: a stub cannot be printed.
    """
    outcomes = printer.print_articles(tasks, keys)
    issue = _put_together(tasks, outcomes, unreadable, edition, printer)
    for turn in range(_ROUNDS + 1):
        referring = [
            replace(task, references=_references(task, outcome, issue))
            for task, outcome in zip(tasks, outcomes, strict=True)
        ]
        if turn == _ROUNDS and referring != tasks:
            # The numbers never settle: no number is better than a wrong one.
            referring = [replace(task, references={}) for task in tasks]
        changed = [n for n, task in enumerate(referring) if task != tasks[n]]
        if not changed:
            break
        again = printer.print_articles([referring[n] for n in changed])
        tasks = referring
        for n, outcome in zip(changed, again, strict=True):
            outcomes[n] = outcome
        issue = _put_together(tasks, outcomes, unreadable, edition, printer)
    return issue


def _put_together(
    tasks: Sequence[ArticleTask],
    outcomes: Sequence[Outcome],
    unreadable: Sequence[RecordError],
    edition: Edition,
    printer: Printer,
) -> PrintedIssue:
    """Return the printed parts in order, a stub for everything that was not printed."""
    units = [
        unit
        for task, outcome in zip(tasks, outcomes, strict=True)
        for unit in _units(task, outcome)
    ]
    units += [_unread(number, error) for number, error in enumerate(unreadable, 1)]
    stubs = iter(printer.print_jobs([_stub(one, edition) for one in units if one.pages is None]))
    parts = [(_part(one, one.pages or next(stubs)), one.articles) for one in units]
    numbers = folios(page_table([part for part, _ in parts]))
    return PrintedIssue(
        tuple(
            PrintedPart(part, tuple(_numbered(one, numbers) for one in articles))
            for part, articles in parts
        )
    )


class _Unit(NamedTuple):
    """Articles that were printed in one go, or a missing article.

    Attributes:
        section: the name of the section; may be empty.
        head: the same where a stub opens the section under its head.
        pages: None for a missing article, whose stub is not printed yet.
        articles: without folios.
    """

    section: str
    head: str
    pages: Pages | None
    articles: tuple[IssueArticle, ...]


def _units(task: ArticleTask, outcome: Outcome) -> Iterator[_Unit]:
    if outcome.run:
        articles = tuple(_printed_articles(task, outcome.run, outcome.failures))
        yield _Unit(task.section, "", outcome.run.pages, articles)
    for place, account in sorted(outcome.failures.items()):
        reading = task.readings[place]
        reason = "; ".join(account.error.problems) if account.error else ""
        placed = PlacedArticle(
            reading.article, ArticleEntry(task.prefixes[place], 1), "", missing=reason
        )
        head = "" if outcome.run else task.head
        yield _Unit(task.section, head, None, (IssueArticle(placed, account, reading),))


def _unread(number: int, error: RecordError) -> _Unit:
    # The record's name without its folder: the same bytes come from any folder.
    name = error.headline or re.split(r"[/\\]", error.where)[-1]
    entry = ArticleEntry(f"missing-{number}", 1)
    placed = PlacedArticle(None, entry, "", missing=_UNREAD, name=name)
    account = Account(error.where, "failed", error=error)
    return _Unit("", "", None, (IssueArticle(placed, account, None),))


def _printed_articles(
    task: ArticleTask, run: PrintedRun, failures: Mapping[int, Account]
) -> Iterator[IssueArticle]:
    readings = [one for n, one in enumerate(task.readings) if n not in failures]
    for reading, entry, remarks in zip(readings, run.entries, run.remarks, strict=True):
        named = (*reading.remarks, *_named(remarks, reading.where))
        yield IssueArticle(
            PlacedArticle(reading.article, entry, ""), Account(reading.where, "ok", named), reading
        )


def _named(remarks: Iterable[Remark], record: str) -> Iterator[Remark]:
    """Give remarks the record's name: pages are printed, and kept, without that name."""
    return (remark._replace(record=record) for remark in remarks)


def _stub(unit: _Unit, edition: Edition) -> PressJob:
    (missing,) = unit.articles
    page = digest.stub_page(missing.placed, edition, section=unit.head)
    return PressJob(page, edition.theme, name=missing.account.record)


def _part(unit: _Unit, pages: Pages) -> Part:
    first, *others = (one.placed for one in unit.articles)
    article = first.article
    return Part(
        pages,
        title=unit.section if others and unit.section else first.title,
        language=(article.language or "") if article and not others else "",
        section=unit.section,
        targets=tuple(_targets(unit.articles, pages)),
    )


def _targets(articles: Iterable[IssueArticle], pages: Pages) -> Iterator[LinkTarget]:
    """Yield the places of headlines and pictures."""
    for placed, _, _ in articles:
        for anchor in (placed.entry.anchor, *(one.anchor for one in placed.entry.pictures)):
            if anchor in pages.anchors:
                yield LinkTarget(anchor, placed.title, pages.anchors[anchor])


def _numbered(article: IssueArticle, numbers: Mapping[str, str]) -> IssueArticle:
    """Return an article with the folios of its headline and its pictures."""
    entry = article.placed.entry
    page = numbers[entry.anchor]
    pictures = () if article.placed.missing else entry.pictures
    placed = article.placed._replace(
        page=page, picture_pages=tuple(numbers[one.anchor] for one in pictures)
    )
    return article._replace(placed=placed, account=replace(article.account, page=page))


def _references(
    task: ArticleTask, outcome: Outcome, issue: PrintedIssue
) -> Mapping[str, CrossReference]:
    """Return where the articles stand that a task links to, by their canonical addresses."""
    links = outcome.run.links if outcome.run else ()
    linked = {canonical(url) for some in links for url in some}
    if len(task.readings) == 1:
        linked.discard(address_of(task.readings[0].article) or "")
    return {
        address: CrossReference(one.placed.entry.anchor, one.placed.page)
        for one in issue.printed
        if one.placed.article and (address := address_of(one.placed.article)) in linked
    }
