"""Rows of words and pictures, in which no markup calls the words captions."""

import pytest

from printkit.copyedit import tree
from printkit.copyedit.captions import bind_captions
from printkit.copyedit.removals import Removals
from tests.support.time_limits import ends_soon

TEXT = "<p>The ships came in at dawn, and the town went down to look at them.</p> "


def captions(pieces: list[str], around: str = "div") -> list[str]:
    """Return the caption of each picture of a row; a `*` in a block becomes the block's number."""
    row = " ".join(piece.replace("*", str(at)) for at, piece in enumerate(pieces))
    root = tree.parse(f"{TEXT * 3}<{around}>{row}</{around}> {TEXT * 3}")
    before = sorted(tree.words(root).split())
    bound = bind_captions(root, Removals())
    found = [tree.words(bound[img]) if img in bound else "" for img in tree.each(root, "img")]
    assert sorted(" ".join([tree.words(root), *found]).split()) == before
    return found


@pytest.mark.parametrize(
    ("words", "picture"),
    [
        ("<p><em>Seen *</em></p>", "<p><img/></p>"),
        ("<p><small>Foto: Ana *</small></p>", "<img/>"),
        ("<div><i>Vue de la rade, *</i></div>", "<figure><img/></figure>"),
        ("<p>Abb. *: Hafen</p>", "<p><a href='https://x.example'><img/></a></p>"),
        ("<center>Seen *</center>", "<center><img/></center>"),
        ("<p>Photo: Ana *</p>", "<div><p><img/></p></div>"),
        ("<p data-small='1'>Seen *</p>", "<p>&nbsp;</p><p><img/></p>"),
    ],
)
def test_captions_that_begin_a_row_stand_above_their_pictures(words: str, picture: str) -> None:
    """Italics, small type, numbers, centred lines and credits count; below, the same words."""
    said = tree.words(tree.parse(words))
    for count in (2, 3):
        above = [said.replace("*", str(2 * at)) for at in range(count)]
        assert captions([words, picture] * count) == above
        below = [said.replace("*", str(2 * at + 1)) for at in range(count)]
        assert captions([picture, words] * count) == below


def test_caption_and_credit_above_go_together() -> None:
    """Caption and credit go to the picture behind them."""
    row = ["<p><em>Seen *</em></p>", "<p>Photo: Ana *</p>", "<p><img/></p>"] * 2
    assert captions(row) == ["Seen 0 Photo: Ana 1", "Seen 3 Photo: Ana 4"]


EM, PICTURE = "<p><em>Seen *</em></p>", "<p><img/></p>"


@pytest.mark.parametrize(
    "row",
    [
        [EM, PICTURE, EM, PICTURE, EM],
        [EM, PICTURE, PICTURE, EM, PICTURE],
        ["Seen *<br>", "<img><br>", "Seen *<br>", "<img>"],
    ],
)
def test_words_of_an_unclear_row_stay_in_their_places(row: list[str]) -> None:
    """No picture gets the words of another picture."""
    assert not any(captions(row))


def test_a_row_that_text_or_a_picture_begins_has_its_words_below() -> None:
    """Most sites set captions below their pictures."""
    below = [PICTURE, EM, PICTURE, EM]
    assert captions(below) == ["Seen 1", "Seen 3"]
    assert captions([TEXT, *below]) == ["Seen 2", "Seen 4"]
    assert captions([EM, TEXT, *below]) == ["Seen 3", "Seen 5"]
    assert captions([EM, "<hr>", *below]) == ["Seen 3", "Seen 5"]
    lines = ["The boats lay at the quay.<br>", "<img><br>", "<em>Seen *</em><br>", "<img><br>"]
    assert captions([*lines, "<em>Seen *</em>"]) == ["Seen 2", "Seen 4"]
    assert captions([EM, PICTURE]) == [""]


def test_long_rows_end_fast() -> None:
    """A hostile body may hold thousands of pictures and lines."""
    with ends_soon():
        captions([EM, PICTURE] * 1_000)
        captions([EM] * 1_000 + [PICTURE] * 1_000)
