"""Print the articles of an issue: takes tasks, gives parts of the book in their order.

A link from one article to another is printed with the page of that article, and pages are known
only after printing. So an article with such links is printed again with the page numbers, until no
number changes. An article that cannot be printed, and a record that cannot be read, has a stub in
its place.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial

from printkit.bindery.book import Part
from printkit.bindery.page_table import PartPages, folios, page_table
from printkit.edition import Edition
from printkit.errors import RecordError
from printkit.issue.canonical_urls import address_of, canonical_address
from printkit.makeup.filling import fill_page_apart
from printkit.makeup.printed_issue import PrintedIssue
from printkit.markup import digest
from printkit.markup.cross_references import CrossReference
from printkit.markup.entries import ArticleEntry, PlacedSection
from printkit.pages import Pages
from printkit.printing.jobs import ArticleTask, PressJob, PrintedRun
from printkit.printing.printer import Printer
from printkit.readers import Reading
from printkit.remarks import Remark
from printkit.report import Account

# A printed page number may make a line longer, and so move later articles to other pages. This
# rarely happens twice in a digest.
_ROUNDS = 4
# The stub prints this sentence: the error text quotes the record, and belongs in the report only.
_UNREAD = "The record could not be read."
# A part of the book, its entries without their folios, and the accounts of its articles.
_PartOfIssue = tuple[Part, Sequence[ArticleEntry], Sequence[Account]]


def print_issue(
    tasks: Sequence[ArticleTask],
    keys: Sequence[str],
    unreadable: Sequence[RecordError],
    edition: Edition,
    printer: Printer,
) -> PrintedIssue:
    """Print the articles of an issue, and a stub for each article that cannot be printed.

    Args:
        tasks: the tasks of the issue, in its order.
        keys: the keys of these tasks in the cache, as `Printer.keys` gives them.
        unreadable: the errors of the records that belong to the issue and could not be read.
        edition: the choices for the stubs.
        printer: prints the articles, or finds them in the cache.

    Raises:
        PrintkitError: a stub cannot be printed.
    """
    runs = printer.print_articles(tasks, keys)
    issue = _put_together(tasks, runs, unreadable, edition, printer)
    for turn in range(_ROUNDS + 1):
        referring = [
            replace(task, references=_references(task, run, issue))
            for task, run in zip(tasks, runs, strict=True)
        ]
        if turn == _ROUNDS and referring != tasks:
            # The numbers still change: print links without page numbers, not with wrong numbers.
            referring = [replace(task, references={}) for task in tasks]
        changed = [n for n, task in enumerate(referring) if task != tasks[n]]
        if not changed:
            break
        again = printer.print_articles([referring[n] for n in changed])
        tasks = referring
        for n, run in zip(changed, again, strict=True):
            runs[n] = run
        issue = _put_together(tasks, runs, unreadable, edition, printer)
    return issue


def _put_together(
    tasks: Sequence[ArticleTask],
    runs: Sequence[PrintedRun],
    unreadable: Sequence[RecordError],
    edition: Edition,
    printer: Printer,
) -> PrintedIssue:
    """Return the printed articles in order, with a stub for everything that was not printed."""
    found = list(_parts(tasks, runs, unreadable, edition, printer))
    parts = tuple(part for part, _, _ in found)
    table = page_table(parts)
    numbers = folios(table)
    sections: dict[str, list[ArticleEntry]] = {}
    accounts: list[Account] = []
    for (part, unplaced, unnumbered), row in zip(found, table, strict=True):
        entries = [_numbered(one, numbers) for one in unplaced]
        sections.setdefault(part.section, []).extend(entries)
        accounts += (
            replace(account, page=one.page, remarks=tuple(_on_paper(account.remarks, row)))
            for account, one in zip(unnumbered, entries, strict=True)
        )
    return PrintedIssue(
        parts,
        tuple(PlacedSection(name, tuple(entries)) for name, entries in sections.items()),
        tuple(accounts),
        tuple(_readings(tasks, runs)),
    )


def _parts(
    tasks: Sequence[ArticleTask],
    runs: Sequence[PrintedRun],
    unreadable: Sequence[RecordError],
    edition: Edition,
    printer: Printer,
) -> Iterator[_PartOfIssue]:
    """Yield the parts of the issue in their order; print a stub for each missing article."""

    def stub(
        missing: ArticleEntry, account: Account, section: str = "", head: str = ""
    ) -> _PartOfIssue:
        make = partial(digest.stub_page, section=head)
        page = fill_page_apart(printer.workers, edition, account.record, make, missing, edition)
        (pages,) = printer.print_jobs([PressJob(page, edition.theme, name=account.record)])
        return _part(section, pages, [missing]), [missing], [account]

    for task, run in zip(tasks, runs, strict=True):
        if run.pages:
            entries = _printed_articles(task, run)
            yield _part(task.section, run.pages, entries), entries, _accounts(task, run)
        # If an article of the task was printed, its pages already have the head of the section.
        head = "" if run.pages else task.head
        for place, account in sorted(run.failures.items()):
            reason = "; ".join(account.error.problems) if account.error else ""
            article = task.readings[place].article
            missing = ArticleEntry(task.prefixes[place], article=article, missing=reason)
            yield stub(missing, account, task.section, head)
    for number, error in enumerate(unreadable, 1):
        # Leave out the record's folder: the digest must have the same bytes from any folder.
        name = error.headline or re.split(r"[/\\]", error.where)[-1]
        missing = ArticleEntry(f"missing-{number}", missing=_UNREAD, name=name)
        yield stub(missing, Account(error.where, "failed", error=error))


def _printed_articles(task: ArticleTask, run: PrintedRun) -> list[ArticleEntry]:
    """Return the entries of the printed articles of a task, without folios."""
    return [
        entry._replace(article=reading.article)
        for (reading, _), entry in zip(_printed_of(task, run), run.entries, strict=True)
    ]


def _accounts(task: ArticleTask, run: PrintedRun) -> list[Account]:
    """Return the accounts of the printed articles of a task."""
    return [
        Account(reading.where, "ok", (*reading.remarks, *_named(remarks, reading.where)))
        for (reading, _), remarks in zip(_printed_of(task, run), run.remarks, strict=True)
    ]


def _printed_of(task: ArticleTask, run: PrintedRun) -> list[tuple[Reading, str]]:
    """Return the readings of a task that were printed, each with its prefix."""
    both = zip(task.readings, task.prefixes, strict=True)
    return [one for place, one in enumerate(both) if place not in run.failures]


def _readings(
    tasks: Sequence[ArticleTask], runs: Sequence[PrintedRun]
) -> Iterator[tuple[Reading, str]]:
    for task, run in zip(tasks, runs, strict=True):
        yield from _printed_of(task, run) if run.pages else ()


def _named(remarks: Iterable[Remark], record: str) -> Iterator[Remark]:
    """Put the record's name into remarks; remarks that come from the cache have no name."""
    return (remark._replace(record=record) for remark in remarks)


