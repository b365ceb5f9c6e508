"""The files of a command line: no input is an output; - is standard input or output."""

import json
from pathlib import Path

import click
import pytest

import printkit
from printkit.cli.files import (
    find_output,
    find_record,
    refuse_overwriting,
    refuse_same_files,
)
from printkit.errors import OutputError
from tests.support.command_line import list_files, run_command, write_record
from tests.support.printed_articles import print_article
from tests.support.sample_records import PLAIN


def test_dashes_are_standard_input_and_output() -> None:
    """A record comes in and a PDF goes out, with nothing else on stdout."""
    done = run_command("export", "-", "-o", "-", stdin=json.dumps(PLAIN).encode())
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout_bytes == print_article(PLAIN).pdf
    assert not list_files()


def test_a_name_stands_for_a_path() -> None:
    """The path is that of a record or of the PDF; - stands for no path."""
    assert find_record("a.json") == (Path("a.json"), "")
    assert find_output("out.pdf") == Path("out.pdf")
    assert find_output("-") is None
    with pytest.raises(click.UsageError, match="empty name"):
        find_output("")


def test_a_terminal_gets_no_pdf(monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal cannot show a PDF."""
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    with pytest.raises(click.UsageError, match="redirect standard output"):
        find_output("-")


@pytest.mark.parametrize(
    ("read", "outputs"),
    [
        (["a.json"], [Path("a.json")]),
        (["b.json", "./a.json"], [None, Path("a.json")]),
    ],
)
def test_a_file_that_is_read_is_not_written(read: list[str], outputs: list[Path | None]) -> None:
    """The command knows the file by each spelling of its path."""
    with pytest.raises(click.UsageError, match="is an input file"):
        refuse_same_files(read, outputs)


def test_two_outputs_are_two_files() -> None:
    """The report is not written over the PDF."""
    with pytest.raises(click.UsageError, match="is named twice"):
        refuse_same_files([], [Path("out.pdf"), Path("out.pdf")])


@pytest.mark.parametrize("command", ["digest", "export"])
@pytest.mark.parametrize("option", ["-o", "--report"])
@pytest.mark.parametrize("name", ["in/1.json", "in/p.jpg", "linked/1.json", "elsewhere.json"])
def test_nothing_in_a_folder_of_records_is_written_over(
    command: str, option: str, name: str
) -> None:
    """Records and pictures stay, also where a link leads to their files."""
    Path("in").mkdir()
    Path("linked").symlink_to("in")
    write_record(PLAIN, "in/1.json")
    write_record(PLAIN, "elsewhere.json")
    Path("in/2.json").symlink_to("../elsewhere.json")
    Path("in/p.jpg").write_bytes(b"\xff\xd8\xff picture")
    before = Path(name).read_bytes()
    rest = ("-o", "out.pdf") if (command, option) == ("digest", "--report") else ()
    done = run_command(command, "in", option, name, *rest)
    assert done.exit_code == 2
    assert Path(name).read_bytes() == before
    assert "out.pdf" not in list_files()


def test_what_was_printed_before_is_printed_anew() -> None:
    """Our older PDF and report are replaced; a file of another program is not replaced."""
    Path("in").mkdir()
    write_record(PLAIN, "in/1.json")
    outputs = [Path("in/a.pdf"), Path("in/r.json")]
    Path("in/a.pdf").write_bytes(b"%PDF-1.7 old")
    account = {"record": "1", "status": "ok", "sha256": None}
    write_record({"digest": None, "records": [account]}, "in/r.json")
    refuse_overwriting(["in"], [], outputs)
    write_record({"records": [PLAIN]}, "in/r.json")
    with pytest.raises(click.UsageError, match="r\\.json is an input file"):
        refuse_overwriting(["in"], [], outputs)


def test_files_of_their_own_names_are_let_through() -> None:
    """Standard input and output have no path that could be the same."""
    refuse_same_files(["-", "-", "a.json", "a.json"], [None, None, Path("out.pdf")])


@pytest.mark.parametrize("command", ["export", "digest", "impose"])
@pytest.mark.parametrize("name", ["a.epub", "a.PDF.txt", "a.docx", "a.html", "in.2/a.png"])
def test_a_name_of_another_format_is_refused(command: str, name: str) -> None:
    """No record is read before; the message has the right name."""
    Path("in.2").mkdir()
    rest = ("--booklet",) if command == "impose" else ()
    done = run_command(command, write_record(PLAIN), "-o", name, *rest)
    assert done.exit_code == 2
    assert f"{name}: the name ends in {Path(name).suffix}" in done.stderr
    assert f"Write {Path(name).stem}.pdf" in done.stderr
    assert list_files() == {"a.json"}


@pytest.mark.parametrize("name", ["a.PDF", "in.2/a", "a.pdf"])
def test_a_name_of_a_pdf_or_without_an_ending_is_taken(name: str) -> None:
    """Only the last part of a path has the ending."""
    Path("in.2").mkdir()
    done = run_command("export", write_record(PLAIN), "-o", name)
    assert (done.exit_code, done.stdout) == (0, f"{name}\n")


@pytest.mark.parametrize("command", ["export", "digest"])
def test_a_report_is_json(command: str) -> None:
    """A report cannot have the name of a PDF."""
    rest = ("-o", "a.pdf", "--report", "report.pdf")
    done = run_command(command, write_record(PLAIN), *rest)
    assert done.exit_code == 2
    assert "Write report.json" in done.stderr


def test_the_library_refuses_the_same_names() -> None:
    """The library refuses such a name before the work is done."""
    for call in (
        lambda: printkit.export(PLAIN, "a.epub"),
        lambda: printkit.digest([PLAIN], "a.epub"),
        lambda: printkit.impose(b"", "a.epub", booklet=True),
    ):
        with pytest.raises(OutputError, match=r"ends in \.epub.*\n.*Write a\.pdf"):
            call()


@pytest.mark.parametrize("option", ["-o", "--report", "-d"])
def test_a_name_that_is_too_long_is_one_error(option: str) -> None:
    """No system has file names of 300 letters; the error names the file and the reason."""
    write_record(PLAIN)
    name = {"-o": f"{'a' * 300}.pdf", "--report": f"{'a' * 300}.json", "-d": "a" * 300}[option]
    done = run_command("export", "a.json", option, name)
    assert done.exit_code == 1
    assert "aaa" in done.stderr
    assert "File name too long" in done.stderr
    assert "PK170" in done.stderr
