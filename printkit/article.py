"""The article in our words: frozen values, named after schema.org and IPTC.

A field takes the schema.org term in snake_case where there is one, else the IPTC term.
camelCase and the newsroom's own words (`dek`, `standfirst`) are understood on input.
"""

import hashlib
import re
from base64 import b64encode
from collections.abc import Mapping
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from typing import Annotated, Any, ClassVar, Literal
from urllib.parse import urlsplit

from pydantic import (
    AfterValidator,
    AwareDatetime,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    TypeAdapter,
    model_validator,
)
from pydantic.alias_generators import to_snake

from printkit.text.characters import is_blank, one_line, replace_surrogates

_LONGEST_KEY = 60
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}([-_][A-Za-z0-9]{1,8})*")
_TEXT = {"type": "string"}
_ANYTHING: TypeAdapter[Any] = TypeAdapter(Any)
_NAMES = re.compile(r"\s*(?:[,;]|\band\b|&)\s*")


def _whole(value: Any) -> Any:
    """The value with halves of surrogate pairs, which no file can hold, replaced by U+FFFD."""
    if isinstance(value, str):
        return replace_surrogates(value)[0]
    if isinstance(value, list | tuple):
        return [_whole(one) for one in value]
    if isinstance(value, Mapping):
        return {_whole(key): _whole(one) for key, one in value.items()}
    return value


def _filled(text: str) -> str:
    if is_blank(text):
        raise ValueError("is empty")
    return text


def _one(value: object) -> object:
    """A single value where a list is wanted: a list of one."""
    return [value] if isinstance(value, str | Mapping | BaseModel) else value


def _names(value: object) -> object:
    """`Ana Ruiz and Li Wei` as two names."""
    return [name for name in _NAMES.split(value) if name] if isinstance(value, str) else _one(value)


def _words(value: object) -> object:
    """`news, harbour` as two tags."""
    return (
        [word for word in re.split(r"\s*,\s*", value) if word] if isinstance(value, str) else value
    )


def _moment(value: object) -> object:
    """A date stays a date, a moment a moment: midnight and zones are never invented."""
    if not isinstance(value, str):
        return value
    text = re.sub(r"(?<=\d)\s+(?=[+-]\d\d:?\d\d$|Z$)", "", value.strip())
    try:
        return date.fromisoformat(text) if len(text) <= 10 else datetime.fromisoformat(text)
    except ValueError:
        pass
    try:
        return parsedate_to_datetime(text)  # as in e-mail and feeds: Fri, 13 Sep 2019 08:00 GMT
    except ValueError:
        raise ValueError(
            "is no date; write it as 2019-09-13 or 2019-09-13T08:30:00+02:00"
        ) from None


def _end_of_embargo(value: object) -> object:
    """A moment with its zone; `false` is none. A day alone ends at no moment anybody agrees on."""
    if value is False:
        return None
    moment = _moment(value)
    if isinstance(moment, date) and getattr(moment, "tzinfo", None) is None:
        raise ValueError("is without time or time zone; write it as 2019-09-13T08:30:00+02:00")
    return moment


# IPTC's words with their scheme, schema.org's creativeWorkStatus, and what newsrooms write.
_STATUS_WORDS = {
    **dict.fromkeys(("usable", "stat:usable", "published", "publish"), "usable"),
    **dict.fromkeys(("withheld", "stat:withheld", "withhold", "draft", "incomplete"), "withheld"),
    **dict.fromkeys(("canceled", "stat:canceled", "cancelled", "killed", "obsolete"), "canceled"),
}


def status_word(value: object) -> object:
    """Our word for a status; the value itself where it is none that is known."""
    return _STATUS_WORDS.get(value.strip().lower(), value) if isinstance(value, str) else value


def _number(value: object) -> object:
    """Databases number their rows and versions; printed, a number is text."""
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


def _web_address(text: str) -> str:
    parts = urlsplit(text)  # raises ValueError on a broken host
    if parts.scheme.lower() not in ("http", "https") or not parts.hostname:
        raise ValueError("is no web address; write it in full, with https://")
    return text


def _language_tag(text: str) -> str:
    if not _LANGUAGE.fullmatch(text):
        raise ValueError("is no language tag; write it as en, pt-BR or zh-Hant")
    return text.replace("_", "-")


def _storable(extra: Mapping[str, Any]) -> Mapping[str, Any]:
    """What JSON can hold; raises ValueError over anything else."""
    try:
        whole = _whole(extra)
    except RecursionError as error:
        raise ValueError("is nested too deeply") from error
    plain: Mapping[str, Any] = _ANYTHING.dump_python(whole, mode="json")
    return plain


def _address(value: object) -> object:
    """The address of a schema.org ImageObject."""
    if isinstance(value, Mapping):
        return value.get("url") or value.get("contentUrl") or value
    return value


