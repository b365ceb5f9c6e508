"""The figures of `make reliability`: what does not hold is shown, on both pages."""

import re
from pathlib import Path

import pytest

from tests.reliability.__main__ import SUITES
from tests.reliability.cases import Case, Setting
from tests.reliability.figures import (
    count_cases,
    put_into_readme,
    write_broken,
    write_page,
    write_short_table,
    write_table,
)
from tests.support.paths import CHECKOUT

CASES = [
    Case("by one way", "a", (), 1.0, 100),
    Case("by one way", "b", ("did not end", "more"), 22.04, 3_000),
    Case("by another", "c", ()),
]
SETTING = Setting(Path(), 7, 0.1)


def test_each_row_counts_its_cases() -> None:
    """The worst time and the worst memory are those of the row."""
    first, second = count_cases("bodies", CASES)
    assert (first.row, first.tried, first.held) == ("by one way", 2, 1)
    assert (first.seconds, first.megabytes) == (22.04, 3_000)
    assert (second.tried, second.held) == (1, 1)


def test_the_table_marks_a_row_that_does_not_hold() -> None:
    """A number that was not measured is a dash."""
    lines = write_table(count_cases("bodies", CASES)).splitlines()
    assert lines[2:] == [
        "| bodies | by one way | 2 | **1** | 22.0 s | 3,000 MB |",
        "| bodies | by another | 1 | 1 | – | – |",
    ]


def test_each_case_that_does_not_hold_has_its_first_fault() -> None:
    """A long list is cut, and the number of the others is told."""
    assert write_broken(count_cases("bodies", CASES)) == (
        "- **bodies, by one way**, b: did not end\n"
    )
    many = [Case("by one way", str(n), ("did not end",)) for n in range(8)]
    assert write_broken(count_cases("bodies", many)).endswith("- **bodies, by one way**: 3 more\n")
    assert write_broken(count_cases("bodies", CASES[:1])) == "Everything that was tried holds.\n"


def test_the_page_says_how_the_figures_were_made() -> None:
    """The seed makes the same cases again."""
    page = write_page(count_cases("bodies", CASES), SETTING)
    assert "10% of the cases, seed 7, 10 seconds and 2,000 MB for a record" in page
    assert page.index("| bodies | by one way") < page.index("did not end")


def test_the_readme_gets_one_line_for_a_suite() -> None:
    """The text around the block stays."""
    readme = "before\n<!-- reliability -->\nold\n<!-- /reliability -->\nafter\n"
    figures = count_cases("bodies", CASES)
    told = put_into_readme(readme, figures, SETTING)
    assert "| bodies | 3 | **2** | 22.0 s | 3,000 MB |\n<!-- /reliability -->\nafter\n" in told
    assert told.startswith("before\n<!-- reliability -->\n")
    assert "old" not in told
    assert write_short_table(figures) in told
    with pytest.raises(ValueError, match="no block"):
        put_into_readme("before\n", figures, SETTING)


def test_a_portion_is_the_same_each_time() -> None:
    """A tenth of few cases is one case."""
    assert SETTING.pick(range(100)) == SETTING.pick(range(100))
    assert [len(SETTING.pick(range(n))) for n in (100, 3)] == [10, 1]
    assert SETTING._replace(portion=1).pick([3, 1, 2]) == [3, 1, 2]


def test_the_pages_have_the_figures_of_every_suite() -> None:
    """The pages are written by the command, and name no suite that is gone."""
    page = (CHECKOUT / "tests" / "reliability" / "FIGURES.md").read_text(encoding="utf-8")
    readme = (CHECKOUT / "README.md").read_text(encoding="utf-8")
    block = readme.partition("<!-- reliability -->")[2].partition("<!-- /reliability -->")[0]
    for text in (page, block):
        rows = dict.fromkeys(re.findall(r"^\| ([a-zA-Z ]+) \|", text, re.MULTILINE))
        assert [row for row in rows if row != "suite"] == list(SUITES)
