"""Readers: a file of JSON, JSON Lines, Markdown or plain text goes in, articles come out.

The content of a file decides how the file is read; its suffix counts only in doubt.
"""

import json
import re
from collections.abc import Mapping
from pathlib import Path, PurePath
from typing import NamedTuple

from printkit.article import Article
from printkit.edition.limits import DEFAULTS, Limits
from printkit.errors import RecordError
from printkit.readers.decoding import decode_record
from printkit.readers.detection import format_of_text, has_certain_mark
from printkit.readers.detection.formats import JSON_SUFFIXES, refusal_of
from printkit.readers.detection.json_shapes import format_of_object
from printkit.readers.files import bytes_of, records_in, told_path
from printkit.readers.front_matter import end_of_json
from printkit.readers.holds import text_is_held
from printkit.readers.json_records import RawRecord, raw_records, records_of_lines
from printkit.readers.line_parts import LinePart
from printkit.readers.markdown import is_markdown, read_markdown
from printkit.readers.plain import read_plain
from printkit.readers.record import article_from
from printkit.remarks import Remark
from printkit.text.patterns import regex

__all__ = ["Reading", "article_from", "hold_drafts", "read_bytes", "read_file", "records_in"]

# The beginning of an object, or of a list of objects, lists or texts; but not of `[link]` in
# Markdown, or of a shortcode `{{<` or `{%` of a site generator.
_JSON = regex(r"\s*(?:\{(?![%{])|\[\s*[\[\]{\"])")
_DRAFTS = "_drafts"
_NAMED_VALUE = regex(r'\s*(?:\[\s*)?\{\s*"[^"\n]{0,80}"\s*:')


class Reading(NamedTuple):
    """A record that was read.

    Attributes:
        where: the file's name, and the line or the place in the list: `a.jsonl:14`, `a.json[2]`.
        article: the article.
        folder: the folder in which its local pictures may lie; None if there is no folder.
        remarks: the faults of the record that did not stop the reading.
        named: True if the user named the file; False for a file that was found in a folder.
        carried: the picture files that a record brings along to another machine, by address: bytes,
            or the error of a file that cannot be read; None if the record brings no files.
    """

    where: str
    article: Article
    folder: Path | None
    remarks: tuple[Remark, ...]
    named: bool = True
    carried: Mapping[str, bytes | OSError] | None = None


def read_bytes(
    data: bytes,
    name: str,
    folder: Path | None = None,
    limits: Limits = DEFAULTS,
    first_line: int = 0,
) -> tuple[Reading | RecordError, ...]:
    """Read every record in a file's bytes, in order.

    If one of several records is broken, a RecordError stands in its place.

    Args:
        data: the bytes of the file.
        name: the name of the file in messages; its suffix counts only where the content leaves
            more than one choice.
        folder: the folder in which the records' local pictures may lie.
        limits: how much a record may hold.
        first_line: for a part of a file of JSON Lines, the number of its first line; 0 for a
            whole file.

    Raises:
        RecordError: nothing in the file can be read.
    """
    text, remarks_on_text = decode_record(data, name)
    try:
        several = _read_several(text, name, folder, limits, first_line)
    except RecordError as error:
        raise error.with_held(error.held or text_is_held(text)) from error.__cause__
    if len(several) == 1 and isinstance(several[0], RecordError):
        raise several[0]
    return tuple(
        one
        if isinstance(one, RecordError)
        else one._replace(remarks=(*remarks_on_text, *one.remarks))
        for one in several
    )


def read_file(
    path: Path, limits: Limits = DEFAULTS, part: LinePart | None = None
) -> tuple[Reading | RecordError, ...]:
    """Read every record in a file; the local pictures of the records may lie in its folder.

    Args:
        path: the file.
        limits: how much a record may hold.
        part: the lines to read; None for the whole file.

    Raises:
        RecordError: the path is no regular file, the file is over a limit, or nothing in the
            file can be read.
    """
    first = part.first if part else 0
    data = bytes_of(path, limits, part)
    found = read_bytes(data, told_path(path), path.parent, limits, first)
    return hold_drafts(found, path)


def hold_drafts(
    found: tuple[Reading | RecordError, ...], place: PurePath
) -> tuple[Reading | RecordError, ...]:
    """Return the records of a file, withheld if the file lies in Jekyll's folder of drafts."""
    if _DRAFTS not in place.parts:
        return found
    return tuple(_as_draft(one) if isinstance(one, Reading) else one for one in found)


def _as_draft(one: Reading) -> Reading:
    """Return an article that lies in Jekyll's folder of drafts as withheld."""
    if one.article.status != "usable":
        return one
    remark = Remark("PK208", f"held back: it lies in the folder {_DRAFTS}", one.where)
    withheld = one.article.model_copy(update={"status": "withheld"})
    return one._replace(article=withheld, remarks=(*one.remarks, remark))


def _read_several(
    text: str, name: str, folder: Path | None, limits: Limits, first_line: int
) -> list[Reading | RecordError]:
    if first_line:
        lines = records_of_lines(text, name, first_line, limits)
        return [_read_raw(raw, folder, limits) for raw in lines]
    if _is_json(text, name):
        return [_read_raw(raw, folder, limits) for raw in raw_records(text, name, limits)]
    return [_read_text(text, name, folder, limits)]


def _is_json(text: str, name: str) -> bool:
    if _JSON.match(text):
        if Path(name).suffix.lower() in JSON_SUFFIXES:
            return True
        return not end_of_json(text) and (not Path(name).suffix or _begins_as_json(text))
    fenced = re.match(r"\s*(?:---|\+\+\+)[ \t]*\n", text)
    named_so = name.lower().endswith(JSON_SUFFIXES)
    return named_so and not fenced and not has_certain_mark(text)


def _begins_as_json(text: str) -> bool:
    """Tell whether a text is JSON, even broken JSON, rather than prose as `{Exclusive} ...`."""
    if _NAMED_VALUE.match(text):
        return True
    try:
        _, end = json.JSONDecoder().raw_decode(text.lstrip())
    except ValueError:
        return False
    except RecursionError:
        # Only JSON nests so deeply; the reader of JSON refuses the text with the right reason.
        return True
    return not text.lstrip()[end:].split("\n", 1)[0].strip()


def _read_raw(raw: RawRecord, folder: Path | None, limits: Limits) -> Reading | RecordError:
    if isinstance(raw.fields, RecordError):
        return raw.fields
    try:
        article, remarks = article_from(raw.fields, raw.where, limits=limits)
    except RecordError as error:
        if found := format_of_object(raw.fields):
            return refusal_of(found, raw.where, error.held)
        return error
    return Reading(raw.where, article, folder, (*raw.remarks, *remarks))


def _read_text(text: str, name: str, folder: Path | None, limits: Limits) -> Reading:
    if not end_of_json(text) and (found := format_of_text(text, name)):
        raise refusal_of(found, name)
    reader = read_markdown if is_markdown(text, name, limits) else read_plain
    article, remarks = reader(text, name, limits)
    return Reading(name, article, folder, remarks)
