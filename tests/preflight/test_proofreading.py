"""What of the copy is not in the proof."""

import textwrap

import pytest

from printkit.pages import PrintedText
from printkit.preflight.proofreading import Proof, Slip, proofread

PARAGRAPHS = [
    "The harbour of Lindqvist reopened on Monday after three years of works.",
    "Fishing crews had waited on the southern side, where the water is shallow.",
    "A ferry to the islands will run twice a day from the first week of May.",
    "The council expects that the cost will be paid back within two decades.",
]
BODY = [PrintedText("body", text) for text in PARAGRAPHS]


def test_all_that_is_printed_is_found() -> None:
    """Over two pages, in lines, with a word broken between them."""
    lines = ["HARBOUR REOPENS", *PARAGRAPHS[:2], PARAGRAPHS[2][:26]]
    proof = Proof([lines, [PARAGRAPHS[2][26:], PARAGRAPHS[3]]])
    assert proofread(proof, [PrintedText("headline", "Harbour reopens"), *BODY]) == []


@pytest.mark.parametrize("lost", range(4))
def test_a_lost_paragraph_is_told_apart(lost: int) -> None:
    """It and no other."""
    proof = Proof([[text for text in PARAGRAPHS if text != PARAGRAPHS[lost]]])
    assert proofread(proof, BODY) == [Slip(BODY[lost], 1)]


def test_a_lost_word_is_a_lost_paragraph() -> None:
    """One is enough, in the midst or at the end."""
    shortened = PARAGRAPHS[1].replace("southern ", "")
    assert proofread(Proof([[PARAGRAPHS[0], shortened, *PARAGRAPHS[2:]]]), BODY)
    assert proofread(Proof([[*PARAGRAPHS[:3], PARAGRAPHS[3].removesuffix(" decades.")]]), BODY)


def test_a_paragraph_out_of_order_is_displaced() -> None:
    """It is there, and the others are in order."""
    proof = Proof([[PARAGRAPHS[index] for index in (1, 2, 0, 3)]])
    assert proofread(proof, BODY) == [Slip(BODY[0], 1, displaced=True)]


def test_a_repeated_paragraph_must_stand_twice() -> None:
    """A refrain that is printed once was lost once."""
    refrain = "And so the gulls came back to the quay that morning."
    copy = [PrintedText("body", text) for text in (refrain, PARAGRAPHS[0], refrain)]
    assert proofread(Proof([[refrain, PARAGRAPHS[0], refrain]]), copy) == []
    assert len(proofread(Proof([[refrain, PARAGRAPHS[0]]]), copy)) == 1


def test_the_page_of_a_loss_is_near() -> None:
    """Behind what was found last."""
    proof = Proof([[PARAGRAPHS[0]], [PARAGRAPHS[1]], [PARAGRAPHS[3]]])
    assert proofread(proof, BODY)[0].page == 3


def test_a_field_must_stand_once_more_than_the_body_says_it() -> None:
    """`Lindqvist` in the first paragraph is not the dateline."""
    copy = [PrintedText("dateline", "Lindqvist"), *BODY]
    assert proofread(Proof([["Lindqvist", *PARAGRAPHS]]), copy) == []
    assert proofread(Proof([PARAGRAPHS]), copy) == [Slip(copy[0], 0)]


def test_a_cut_field_is_said_to_begin_somewhere() -> None:
    """Its first letters stand on the second page."""
    proof = Proof([PARAGRAPHS, ["Ships in the morning mist"]])
    caption = PrintedText("images.caption", "Ships in the morning mist, seen from the tower")
    assert proofread(proof, [caption]) == [Slip(caption, 2)]


@pytest.mark.parametrize("aside", ["12", "(example.org/a_(b))", "[A map of the bay]"])
def test_what_the_press_puts_into_a_text_is_passed_over(aside: str) -> None:
    """Numbers of notes, addresses, and the words for a lost picture."""
    words = PARAGRAPHS[1].split()
    lines = [" ".join(words[:2]), aside, " ".join(words[2:4]), aside, " ".join(words[4:])]
    assert proofread(Proof([[PARAGRAPHS[0], *lines, PARAGRAPHS[2], PARAGRAPHS[3]]]), BODY) == []


def test_a_date_is_not_taken_for_another() -> None:
    """Though small numbers are passed over in long texts."""
    proof = Proof([["Updated 14 September 2019"]])
    assert proofread(proof, [PrintedText("dates", "13 September 2019")])


def test_notes_at_a_pages_foot_part_a_paragraph() -> None:
    """So do pictures and tables."""
    pages = [[PARAGRAPHS[0], PARAGRAPHS[1][:40], "The depth is two metres."], [PARAGRAPHS[1][40:]]]
    assert proofread(Proof(pages), BODY[:2]) == []


def test_cells_of_a_table_are_found_between_their_neighbours() -> None:
    """Short, alike and many; a lost one is found out, and costs no other its place."""
    cells = [cell for row in range(9) for cell in (f"Boat {row}", "4", "1.5%")]
    copy = [BODY[0], *(PrintedText("body", cell) for cell in cells), BODY[1]]
    assert proofread(Proof([[PARAGRAPHS[0], *cells, PARAGRAPHS[1]]]), copy) == []
    del cells[6]
    lost = proofread(Proof([[PARAGRAPHS[0], *cells, PARAGRAPHS[1]]]), copy)
    assert [(slip.copy.words, slip.displaced) for slip in lost] == [("Boat 2", False)]


