"""What a photograph's file says of itself: XMP first, then IPTC-IIM, then EXIF.

The three blocks are read into the same terms, so that a caption is a caption wherever it
stood. Notes to the desk (Instructions, Caption Writer) are not read and so never printed.
"""

import re
import struct
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import NamedTuple

from lxml import etree
from pydantic import TypeAdapter

from printkit.article import Image, Line, Place
from printkit.pictures.photograph import Labels

MAX_CHARACTERS = 2000
_MAX_PACKET = 2_000_000  # bytes

_NAMESPACES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "photoshop": "http://ns.adobe.com/photoshop/1.0/",
    "xmpRights": "http://ns.adobe.com/xap/1.0/rights/",
    "Iptc4xmpCore": "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/",
    "Iptc4xmpExt": "http://iptc.org/std/Iptc4xmpExt/2008-02-29/",
}
_IN_XMP = {
    "caption": "dc:description",
    "headline": "photoshop:Headline",
    "credit": "photoshop:Credit",
    "creator": "dc:creator",
    "source": "photoshop:Source",
    "copyright_notice": "dc:rights",
    "usage_terms": "xmpRights:UsageTerms",
    "license_url": "xmpRights:WebStatement",
    "alt": "Iptc4xmpCore:AltTextAccessibility",
    "city": "photoshop:City",
    "region": "photoshop:State",
    "country": "photoshop:Country",
    "date_created": "photoshop:DateCreated",
    "digital_source_type": "Iptc4xmpExt:DigitalSourceType",
}
_IN_IIM = {
    "caption": (2, 120),
    "headline": (2, 105),
    "credit": (2, 110),
    "creator": (2, 80),
    "source": (2, 115),
    "copyright_notice": (2, 116),
    "city": (2, 90),
    "region": (2, 95),
    "country": (2, 101),
}
_IIM_CHARSET, _IIM_DATE, _IIM_TIME, _UTF8 = (1, 90), (2, 55), (2, 60), b"\x1b%G"
_EXIF_CAPTION, _EXIF_ARTIST, _EXIF_COPYRIGHT = 0x010E, 0x013B, 0x8298
_EXIF_DATE, _EXIF_OFFSET = 0x9003, 0x9011

# What cameras and programs write where a caption should stand.
_JUNK = re.compile(
    r"(?:(?:olympus|minolta|konica minolta|sony|kodak|samsung)? ?digital (?:still )?camera"
    r"|samsung|sony dsc|dcim.*|(?:img|dsc|dscn|dscf|pict|pxl)[-_ ]?\d+(?:\.jpe?g)?"
    r"|exif[-_ ]jpeg(?:[-_ ]picture)?|jpeg|default|untitled|unknown|none|n/a|screenshot"
    r"|image description|cof|dav|hdr|hdrpl|oznor|rpt|sdr|<?kenox .*)?\W*",
    re.IGNORECASE,
)
_LINE: TypeAdapter[str] = TypeAdapter(Line)

Texts = Mapping[str, Sequence[str]]


class Found(NamedTuple):
    """One field a file gave.

    Attributes:
        value: as the field of `Image` takes it: str, tuple of str, Place, date, datetime.
        provenance: the block it stood in: `xmp`, `iim` or `exif`.
    """

    value: object
    provenance: str


def read(labels: Labels, *, language: str | None = None) -> dict[str, Found]:
    """Read a file's labels into fields of `Image`; broken blocks give nothing.

    Where XMP gives a text in several languages, the one in `language` (BCP 47) is taken,
    else the default one.
    """
    found: dict[str, Found] = {}
    blocks = {
        "xmp": _from_xmp(labels.xmp, language),
        "iim": _from_iim(labels.iim),
        "exif": _from_exif(labels.exif),
    }
    for provenance, texts in blocks.items():
        for name, value in _fields(texts):
            found.setdefault(name, Found(value, provenance))
    return found


def fill(image: Image, found: Mapping[str, Found]) -> Image:
    """Fill the empty fields of a record's picture; what the record says is never changed."""
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
    lines = {name: _lines(said) for name, said in texts.items()}
    one = {name: said[0] for name, said in lines.items() if said}
    for name, text in one.items():
        if name == "creator":
            yield name, lines[name]
        elif name == "date_created":
            moment = next(filter(None, map(_moment, lines[name])), None)
            if moment is not None:
                yield name, moment
        elif name == "license_url":
            if re.match(r"https?://[^\s/]", text, re.IGNORECASE):
                yield name, text
        elif name not in ("city", "region", "country"):
            yield name, text
    if where := _place(one.get("city"), one.get("region"), one.get("country")):
        yield "place", where


