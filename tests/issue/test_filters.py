"""Filters: articles that a plan does not ask for are left out, and the account says why."""

from typing import Any

import pytest

from tests.support.assembled_issues import (
    assemble_issue,
    describe_account,
    find_only_account,
    list_headlines,
    make_article,
    make_dated_article,
)


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
    """Filters are by section, tag and source; the site of a source may name the source."""
    issue = assemble_issue(
        make_article("ferry", tags=["harbour"], url="https://www.example.org/ferry"),
        make_article("win", section="Sport", tags=["chess"], source="The Herald"),
        make_article("void"),
        **choices,
    )
    assert sorted(list_headlines(issue)) == wanted
    assert len(issue.left_out) == 3 - len(wanted)
    assert all("is not one of: " in describe_account(account) for account in issue.left_out)


def test_a_filter_is_told_as_it_was_asked_for() -> None:
    """The account names each source once, in the words of the plan."""
    issue = assemble_issue(
        make_article("ferry"), only_sources=["www.gazette.example", "gazette.example"]
    )
    assert describe_account(find_only_account(issue)).endswith(
        ": www.gazette.example, gazette.example"
    )


def test_limits_keep_the_newest() -> None:
    """`limit` counts all articles, `max_per_source` the articles of each named source."""
    found = [
        make_dated_article(f"herald {day}", f"2019-09-{day}", source="Herald")
        for day in (10, 11, 12)
    ]
    found += [
        make_dated_article(f"echo {day}", f"2019-09-{day}", source={"name": "ECHO"})
        for day in (13, 14)
    ]
    found += [make_dated_article(f"nobody {day}", f"2019-09-0{day}") for day in (1, 2)]
    assert list_headlines(assemble_issue(*found, limit=2)) == ["echo 14", "echo 13"]
    issue = assemble_issue(*found, max_per_source=1)
    assert list_headlines(issue) == ["echo 14", "herald 12", "nobody 2", "nobody 1"]
    assert [describe_account(account) for account in issue.left_out] == [
        "skipped: PK701 max_per_source is 1, and ECHO has newer articles",
        "skipped: PK701 max_per_source is 1, and Herald has newer articles",
        "skipped: PK701 max_per_source is 1, and Herald has newer articles",
    ]
    issue = assemble_issue(*found, max_per_source=1, limit=3)
    assert list_headlines(issue) == ["echo 14", "herald 12", "nobody 2"]
    assert "skipped: PK701 limit is 3, and there are newer articles" in map(
        describe_account, issue.left_out
    )
