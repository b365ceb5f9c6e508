"""Records of the kinds that people complained of: each is printed right.

The records are in `tests/cases/`.
"""

from pathlib import Path

import pytest

import printkit
from printkit.errors import RefusedError
from printkit.report import Result
from tests.support.paths import CASES
from tests.support.printed_articles import read_pages


def printed(name: str) -> tuple[Result, str]:
    """Return the print of a case, and its words."""
    made = printkit.export(CASES / name, language="en")
    return made, " ".join(" ".join(read_pages(made.pdf)).split())


def test_a_draft_in_json_is_refused() -> None:
    """A01: the record has the field `draft`, with the value true."""
    with pytest.raises(RefusedError, match="draft is true"):
        printkit.export(CASES / "A01-json-draft.json")


def test_objects_and_lists_of_schema_org_are_read() -> None:
    """A09: the copyright holder is an object, the section a list."""
    made, words = printed("A09-schema-org-objects.json")
    assert "© 2024 The Quay" in words
    assert "NEWS" in words.upper()
    assert made.markup.count("<p>The ports are open.</p>") == 1
    assert {remark.code for remark in made.remarks} == {"PK205"}


def test_a_date_as_it_was_printed_is_read() -> None:
    """A10: the date has “p.m.” and a time zone."""
    made, words = printed("A10-date-as-printed.json")
    assert str(made.article.date_published) == "2024-11-22 18:30:00-05:00"
    assert "Friday, November 22, 2024" in words


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("1987", "Published 1987"),
        ("2021-11", "Published 2021-11"),
        ("0000-00-00", ""),
        ("2 days ago", ""),
        ("22 ноября 2024 г.", "Published November 22, 2024"),
    ],
)
def test_no_date_costs_the_article(given: str, shown: str) -> None:
    """A10: a date is read, printed as written, or left out with a remark."""
    record = {"headline": "A", "body": "B", "language": "en", "date_published": given}
    made = printkit.export(record)
    words = " ".join(" ".join(read_pages(made.pdf)).split())
    assert shown in words
    assert ("Published" in words) is bool(shown)
    told = [remark for remark in made.remarks if given in remark.message]
    assert len(told) == ("22" not in given)


def test_entities_in_a_headline_are_decoded() -> None:
    """A12: the headline is right on paper, in the title, and in the name of the file."""
    made, words = printed("A12-entities-in-headline.json")
    assert "The mayor’s quarter: R&D, “up”" in words.replace('"up"', "“up”")
    assert "&#8217;" not in words
    assert "&amp;" not in made.article.headline


def test_an_entry_of_wallabag_is_printed() -> None:
    """A15: the status of an answer of a server is no status of the article."""
    made, words = printed("A15-wallabag-entry.json")
    assert "The quay was empty." in words
    assert str(made.article.date_published) == "2017-12-30 22:30:00+00:00"


def test_front_matter_may_be_json() -> None:
    """A18: the fields are read as from YAML and TOML."""
    made, words = printed("A18-hugo-json-front-matter.md")
    assert "The roads are white." in words
    assert made.article.authors[0].name == "Ana Ruiz"
    assert "November 20, 2024" in words


@pytest.mark.parametrize(("day", "count"), [("2021-11-18", 1), ("2021-11-19", 0)])
def test_a_zone_with_a_colon_in_a_mail_date_counts(day: str, count: int, tmp_path: Path) -> None:
    """A23: 01:45 at +02:00 is still the 18th in UTC."""
    case = CASES / "A23-mail-date-colon-zone.json"
    try:
        made = printkit.digest(case, tmp_path / "d.pdf", since=day, until=day, timezone="UTC")
    except printkit.PrintkitError:
        assert count == 0
        return
    assert [account.status for account in made.accounts] == ["ok"] * count
