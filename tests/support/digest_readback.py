"""Read digests back, of printkit or the single document, so that the two can be compared.

read_margins_by_page(pdf)          running heads and page numbers
read_article_words(pdf, prefixes)  the words of each article in reading order
read_links(pdf, prefixes)          where links lead, and from which article
read_outline(pdf)                  the bookmarks
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Container, Iterator, Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from io import BytesIO
from itertools import chain, pairwise, takewhile
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium
from pypdf import PdfReader
from pypdf.generic import Destination, IndirectObject

from tests.support import structure_tree
from tests.support.pdf_objects import list_page_numbers
from tests.support.printed_articles import keep_letters

# The hyphens that printkit and WeasyPrint write at the end of a line; and other hyphens.
_HYPHEN = re.compile("[\x02\xad‐-]\\s*")


def read_letters_by_page(pdf: bytes) -> list[str]:
    """Return the letters of the tagged text on each page, in the order of drawing."""
    return [
        keep_letters("".join(text for text, is_spoken in page if is_spoken))
        for page in _printed(pdf)
    ]


def read_margins_by_page(pdf: bytes) -> list[list[str]]:
    """Return running heads and page numbers of each page: drawn last, and not tagged."""
    margins = []
    for page in _printed(pdf):
        unheard = takewhile(lambda shown: not shown[1], reversed(page))
        margins.append([text for text, _ in unheard][::-1])
    return margins


def read_article_words(pdf: bytes, prefixes: Sequence[str]) -> list[list[str]]:
    """Return the words of each article in reading order; hyphenated words are joined.

    Args:
        pdf: a digest whose articles begin on pages of their own.
        prefixes: the ids of the headlines, in order; the last id ends the last article.
    """
    begins = [read_destinations(pdf)[prefix] for prefix in prefixes]
    text = [split_words(page) for page in structure_tree.read_pages(pdf)]
    return [list(chain.from_iterable(text[begin:end])) for begin, end in pairwise(begins)]


def split_words(text: str) -> list[str]:
    """Return the words of a text; a word that was hyphenated at the end of a line is joined."""
    return _HYPHEN.sub("", text).split()


def compare_words(
    these: list[str], those: list[str]
) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Yield words that only the first list has, with the words of the second at that place."""
    if these != those:
        found = SequenceMatcher(None, these, those, autojunk=False).get_opcodes()
        for what, begin, end, other_begin, other_end in found:
            if what != "equal":
                yield tuple(these[begin:end]), tuple(those[other_begin:other_end])


def read_links(pdf: bytes, prefixes: Sequence[str]) -> set[tuple[str, str]]:
    """Return the links of each article: its prefix, and an address or `page N of <prefix>`.

    A link that runs over several lines counts once, though the link has several annotations.

    Args:
        pdf: a digest.
        prefixes: ids of headlines or other parts, in order; pages before the first belong to "".
    """
    reader = PdfReader(BytesIO(pdf))
    begins = [read_destinations(pdf)[prefix] for prefix in prefixes]

    def within(page: int) -> tuple[str, int]:
        found = bisect_right(begins, page) - 1
        return (prefixes[found], page - begins[found] + 1) if found >= 0 else ("", page + 1)

    found = set()
    for number, page in enumerate(reader.pages):
        for annotation in _annotations(page):
            target = _target(annotation, reader)
            if isinstance(target, int):
                owner, count = within(target)
                target = f"page {count} of {owner}"
            found.add((within(number)[0], target))
    return found


def read_outline(pdf: bytes) -> list[tuple[int, str, int]]:
    """Return the bookmarks: level from 1, label, page from 1."""
    reader = PdfReader(BytesIO(pdf))

    def entries(branch: Sequence[Any], level: int) -> Iterator[tuple[int, str, int]]:
        for one in branch:
            if isinstance(one, Destination):
                yield level, str(one.title), (reader.get_destination_page_number(one) or 0) + 1
            else:
                yield from entries(one, level + 1)

    return list(entries(reader.outline, 1))


def _spoken(reader: PdfReader) -> dict[int, set[int]]:
    """Return the marked-content ids that the structure tree names, by page object.

    WeasyPrint marks the text in the margins like any other text, and leaves it out of the tree.
    """
    spoken: dict[int, set[int]] = defaultdict(set)
    waiting: list[tuple[Any, int]] = [(reader.root_object["/StructTreeRoot"], 0)]
    while waiting:
        node, page = waiting.pop()
        page = node.raw_get("/Pg").idnum if "/Pg" in node else page
        if "/MCID" in node:
            spoken[page].add(int(node["/MCID"]))
        kids = node.get("/K", [])
        for kid in kids if isinstance(kids, list) else (kids,):
            if isinstance(kid, int):
                spoken[page].add(int(kid))
            else:
                waiting.append((kid.get_object(), page))
    return spoken


@lru_cache(maxsize=1)
def _printed(pdf: bytes) -> list[list[tuple[str, bool]]]:
    """Return every text of each page in the order of drawing, and whether the tree has the text."""
    reader = PdfReader(BytesIO(pdf))
    spoken = _spoken(reader)
    return [
        list(_drawn(page, spoken[number]))
        for number, page in zip(list_page_numbers(reader), pypdfium2.PdfDocument(pdf), strict=True)
    ]


def _drawn(page: pypdfium2.PdfPage, spoken: Container[int]) -> Iterator[tuple[str, bool]]:
    text = page.get_textpage()
    for shown in page.get_objects([pdfium.FPDF_PAGEOBJ_TEXT]):
        length = pdfium.FPDFTextObj_GetText(shown.raw, text.raw, None, 0) // 2
        buffer = (pdfium.FPDF_WCHAR * length)()
        pdfium.FPDFTextObj_GetText(shown.raw, text.raw, buffer, 2 * length)
        is_spoken = pdfium.FPDFPageObj_GetMarkedContentID(shown.raw) in spoken
        yield bytes(buffer).decode("utf-16-le").rstrip("\0"), is_spoken


@lru_cache(maxsize=2)
def read_destinations(pdf: bytes) -> dict[str, int]:
    """Return the page of every named destination, counted from 0."""
    reader = PdfReader(BytesIO(pdf))
    named = reader.named_destinations.items()
    return {name: reader.get_destination_page_number(one) or 0 for name, one in named}


def _annotations(page: Any) -> Iterator[Any]:
    for one in page.get("/Annots", ()):
        annotation = one.get_object()
        if annotation["/Subtype"] == "/Link":
            yield annotation


def _target(annotation: Any, reader: PdfReader) -> str | int:
    """Return the target of a link: an address, or the number of a page counted from 0."""
    action = annotation.get("/A", {})
    if "/URI" in action:
        return str(action["/URI"])
    place = annotation.get("/Dest", action.get("/D"))
    if isinstance(place, str | bytes):
        place = reader.named_destinations[str(place)]
        return reader.get_destination_page_number(place) or 0
    target = place.get_object()[0]
    assert isinstance(target, IndirectObject)
    page: Any = target.get_object()
    return reader.get_page_number(page) or 0
