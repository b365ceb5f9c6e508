"""Select the articles of an issue; account for every record that is left out."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TypeVar

from printkit.edition.ticket import JobTicket
from printkit.errors import EmptyIssueError, RecordError, RefusedError
from printkit.issue.duplicates import superseded
from printkit.issue.filters import filtered_out, out_of_period, over_limits, unread_out_of_period
from printkit.issue.issue_zone import in_zone
from printkit.issue.period import Period, date_of, day_of, instant, week_of
from printkit.issue.plan import Plan
from printkit.issue.sections import Section, sections_of
from printkit.issue.unread import account_without_stub
from printkit.prepare import refuse_unprintable
from printkit.readers import Reading
from printkit.readers.unnamed_language import name_language
from printkit.remarks import Remark
from printkit.report import Account
from printkit.wording.language import UNKNOWN
from printkit.wording.words import Words

_ReadRecord = TypeVar("_ReadRecord", Reading, RecordError)


@dataclass(frozen=True)
class Issue:
    """An issue before it is printed.

    Attributes:
        language: the language of the digest's own pages: the language that the caller gives, else
            the language of most articles, else English.
        period: the days that the issue covers; None if the plan sets no period. If the plan sets
            only one end, the issue's own articles set the other.
        sections: the sections in their order; each has an article.
        unreadable: records that should be in the issue and cannot be read. Records that may be
            embargoed, withheld or canceled are in `left_out` instead, and so are records that
            are outside the period or have no date.
        left_out: an account of every record that does not belong in the issue.
    """

    language: str
    period: Period | None
    sections: tuple[Section, ...]
    unreadable: tuple[RecordError, ...]
    left_out: tuple[Account, ...]

    @property
    def article_count(self) -> int:
        """Return the number of articles."""
        return sum(len(section.readings) for section in self.sections)


def select_issue(found: Sequence[Reading | RecordError], plan: Plan, ticket: JobTicket) -> Issue:
    """Return the issue that a plan makes of the records, as they are at this moment.

    Raises:
        EmptyIssueError: no article is left. The error carries the accounts of all records.
    """
    issue = assemble(
        found,
        plan,
        language=ticket.edition.language,
        now=datetime.now(UTC),
        allow_embargoed=ticket.allow_embargoed,
    )
    refuse_empty(issue)
    return issue


def assemble(
    found: Sequence[Reading | RecordError],
    plan: Plan,
    *,
    language: str | None,
    now: datetime,
    allow_embargoed: bool = False,
) -> Issue:
    """Choose and order the articles of an issue; the order of the records does not matter.

    Args:
        found: the records, each of which is in the result once: in a section, or apart.
        plan: the choices for the issue.
        language: the issue's language; None leaves the choice to the articles.
        now: the present moment with its zone, for embargoes and for the last complete week.
        allow_embargoed: let articles pass before the end of their embargo.
    """
    everything = _by_date(found, plan)
    unread = [one for one in found if isinstance(one, RecordError)]
    left_out: list[Account] = []

    def keep(found: Sequence[_ReadRecord], accounts: Iterable[Account | None]) -> list[_ReadRecord]:
        why = list(accounts)
        left_out.extend(filter(None, why))
        return [one for one, account in zip(found, why, strict=True) if not account]

    usable = keep(everything, (_refused(one, now, allow_embargoed) for one in everything))
    wanted = keep(usable, (filtered_out(one, plan) for one in usable))
    period = _period(plan, wanted, now)
    current = keep(wanted, (out_of_period(one, period, plan) for one in wanted))
    # An older version stays in the issue of its own week: duplicates are sought within the period.
    unique = keep(current, _duplicates(current, everything, plan))
    limited = keep(unique, over_limits(unique, plan))
    chosen = [name_language(one, language) for one in _in_issue_zone(limited, period, plan)]
    language = language or _most_common_language(chosen)
    stubs = keep(unread, (_without_stub(one, period, plan) for one in unread))
    return Issue(
        language,
        period,
        sections_of(chosen, plan, Words.of(language).word("more")),
        tuple(sorted(stubs, key=_order_of_error)),
        tuple(sorted(left_out, key=_order_of_account)),
    )


def _by_date(found: Sequence[Reading | RecordError], plan: Plan) -> list[Reading]:
    readings = (one for one in found if isinstance(one, Reading))
    return sorted(readings, key=lambda one: _newest_first(one, plan))


def refuse_empty(issue: Issue) -> None:
    """Refuse an issue without articles, and say why each record was left out.

    Raises:
        EmptyIssueError: no article is left. The error carries the accounts of all records.
    """
    if issue.sections:
        return
    left = Counter(account.status for account in issue.left_out)
    counts = ", ".join(f"{count} {status}" for status, count in sorted(left.items()))
    unread = f"{len(issue.unreadable)} unreadable" if issue.unreadable else ""
    counted = "; ".join(filter(None, (counts, unread))) or "no records came in"
    unreadable = (Account(one.where, "failed", error=one) for one in issue.unreadable)
    raise EmptyIssueError(
        f"no article is left for this issue: {counted}",
        remedy="Choose another period, or fewer filters; the report says why each was left out.",
        accounts=(*unreadable, *issue.left_out),
    )


def _most_common_language(readings: Iterable[Reading]) -> str:
    """Return the language of most articles, for an issue whose language nobody chose."""
    languages = (one.article.language or UNKNOWN for one in readings)
    counts = Counter(one for one in languages if not one.startswith(UNKNOWN))
    return min(counts, key=lambda language: (-counts[language], language), default="en")


def _without_stub(one: RecordError, period: Period | None, plan: Plan) -> Account | None:
    return account_without_stub(one) or unread_out_of_period(one, period, plan)


def _refused(one: Reading, now: datetime, allow_embargoed: bool) -> Account | None:
    """Return an account if the article must not be printed, else None.

    `allow_embargoed` lets only embargoed articles pass; withheld and canceled articles stay out.
    """
    try:
        refuse_unprintable(one, allow_embargoed=allow_embargoed, now=now)
    except RefusedError as error:
        return Account.of_error(one.where, error, named=one.named)
    return None


def _period(plan: Plan, readings: Sequence[Reading], now: datetime) -> Period | None:
    if plan.week:
        return week_of(plan.week, plan.timezone, now)
    if not (plan.since or plan.until):
        return None
    dates = filter(None, (date_of(one.article) for one in readings))
    days = [day_of(moment, plan.timezone) for moment in dates]
    first = plan.since or min(filter(None, [plan.until, *days]))
    last = plan.until or max(filter(None, [plan.since, *days]))
    return Period(first, last, plan.timezone)


def _in_issue_zone(readings: list[Reading], period: Period | None, plan: Plan) -> list[Reading]:
    """Return readings dated in the zone by which they were chosen, or that the plan names."""
    zoned = period or plan.timezone != "UTC"
    return [in_zone(one, plan.timezone) if zoned else one for one in readings]


def _duplicates(
    readings: Sequence[Reading], everything: Iterable[Reading], plan: Plan
) -> Iterator[Account | None]:
    """Yield for each article an account if a newer article is the same, and None if not.

    The newer article may be a notice that withdraws the article.
    """
    withdrawn = [one for one in everything if one.article.status != "usable"]
    together = [*readings, *withdrawn]
    older = superseded([one.article for one in together], plan.timezone)
    for place, one in enumerate(readings):
        found = older.get(place)
        yield _account_of_older(one, together[found.newest], found.reason) if found else None


def _account_of_older(one: Reading, newest: Reading, reason: str) -> Account:
    status = newest.article.status
    if status != "usable":
        error = RefusedError(
            f"a newer version of the article, {newest.where}, is {status}: it has {reason}",
            where=one.where,
            remedy="Only a usable article is printed; ask its source.",
        )
        return Account.of_error(one.where, error)
    message = f"the article is left out, because {newest.where} is newer and has {reason}"
    return Account(one.where, "duplicate", (*one.remarks, Remark("PK703", message, one.where)))


def _newest_first(
    one: Reading, plan: Plan
) -> tuple[timedelta, str, str, str, list[int | str], str]:
    """Return a key that sorts the newest articles first, and articles without a date last.

    Headline, identity, name and content of the record decide between articles of one moment, so
    that the order of the records does not matter.
    """
    article, dated = one.article, date_of(one.article)
    return (
        -instant(dated, plan.timezone) if dated else timedelta.max,
        article.headline.casefold(),
        article.headline,
        article.identity,
        _numerically(one.where),
        article.model_dump_json(),
    )


def _order_of_error(error: RecordError) -> tuple[list[int | str], tuple[str, ...]]:
    return _numerically(error.where), error.problems


def _order_of_account(account: Account) -> tuple[list[int | str], str, str]:
    return _numerically(account.record), account.status, str((account.remarks, account.error))


def _numerically(where: str) -> list[int | str]:
    """Return a sort key that puts line 2 before line 14."""
    parts = re.split("([0-9]{1,18})", where)
    return [int(part) if place % 2 else part for place, part in enumerate(parts)]
