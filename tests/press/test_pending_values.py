"""A wrong value behind `var()` is told by every print, though the parsed style sheets are kept."""

from pathlib import Path

import printkit
from tests.support.own_themes import write_theme
from tests.support.press_runs import make_record
from tests.support.sample_records import PLAIN

WRONG = ":root {\n --mine: blurg }\np { color: var(--mine) }\n@page { color: var(--mine) }"


def test_each_article_that_is_printed_alone_tells_the_wrong_value(tmp_path: Path) -> None:
    """WeasyPrint logs the value in the first print only; printkit names the value each time."""
    theme = write_theme(tmp_path, WRONG)
    first, second = (printkit.export(PLAIN, theme=theme).remarks for _ in range(2))
    assert [(one.code, one.where) for one in first] == [("PK501", "ours.css:3")]
    assert first == second


def test_a_digest_tells_a_wrong_value_once(tmp_path: Path) -> None:
    """The fault belongs to no article; the second digest tells as much as the first."""
    theme, records = write_theme(tmp_path, WRONG), [make_record(name) for name in "abc"]
    first, second = (
        printkit.digest(records, theme=theme, title="T", cache=False) for _ in range(2)
    )
    assert [(one.code, one.where) for one in first.remarks] == [("PK501", "ours.css:3")]
    assert [one.remarks for one in first.accounts] == [(), (), ()]
    assert first.remarks == second.remarks
