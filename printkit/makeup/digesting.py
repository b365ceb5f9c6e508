"""A digest from records that were read: issue → printed body → book → bound PDF."""

import os
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import Executor
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from printkit.bindery.book import Insert, Inserts, Numbering
from printkit.edition import Edition
from printkit.errors import EmptyIssueError, RecordError, StrictError
from printkit.files import cache
from printkit.issue import selection as issues
from printkit.issue.plan import Plan
from printkit.issue.selection import Issue
from printkit.prepare import JobTicket
from printkit.press.fingerprint import fingerprint
from printkit.printing import kept_digests, works
from printkit.printing.run import plan_runs
from printkit.printing.workers import Workers
from printkit.printing.works import LostFontError, Printer
from printkit.readers import Reading
from printkit.remarks import Remark
from printkit.report import Account, Digest
from printkit.themes import find_theme

if TYPE_CHECKING:
    from printkit.inserts import Admitted

# From so many articles on, more processes save more time than they take to start.
_MANY = 6
_LENIENT = "Put these right, or leave --strict."


def digest(
    found: Sequence[Reading | RecordError],
    plan: Plan,
    order: JobTicket,
    *,
    executor: Executor | None = None,
    jobs: int | None = None,
    keep: bool = True,
) -> Digest:
    """Bind articles into a digest, in memory.

    Args:
        found: the records, as they were read.
        plan: which of them, in which order, and what stands around them.
        order: how they are to be printed.
        executor, jobs: who prints; see `pipeline.digest`.
        keep: use the user's cache.

    Raises:
        PrintkitError: as `pipeline.digest`.
    """
    theme = find_theme(order.edition.theme)
    issue, edition = _assembled(found, plan, order)
    if not issue.sections:
        raise _empty(issue)
    inserts, joined = _inserts(plan)
    count = sum(len(section.readings) for section in issue.sections)
    room = Workers(_jobs(jobs, count, order), executor, preload="printkit.printing.preloaded")

    def bound(keep: bool) -> Digest:
        with works.opened(room, fingerprint(theme), keep=keep) as own:
            try:
                return _bound(issue, plan, order, edition, inserts, own)
            except LostFontError:
                # What is set in that font is printed again.
                return _bound(issue, plan, order, edition, inserts, own.afresh())

    try:
        made = bound(keep)
    except LostFontError:
        # The cache is full, or somebody empties it: this time it goes without.
        made = bound(keep=False)
    made = replace(made, remarks=(*joined, *made.remarks))
    if order.strict:
        _refuse_remarks(made, issue)
    return replace(made, accounts=(*made.accounts, *issue.left_out))


def _assembled(
    found: Sequence[Reading | RecordError], plan: Plan, order: JobTicket
) -> tuple[Issue, Edition]:
    """The issue, and the edition of the digest's own pages: in the language of most articles."""
    edition, now = order.edition, datetime.now(UTC)

    def assembled(edition: Edition) -> Issue:
        return issues.assemble(
            found,
            plan,
            language=edition.language,
            now=now,
            allow_embargoed=order.allow_embargoed,
        )

    issue = assembled(edition)
    if edition.language:
        return issue, edition
    edition = replace(edition, language=_commonest(issue))
    # The last head is a word of the language.
    return assembled(edition), edition


def _commonest(issue: Issue) -> str:
    """The language of most articles, for an issue that nobody gave one; else that of our words."""
    spoken = Counter(
        one.article.language
        for section in issue.sections
        for one in section.readings
        if one.article.language
    )
    return min(spoken, key=lambda language: (-spoken[language], language), default="en")


