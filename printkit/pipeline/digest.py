"""Call the steps in their order: record → article → page markup → pages → bound PDF → file.

A single article needs no binding: `exporting` prints it with its running heads and folios.
"""

from collections.abc import Iterable
from concurrent.futures import Executor
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Unpack

from printkit.bindery.book import Inserts
from printkit.edition.choices import Fetch
from printkit.edition.limits import DEFAULTS, Limits
from printkit.edition.ticket import JobTicket
from printkit.files.addresses import Destination
from printkit.files.name_patterns import has_folder_of_pattern
from printkit.files.publishing import publish_alone
from printkit.issue.digest_choices import DigestChoices, edition_and_plan
from printkit.issue.output_names import settle
from printkit.issue.plan import Plan
from printkit.issue.selection import Issue, select_issue
from printkit.makeup.inserts import admit_inserts
from printkit.printing.elsewhere import open_presses
from printkit.printing.jobs import plan_tasks
from printkit.printing.press_room import jobs_for, ticket_for_workers
from printkit.printing.printer import Printer, with_printer
from printkit.printing.reading import read_sources_of, sources_of_all
from printkit.printing.worker_arguments import refuse_wrong_workers
from printkit.readers.record_sources import Record
from printkit.report import Digest, refuse_remarks_on_digest


def digest(
    records: Record | Iterable[Record],
    output: Destination | str | None = None,
    *,
    executor: Executor | None = None,
    jobs: int | None = 1,
    cache: bool = True,
    folder: Path | str | None = None,
    fetch: bool | Fetch = False,
    allow_embargoed: bool = False,
    strict: bool = False,
    trusted: bool = False,
    limits: Limits = DEFAULTS,
    **choices: Unpack[DigestChoices],
) -> Digest:
    """Print many articles, bound into one file.

    Args:
        records: one or several, as in export; a file or a folder may hold many.
        output, folder, fetch, allow_embargoed, strict, trusted, limits: as in export; `{week}` in
            output is a week.
        executor: as in export_many; prints articles and own pages, which are bound here.
        jobs: as in export_many; None takes every core, or this process if that is safer or faster.
        cache: keep printed pages in the user's cache, and take unchanged pages from there.
        choices: see Edition and Plan.

    Raises:
        EmptyIssueError: no article is left; the error's accounts say why.
        PrintkitError: a choice is wrong, or the file cannot be written.
    """
    refuse_wrong_workers(executor, jobs, fetch)
    edition, plan = edition_and_plan(choices)
    plan, path = settle(plan, output)
    ticket = JobTicket(edition, fetch, allow_embargoed, strict, limits)
    sources = sources_of_all(records, folder, limits, fetch=bool(fetch))
    found = read_sources_of(sources, jobs=jobs or 1, limits=limits, trusted=trusted)
    issue, inserts = select_issue(found, plan, ticket), admit_inserts(plan, limits)
    number = jobs_for(issue.article_count, jobs, fetch)
    workers, far = open_presses(ticket, number, executor, trusted=trusted)
    press = partial(_print_digest, issue, plan, ticket, inserts)
    made = with_printer(press, workers, edition, far, keep=cache)
    if strict:
        refuse_remarks_on_digest(made, issue.left_out)
    written = path and publish_alone(made.pdf, path, into_new=has_folder_of_pattern(output, path))
    return replace(made, accounts=(*made.accounts, *issue.left_out), place=written)


def _print_digest(
    issue: Issue, plan: Plan, ticket: JobTicket, inserts: Inserts, printer: Printer
) -> Digest:
    """Print an issue, make up its book and bind the book; or find the digest in the cache.

    Raises:
        LostFontError: the cache cannot give a font that kept pages use.
    """
    ticket = ticket_for_workers(ticket, printer.workers)
    tasks = plan_tasks(issue.sections, plan, ticket)
    runs = printer.keys(tasks)
    if known := printer.find_digest(issue, plan, ticket.edition, runs, inserts.identities):
        return _with_inserts(known, inserts)
    # The engines take long to import, and a digest from the cache needs none of them.
    from printkit.bindery.binding import bind
    from printkit.makeup.articles import print_issue
    from printkit.makeup.book import make_up
    from printkit.makeup.cover_picture import choose_cover
    from printkit.makeup.own_pages import OwnPages

    edition = replace(ticket.edition, language=issue.language)
    articles = print_issue(tasks, runs, issue.unreadable, edition, printer)
    cover = printer.workers.do(choose_cover, plan, articles.readings, ticket)
    own = OwnPages(plan, issue.period, edition, articles, cover, printer.workers)
    book, remarks = make_up(own, inserts, printer)
    made = Digest(book.title, bind(book, printer.font), book.page_count, articles.accounts, remarks)
    printer.keep_digest(made, issue, plan, ticket.edition, tasks, inserts.identities)
    return _with_inserts(made, inserts)


def _with_inserts(made: Digest, inserts: Inserts) -> Digest:
    """Return a digest that says which PDFs could not be joined, and what joined PDFs lost."""
    remarks = (*inserts.remarks, *made.remarks)
    return replace(made, remarks=remarks, missing_inserts=inserts.errors)
