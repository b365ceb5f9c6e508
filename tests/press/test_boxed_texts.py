"""Texts in boxes: each has a page of its own, in the size of its box, and its letters fit."""

import io

import pikepdf
import pypdfium2
import pytest

from printkit.press.boxed_texts import BoxedPages, BoxedText, print_boxed


def boxed(words: str, width: float = 180, height: float = 20, size: float = 12) -> BoxedText:
    """Return a text of one line in a box."""
    return BoxedText(((words, False),), width, height, size)


def words_on(made: BoxedPages, place: int) -> str:
    """Return the words on the page of a text."""
    with pypdfium2.PdfDocument(made.pdf) as document:
        return str(document[made.numbers[place]].get_textpage().get_text_bounded()).strip()


def test_each_text_has_a_page_of_its_size() -> None:
    """A text that does not fit takes more pages, and the next text still has its own page."""
    made = print_boxed([boxed("harbour " * 30), boxed("<b>Pier</b>", 90, 40), boxed("Mole")])
    assert words_on(made, 1) == "<b>Pier</b>"
    assert words_on(made, 2) == "Mole"
    with pikepdf.open(io.BytesIO(made.pdf)) as pdf:
        box = [float(side) for side in pdf.pages[made.numbers[1]].MediaBox]
    assert box == [0, 0, 90, 40]


def test_letters_become_smaller_until_the_text_fits() -> None:
    """A text of twice the width of its box is whole on its page."""
    line = "a value that is too long for letters of its size"
    made = print_boxed([boxed(line)])
    assert words_on(made, 0) == line


def test_the_same_texts_give_the_same_bytes() -> None:
    """The bytes depend on the texts alone."""
    assert print_boxed([boxed("Pier")]).pdf == print_boxed([boxed("Pier")]).pdf


def test_missing_letters_are_named() -> None:
    """No font on this machine has a letter of a script of the year 2014."""
    assert print_boxed([boxed("a \U00011dd0")]).missing == "\U00011dd0"


@pytest.mark.slow
def test_words_without_end_are_laid_out_soon() -> None:
    """A hostile value is one word of thousands of letters."""
    made = print_boxed([boxed("x" * 2_000), boxed("&<" * 1_000)])
    assert len(made.numbers) == 2
