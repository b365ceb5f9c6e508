"""Leave out blocks of a PNG that Pillow refuses: takes the bytes of a PNG, gives fewer bytes.

Pillow raises an error on a colour profile or a text that unpacks to more than 1 MB, and on texts
that have more than 64 MB together. The picture itself is whole, and can be printed without them.
"""

import zlib
from collections.abc import Iterator
from typing import NamedTuple

from PIL.PngImagePlugin import MAX_TEXT_CHUNK, MAX_TEXT_MEMORY

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_TEXTS = (b"tEXt", b"zTXt", b"iTXt")
_NAMES = {b"iCCP": "the colour profile (iCCP)"} | {
    kind: f"a text ({kind.decode()})" for kind in _TEXTS
}


class SlimPng(NamedTuple):
    """The bytes of a file without large blocks.

    Attributes:
        data: the bytes; the same object, if nothing was left out.
        left_out: a name for each kind of block that was left out: `the colour profile (iCCP)`.
    """

    data: bytes
    left_out: tuple[str, ...] = ()


class _Block(NamedTuple):
    kind: bytes
    begin: int
    end: int


def without_large_blocks(data: bytes) -> SlimPng:
    """Leave out the profile and the texts that are too large; other formats stay as they are."""
    if not data.startswith(_SIGNATURE):
        return SlimPng(data)
    large = list(_large_blocks(data))
    if not large:
        return SlimPng(data)
    begins = [0, *(block.end for block in large)]
    ends = [*(block.begin for block in large), len(data)]
    kept = b"".join(data[begin:end] for begin, end in zip(begins, ends, strict=True))
    return SlimPng(kept, tuple(dict.fromkeys(_NAMES[block.kind] for block in large)))


def _large_blocks(data: bytes) -> Iterator[_Block]:
    left = MAX_TEXT_MEMORY
    for block in _whole_blocks(data):
        if block.kind not in _NAMES:
            continue
        size = _unpacked_size(block.kind, data[block.begin + 8 : block.end - 4]) if left else 0
        is_large = not left or size > MAX_TEXT_CHUNK  # a text that is not packed counts, too
        if block.kind in _TEXTS:
            is_large = is_large or size > left
            left = max(0, left - size)
        if is_large:
            yield block


def _whole_blocks(data: bytes) -> Iterator[_Block]:
    """Yield the blocks of a PNG, as far as they are whole."""
    at = len(_SIGNATURE)
    while at + 12 <= len(data):
        end = at + 12 + int.from_bytes(data[at : at + 4])
        if end > len(data):
            return
        yield _Block(data[at + 4 : at + 8], at, end)
        at = end


def _unpacked_size(kind: bytes, content: bytes) -> int:
    """Return the number of bytes that a block has when unpacked, and not much more than 1 MB."""
    _, _, rest = content.partition(b"\0")
    if kind == b"iTXt":
        is_packed, rest = rest[:1] == b"\1", rest[2:].split(b"\0", 2)[-1]
    else:
        is_packed, rest = kind != b"tEXt", rest[1:]
    if not is_packed:
        return len(rest)
    try:
        return len(zlib.decompressobj().decompress(rest, MAX_TEXT_CHUNK + 1))
    except zlib.error:
        return 0  # Pillow leaves such a block out
