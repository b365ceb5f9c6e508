"""Standard input is read up to the limit of its kind."""

import subprocess
import sys

import pytest

from tests.support.command_line import write_record
from tests.support.sample_records import PLAIN


def run(*arguments: str, stdin: str) -> subprocess.CompletedProcess[str]:
    """Run printkit with a device as standard input; an empty name closes standard input."""
    given = f"<{stdin}" if stdin else "<&-"
    shell = ["bash", "-c", f'exec "$@" {given}', "-", sys.executable, "-m", "printkit", *arguments]
    return subprocess.run(shell, capture_output=True, text=True, timeout=60)


@pytest.mark.parametrize(
    ("stdin", "told"), [("/dev/zero", "stdin: is over 64 MB"), ("", "stdin: is closed")]
)
def test_a_record_of_standard_input_has_a_limit(stdin: str, told: str) -> None:
    """The other record of the run is printed."""
    write_record(PLAIN)
    done = run("export", "-", "a.json", "-d", "out", stdin=stdin)
    assert told in done.stderr
    assert "Traceback" not in done.stderr
    assert "out/" in done.stdout
    assert done.returncode == 1


@pytest.mark.parametrize(
    ("stdin", "told"), [("/dev/zero", "has more than 100 MB"), ("", "stdin: is closed")]
)
def test_a_pdf_of_standard_input_has_a_limit(stdin: str, told: str) -> None:
    """An endless stream ended only when the memory was full."""
    done = run("impose", "-", "-o", "out.pdf", "--booklet", stdin=stdin)
    assert told in done.stderr
    assert "Traceback" not in done.stderr
    assert done.returncode == 1
