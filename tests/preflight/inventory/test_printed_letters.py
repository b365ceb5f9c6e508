"""Printed texts → their letters; each printed letter covers one letter of the record."""

from printkit.preflight.inventory.printed_letters import PrintedLetters


def test_a_letter_covers_one_text_only() -> None:
    """A word that the record repeats must be printed as often."""
    paper = PrintedLetters(["The ferry", "the ferry"])
    said = paper.tokens("the ferry")
    found = [paper.find(said, 0)]
    paper.take(found[0], 8)
    found.append(paper.find(said, 0))
    paper.take(found[1], 8)
    assert [*found, paper.find(said, 0)] == [0, 8, -1]


def test_a_number_must_be_unbroken() -> None:
    """17 is not the 1 and the 7 of two cells."""
    paper = PrintedLetters(["1", "7", "17"])
    assert paper.find(["17"], 0) == 2


def test_a_word_may_go_on_in_the_next_line() -> None:
    """A hyphen stands at the end of the line."""
    assert PrintedLetters(["the har-", "bour"]).take_word("harbour", 0, unbroken=False)
    assert not PrintedLetters(["the har-"]).take_word("harbour", 0, unbroken=False)


def test_letters_in_a_wrong_order_cover_a_word_once() -> None:
    """PDFium may give a vowelled word in this way; words in Latin letters are not sought so."""
    paper = PrintedLetters(["word ةوق here"])
    assert paper.take_disordered("قوة", 4)
    assert not paper.take_disordered("قوة", 4)
    assert not paper.take_disordered("ehre", 4)


def test_a_word_that_is_printed_often_is_taken_as_often() -> None:
    """The nearest free place behind a position comes first, then the last place before it."""
    paper = PrintedLetters(["x"] * 300)
    found = [paper.take_word("x", 150, unbroken=True) for _ in range(301)]
    assert found == [True] * 300 + [False]


def test_a_free_place_is_found_behind_many_that_are_taken() -> None:
    """More places are taken than are looked at one by one."""
    paper = PrintedLetters(["ferry"] * 300)
    paper.take(0, 5 * 299)
    assert paper.find(["ferry"], 0) == 5 * 299
