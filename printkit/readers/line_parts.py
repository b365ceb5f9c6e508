"""Parts of JSON Lines: a file or bytes go in, ranges of whole lines come out.

A file of any size is read and printed part by part, so that a run holds a few parts at a time.
"""

import json
from collections.abc import Iterator
from io import BufferedReader, BytesIO
from pathlib import Path
from typing import BinaryIO, NamedTuple

from printkit.files.opening import open_regular

SUFFIXES = (".jsonl", ".ndjson")
_LARGE = 1_000_000  # bytes of a part; a longer line is a part of its own
_TRIED = 2  # so many lines must be objects, else the file may be one object over many lines


class LinePart(NamedTuple):
    """Some lines of a file.

    Attributes:
        offset: the place of the first byte.
        length: the number of bytes.
        first: the number of the first line, counted from 1.
    """

    offset: int
    length: int
    first: int


def parts_of_file(path: Path) -> tuple[LinePart, ...]:
    """Return the parts of a file of JSON Lines; empty if the file is small or holds no JSON Lines.

    Raises:
        OSError: the file cannot be read.
        ValueError: no file can have this name.
    """
    if path.suffix.lower() not in SUFFIXES or not is_large(path.stat().st_size):
        return ()
    with open_regular(path) as file:
        return parts_of_lines(file)


def is_large(size: int) -> bool:
    """Tell whether a file of so many bytes is read in parts."""
    return size > _LARGE


def parts_of_lines(file: BinaryIO | BufferedReader) -> tuple[LinePart, ...]:
    """Return the parts of an open file; empty if the file holds no JSON Lines."""
    return tuple(_each_part(file))


def parts_of_bytes(data: bytes) -> tuple[LinePart, ...]:
    """Return the parts of bytes that are JSON Lines; empty for few bytes and for other formats."""
    return parts_of_lines(BytesIO(data)) if is_large(len(data)) else ()


def read_part(path: Path, part: LinePart) -> bytes:
    """Return the bytes of a part of a file.

    Raises:
        OSError: the file cannot be read.
    """
    with open_regular(path) as file:
        file.seek(part.offset)
        return file.read(part.length)


def _each_part(file: BinaryIO | BufferedReader) -> Iterator[LinePart]:
    """Yield the parts, if the first lines are objects."""
    tried: list[bytes] = []
    offset = length = 0
    first = number = 1
    while line := file.readline(64 * _LARGE + 1):
        if len(tried) < _TRIED and line.strip():
            if not _is_object(line):
                return
            tried.append(line)
        if length and length + len(line) > _LARGE:
            yield LinePart(offset, length, first)
            offset, length, first = offset + length, 0, number
        length += len(line)
        number += line.endswith(b"\n")
    if length:
        yield LinePart(offset, length, first)


def _is_object(line: bytes) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False
