"""The manifest of a run: a resumed run takes good lines over, and prints everything else again."""

import json
import signal
import subprocess
import sys
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from printkit.errors import OutputError
from printkit.files.kept_run import MANIFEST, KeptRun
from printkit.files.manifest_lines import RecordLine, RunLine, line_text
from printkit.files.remote import RemoteFolder
from printkit.files.run_manifest import RunManifest
from tests.support.small_disks import run_on_small_disk

PDF = b"%PDF-1.7 of this record"
CHOICES = "c" * 64
RECORD = "r" * 64
ENDLESS = """
import sys
from pathlib import Path
from printkit.files.manifest_lines import RecordLine
from printkit.files.run_manifest import RunManifest
with RunManifest(Path(sys.argv[1]), "c", resume=True) as manifest:
    for number in range(1, 10**9):
        account = {"record": f"{number}", "status": "failed", "words": "x" * 5_000}
        manifest.add(RecordLine(account, "r", "", number=number))
        if number == 50:
            print("ready", flush=True)
"""
ROUNDS = """
import sys
from pathlib import Path
from printkit.errors import OutputError
from printkit.files.folder_lock import hold_folder
from printkit.files.manifest_lines import RecordLine
from printkit.files.run_manifest import RunManifest
folder, name, rounds = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
for number in range(1, rounds + 1):
    try:
        with hold_folder(folder, wait=number > 2), RunManifest(folder, "c", resume=True) as kept:
            account = {"record": f"{name}-{number}", "status": "failed", "words": "x" * 3_000}
            kept.add(RecordLine(account, "r", "", number=number))
            print(f"{name}-{number}")
    except OutputError as error:
        print(error, file=sys.stderr)
"""
FULL = """
from pathlib import Path
from printkit.errors import NoSpaceError
from printkit.files.kept_run import KeptRun
from printkit.files.manifest_lines import RecordLine
from printkit.files.run_manifest import RunManifest
with RunManifest(Path("."), "c") as manifest:
    for number in range(1, 1_000):
        account = {"record": f"{number}", "status": "failed", "words": "x" * 5_000}
        try:
            manifest.add(RecordLine(account, "r", "", number=number))
        except NoSpaceError as error:
            print(error.code, error)
            break
kept = KeptRun(Path("."))
print([int(line.record) for line in kept.lines()] == list(range(1, number)), kept.problems)
"""


def print_record(folder: Path, name: str = "a", status: str = "ok") -> RecordLine:
    """Write a PDF as a run does; return the line for the manifest."""
    file = f"{name}.pdf" if status == "ok" else ""
    if file:
        (folder / file).write_bytes(PDF)
    account = {"record": name, "status": status, "sha256": sha256(PDF).hexdigest()}
    return RecordLine(account, RECORD, "", file, seconds=1.5, memory_mb=200.0)


def run_once(folder: Path, *lines: RecordLine) -> None:
    """Write the manifest of a run that ended."""
    with RunManifest(folder, CHOICES) as manifest:
        for line in lines:
            manifest.add(line)
        manifest.end()


def test_a_good_line_is_taken_over(tmp_path: Path) -> None:
    """The line has everything that the report needs, with its number in the new run."""
    line = print_record(tmp_path)
    run_once(tmp_path, line)
    with RunManifest(tmp_path, CHOICES, resume=True) as manifest:
        taken = manifest.take_over("a", RECORD, number=3)
        assert taken == replace(line, choices_sha256=CHOICES, number=3)
        assert manifest.take_over("b", RECORD, number=4) is None
        assert manifest.take_over("a", RECORD, number=5, copy=2) is None
        assert manifest.taken_over == 1


def test_a_record_with_other_bytes_is_printed_again(tmp_path: Path) -> None:
    """The name of the record is the same."""
    run_once(tmp_path, print_record(tmp_path))
    with RunManifest(tmp_path, CHOICES, resume=True) as manifest:
        assert manifest.take_over("a", "s" * 64, number=1) is None
        assert manifest.taken_over == 0


def test_other_choices_print_all_again(tmp_path: Path) -> None:
    """A PDF of another theme is no good."""
    run_once(tmp_path, print_record(tmp_path))
    with RunManifest(tmp_path, "d" * 64, resume=True) as manifest:
        assert manifest.take_over("a", RECORD, number=1) is None


def test_another_printkit_prints_all_again(tmp_path: Path) -> None:
    """The pages of another version may differ."""
    run_once(tmp_path, print_record(tmp_path))
    path = tmp_path / MANIFEST
    text = path.read_text()
    other = [
        line_text_of_version(line, "0.0.9") if '"record"' in line else line
        for line in text.splitlines()
    ]
    path.write_text("\n".join(other) + "\n")
    assert [line.printkit for line in KeptRun(tmp_path).lines()] == ["0.0.9"]
    with RunManifest(tmp_path, CHOICES, resume=True) as manifest:
        assert manifest.take_over("a", RECORD, number=1) is None


