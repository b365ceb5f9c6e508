"""Read the texts of a picture's metadata blocks: XMP, IPTC-IIM, and EXIF.

In: the blocks as they are in the file, which may be hostile. Out: for each block, texts by the
field of `Image` that they belong to. Owns lxml, for XMP. Notes to the desk (Instructions, Caption
Writer) are not read, and so are never printed.
"""

import re
import struct
from collections.abc import Iterator, Mapping, Sequence

from lxml import etree

Texts = Mapping[str, Sequence[str]]

_MAX_PACKET = 2_000_000  # bytes of XMP that are parsed

_NAMESPACES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "photoshop": "http://ns.adobe.com/photoshop/1.0/",
    "xmpRights": "http://ns.adobe.com/xap/1.0/rights/",
    "Iptc4xmpCore": "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/",
    "Iptc4xmpExt": "http://iptc.org/std/Iptc4xmpExt/2008-02-29/",
}
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
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
# Datasets by record and number. The dataset (1, 90) names the character set by an escape sequence:
# the sequence `ESC % G` means UTF-8 (IPTC-IIM 4.2).
_IIM_CHARSET, _IIM_DATE, _IIM_TIME, _UTF8 = (1, 90), (2, 55), (2, 60), b"\x1b%G"
_IIM_MARKER = 0x1C
_EXIF_CAPTION, _EXIF_ARTIST, _EXIF_COPYRIGHT = 0x010E, 0x013B, 0x8298
_EXIF_DATE, _EXIF_OFFSET = 0x9003, 0x9011


def xmp_texts(packet: bytes, language: str | None) -> Texts:
    """Return the texts of an XMP packet by field of `Image`; no texts if the packet is broken.

    If the packet has a text in several languages, the text in `language` is taken, or else in a
    form of this language (`pt-BR` for `pt`), or else the default text.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(packet[:_MAX_PACKET].strip(b"\0 \n"), parser)
    except (etree.XMLSyntaxError, ValueError):
        return {}
    # An XMP packet has no DTD. A hostile packet may define entities in a DTD.
    if root.getroottree().docinfo.internalDTD is not None:
        return {}
    descriptions = list(root.iter(f"{{{_NAMESPACES['rdf']}}}Description"))
    return {
        name: [text for one in descriptions for text in _property_texts(one, term, language)]
        for name, term in _IN_XMP.items()
    }


def _property_texts(description: etree._Element, term: str, language: str | None) -> list[str]:
    """Return a property's texts: from an attribute, a text, a list, or several languages."""
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
    """Return a list with one text, in the wanted language or as near as possible.

    Nearest is the wanted language itself, then a form of this language (`pt-BR` for `pt`), then the
    default text, then the first text. Without items, the list is empty.
    """
    wanted = (language or "x-default").lower()

    def distance(item: etree._Element) -> int:
        tag = item.get(_XML_LANG, "").lower()
        if tag == wanted:
            return 0
        if tag.split("-")[0] == wanted.split("-")[0]:
            return 1
        return 2 if tag == "x-default" else 3

    return [item.text or "" for item in sorted(items, key=distance)[:1]]


def iim_texts(block: bytes) -> Texts:
    """Return the texts of a block of IPTC-IIM datasets, as far as it can be read."""
    given: dict[tuple[int, int], list[bytes]] = {}
    for key, value in _datasets(block):
        given.setdefault(key, []).append(value)
    is_utf8 = given.get(_IIM_CHARSET, [b""])[0].startswith(_UTF8)
    texts = {
        name: [_text_of_bytes(value, is_utf8=is_utf8) for value in given.get(key, ())]
        for name, key in _IN_IIM.items()
    }
    day, time = (
        given.get(key, [b""])[0].decode("ascii", "replace") for key in (_IIM_DATE, _IIM_TIME)
    )
    return {**texts, "date_created": [f"{day}T{time}" if time else day, day]}


def _datasets(block: bytes) -> Iterator[tuple[tuple[int, int], bytes]]:
    """Yield record and number of each dataset, and its bytes."""
    at = 0
    while at + 5 <= len(block) and block[at] == _IIM_MARKER:
        record, number, size = struct.unpack_from(">BBH", block, at + 1)
        at += 5
        # In an extended dataset, these two bytes tell how many bytes the length that follows has.
        if size & 0x8000:
            width = size & 0x7FFF
            size = int.from_bytes(block[at : at + width], "big")
            at += width
        yield (record, number), block[at : at + size]
        at += size


def exif_texts(tags: Mapping[int, object]) -> Texts:
    """Return the texts of EXIF tags."""
    texts = {
        # Pillow decodes EXIF as latin-1. Programs write UTF-8, so the bytes are decoded again.
        tag: _text_of_bytes(text.encode("latin-1", "replace"))
        for tag, text in tags.items()
        if isinstance(text, str)
    }
    taken, offset = texts.get(_EXIF_DATE, ""), texts.get(_EXIF_OFFSET, "")
    return {
        "caption": [texts.get(_EXIF_CAPTION, "")],
        "creator": re.split(r"[;\0]", texts.get(_EXIF_ARTIST, "")),
        # A zero byte stands between the photographer's and the editor's copyright.
        "copyright_notice": [" ".join(texts.get(_EXIF_COPYRIGHT, "").split("\0"))],
        "date_created": [taken + offset, taken],
    }


def _text_of_bytes(value: bytes, *, is_utf8: bool = False) -> str:
    """Decode bytes as UTF-8 if they are valid UTF-8 or declared so, else as cp1252."""
    try:
        return value.decode("utf-8")
    except UnicodeDecodeError:
        return value.decode("utf-8" if is_utf8 else "cp1252", "replace")
