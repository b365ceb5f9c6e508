"""Read the fields of `Image` from a picture's metadata, and fill the record's gaps with them.

In: the metadata blocks of a file. Out: values of fields. The three blocks are read into the same
fields, and XMP counts before IPTC-IIM before EXIF.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import NamedTuple

from pydantic import TypeAdapter

from printkit.article import Image, Place, SingleLine
from printkit.pictures.block_texts import Texts, exif_texts, iim_texts, xmp_texts
from printkit.pictures.decoding import MetadataBlocks
from printkit.text.patterns import regex

MAX_CHARACTERS = 2000

# Texts that cameras and programs write in place of a caption.
_JUNK = regex(
    r"(?:(?:olympus|minolta|konica minolta|sony|kodak|samsung)? ?digital (?:still )?camera"
    r"|samsung|sony dsc|dcim.*|(?:img|dsc|dscn|dscf|pict|pxl)[-_ ]?\d+(?:\.jpe?g)?"
    r"|exif[-_ ]jpeg(?:[-_ ]picture)?|jpeg|default|untitled|unknown|none|n/a|screenshot"
    r"|image description|cof|dav|hdr|hdrpl|oznor|rpt|sdr|<?kenox .*)?\W*",
    re.IGNORECASE,
)
_LINE: TypeAdapter[str] = TypeAdapter(SingleLine)
_WEB_ADDRESS = regex(r"https?://[^\s/]", re.IGNORECASE)


class FoundField(NamedTuple):
    """The value of a field in a file's metadata.

    Attributes:
        value: as the field of `Image` takes it: str, tuple of str, Place, date, datetime.
        provenance: the block that has the value: `xmp`, `iim` or `exif`.
    """

    value: object
    provenance: str


def read_fields(blocks: MetadataBlocks, *, language: str | None = None) -> dict[str, FoundField]:
    """Return the fields of `Image` that a file's metadata has. Broken blocks have none.

    If XMP gives a text in several languages, the text in `language` (BCP 47) is taken, else the
    default text.
    """
    found: dict[str, FoundField] = {}
    texts_of = {
        "xmp": xmp_texts(blocks.xmp, language),
        "iim": iim_texts(blocks.iim),
        "exif": exif_texts(blocks.exif),
    }
    for provenance, texts in texts_of.items():
        for name, value in _fields(texts):
            found.setdefault(name, FoundField(value, provenance))
    return found


def fill_gaps(image: Image, found: Mapping[str, FoundField]) -> Image:
    """Return a record's picture with its empty fields filled. Filled fields never change."""
    gaps = {
        name: one
        for name, one in found.items()
        if not getattr(image, name) and not (name == "alt" and image.decorative)
    }
    if not gaps:
        return image
    sources = {name: one.provenance for name, one in gaps.items()}
    values = {name: one.value for name, one in gaps.items()}
    return image.model_copy(update={**values, "provenance": {**image.provenance, **sources}})


def _fields(texts: Texts) -> Iterator[tuple[str, object]]:
    """Yield names and values of the fields that one block gives."""
    lines = {name: _lines(given) for name, given in texts.items()}
    filled = {name: given for name, given in lines.items() if given}
    for name, given in filled.items():
        if (value := _value(name, given)) is not None:
            yield name, value
    first = {name: given[0] for name, given in filled.items()}
    if place := _place(first.get("city"), first.get("region"), first.get("country")):
        yield "place", place


def _value(name: str, lines: tuple[str, ...]) -> object:
    """Return the value of a field; None if its lines give none."""
    match name:
        case "creator":
            return lines
        case "date_created":
            return next(filter(None, map(_date, lines)), None)
        case "license_url":
            return lines[0] if _WEB_ADDRESS.match(lines[0]) else None
        case "city" | "region" | "country":  # parts of the field `place`
            return None
    return lines[0]


def _lines(texts: Sequence[str]) -> tuple[str, ...]:
    """Return each text as a line of limited length; leave out blanks and what cameras write."""
    lines = (_LINE.validate_python(text[: 4 * MAX_CHARACTERS]) for text in texts)
    kept = (line for line in lines if line and not _JUNK.fullmatch(line))
    return tuple(
        line if len(line) <= MAX_CHARACTERS else line[: MAX_CHARACTERS - 1] + "…" for line in kept
    )


def _place(city: str | None, region: str | None, country: str | None) -> Place | None:
    if city:
        return Place(name=city, region=region, country=country)
    if region:
        return Place(name=region, country=country)
    return Place(name=country) if country else None


def _date(text: str) -> date | datetime | None:
    # EXIF writes a date with colons: 2019:09:13.
    text = re.sub(r"^(\d{4}):(\d\d):(\d\d)", r"\1-\2-\3", text)
    try:
        return date.fromisoformat(text) if len(text) <= 10 else datetime.fromisoformat(text)
    except ValueError:
        return None
