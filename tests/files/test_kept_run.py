"""The manifest of an earlier run: the last line of a record counts, bad lines are told."""

import os
from pathlib import Path

import pytest

from printkit.errors import EditionError
from printkit.files.kept_run import MANIFEST, KeptRun
from printkit.files.manifest_lines import ManifestLine, RecordLine, RunLine, TakenLine, line_text


def record(name: str, number: int, status: str = "ok", copy: int = 1) -> RecordLine:
    """Return the line of a record."""
    return RecordLine({"record": name, "status": status}, "1", "2", number=number, copy=copy)


def write(folder: Path, *lines: ManifestLine | bytes) -> None:
    """Write a manifest of these lines."""
    made = [one if isinstance(one, bytes) else line_text(one).encode() + b"\n" for one in lines]
    (folder / MANIFEST).write_bytes(b"".join(made))


def names(kept: KeptRun) -> list[tuple[str, str]]:
    """Return record and status of each line."""
    return [(line.record, line.status) for line in kept.lines()]


def test_the_last_line_of_a_record_counts(tmp_path: Path) -> None:
    """The lines come in the order of the records, and not in the order in which they were done."""
    write(
        tmp_path,
        RunLine("started"),
        record("b", 2, "timeout"),
        record("a", 1),
        record("a", 3, copy=2),
        record("b", 2),
    )
    kept = KeptRun(tmp_path)
    assert names(kept) == [("a", "ok"), ("b", "ok"), ("a", "ok")]
    found = [kept.find("a", copy) for copy in (1, 2, 3)]
    assert [one and one.number for one in found] == [1, 3, None]
    assert kept.problems == ()


def test_a_run_that_was_killed_has_no_end(tmp_path: Path) -> None:
    """A resumed run is open again."""
    write(tmp_path, RunLine("started"))
    assert KeptRun(tmp_path).started
    assert not KeptRun(tmp_path).ended
    write(tmp_path, RunLine("started"), RunLine("ended"))
    assert KeptRun(tmp_path).ended
    write(tmp_path, RunLine("started"), RunLine("ended"), RunLine("resumed"))
    assert not KeptRun(tmp_path).ended


def test_records_that_are_no_longer_given_are_left_out_after_the_end(tmp_path: Path) -> None:
    """While the resumed run goes on, nobody knows which records it will be given."""
    lines: list[ManifestLine] = [
        *(RunLine("started"), record("gone", 1), record("kept", 2), RunLine("ended")),
        *(RunLine("resumed"), TakenLine("kept", 1, 1), record("new", 2)),
    ]
    write(tmp_path, *lines)
    assert [name for name, _ in names(KeptRun(tmp_path))] == ["gone", "kept", "new"]
    write(tmp_path, *lines, RunLine("ended"))
    assert [name for name, _ in names(KeptRun(tmp_path))] == ["kept", "new"]


def test_a_cut_last_line_is_forgiven(tmp_path: Path) -> None:
    """A process that is killed leaves such a line."""
    whole = line_text(record("b", 2)).encode()
    for length in (1, 40, len(whole)):
        write(tmp_path, record("a", 1), whole[:length])
        kept = KeptRun(tmp_path)
        assert names(kept) == [("a", "ok")]
        assert kept.problems == ()


def test_bad_lines_are_told_and_left_out(tmp_path: Path) -> None:
    """One sentence tells of each kind of bad line."""
    newer = b'{"manifest": 2, "printkit": "9.0", "check": "b631a7f7"}\n'
    write(tmp_path, b"\x00\xff\n", record("a", 1), b"x\n", newer, record("b", 2), b"\n" * 9)
    kept = KeptRun(tmp_path)
    assert names(kept) == [("a", "ok"), ("b", "ok")]
    path = tmp_path / MANIFEST
    assert kept.problems == (
        f"{path}: lines 1, 3, 6, 7, 8 and 6 more left out: damaged",
        f"{path}: line 4 left out: of another version of printkit, which writes other lines",
    )


def test_a_line_without_end_is_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The bytes of such a line are never all in memory."""
    monkeypatch.setattr("printkit.files.kept_run._LONGEST_LINE", 5_000)
    write(tmp_path, record("a", 1), b"x" * 123_456 + b"\n", record("b", 2), b"x" * 123_456)
    kept = KeptRun(tmp_path)
    assert names(kept) == [("a", "ok"), ("b", "ok")]
    assert kept.problems == (f"{tmp_path / MANIFEST}: lines 2, 4 left out: damaged",)


def test_a_folder_without_a_run_is_one_error(tmp_path: Path) -> None:
    """The error names the folder."""
    with pytest.raises(EditionError, match="no run of printkit left its account in this folder"):
        KeptRun(tmp_path)
    with pytest.raises(EditionError, match="no run of printkit left its account in this folder"):
        KeptRun(tmp_path / "missing")


def test_a_manifest_that_is_no_file_is_one_error(tmp_path: Path) -> None:
    """A pipe makes nobody wait, and a link leads nowhere."""
    os.mkfifo(tmp_path / MANIFEST)
    with pytest.raises(EditionError, match=r"is a pipe, not a file\n  Remove what has this name"):
        KeptRun(tmp_path)
    (tmp_path / MANIFEST).unlink()
    (tmp_path / MANIFEST).symlink_to("/etc/passwd")
    with pytest.raises(EditionError, match=r"is a link, .* not a file\n  Remove what has this"):
        KeptRun(tmp_path)
