"""Outputs of a command line: no input is written over, on this machine or in a store."""

from pathlib import Path

import click
import fsspec
import pytest

from printkit.cli.overwriting import refuse_overwriting, refuse_same_files
from printkit.files.addresses import Address
from tests.support.command_line import list_files, run_command, write_record
from tests.support.sample_records import PLAIN


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


@pytest.mark.parametrize(
    ("read", "written"),
    [
        (["s3://b/a.json"], ["s3://b/a.json"]),
        ([], ["s3://b/a.pdf", "S3://b/a.pdf"]),
        ([], ["sftp://ana:CANARY@h/a.pdf", "sftp://ana:CANARY@h/a.pdf"]),
    ],
)
def test_an_object_is_read_or_written_once(read: list[str], written: list[str]) -> None:
    """The message has no password."""
    with pytest.raises(click.UsageError) as refused:
        refuse_same_files(read, [*map(Address, written)])
    assert "CANARY" not in str(refused.value)


@pytest.mark.parametrize(
    "named", ["memory://in", "memory://in/*.json", "memory://in/[ab].json", "memory://in/a.json"]
)
def test_no_record_in_a_store_is_written_over(named: str) -> None:
    """A report, a PDF and a new object are written; the record stays."""
    store = fsspec.filesystem("memory")
    store.pipe_file("/in/b.json", b'{"headline": "x"}')
    store.pipe_file("/in/r.json", b'{"records": []}')
    with pytest.raises(click.UsageError, match=r"memory://in/b\.json stands in a folder"):
        refuse_overwriting([named], [], [Address("memory://in/b.json")])
    for other in ("memory://in/r.json", "memory://in/new.json", "memory://in2/b.json"):
        refuse_overwriting([named], [], [Address(other)])
