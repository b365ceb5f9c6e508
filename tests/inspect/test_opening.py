"""Opening a PDF of unknown origin: a PDF that pypdf can read is opened, other data is refused."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from printkit.edition.limits import Limits
from printkit.errors import InspectionError
from printkit.inspect.opening import name_file_in_errors, open_pdf, read_pdf
from tests.support.paths import CHECKOUT
from tests.support.plain_weasyprint import print_plain


def test_a_sound_file_is_open_pdf() -> None:
    """Bytes and a path give the same pages."""
    pdf = print_plain("<p>Text</p>")
    with open_pdf(read_pdf(pdf)) as reader:
        assert len(reader.pages) == 1


@pytest.mark.parametrize(
    ("data", "reason"),
    [(b"", "no PDF"), (b"<html>", "no PDF"), (b"%PDF-1.7\nnothing", "broken")],
)
def test_what_is_no_pdf_is_refused(data: bytes, reason: str) -> None:
    """The error gives one clear reason: no PDF, or a broken PDF."""
    with pytest.raises(InspectionError, match=reason), open_pdf(read_pdf(data)):
        pass


def test_a_missing_file_is_refused_by_name(tmp_path: Path) -> None:
    """The error names the missing file."""
    path = tmp_path / "none.pdf"
    refused = pytest.raises(InspectionError, match=r"none\.pdf: there is no such file")
    with refused, name_file_in_errors(path):
        read_pdf(path)


def test_a_large_file_is_not_read(tmp_path: Path) -> None:
    """A limit stops the reading, from a path as from a stream."""
    path = tmp_path / "large.pdf"
    path.write_bytes(b"%PDF-1.7" + b" " * 1_000_000)
    for pdf in (path, path.read_bytes()):
        with pytest.raises(InspectionError, match=r"more than 1 MB \(limits\.pdf_size\)"):
            read_pdf(pdf, Limits(pdf_size=1))


def test_too_many_pages_are_refused() -> None:
    """A limit keeps a file with very many pages from the engine."""
    one = Limits(pdf_pages=1)
    pdf = print_plain('<p>One</p><p style="break-before: page">Two</p>')
    with pytest.raises(InspectionError, match="has 2 pages"), open_pdf(pdf, one):
        pass


def test_errors_over_broken_objects_are_translated() -> None:
    """Any error of pypdf becomes an error of printkit; errors of printkit pass unchanged."""
    pdf = print_plain("<p>Text</p>")
    with (
        pytest.raises(InspectionError, match="the PDF is broken"),
        open_pdf(pdf) as reader,
    ):
        reader.root_object["/No"]
    with pytest.raises(InspectionError, match=r"^ours$"), open_pdf(pdf):
        raise InspectionError("ours")


def test_a_pipe_is_refused_without_waiting(tmp_path: Path) -> None:
    """No program writes to the pipe, so a reader would wait for ever."""
    pipe = tmp_path / "pipe.pdf"
    os.mkfifo(pipe)
    with pytest.raises(InspectionError, match=r"pipe\.pdf: is a pipe"), name_file_in_errors(pipe):
        read_pdf(pipe)


def test_warnings_of_pypdf_go_to_the_log_of_the_application_only(tmp_path: Path) -> None:
    """An application that uses pypdf itself keeps its warnings; a terminal stays quiet."""
    path = tmp_path / "repaired.pdf"
    path.write_bytes(re.sub(rb"startxref\s+\d+", b"startxref\n7", print_plain("<p>Text</p>")))
    code = (
        "import logging, sys; from pathlib import Path;"
        "from printkit.inspect.opening import open_pdf, read_pdf;"
        "log = logging.getLogger('pypdf'); heard = logging.Handler(); found = [];"
        "heard.emit = found.append;"
        "sys.argv[2] == 'log' and log.addHandler(heard);"
        "opened = open_pdf(read_pdf(Path(sys.argv[1]))); opened.__enter__();"
        "print(log.level, len(found))"
    )
    for kind, most in (("log", 1), ("none", 0)):
        run = [sys.executable, "-c", code, str(path), kind]
        done = subprocess.run(run, cwd=CHECKOUT, capture_output=True, text=True, check=True)
        level, heard = map(int, done.stdout.split())
        assert (level, done.stderr) == (0, "")
        assert min(heard, 1) == most
