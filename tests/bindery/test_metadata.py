"""Metadata: the file makes each true claim, and no false claim."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from typing import Any

import pytest

from printkit.bindery.binding import bind
from printkit.bindery.book import Insert, Part
from tests.support.bindery_parts import (
    FONT_PROGRAMS,
    bind_book,
    make_book,
    open_pdf,
    print_foreign,
    print_part,
)


@cache
def print_whole() -> Part:
    """Return a part whose letters all have glyphs, printed once."""
    return print_part("<p>abc", "a")


@cache
def print_boxed() -> Part:
    """Return a part with a letter that has no glyph, printed once."""
    return print_part("<p>abc \U00010570", "m")


def claims(pdf: bytes) -> bool:
    """Return whether the file claims both PDF/A-3 and PDF/UA-1."""
    with open_pdf(pdf) as file:
        packet = bytes(file.Root.Metadata.read_bytes())
    return b"<pdfaid:part>3" in packet and b"<pdfuaid:part>1" in packet


def test_a_whole_book_claims_what_it_is() -> None:
    """Such a book claims PDF/A-3A and PDF/UA-1."""
    assert claims(bind_book(print_whole(), print_part("<p>xyz", "b")))


@pytest.mark.parametrize(
    "lacking",
    [
        print_boxed,
        lambda: replace(print_whole(), furniture=print_boxed().pages),
        lambda: Insert(print_foreign("<p>Boats"), 1, "Boats"),
        lambda: Insert(print_whole().pages.pdf, 1, "Boats", tagged=True),
    ],
    ids=["glyphs of a part", "glyphs of furniture", "a foreign file", "a tagged one"],
)
def test_a_book_that_lacks_something_claims_nothing(lacking: Callable[[], Part | Insert]) -> None:
    """A box in place of a character cannot be read; a foreign file may be anything."""
    assert not claims(bind_book(print_whole(), lacking()))


def test_title_language_and_dates_are_told_twice_alike() -> None:
    """The old information dictionary agrees with the XMP metadata."""
    file = open_pdf(bind_book(print_whole()))
    told = {str(name): str(value) for name, value in file.docinfo.items()}
    assert told["/Title"] == "The week"
    assert told["/CreationDate"] == "D:20190913063000Z"
    assert f"<pdf:Producer>{told['/Producer']}<" in file.Root.Metadata.read_bytes().decode()
    assert f"<xmp:CreatorTool>{told['/Creator']}<" in file.Root.Metadata.read_bytes().decode()
    assert "/Filter" not in file.Root.Metadata
    assert str(file.Root.Lang) == "en"
    assert bool(file.Root.MarkInfo.Marked) is True
    assert bool(file.Root.ViewerPreferences.DisplayDocTitle) is True
    assert "/Direction" not in file.Root.ViewerPreferences


def test_a_book_that_is_read_from_right_to_left_says_so() -> None:
    """Such a book is folded on the other side."""
    file = open_pdf(
        bind(replace(make_book(print_whole()), rightward=True), FONT_PROGRAMS.__getitem__)
    )
    assert file.Root.ViewerPreferences.Direction == "/R2L"


def test_the_colour_profile_is_there_once() -> None:
    """The pages of all parts use the profile of the output intent."""
    root: Any = open_pdf(bind_book(print_whole(), print_part("<p>xyz", "b")))
    (intent,) = root.Root.OutputIntents.as_list()
    assert str(intent.S) == "/GTS_PDFA1"
    spaces = [page.obj.Resources.ColorSpace.srgb[1].objgen for page in root.pages]
    assert spaces == [intent.DestOutputProfile.objgen] * 2


def test_a_book_without_metadata_has_none() -> None:
    """The bindery writes only the title."""
    bare = replace(make_book(print_whole()), packet="", humble_packet="", dated=None)
    file = open_pdf(bind(bare, FONT_PROGRAMS.__getitem__))
    assert "/Metadata" not in file.Root
    assert {str(name) for name in file.docinfo} == {"/Title"}