def _picture_source(value: object) -> object:
    """The bytes of a picture as a `data:` address, so that a record is always text."""
    return f"data:;base64,{b64encode(value).decode()}" if isinstance(value, bytes) else value


Line = Annotated[str, AfterValidator(one_line)]
NumberedLine = Annotated[Line, BeforeValidator(_number, json_schema_input_type=str | int)]
FilledLine = Annotated[Line, AfterValidator(_filled)]
Moment = Annotated[datetime | date, BeforeValidator(_moment)]
WebAddress = Annotated[Line, AfterValidator(_web_address)]
LanguageTag = Annotated[Line, AfterValidator(_language_tag)]


class Value(BaseModel):
    """A frozen value that reads snake_case, camelCase and its aliases, and no other key."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=False, val_json_bytes="base64")

    aliases: ClassVar[Mapping[str, str]] = {}
    short: ClassVar[str] = ""

    @classmethod
    def field_for(cls, key: str) -> str | None:
        """Name the field a key stands for; None if there is none."""
        if key in cls.model_fields:
            return key
        if len(key) > _LONGEST_KEY:
            return None  # hostile: taking it apart would take for ever
        name = cls.aliases.get(key) or to_snake(key)
        name = cls.aliases.get(name, name)
        return name if name in cls.model_fields else None

    @model_validator(mode="before")
    @classmethod
    def _spell(cls, given: Any) -> Any:
        if isinstance(given, str) and cls.short:
            return {cls.short: given}
        if not isinstance(given, Mapping):
            return given
        spelt = {key: value for key, value in given.items() if key in cls.model_fields}
        for key, value in given.items():
            name = cls.field_for(key) if isinstance(key, str) else None
            spelt.setdefault(name or key, value)
        return spelt


class Person(Value):
    """Somebody who made the piece; a bare name will do."""

    aliases = {"title": "job_title", "affiliation": "organization", "works_for": "organization"}
    short = "name"

    name: FilledLine
    url: WebAddress | None = None
    role: Line | None = Field(
        None, description="author, photographer, editor, translator, illustrator, ..."
    )
    job_title: Line | None = None
    organization: Line | None = None
    location: Line | None = None


class Source(Value):
    """Who published the piece, or an agency that is to be credited; a bare name will do."""

    short = "name"

    name: FilledLine
    url: WebAddress | None = None
    logo: Annotated[Line | None, BeforeValidator(_address)] = None
    role: Line | None = None
    license: Line | None = None
    date: Moment | None = Field(
        None, description="when this source published it, where that differs"
    )


class Place(Value):
    """Where a piece was written or a picture taken; a bare name will do."""

    short = "name"

    name: FilledLine
    region: Line | None = None
    country: Line | None = None


class Correction(Value):
    """What was put right after publication; printed."""

    short = "text"

    text: FilledLine
    date: Moment | None = None


class Image(Value):
    """A picture, and what is printed with it."""

    aliases = {
        "url": "src",
        "content_url": "src",
        "source_url": "src",
        "href": "src",
        "path": "src",
        "file": "src",
        "credit_text": "credit",
        "credit_line": "credit",
        "creators": "creator",
        "photographer": "creator",
        "copyright": "copyright_notice",
        "license": "license_url",
        "usage_info": "usage_terms",
        "content_location": "place",
        "alt_text": "alt",
    }
    short = "src"

    src: Annotated[FilledLine | None, BeforeValidator(_picture_source)] = Field(
        None,
        description="a path from the record's own folder, a web address, or a data: address; "
        "None where only the words of a picture came with the record",
    )
    role: Literal["lead", "inline", "gallery"] | None = Field(
        None, description="None: inline if the body shows it, else lead if first, else gallery"
    )
    alt: Line | None = None
    decorative: bool = False
    caption: Line | None = None
    headline: Line | None = None
    credit: Line | None = None
    creator: Annotated[tuple[FilledLine, ...], BeforeValidator(_names)] = ()
    source: Line | None = None
    copyright_notice: Line | None = None
    license_url: Line | None = None
    usage_terms: Line | None = None
    place: Place | None = None
    date_created: Moment | None = None
    width: int | None = Field(None, gt=0, description="in pixels")
    height: int | None = Field(None, gt=0, description="in pixels")
    digital_source_type: Line | None = None
    provenance: Annotated[Mapping[str, str], AfterValidator(_whole)] = Field(
        default_factory=dict, description="which input gave each field: figcaption, xmp, iim, exif"
    )

    @model_validator(mode="after")
    def _something_to_show(self) -> "Image":
        if not (self.src or self.caption or self.credit):
            raise ValueError("has no src, and neither caption nor credit to print in its place")
        return self


class Article(Value):
    """A piece to print. Only a headline and a body, or a picture, are required.

    Raises:
        pydantic.ValidationError: a field is missing or wrong. Of a mapping given to `export`
            this makes a RecordError, in plain words.
    """

    aliases = {
        "title": "headline",
        "eyebrow": "kicker",
        "overline": "kicker",
        "label": "kicker",
        "dek": "subheadline",
        "deck": "subheadline",
        "standfirst": "subheadline",
        "subtitle": "subheadline",
        "subheading": "subheadline",
        "alternative_headline": "subheadline",
        "description": "summary",
        "abstract": "summary",
        "excerpt": "summary",
        "author": "authors",
        "contributor": "contributors",
        "location_created": "location",
        "date": "date_published",
        "published": "date_published",
        "updated": "date_modified",
        "modified": "date_modified",
        "article_body": "body",
        "content": "body",
        "image": "images",
        "publisher": "source",
        "canonical_url": "url",
        "permalink": "url",
        "article_section": "section",
        "keywords": "tags",
        "in_language": "language",
        "lang": "language",
        "dir": "direction",
        "copyright": "copyright_notice",
        "rights": "copyright_notice",
        "usage_info": "usage_terms",
        "correction": "corrections",
        "pub_status": "status",
        "pubstatus": "status",
        "creative_work_status": "status",
        "embargo": "embargoed_until",
        "embargoed": "embargoed_until",
        "embargo_until": "embargoed_until",
    }

    headline: FilledLine
    body: Annotated[str, AfterValidator(_whole)] = Field(
        "", description="HTML, Markdown or plain text, as body_format says"
    )
    body_format: Literal["html", "markdown", "text"] = "html"
    id: NumberedLine | None = Field(
        None, description="default: the url, else a hash of headline, date and body"
    )
    kicker: Line | None = None
    subheadline: Line | None = None
    summary: Line | None = None
    authors: Annotated[tuple[Person, ...], BeforeValidator(_names)] = ()
    byline: Line | None = Field(None, description="printed as it stands, instead of the authors")
    contributors: Annotated[tuple[Person, ...], BeforeValidator(_names)] = ()
    dateline: Line | None = Field(None, description="as printed, for example CÁDIZ, Spain")
    location: Place | None = None
    date_published: Moment | None = None
    date_modified: Moment | None = None
    date_posted: Moment | None = Field(
        None, description="when it was put online, where it says so itself"
    )
    images: Annotated[tuple[Image, ...], BeforeValidator(_one)] = ()
    source: Source | None = None
    info_sources: Annotated[tuple[Source, ...], BeforeValidator(_one)] = ()
    credit_text: Line | None = None
    url: WebAddress | None = None
    section: Line | None = None
    tags: Annotated[tuple[FilledLine, ...], BeforeValidator(_words)] = ()
    genre: Line | None = None
    language: LanguageTag | None = Field(None, description="BCP 47, for example en or pt-BR")
    direction: Literal["ltr", "rtl", "auto"] | None = None
    copyright_notice: Line | None = None
    copyright_holder: Line | None = None
    copyright_year: int | None = None
    license: Line | None = Field(None, description="an SPDX identifier or a web address")
    usage_terms: Line | None = None
    corrections: Annotated[tuple[Correction, ...], BeforeValidator(_one)] = ()
    embargoed_until: Annotated[AwareDatetime | None, BeforeValidator(_end_of_embargo)] = None
    status: Annotated[Literal["usable", "withheld", "canceled"], BeforeValidator(status_word)] = (
        "usable"
    )
    version: NumberedLine | None = None
    extra: Annotated[Mapping[str, Any], AfterValidator(_storable)] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _something_to_print(self) -> "Article":
        # What withdraws an article, or holds it back, is a record without any words to print.
        if self.status == "usable" and not self.body.strip() and not self.images:
            raise ValueError("body is empty and there is no picture: nothing to print")
        return self

    @property
    def identity(self) -> str:
        """What tells this article from all others: id, else url, else a hash of its words."""
        if given := self.id or self.url:
            return given
        words = "\0".join((self.headline, str(self.date_published or ""), self.body))
        return hashlib.sha256(words.encode(errors="replace")).hexdigest()

    def to_record(self) -> dict[str, Any]:
        """The record as plain JSON values: only what was given, in our own names."""
        return self.model_dump(mode="json", exclude_unset=True)


def schema() -> dict[str, Any]:
    """The JSON Schema of a record, as it may be given: one for many, a name for its bearer.

    Unknown keys are kept in `extra`, so none is forbidden; aliases are not listed.
    """
    told = Article.model_json_schema()
    values: dict[str, dict[str, Any]] = told["$defs"]
    for value in (told, *values.values()):
        value["additionalProperties"] = True
        for name, about in value["properties"].items():
            if about.get("type") == "array":
                many = {key: about.pop(key) for key in ("type", "items")}
                value["properties"][name] = {**about, "anyOf": [many, many["items"], _TEXT]}
    told["$defs"] = {name: {"anyOf": [value, _TEXT]} for name, value in values.items()}
    return told
