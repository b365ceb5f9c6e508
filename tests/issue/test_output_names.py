"""Names of output files: patterns are filled for the issue, so that no older issue is lost."""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from printkit.errors import EditionError
from printkit.issue.output_names import name_for_issue, settle_week
from printkit.issue.plan import Plan

MONDAY = datetime(2026, 1, 5, 6, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("choices", "name", "filled"),
    [
        ({"week": "last"}, "weekly-{week}.pdf", "weekly-2026-W01.pdf"),
        ({"week": "2019W37"}, "{week}.pdf", "2019-W37.pdf"),
        ({"since": "2019-09-09", "until": "2019-09-15"}, "{week}.pdf", "2019-W37.pdf"),
        ({"week": "2019-W37"}, "{from} to {to}.pdf", "2019-09-09 to 2019-09-15.pdf"),
        ({"week": "2019-W37"}, "{date}.pdf", "2019-09-15.pdf"),
        ({"week": "2019-W37", "date": date(2019, 9, 16)}, "{date}.pdf", "2019-09-16.pdf"),
        ({"until": "2019-09-15"}, "to-{to}-{date}.pdf", "to-2019-09-15-2019-09-15.pdf"),
        ({"number": "3/2019: b"}, "no-{number}.pdf", "no-3-2019-b.pdf"),
        ({}, "weekly.pdf", "weekly.pdf"),
        ({}, "a{b.pdf", "a{b.pdf"),
        ({"week": "2019-W37", "number": 7}, "out/{week}/{number}.pdf", "out/2019-W37/7.pdf"),
        ({"week": "2019-W37"}, "/{from}-{to}/a.pdf", "/2019-09-09-2019-09-15/a.pdf"),
    ],
)
def test_a_pattern_is_filled(choices: dict[str, Any], name: str, filled: str) -> None:
    """The last part of a path and the folders before may hold patterns."""
    plan = settle_week(Plan(**choices), MONDAY)
    assert name_for_issue(Path(name), plan) == Path(filled)


@pytest.mark.parametrize(
    ("choices", "name", "said"),
    [
        ({}, "{week}.pdf", "give --week"),
        ({"since": "2019-09-09", "until": "2019-09-16"}, "{week}.pdf", "give --week"),
        ({}, "{date}.pdf", "give --date, --week or --to"),
        ({"until": "2019-09-15"}, "{from}.pdf", "give --from or --week"),
        ({}, "{number}.pdf", "give --number"),
        ({"week": "2019-W37"}, "{weak}.pdf", "{week}, {date}, {from}, {to}, {number}"),
        ({}, "{}.pdf", "a name can have"),
        ({"week": "2019-W37"}, "{x}/{week}.pdf", "{week}, {date}, {from}, {to}, {number}"),
        ({"number": ".."}, "{number}/a.pdf", "give --number"),
    ],
)
def test_a_pattern_that_cannot_be_filled_is_refused(
    choices: dict[str, Any], name: str, said: str
) -> None:
    """The error names the missing option, or the patterns that exist."""
    with pytest.raises(EditionError) as refused:
        name_for_issue(Path(name), Plan(**choices))
    assert said in str(refused.value)


def test_the_last_week_is_that_of_the_zone() -> None:
    """On Sunday evening in London, Auckland has Monday already."""
    evening = datetime(2026, 1, 4, 20, 0, tzinfo=UTC)
    zones = {"Europe/London": "2025-W52", "Pacific/Auckland": "2026-W01"}
    for zone, week in zones.items():
        assert settle_week(Plan(week="last", timezone=zone), evening).week == week
    assert settle_week(Plan(), evening) == Plan()
