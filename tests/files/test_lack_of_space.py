"""A full disk ends a run early, and the error names the folder that is full."""

import json
import os
import shutil
import subprocess
import sys
from errno import ENOENT, ENOSPC
from pathlib import Path

import pytest

from printkit.errors import NoSpaceError
from printkit.files.lack_of_space import SCRATCH, is_lack_of_space, scratch_error
from tests.support.command_line import list_files, run_command
from tests.support.paths import CHECKOUT


@pytest.fixture(autouse=True)
def inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run each test in a folder of its own, which gets the records and the report."""
    monkeypatch.chdir(tmp_path)


def on_small_disk(
    size: str, *arguments: str, **environment: str
) -> "subprocess.CompletedProcess[str]":
    """Run printkit with a disk of some kilobytes in the folder `small`.

    The disk is mounted in a namespace of its own, which ends with the command.
    """
    if shutil.which("unshare") is None:
        pytest.skip("there is no unshare to mount a small disk with")
    Path("small").mkdir(exist_ok=True)
    mount = f"mount -t tmpfs -o size={size} none small"
    inside = ["unshare", "--user", "--map-root-user", "--mount", "sh", "-c"]
    if subprocess.run([*inside, mount], capture_output=True).returncode:
        pytest.skip("this machine mounts no disk for a test")
    environment = os.environ | {"PYTHONPATH": str(CHECKOUT)} | environment
    ran = [sys.executable, "-m", "printkit", *arguments]
    return subprocess.run(
        [*inside, f'{mount} && exec "$@"', "sh", *ran],
        capture_output=True,
        text=True,
        env=environment,
    )


def write_records(number: int) -> str:
    """Write a file of records with distinct headlines."""
    records = [{"headline": f"Ship {n}", "body": "<p>It sails.</p>"} for n in range(number)]
    Path("ships.jsonl").write_text("\n".join(map(json.dumps, records)), encoding="utf-8")
    return "ships.jsonl"


def test_a_full_disk_ends_the_run_and_the_others_are_not_run() -> None:
    """Files that were written stay whole, and no draft is left."""
    ran = on_small_disk(
        "100k", "export", write_records(20), "--language", "en", "-d", "small", "--report", "r.json"
    )
    assert ran.returncode == 1
    report = json.loads(Path("r.json").read_text(encoding="utf-8"))
    statuses = [one["status"] for one in report["records"]]
    done = statuses.count("ok")
    assert 0 < done < 10
    assert statuses == [*["ok"] * done, "failed", *["not_run"] * (19 - done)]
    assert report["records"][done]["error"]["code"] == "PK171"
    assert f"not run: {19 - done} of 20 records" in ran.stderr
    assert "Traceback" not in ran.stderr


@pytest.mark.parametrize("where_to", [("-o", "out.pdf"), ("-d", ".")])
def test_a_full_folder_for_temporary_files_is_named(where_to: tuple[str, str]) -> None:
    """The run of many ends before the first record."""
    folder = str(Path("small").absolute())
    ran = on_small_disk(
        "64k", "export", write_records(1), "--language", "en", *where_to, TMPDIR=folder
    )
    assert ran.returncode == 1
    told = f"temporary files could not be written in {folder}: No space left on device\n"
    assert f"{told}  Free space there, or set TMPDIR to another folder. [PK171]" in ran.stderr
    assert not list(Path.cwd().glob("*.pdf"))


def test_only_a_disk_on_which_nothing_can_be_written_ends_a_run() -> None:
    """A missing folder is the fault of one record."""
    assert is_lack_of_space(OSError(ENOSPC, "full"))
    assert not is_lack_of_space(OSError(ENOENT, "missing"))


def test_the_error_has_a_folder_even_if_python_finds_none(monkeypatch: pytest.MonkeyPatch) -> None:
    """Python then refuses to say where temporary files go."""
    monkeypatch.setattr("tempfile.tempdir", None)
    monkeypatch.setattr("tempfile._candidate_tempdir_list", lambda: [])
    monkeypatch.setenv("TMPDIR", "/nowhere")
    error = scratch_error(FileNotFoundError(ENOENT, "No usable temporary directory"))
    assert isinstance(error, NoSpaceError)
    assert str(error).startswith("temporary files could not be written in /nowhere: No usable")


@pytest.mark.parametrize("own", ["", f"{SCRATCH}abcd1234", f"{SCRATCH}abcd1234/{SCRATCH}dcba4321"])
def test_the_error_names_the_folder_that_the_user_knows(
    monkeypatch: pytest.MonkeyPatch, own: str
) -> None:
    """A cluster has a folder of its own, in which each of its workers has one."""
    monkeypatch.setattr("tempfile.tempdir", f"/var/spool/{own}".rstrip("/"))
    assert "written in /var/spool: full" in str(scratch_error(OSError(ENOSPC, "full")))


@pytest.mark.parametrize(
    "arguments",
    [
        ("export", "ships.jsonl", "-d", "out"),
        ("export", "ships.jsonl", "-o", "out.pdf", "--trust"),
        ("digest", "ships.jsonl", "-o", "out.pdf"),
        ("check", "ships.jsonl"),
    ],
)
def test_a_missing_folder_of_tmpdir_is_told_before_the_first_record(
    arguments: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Python itself would take another folder without a word."""
    write_records(1)
    monkeypatch.setenv("TMPDIR", "nowhere")
    done = run_command(*arguments)
    assert done.exit_code == 1
    assert done.stderr == (
        "Error: temporary files could not be written in nowhere, the folder of TMPDIR: No such file"
        " or directory\n  Make this folder, or set TMPDIR to another folder. [PK171]\n"
    )
    assert list_files() == {"ships.jsonl"}


def test_the_doctor_names_a_folder_of_tmpdir_that_is_missing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The list has the folder as a fault."""
    monkeypatch.setenv("TMPDIR", "nowhere")
    done = run_command("doctor")
    assert done.exit_code == 1
    assert "could not be written in nowhere, the folder of TMPDIR" in done.stdout
