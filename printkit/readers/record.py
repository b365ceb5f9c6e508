"""A record's keys and values → an Article, under our names, nothing lost on the way."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import datetime
from types import MappingProxyType
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from printkit.article import Article, Value, status_word
from printkit.errors import RecordError
from printkit.readers.decoding import DEEPEST, lost_characters, readable_throughout
from printkit.readers.holds import is_held
from printkit.readers.problems import FieldPath, problem, shown
from printkit.readers.sorting import Sorting, nested_model
from printkit.remarks import Remark

_NO_ALIASES: Mapping[str, str] = MappingProxyType({})
# By what a notice says which article it withdraws, and since when.
_DATES = {"date_published", "date_modified"}
_IDENTITY = {"headline", "id", "version", "url", "source", *_DATES}
_TOLD = 20  # of a list of ten thousand broken pictures
_REMEDY = "An article needs a headline (or title), and a body or a picture."


def article_from(
    record: Mapping[str, Any], where: str, aliases: Mapping[str, str] = _NO_ALIASES
) -> tuple[Article, tuple[Remark, ...]]:
    """Make an Article of a record in snake_case, camelCase or the newsroom's own words.

    Nulls, and empty texts where a text is not what is wanted, count as not given. What
    has no field goes to `extra`, with a remark; JSON-LD's `@` keys without.

    Args:
        aliases: further keys of an article, as the record's format has them → our field.

    Raises:
        RecordError: one, with every problem, each naming the field as the record spells it,
            and held if the record may be one that must not be printed.
    """
    try:
        return _checked_article(record, where, aliases)
    except RecordError as error:
        raise error.with_held(is_held(record)) from error.__cause__


def _checked_article(
    record: Mapping[str, Any], where: str, aliases: Mapping[str, str]
) -> tuple[Article, tuple[Remark, ...]]:
    record, lost = _without_halves(record, where)
    sorting = Sorting(where, aliases)
    fields = sorting.fields(record)
    try:
        article = Article.model_validate(_with_extra(fields, sorting.unknown))
    except ValidationError as error:
        if notice := _notice(fields):
            return notice, tuple(sorting.remarks())
        problems = _problems(error.errors(include_url=False), fields, sorting)
        remedy = "" if "headline" in fields else _REMEDY
        headline = _line(fields.get("headline"))
        raise RecordError(
            *sorting.refusals, *problems, where=where, remedy=remedy, headline=headline
        ) from error
    if sorting.refusals:
        raise RecordError(*sorting.refusals, where=where)
    unreadable = [lost_characters(lost, where)] if lost else []
    doubts = (
        Remark("PK205", f"{sorting.spelt(path)} has no time zone; printed as written", where)
        for path in _naive_moments(article)
    )
    return article, (*unreadable, *sorting.remarks(), *doubts)


def _notice(fields: Mapping[str, Any]) -> Article | None:
    """What a record that withdraws an article, or holds it back, says of it: which one it is.

    It need have no words to print, and whatever else is wrong in it does not matter.
    """
    given = fields.get("status")
    status = status_word(given[0] if isinstance(given, list) and len(given) == 1 else given)
    if status not in ("withheld", "canceled"):
        return None
    known = {"status": status, "headline": str(fields.get("url") or fields.get("id") or status)}
    for name in _IDENTITY & fields.keys():
        with suppress(ValidationError):
            Article.model_validate({**known, name: fields[name]})
            known[name] = fields[name]
    if _DATES & (fields.keys() - known.keys()):
        # A wrong one may have been the later: without any, it is newer than all.
        known = {name: value for name, value in known.items() if name not in _DATES}
    return Article.model_validate(known)


def _line(headline: object) -> str:
    return " ".join(headline.split()) if isinstance(headline, str) else ""


def _without_halves(record: Mapping[str, Any], where: str) -> tuple[Mapping[str, Any], int]:
    try:
        return readable_throughout(record)
    except RecursionError as error:
        raise RecordError(f"is nested deeper than {DEEPEST} levels", where=where) from error


def _with_extra(fields: dict[str, Any], unknown: Sequence[tuple[str, Any]]) -> dict[str, Any]:
    extra = fields.get("extra", {})
    if not unknown or not isinstance(extra, Mapping):
        return fields
    merged = dict(extra)
    for key, value in unknown:
        while key in merged:
            key += "_"
        merged[key] = value
    return {**fields, "extra": merged}


def _naive_moments(value: Value, path: FieldPath = ()) -> Iterator[FieldPath]:
    for name in type(value).model_fields:
        given = getattr(value, name)
        if isinstance(given, datetime) and given.tzinfo is None:
            yield (*path, name)
        elif isinstance(given, Value):
            yield from _naive_moments(given, (*path, name))
        elif isinstance(given, tuple):
            for index, one in enumerate(given):
                if isinstance(one, Value):
                    yield from _naive_moments(one, (*path, name, index))


def _problems(
    errors: Sequence[ErrorDetails], fields: Mapping[str, Any], sorting: Sorting
) -> Iterator[str]:
    """Every problem once, in the record's words; beyond the first twenty, their number."""
    told: dict[FieldPath, str] = {}
    for error in errors:
        path = _field_path(error["loc"])
        told.setdefault(path, problem(error, sorting.spelt(path)))
    if ("headline",) in told and (near := sorting.near.get("headline")):
        told["headline",] += f"; did you mean it by {shown(near)}?"
    if () not in told and not fields.get("images") and not fields.get("body"):
        told[()] = "there is neither a body nor a picture: nothing to print"
    yield from list(told.values())[:_TOLD]
    if len(told) > _TOLD:
        yield f"and {len(told) - _TOLD} problems more"


def _field_path(loc: tuple[int | str, ...]) -> FieldPath:
    """The path of the field an error is about, without pydantic's marks for its own types."""
    path: list[str | int] = []
    model: type[Value] | None = Article
    for part in loc:
        if isinstance(part, str):
            if model is None or part not in model.model_fields:
                break
            model = nested_model(model, part)
        path.append(part)
    return tuple(path)
