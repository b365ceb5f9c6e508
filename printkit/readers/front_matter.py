"""Front matter: a text goes in, the fields before its body and the body come out.

Front matter is YAML between `---`, TOML between `+++`, a JSON object that ends before the body, or
Pelican's header lines. Every scalar stays the text that the author wrote: `lang: no` is Norwegian,
not false. Owns PyYAML, together with text_yaml.py.
"""

import json
import re
import tomllib
from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from typing import NamedTuple, cast

from printkit.edition.limits import DEFAULTS, Limits, counted
from printkit.errors import RecordError
from printkit.readers.decoding import lost_characters
from printkit.readers.problems import quoted
from printkit.remarks import Remark
from printkit.text.patterns import regex

_DEEPEST = 50
_KEY_LINE = regex(r"(?:[^\W\d][\w .'-]{0,40}|\"[^\"\n]*\")\s*[:=]|\[|#")
_LONG_KEY = regex(r"(?m)^[ \t\[]*+[\"'\w-]++(?:[ \t]*+\.[ \t]*+[\"'\w-]++){50}")
_OBJECT_LINE = regex(r"\{\s*(?:[\"}]|$)")
_HEADER = regex(r"([A-Za-z][\w -]{0,40}):(?:[ \t]+(.*)|)")


class FrontMatter(NamedTuple):
    """The fields before a body, and the body.

    Attributes:
        fields: keys and values; scalars are text, or None where YAML says null.
        body: the text after the front matter, without the blank lines around it.
        fenced: True for front matter between fences, False for header lines.
        remarks: one for each value whose meaning was in doubt.
    """

    fields: Mapping[str, object]
    body: str
    fenced: bool = False
    remarks: tuple[Remark, ...] = ()


_Load = Callable[[str, str], tuple[object, tuple[Remark, ...]]]


def split(text: str, where: str, limits: Limits = DEFAULTS) -> FrontMatter | None:
    """Return the front matter and the body of a text; None if there is no front matter.

    Raises:
        RecordError: the front matter has no closing fence, is too long, or is no YAML or TOML.
    """
    fence = text.lstrip("\n").partition("\n")[0].rstrip()
    if fence == "---":
        # In YAML, `...` ends a document, too, and pandoc allows `...` at the end of front matter.
        return _fenced(text, r"---|\.\.\.", _yaml, where, limits)
    if fence == "+++":
        return _fenced(text, r"\+\+\+", _toml, where, limits)
    if end := end_of_json(text):
        source = text[:end]
        _refuse_long(end, where, limits)
        fields = cast("Mapping[str, object]", _as_text(json.loads(source)))
        return FrontMatter(fields, text[end:].strip("\n"), True)
    return _headed(text.lstrip("\n"), where)


def end_of_json(text: str) -> int:
    """Return where a JSON object ends that stands before a body; 0 if there is no such object.

    Further objects are JSON Lines, even broken ones. Text on the line where the object ends is
    broken JSON.
    """
    start = len(text) - len(text.lstrip())
    if text[start : start + 1] != "{":
        return 0
    try:
        fields, end = json.JSONDecoder().raw_decode(text, start)
    except (ValueError, RecursionError):
        return 0
    line, _, body = text[end:].partition("\n")
    more = line.strip() or not body.strip() or re.match(r"\s*(?:\{\s*[\"}]|[,\]])", body)
    return 0 if more or not fields or _is_list_of_lines(text[start:end], body) else end


def _is_list_of_lines(first: str, others: str) -> bool:
    """Tell whether an object on one line begins JSON Lines, some of which may be broken.

    In such a text, more than half of the lines begin as JSON objects do.
    """
    lines = [line for line in others.splitlines() if line.strip()]
    objects = sum(bool(_OBJECT_LINE.match(line)) for line in lines)
    return "\n" not in first and 2 * (objects + 1) > len(lines) + 1


def _refuse_long(length: int, where: str, limits: Limits) -> None:
    # A longer hostile text takes PyYAML seconds.
    if length > limits.front_matter:
        found = counted("front_matter", length)
        told = f"the front matter has {found}; printkit reads at most {limits.told('front_matter')}"
        raise RecordError(told, where=where)


