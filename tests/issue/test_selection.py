"""The issue: every record is placed, unreadable or left out; the order makes no difference."""

import json
import random
from collections.abc import Sequence
from datetime import UTC, date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from printkit import readers
from printkit.article import Article
from printkit.errors import RecordError, RefusedError, SectionPageError
from printkit.issue.period import Period
from printkit.issue.plan import Plan
from printkit.issue.selection import Issue, assemble
from printkit.prepare import refuse_without_text
from printkit.readers import Reading, article_from
from printkit.remarks import Remark
from printkit.report import Account
from tests.support.assembled_issues import (
    NOW,
    assemble_issue,
    describe_account,
    find_only_account,
    list_headlines,
    make_article,
    make_dated_article,
)


def test_an_issue_of_nothing_is_empty() -> None:
    """An empty issue has no period, and its language is English."""
    issue = assemble_issue(language=None)
    assert (issue.language, issue.period, issue.article_count) == ("en", None, 0)
    assert (issue.sections, issue.unreadable, issue.left_out) == ((), (), ())


def test_an_issue_speaks_the_language_of_most_articles() -> None:
    """The head of articles without a section is in this language; a given language wins."""
    found = [make_article(name, language="de", section=None) for name in "ab"]
    found += [make_article("c", language="en", section="Sea")]
    issue = assemble_issue(*found, language=None)
    assert issue.language == "de"
    assert [section.name for section in issue.sections] == ["Sea", "Weiteres"]
    assert assemble_issue(*found, language="fr").language == "fr"


def test_the_newest_stands_first() -> None:
    """Articles of one moment stand in the order of headlines; undated articles come last."""
    found = [
        make_article("undated"),
        make_dated_article("monday", "2019-09-09"),
        make_dated_article("b, at noon", "2019-09-10T12:00:00+00:00"),
        make_dated_article("a, at noon", "2019-09-10T14:00:00+02:00"),
        make_dated_article("at night in Tokyo", "2019-09-10T23:00:00+09:00"),
        make_article("posted", date_posted="2019-09-11"),
        make_article("changed", date_modified="2019-09-12"),
    ]
    assert list_headlines(assemble_issue(*found)) == [
        "changed",
        "posted",
        "at night in Tokyo",
        "a, at noon",
        "b, at noon",
        "monday",
        "undated",
    ]


WEEK = [
    make_dated_article("saturday before", "2019-09-07"),
    make_dated_article("monday", "2019-09-09"),
    make_dated_article("sunday", "2019-09-15T23:59:59+00:00"),
    make_dated_article("monday after", "2019-09-16T00:00:00+00:00"),
]


def test_a_week_takes_what_is_dated_in_it() -> None:
    """The accounts of other articles name the days of the week."""
    issue = assemble_issue(*WEEK, week="2019-W37")
    assert list_headlines(issue) == ["sunday", "monday"]
    assert issue.period == Period(date(2019, 9, 9), date(2019, 9, 15), "UTC")
    assert [describe_account(account) for account in issue.left_out] == [
        "skipped: PK701 the article's date, 2019-09-16T00:00:00+00:00, is outside "
        "2019-09-09 to 2019-09-15, UTC",
        "skipped: PK701 the article's date, 2019-09-07, is outside 2019-09-09 to 2019-09-15, UTC",
    ]
    assert assemble_issue(*WEEK, week="last").period == issue.period


def test_a_week_is_that_of_its_zone() -> None:
    """Sunday midnight in London is Monday in Kiritimati, and still Sunday in Samoa."""
    assert "sunday" not in list_headlines(
        assemble_issue(*WEEK, week="2019-W37", timezone="Pacific/Kiritimati")
    )
    assert "monday after" in list_headlines(
        assemble_issue(*WEEK, week="2019-W37", timezone="Pacific/Samoa")
    )


@pytest.mark.parametrize(
    ("choices", "period", "many"),
    [
        ({"since": "2019-09-09", "until": "2019-09-10"}, ("2019-09-09", "2019-09-10"), 1),
        ({"since": "2019-09-09"}, ("2019-09-09", "2019-09-16"), 3),
        ({"until": "2019-09-09"}, ("2019-09-07", "2019-09-09"), 2),
        ({"since": "2020-01-01"}, ("2020-01-01", "2020-01-01"), 0),
        ({"until": "2000-01-01"}, ("2000-01-01", "2000-01-01"), 0),
    ],
)
def test_from_and_to_are_both_within(
    choices: dict[str, Any], period: tuple[str, str], many: int
) -> None:
    """The dates of the articles close an open end."""
    issue = assemble_issue(*WEEK, **choices)
    assert len(list_headlines(issue)) == many
    assert issue.period
    assert (str(issue.period.first), str(issue.period.last)) == period


