"""The issue: which articles, in which order, under which heads; and what became of the others."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple

from printkit.article import Article
from printkit.edition.ticket import JobTicket
from printkit.errors import EmptyIssueError, RecordError, RefusedError
from printkit.issue.canonical_urls import canonical
from printkit.issue.duplicates import superseded
from printkit.issue.period import Period, day_of, instant, week_of
from printkit.issue.plan import Plan
from printkit.prepare import refuse_unprintable
from printkit.readers import Reading
from printkit.remarks import Remark
from printkit.report import Account
from printkit.wording.words import Words


class Section(NamedTuple):
    """Articles under one head, the newest first; the name is empty for none."""

    name: str
    readings: tuple[Reading, ...]


@dataclass(frozen=True)
class Issue:
    """An issue before it is printed.

    Attributes:
        language: of the digest's own pages: the language that the caller gives, else the
            language of most articles, else English.
        period: what it covers, or None for all there is. A plan that leaves an end open is
            closed there by its own articles.
        sections: in their order; none is empty.
        unreadable: records that should be in the issue, and cannot be; none that may be
            embargoed, withheld or canceled.
        left_out: the account of every record that is not meant to be in it.
    """

    language: str
    period: Period | None
    sections: tuple[Section, ...]
    unreadable: tuple[RecordError, ...]
    left_out: tuple[Account, ...]

    @property
    def article_count(self) -> int:
        """The number of articles."""
        return sum(len(section.readings) for section in self.sections)


def select_issue(found: Sequence[Reading | RecordError], plan: Plan, ticket: JobTicket) -> Issue:
    """Return the issue that a plan makes of the records, as they are at this moment.

    Raises:
        EmptyIssueError: no article is left; the error carries the accounts of all records.
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
    """Put an issue together: the same whatever the order in which its records came.

    Every record comes out once: placed under a head, unreadable, or left out.

    Args:
        language: of the issue; None leaves the choice to the articles.
        now: with its zone: for embargoes, and for the week that was last.
    """
    readings = [one for one in found if isinstance(one, Reading)]
    everything = sorted(readings, key=lambda one: _newest_first(one, plan))
    unread = [one for one in found if isinstance(one, RecordError)]
    left_out = [_held(one) for one in unread if one.held]

    def sift(readings: list[Reading], accounts: Iterable[Account | None]) -> list[Reading]:
        judged = list(zip(readings, accounts, strict=True))
        left_out.extend(account for _, account in judged if account)
        return [one for one, account in judged if not account]

    usable = sift(everything, (_refused(one, now, allow_embargoed) for one in everything))
    filed = sift(usable, (_misfiled(one, plan) for one in usable))
    period = _period(plan, filed, now)
    current = sift(filed, (_outdated(one, period, plan) for one in filed))
    unique = sift(current, _repeated(current, everything, plan))
    placed = sift(unique, _too_many(unique, plan))
    spoken = language or _commonest(placed)
    return Issue(
        spoken,
        period,
        _under_heads(placed, plan, Words.of(spoken).word("more")),
        tuple(sorted((one for one in unread if not one.held), key=_told)),
        tuple(sorted(left_out, key=_accounted)),
    )


def _commonest(readings: Iterable[Reading]) -> str:
    """Return the language of most articles, for an issue that has no language of its own."""
    spoken = Counter(one.article.language for one in readings if one.article.language)
    return min(spoken, key=lambda language: (-spoken[language], language), default="en")


def _held(error: RecordError) -> Account:
    told = "it may be embargoed, withheld or canceled: nothing of it is printed"
    problems = (*error.problems, told)
    return Account(
        error.where, "refused", error=RecordError(*problems, where=error.where, remedy=error.remedy)
    )


def _refused(one: Reading, now: datetime, allow_embargoed: bool) -> Account | None:
    """Nothing of what is embargoed, withheld or canceled may reach paper."""
    try:
        refuse_unprintable(one.article, one.where, allow_embargoed=allow_embargoed, now=now)
    except RefusedError as error:
        return Account.of_error(one.where, error)
    return None


def _misfiled(one: Reading, plan: Plan) -> Account | None:
    """What is under none of the wanted sections or tags, or from none of the wanted sources."""
    article = one.article
    asked = (
        ("section", plan.only_sections, [article.section] if article.section else []),
        ("tag", plan.only_tags, article.tags),
        ("source", plan.only_sources, _sources(article)),
    )
    for kind, wanted, own in asked:
        sites = [site for name in wanted for site in _sites(name)] if kind == "source" else []
        if wanted and not _folded([*wanted, *sites]) & _folded(own):
            told = f"its {kind} is none of those asked for: {', '.join(wanted)}"
            return _skipped(one, "PK701", told)
    return None


def _folded(names: Iterable[str]) -> set[str]:
    return {name.casefold() for name in names}


def _sources(article: Article) -> list[str]:
    """What the article's source may be called: its name, its site, the article's own site."""
    source = article.source
    name = source.name if source else ""
    urls = (source.url if source else "", article.url)
    return [one for one in (name, *_sites(name), *(_site(url) for url in urls if url)) if one]


def _sites(name: str) -> list[str]:
    """The site that a name is the address of, written in full or not."""
    address = name.strip()
    if not re.match(r"(?i)https?://|[^\s./]+\.[^\s/]+(?:/|\Z)", address):
        return []
    return [_site(address if "://" in address else f"https://{address}")]