def _bound(
    issue: Issue, plan: Plan, order: JobTicket, edition: Edition, inserts: Inserts, own: Printer
) -> Digest:
    """The digest of what is in the issue, with the accounts of that.

    Args:
        order: how the articles are printed.
        edition: how the digest's own pages are.
    """
    tasks = plan_runs(issue.sections, plan, order)
    keys = own.keys(tasks)
    key = _key(issue, plan, order, edition, inserts, keys, own.fingerprint)
    if number := kept_digests.kept(key, own.shelf) if key else None:
        return number
    # What follows is heavy, and not needed where nothing changed.
    from printkit import bindery
    from printkit.makeup.articles import print_body
    from printkit.makeup.cover_picture import Cover, choose_cover
    from printkit.makeup.parts import MakeUp

    body = print_body(tasks, keys, issue.unreadable, edition, own)
    printed = (
        (one.reading, one.story.anchor) for one in body.entries if one.reading and not one.missing
    )
    cover = Cover() if "cover" in plan.without else choose_cover(plan, printed, order)
    book, remarks = MakeUp(plan, issue.period, edition, body, cover, inserts, own).made_up()
    pdf = bindery.bind(book, own.face)
    made = Digest(book.title, pdf, book.page_count, tuple(body.accounts()), remarks)
    if not any(account.error for account in made.accounts):
        key = key or _key(issue, plan, order, edition, inserts, own.keys(tasks), own.fingerprint)
        if key:
            kept_digests.keep(key, made, own.shelf)
    return made


def _key(
    issue: Issue,
    plan: Plan,
    order: JobTicket,
    edition: Edition,
    inserts: Inserts,
    keys: Sequence[str],
    fingerprint: str,
) -> str:
    """What the whole digest depends on; empty where not all of it is known to be kept."""
    if issue.unreadable or not all(keys):
        return ""
    picture = Path(plan.cover_picture) if plan.cover_picture else None
    return cache.key(
        fingerprint,
        repr((plan, issue.period, order.edition, edition)),
        *keys,
        *(repr((one.where, one.remarks)) for section in issue.sections for one in section.readings),
        *(insert.pdf for insert in (*inserts.prepended, *inserts.appended)),
        picture.read_bytes() if picture and picture.is_file() else b"",
    )


def _empty(issue: Issue) -> EmptyIssueError:
    left = Counter(account.status for account in issue.left_out)
    told = ", ".join(f"{count} {status}" for status, count in sorted(left.items()))
    unread = f"{len(issue.unreadable)} unreadable" if issue.unreadable else ""
    counted = "; ".join(filter(None, (told, unread))) or "no records came in"
    error = EmptyIssueError(
        f"no article is left for this issue: {counted}",
        remedy="Choose another period, or fewer filters; the report says why each was left out.",
    )
    unreadable = (Account(one.where, "failed", error=one) for one in issue.unreadable)
    error.accounts = (*unreadable, *issue.left_out)
    return error


def _jobs(jobs: int | None, count: int, order: JobTicket) -> int:
    if jobs is not None:
        return jobs
    # A function of the caller's own may know things that only this process knows.
    if count < _MANY or callable(order.fetch):
        return 1
    return min(os.cpu_count() or 1, count)


def _inserts(plan: Plan) -> tuple[Inserts, tuple[Remark, ...]]:
    """The PDFs that are to be joined, and what was noticed of them."""
    from printkit import inserts as foreign

    prepended = [foreign.admit(Path(name)) for name in plan.prepend]
    appended = [foreign.admit(Path(name)) for name in plan.append]
    inserts = Inserts(
        tuple(_insert(one, "roman") for one in prepended),
        tuple(_insert(one, "arabic") for one in appended),
    )
    return inserts, tuple(remark for one in (*prepended, *appended) for remark in one.remarks)


def _insert(admitted: "Admitted", numbering: Numbering) -> Insert:
    return Insert(admitted.pdf, admitted.page_count, admitted.title, numbering, admitted.tagged)


def _refuse_remarks(made: Digest, issue: Issue) -> None:
    """Refuse a digest of which anything was noticed; what was left out is no fault of it.

    Raises:
        StrictError: something was; it carries the accounts.
    """
    accounts = [_strictly(account) for account in made.accounts]
    remarks = [*made.remarks, *(one for account in made.accounts for one in account.remarks)]
    if remarks:
        error = StrictError(*map(str, remarks), remedy=_LENIENT)
        error.accounts = (*accounts, *issue.left_out)
        raise error


def _strictly(account: Account) -> Account:
    """What became of a record whose digest is not made: nothing, but it may be no fault of its."""
    if account.error or account.status != "ok":
        return account
    if not account.remarks:
        return replace(account, status="not_run", page="")
    told = StrictError(*map(str, account.remarks), where=account.record, remedy=_LENIENT)
    return replace(account, status="failed", error=told, page="")
