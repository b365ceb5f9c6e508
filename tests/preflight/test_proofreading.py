"""The text of printed pages and the texts that must be there → the differences."""

import textwrap

import pytest

from printkit.pages import PrintedText
from printkit.preflight.proofreading import Mismatch, proofread
from printkit.preflight.proofreading.page_text import PageText

PARAGRAPHS = [
    "The harbour of Lindqvist reopened on Monday after three years of works.",
    "Fishing crews had waited on the southern side, where the water is shallow.",
    "A ferry to the islands will run twice a day from the first week of May.",
    "The council expects that the cost will be paid back within two decades.",
]
REFRAIN = "And so the gulls came back to the quay that morning."


def blocks(*texts: str) -> list[PrintedText]:
    """Return texts of the body."""
    return [PrintedText("body", text) for text in texts]


BODY = blocks(*PARAGRAPHS)


def mismatches(wanted: list[PrintedText], *pages: list[str]) -> list[Mismatch]:
    """Proofread pages, each given as its lines."""
    return proofread(PageText(pages), wanted)


def test_all_that_is_printed_is_found() -> None:
    """The text runs over two pages, in lines, and the page break parts a word."""
    lines = ["HARBOUR REOPENS", *PARAGRAPHS[:2], PARAGRAPHS[2][:26]]
    wanted = [PrintedText("headline", "Harbour reopens"), *BODY]
    assert mismatches(wanted, lines, [PARAGRAPHS[2][26:], PARAGRAPHS[3]]) == []


@pytest.mark.parametrize("lost", range(4))
def test_a_lost_paragraph_is_told_apart(lost: int) -> None:
    """At each of four places, only the lost paragraph is reported."""
    rest = [text for text in PARAGRAPHS if text != PARAGRAPHS[lost]]
    assert mismatches(BODY, rest) == [Mismatch(BODY[lost], 1)]


def test_a_lost_word_is_a_lost_paragraph() -> None:
    """One word is enough, in the middle of a paragraph or at its end."""
    shortened = PARAGRAPHS[1].replace("southern ", "")
    assert mismatches(BODY, [PARAGRAPHS[0], shortened, *PARAGRAPHS[2:]])
    assert mismatches(BODY, [*PARAGRAPHS[:3], PARAGRAPHS[3].removesuffix(" decades.")])


def test_a_paragraph_out_of_order_is_displaced() -> None:
    """The other paragraphs are in order, so only one paragraph is reported."""
    printed = [PARAGRAPHS[index] for index in (1, 2, 0, 3)]
    assert mismatches(BODY, printed) == [Mismatch(BODY[0], 1, displaced=True)]


def test_a_repeated_paragraph_must_stand_twice() -> None:
    """A refrain that is printed once was lost once."""
    wanted = blocks(REFRAIN, PARAGRAPHS[0], REFRAIN)
    assert mismatches(wanted, [REFRAIN, PARAGRAPHS[0], REFRAIN]) == []
    assert len(mismatches(wanted, [REFRAIN, PARAGRAPHS[0]])) == 1


def test_the_page_of_a_lost_paragraph_is_the_page_behind_the_paragraph_before() -> None:
    """The second paragraph ends the second page."""
    found = mismatches(BODY, [PARAGRAPHS[0]], [PARAGRAPHS[1]], [PARAGRAPHS[3]])
    assert found[0].page == 3


def test_a_field_must_stand_once_more_than_the_body_says_it() -> None:
    """`Lindqvist` in the first paragraph does not count as the dateline."""
    wanted = [PrintedText("dateline", "Lindqvist"), *BODY]
    assert mismatches(wanted, ["Lindqvist", *PARAGRAPHS]) == []
    assert mismatches(wanted, PARAGRAPHS) == [Mismatch(wanted[0], 0)]


def test_a_cut_field_is_reported_with_the_page_where_it_begins() -> None:
    """The first letters of the caption stand on the second page."""
    caption = PrintedText("images.caption", "Ships in the morning mist, seen from the tower")
    found = mismatches([caption], PARAGRAPHS, ["Ships in the morning mist"])
    assert found == [Mismatch(caption, 2)]


@pytest.mark.parametrize("insertion", ["12", "(example.org/a_(b))", "[A map of the bay]"])
def test_what_the_page_inserts_into_a_text_is_no_difference(insertion: str) -> None:
    """Numbers of notes, addresses of links, and words for a lost picture may be inserted."""
    words = PARAGRAPHS[1].split()
    lines = [" ".join(words[:2]), insertion, " ".join(words[2:4]), insertion, " ".join(words[4:])]
    assert mismatches(BODY, [PARAGRAPHS[0], *lines, PARAGRAPHS[2], PARAGRAPHS[3]]) == []


def test_a_date_is_not_taken_for_another() -> None:
    """Small numbers count in a short text, though a long text is also found without them."""
    wanted = PrintedText("dates", "13 September 2019")
    assert mismatches([wanted], ["Updated 14 September 2019"])


def test_notes_at_the_foot_of_a_page_may_part_a_paragraph() -> None:
    """The note stands between the two halves of the second paragraph."""
    first = [PARAGRAPHS[0], PARAGRAPHS[1][:40], "The depth is two metres."]
    assert mismatches(BODY[:2], first, [PARAGRAPHS[1][40:]]) == []


