"""The whole shop on one screen: record → article → page markup → pages → bound PDF → file.

A single article needs no binding: the press prints it with its running heads and folios.
"""

from collections.abc import Iterable, Iterator
from concurrent.futures import Executor
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Unpack

from printkit.bindery.book import Inserts
from printkit.edition import edition_from
from printkit.edition.choices import EditionChoices, Fetch
from printkit.edition.ticket import JobTicket
from printkit.errors import PrintkitError, RecordError, StrictError
from printkit.files import publishing
from printkit.issue import selection
from printkit.issue.digest_choices import DigestChoices, edition_and_plan
from printkit.issue.plan import Plan
from printkit.issue.selection import Issue
from printkit.makeup.inserts import admit_inserts
from printkit.preflight import fields
from printkit.prepare import prepare
from printkit.press.fingerprint import fingerprint
from printkit.printing.jobs import plan_tasks
from printkit.printing.printer import LostFontError, opened
from printkit.printing.worker_arguments import refuse_wrong_workers
from printkit.printing.workers import Loss, Workers, jobs_for, lost_error, run_tasks
from printkit.readers import Reading
from printkit.readers.inputs import Record, read, read_all, read_one
from printkit.report import LENIENT, Account, Digest, Result, refuse_remarks
from printkit.themes import find_theme


def export(
    record: Record,
    output: Path | str | None = None,
    *,
    name: str = "",
    fetch: bool | Fetch = False,
    allow_embargoed: bool = False,
    strict: bool = False,
    **choices: Unpack[EditionChoices],
) -> Result:
    """Print one article.

    Args:
        record: an Article, a mapping of its fields, its bytes, or the path of its file.
        output: the PDF to write; None leaves its bytes in the result.
        name: the record's name in remarks and errors, if it is not a file.
        fetch, allow_embargoed, strict: as in JobTicket.
        choices: theme, paper, language, links, profile, as in Edition.

    Raises:
        PrintkitError: the record cannot be printed, or the file cannot be written.
    """
    ticket = JobTicket(edition_from(choices), fetch, allow_embargoed, strict)
    made = print_article(read_one(record, name), ticket)
    return _published(made, Path(output)) if output is not None else made


def export_many(
    records: Record | Iterable[Record],
    folder: Path | str,
    *,
    jobs: int = 1,
    fetch: bool | Fetch = False,
    allow_embargoed: bool = False,
    strict: bool = False,
    **choices: Unpack[EditionChoices],
) -> Iterator[Account]:
    """Print each article to a file of its own; a record that fails does not stop the others.

    Args:
        records: one or several, as in export; a file or a folder may hold many.
        folder: where the PDFs go, named after their dates and headlines.
        jobs: how many to print at a time, each in a process of its own; a script that asks
            for several starts behind `if __name__ == "__main__":`.
        fetch, allow_embargoed, strict, choices: as in export.

    Yields:
        One account for each record, in their order, as each is done.

    Raises:
        PrintkitError: nothing can be printed at all: a wrong choice, a folder that cannot be made.
    """
    refuse_wrong_workers(None, jobs, fetch)
    ticket = JobTicket(edition_from(choices), fetch, allow_embargoed, strict)
    find_theme(ticket.edition.theme)
    publishing.make_folder(Path(folder))
    found = read_all(records)
    names = iter(publishing.names_for([one.article for one in found if isinstance(one, Reading)]))
    tasks = [
        (one, ticket, Path(folder) / next(names) if isinstance(one, Reading) else None)
        for one in found
    ]
    return run_tasks(account_for, account_for_lost, tasks, jobs)


def digest(
    records: Record | Iterable[Record],
    output: Path | str | None = None,
    *,
    executor: Executor | None = None,
    jobs: int | None = 1,
    cache: bool = True,
    fetch: bool | Fetch = False,
    allow_embargoed: bool = False,
    strict: bool = False,
    **choices: Unpack[DigestChoices],
) -> Digest:
    """Print many articles, bound into one file.

    Args:
        records: one or several, as in export; a file or a folder may hold many.
        output: the PDF to write; None leaves its bytes in the result.
        executor: prints the articles there; any `concurrent.futures.Executor`. What comes out
            does not depend on it.
        jobs: how many processes print; 1 prints in this one, and None starts as many as the
            machine has cores, if there is much to print and fetch is no function. A script that
            lets several print starts behind `if __name__ == "__main__":`.
        cache: keep what is printed in the user's cache, and take from there what is unchanged.
        fetch, allow_embargoed, strict: as in JobTicket.
        choices: those of an Edition and of a Plan; a period's ends are since and until.

    Raises:
        EmptyIssueError: no article is left; its accounts say why.
        PrintkitError: a choice is wrong, the digest's own pages cannot be printed, a PDF that
            is to be joined is refused, or the file cannot be written.
    """
    refuse_wrong_workers(executor, jobs, fetch)
    edition, plan = edition_and_plan(choices)
    ticket = JobTicket(edition, fetch, allow_embargoed, strict)
    found = read_all(records)
    now = datetime.now(UTC)
    issue = selection.assemble(
        found, plan, language=edition.language, now=now, allow_embargoed=allow_embargoed
    )
    selection.refuse_empty(issue)
    inserts, joined = admit_inserts(plan)
    count = sum(len(section.readings) for section in issue.sections)
    workers = Workers(jobs_for(jobs, count, fetch), executor, preload="printkit.printing.preloaded")
    # A font may be lost from the cache between printing and binding: damaged, or removed by
    # another program. The second try prints again what lacks a font; the third uses no cache.
    for last, keep in enumerate((cache, cache, False)):
        try:
            made = _bound(issue, plan, ticket, inserts, workers, keep=keep)
            break
        except LostFontError:
            if last == 2:
                raise
    made = replace(made, remarks=(*joined, *made.remarks))
    if strict:
        refuse_remarks(made, issue.left_out)
    made = replace(made, accounts=(*made.accounts, *issue.left_out))
    if output is None:
        return made
    publishing.publish(made.pdf, Path(output))
    return replace(made, path=Path(output))


