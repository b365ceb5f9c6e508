"""Labels: one line of a plain-text article goes in, facts about the article come out.

Such a line is a date, a byline, or `Label: value`.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date

from printkit.article import status_word
from printkit.readers.date_fields import date_line, read_date_field
from printkit.readers.dates import read_date
from printkit.readers.worded_dates import read_worded_date
from printkit.text.gaps import GAP, WIDE
from printkit.text.patterns import regex

Facts = Mapping[str, object]

_LONGEST_VALUE = 300
_MOST_PARTS = 8
_LONG_FIELDS = ("corrections", "caption", "copyright_notice", "summary")

_LABELS = {
    "headline": "headline title",
    "subheadline": "subheadline subtitle subheading dek deck standfirst",
    "kicker": "kicker eyebrow overline",
    "summary": "summary abstract",
    "authors": "by author authors written_by",
    "byline": "byline",
    "dateline": "dateline",
    "location": "location place",
    "date_published": "date published published_on first_published publication_date",
    "date_modified": "updated updated_on last_updated last_updated_on modified last_modified",
    "date_posted": "posted posted_on date_posted",
    "source": "source publisher",
    "sponsor": "sponsor sponsors sponsored_by paid_for_by",
    "caption": "caption photo_caption image_caption picture_caption",
    "credit": "photo_credit photo_credits image_credit picture_credit photo_by photos_by "
    "photograph_by image_by picture_by credit photo photograph image picture",
    "url": "url link permalink",
    "section": "section category",
    "tags": "tags keywords",
    "language": "language lang",
    "copyright_notice": "copyright rights",
    "license": "license licence",
    "corrections": "correction corrections clarification",
    "status": "status",
    "draft": "draft",
    "archived": "archived is_archived",
    "deleted": "deleted is_deleted",
    "withdrawn": "withdrawn retracted",
    "embargoed_until": "embargo embargoed embargoed_until embargo_until embargo_date",
    "publish_on": "publish_on publish_at scheduled_for scheduled",
    "expires": "expires expiry_date",
}
_FIELDS = {
    label.replace("_", " "): field for field, labels in _LABELS.items() for label in labels.split()
}
_LABELLED = regex(r"([^\W\d_][\w ]{1,24}?)\s*:\s*(\S.*)")
_UNLABELLED = (
    (regex(r"(?i)(?:first )?published(?: on)? (?=.*\d)(.+)"), "date_published"),
    (regex(r"(?i)posted(?: on)? (?=.*\d)(.+)"), "date_posted"),
    (regex(r"(?i)(?:last )?(?:updated|modified)(?: on)? (?=.*\d)(.+)"), "date_modified"),
    (regex(r"(?i)(?:photo|photos|photograph|image|picture)(?: credit| by) (.+)"), "credit"),
    (regex(r"(?i)((?:copyright\b|©|\(c\) ).+)"), "copyright_notice"),
)
# A line in capitals that warns the desk.
_WARNING = regex(
    r"[\W_]*(?:DRAFT|(?:NOT|NEVER) FOR PUBLICATION|DO NOT (?:PUBLISH|PRINT)|EMBARGO(?:ED)?\b.*)"
    r"[\W_]*"
)
_BY = regex(r"(?i:by|written by)\s+(\S.*)")
_PARTICLES = {
    *("de", "da", "di", "do", "dos", "del", "della", "la", "le", "van", "von", "der", "den"),
    *("ter", "bin", "al", "el", "and", "y", "&"),
}
_NO_NAME = regex(
    r"(?i)\b(?:staff|writer|reporter|correspondent|editor|desk|agency|agencies|bureau|news|press"
    r"|special|contributor|columnist|photographer|and wires?|for)\b|[\d@|/()]"
)
_BETWEEN_PARTS = regex(rf"{WIDE}[|·•]\s++")
_BETWEEN_NAMES = regex(rf"{GAP}(?:[,;]|\band\b|&)\s*+")
_ENDS = regex(r"[.!?…][\"\u201d\u2019')\]]*$")
_WEB = regex(r"(?i)https?://[\w-]+(?:\.[\w-]+)*(?::\d{1,5})?(?:[/?#]\S*)?")
_WEB_AT_END = regex(_WEB.pattern + "$")


def facts_in(line: str) -> Facts | None:
    """Return the facts of a line, by field; None if the line is prose.

    `caption` and `credit` belong to a picture. The value of a field is None if the line has the
    label of the field, but a value that cannot be read.
    """
    if (day := read_date(line)) is not None:
        return {"date_published": day}
    if warning := warning_in(line):
        return warning
    parts = _BETWEEN_PARTS.split(line)
    if 1 < len(parts) <= _MOST_PARTS:
        return _facts_of_parts(parts)
    label = _LABELLED.fullmatch(line)
    if label and (field := _FIELDS.get(" ".join(label[1].casefold().split()))):
        return _facts(field, label[2].strip())
    if (by := _BY.fullmatch(line)) and _like_names(by[1]):
        return _facts("authors", by[1])
    bare = ((form.fullmatch(line), field) for form, field in _UNLABELLED)
    if found := next(((found, field) for found, field in bare if found), None):
        return _facts(found[1], found[0][1].strip())
    worded = read_worded_date(line, foreign=False)
    return {"date_published": worded} if worded else None


def warning_in(line: str) -> Facts:
    """Return the status that a line in capitals gives: `NOT FOR PUBLICATION`; else no facts."""
    if not line.isupper() or not _WARNING.fullmatch(line.strip()):
        return {}
    return {"status": "embargoed" if "EMBARGO" in line else "draft"}


def _facts_of_parts(parts: list[str]) -> Facts | None:
    """Return the facts of all parts of a line; None if a part is prose, or cannot be read."""
    found = [facts_in(part) for part in parts]
    whole = {field: value for facts in found if facts for field, value in facts.items()}
    return whole if all(found) and None not in whole.values() else None


def may_run_on(line: str) -> bool:
    """Tell whether the value of a labelled line may fill several lines, as a caption may."""
    return any(field in _LONG_FIELDS for field in facts_in(line) or {})


def ends_sentence(text: str) -> bool:
    """Tell whether a text ends with the punctuation of a sentence."""
    return bool(_ENDS.search(text.rstrip()))


def _facts(field: str, value: str) -> Facts | None:
    if len(value) > _LONGEST_VALUE and field not in _LONG_FIELDS:
        return None
    if field == "authors":
        return _byline(value)
    reader = _READERS.get(field)
    return {field: reader(value) if reader else value}


def _like_names(text: str) -> bool:
    words = text.replace(",", " ").split()
    capitals = all(not word[0].islower() or word in _PARTICLES for word in words)
    return len(words) <= 12 and capitals


def _byline(text: str) -> Facts:
    """Return the authors' names, and the whole byline if it holds more than names."""
    parts = [part for part in _BETWEEN_NAMES.split(text) if part]
    names = [part for part in parts if not _NO_NAME.search(part)]
    facts: dict[str, object] = {"authors": names} if names else {}
    return facts if names == parts else {**facts, "byline": text}