def line_text_of_version(line: str, version: str) -> str:
    """Return a line as another version of printkit would have written the line."""
    import zlib

    values = json.loads(line) | {"printkit": version}
    del values["check"]
    text = json.dumps(values)[:-1]
    return f'{text}, "check": "{zlib.crc32(text.encode()):08x}"}}'


@pytest.mark.parametrize("change", ["gone", "changed", "link", "folder"])
def test_a_file_that_is_gone_or_changed_is_printed_again(tmp_path: Path, change: str) -> None:
    """A link is no file of ours, even if the bytes behind the link are right."""
    run_once(tmp_path, print_record(tmp_path))
    path = tmp_path / "a.pdf"
    kept = path.rename(tmp_path / "kept.pdf")
    match change:
        case "changed":
            path.write_bytes(PDF + b"\n")
        case "link":
            path.symlink_to(kept)
        case "folder":
            path.mkdir()
    with RunManifest(tmp_path, CHOICES, resume=True) as manifest:
        assert manifest.take_over("a", RECORD, number=1) is None


def test_the_html_page_of_a_record_counts_too(tmp_path: Path) -> None:
    """The page has the name of the PDF."""
    page = b"<!doctype html>"
    run_once(tmp_path, replace(print_record(tmp_path), html_sha256=sha256(page).hexdigest()))
    for is_there in (False, True):
        if is_there:
            (tmp_path / "a.html").write_bytes(page)
        with RunManifest(tmp_path, CHOICES, resume=True) as manifest:
            assert bool(manifest.take_over("a", RECORD, number=1)) == is_there


def test_the_pdfs_may_stand_elsewhere(tmp_path: Path) -> None:
    """The manifest is kept in a folder of this machine, and is sent after the PDFs."""
    line = print_record(tmp_path)
    run_once(tmp_path, line)
    (tmp_path / "a.pdf").unlink()
    elsewhere = RemoteFolder(f"memory://{tmp_path.name}")
    for sent in (False, True):
        if sent:
            elsewhere.publish(PDF, "a.pdf")
        with RunManifest(tmp_path, CHOICES, resume=True, sum_of=elsewhere.sha256_of) as manifest:
            assert bool(manifest.take_over("a", RECORD, number=1)) == sent


@pytest.mark.parametrize(
    ("status", "retry", "taken"),
    [
        ("timeout", False, True),
        ("crashed", False, True),
        ("timeout", True, False),
        ("crashed", True, False),
        ("failed", False, False),
        ("refused", False, False),
        ("skipped", False, False),
        ("not_run", False, False),
    ],
)
def test_what_timed_out_or_crashed_is_tried_again_only_on_demand(
    tmp_path: Path, status: str, retry: bool, taken: bool
) -> None:
    """A record that failed or was refused costs little, and may have been mended outside."""
    run_once(tmp_path, print_record(tmp_path, status=status))
    with RunManifest(tmp_path, CHOICES, resume=True, retry=retry) as manifest:
        assert bool(manifest.take_over("a", RECORD, number=1)) == taken


def test_a_run_that_does_not_resume_begins_anew(tmp_path: Path) -> None:
    """The report of a new run has no record of the run before."""
    run_once(tmp_path, print_record(tmp_path))
    with RunManifest(tmp_path, CHOICES) as manifest:
        assert manifest.take_over("a", RECORD, number=1) is None
    assert list(KeptRun(tmp_path).lines()) == []


def test_a_first_run_may_resume(tmp_path: Path) -> None:
    """A job that runs each night gives the option each night."""
    with RunManifest(tmp_path, CHOICES, resume=True) as manifest:
        assert manifest.take_over("a", RECORD, number=1) is None
        manifest.add(print_record(tmp_path))
    assert len(list(KeptRun(tmp_path).lines())) == 1


def test_a_third_run_takes_over_what_the_second_took_over(tmp_path: Path) -> None:
    """The report of each run has all its records."""
    run_once(tmp_path, print_record(tmp_path), print_record(tmp_path, "b"))
    for _ in range(2):
        with RunManifest(tmp_path, CHOICES, resume=True) as manifest:
            assert manifest.take_over("a", RECORD, number=1)
            assert manifest.take_over("b", RECORD, number=2)
            manifest.end()
        assert [line.record for line in KeptRun(tmp_path).lines()] == ["a", "b"]


