"""Leave out articles that a plan does not ask for: by filters, by the period, by limits.

A reading and the plan go in. An account that tells why the article is left out comes out, or None
if the article stays.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from printkit.article import Article
from printkit.errors import RecordError
from printkit.issue.canonical_urls import canonical_address
from printkit.issue.period import Period, date_of
from printkit.issue.plan import Plan
from printkit.readers import Reading
from printkit.remarks import Remark
from printkit.report import Account
from printkit.text.printed_address import is_web_address


def filtered_out(one: Reading, plan: Plan) -> Account | None:
    """Return an account if the article has none of the wanted sections, tags or sources."""
    article = one.article
    filters = (
        ("section", plan.only_sections, [article.section] if article.section else []),
        ("tag", plan.only_tags, article.tags),
        ("source", plan.only_sources, _source_names(article)),
    )
    for kind, wanted, own in filters:
        sites = [site for name in wanted for site in _sites(name)] if kind == "source" else []
        if wanted and not _casefolded([*wanted, *sites]) & _casefolded(own):
            return _skipped(
                one, "PK701", f"the article's {kind} is not one of: {', '.join(wanted)}"
            )
    return None


def out_of_period(one: Reading, period: Period | None, plan: Plan) -> Account | None:
    """Return an account if the article's date is outside the period.

    An article without a date is outside any period, unless the plan asks for such articles.
    """
    dated = date_of(one.article)
    if not period or (plan.undated if dated is None else period.holds(dated)):
        return None
    days = f"{period.first} to {period.last}, {period.zone}"
    if dated is None:
        return _skipped(one, "PK702", f"the article has no date, and the issue covers {days}")
    return _skipped(one, "PK701", f"the article's date, {dated.isoformat()}, is outside {days}")


def unread_out_of_period(one: RecordError, period: Period | None, plan: Plan) -> Account | None:
    """Return an account if an unreadable record is outside the period; None if it gets a stub.

    A record without a date gets no stub, unless the plan asks for articles without a date. The
    record stays a failure.
    """
    if not period or (plan.undated if one.dated is None else period.holds(one.dated)):
        return None
    days = f"{period.first} to {period.last}, {period.zone}"
    unread = f"the record cannot be read: {'; '.join(one.problems)}"
    if one.dated is not None:
        dated = f"the record's date, {one.dated.isoformat()}, is outside {days}"
        told = Remark("PK701", f"{dated}; {unread}", one.where)
        return Account(one.where, "skipped", (told,))
    return Account(one.where, "failed", error=one)


def over_limits(readings: Iterable[Reading], plan: Plan) -> Iterator[Account | None]:
    """Yield for each article an account if the article is over a limit of the plan, else None.

    The first articles stay in the issue. Articles of unknown source have no limit by source.
    """
    taken: Counter[str] = Counter()
    for one in readings:
        source = next(iter(_source_names(one.article)), "")
        own = taken[source.casefold()]
        if source and plan.max_per_source and own >= plan.max_per_source:
            message = f"max_per_source is {own}, and {source} has newer articles"
            yield _skipped(one, "PK701", message)
        elif plan.limit and taken.total() >= plan.limit:
            yield _skipped(one, "PK701", f"limit is {plan.limit}, and there are newer articles")
        else:
            taken[source.casefold()] += 1
            yield None


def _skipped(one: Reading, code: str, message: str) -> Account:
    return Account(one.where, "skipped", (*one.remarks, Remark(code, message, one.where)))


def _source_names(article: Article) -> list[str]:
    """Return the names of an article's source: the name itself, and the hosts of its addresses."""
    source = article.source
    name = source.name if source else ""
    urls = (source.url if source else "", article.url)
    return [one for one in (name, *_sites(name), *(_site(url) for url in urls if url)) if one]


def _sites(name: str) -> list[str]:
    """Return the host in a list if a name is a web address or a host; else an empty list."""
    address = name.strip()
    if not (is_web_address(address) or re.match(r"[^\s./]+\.[^\s/]+(?:/|\Z)", address)):
        return []
    return [_site(address if "://" in address else f"https://{address}")]


def _site(url: str) -> str:
    return re.split("[/?#]", canonical_address(url).removeprefix("https://"))[0]


def _casefolded(names: Iterable[str]) -> set[str]:
    return {name.casefold() for name in names}