def test_undated_articles_are_reported_unless_asked_for() -> None:
    """An undated article is in no week; an issue without a week has undated articles."""
    account = find_only_account(assemble_issue(make_article("a"), week="2019-W37"))
    assert describe_account(account).startswith("skipped: PK702 the article has no date")
    assert list_headlines(assemble_issue(make_article("a"), week="2019-W37", undated=True)) == ["a"]
    assert list_headlines(assemble_issue(make_article("a"))) == ["a"]


def test_of_what_may_be_embargoed_nothing_is_in_the_issue() -> None:
    """A record that cannot be read may be embargoed; its account has the error and this reason."""
    held = RecordError("url is no address", where="a", held=True)
    broken = RecordError("url is no address", where="b")
    issue = assemble_issue(held, broken, make_article("ferry"))
    assert issue.unreadable == (broken,)
    account = find_only_account(issue)
    assert (account.record, account.status) == ("a", "refused")
    assert account.error
    assert account.error.problems[0] == "url is no address"
    assert "may be embargoed" in account.error.problems[1]


def test_a_duplicate_names_what_it_duplicates() -> None:
    """The newer article is kept, and the remarks on the older article are not lost."""
    noticed = Remark("PK203", "guessed", "old.json")
    old = make_dated_article("ferry", "2019-09-10", url="https://example.org/a", where="old.json")
    new = make_dated_article(
        "boats", "2019-09-11", url="http://www.example.org/a/", where="new.json"
    )
    issue = assemble_issue(old._replace(remarks=(noticed,)), new)
    assert list_headlines(issue) == ["boats"]
    account = find_only_account(issue)
    assert account.record == "old.json"
    assert account.remarks[0] == noticed
    assert describe_account(account) == (
        "duplicate: PK703 the article is left out, because new.json is newer and has the same "
        "address"
    )


def test_only_what_is_in_the_issue_makes_a_duplicate() -> None:
    """An older version in its own week stays, though a newer version is in the next week."""
    old = make_dated_article("ferry", "2019-09-10", url="https://example.org/a", where="old.json")
    new = make_dated_article("boats", "2019-09-17", url="https://example.org/a", where="new.json")
    assert list_headlines(assemble_issue(old, new, week="2019-W37")) == ["ferry"]
    assert list_headlines(assemble_issue(old, new, week="2019-W38")) == ["boats"]


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"status": "withheld"}, "is withheld"),
        ({"status": "canceled"}, "is canceled"),
        (
            {"embargoed_until": "2019-09-18T12:00:01+00:00"},
            "is embargoed until 2019-09-18T12:00:01",
        ),
    ],
)
def test_what_must_not_be_printed_is_refused(fields: dict[str, Any], why: str) -> None:
    """No word of such an article may reach paper."""
    issue = assemble_issue(make_article("secret", **fields), make_article("open"))
    assert list_headlines(issue) == ["open"]
    account = find_only_account(issue)
    assert account.status == "refused"
    assert isinstance(account.error, RefusedError)
    assert why in str(account.error)


def test_an_embargo_ends_with_its_hour() -> None:
    """`allow_embargoed` lifts an embargo sooner; a killed article is never printed."""
    ended = make_article("a", embargoed_until="2019-09-18T12:00:00+00:00")
    assert list_headlines(assemble_issue(ended)) == ["a"]
    secret = make_article("b", embargoed_until="2019-09-19T12:00:00+00:00")
    killed = make_article("c", status="canceled")
    assert list_headlines(assemble_issue(secret, killed, allow_embargoed=True)) == ["b"]


@pytest.mark.parametrize(
    "notice",
    [
        {"date_modified": "2019-09-11"},
        {"date_published": "2019-09-10"},
        {"date_published": "2019-09-10", "body": "Withdrawn."},
        {"headline": "KILL: a"},
        {"date_published": "2019-09-09", "date_modified": "never"},
        {},
    ],
)
def test_a_notice_without_words_kills_its_story(notice: dict[str, str]) -> None:
    """The address alone names the article; the notice may be newer, of the same day, or undated."""
    address = "https://e.example/minister"
    record = {"url": address, "status": "canceled", **notice}
    kill = Reading("kill.json", *_read(record))
    body = "The minister took bribes. " * 9
    story = make_dated_article("a", "2019-09-10T08:00:00Z", url=address, body=body)
    issue = assemble_issue(story, kill, make_article("b"))
    assert list_headlines(issue) == ["b"]
    assert [(one.record, one.status) for one in issue.left_out] == [
        ("a.json", "refused"),
        ("kill.json", "refused"),
    ]