def test_a_manifest_does_not_grow_for_ever(tmp_path: Path) -> None:
    """Lines that are out of date go, when there are a thousand; the others stay as they were."""
    lines = [print_record(tmp_path, "a"), print_record(tmp_path, "b", "timeout")]
    run_once(tmp_path, *lines)
    path = tmp_path / MANIFEST
    first = path.read_text().splitlines()
    with RunManifest(tmp_path, CHOICES, resume=True) as manifest:
        assert manifest.take_over("a", RECORD, number=1)
        assert manifest.take_over("b", RECORD, number=2)
        manifest.end()
    night = path.read_text().splitlines(keepends=True)[len(first) :]
    for nights, left in ((200, 4 + 4 * 200 + 1), (300, 2 + 1)):
        path.write_text("\n".join(first) + "\n" + "".join(night * nights))
        with RunManifest(tmp_path, CHOICES, resume=True):
            assert len(path.read_text().splitlines()) == left
        assert [line.record for line in KeptRun(tmp_path).lines()] == ["a", "b"]
    assert path.read_text().splitlines()[:2] == first[1:3]


def test_bad_lines_are_told_to_the_run(tmp_path: Path) -> None:
    """The records of such lines are printed again."""
    run_once(tmp_path, print_record(tmp_path))
    path = tmp_path / MANIFEST
    path.write_text(path.read_text().replace('"ok"', '"no"'))
    with RunManifest(tmp_path, CHOICES, resume=True) as manifest:
        assert manifest.problems == (f"{path}: line 2 left out: damaged",)
        assert manifest.take_over("a", RECORD, number=1) is None


def test_a_line_that_a_kill_cut_off_is_forgiven_for_ever(tmp_path: Path) -> None:
    """The resumed run takes the line away, and its own lines stand on lines of their own."""
    run_once(tmp_path, print_record(tmp_path))
    with (tmp_path / MANIFEST).open("a") as file:
        file.write('{"manifest": 1, "printk')
    with RunManifest(tmp_path, CHOICES, resume=True) as manifest:
        manifest.add(print_record(tmp_path, "b"))
        manifest.add(print_record(tmp_path, "c"))
    kept = KeptRun(tmp_path)
    assert [line.record for line in kept.lines()] == ["a", "b", "c"]
    assert kept.problems == ()


def test_a_killed_run_keeps_every_record_that_was_done(tmp_path: Path) -> None:
    """Three kills in a row leave whole lines; the last kill finds the lines of the first."""
    for turn in range(1, 4):
        running = subprocess.Popen(
            [sys.executable, "-c", ENDLESS, tmp_path], stdout=subprocess.PIPE
        )
        assert running.stdout
        assert running.stdout.readline() == b"ready\n"
        running.send_signal(signal.SIGKILL)
        running.communicate()
        kept = KeptRun(tmp_path)
        numbers = [line.number for line in kept.lines()]
        assert numbers == list(range(1, len(numbers) + 1))
        assert len(numbers) >= 50
        assert kept.problems == ()
        assert not kept.ended
        text = (tmp_path / MANIFEST).read_text()
        assert text.count('"run": "resumed"') == turn - 1


@pytest.mark.parametrize("rounds", [5, pytest.param(50, marks=pytest.mark.slow)])
def test_eight_processes_write_to_one_folder_one_after_another(tmp_path: Path, rounds: int) -> None:
    """No line is lost or torn; a run that does not wait is told that another run is there."""
    running = [
        subprocess.Popen(
            [sys.executable, "-c", ROUNDS, tmp_path, str(name), str(rounds)],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for name in range(8)
    ]
    told = [one.communicate() for one in running]
    assert [one.returncode for one in running] == [0] * 8
    done = sorted(line for out, _ in told for line in out.splitlines())
    assert 8 * (rounds - 2) <= len(done) <= 8 * rounds
    errors = [line for _, err in told for line in err.splitlines() if "another run" in line]
    assert len(errors) == 8 * rounds - len(done)
    kept = KeptRun(tmp_path)
    assert sorted(line.record for line in kept.lines()) == done
    assert kept.problems == ()
    assert [path.name for path in tmp_path.iterdir()] == [MANIFEST]


def test_a_full_disk_keeps_the_lines_before(tmp_path: Path) -> None:
    """The run hears that nothing more can be written."""
    told = run_on_small_disk(tmp_path, "256k", FULL)
    assert told.startswith("PK171 .printkit-run.jsonl: a line could not be written: No space left")
    assert told.endswith("True ()\n")


def test_a_link_in_the_place_of_the_manifest_is_not_followed(tmp_path: Path) -> None:
    """Neither a new run nor a resumed run writes behind the link."""
    (tmp_path / "precious").write_text(line_text(RunLine("started")) + "\n")
    before = (tmp_path / "precious").read_text()
    (tmp_path / MANIFEST).symlink_to("precious")
    with pytest.raises(OutputError, match="a symbolic link, which is not overwritten"):
        RunManifest(tmp_path, CHOICES)
    assert (tmp_path / "precious").read_text() == before
