"""Read the manifest of an earlier run: a folder goes in, the last line of each record comes out.

Only the places of the lines are kept in memory, so that a run of many records stays small.
"""

import errno
import os
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from printkit.errors import EditionError
from printkit.files.manifest_lines import (
    LineError,
    ManifestLine,
    RecordLine,
    RunLine,
    TakenLine,
    read_manifest_line,
)
from printkit.files.opening import kind_of_file, open_no_link, reason

MANIFEST = ".printkit-run.jsonl"
_REMEDY = "Remove what has this name, or give another folder."
_LONGEST_LINE = 50_000_000  # bytes; the account of a record has about 1 kB
_MOST_STALE = 1_000  # lines that are out of date, beside three for each record
_TOLD = 5  # places of bad lines that a message names

_RecordAndCopy = tuple[str, int]


class KeptRun:
    """The manifest of a folder, as it stands on the disk.

    Args:
        folder: the folder of the manifest.
        shown: the folder of the PDFs in messages; empty for `folder`.

    Attributes:
        started: when the last run began or went on, in UTC as ISO 8601; empty if no run began.
        ended: when the last run ended; empty for a run that was killed or still goes on.
        problems: a sentence for each kind of bad line.

    Raises:
        EditionError: the folder has no manifest, or the manifest cannot be read.
    """

    def __init__(self, folder: Path, shown: str = "") -> None:
        self._path = folder / MANIFEST
        self._folder = shown or str(folder)
        self._told = f"{self._folder}/{MANIFEST}" if shown else str(self._path)
        self.started = self.ended = ""
        self._bad: dict[str, tuple[int, ...]] = {}
        self._bad_counts: Counter[str] = Counter()
        # Each record with its place in the run, the place of its line in the file, and its run.
        self._found: dict[_RecordAndCopy, tuple[int, int, int]] = {}
        self._run = 0
        with self._opened() as file:
            self._count = 0
            for begin, line in _lines_with_places(file):
                self._count += 1
                self._note(begin, line)

    @property
    def problems(self) -> tuple[str, ...]:
        """Return a sentence for each kind of bad line."""
        return tuple(
            f"{self._told}: {_told_lines(numbers, self._bad_counts[kind])} left out: {kind}"
            for kind, numbers in self._bad.items()
        )

    def find(self, record: str, copy: int = 1) -> RecordLine | None:
        """Return the last line of a record; None if the record was not done."""
        if (record, copy) not in self._found:
            return None
        _, begin, _ = self._found[record, copy]
        with self._opened() as file:
            return _record_at(file, begin)

    def lines(self) -> Iterator[RecordLine]:
        """Yield the last line of each record, in the order of the records.

        After a run that ended, records of older runs that are no longer given are left out.
        """
        with self._opened() as file:
            for begin in self._places():
                if line := _record_at(file, begin):
                    yield line

    def is_wasteful(self) -> bool:
        """Tell whether most lines are out of date, as after many resumed runs."""
        return self._count > _MOST_STALE + 3 * len(self._found)

    def lines_as_written(self) -> Iterator[bytes]:
        """Yield the bytes of each line that `lines` yields, with its line end."""
        with self._opened() as file:
            for begin in self._places():
                file.seek(begin)
                yield file.readline(_LONGEST_LINE)

    def _places(self) -> Iterator[int]:
        last = self._run if self.ended else 0
        yield from (begin for _, begin, run in sorted(self._found.values()) if run >= last)

    def _note(self, begin: int, text: str) -> None:
        try:
            self._keep(read_manifest_line(text), begin)
        except LineError as error:
            kind = str(error)
            self._bad_counts[kind] += 1
            self._bad[kind] = (*self._bad.get(kind, ()), self._count)[:_TOLD]

    def _keep(self, line: ManifestLine, begin: int) -> None:
        match line:
            case RunLine(state="ended"):
                self.ended = line.time
            case RunLine():
                self.started, self.ended = line.time, ""
                self._run += 1
            case TakenLine(record, copy, number) if (record, copy) in self._found:
                _, begin, _ = self._found[record, copy]
                self._found[record, copy] = (number, begin, self._run)
            case RecordLine():
                self._found[line.record, line.copy] = (line.number, begin, self._run)

    @contextmanager
    def _opened(self) -> Iterator[BinaryIO]:
        try:
            with open(self._path, "rb", opener=open_no_link) as file:
                if kind := kind_of_file(os.fstat(file.fileno()).st_mode):
                    raise EditionError(f"is {kind}, not a file", where=self._told, remedy=_REMEDY)
                yield file
        except FileNotFoundError as error:
            raise EditionError(
                "no run of printkit left its account in this folder",
                where=self._folder,
                remedy="Give the folder of an earlier `printkit export -d`.",
            ) from error
        except OSError as error:
            # `open_no_link` gets the first error for a link, the second for a socket or a device.
            odd = error.errno in (errno.ELOOP, errno.ENXIO)
            told = "is a link, a socket or a device, not a file" if odd else reason(error)
            raise EditionError(told, where=self._told, remedy=_REMEDY) from error


def _lines_with_places(file: BinaryIO) -> Iterator[tuple[int, str]]:
    """Yield the place and the text of each whole line; an empty text for a line of other bytes."""
    begin = 0
    while line := file.readline(_LONGEST_LINE):
        whole = line.endswith(b"\n")
        end = file.tell()
        if not whole and len(line) < _LONGEST_LINE:
            return  # the process died over its last line
        if not whole:
            _skip_line(file)
        yield begin, _text_of(line) if whole else ""
        begin = end if whole else file.tell()


def _skip_line(file: BinaryIO) -> None:
    while (rest := file.readline(_LONGEST_LINE)) and not rest.endswith(b"\n"):
        pass


def _text_of(line: bytes) -> str:
    with suppress(UnicodeDecodeError):
        return line[:-1].decode("ascii")
    return ""


def _record_at(file: BinaryIO, begin: int) -> RecordLine | None:
    """Return the line at a place; None if somebody has changed the file since."""
    file.seek(begin)
    text = _text_of(file.readline(_LONGEST_LINE))
    with suppress(LineError):
        line = read_manifest_line(text)
        return line if isinstance(line, RecordLine) else None
    return None


def _told_lines(numbers: tuple[int, ...], count: int) -> str:
    first = ", ".join(map(str, numbers))
    more = f" and {count - len(numbers)} more" if count > len(numbers) else ""
    return f"line {first}" if count == 1 else f"lines {first}{more}"