def _lines(texts: Sequence[str]) -> tuple[str, ...]:
    """Each text on one line, cut where it runs on for ever; camera junk and blanks left out."""
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


def _moment(text: str) -> date | datetime | None:
    text = re.sub(r"^(\d{4}):(\d\d):(\d\d)", r"\1-\2-\3", text)
    try:
        return date.fromisoformat(text) if len(text) <= 10 else datetime.fromisoformat(text)
    except ValueError:
        return None


def _from_xmp(packet: bytes, language: str | None) -> Texts:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(packet[:_MAX_PACKET].strip(b"\0 \n"), parser)
    except (etree.XMLSyntaxError, ValueError):
        return {}
    if (
        root.getroottree().docinfo.internalDTD is not None
    ):  # XMP has none: somebody is up to something
        return {}
    descriptions = list(root.iter(f"{{{_NAMESPACES['rdf']}}}Description"))
    return {
        name: [text for one in descriptions for text in _xmp_texts(one, term, language)]
        for name, term in _IN_XMP.items()
    }


def _xmp_texts(description: etree._Element, term: str, language: str | None) -> list[str]:
    """A property's texts: written as an attribute, as text, as a list, or in languages."""
    prefix, name = term.split(":")
    tag = f"{{{_NAMESPACES[prefix]}}}{name}"
    texts = [str(description.get(tag, ""))]
    for element in description.iterchildren(tag):
        items = element.findall("rdf:*/rdf:li", _NAMESPACES)
        if element.find("rdf:Alt", _NAMESPACES) is not None:
            texts += _in_language(items, language)
        else:
            texts += [item.text or "" for item in items] or [element.text or ""]
    return [text for text in texts if text.strip()]


def _in_language(items: Sequence[etree._Element], language: str | None) -> list[str]:
    spoken = [(item.get("{http://www.w3.org/XML/1998/namespace}lang", ""), item) for item in items]
    wanted = (language or "x-default").lower()

    def distance(said: tuple[str, etree._Element]) -> int:
        tag = said[0].lower()
        return [
            tag == wanted,
            tag.split("-")[0] == wanted.split("-")[0],
            tag == "x-default",
            True,
        ].index(True)

    return [item.text or "" for _, item in sorted(spoken, key=distance)[:1]]


def _from_iim(block: bytes) -> Texts:
    given: dict[tuple[int, int], list[bytes]] = {}
    for key, value in _datasets(block):
        given.setdefault(key, []).append(value)
    utf8 = given.get(_IIM_CHARSET, [b""])[0].startswith(_UTF8)
    texts = {
        name: [_decoded(value, surely_utf8=utf8) for value in given.get(key, ())]
        for name, key in _IN_IIM.items()
    }
    day, time = (
        given.get(key, [b""])[0].decode("ascii", "replace") for key in (_IIM_DATE, _IIM_TIME)
    )
    return {**texts, "date_created": [f"{day}T{time}" if time else day, day]}


def _datasets(block: bytes) -> Iterator[tuple[tuple[int, int], bytes]]:
    at = 0
    while at + 5 <= len(block) and block[at] == 0x1C:
        record, number, size = struct.unpack_from(">BBH", block, at + 1)
        at += 5
        if size & 0x8000:  # an extended dataset: these bytes give the length of the length
            width = size & 0x7FFF
            size = int.from_bytes(block[at : at + width], "big")
            at += width
        yield (record, number), block[at : at + size]
        at += size


def _from_exif(tags: Mapping[int, object]) -> Texts:
    texts = {
        tag: _decoded(text.encode("latin-1", "replace"))  # as latin-1 is how Pillow read it
        for tag, text in tags.items()
        if isinstance(text, str)
    }
    taken, offset = texts.get(_EXIF_DATE, ""), texts.get(_EXIF_OFFSET, "")
    return {
        "caption": [texts.get(_EXIF_CAPTION, "")],
        "creator": re.split(r"[;\0]", texts.get(_EXIF_ARTIST, "")),
        "copyright_notice": [" ".join(texts.get(_EXIF_COPYRIGHT, "").split("\0"))],
        "date_created": [taken + offset, taken],
    }


def _decoded(value: bytes, *, surely_utf8: bool = False) -> str:
    """Bytes without a declared encoding: UTF-8 if they are that, else cp1252."""
    try:
        return value.decode("utf-8")
    except UnicodeDecodeError:
        return value.decode("utf-8" if surely_utf8 else "cp1252", "replace")
