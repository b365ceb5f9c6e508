"""Embargoes: whatever a record writes for the end of its embargo, the record is read."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

import printkit
from printkit.pipeline.batch import export_many
from printkit.pipeline.checking import check
from printkit.readers import article_from
from printkit.readers.embargoes import end_of

RECORD = {"headline": "The ferry", "language": "en", "body": "<p>It sails on Monday.</p>"}
NO_MOMENT: list[object] = [
    "soon",
    True,
    "2099",
    "99999-01-01",
    "December 2099",
    "2099-02-30",
    -1,
    1e300,
    "W47",
]
NONE: list[object] = [
    None,
    False,
    0,
    "",
    "no",
    "never",
    [],
    {},
    "0000-00-00 00:00:00",
    float("nan"),
]


@pytest.mark.parametrize("key", ["embargo", "embargoed_until", "embargoDate", "Embargo Date"])
@pytest.mark.parametrize("value", NO_MOMENT)
def test_an_embargo_without_a_moment_holds_the_article_back(key: str, value: object) -> None:
    """The refusal quotes the key."""
    (account,) = check({**RECORD, key: value}, "a.json")
    assert account.status == "refused"
    assert account.error
    assert f"held back: {key} is " in str(account.error)


@pytest.mark.parametrize("key", ["embargo", "embargoDate"])
@pytest.mark.parametrize("value", NONE)
def test_a_value_that_says_no_is_no_embargo(key: str, value: object) -> None:
    """Nothing is remarked, either."""
    article, remarks = article_from({**RECORD, key: value}, "a.json")
    assert (article.status, article.embargoed_until, remarks) == ("usable", None, ())


@pytest.mark.parametrize(
    ("value", "until"),
    [
        ("2099-01-01", datetime(2099, 1, 2, 11, 59, 59, 999999, tzinfo=UTC)),
        (["2099-01-01"], datetime(2099, 1, 2, 11, 59, 59, 999999, tzinfo=UTC)),
        (date(2099, 1, 1), datetime(2099, 1, 2, 11, 59, 59, 999999, tzinfo=UTC)),
        ("2099-01-01T10:00", datetime(2099, 1, 1, 22, tzinfo=UTC)),
        ({"date": "2099-01-01T10:00:00Z"}, datetime(2099, 1, 1, 10, tzinfo=UTC)),
        ("Jan 5, 2099, 10 p.m. ET", datetime(2099, 1, 6, 3, tzinfo=UTC)),
        (4070908800, datetime(2099, 1, 1, tzinfo=UTC)),
        ("9999-12-31", datetime.max.replace(tzinfo=UTC)),
    ],
)
def test_a_day_ends_when_it_has_ended_in_every_place(value: object, until: datetime) -> None:
    """A time without a zone likewise; the far end of the calendar is no error."""
    assert end_of(value)[0] == until


def test_an_embargo_that_is_over_lets_the_article_pass_with_a_remark() -> None:
    """The record did not say in which zone the day ends."""
    made = printkit.export({**RECORD, "embargo": "2024-01-01"})
    assert [(one.code, one.message[:24]) for one in made.remarks] == [
        ("PK205", "embargo '2024-01-01' has")
    ]


def test_the_last_of_several_embargoes_counts() -> None:
    """A moment of publication that is still to come counts with them."""
    keys = {"embargo": "2098-01-01T00:00:00Z", "embargo_date": "2099-01-01T00:00:00Z"}
    article, _ = article_from({**RECORD, **keys}, "a")
    assert article.embargoed_until == datetime(2099, 1, 1, tzinfo=UTC)
    assert article.extra == {"embargo_date": "2099-01-01T00:00:00Z"}
    later, _ = article_from({**RECORD, **keys, "publish_on": "2101-01-01T00:00:00Z"}, "a")
    assert later.embargoed_until == datetime(2101, 1, 1, tzinfo=UTC)


@pytest.mark.parametrize("value", ["soon", "2099-01-01", {"date": "2099-01-01"}, True])
def test_an_embargo_among_the_settings_holds_the_article_back(value: object) -> None:
    """Hugo keeps keys of a site's own in `params`."""
    (account,) = check({**RECORD, "params": {"embargo": value}}, "a")
    assert account.status == "refused"


def test_embargoed_articles_of_a_folder_are_skipped(tmp_path: Path) -> None:
    """Named on the command line, each is refused."""
    folder = tmp_path / "week"
    folder.mkdir()
    for name, value in (("day", '"2099-01-01"'), ("word", '"soon"')):
        text = f'{{"headline": "H", "body": "Words.", "embargo": {value}}}'
        (folder / f"{name}.json").write_text(text)
    accounts = list(export_many(folder, tmp_path / "out"))
    assert [one.status for one in accounts] == ["skipped", "skipped"]
    assert [one.remarks[0].code for one in accounts] == ["PK208", "PK208"]
    named = list(export_many(folder / "word.json", tmp_path / "out"))
    assert [one.status for one in named] == ["refused"]