@pytest.mark.parametrize(
    ("story", "notice"),
    [
        ({"id": "7"}, {"id": "7"}),
        ({"id": "7", "source": "The Herald"}, {"id": "7", "version": "2"}),
        ({"url": "https://e.example/a"}, {"headline": "A  ferry!"}),
    ],
)
def test_a_notice_names_its_story_by_id_or_else_by_headline(
    story: dict[str, str], notice: dict[str, str]
) -> None:
    """The sources must be equal if both records name a source."""
    kill = Reading("kill.json", *_read({"status": "canceled", **notice}))
    assert list_headlines(
        assemble_issue(make_article("A ferry", **story), kill, make_article("b"))
    ) == ["b"]
    other = make_article("A bridge", id="7", source="The Ledger")
    kill = Reading("kill.json", *_read({"status": "canceled", "source": "The Herald", "id": "7"}))
    assert list_headlines(assemble_issue(other, kill)) == ["A bridge"]


def _read(record: dict[str, str]) -> tuple[Article, None, tuple[Remark, ...]]:
    article, remarks = readers.article_from(record, "kill.json")
    return article, None, remarks


def test_a_killed_story_takes_its_older_versions_along() -> None:
    """Versions outside the issue count, too; a version that was corrected afterwards is printed."""
    first = make_article("ferry", id="7", version=1, date_published="2019-09-10", where="one.json")
    kill = make_article("void", id="7", version=2, date_published="2019-09-17", status="canceled")
    again = make_article(
        "boats", id="7", version=3, date_published="2019-09-11", where="three.json"
    )
    issue = assemble_issue(first, kill, week="2019-W37")
    assert list_headlines(issue) == []
    assert [account.status for account in issue.left_out] == ["refused", "refused"]
    assert "a newer version of the article, void.json, is canceled: it has the same id" in str(
        issue.left_out[0].error
    )
    assert list_headlines(assemble_issue(first, kill, again, week="2019-W37")) == ["boats"]


def test_an_embargoed_version_leaves_the_older_one_in_print() -> None:
    """The older version was free before, and stays free."""
    old = make_article("ferry", url="https://example.org/a", version=1)
    new = make_article(
        "boats", url="https://example.org/a", version=2, embargoed_until="2020-01-01T00:00Z"
    )
    assert list_headlines(assemble_issue(old, new)) == ["ferry"]


def test_unreadable_records_are_kept_for_their_stubs() -> None:
    """Unreadable records stand in the order of their files and lines."""
    errors = [RecordError("is no JSON", where=f"a.jsonl:{line}") for line in (14, 2)]
    issue = assemble_issue(*errors, make_article("a"), week="2019-W37", undated=True, limit=1)
    assert [error.where for error in issue.unreadable] == ["a.jsonl:2", "a.jsonl:14"]
    assert list_headlines(issue) == ["a"]


def test_the_body_of_a_section_page_is_not_edited_in_this_process() -> None:
    """Workers have looked into the body when they read the file; the body here has no words."""
    page = make_article("a", body="{{< list-pages >}}")._replace(where="_index.md", named=False)
    with pytest.raises(SectionPageError):
        refuse_without_text(page)
    assert list_headlines(assemble_issue(page)) == ["a"]


def test_an_unreadable_record_without_a_date_is_no_page_of_a_period() -> None:
    """The record stays a failure; only a page that describes a section of a web site is skipped."""
    lost = RecordError("is no JSON", where="a.json")
    section = SectionPageError("body is empty", where="posts/_index.md", named=False)
    found = (lost, lost, section, make_article("a", date_published="2019-09-12"))
    issue = assemble_issue(*found, week="2019-W37")
    assert issue.unreadable == ()
    accounts = [(one.record, one.status) for one in issue.left_out]
    assert accounts == [("a.json", "failed"), ("a.json", "failed"), ("posts/_index.md", "skipped")]
    assert issue.left_out[0].error == lost
    assert issue.left_out[2].remarks[0].code == "PK209"
    assert len(assemble_issue(*found).unreadable) == 2
    assert len(assemble_issue(*found, week="2019-W37", undated=True).unreadable) == 2


@pytest.mark.parametrize(
    ("day", "unread", "left"), [("2019-09-12", 1, []), ("2019-09-19", 0, ["skipped"])]
)
def test_an_unreadable_record_with_a_date_is_in_its_week(
    day: str, unread: int, left: list[str]
) -> None:
    """The date can be read although a picture of the record is wrong."""
    with pytest.raises(RecordError) as broken:
        article_from({"headline": "Ferry", "date": day, "images": 7}, "a.json")
    other = make_article("a", date_published="2019-09-12")
    issue = assemble_issue(broken.value, other, week="2019-W37")
    assert len(issue.unreadable) == unread
    assert [one.status for one in issue.left_out] == left
    assert all("images is 7" in one.remarks[0].message for one in issue.left_out)


