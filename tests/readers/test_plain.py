"""Plain text, as copied from a print-friendly page."""

import re
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from printkit.article import Article
from printkit.errors import RecordError
from printkit.readers.plain import read_plain
from printkit.remarks import Remark
from tests.support.time_limits import ends_soon

LONG = (
    "After eleven weeks of ice the ferry crossed the river again this morning, with three "
    "hundred people on the quay and a brass band that had practised all winter for it."
)
SHORT = "Nobody had slept."
SAMPLE = f"""The ferry is back

13 March 2019

by: Ana Ruiz

Print Friendly, PDF & Email

The ferry (left) at the quay

Wednesday, 13 March 2019 | {LONG}

{SHORT}

Posted on March 14, 2019

Source: (The Quay, March 12, 2019)

Photo Credit: Li Wei/The Quay
"""


def read(text: str) -> tuple[Article, tuple[Remark, ...]]:
    """Read a text; return article and remarks."""
    return read_plain(text, "a.txt")


def article(*paragraphs: str) -> Article:
    """Return the article of some paragraphs."""
    return read("\n\n".join(paragraphs))[0]


def test_a_print_friendly_page_is_read_whole() -> None:
    """Every line is a field, is prose, or is dropped with a remark."""
    piece, remarks = read(SAMPLE)
    assert piece.to_record() == {
        "headline": "The ferry is back",
        "date_published": "2019-03-13",
        "authors": [{"name": "Ana Ruiz"}],
        "dateline": "Wednesday, 13 March 2019",
        "date_posted": "2019-03-14",
        "source": {"name": "The Quay", "date": "2019-03-12"},
        "images": [{"caption": "The ferry (left) at the quay", "credit": "Li Wei/The Quay"}],
        "body": f"{LONG}\n\n{SHORT}",
        "body_format": "text",
    }
    [remark] = remarks
    assert remark.code == "PK202"
    assert "Print Friendly" in remark.message


def test_the_sample_the_project_starts_from(corpus: Path) -> None:
    """The body is the ten paragraphs, word for word, and all other lines are fields."""
    path = corpus / "000_3f1a025a82f51a02.txt"
    text = path.read_text("utf-8")
    piece, remarks = read(text)
    assert len(piece.body.split("\n\n")) == 10
    assert all(paragraph in text for paragraph in piece.body.split("\n\n"))
    assert piece.headline == text.split("\n")[0]
    assert piece.dateline == "Friday, 13 September 2019"
    assert piece.date_published == piece.date_posted == date(2019, 9, 13)
    assert piece.source is not None
    assert (piece.source.name, piece.source.date) == ("Bridges for Peace", date(2019, 9, 13))
    [image] = piece.images
    assert image.src is None
    assert image.caption is not None
    assert image.caption.startswith("PM ")
    assert image.credit == "Ruptly/YouTube/screenshot"
    assert [remark.code for remark in remarks] == ["PK202"]


def test_no_word_of_a_plain_story_is_lost() -> None:
    """Prose without labels is body as a whole."""
    piece = article("The ferry is back", SHORT, LONG, "Tweet of the day", SHORT)
    assert piece.body == "\n\n".join((SHORT, LONG, "Tweet of the day", SHORT))


def test_labels_within_the_text_are_text() -> None:
    """Only lines above and below the text are read for labels."""
    piece = article("H", LONG, "Source: the river itself.", "Tweet", LONG)
    assert piece.source is None
    assert "Source: the river itself.\n\nTweet" in piece.body


def test_buttons_around_the_text_are_dropped_and_named() -> None:
    """A notice goes from within the text, too."""
    piece, remarks = read(
        f"H\n\nTweet\nShare | Email\n\n{LONG}\n\nAdvertisement\n\n{SHORT}\n\nPrint"
    )
    assert piece.body == f"{LONG}\n\n{SHORT}"
    assert sorted(remark.message.split("'")[1] for remark in remarks) == [
        "Advertisement",
        "Print",
        "Share | Email",
        "Tweet",
    ]


@pytest.mark.parametrize(
    ("caption", "opening", "credit", "taken"),
    [
        ("The ferry at the quay", LONG, True, True),
        ("The ferry at the quay", LONG, False, False),
        ("The ferry (right) at the quay", LONG, False, True),
        ("The ferry came home.", LONG, True, False),
        ("The ferry came home.", f"AVON, England — {LONG}", True, True),
        ("The ferry at the quay", SHORT, True, False),
    ],
)
def test_a_caption_is_taken_only_where_it_is_sure(
    caption: str, opening: str, credit: bool, taken: bool
) -> None:
    """A caption stands just before the prose, and credits a picture or points at a picture."""
    piece = article("H", caption, opening, SHORT, *(["Photo by Li Wei"] if credit else []))
    captions = [image.caption for image in piece.images if image.caption]
    assert captions == ([caption] if taken else [])
    assert (caption in piece.body) is not taken


def test_several_pictures_keep_their_words_in_order() -> None:
    """Captions and credits are paired in their order."""
    piece = article(
        "H", LONG, "Caption: One\nPhoto: Ana Ruiz\nCaption: Two\nPhoto: Li Wei\nPhoto: Jo Day"
    )
    assert [(image.caption, image.credit) for image in piece.images] == [
        ("One", "Ana Ruiz"),
        ("Two", "Li Wei"),
        (None, "Jo Day"),
    ]