def _fenced(text: str, fence: str, load: _Load, where: str, limits: Limits) -> FrontMatter | None:
    opening = re.compile(r"\n*...[ \t]*(?:\n|\Z)").match(text)
    start = opening.end() if opening else 0
    if not _KEY_LINE.match(text[start:].lstrip()) and not re.match(fence, text[start:].lstrip()):
        return None  # `---` may also be a horizontal rule of Markdown
    closing = re.compile(rf"^(?:{fence})[ \t]*$", re.MULTILINE).search(text, start)
    if not closing:
        raise RecordError(
            "the front matter is opened and never closed",
            where=where,
            remedy=f"Close the front matter with {text.strip()[:3]} on a line of its own.",
        )
    _refuse_long(closing.start() - start, where, limits)
    blank = "\n" * text.count("\n", 0, start)  # PyYAML then counts lines as the file does
    try:
        fields, remarks = load(blank + text[start : closing.start()], where)
    except RecursionError as error:
        raise RecordError("the front matter is nested too deeply", where=where) from error
    if not isinstance(fields, Mapping):
        return None
    return FrontMatter(fields, text[closing.end() :].strip("\n"), True, remarks)


def _yaml(source: str, where: str) -> tuple[object, tuple[Remark, ...]]:
    # The import takes long, and many records have no front matter.
    import yaml

    from printkit.readers.text_yaml import TextLoader

    try:
        loader = TextLoader(source)
        fields = loader.get_single_data()
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        mark = getattr(error, "problem_mark", None)
        place = f" at line {mark.line + 1}, column {mark.column + 1}" if mark else ""
        problem = getattr(error, "problem", None) or getattr(error, "reason", None) or error
        raise RecordError(
            f"the front matter is no YAML that can be read: {problem}{place}",
            where=where,
            remedy="Put a value that holds a colon, or begins with a sign, in quotes.",
        ) from error
    remarks = [_repeated(loader.repeated, where)] if loader.repeated else []
    if loader.lost:
        remarks.append(lost_characters(loader.lost, where))
    return {} if fields is None and not source.strip() else fields, tuple(remarks)


def _toml(source: str, where: str) -> tuple[object, tuple[Remark, ...]]:
    if _LONG_KEY.search(source):
        raise RecursionError  # tomllib takes seconds for a key of many dotted parts
    try:
        return _as_text(tomllib.loads(source, parse_float=str)), ()
    except ValueError as error:
        message = f"the front matter is no TOML that can be read: {error}"
        raise RecordError(message, where=where) from error


def _as_text(value: object, depth: int = 0) -> object:
    if depth > _DEEPEST:
        raise RecursionError
    match value:
        case dict():
            return {key: _as_text(one, depth + 1) for key, one in value.items()}
        case list():
            return [_as_text(one, depth + 1) for one in value]
        case None:
            return None
        case bool():  # TOML and YAML write `true`, but `str(value)` gives `True`
            return str(value).lower()
        case datetime() | date() | time():
            return value.isoformat()
    return str(value)


def _headed(text: str, where: str) -> FrontMatter | None:
    """Return the header lines of Pelican, `Title: ...` and others, and the body below.

    The first blank line ends the header lines. Without a title, the lines are ordinary text.
    """
    head, _, body = text.partition("\n\n")
    fields: dict[str, str] = {}
    repeated: dict[str, None] = {}
    key = ""
    for line in head.split("\n"):
        # Python-Markdown's Meta-Data, which Pelican uses, continues a value on indented lines.
        if key and line[:1] in " \t":
            fields[key] = f"{fields[key]} {line.strip()}".strip()
            continue
        header = _HEADER.fullmatch(line)
        if not header:
            return None
        key = header[1].strip()
        if key in fields:
            repeated[key] = None
        fields[key] = (header[2] or "").strip()
    if "title" not in (key.lower() for key in fields):
        return None
    remarks = (_repeated(repeated, where),) if repeated else ()
    return FrontMatter(fields, body.strip("\n"), False, remarks)


def _repeated(keys: Mapping[str, None], where: str) -> Remark:
    named = ", ".join(quoted(key) for key in list(keys)[:5])
    return Remark("PK205", f"given more than once, last value taken: {named}", where)
