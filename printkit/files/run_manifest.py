"""The manifest of a run: each record that is done goes in, and a resumed run finds its good lines.

The manifest stands beside the PDFs. A run that writes to the manifest holds the lock of the folder,
`files.run_home`.
"""

from collections.abc import Callable
from dataclasses import replace
from hashlib import file_digest
from pathlib import Path, PurePosixPath
from types import TracebackType
from typing import Self

from printkit.files.kept_run import MANIFEST, KeptRun
from printkit.files.line_file import LineFile
from printkit.files.manifest_lines import (
    RecordLine,
    RunLine,
    RunState,
    TakenLine,
    line_text,
    own_version,
)
from printkit.files.opening import open_no_link
from printkit.files.publishing import publish

# A record that once ran out of time, or made its process die, would most likely do so again.
_ONLY_WITH_RETRY = ("timeout", "crashed")


class RunManifest:
    """The manifest of the run that goes on; a context that closes the file.

    Args:
        folder: the folder of the manifest, which exists.
        choices_sha256: the hash of the choices, and of all else that the bytes of a PDF depend on
            beside the record.
        resume: take good lines of the earlier run over; else a new manifest is begun.
        retry: with `resume`, print records again that ran out of time or crashed.
        sum_of: gives the SHA-256 of a file by its name, or an empty text; None for the files of
            the folder. `RemoteFolder.sha256_of` is for files that stand elsewhere.
        shown: the folder of the PDFs in messages; empty for `folder`.

    Attributes:
        taken_over: the number of records that were taken over so far.
        problems: a sentence for each kind of bad line in the manifest of the earlier run.

    Raises:
        NoSpaceError: the disk is full or read-only.
        OutputError: the manifest cannot be written.
        EditionError: the manifest of the earlier run cannot be read.
    """

    def __init__(
        self,
        folder: Path,
        choices_sha256: str,
        *,
        resume: bool = False,
        retry: bool = False,
        sum_of: Callable[[str], str] | None = None,
        shown: str = "",
    ) -> None:
        self._choices = choices_sha256
        self._retry = retry
        self._sum_of = sum_of or (lambda name: _sha256_of(folder / name))
        self.taken_over = 0
        path = folder / MANIFEST
        self._earlier = KeptRun(folder, shown) if resume and path.exists() else None
        self.problems = self._earlier.problems if self._earlier else ()
        if self._earlier and self._earlier.is_wasteful():
            # A job that resumes each night would else make the manifest longer for ever.
            publish(self._earlier.lines_as_written(), path)
            self._earlier = KeptRun(folder, shown)
        if self._earlier is None:
            publish(b"", path)
        self._lines = LineFile(path, drop_cut_line=True)
        self._say("resumed" if self._earlier else "started")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._lines.close()

    def take_over(
        self, record: str, record_sha256: str, *, number: int, copy: int = 1, file: str = ""
    ) -> RecordLine | None:
        """Return the good line of a record from the earlier run; None for a record to print.

        A line is good if record, choices and version of printkit are the same, and if the PDF is
        there with the same bytes, and so is its HTML page if the run kept one. A record that ran
        out of time or crashed has a good line, too, but not with `retry`.

        Args:
            record, record_sha256, number, copy: as in RecordLine.
            file: the path that the PDF has in this run: other records may have changed the name.
                Empty for any path.

        Raises:
            OutputError: the manifest cannot be written.
        """
        line = self._earlier.find(record, copy) if self._earlier else None
        if line is None or not self._is_good(line, record_sha256):
            return None
        if file and line.file and line.file != file:
            return None
        self._lines.append(line_text(TakenLine(record, copy, number)))
        self.taken_over += 1
        return replace(line, number=number)

    def add(self, line: RecordLine) -> None:
        """Write the line of a record that is done; the hash of the choices is filled in.

        Raises:
            NoSpaceError: the disk is full or read-only.
            OutputError: the manifest cannot be written.
        """
        self._lines.append(line_text(replace(line, choices_sha256=self._choices)))

    def end(self) -> None:
        """Write that the run has ended, and so has a line for each of its records."""
        self._say("ended")

    def _say(self, state: RunState) -> None:
        self._lines.append(line_text(RunLine(state)))

    def _is_good(self, line: RecordLine, record_sha256: str) -> bool:
        known = (line.record_sha256, line.choices_sha256, line.printkit)
        if known != (record_sha256, self._choices, own_version()):
            return False
        if line.status in _ONLY_WITH_RETRY:
            return not self._retry
        if line.status != "ok" or not line.file:
            return False
        if self._sum_of(line.file) != line.account.get("sha256"):
            return False
        page = str(PurePosixPath(line.file).with_suffix(".html"))
        return not line.html_sha256 or self._sum_of(page) == line.html_sha256


def _sha256_of(path: Path) -> str:
    """Return the SHA-256 of a file in hexadecimal; empty for a link, and if no file can be read."""
    try:
        with open(path, "rb", opener=open_no_link) as file:
            return file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""
