"""Options of a run of many records: options that have no sense are refused."""

from pathlib import Path

import pytest

from tests.support.command_line import list_files, run_command, write_record
from tests.support.sample_records import PLAIN

MANY = [
    ("--resume",),
    ("--wait",),
    ("--log", "log"),
    ("--verbose",),
    ("--output-pattern", "{slug}.pdf"),
    ("--fail-after", "3"),
    ("--fail-rate", "0"),
]


@pytest.mark.parametrize("option", MANY, ids=lambda one: one[0])
def test_a_single_file_takes_no_option_of_many(option: tuple[str, ...]) -> None:
    """The error names the option, and what to give instead."""
    write_record(PLAIN)
    done = run_command("export", "a.json", "-o", "a.pdf", *option)
    assert done.exit_code == 2
    assert f"{option[0]} belongs to a run of many records" in done.stderr
    assert list_files() == {"a.json"}


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--retry",), "--retry needs --resume"),
        (("--log-format", "json"), "--log-format needs --log"),
        (("--log", "a.json"), "a.json is an input file"),
        (("--fail-after", "0"), "--fail-after"),
        (("--fail-rate", "100"), "'100' is no number from 0 to less than 100, such as 30%"),
        (("--fail-rate", "nan"), "'nan' is no number from 0"),
        (("--fail-rate", "inf"), "'inf' is no number from 0"),
        (("--fail-rate", "-1%"), "'-1%' is no number from 0"),
    ],
)
def test_options_that_need_others_are_refused(options: tuple[str, ...], said: str) -> None:
    """Nothing is printed."""
    write_record(PLAIN)
    done = run_command("export", "a.json", "-d", "out", *options)
    assert done.exit_code == 2
    assert said in done.stderr
    assert not Path("out").exists()


@pytest.mark.parametrize("share", ["30%", "30 %", " 30", "99.5%"])
def test_a_share_may_have_its_sign(share: str) -> None:
    """The sign of percent changes nothing."""
    write_record(PLAIN)
    assert run_command("export", "a.json", "-d", "out", "--fail-rate", share).exit_code == 0


def test_a_log_among_the_records_is_no_record() -> None:
    """The second run of a folder reads one record, and not the log of the first run."""
    Path("in").mkdir()
    write_record(PLAIN, "in/a.json")
    for _ in range(2):
        done = run_command("export", "in", "-d", "out", "--log", "in/log.txt")
        assert (done.exit_code, len(done.stdout.splitlines())) == (0, 1)
