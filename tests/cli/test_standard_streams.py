"""Commands whose standard streams are closed, full, or read by nobody."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.command_line import read_accounts, write_record
from tests.support.imposition_pdfs import make_numbered_pdf, save_pdf
from tests.support.sample_records import BROKEN, PLAIN
from tests.support.worker_tasks import ENVIRONMENT

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(os.name == "nt", reason="the test uses a shell"),
    pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full disk here"),
]


def run_with(redirection: str, *arguments: str) -> "subprocess.CompletedProcess[str]":
    """Run a command with redirected streams; the exit code is that of the command."""
    line = f'"$@" {redirection}; exit ${{PIPESTATUS[0]}}'
    command = ["bash", "-c", line, "bash", sys.executable, "-m", "printkit", *arguments]
    return subprocess.run(command, capture_output=True, text=True, env=ENVIRONMENT)


@pytest.mark.parametrize(
    "redirection",
    ["2>&-", "<&- >&- 2>&-", "2>/dev/full", "--log - 2>/dev/full", "--log - 2>&1 | true"],
)
def test_whoever_cannot_be_told_costs_no_record(redirection: str) -> None:
    """Every record has its account, and the exit code is that of the records."""
    records = [str(write_record(one, f"{n}.json")) for n, one in enumerate((PLAIN, BROKEN, PLAIN))]
    ran = run_with(redirection, "export", *records, "-d", "out", "--report", "r.json")
    assert ran.returncode == 1
    assert ran.stderr == ""
    statuses = [one["status"] for one in read_accounts(Path("r.json"))]
    assert statuses == ["ok", "failed", "ok"]
    pdfs = list(Path("out").glob("*.pdf"))
    assert len(pdfs) == 2
    assert all(one.read_bytes().startswith(b"%PDF") for one in pdfs)


def test_a_list_that_cannot_be_written_is_told_once() -> None:
    """All records are printed; the exit code says that something is wrong."""
    records = [str(write_record({**PLAIN, "headline": n}, f"{n}.json")) for n in ("one", "two")]
    ran = run_with(">/dev/full", "export", *records, "-d", "out", "--report", "r.json")
    assert ran.returncode == 1
    assert ran.stderr == (
        "the list of files ends here: standard output could not be written:"
        " No space left on device [PK170]\n"
    )
    assert [one["status"] for one in read_accounts(Path("r.json"))] == ["ok", "ok"]


@pytest.mark.parametrize("redirection", ["2>&-", "<&- >&- 2>&-"])
def test_other_commands_need_no_streams(redirection: str) -> None:
    """The sheet is written; its remark goes nowhere."""
    Path("a.pdf").write_bytes(save_pdf(make_numbered_pdf(2)))
    ran = run_with(redirection, "impose", "a.pdf", "--nup", "2", "-o", "out.pdf")
    assert (ran.returncode, ran.stderr) == (0, "")
    assert Path("out.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize("arguments", [("--help",), ("export", "--help")])
def test_a_help_that_cannot_be_written_is_an_error(arguments: tuple[str, ...]) -> None:
    """The error names standard output, and not the folder for temporary files."""
    ran = run_with(">/dev/full", *arguments)
    assert ran.returncode == 1
    assert ran.stderr == (
        "Error: standard output could not be written: No space left on device [PK170]\n"
    )