def _on_paper(remarks: Iterable[Remark], row: PartPages) -> Iterator[Remark]:
    """Give each remark on a page of a part the number that is printed on the page."""
    for one in remarks:
        yield one._replace(page=row.first + one.page - 1) if one.page else one


def _part(section: str, pages: Pages, entries: Sequence[ArticleEntry]) -> Part:
    first, *others = entries
    article = first.article
    return Part(
        pages,
        title=section if others and section else first.title,
        # Running heads over several articles are in the language of the issue.
        language=(article.language or "") if article and not others else "",
        section=section,
        targets=dict(_targets(entries, pages)),
        openings=dict(_openings(entries, pages)),
    )


def _targets(entries: Iterable[ArticleEntry], pages: Pages) -> Iterator[tuple[str, str]]:
    """Yield the ids of headlines and pictures, each with the title of its article."""
    for entry in entries:
        for anchor in (entry.anchor, *(one.anchor for one in entry.pictures)):
            if anchor in pages.anchors:
                yield anchor, entry.title


def _openings(entries: Iterable[ArticleEntry], pages: Pages) -> Iterator[tuple[str, str]]:
    """Yield the ids of the elements with which articles begin, each with the article's title."""
    for entry in entries:
        # An article may begin above its headline, with the kicker.
        yield entry.opening if entry.opening in pages.anchors else entry.anchor, entry.title


def _numbered(entry: ArticleEntry, numbers: Mapping[str, str]) -> ArticleEntry:
    """Return an entry with the folios of its headline and its pictures."""
    pictures = tuple(one._replace(page=numbers[one.anchor]) for one in entry.pictures)
    return entry._replace(page=numbers[entry.anchor], pictures=pictures)


def _references(
    task: ArticleTask, run: PrintedRun, issue: PrintedIssue
) -> Mapping[str, CrossReference]:
    """Return anchor and page of the articles that a task links to, by their canonical addresses."""
    linked = {canonical_address(url) for some in run.links for url in some}
    # A link of an article to its own address needs no page number.
    if len(task.readings) == 1:
        linked.discard(address_of(task.readings[0].article) or "")
    return {
        address: CrossReference(entry.anchor, entry.page)
        for entry in issue.entries
        if entry.article and not entry.missing
        if (address := address_of(entry.article)) in linked
    }
