"""Filters: articles that a plan does not ask for are left out, and the account says why."""

from datetime import UTC, datetime
from typing import Any

import pytest

from printkit.article import Article
from printkit.errors import RecordError
from printkit.issue.plan import Plan
from printkit.issue.selection import Issue, assemble
from printkit.readers import Reading
from printkit.report import Account

NOW = datetime(2019, 9, 18, 12, tzinfo=UTC)


def reading(headline: str, where: str = "", **fields: Any) -> Reading:
    """Return an article whose text only repeats its headline."""
    fields.setdefault("body", f"All that is known of {headline}.")
    return Reading(where or f"{headline}.json", Article(headline=headline, **fields), None, ())


def dated(headline: str, day: str, **fields: Any) -> Reading:
    """Return an article of this day."""
    return reading(headline, date_published=day, **fields)


def issue_of(*found: Reading | RecordError, allow_embargoed: bool = False, **choices: Any) -> Issue:
    """Assemble an issue of these records."""
    plan = Plan(**choices)
    return assemble(found, plan, language="en", now=NOW, allow_embargoed=allow_embargoed)


def heads(issue: Issue) -> dict[str, list[str]]:
    """Return the headlines under each section's head."""
    return {
        section.name: [one.article.headline for one in section.readings]
        for section in issue.sections
    }


def headlines(issue: Issue) -> list[str]:
    """Return all headlines in their order."""
    return [headline for under in heads(issue).values() for headline in under]


def only_account(issue: Issue) -> Account:
    """Return the account of the only record that was left out."""
    (account,) = issue.left_out
    return account


def told(account: Account) -> str:
    """Return status and last remark of an account."""
    return f"{account.status}: {account.remarks[-1].code} {account.remarks[-1].message}"


@pytest.mark.parametrize(
    ("choices", "wanted"),
    [
        ({"only_sections": ["SPORT"]}, ["win"]),
        ({"only_tags": ["Harbour", "chess"]}, ["ferry", "win"]),
        ({"only_sources": ["the herald"]}, ["win"]),
        ({"only_sources": ["example.org"]}, ["ferry"]),
        ({"only_sources": ["www.Example.org"]}, ["ferry"]),
        ({"only_sources": ["https://example.org/"]}, ["ferry"]),
        ({"only_sources": ["http://www.example.org/news?page=2"]}, ["ferry"]),
        ({"only_sources": ["example.net", "AFP/Herald", "The Herald."]}, []),
        ({"only_sources": ["example.org", "The Herald"], "only_tags": ["chess"]}, ["win"]),
        ({"only_sections": ["none"]}, []),
    ],
)
def test_filters_leave_out_what_is_filed_elsewhere(
    choices: dict[str, Any], wanted: list[str]
) -> None:
    """By section, tag and source; a source may be named by its site."""
    issue = issue_of(
        reading("ferry", tags=["harbour"], url="https://www.example.org/ferry"),
        reading("win", section="Sport", tags=["chess"], source="The Herald"),
        reading("void"),
        **choices,
    )
    assert sorted(headlines(issue)) == wanted
    assert len(issue.left_out) == 3 - len(wanted)
    assert all("is not one of: " in told(account) for account in issue.left_out)


def test_a_filter_is_told_as_it_was_asked_for() -> None:
    """Each source once, in the words of the plan."""
    issue = issue_of(reading("ferry"), only_sources=["www.gazette.example", "gazette.example"])
    assert told(only_account(issue)).endswith(": www.gazette.example, gazette.example")


def test_limits_keep_the_newest() -> None:
    """Of all articles, and of each source; articles without a source are not limited by source."""
    found = [dated(f"herald {day}", f"2019-09-{day}", source="Herald") for day in (10, 11, 12)]
    found += [dated(f"echo {day}", f"2019-09-{day}", source={"name": "ECHO"}) for day in (13, 14)]
    found += [dated(f"nobody {day}", f"2019-09-0{day}") for day in (1, 2)]
    assert headlines(issue_of(*found, limit=2)) == ["echo 14", "echo 13"]
    issue = issue_of(*found, max_per_source=1)
    assert headlines(issue) == ["echo 14", "herald 12", "nobody 2", "nobody 1"]
    assert [told(account) for account in issue.left_out] == [
        "skipped: PK701 max_per_source is 1, and ECHO has newer articles",
        "skipped: PK701 max_per_source is 1, and Herald has newer articles",
        "skipped: PK701 max_per_source is 1, and Herald has newer articles",
    ]
    issue = issue_of(*found, max_per_source=1, limit=3)
    assert headlines(issue) == ["echo 14", "herald 12", "nobody 2"]
    assert "skipped: PK701 limit is 3, and there are newer articles" in map(told, issue.left_out)
