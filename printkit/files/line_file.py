"""A file of lines: whole lines go in one by one, and outlive the process that wrote them.

A line is written with one call, at the end of the file. A killed process leaves at most one line
that is cut off; the next process that opens the file takes this line away or ends it.
"""

import errno
import os
import time
from pathlib import Path
from types import TracebackType
from typing import Self

from printkit.errors import NoSpaceError, OutputError
from printkit.files.lack_of_space import is_lack_of_space
from printkit.files.opening import kind_of_file, open_no_link

_BLOCK = 65_536
# After a power cut, lines of the last second may be missing. A call of fsync for each line would
# make a run of small records twice as long.
_SECONDS_BETWEEN_SYNCS = 1.0


class LineFile:
    """An open file to which lines are appended; a context that closes the file.

    Args:
        path: a regular file. A missing file is made, and is then its user's alone.
        drop_cut_line: what becomes of a last line without a line end: True takes the line away,
            False ends the line.

    Raises:
        NoSpaceError: the disk is full or read-only.
        OutputError: the file cannot be opened or written, or is no regular file.
    """

    def __init__(self, path: Path, *, drop_cut_line: bool) -> None:
        self._path = path
        self._synced = time.monotonic()
        try:
            self._descriptor = open_no_link(str(path), os.O_RDWR | os.O_APPEND | os.O_CREAT)
        except OSError as error:
            raise self._not_written(error) from error
        try:
            self._refuse_other_kind()
            self._settle_cut_line(drop_cut_line)
        except OutputError:
            os.close(self._descriptor)
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def append(self, line: str) -> None:
        """Write a line, all of it or nothing.

        Args:
            line: the text of the line, without a line end.

        Raises:
            NoSpaceError: the disk is full or read-only.
            OutputError: the file cannot be written.
        """
        data = line.encode(errors="backslashreplace") + b"\n"
        end = os.fstat(self._descriptor).st_size
        try:
            while data:
                data = data[os.write(self._descriptor, data) :]
            self._sync()
        except OSError as error:
            # Half a line would swallow the next line.
            os.ftruncate(self._descriptor, end)
            raise self._not_written(error) from error

    def close(self) -> None:
        """Write all lines to the disk, and close the file; a second call does nothing."""
        if self._descriptor < 0:
            return
        try:
            self._sync(now=True)
        except OSError as error:
            raise self._not_written(error) from error
        finally:
            os.close(self._descriptor)
            self._descriptor = -1

    def _sync(self, *, now: bool = False) -> None:
        if now or time.monotonic() - self._synced > _SECONDS_BETWEEN_SYNCS:
            os.fsync(self._descriptor)
            self._synced = time.monotonic()

    def _refuse_other_kind(self) -> None:
        if kind := kind_of_file(os.fstat(self._descriptor).st_mode):
            raise OutputError(
                f"this is {kind}, to which no lines are written",
                where=str(self._path),
                remedy="Give the name of a file.",
            )

    def _settle_cut_line(self, drop: bool) -> None:
        try:
            size = os.fstat(self._descriptor).st_size
            whole = self._end_of_last_whole_line(size)
            if whole == size:
                return
            if drop:
                os.ftruncate(self._descriptor, whole)
            else:
                os.write(self._descriptor, b"\n")
        except OSError as error:
            raise self._not_written(error) from error

    def _end_of_last_whole_line(self, size: int) -> int:
        end = size
        while end > 0:
            begin = max(0, end - _BLOCK)
            os.lseek(self._descriptor, begin, os.SEEK_SET)
            found = os.read(self._descriptor, end - begin).rfind(b"\n")
            if found >= 0:
                return begin + found + 1
            end = begin
        return 0

    def _not_written(self, error: OSError) -> OutputError:
        kind = NoSpaceError if is_lack_of_space(error) else OutputError
        # `open_no_link` gets these errors for a symbolic link, and for a pipe without a reader.
        odd = error.errno in (errno.ELOOP, errno.ENXIO)
        reason = "is a link, a pipe or a device" if odd else error.strerror or str(error)
        return kind(
            f"a line could not be written: {reason}; the lines before are whole",
            where=str(self._path),
            remedy="Free space there."
            if kind is NoSpaceError
            else "Give a file that you can write.",
        )
