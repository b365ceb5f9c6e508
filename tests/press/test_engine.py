"""The press prints every field, and uses only given fonts, styles and pictures."""

import re
from itertools import product
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from printkit import export
from printkit.themes import themes
from tests.support import structure_tree
from tests.support.own_themes import write_theme
from tests.support.pdf_objects import list_annotations
from tests.support.printed_articles import (
    DC,
    keep_letters,
    measure_pages,
    print_article,
    read_aloud,
    read_attached_record,
    read_link_addresses,
    read_outline,
    read_pages,
    read_xmp_values,
)
from tests.support.quick_cases import mark_slow
from tests.support.sample_records import ARABIC, HEBREW, PLAIN, RICH
from tests.support.time_limits import ends_soon

PAPERS = {
    "A4": (210.0, 297.0),
    "A5": (148.0, 210.0),
    "Letter": (215.9, 279.4),
    "170x240mm": (170.0, 240.0),
}


def has(pdf: bytes, *texts: str) -> bool:
    """Return whether these words are read aloud in this order; the style may capitalise words."""
    wanted = ".*".join(re.escape(keep_letters(text)) for text in texts)
    return re.search(wanted, keep_letters(read_aloud(pdf)), re.IGNORECASE) is not None


@pytest.mark.parametrize(
    ("theme", "paper"),
    mark_slow(
        product([theme.name for theme in themes()], PAPERS),
        but={("broadsheet", "A4"), ("large-print", "A5"), ("reader", "Letter")},
    ),
)
def test_a_rich_article_prints_in_every_theme_on_every_paper(theme: str, paper: str) -> None:
    """The print has no remark, a sound structure tree, and the paper that was chosen."""
    made = print_article(theme=theme, paper=paper)
    assert made.remarks == ()
    assert measure_pages(made.pdf) == {PAPERS[paper]}
    assert structure_tree.find_faults(made.pdf) == []
    assert made.page_count == len(read_pages(made.pdf)) > 1


def test_a_rich_article_is_all_there() -> None:
    """Each field is read aloud, in reading order."""
    assert has(
        print_article().pdf,
        *("The Coast Herald", "World · Coast", str(RICH["headline"]), str(RICH["subheadline"])),
        *("Ana Ruiz", "Li Wei", "The new quay at low water", "Mia Lindqvist/Coast Pictures"),
        *("CÁDIZ, Spain", "For forty years", "A slow beginning", "Three carried salt"),
        *("We kept the light", "Ships by cargo", "Oranges", "Nobody on the quay"),
        *("dug in 1979", "news.example.org/plan", "Source: The Coast Herald", "© 2019", "harbours"),
    )


def test_running_heads_begin_on_the_second_page() -> None:
    """The first page has the masthead; a screen reader reads no running head aloud."""
    made = print_article()
    first, *others = read_pages(made.pdf)
    title = keep_letters(str(RICH["headline"]))
    assert keep_letters(first).count(title) == 1
    assert others
    assert all(title in keep_letters(text) for text in others)
    assert keep_letters(read_aloud(made.pdf)).count(title) == 1


def test_the_outline_leads_to_the_headline_and_crossheads() -> None:
    """The article is one entry, with its crossheads below."""
    ((title, page),) = read_outline(print_article().pdf)
    assert (title.replace("\u00a0", " "), page) == (RICH["headline"], 1)


@pytest.mark.parametrize(("how", "shown"), [("notes", True), ("inline", True), ("plain", False)])
def test_links_lead_where_they_say(how: str, shown: bool) -> None:
    """The links lead there in each way of printing; two of the three ways print the address."""
    made = print_article(links=how)
    assert made.remarks == ()
    assert "https://news.example.org/plan" in read_link_addresses(made.pdf)
    assert ("news.example.org/plan" in "".join(read_pages(made.pdf))) is shown


@pytest.mark.parametrize("record", [HEBREW, ARABIC], ids=["Hebrew", "Arabic"])
def test_what_is_written_from_right_to_left(record: dict[str, Any]) -> None:
    """The text is set from the right in its own fonts, and read back whole."""
    made = print_article(record)
    assert made.remarks == ()
    assert 'dir="rtl"' in made.markup
    assert structure_tree.find_faults(made.pdf) == []
    assert read_attached_record(made.pdf) == record
    assert read_xmp_values(made.pdf, f"{DC}language") == [record["language"]]
    # The first line's first words stand at the right-hand margin.
    (first, *_) = pypdfium2.PdfDocument(made.pdf)
    letter = keep_letters(record["headline"])[0]
    words = first.get_textpage()
    finder = words.search(record["headline"].split()[0])
    found = finder.get_next()
    assert found is not None, letter
    _, _, right, _ = words.get_charbox(found[0])
    assert right > first.get_width() * 0.8


def test_hostile_words_are_printed_as_they_stand() -> None:
    """The words are whole on paper, too, without a remark."""
    words = "{{7*7}} <script>alert(1)</script> &amp; \" ' %s </title>"
    record = {
        **PLAIN,
        "headline": words,
        "kicker": words,
        "byline": words,
        "source": words,
        "copyright_notice": words,
        "corrections": [words],
        "url": 'https://example.org/?a="><script>x</script>&b={{7*7}}',
    }
    made = export(record)
    assert made.remarks == ()
    squeezed = re.sub(r"\s", "", read_aloud(made.pdf)).lower()
    # Entities in a field are decoded once.
    decoded = words.replace("&amp;", "&")
    assert squeezed.count(re.sub(r"\s", "", decoded).lower()) >= 5
    assert read_xmp_values(made.pdf, f"{DC}title") == [decoded]


def test_a_misspelt_token_of_a_theme_is_remarked_on(tmp_path: Path) -> None:
    """The remark has file and line, and the token that is probably meant."""
    made = export(PLAIN, theme=write_theme(tmp_path, ":root { --acent: red }"))
    (remark,) = made.remarks
    assert str(remark) == (
        "PK505 ours.css:2: --acent is no token of printkit's; did you mean --accent?"
    )


@pytest.mark.parametrize("length", [500, 3_000])
def test_an_endless_word_is_broken_and_soon(length: int) -> None:
    """The rule holds for any field; WeasyPrint needs minutes for some ways to break a word."""
    word = "https://example.org/" + "a" * length
    record = {
        **PLAIN,
        "url": word,
        "byline": word,
        "images": [{"caption": word, "credit": word}],
        "body": f'<p>{word}</p><p><a href="{word}">here</a></p>',
    }
    print_article(PLAIN)
    with ends_soon():
        made = export(record, trusted=True)
    assert {remark.code for remark in made.remarks} <= {"PK401", "PK510", "PK605"}


def test_a_theme_of_the_users_own(tmp_path: Path) -> None:
    """A path names the theme; the theme builds on a theme of printkit."""
    made = export(PLAIN, theme=write_theme(tmp_path, ":root { --text-size: 30pt }"))
    assert made.remarks == ()
    assert made.pdf != print_article(PLAIN).pdf


def test_a_note_mark_can_be_met() -> None:
    """A link in superscript has a rectangle with a height, and can be jumped back to."""
    body = (
        '<p>Sand<sup><a href="#n"><span id="back"></span>2</a></sup> and more.</p>'
        '<p id="n">A note. <a href="#back">Back</a></p>'
    )
    made = export({"headline": "A note", "body": body, "language": "en"})
    links = list_annotations(made.pdf)
    assert sorted(str(link["/Dest"]) for link in links) == ["a-back", "a-n"]
    assert all(abs(link["/Rect"][3] - link["/Rect"][1]) > 5 for link in links)
