"""A digest from records that were read: issue → printed body → book → bound PDF."""

import os
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import Executor
from datetime import UTC, datetime
from pathlib import Path

from printkit import issue as issues
from printkit.book import Insert, Inserts
from printkit.errors import EmptyIssueError, RecordError, StrictError
from printkit.fingerprint import fingerprint
from printkit.plan import Plan
from printkit.prepress import Order
from printkit.pressroom import Pressroom
from printkit.readers import Reading
from printkit.remarks import Remark
from printkit.report import Account, Digest
from printkit.themes import find_theme

# From so many articles on, more processes save more time than they take to start.
_MANY = 12


def digest(
    found: Sequence[Reading | RecordError],
    plan: Plan,
    order: Order,
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
    issue = issues.assemble(
        found,
        plan,
        language=order.edition.language,
        now=datetime.now(UTC),
        allow_embargoed=order.allow_embargoed,
    )
    if not issue.sections:
        raise _empty(issue)
    # What follows is heavy, and an empty issue should be told at once.
    from printkit import bindery, works
    from printkit.body import print_body, run_tasks
    from printkit.covers import choose_cover
    from printkit.makeup import MakeUp

    inserts, joined = _inserts(plan)
    count = sum(len(section.readings) for section in issue.sections)
    room = Pressroom(_jobs(jobs, count), executor, preload="printkit.press")
    with works.opened(room, fingerprint(theme), keep=keep) as own:
        tasks = run_tasks(issue, plan, order)
        body = print_body(tasks, issue.unreadable, order.edition, own)
        cover = choose_cover(plan, tasks, order)
        made = MakeUp(plan, issue.period, order.edition, body, cover, inserts, own).made_up()
        pdf = bindery.bind(made.book, own.face)
    accounts = (*body.accounts(), *issue.left_out)
    title, remarks = made.book.title, (*joined, *made.remarks)
    bound = Digest(title, pdf, made.book.page_count, accounts, remarks)
    return _strict(bound) if order.strict else bound


def _empty(issue: issues.Issue) -> EmptyIssueError:
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


def _jobs(jobs: int | None, count: int) -> int:
    if jobs is not None:
        return jobs
    return min(os.cpu_count() or 1, count) if count >= _MANY else 1


def _inserts(plan: Plan) -> tuple[Inserts, tuple[Remark, ...]]:
    """The PDFs that are to be joined, and what was noticed of them."""
    from printkit import foreign

    prepended = [foreign.admit(Path(name)) for name in plan.prepend]
    appended = [foreign.admit(Path(name)) for name in plan.append]
    inserts = Inserts(
        tuple(Insert(one.pdf, one.page_count, one.title, "roman") for one in prepended),
        tuple(Insert(one.pdf, one.page_count, one.title, "arabic") for one in appended),
    )
    return inserts, tuple(remark for one in (*prepended, *appended) for remark in one.remarks)


def _strict(made: Digest) -> Digest:
    """The digest, if nothing was noticed.

    Raises:
        StrictError: something was.
    """
    remarks = [*made.remarks, *(one for account in made.accounts for one in account.remarks)]
    if remarks:
        raise StrictError(*map(str, remarks), remedy="Put these right, or leave --strict.")
    return made
