"""Decoding: the bytes of a file go in, text comes out. Owns charset-normalizer.

The byte order mark tells the encoding, else the zero bytes of UTF-16 or UTF-32. Else the encoding
is UTF-8 if the bytes are valid UTF-8. charset-normalizer guesses the encoding of other bytes.
"""

import codecs
from collections.abc import Mapping
from typing import NamedTuple

from printkit.edition.limits import Limits
from printkit.errors import RecordError
from printkit.readers.detection.formats import Family, Format, refusal_of
from printkit.readers.detection.signatures import format_of_bytes
from printkit.remarks import Remark
from printkit.text.characters import replace_surrogates
from printkit.text.patterns import regex

# UTF-32 comes first: its little-endian mark begins with the little-endian mark of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
    *((b"+/v" + one, "utf-7") for one in (b"8", b"9", b"+", b"/")),
)
# The encodings that newsrooms really use: with all encodings that Python knows as candidates,
# charset-normalizer guesses short texts wrongly.
_GUESSES = [
    *("cp1252", "cp1250", "cp1251", "koi8_r", "cp932", "euc_jp", "gb18030", "big5", "cp949"),
    *("cp1253", "cp1254", "cp1255", "cp1256", "mac_roman"),
]
_BINARY = Format("a binary file", Family.DATA)
_SAMPLE = 100_000  # bytes that are looked at to find the encoding

_CONTROLS = regex("[\0-\x08\x0e-\x1a\x1c-\x1f\x7f]")


class Decoded(NamedTuple):
    """A text with a newline at the end of each line, and the remarks on its decoding."""

    text: str
    remarks: tuple[Remark, ...]


def readable(text: str) -> tuple[str, int]:
    """Replace U+0000 and surrogates by U+FFFD; return the text and the number of replacements."""
    whole, halves = replace_surrogates(text)
    return whole.replace("\0", "\ufffd"), halves + text.count("\0")


def readable_throughout(value: object, levels: int) -> tuple[object, int]:
    """Apply `readable` to every text in lists and mappings, and to the keys of mappings.

    Args:
        value: the value.
        levels: how deep the lists and mappings may be nested.

    Raises:
        RecursionError: the value is nested more deeply.
    """
    if levels < 0:
        raise RecursionError
    if isinstance(value, str):
        return readable(value)
    if isinstance(value, list | tuple):
        parts = [readable_throughout(one, levels - 1) for one in value]
        return [one for one, _ in parts], sum(lost for _, lost in parts)
    if isinstance(value, Mapping):
        keys = [readable(key) if isinstance(key, str) else (key, 0) for key in value]
        values = [readable_throughout(one, levels - 1) for one in value.values()]
        whole = {key: one for (key, _), (one, _) in zip(keys, values, strict=True)}
        return whole, sum(lost for _, lost in (*keys, *values))
    return value, 0


def too_deep(limits: Limits) -> str:
    """Return the sentence about a record whose lists and mappings are nested too deeply."""
    return f"is nested deeper than {limits.told('record_depth')}"


def decode_record(data: bytes, where: str) -> Decoded:
    """Decode a record's bytes.

    Raises:
        RecordError: the file is empty, or is a binary file.
    """
    if not data.strip():
        raise RecordError("is empty", where=where, remedy="A record holds a headline and a body.")
    if found := format_of_bytes(data):
        raise refusal_of(found, where)
    encoding, guessed = _encoding(data)
    text, lost = _decoded(data, encoding)
    # cp1252 decodes nearly any bytes, so only its control characters betray a binary file.
    if len(_CONTROLS.findall(text)) > 2 + len(text) // 100:
        raise refusal_of(_BINARY, where)
    text, unreadable = readable(text)
    remarks = []
    if guessed:
        message = f"the encoding {encoding} was guessed; save the file as UTF-8"
        remarks.append(Remark("PK203", message, where))
    if lost + unreadable:
        remarks.append(lost_characters(lost + unreadable, where))
    return Decoded(text.replace("\r\n", "\n").replace("\r", "\n"), tuple(remarks))


def lost_characters(count: int, where: str) -> Remark:
    """Return the remark that a number of characters could not be read."""
    what = "1 unreadable character was" if count == 1 else f"{count} unreadable characters were"
    return Remark("PK204", f"{what} replaced by \ufffd", where)


def _decoded(data: bytes, encoding: str) -> tuple[str, int]:
    """Return the text without its byte order mark, and the number of undecodable characters."""
    text = data.decode(encoding, errors="replace")
    lost = text.count("\ufffd")
    if lost:
        # A U+FFFD that the file itself holds is not counted: that character was lost before.
        lost -= data.decode(encoding, errors="ignore").count("\ufffd")
    return text.removeprefix("\ufeff"), lost


def _encoding(data: bytes) -> tuple[str, bool]:
    """Return the name of the encoding, and whether it is a guess."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding, False
    if b"\0" in data and (wide := _wide(data)):
        return wide, True
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        damaged = _only_damaged(data.decode("utf-8", errors="replace"))
        return ("utf-8", False) if damaged else (_guess(data), True)
    return "utf-8", False


def _wide(data: bytes) -> str | None:
    """Return the name of UTF-16 or UTF-32 with its byte order; None for another encoding.

    In such text, most characters have a zero as their upper byte. If the zeros are the second
    bytes of pairs, the lower byte comes first: the order is little-endian.
    """
    even, odd = data[:_SAMPLE:2].count(0), data[1:_SAMPLE:2].count(0)
    few = len(data[:_SAMPLE]) // 100
    end = "le" if odd > even else "be"
    # UTF-16 has zeros on one side of the pairs only, and UTF-32 on both sides.
    candidates = [f"utf-32-{end}", *([f"utf-16-{end}"] if min(even, odd) <= few else [])]
    for encoding in candidates if max(even, odd) > few else ():
        try:
            data.decode(encoding)
        except UnicodeDecodeError:
            continue
        return encoding
    return None


def _only_damaged(text: str) -> bool:
    """Tell whether a text is UTF-8 with a few broken bytes, rather than in another encoding."""
    beyond_ascii = len(text) - len(text.encode("ascii", errors="ignore"))
    return beyond_ascii >= 2 * text.count("\ufffd")


def _guess(data: bytes) -> str:
    # The import takes long, and nearly all files are UTF-8.
    from charset_normalizer import from_bytes

    matches = from_bytes(data[:_SAMPLE], cp_isolation=_GUESSES)
    best = matches.best()
    # A western text scores equally as cp1250 and as cp1252, which is by far the more common.
    western = (m for m in matches if best and m.encoding == "cp1252" and m.chaos <= best.chaos)
    match = next(western, best)
    return match.encoding if match else "cp1252"
