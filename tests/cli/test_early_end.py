"""A signal that comes before the run: the report has an account of every record all the same."""

import os
import signal
from collections.abc import Callable
from pathlib import Path

import click
import pytest

from printkit.cli.early_end import begin_report, report_early_end
from printkit.cli.interrupts import Interrupted, raised_signals
from tests.support.command_line import read_accounts, write_record
from tests.support.sample_records import PLAIN

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows interrupts otherwise")


def end_now(**_: object) -> None:
    """End this process."""
    os.kill(os.getpid(), signal.SIGTERM)


def end_late(**_: object) -> None:
    """End this process when its report is begun."""
    begin_report()
    end_now()


@pytest.mark.parametrize(
    ("command", "report", "written"),
    [(end_now, "r.json", True), (end_late, "r.json", False), (end_now, "{week}.json", False)],
)
def test_records_of_a_run_that_never_began_are_accounted_for(
    command: Callable[..., None], report: str, written: bool
) -> None:
    """A folder stands for its files; standard input is not read, and a wrong name is kept."""
    Path("in").mkdir()
    for number in range(2):
        write_record(PLAIN, f"in/{number}.json")
    told = {"records": ("in", "-", "missing.json"), "report": Path(report)}
    with click.Context(click.Command("export")), raised_signals(), pytest.raises(Interrupted):
        report_early_end(command)(**told)
    assert Path("r.json").exists() == written
    if written:
        accounts = read_accounts(Path("r.json"))
        names = ["in/0.json", "in/1.json", "-", "missing.json"]
        assert [(one["record"], one["status"]) for one in accounts] == [
            (name, "not_run") for name in names
        ]
