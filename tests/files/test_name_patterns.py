"""Name patterns: folders and file names, filled with values of the run."""

import re
from datetime import date
from pathlib import Path

import pytest

from printkit.errors import EditionError
from printkit.files.name_patterns import (
    fill_for_day,
    fill_patterns,
    has_folder_of_pattern,
    has_pattern,
)
from tests.support.command_line import list_files, run_command, write_record
from tests.support.sample_records import PLAIN

DATED = {**PLAIN, "date_published": "2019-09-12"}
WEEK = ("--week", "2019-W37", "--number", "7", "--no-cache", "--title", "T")


@pytest.fixture(autouse=True)
def _in_own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_a_day_fills_its_week_and_its_date() -> None:
    """The week is that of ISO 8601, which may begin in the year before."""
    filled = fill_for_day(Path("out/{week}/{date}.pdf"), date(2027, 1, 1))
    assert filled == Path("out/2026-W53/2027-01-01.pdf")


def test_all_unknown_patterns_are_one_error() -> None:
    """The error lists the patterns that there are."""
    with pytest.raises(EditionError) as refused:
        fill_patterns(Path("{weak}/{number}-{x}.pdf"), {"week": "2019-W37", "number": 7}, {})
    assert len(refused.value.problems) == 2
    assert all("a name can have {week}, {number}" in one for one in refused.value.problems)


def test_a_value_makes_no_folder_of_its_own() -> None:
    """A number such as 3/2019 stays within its part of the path, and cannot lead upwards."""
    assert fill_patterns(Path("{number}/a.pdf"), {"number": "3/2019"}, {}) == Path("3-2019/a.pdf")
    with pytest.raises(EditionError):
        fill_patterns(Path("{number}/a.pdf"), {"number": ".."}, {})


def test_a_folder_that_exists_keeps_its_braces() -> None:
    """Templates of other programs make such folders."""
    Path("{project}").mkdir()
    given = Path("{project}/{week}.pdf")
    filled = fill_patterns(given, {"week": "2019-W37"}, {})
    assert filled == Path("{project}/2019-W37.pdf")
    assert not has_folder_of_pattern(given, filled)


def test_a_digest_goes_into_the_folder_of_its_week() -> None:
    """The report goes into the same folder; missing folders are made."""
    write_record(DATED)
    done = run_command(
        *("digest", "a.json", "-o", "out/{week}/{number}.pdf"),
        *("--report", "{week}/report.json", *WEEK),
    )
    assert (done.exit_code, done.stdout) == (0, "out/2019-W37/7.pdf\n")
    assert list_files() == {"a.json", "out/2019-W37/7.pdf", "2019-W37/report.json"}


def test_a_digest_that_fails_makes_no_folder() -> None:
    """No article is in this week."""
    write_record({**PLAIN, "date_published": "2018-01-01"})
    done = run_command("digest", "a.json", "-o", "{week}/{number}.pdf", *WEEK)
    assert done.exit_code != 0
    assert [str(one) for one in Path().iterdir()] == ["a.json"]


@pytest.mark.parametrize(
    "arguments",
    [
        ("digest", "a.json", "-o", "{weak}/a.pdf", *WEEK),
        ("export", "a.json", "-d", "out/{weak}"),
        ("export", "a.json", "-o", "{weak}/a.pdf"),
        ("export", "a.json", "--report", "{weak}.json"),
    ],
)
def test_an_unknown_pattern_is_a_misuse(arguments: tuple[str, ...]) -> None:
    """Nothing is printed, and no folder is made."""
    write_record(DATED)
    done = run_command(*arguments)
    assert done.exit_code == 2
    assert "{weak}" in done.stderr
    assert "a name can have {week}, {date}" in done.stderr
    assert [str(one) for one in Path().iterdir()] == ["a.json"]


@pytest.mark.parametrize("option", [("-d", "out/{week}"), ("-o", "out/{week}/{date}.pdf")])
def test_an_export_goes_into_the_folder_of_today(option: tuple[str, str]) -> None:
    """Two runs in one week share the folder."""
    write_record(DATED)
    done = run_command("export", "a.json", *option)
    assert done.exit_code == 0
    assert re.fullmatch(r"out/\d{4}-W\d\d/\S+\.pdf\n", done.stdout)
    assert Path(done.stdout.strip()).is_file()


def test_an_export_that_fails_makes_no_folder() -> None:
    """For -o; -d makes its folder before the articles are printed."""
    write_record({**DATED, "status": "withheld"})
    assert run_command("export", "a.json", "-o", "{week}/a.pdf").exit_code == 1
    assert [str(one) for one in Path().iterdir()] == ["a.json"]


@pytest.mark.parametrize("command", ["digest", "export"])
def test_the_help_lists_the_patterns(command: str) -> None:
    """The patterns differ between the commands."""
    text = " ".join(run_command(command, "--help").stdout.split())
    assert "{week}" in text
    assert "{date}" in text


def test_a_pattern_in_a_path_is_seen() -> None:
    """A folder may have the pattern, too; a path may be missing."""
    assert has_pattern(Path("{week}/a.json"))
    assert has_pattern(Path("out/{date}.json"))
    assert not has_pattern(Path("out/a.json"))
    assert not has_pattern(None)
