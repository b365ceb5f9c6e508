"""`printkit report`: the accounts of a run, even if the run was killed."""

import json
import signal
import subprocess
import sys
from pathlib import Path

from printkit.files.kept_run import MANIFEST
from printkit.files.manifest_lines import RecordLine
from printkit.files.run_manifest import RunManifest
from printkit.report import Account
from tests.support.command_line import list_files, read_accounts, run_command

KILLED = """
import os, signal
from pathlib import Path
from printkit.files.manifest_lines import RecordLine
from printkit.files.run_manifest import RunManifest
from printkit.report import Account
with RunManifest(Path("out"), "c") as manifest:
    for number in range(1, 8):
        account = Account(f"{number}.json", "crashed").to_json()
        manifest.add(RecordLine(account, "r", "", number=number))
    os.kill(os.getpid(), signal.SIGKILL)
"""


def run_to_the_end() -> list[dict[str, object]]:
    """Write the manifest of a run that ended; return its accounts."""
    Path("out").mkdir()
    accounts = [Account(f"ä{number}.json", "timeout").to_json() for number in (1, 2)]
    with RunManifest(Path("out"), "c") as manifest:
        for number, account in enumerate(accounts, 1):
            manifest.add(RecordLine(account, "r", "", number=number))
        manifest.end()
    return accounts


def test_a_report_has_the_accounts_of_the_run() -> None:
    """The accounts are those of `--report`; standard output is the default."""
    accounts = run_to_the_end()
    done = run_command("report", "out")
    assert (done.exit_code, done.stderr) == (0, "")
    told = json.loads(done.stdout)
    assert told["records"] == accounts
    assert told["run"]["started"] <= told["run"]["ended"]


def test_a_report_goes_into_a_file() -> None:
    """The path of the file goes to standard output."""
    accounts = run_to_the_end()
    done = run_command("report", "out", "--report", "r.json")
    assert (done.exit_code, done.stdout) == (0, "r.json\n")
    assert read_accounts(Path("r.json")) == accounts
    assert list_files() == {f"out/{MANIFEST}", "r.json"}


def test_a_killed_run_has_a_report() -> None:
    """Every record that was done is there; the user is told that the run has not ended."""
    Path("out").mkdir()
    killed = subprocess.run([sys.executable, "-c", KILLED], capture_output=True)
    assert killed.returncode == -signal.SIGKILL
    done = run_command("report", "out")
    assert done.exit_code == 0
    assert "the run has not ended: it was killed, or still goes on" in done.stderr
    told = json.loads(done.stdout)
    assert [one["record"] for one in told["records"]] == [f"{n}.json" for n in range(1, 8)]
    assert told["run"]["ended"] is None


def test_bad_lines_are_told() -> None:
    """The other lines are in the report."""
    run_to_the_end()
    path = Path("out") / MANIFEST
    path.write_text(path.read_text().replace("1.json", "7.json"))
    done = run_command("report", "out")
    assert f"out/{MANIFEST}: line 2 left out: damaged" in done.stderr
    assert len(json.loads(done.stdout)["records"]) == 1


def test_a_folder_without_a_run_is_a_misuse() -> None:
    """Nothing is written."""
    done = run_command("report", ".", "--report", "r.json")
    assert done.exit_code == 2
    assert "no run of printkit left its account in this folder" in done.stderr
    assert list_files() == set()


def test_a_report_with_another_ending_is_a_misuse() -> None:
    """A PDF of the run is not written over."""
    run_to_the_end()
    assert run_command("report", "out", "--report", "out/a.pdf").exit_code == 2