def test_cells_of_a_table_are_found_between_their_neighbours() -> None:
    """Cells are short, alike and many; a lost cell is found, and other cells keep their places."""
    cells = [cell for row in range(9) for cell in (f"Boat {row}", "4", "1.5%")]
    wanted = [BODY[0], *blocks(*cells), BODY[1]]
    assert mismatches(wanted, [PARAGRAPHS[0], *cells, PARAGRAPHS[1]]) == []
    del cells[6]
    found = mismatches(wanted, [PARAGRAPHS[0], *cells, PARAGRAPHS[1]])
    assert [(one.text.words, one.displaced) for one in found] == [("Boat 2", False)]


def test_right_to_left_text_need_only_be_similar() -> None:
    """The words of a line come in another order, and the letters of a ligature as well."""
    wanted = blocks("فازت شركة الميناء Harbour Works بالعقد سنة 2016 وأكملت الأعمال لاحقا.")
    printed = ["فازت شركة الميناء Works Harbour بالعقد", "سنة 2016 وأكملت األعمال الحقا."]
    assert mismatches(wanted, printed) == []
    assert mismatches(wanted, ["يشتكي الصيادون من أن الرصيف الشمالي قصير"])


def test_ignored_characters_do_not_hide_a_loss() -> None:
    """A text of ignored characters counts as printed, but words beside them are compared."""
    pages = PageText([["Tide  table"]], ignored="ꙮ")
    wanted = [PrintedText("kicker", "Tide ꙮ table"), PrintedText("section", "ꙮ")]
    assert proofread(pages, wanted) == []
    assert proofread(pages, [PrintedText("kicker", "Tide ꙮ chart")])


def test_paragraphs_that_repeat_one_sentence_are_in_their_place() -> None:
    """The headline and a heading in the body say the same, too."""
    heading = "Who closed the quay?"
    body = [" ".join([REFRAIN] * times) for times in (4, 5, 6, 4, 5, 6, 4)]
    body.insert(4, heading)
    wanted = [PrintedText("headline", heading), *blocks(*body)]
    pages = [textwrap.wrap(text, 70) for text in body]
    assert mismatches(wanted, [heading, REFRAIN], *pages) == []
    for lost in range(len(body)):
        assert mismatches(wanted, [heading, REFRAIN], *pages[:lost], *pages[lost + 1 :])


def test_small_numbers_with_notes_between_are_found() -> None:
    """Each number stands in a line of its own, and a lost number is reported."""
    wanted = [BODY[0], *blocks("Versions: 00 01 02 03"), BODY[1]]
    lines = ["Versions: ", "00", "9 ", "01", "10 ", "02", "11 ", "03", "12"]
    assert mismatches(wanted, [PARAGRAPHS[0], *lines, PARAGRAPHS[1]]) == []
    del lines[5]
    assert mismatches(wanted, [PARAGRAPHS[0], *lines, PARAGRAPHS[1]])


def test_the_lines_of_a_row_over_two_pages_take_turns() -> None:
    """The rest of the first cell stands behind the beginning of the second cell."""
    cells = [(text[:30], text[30:]) for text in PARAGRAPHS[1:3]]
    wanted = [*BODY[:3], *blocks("Bravo"), BODY[3]]
    begun, rest = [one for one, _ in cells], [one for _, one in cells]
    assert mismatches(wanted, [PARAGRAPHS[0], *begun, "Bravo"], rest, [PARAGRAPHS[3]]) == []
    swapped = [PARAGRAPHS[0], *begun[::-1], "Bravo"]
    assert mismatches(wanted, swapped, rest[::-1], [PARAGRAPHS[3]])


def test_a_field_of_one_letter_may_stand_in_a_line_of_its_own() -> None:
    """The body says the letter in every paragraph, with and without dots."""
    texts = blocks(*(f"{text} A." for text in PARAGRAPHS))
    lines = [f"{text} Ä" for text in PARAGRAPHS]
    wanted = [PrintedText("kicker", "A"), *texts]
    assert mismatches(wanted, ["A", *lines]) == []
    assert [one.text.field for one in mismatches(wanted, lines)] == ["kicker"]


def test_names_in_two_directions_are_one_byline() -> None:
    """The Hebrew name is painted from the right, word by word; a lost name is reported."""
    wanted = [PrintedText("byline", "By אילזה שטראוס and Ana Ruiz"), *BODY]
    names = ["By ", "שטראוס אילזה ", " and ", "Ana Ruiz"]
    assert mismatches(wanted, [*names, *PARAGRAPHS]) == []
    del names[1]
    found = mismatches(wanted, [*names, *PARAGRAPHS])
    assert [one.text.field for one in found] == ["byline"]


def test_a_lost_paragraph_does_not_displace_a_refrain() -> None:
    """The refrain stands before the lost paragraph and behind it, and only the loss is reported."""
    body = [REFRAIN, PARAGRAPHS[0], REFRAIN, PARAGRAPHS[1], PARAGRAPHS[2], REFRAIN, PARAGRAPHS[3]]
    wanted = blocks(*body)
    found = mismatches(wanted, [text for text in body if text != PARAGRAPHS[1]])
    assert [(one.text.words, one.displaced) for one in found] == [(PARAGRAPHS[1], False)]
    assert mismatches(wanted, [body[0], *body[2:], body[1]])
    assert mismatches(wanted, body[1:])
