"""Large JSON Lines are read in parts, with the same records and the same places."""

import json
from pathlib import Path

import pytest

from printkit.errors import RecordError
from printkit.readers.inputs import read_source, sources_of
from printkit.readers.line_parts import LinePart, parts_of_bytes, parts_of_file, read_part

LINES = [json.dumps({"headline": f"Ship {n}", "body": "word " * 200}) for n in range(2_500)]


def write(folder: Path, text: str, name: str = "a.jsonl") -> Path:
    """Write a file, and return its path."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_the_parts_hold_every_line_once(tmp_path: Path) -> None:
    """A broken line and empty lines keep their numbers."""
    lines = [*LINES[:1_200], "", "{broken", *LINES[1_200:]]
    path = write(tmp_path, "\n".join(lines))
    parts = parts_of_file(path)
    assert len(parts) > 2
    assert b"".join(read_part(path, one) for one in parts) == path.read_bytes()
    found = [one for source in sources_of(path) for one in read_source(source)]
    assert [one.where for one in found] == [
        f"{path}:{number}" for number, line in enumerate(lines, 1) if line
    ]
    assert [one.where for one in found if isinstance(one, RecordError)] == [f"{path}:1202"]


@pytest.mark.slow
def test_bytes_are_cut_likewise() -> None:
    """Standard input has no file."""
    data = "\n".join(LINES).encode()
    sources = sources_of(data, "stdin")
    assert len(sources) > 2
    found = [one for source in sources for one in read_source(source)]
    assert [one.where for one in found] == [f"stdin:{n}" for n in range(1, 2_501)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("\n".join(LINES[:10]), "a.jsonl"),
        (json.dumps([json.loads(one) for one in LINES], indent=1), "a.jsonl"),
        ("\n".join(LINES), "a.json"),
        ("word\n" * 500_000, "a.ndjson"),
    ],
    ids=["few lines", "a list over many lines", "another suffix", "no JSON"],
)
def test_other_files_are_read_as_a_whole(text: str, name: str, tmp_path: Path) -> None:
    """Only large files whose first lines are objects have parts."""
    assert parts_of_file(write(tmp_path, text, name)) == ()


def test_a_long_line_is_a_part_of_its_own() -> None:
    """No line is cut."""
    long = json.dumps({"headline": "A", "body": "x" * 2_000_000})
    data = f"{LINES[0]}\n{long}\n{LINES[1]}\n".encode()
    first = len(LINES[0]) + 1
    second = first + len(long) + 1
    assert parts_of_bytes(data) == (
        LinePart(0, first, 1),
        LinePart(first, len(long) + 1, 2),
        LinePart(second, len(LINES[1]) + 1, 3),
    )