def test_what_cannot_be_read_stays_in_the_text() -> None:
    """A remark names the line; the lines above are read all the same."""
    piece, remarks = read(f"H\n\nPublished: soon\n\nBy Ana Ruiz\n\n{LONG}\n\nTags: a\n\nLink: x/y")
    assert piece.body == f"Published: soon\n\n{LONG}\n\nLink: x/y"
    assert piece.authors[0].name == "Ana Ruiz"
    assert piece.tags == ("a",)
    assert [remark.code for remark in remarks] == ["PK205", "PK205"]


def test_a_second_date_that_differs_stays_in_the_text() -> None:
    """A second date that is equal is dropped."""
    piece, remarks = read(f"H\n\n13 March 2019\n\nPublished: 14 March 2019\n\n{LONG}")
    assert piece.date_published == date(2019, 3, 13)
    assert piece.body.startswith("Published: 14 March 2019")
    assert [remark.code for remark in remarks] == ["PK205"]
    assert read(f"H\n\n13 March 2019\n\nPublished: 2019-03-13\n\n{LONG}")[1] == ()


def test_corrections_and_further_sources_are_kept() -> None:
    """A correction may be wrapped; a second source becomes an agency."""
    piece = article(
        "H",
        LONG,
        "Correction: The band\nhad four players.",
        "Source: The Quay",
        "Source: River News",
    )
    assert [one.text for one in piece.corrections] == ["The band had four players."]
    assert piece.source is not None
    assert piece.source.name == "The Quay"
    assert [one.name for one in piece.info_sources] == ["River News"]


def test_header_lines_may_stand_close() -> None:
    """No blank lines need part the header lines, and rules may stand around them."""
    piece, _ = read(
        f"-----\nHeadline: The ferry is back\n=====\nBy Ana Ruiz\n13 March 2019\n\n{LONG}"
    )
    assert piece.headline == "The ferry is back"
    assert (piece.authors[0].name, piece.date_published) == ("Ana Ruiz", date(2019, 3, 13))
    assert piece.body == LONG


def test_lines_without_blank_ones_are_paragraphs() -> None:
    """Long lines are paragraphs; short lines are one wrapped paragraph."""
    assert article(f"H\n{LONG}\n{SHORT}").body == f"{LONG}\n\n{SHORT}"
    assert article("H\nwrapped\nshort").body == "wrapped\nshort"


PROSE = (
    *(SHORT, LONG, f"AVON, England — {LONG}", f"Monday | {LONG}", "The ferry (left) at the quay"),
    *("Tweet of the day", "By the river", "NATO — the alliance", "Source of the river", "Part 2"),
    *("Published: soon", "Updated daily", "Photographs", "* * *\nstars", "Link: harbour", "“No.”"),
)


@given(st.lists(st.sampled_from(PROSE), min_size=1, max_size=7), st.sampled_from(["\n", "\n\n"]))
@settings(max_examples=200)
def test_every_word_is_printed_somewhere(lines: list[str], between: str) -> None:
    """Each word stands in a field or in the body, as often as in the text."""
    text = between.join(["The headline", *lines, "Photo Credit: Li Wei"])
    record: dict[str, Any] = read(text)[0].to_record()
    pictures = [word for image in record["images"] for word in image.values()]
    told = " ".join((record["headline"], record.get("dateline", ""), record["body"], *pictures))
    words = Counter(re.findall(r"\w+", text)) - Counter({"Photo": 1, "Credit": 1})
    assert words <= Counter(re.findall(r"\w+", told))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Only a headline", "body is empty"),
        ("Print Friendly, PDF & Email", "nothing to print"),
        ("-----\n\n=====", "nothing to print"),
        (LONG * 3, "begins with a paragraph of 498 characters, where a headline is wanted"),
    ],
)
def test_what_is_no_article_is_refused(text: str, told: str) -> None:
    """An article needs a headline and a text."""
    with pytest.raises(RecordError, match=told):
        read(text)


@pytest.mark.parametrize(
    "text",
    [
        "---\n\n" * 300_000 + "H\n\n" + LONG,
        "H\n\n" + "Tweet\n\n" * 50_000 + LONG,
        "H\n" + "Source: x\n" * 100_000,
        "H\n\n" + "13 May 2019 | " * 50_000,
        "H\n\n" + "".join(f"{day} May {year}\n\n" for year in range(1900, 2000) for day in (1, 2)),
    ],
    ids=["rules", "buttons", "labels", "bars", "dates"],
)
def test_a_heap_of_lines_is_read_soon(text: str) -> None:
    """Only some lines around a text are read for labels, and remarks stay few."""
    with ends_soon():
        assert len(read(text)[1]) < 25


def test_a_dateline_stays_with_its_paragraph() -> None:
    """Below other prose, a dateline belongs to its paragraph, and is not printed above the text."""
    dated = f"Monday, 9 September 2019 | {LONG}"
    piece = article("H", "By Ana Ruiz", "Nobody slept. The ice had gone.", dated)
    assert piece.dateline is None
    assert piece.body == f"Nobody slept. The ice had gone.\n\n{dated}"


def test_a_line_dropped_twice_is_counted() -> None:
    """One remark has the count."""
    notice = "Print Friendly, PDF & Email"
    _, remarks = read(f"H\n\n{notice}\n\n{LONG}\n\n{notice}\n\n{SHORT}")
    [remark] = remarks
    assert remark.message == f"a line of the web page was left out: {notice!r} (2 times)"