def test_equals_are_ordered_by_what_they_are_and_where_they_lie() -> None:
    """Identity decides first, then file and line: of two copies the same copy is always kept."""
    other = {"id": "b", "body": "Quite another text."}
    found = [make_article("a", "1.json", **other), make_article("a", "2.json", id="a")]
    for order in (found, found[::-1]):
        (section,) = assemble_issue(*order).sections
        assert [one.article.id for one in section.readings] == ["a", "b"]
    copies = [make_article("a", "a.jsonl:2"), make_article("a", "a.jsonl:14")]
    for order in (copies, copies[::-1]):
        assert find_only_account(assemble_issue(*order)).record == "a.jsonl:14"


def test_a_record_given_twice_is_placed_once() -> None:
    """The list of records may hold one object three times."""
    once = make_article("a")
    issue = assemble_issue(once, once, once)
    assert list_headlines(issue) == ["a"]
    assert [account.status for account in issue.left_out] == ["duplicate"] * 2


records = some.builds(
    lambda headline, where, **fields: make_article(
        headline, where, **{name: value for name, value in fields.items() if value is not None}
    ),
    some.sampled_from(["Ferry", "ferry!", "Boats", "Weather"]),
    some.sampled_from(["a.json", "b.json:2", "b.json:14"]),
    body=some.sampled_from(["One.", "Two.", "One and more of it, and then some."]),
    date_published=some.none() | some.dates(date(2019, 9, 1), date(2019, 9, 30)),
    date_modified=some.none() | some.datetimes(timezones=some.just(UTC)),
    section=some.sampled_from([None, "News", "news", "Sport", "More"]),
    tags=some.sampled_from([None, ["a"], ["b"]]),
    url=some.sampled_from([None, None, "https://a.org/x", "http://a.org/x/", "https://b.org/y"]),
    id=some.sampled_from([None, "1"]),
    version=some.sampled_from([None, None, "1", "2"]),
    source=some.sampled_from([None, "Herald", "herald"]),
    status=some.sampled_from([None, None, None, "canceled", "withheld"]),
)
errors = some.builds(
    lambda where: RecordError("is no record", where=where), some.sampled_from(["c", "d"])
)
plans = some.builds(
    Plan,
    week=some.sampled_from(["", "", "2019-W37", "last"]),
    undated=some.booleans(),
    sections=some.sampled_from([(), ("News",), ("Sport", "NEWS"), ("More", "News")]),
    only_tags=some.sampled_from([(), (), ("a",)]),
    limit=some.sampled_from([None, None, 1, 3]),
    max_per_source=some.sampled_from([None, None, 1]),
    timezone=some.sampled_from(["UTC", "Pacific/Kiritimati"]),
)


def _same(one: Issue, other: Issue) -> bool:
    """Return whether two issues are equal, with errors compared by their words."""
    return repr(one) == repr(other)


@given(some.lists(records | errors, max_size=12), plans, some.randoms(use_true_random=False))
def test_every_record_comes_out_once_in_any_order(
    found: list[Reading | RecordError], plan: Plan, chance: random.Random
) -> None:
    """Each record is placed, unreadable or left out; the order makes no difference."""
    issue = assemble(found, plan, language="en", now=NOW)
    placed = [one for section in issue.sections for one in section.readings]
    names = [one.where for one in placed] + [one.where for one in issue.unreadable]
    names += [account.record for account in issue.left_out]
    assert sorted(names) == sorted(one.where for one in found)
    assert all(section.readings for section in issue.sections)
    assert all(account.remarks or account.error for account in issue.left_out)
    assert not any(one.article.status != "usable" for one in placed)
    shuffled = chance.sample(found, len(found))
    assert _same(assemble(shuffled, plan, language="en", now=NOW), issue)


def test_all_records_of_a_corpus_are_placed(corpus: Path) -> None:
    """Real articles are no duplicates of each other."""
    found = [
        one for path in readers.records_in(corpus / "articles") for one in readers.read_file(path)
    ]
    issue = assemble(found, Plan(), language="en", now=NOW)
    assert len(list_headlines(issue)) == len(found) == 43
    assert issue.left_out == ()


def test_accounts_are_plain_json() -> None:
    """The report writes accounts as JSON."""
    issue = assemble_issue(*WEEK, make_article("a", status="withheld"), week="2019-W37")
    accounts: Sequence[Account] = issue.left_out
    assert len(json.loads(json.dumps([account.to_json() for account in accounts]))) == 3