def _site(url: str) -> str:
    return re.split("[/?#]", canonical(url).removeprefix("https://"))[0]


def _dated(article: Article) -> date | None:
    return article.date_published or article.date_posted or article.date_modified


def _period(plan: Plan, readings: Sequence[Reading], now: datetime) -> Period | None:
    if plan.week:
        return week_of(plan.week, plan.timezone, now)
    if not (plan.since or plan.until):
        return None
    dates = filter(None, (_dated(one.article) for one in readings))
    days = [day_of(moment, plan.timezone) for moment in dates]
    first = plan.since or min(filter(None, [plan.until, *days]))
    last = plan.until or max(filter(None, [plan.since, *days]))
    return Period(first, last, plan.timezone)


def _outdated(one: Reading, period: Period | None, plan: Plan) -> Account | None:
    """What is dated outside the period, or has no date, unless that is asked for."""
    dated = _dated(one.article)
    if not period or (plan.undated if dated is None else period.holds(dated)):
        return None
    days = f"{period.first} to {period.last}, {period.zone}"
    if dated is None:
        return _skipped(one, "PK702", f"it has no date, and the issue is of {days}")
    return _skipped(one, "PK701", f"its date, {dated.isoformat()}, is outside {days}")


def _repeated(
    readings: Sequence[Reading], everything: Iterable[Reading], plan: Plan
) -> Iterator[Account | None]:
    """What says the same as a newer one, printed or killed."""
    killed = [one for one in everything if one.article.status != "usable"]
    together = [*readings, *killed]
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
    told = f"it is left out for {newest.where}, which has {reason}"
    return Account(one.where, "duplicate", (*one.remarks, Remark("PK703", told, one.where)))


def _too_many(readings: Iterable[Reading], plan: Plan) -> Iterator[Account | None]:
    """What is beyond a limit; an unknown source has as many as there are."""
    taken: Counter[str] = Counter()
    for one in readings:
        source = next(iter(_sources(one.article)), "")
        own = taken[source.casefold()]
        if source and plan.max_per_source and own >= plan.max_per_source:
            told = f"max_per_source is {own}, and {source} has newer ones"
            yield _skipped(one, "PK701", told)
        elif plan.limit and taken.total() >= plan.limit:
            yield _skipped(one, "PK701", f"limit is {plan.limit}, and there are newer ones")
        else:
            taken[source.casefold()] += 1
            yield None


def _under_heads(readings: Sequence[Reading], plan: Plan, more: str) -> tuple[Section, ...]:
    """The plan's heads in its order, or those of the articles, led by the newest of them.

    What is under none of them comes last; without a head where nothing comes before.
    """
    rest = more.casefold()
    named = plan.sections or [one.article.section or more for one in readings]
    heads: dict[str, str] = {}
    for name in named:
        if plan.sections or name.casefold() != rest:
            heads.setdefault(name.casefold(), name)
    filed: dict[str, list[Reading]] = {head: [] for head in (*heads, rest)}
    for one in readings:
        section = (one.article.section or more).casefold()
        filed[section if section in heads else rest].append(one)
    led = any(filed[head] for head in heads)
    heads.setdefault(rest, more if led else "")
    return tuple(Section(heads[head], tuple(under)) for head, under in filed.items() if under)


def _skipped(one: Reading, code: str, why: str) -> Account:
    return Account(one.where, "skipped", (*one.remarks, Remark(code, why, one.where)))


def _newest_first(
    one: Reading, plan: Plan
) -> tuple[timedelta, str, str, str, list[int | str], str]:
    """Return what orders articles: newest, headline, identity; the rest is for equal ones."""
    article, dated = one.article, _dated(one.article)
    return (
        -instant(dated, plan.timezone) if dated else timedelta.max,
        article.headline.casefold(),
        article.headline,
        article.identity,
        _counted(one.where),
        article.model_dump_json(),
    )


def _told(error: RecordError) -> tuple[list[int | str], tuple[str, ...]]:
    return _counted(error.where), error.problems


def _accounted(account: Account) -> tuple[list[int | str], str, str]:
    return _counted(account.record), account.status, str((account.remarks, account.error))


def _counted(where: str) -> list[int | str]:
    """Line 2 before line 14."""
    parts = re.split("([0-9]{1,18})", where)
    return [int(part) if place % 2 else part for place, part in enumerate(parts)]


def refuse_empty(issue: Issue) -> None:
    """Refuse an issue without articles, and say why each record was left out.

    Raises:
        EmptyIssueError: no article is left; the error carries the accounts of all records.
    """
    if issue.sections:
        return
    left = Counter(account.status for account in issue.left_out)
    told = ", ".join(f"{count} {status}" for status, count in sorted(left.items()))
    unread = f"{len(issue.unreadable)} unreadable" if issue.unreadable else ""
    counted = "; ".join(filter(None, (told, unread))) or "no records came in"
    unreadable = (Account(one.where, "failed", error=one) for one in issue.unreadable)
    raise EmptyIssueError(
        f"no article is left for this issue: {counted}",
        remedy="Choose another period, or fewer filters; the report says why each was left out.",
        accounts=(*unreadable, *issue.left_out),
    )
