"""The report of a run that a signal ends before it prints."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from printkit.cli.owed_report import write_report
from tests.support.command_line import list_files, read_accounts, run_command, write_record
from tests.support.sample_records import PLAIN
from tests.support.worker_tasks import ENVIRONMENT

EARLY = """
import atexit, os, signal, sys
from printkit.workers.held_signals import hold_signals
hold_signals()
number = int(sys.argv.pop(1))
os.kill(os.getpid(), number)
atexit.register(os.kill, os.getpid(), signal.SIGTERM)
from printkit.__main__ import run
run()
"""
DOORS = {
    "export": ("export", "a.json", "b.json", "-d", "out", "--report", "r.json"),
    "digest": ("digest", "a.json", "b.json", "-o", "out.pdf", "--report", "r.json"),
}


def test_a_report_can_name_any_file() -> None:
    """A name that is no Unicode is escaped."""
    write_report({"record": "a\udcff Å"}, Path("report.json"))
    text = Path("report.json").read_bytes().decode()
    assert "Å" in text
    assert json.loads(text) == {"record": "a\udcff Å"}


def run_early(number: int, *arguments: str) -> "subprocess.CompletedProcess[str]":
    """Run a command to which a signal comes before click is imported, and SIGTERM at its end."""
    # A shell starts a job in the background with the interrupt ignored.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    command = [sys.executable, "-c", EARLY, str(number), *arguments]
    return subprocess.run(command, capture_output=True, text=True, env=ENVIRONMENT)


@pytest.mark.skipif(os.name == "nt", reason="Windows interrupts otherwise")
@pytest.mark.parametrize(
    ("door", "number"), [("export", signal.SIGTERM), ("export", signal.SIGINT), ("digest", 15)]
)
def test_a_signal_during_the_imports_leaves_a_report(door: str, number: int) -> None:
    """The report has every record as it was named; the second signal changes nothing."""
    for name in ("a.json", "b.json"):
        write_record(PLAIN, name)
    ran = run_early(number, *DOORS[door])
    assert (ran.returncode, ran.stdout, ran.stderr) == (128 + number, "", "interrupted\n")
    accounts = read_accounts(Path("r.json"))
    assert [(one["record"], one["status"]) for one in accounts] == [
        ("a.json", "not_run"),
        ("b.json", "not_run"),
    ]
    assert list_files() == {"a.json", "b.json", "r.json"}


@pytest.mark.skipif(os.name == "nt", reason="Windows interrupts otherwise")
@pytest.mark.parametrize("door", list(DOORS))
def test_an_early_signal_leaves_a_report_of_each_file_of_a_folder(door: str) -> None:
    """The folder is read before the run ends, so that no record is without an account."""
    Path("in").mkdir()
    for name in ("in/a.json", "in/b.json"):
        write_record(PLAIN, name)
    _, *_, where, out, _, _ = DOORS[door]
    ran = run_early(signal.SIGTERM, door, "in", where, out, "--report", "r.json")
    assert (ran.returncode, ran.stderr) == (143, "interrupted\n")
    named = [Path(str(one["record"])) for one in read_accounts(Path("r.json"))]
    assert named == [Path("in/a.json"), Path("in/b.json")]


@pytest.mark.skipif(os.name == "nt", reason="Windows interrupts otherwise")
def test_a_signal_during_the_imports_overwrites_no_record() -> None:
    """The report that would overwrite a record is refused first."""
    before = write_record(PLAIN).read_bytes()
    ran = run_early(signal.SIGTERM, "export", "a.json", "-d", "out", "--report", "a.json")
    assert ran.returncode == 2
    assert Path("a.json").read_bytes() == before


def test_a_run_that_wrote_its_report_owes_none() -> None:
    """The report of a whole run has the accounts of the run."""
    write_record(PLAIN)
    run_command("export", "a.json", "-d", "out", "--report", "r.json")
    assert [one["status"] for one in read_accounts(Path("r.json"))] == ["ok"]


CHOICES: list[tuple[tuple[str, ...], dict[str, str], str]] = [
    (("--theme", "missing.css"), {}, "PK140"),
    (("--config", "wrong.toml"), {}, "PK130"),
    (("--dask", "nonsense"), {}, "PK130"),
    ((), {"TMPDIR": "missing"}, "PK171"),
]


@pytest.mark.parametrize("door", list(DOORS))
@pytest.mark.parametrize(("choice", "variables", "code"), CHOICES)
def test_an_error_before_the_run_replaces_the_report_of_yesterday(
    door: str,
    choice: tuple[str, ...],
    variables: dict[str, str],
    code: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The report has the error, and every record as it was named; the exit code is the same."""
    Path("wrong.toml").write_text("papr = 3")
    for name in ("a.json", "b.json"):
        write_record(PLAIN, name)
    old = {"record": "a.json", "status": "ok", "sha256": ""}
    Path("r.json").write_text(json.dumps({"records": [old]}))
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    done = run_command(*DOORS[door], *choice)
    assert done.exit_code == (1 if variables else 2)
    report = json.loads(Path("r.json").read_text())
    assert report["error"]["code"] == code
    assert [(one["record"], one["status"]) for one in report["records"]] == [
        ("a.json", "not_run"),
        ("b.json", "not_run"),
    ]


def test_a_wrong_option_writes_no_report_over_an_input() -> None:
    """The log is the file of the report: only one of the two can be meant."""
    write_record(PLAIN, "a.json")
    Path("r.json").write_text("a line of the log\n")
    done = run_command("export", "a.json", "-d", "out", "--report", "r.json", "--log", "r.json")
    assert done.exit_code == 2
    assert Path("r.json").read_text() == "a line of the log\n"


@pytest.mark.skipif(os.name == "nt", reason="Windows interrupts otherwise")
def test_a_signal_at_the_very_end_changes_no_exit_code() -> None:
    """When Python gives up its handlers, the system goes on ignoring the signals."""
    look = "import atexit, signal\natexit.register(lambda: print(signal.getsignal(2)))\n"
    script = look + "from printkit.__main__ import run\nrun()"
    command = [sys.executable, "-c", script, "limits"]
    ran = subprocess.run(command, capture_output=True, text=True, env=ENVIRONMENT)
    assert ran.stdout.splitlines()[-1] == str(signal.SIG_IGN)


def test_an_error_before_the_run_leaves_a_report_of_each_file_of_a_folder() -> None:
    """A broken choice ends the command before the folder is read."""
    Path("in").mkdir()
    for name in ("in/a.json", "in/b.json"):
        write_record(PLAIN, name)
    asked = ("export", "in", "c.json", "-d", "out", "--report", "r.json", "--theme", "no.css")
    assert run_command(*asked).exit_code == 2
    named = [Path(str(one["record"])) for one in read_accounts(Path("r.json"))]
    assert named == [Path("in/a.json"), Path("in/b.json"), Path("c.json")]
