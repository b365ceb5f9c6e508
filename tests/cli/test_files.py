"""The files a command line names: none is read and written, and - is no file."""

import json
from pathlib import Path

import click
import pytest

from printkit.cli.files import output, record, refuse_clashes, write_report
from tests.counter import files, order
from tests.printing import PLAIN, printed


def test_dashes_are_standard_input_and_output() -> None:
    """A record in, a PDF out, and nothing else on stdout."""
    done = order("export", "-", "-o", "-", stdin=json.dumps(PLAIN).encode())
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout_bytes == printed(PLAIN).pdf
    assert not files()


def test_a_name_stands_for_a_path() -> None:
    """Of a record, or of the PDF; - is for none."""
    assert record("a.json") == (Path("a.json"), "")
    assert output("out.pdf") == Path("out.pdf")
    assert output("-") is None
    with pytest.raises(click.UsageError, match="names no file"):
        output("")


def test_a_terminal_gets_no_pdf(monkeypatch: pytest.MonkeyPatch) -> None:
    """It would only be filled with rubbish."""
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    with pytest.raises(click.UsageError, match="redirect it"):
        output("-")


@pytest.mark.parametrize(
    ("read", "written"),
    [
        (["a.json"], [Path("a.json")]),
        (["b.json", "./a.json"], [None, Path("a.json")]),
        (["a.json"], [Path("out.pdf"), Path("out.pdf")]),
    ],
)
def test_a_file_named_twice_is_refused(read: list[str], written: list[Path | None]) -> None:
    """However it is spelt."""
    with pytest.raises(click.UsageError, match="is named twice"):
        refuse_clashes(read, written)


def test_files_of_their_own_names_are_let_through() -> None:
    """Standard input and output are no files."""
    refuse_clashes(["-", "-", "a.json", "a.json"], [None, None, Path("out.pdf")])


def test_a_report_can_name_any_file() -> None:
    """A name that is no Unicode is escaped."""
    write_report({"record": "a\udcff Å"}, Path("report.json"))
    text = Path("report.json").read_bytes().decode()
    assert "Å" in text
    assert json.loads(text) == {"record": "a\udcff Å"}
