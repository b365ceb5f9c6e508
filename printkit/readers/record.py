"""Record: a mapping of keys and values goes in, an Article comes out; no value is lost."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import date
from types import MappingProxyType
from typing import cast

from pydantic import ValidationError
from pydantic.alias_generators import to_snake
from pydantic_core import ErrorDetails

from printkit.article import Article, Value, status_word
from printkit.edition.limits import DEFAULTS, Limits
from printkit.errors import RecordError
from printkit.readers.author_lines import with_names_of_authors
from printkit.readers.composed_bodies import with_composed_body
from printkit.readers.decoding import lost_characters, readable_throughout, too_deep
from printkit.readers.embedded_articles import articles_in
from printkit.readers.field_values import without_entities
from printkit.readers.holds import is_held
from printkit.readers.page_words import without_byline_dates, without_site_name
from printkit.readers.plain_values import TooManyValuesError, plain, storable
from printkit.readers.problems import FieldPath, problem, quoted
from printkit.readers.publication import hold_back
from printkit.readers.publication_moments import is_ahead
from printkit.readers.shapes import nested_model
from printkit.readers.sorting import Sorting
from printkit.readers.zoneless import naive_moments
from printkit.remarks import Remark
from printkit.text.patterns import regex

_NO_ALIASES: Mapping[str, str] = MappingProxyType({})
# A notice withdraws an article: these fields tell which article, and since when.
_DATES = {"date_published", "date_modified"}
_IDENTITY = {"headline", "id", "version", "url", "source", *_DATES}
_TAG = regex(r"</?[a-zA-Z][^<>]*>")
_TOLD = 20  # problems in one error: a list may hold ten thousand broken pictures
_ZONELESS = "has no time zone that is known; the day is printed as the record gives it"
_REMEDY = "An article needs a headline (or title), and a body or a picture."


def article_from(
    record: Mapping[str, object],
    where: str,
    aliases: Mapping[str, str] = _NO_ALIASES,
    limits: Limits = DEFAULTS,
) -> tuple[Article, tuple[Remark, ...]]:
    """Make an Article of a record in snake_case, camelCase or the newsroom's own words.

    A null counts as not given, and so does an empty text for a field of another type. An unknown
    key goes to `extra` with a remark; the `@` keys of JSON-LD go to `extra` without a remark.

    Args:
        record: the keys and values.
        where: the name of the record, for remarks and errors.
        aliases: further keys that the record's format has for an article, and their fields.
        limits: how many values the record may have, and how deep they may be nested.

    Raises:
        RecordError: the record is not an article. The error lists every problem, with the field
            as the record spells it, and is `held` if the record may forbid to print the article.
    """
    try:
        # From here on no value is an object of a program, whose methods may fail.
        record, lost = _without_halves(record, where, limits)
        return _checked_article(record, Sorting(where, aliases, limits), where, lost)
    except RecordError as error:
        raise error.with_held(error.held or is_held(record)) from error.__cause__


def _checked_article(
    record: Mapping[str, object], sorting: Sorting, where: str, lost: int
) -> tuple[Article, tuple[Remark, ...]]:
    record = _only_article(record, where)
    record, composed = with_composed_body(record, where)
    record, held = hold_back(record, where)
    fields, dated = without_byline_dates(_completed(sorting.fields(record), sorting), where)
    fields = with_names_of_authors(fields)
    if sorting.lost_dates and _withdraws(fields):
        # The lost date may be the later one. A notice without a date is the newest version.
        fields = {name: value for name, value in fields.items() if name not in _DATES}
    try:
        article = Article.model_validate(_with_extra(fields, sorting.unknown))
    except ValidationError as error:
        if notice := _notice(fields):
            return notice, (*held, *sorting.remarks())
        problems = _problems(error.errors(include_url=False), fields, sorting)
        remedy = "" if "headline" in fields else _REMEDY
        raise RecordError(
            *sorting.refusals,
            *problems,
            where=where,
            remedy=remedy,
            headline=_line(fields.get("headline")),
            dated=_deciding_date(fields),
        ) from error
    if sorting.refusals:
        raise RecordError(*sorting.refusals, where=where, dated=_deciding_date(fields))
    article, named = without_site_name(article, where)
    unreadable = [lost_characters(lost, where)] if lost else []
    doubts = (
        Remark("PK205", f"{sorting.spelt(path)} {_ZONELESS}", where)
        for path in naive_moments(article)
    )
    ahead = () if held else _told_ahead(article, sorting, where)
    told = (*unreadable, *held, *composed, *sorting.remarks(), *doubts, *ahead, *dated, *named)
    return article, told


def _told_ahead(article: Article, sorting: Sorting, where: str) -> Iterator[Remark]:
    """Yield a remark for a date of publication that is still to come: an issue is dated ahead."""
    day = article.date_published
    if day and article.status == "usable" and not article.embargoed_until and is_ahead(day):
        name = sorting.spelt(("date_published",))
        yield Remark("PK205", f"{name} {day} is still to come; printed as it is", where)


def _completed(fields: dict[str, object], sorting: Sorting) -> dict[str, object]:
    """Return fields with the sections that are tags, and with plain text told from HTML.

    The `articleBody` of schema.org is a text, but many sites write HTML there.
    """
    if sorting.topics:
        own = fields.get("tags")
        tags = own.split(",") if isinstance(own, str) else own if isinstance(own, list) else []
        fields["tags"] = [*tags, *sorting.topics]
    body = fields.get("body")
    if not isinstance(body, str):
        return fields
    if "body_format" not in fields and to_snake(sorting.spelt(("body",))) == "article_body":
        fields["body_format"] = "html" if _TAG.search(body) else "text"
    if fields.get("body_format") == "text":
        fields["body"] = without_entities(body)
    return fields


def _notice(fields: Mapping[str, object]) -> Article | None:
    """Return the article of a broken record that is a notice; None for any other broken record.

    A notice withdraws an article or holds it back, and may lack a headline and a body. No notice
    is printed, so only the fields that identify its article are read.
    """
    status = _withdraws(fields)
    if not status:
        return None
    headline = str(fields.get("url") or fields.get("id") or status)
    known: dict[str, object] = {"status": status, "headline": headline}
    for name in _IDENTITY & fields.keys():
        with suppress(ValidationError):
            Article.model_validate({**known, name: fields[name]})
            known[name] = fields[name]
    if _DATES & (fields.keys() - known.keys()):
        # The unreadable date may be the later date of the two. Without any date, the notice counts
        # as the newest version.
        known = {name: value for name, value in known.items() if name not in _DATES}
    return Article.model_validate(known)


def _withdraws(fields: Mapping[str, object]) -> str:
    """Return the status of a record that withdraws or withholds its article; else empty."""
    given = fields.get("status")
    status = status_word(given[0] if isinstance(given, list) and len(given) == 1 else given)
    return str(status) if status in ("withheld", "canceled") else ""


def _deciding_date(fields: Mapping[str, object]) -> date | None:
    """Return the date that decides in which issue an unreadable record is."""
    given = (fields.get(name) for name in ("date_published", "date_posted", "date_modified"))
    return next((one for one in given if isinstance(one, date)), None)


def _line(headline: object) -> str:
    return " ".join(headline.split()) if isinstance(headline, str) else ""


def _without_halves(
    record: Mapping[str, object], where: str, limits: Limits
) -> tuple[Mapping[str, object], int]:
    # Nobody knows whether a record that cannot be read is held back, so it counts as held.
    try:
        whole, lost = readable_throughout(plain(record, limits), limits.record_depth)
    except RecursionError as error:
        raise RecordError(too_deep(limits), where=where).with_held(True) from error
    except TooManyValuesError as error:
        raise RecordError(str(error), where=where).with_held(True) from error
    if not isinstance(whole, Mapping):
        unread = RecordError(f"is {quoted(whole)}, not an article record", where=where)
        raise unread.with_held(True)
    return cast("Mapping[str, object]", whole), lost


def _only_article(record: Mapping[str, object], where: str) -> Mapping[str, object]:
    """Return the one article that a record holds.

    Raises:
        RecordError: the record is a page with several articles.
    """
    articles = articles_in(record)
    if len(articles) > 1:
        raise RecordError(f"holds {len(articles)} articles, and one is wanted", where=where)
    return articles[0]


def _with_extra(
    fields: dict[str, object], unknown: Sequence[tuple[str, object]]
) -> dict[str, object]:
    extra = fields.get("extra", {})
    if not isinstance(extra, Mapping):
        return fields
    merged = {key: storable(value) for key, value in extra.items()}
    for key, value in unknown:
        while key in merged:  # the record may have `extra` with a key of the same name
            key += "_"
        merged[key] = storable(value)
    return {**fields, "extra": merged} if merged else fields


def _problems(
    errors: Sequence[ErrorDetails], fields: Mapping[str, object], sorting: Sorting
) -> Iterator[str]:
    """Yield every problem once, with the record's own keys; after twenty, only their number."""
    told: dict[FieldPath, str] = {}
    for error in errors:
        path = _field_path(error["loc"])
        told.setdefault(path, problem(error, sorting.spelt(path)))
    if ("headline",) in told and (near := sorting.near.get("headline")):
        told["headline",] += f"; does {quoted(near)} mean headline?"
    if () not in told and not fields.get("images") and not fields.get("body"):
        told[()] = "there is neither a body nor a picture: nothing to print"
    yield from list(told.values())[:_TOLD]
    if len(told) > _TOLD:
        yield f"and {len(told) - _TOLD} more problems"


def _field_path(loc: tuple[int | str, ...]) -> FieldPath:
    """Return the path of the field that an error is about.

    Pydantic adds the names of its own types and validators to the path; these are left out.
    """
    path: list[str | int] = []
    model: type[Value] | None = Article
    for part in loc:
        if isinstance(part, str):
            if model is None or part not in model.model_fields:
                break
            model = nested_model(model, part)
        path.append(part)
    return tuple(path)
