"""One run of the press: takes a task or a job, gives printed pages, and keeps them.

The worker processes call these functions. The pages depend only on the task or the job, so any
process may print them. If the press cannot print one article, the others are printed without it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from printkit.errors import PressError, PrintkitError, ThemeError
from printkit.files.cache import CacheFolder
from printkit.issue.canonical_urls import address_of, canonical_address
from printkit.markup.cross_references import CrossReference
from printkit.pages import PageMarkup, Pages
from printkit.pictures.fetched_once import fetch_once
from printkit.pictures.network import resolve_fetch
from printkit.prepare import Prepared, prepare
from printkit.press.messages import is_on_style
from printkit.printing import kept, keys
from printkit.printing.jobs import ArticleTask, PressJob, PrintedRun
from printkit.report import Account
from printkit.themes import find_theme


def print_articles(task: ArticleTask, fingerprint: str, folder: Path) -> PrintedRun:
    """Print the articles of a task, and keep them; account for articles that cannot be printed.

    Args:
        task: the articles.
        fingerprint: stands for everything else that pages depend on.
        folder: the folder of the cache.
    """
    cache = CacheFolder(folder)
    if fetch := resolve_fetch(task.ticket.fetch, task.ticket.limits):
        # The printed pictures must be those of which the key is made.
        task = replace(task, ticket=replace(task.ticket, fetch=fetch_once(fetch)))
    prepared, failures = _prepared(task)
    asked = [list(one.asked) for one in prepared.values()]
    # Only now are pictures from the network known, so only now can the cache be asked.
    key = "" if failures else keys.of_run(task, asked, fingerprint)
    if known := kept.find_run(key, cache):
        return known
    run = PrintedRun(None)
    while prepared and run.pages is None:
        articles = list(prepared.values())
        try:
            pages = _pressed(_marked_up(task, articles), task.ticket.edition.theme, cache)
            run = _run(task, articles, pages)
        except PressError as error:
            spoilt = _spoilt(task, prepared, cache, error)
            failures |= spoilt
            prepared = {place: one for place, one in prepared.items() if place not in spoilt}
    if failures:
        return replace(run, failures=failures)
    kept.keep_run(key, run, cache)
    kept.keep_asked(keys.of_task(task, fingerprint), asked, cache)
    return run


def lost_articles(
    error: PrintkitError, task: ArticleTask, _fingerprint: str, _folder: Path
) -> PrintedRun:
    """Account for the articles of a task whose process died or was killed."""
    places = (reading.where for reading in task.readings)
    accounts = (Account.of_error(where, error.at(where)) for where in places)
    return PrintedRun(None, failures=dict(enumerate(accounts)))


def print_job(job: PressJob, fingerprint: str, folder: Path) -> Pages | PrintkitError:
    """Return the pages of a job, kept or printed now; return the error of a job that failed."""
    cache, key = CacheFolder(folder), keys.of_job(job, fingerprint)
    if known := kept.find_pages(key, cache):
        return known
    try:
        pages = _pressed(job.markup, job.theme, cache, job.name, furniture=job.furniture)
    except PrintkitError as error:
        return error
    kept.keep_pages(key, pages, cache)
    return pages


def lost_job(
    error: PrintkitError, job: PressJob, _fingerprint: str, _folder: Path
) -> PrintkitError:
    """Return the error of a job whose process died or was killed."""
    return error.at(job.name)


def _pressed(
    page: PageMarkup, theme: str, cache: CacheFolder, name: str = "", *, furniture: bool = False
) -> Pages:
    """Print pages for the bindery, and check them with preflight; keep the fonts that they use.

    Args:
        page, theme, name, furniture: as in a PressJob. The name of an article's pages is empty,
            because the key of kept pages has no name of a record.
        cache: keeps the fonts.

    Raises:
        PressError: the press cannot print the page.
        ThemeError: a style asks for a file that it may not read, or a template leaves out an id.
    """
    # The engines take long to import, and only printing needs them.
    from printkit.preflight import preflight
    from printkit.press import engine

    def keep_font(name: str, program: bytes) -> object:
        return cache.has(kept.FONT, name) or cache.put(kept.FONT, name, program)

    pages = engine.print_for_binding(page, find_theme(theme), keep_font, name, furniture=furniture)
    if furniture:
        return pages
    _refuse_lost_ids(page, theme, pages)
    return replace(pages, remarks=preflight(pages, page, name))


def _refuse_lost_ids(page: PageMarkup, theme: str, pages: Pages) -> None:
    """Refuse pages that lack an element to which contents, lists or links lead.

    Raises:
        ThemeError: a template of the user's own does not print the element, or a style hides it.
    """
    lost = [one for one in page.ids if one not in pages.anchors]
    unwritten = [one for one in lost if not _is_written(one, page.html)]
    if unwritten:
        raise ThemeError(
            f"the template of the page prints no element with the id {', '.join(unwritten)}, to"
            " which the digest leads",
            where=page.template,
            remedy="Print the ids that printkit's own template of this name prints.",
        )
    if lost:
        raise ThemeError(
            f"the style hides the element with the id {', '.join(lost)}, to which the digest leads",
            where=theme,
            remedy="Take out the rule that does not display the element.",
        )


def _is_written(identity: str, markup: str) -> bool:
    return any(f"id={quote}{identity}{quote}" in markup for quote in ('"', "'", ""))


def _prepared(task: ArticleTask) -> tuple[dict[int, Prepared], dict[int, Account]]:
    """Return the prepared articles and the accounts of all others, by their places in the task."""
    prepared: dict[int, Prepared] = {}
    failures: dict[int, Account] = {}
    for place, (reading, prefix) in enumerate(zip(task.readings, task.prefixes, strict=True)):
        # The record's name is not in the key of the pages, so no kept page or remark may name it.
        unnamed = reading._replace(where="", remarks=())
        try:
            prepared[place] = prepare(unnamed, task.ticket, prefix)
        except PrintkitError as error:
            failures[place] = Account.of_error(reading.where, error.at(reading.where))
    return prepared, failures


def _marked_up(task: ArticleTask, articles: Sequence[Prepared]) -> PageMarkup:
    from printkit.markup import article

    references = [_references(task, one) for one in articles]
    edition, head = task.ticket.edition, task.head
    if task.flows:
        return article.section_page(articles, edition, section=head, references=references)
    (only,), (own,) = articles, references
    return article.article_page(only, edition, section=head, references=own)


def _references(task: ArticleTask, prepared: Prepared) -> dict[str, CrossReference]:
    """Return the articles of the issue that an article links to, by the addresses of the links."""
    found = {url: task.references.get(canonical_address(url)) for url in prepared.copy.links}
    own = address_of(prepared.reading.article)
    return {url: one for url, one in found.items() if one and canonical_address(url) != own}


def _run(task: ArticleTask, articles: Sequence[Prepared], pages: Pages) -> PrintedRun:
    """Return the printed articles, each with its entry, its links and its remarks."""
    from printkit.markup.entries import make_entry
    from printkit.wording.attribution import attribution_in

    language = task.ticket.edition.language
    entries = tuple(
        make_entry(
            one.copy,
            one.gathered,
            attribution_in(one.reading.article.language or language),
            one.prefix,
        )
        for one in articles
    )
    # A remark that names no article goes to the first article; a remark on the style to none.
    by_article = [
        (one.article or articles[0].prefix, one) for one in pages.remarks if not is_on_style(one)
    ]
    remarks = tuple(
        (*one.remarks, *(remark for prefix, remark in by_article if prefix == one.prefix))
        for one in articles
    )
    links = tuple(one.copy.links for one in articles)
    return PrintedRun(pages, entries, links, remarks)


def _spoilt(
    task: ArticleTask,
    prepared: Mapping[int, Prepared],
    cache: CacheFolder,
    error: PressError,
) -> dict[int, Account]:
    """Return the accounts of the articles that the press cannot print.

    Articles of a section that flows on are printed together. To find the articles that the press
    cannot print, print each article alone. If each can be printed alone, the error counts for all.
    """

    def account(place: int, error: PressError) -> Account:
        where = task.readings[place].where
        return Account.of_error(where, error.at(where))

    spoilt: dict[int, Account] = {}
    for place, one in prepared.items() if len(prepared) > 1 else ():
        try:
            _pressed(_marked_up(task, [one]), task.ticket.edition.theme, cache)
        except PressError as own_error:
            spoilt[place] = account(place, own_error)
    return spoilt or {place: account(place, error) for place in prepared}