def _bound(
    issue: Issue,
    plan: Plan,
    ticket: JobTicket,
    inserts: Inserts,
    workers: Workers,
    *,
    keep: bool,
) -> Digest:
    """Print the articles of an issue, make up the book and bind it; or find it in the cache.

    Raises:
        LostFontError: a font is gone from the cache.
        PrintkitError: an own page of the digest cannot be printed.
    """
    edition = replace(ticket.edition, language=issue.language)
    with opened(workers, fingerprint(find_theme(edition.theme)), keep=keep) as printer:
        tasks = plan_tasks(issue.sections, plan, ticket)
        runs = printer.keys(tasks)
        key = printer.digest_key(issue, plan, ticket.edition, runs, inserts.pdfs)
        if known := printer.find_digest(key):
            return known
        # The engines take long to import, and nothing is printed where nothing changed.
        from printkit import bindery
        from printkit.makeup.articles import print_issue
        from printkit.makeup.book import make_up
        from printkit.makeup.cover_picture import choose_cover
        from printkit.makeup.own_pages import OwnPages

        articles = print_issue(tasks, runs, issue.unreadable, edition, printer)
        cover = choose_cover(plan, articles.readings, ticket)
        own = OwnPages(plan, issue.period, edition, articles, cover)
        book, remarks = make_up(own, inserts, printer)
        pdf = bindery.bind(book, printer.font)
        made = Digest(book.title, pdf, book.page_count, articles.accounts, remarks)
        if not any(account.error for account in made.accounts):
            runs = printer.keys(tasks)
            key = printer.digest_key(issue, plan, ticket.edition, runs, inserts.pdfs)
            printer.keep_digest(key, made)
        return made


def account_for(one: Reading | RecordError, order: JobTicket, path: Path | None) -> Account:
    """Print one of many, and say what became of it."""
    if isinstance(one, RecordError) or path is None:
        return Account(one.where, "failed", error=one if isinstance(one, RecordError) else None)
    try:
        made = _published(print_article(one, order), path)
        return Account(one.where, "ok", made.remarks, made)
    except PrintkitError as error:
        return Account.of_error(one.where, error)


def check(
    record: Record,
    name: str = "",
    *,
    fetch: bool | Fetch = False,
    **choices: Unpack[EditionChoices],
) -> Iterator[Account]:
    """Read and copy-edit the articles of a record, and gather their pictures; print nothing.

    Args:
        record: as in export; a file or a folder may hold many articles.
        name: the record's name in remarks and errors, if it is not a file.
        fetch, choices: as in export.

    Yields:
        One account for each article, with the remarks that printing it would begin with.

    Raises:
        EditionError: a choice is wrong.
    """
    ticket = JobTicket(edition_from(choices), fetch)
    return (_check(one, ticket) for one in read(record, name))


def _check(one: Reading | RecordError, ticket: JobTicket) -> Account:
    if isinstance(one, RecordError):
        return Account(one.where, "failed", error=one)
    try:
        return Account(one.where, "ok", prepare(one, ticket).remarks)
    except PrintkitError as error:
        return Account.of_error(one.where, error)


def account_for_lost(
    loss: Loss, one: Reading | RecordError, order: JobTicket, path: Path | None
) -> Account:
    """Say what became of a record whose press died over it, or had to be stopped."""
    return Account(one.where, loss, error=lost_error(loss, one.where))


def print_article(reading: Reading, ticket: JobTicket) -> Result:
    """Take one article down the line, to a PDF in memory.

    Raises:
        PrintkitError: the article cannot be printed, or must not be.
    """
    # The engines take long to import, and only printing needs them.
    from printkit.markup import article as markup
    from printkit.preflight import check as preflight
    from printkit.press import engine, missing_glyphs

    article, where = reading.article, reading.where
    theme = find_theme(ticket.edition.theme)
    prepared = prepare(reading, ticket)
    page = markup.article_page(article, prepared.copy, prepared.gathered, ticket.edition)
    pages = engine.print_pages(page, theme, prepared.gathered.pictures, where)
    findings = preflight.check(pages.pdf, page.printed, where=where, missing=pages.missing)
    remarks = (
        *prepared.remarks,
        *fields.left_out(article, page.printed, where),
        *pages.remarks,
        *missing_glyphs.missing_glyphs(pages.missing, where),
        *findings,
    )
    if ticket.strict and remarks:
        raise StrictError(*map(str, remarks), where=where, remedy=LENIENT)
    return Result(article, pages.pdf, pages.page_count, remarks, page.html)


def _published(made: Result, path: Path) -> Result:
    publishing.publish(made.pdf, path)
    return replace(made, path=path)