def _source(text: str) -> dict[str, object]:
    """Return name, date and url of a source, written `Name, date, address`, brackets or not."""
    inside = re.fullmatch(r"\((.*)\)", text)
    name = (inside[1] if inside else text).strip()
    source: dict[str, object] = {}
    if found := _WEB_AT_END.search(name):
        source["url"] = found[0]
        name = name[: found.start()].rstrip(" ,;:-(\u2013\u2014") or found[0]
    for comma in re.finditer(r",\s*", name):
        if (day := read_date(name[comma.end() :])) is not None:
            source["date"], name = day, name[: comma.start()]
            break
    return {"name": name, **source}


def _address(text: str) -> str | None:
    return text if _WEB.fullmatch(text) else None


def _language(text: str) -> str | None:
    return text if re.fullmatch(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*", text) else None


def _tags(text: str) -> list[str]:
    return [tag for part in re.split(r"[,;]", text) if (tag := part.strip())]


def _status(text: str) -> str | None:
    return text if status_word(text) in ("usable", "withheld", "canceled") else None


def _published(text: str) -> date | str | None:
    return read_date_field(text) or date_line(text) or None


def _yes_or_no(text: str) -> str | None:
    return text if text.casefold() in ("yes", "no", "true", "false") else None


_READERS: Mapping[str, Callable[[str], object]] = {
    "status": _status,
    **dict.fromkeys(("draft", "archived", "deleted", "withdrawn"), _yes_or_no),
    "publish_on": read_date,
    "expires": read_date,
    "date_published": _published,
    "date_modified": read_date_field,
    "date_posted": read_date_field,
    "source": _source,
    "url": _address,
    "language": _language,
    "tags": _tags,
}
