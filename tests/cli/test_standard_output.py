"""Standard output that is closed, full, or read by nobody."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.paths import CHECKOUT

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(os.name == "nt", reason="the test uses a shell"),
]

COMMAND = f"{sys.executable} -m printkit export"


def shell(line: str) -> "subprocess.CompletedProcess[str]":
    """Run a line of shell; the exit code is that of the first command of a pipe."""
    environment = os.environ | {"PYTHONPATH": str(CHECKOUT)}
    command = ["bash", "-c", f"{line}; exit ${{PIPESTATUS[0]}}"]
    return subprocess.run(command, capture_output=True, text=True, env=environment)


def write_records(number: int) -> Path:
    """Write a file of records with distinct headlines."""
    records = [{"headline": f"Ship {n}", "body": "<p>It sails.</p>"} for n in range(number)]
    path = Path("ships.jsonl")
    path.write_text("\n".join(map(json.dumps, records)), encoding="utf-8")
    return path


def test_a_reader_that_goes_away_does_not_end_the_run() -> None:
    """All articles are printed, and the report has all of them."""
    records = write_records(8)
    ran = shell(f"{COMMAND} {records} --language en -d out --report r.json | head -n 1")
    assert ran.returncode == 0
    assert "Traceback" not in ran.stderr
    assert len(list(Path("out").glob("*.pdf"))) == 8
    report = json.loads(Path("r.json").read_text(encoding="utf-8"))
    assert [one["status"] for one in report["records"]] == ["ok"] * 8


@pytest.mark.parametrize("where_to", ["-o out.pdf", "-d ."])
def test_a_closed_standard_output_is_no_fault_of_a_file(where_to: str) -> None:
    """The PDF is written, and the command exits with 0."""
    ran = shell(f"{COMMAND} {write_records(1)} --language en {where_to} >&-")
    assert (ran.returncode, ran.stderr) == (0, "")
    assert len(list(Path.cwd().glob("*.pdf"))) == 1


def test_a_pdf_for_a_closed_standard_output_is_refused() -> None:
    """The error says what to give."""
    ran = shell(f"{COMMAND} {write_records(1)} --language en -o - >&-")
    assert ran.returncode == 1
    assert ran.stderr == (
        "Error: standard output is closed, and the PDF was to go there\n  Give -o FILE. [PK170]\n"
    )
