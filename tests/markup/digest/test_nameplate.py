"""The nameplate: the name of an issue, in the issue's language."""

from datetime import date

import pytest

from printkit.edition import Edition
from printkit.issue.period import Period
from printkit.issue.plan import Plan
from printkit.markup.digest import dates_of, number_of, title_of

WEEK = Period(date(2019, 9, 9), date(2019, 9, 15), "UTC")


def test_an_issue_without_a_title_has_the_languages_word() -> None:
    """An issue without a title uses its masthead first."""
    assert title_of(Plan(title="The Sheet", masthead="THE SHEET"), Edition()) == "The Sheet"
    assert title_of(Plan(masthead="THE SHEET"), Edition()) == "THE SHEET"
    assert title_of(Plan(), Edition(language="pl")) == "Wybór"


@pytest.mark.parametrize(
    ("language", "period", "dates"),
    [
        ("en-GB", WEEK, "Week 37 · 9–15 September 2019"),
        ("de", WEEK, "Woche 37 · 9.–15. September 2019"),
        ("fa", WEEK, "هفتهٔ ۳۷ · ۹ تا ۱۵ سپتامبر ۲۰۱۹"),
        ("en-GB", Period(date(2019, 9, 10), date(2019, 9, 16), "UTC"), "10–16 September 2019"),
        ("en-GB", Period(date(2019, 9, 13), date(2019, 9, 13), "UTC"), "13 September 2019"),
        ("en-GB", None, "20 September 2019"),
    ],
)
def test_an_issue_is_from_a_week_a_period_or_a_day(
    language: str, period: Period | None, dates: str
) -> None:
    """Only a whole week has a number; an issue without a period has the date of the issue."""
    plan = Plan(date=date(2019, 9, 20))
    assert dates_of(plan, period, Edition(language=language)) == dates


def test_an_issue_from_no_time_says_none() -> None:
    """No date is invented, and never the date of today."""
    assert dates_of(Plan(), None, Edition()) == ""


@pytest.mark.parametrize(
    ("number", "told"),
    [("37", "Ausgabe 37"), ("12b", "Ausgabe 12b"), ("Sommer", "Sommer"), ("", "")],
)
def test_numbers_are_counted_and_names_are_not(number: str, told: str) -> None:
    """An issue has a number, such as 37, or a name, such as “the summer issue”."""
    assert number_of(Plan(number=number), Edition(language="de")) == told