def test_right_to_left_text_is_found_by_likeness() -> None:
    """The words of a line in another order, a ligature the wrong way round."""
    copy = [
        PrintedText("body", "فازت شركة الميناء Harbour Works بالعقد سنة 2016 وأكملت الأعمال لاحقا.")
    ]
    proof = Proof([["فازت شركة الميناء Works Harbour بالعقد", "سنة 2016 وأكملت األعمال الحقا."]])
    assert proofread(proof, copy) == []
    assert proofread(Proof([["يشتكي الصيادون من أن الرصيف الشمالي قصير"]]), copy)


def test_ignored_characters_do_not_hide_a_loss() -> None:
    """A text of nothing else is passed over; the words beside them are not."""
    proof = Proof([["Tide  table"]], ignored="ꙮ")
    assert (
        proofread(proof, [PrintedText("kicker", "Tide ꙮ table"), PrintedText("section", "ꙮ")]) == []
    )
    assert proofread(proof, [PrintedText("kicker", "Tide ꙮ chart")])


REFRAIN = "And so the gulls came back to the quay that morning."


def test_paragraphs_of_one_sentence_over_and_over_are_in_their_place() -> None:
    """Though the headline says what a heading among them says."""
    heading = "Who closed the quay?"
    body = [" ".join([REFRAIN] * times) for times in (4, 5, 6, 4, 5, 6, 4)]
    body.insert(4, heading)
    copy = [PrintedText("headline", heading), *(PrintedText("body", text) for text in body)]
    lines = [textwrap.wrap(text, 70) for text in body]
    assert proofread(Proof([[heading, REFRAIN], *lines]), copy) == []
    for lost in range(len(body)):
        assert proofread(Proof([[heading, REFRAIN], *lines[:lost], *lines[lost + 1 :]]), copy)


def test_small_numbers_with_notes_between_are_found() -> None:
    """Each stands in a piece of its own; one that is missing is missed."""
    copy = [BODY[0], PrintedText("body", "Versions: 00 01 02 03"), BODY[1]]
    run = ["Versions: ", "00", "9 ", "01", "10 ", "02", "11 ", "03", "12"]
    assert proofread(Proof([[PARAGRAPHS[0], *run, PARAGRAPHS[1]]]), copy) == []
    del run[5]
    assert proofread(Proof([[PARAGRAPHS[0], *run, PARAGRAPHS[1]]]), copy)


def test_cells_of_a_row_over_two_pages_stand_in_turns() -> None:
    """What is left of the first comes behind the beginning of the second."""
    cells = [(text[:30], text[30:]) for text in PARAGRAPHS[1:3]]
    copy = [*BODY[:3], PrintedText("body", "Bravo"), BODY[3]]
    pages = [[PARAGRAPHS[0], *(cell[0] for cell in cells), "Bravo"], [cell[1] for cell in cells]]
    assert proofread(Proof([*pages, [PARAGRAPHS[3]]]), copy) == []
    swapped = [pages[0][0], cells[1][0], cells[0][0], "Bravo"]
    turned = [cells[1][1], cells[0][1]]
    assert proofread(Proof([swapped, turned, [PARAGRAPHS[3]]]), copy)


def test_a_field_of_one_letter_may_stand_in_a_piece_of_its_own() -> None:
    """However often the body says it."""
    texts = [PrintedText("body", f"{text} A.") for text in PARAGRAPHS]
    lines = [text.words.removesuffix(" A.") + " Ä" for text in texts]
    copy = [PrintedText("kicker", "A"), *texts]
    assert proofread(Proof([["A", *lines]]), copy) == []
    assert [slip.copy.field for slip in proofread(Proof([lines]), copy)] == ["kicker"]


def test_names_in_two_directions_are_one_byline() -> None:
    """Painted from the right, word by word; a lost name is a lost byline."""
    copy = [PrintedText("byline", "By אילזה שטראוס and Ana Ruiz"), *BODY]
    run = ["By ", "שטראוס אילזה ", " and ", "Ana Ruiz"]
    assert proofread(Proof([[*run, *PARAGRAPHS]]), copy) == []
    del run[1]
    assert [slip.copy.field for slip in proofread(Proof([[*run, *PARAGRAPHS]]), copy)] == ["byline"]


def test_a_loss_does_not_displace_what_repeats_elsewhere() -> None:
    """The refrain stands in its place before and behind; the lost paragraph is reported alone."""
    body = [REFRAIN, PARAGRAPHS[0], REFRAIN, PARAGRAPHS[1], PARAGRAPHS[2], REFRAIN, PARAGRAPHS[3]]
    pages = [[text for text in body if text != PARAGRAPHS[1]]]
    copy = [PrintedText("body", text) for text in body]
    slips = proofread(Proof(pages), copy)
    assert [(slip.copy.words, slip.displaced) for slip in slips] == [(PARAGRAPHS[1], False)]
    assert proofread(Proof([[body[0], *body[2:], body[1]]]), copy)
    assert proofread(Proof([body[1:]]), copy)
