"""Standard streams: closed or broken ones become streams that no command has to think about.

A message for standard error that cannot be written is dropped: nobody is there to be told, and the
work goes on. Where a stream is closed, the next file that is opened would take its number, and the
messages of a library would go into this file.
"""

import io
import os
import sys
from typing import cast


class _TellingFile(io.FileIO):
    """A file that drops what it cannot write: on a full disk, or in a pipe without a reader."""

    def write(self, data: object, /) -> int:
        given = memoryview(cast("bytes", data))
        try:
            written = super().write(given)
        except OSError:
            written = None
        # None comes also from a pipe that is full and does not wait.
        return given.nbytes if written is None else written


def make_streams_safe() -> None:
    """Open the streams that are closed, and let standard error drop what it cannot write.

    `sys.stdin` and `sys.stdout` stay None where they were closed: this is how commands know.
    """
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.set_inheritable(os.open(os.devnull, os.O_RDWR), True)
    before = sys.stderr
    file = io.BufferedWriter(_TellingFile(2, "wb", closefd=False))
    sys.stderr = io.TextIOWrapper(
        file,
        encoding=before.encoding if before else "utf-8",
        errors="backslashreplace",
        line_buffering=True,
    )
