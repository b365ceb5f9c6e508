"""Anybody's PDF, opened or refused."""

import os
import time
import zlib
from pathlib import Path

import pytest

from printkit.errors import InspectionError
from printkit.inspect import opening
from printkit.inspect.opening import named, opened, read_file
from tests.support.plain_weasyprint import printed


def pdf_with(stream: bytes) -> bytes:
    return b"%PDF-1.7\n1 0 obj\n<<>>\nstream\n" + stream + b"\nendstream\nendobj\n%%EOF"


def test_a_sound_file_is_opened() -> None:
    """Bytes or path give the same."""
    pdf = printed("<p>Text</p>")
    with opened(read_file(pdf)) as reader:
        assert len(reader.pages) == 1


@pytest.mark.parametrize(
    ("data", "reason"),
    [(b"", "no PDF"), (b"<html>", "no PDF"), (b"%PDF-1.7\nnothing", "broken")],
)
def test_what_is_no_pdf_is_refused(data: bytes, reason: str) -> None:
    """For one clear reason."""
    with pytest.raises(InspectionError, match=reason), opened(read_file(data)):
        pass


def test_a_missing_file_is_refused_by_name(tmp_path: Path) -> None:
    """The error says which."""
    path = tmp_path / "none.pdf"
    with pytest.raises(InspectionError, match=r"none\.pdf: there is no such file"), named(path):
        read_file(path)


def test_a_large_file_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A limit stops it, however it comes."""
    monkeypatch.setattr(opening, "MOST_BYTES", 1000)
    path = tmp_path / "large.pdf"
    path.write_bytes(b"%PDF-1.7" + b" " * 2000)
    for pdf in (path, path.read_bytes()):
        with pytest.raises(InspectionError, match="more than"):
            read_file(pdf)


@pytest.mark.parametrize("packed", [1, 2])
def test_a_small_file_that_unpacks_to_a_huge_one_is_refused(packed: int) -> None:
    """Packed once or twice; quickly, and before an engine sees it."""
    bomb = b"\0" * 80_000_000
    for _ in range(packed):
        bomb = zlib.compress(bomb, 9)
    start = time.monotonic()
    with pytest.raises(InspectionError, match="unpacks to over 75 MB"):
        read_file(pdf_with(bomb))
    assert time.monotonic() - start < 5


def test_many_bombs_are_counted_together(monkeypatch: pytest.MonkeyPatch) -> None:
    """None of them is over the limit alone."""
    monkeypatch.setattr(opening, "_MOST_IN_ALL", 5_000_000)
    stream = zlib.compress(b"\0" * 2_000_000)
    assert read_file(pdf_with(stream) + pdf_with(stream))
    with pytest.raises(InspectionError, match="the file unpacks to over 5 MB"):
        read_file(pdf_with(stream) * 3)


def test_too_many_pages_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """And none at all."""
    monkeypatch.setattr(opening, "MOST_PAGES", 1)
    pdf = printed('<p>One</p><p style="break-before: page">Two</p>')
    with pytest.raises(InspectionError, match="has 2 pages"), opened(pdf):
        pass


def test_errors_over_broken_objects_are_translated() -> None:
    """pypdf raises what it happens to stumble over; our own refusals pass as they are."""
    pdf = printed("<p>Text</p>")
    with (
        pytest.raises(InspectionError, match="the PDF is broken"),
        opened(pdf) as reader,
    ):
        reader.root_object["/No"]
    with pytest.raises(InspectionError, match=r"^ours$"), opened(pdf):
        raise InspectionError("ours")


def test_a_pipe_is_refused_without_waiting(tmp_path: Path) -> None:
    """Nobody writes to it."""
    pipe = tmp_path / "pipe.pdf"
    os.mkfifo(pipe)
    with pytest.raises(InspectionError, match=r"pipe\.pdf: is a pipe"), named(pipe):
        read_file(pipe)
