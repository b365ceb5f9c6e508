"""Drafts: whatever kills a process, the next run finds and removes its draft."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from printkit import digest, export
from printkit.files.drafts import clear_dead_drafts, open_draft
from printkit.files.publishing import publish_alone
from printkit.imposition import impose
from tests.support.command_line import run_command
from tests.support.imposition_pdfs import make_numbered_pdf, save_pdf
from tests.support.press_runs import ALL_OWN_PAGES
from tests.support.sample_records import PLAIN

WRITER = """
import sys
from pathlib import Path
from printkit.files.publishing import publish
def parts():
    yield b"one"
    print("writing", flush=True)
    sys.stdin.read()
publish(parts(), Path(sys.argv[1]) / "one.pdf")
"""


def start_writer(folder: Path) -> "subprocess.Popen[str]":
    """Start a process that stands still while it publishes a file."""
    writer = subprocess.Popen(
        [sys.executable, "-c", WRITER, folder],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert writer.stdout
    assert writer.stdout.readline() == "writing\n"
    return writer


def age(folder: Path) -> None:
    """Make all files of a folder two hours old."""
    moment = time.time() - 7200
    for path in folder.iterdir():
        os.utime(path, (moment, moment))


def test_a_draft_goes_with_an_error(tmp_path: Path) -> None:
    """The file has a name of its own while it is written."""
    with open_draft(tmp_path) as draft:
        draft.write(b"half")
        assert [str(path) for path in tmp_path.iterdir()] == [draft.name]
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(ZeroDivisionError), open_draft(tmp_path):
        raise ZeroDivisionError
    assert list(tmp_path.iterdir()) == []


def test_the_draft_of_a_killed_process_is_removed_an_hour_later(tmp_path: Path) -> None:
    """The older file of that name is whole, and stays."""
    (tmp_path / "one.pdf").write_bytes(b"old")
    writer = start_writer(tmp_path)
    writer.kill()
    writer.communicate()
    assert len(list(tmp_path.iterdir())) == 2
    assert clear_dead_drafts(tmp_path) == 0
    age(tmp_path)
    assert clear_dead_drafts(tmp_path) == 1
    assert list(tmp_path.iterdir()) == [tmp_path / "one.pdf"]


def test_a_draft_that_is_still_written_stays(tmp_path: Path) -> None:
    """A process may have stood still for hours, as on a laptop that was closed."""
    writer = start_writer(tmp_path)
    age(tmp_path)
    assert clear_dead_drafts(tmp_path) == 0
    writer.communicate()
    assert writer.returncode == 0
    assert [path.name for path in tmp_path.iterdir()] == ["one.pdf"]


@pytest.mark.parametrize(
    "name", ["a.part", ".a.part", ".0123456789abcdef.part.pdf", ".0123456789ABCDEF.part"]
)
def test_a_file_of_another_program_stays(tmp_path: Path, name: str) -> None:
    """Other programs have drafts, too."""
    (tmp_path / name).write_text("precious")
    age(tmp_path)
    assert clear_dead_drafts(tmp_path) == 0
    assert (tmp_path / name).exists()


def test_a_folder_that_is_missing_has_no_drafts(tmp_path: Path) -> None:
    """No error is raised."""
    assert clear_dead_drafts(tmp_path / "missing") == 0


def export_by_command(place: Path) -> None:
    """Print a record with `printkit export -o`, with its report in the same folder."""
    record = place.parent.parent / "a.json"
    record.write_text(json.dumps(PLAIN))
    report = place.with_name("report.json")
    assert run_command("export", record, "-o", place, "--report", report).exit_code == 0


@pytest.mark.parametrize(
    "run",
    [
        lambda place: publish_alone(b"one", place),
        lambda place: export(PLAIN, place, trusted=True),
        lambda place: digest(PLAIN, place, without=ALL_OWN_PAGES, trusted=True),
        lambda place: impose(save_pdf(make_numbered_pdf(2)), place, nup=2, trusted=True),
        export_by_command,
    ],
    ids=["publish", "export", "digest", "impose", "command"],
)
def test_a_run_of_one_file_removes_the_drafts_beside_the_file(
    tmp_path: Path, run: Callable[[Path], object]
) -> None:
    """A run that was killed long ago left the draft; a young draft stays."""
    place = tmp_path / "out" / "one.pdf"
    place.parent.mkdir()
    (place.parent / ".0123456789abcdef.part").write_bytes(b"half")
    age(place.parent)
    young = place.parent / ".fedcba9876543210.part"
    young.write_bytes(b"half")
    run(place)
    found = {path.name for path in place.parent.iterdir()}
    assert found - {"report.json"} == {"one.pdf", young.name}


def test_a_report_in_a_folder_of_its_own_removes_the_drafts_there(tmp_path: Path) -> None:
    """`printkit export -d` tidies the folder of the PDFs only."""
    (tmp_path / "a.json").write_text(json.dumps(PLAIN))
    reports = tmp_path / "reports"
    reports.mkdir()
    (reports / ".0123456789abcdef.part").write_bytes(b"half")
    age(reports)
    words = ("export", tmp_path / "a.json", "-d", tmp_path / "out", "--trust")
    assert run_command(*words, "--report", reports / "r.json").exit_code == 0
    assert [path.name for path in reports.iterdir()] == ["r.json"]
