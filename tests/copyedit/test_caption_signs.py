"""Signs that tell a caption from a text."""

import pytest

from printkit.copyedit import tree
from printkit.copyedit.caption_signs import (
    CaptionSigns,
    WordsBehind,
    begins_with_cue,
    is_centred,
)
from tests.support.time_limits import ends_soon


def judged(markup: str, alt: str = "") -> bool:
    """Tell whether the block behind the picture of a body is judged to be a caption."""
    root = tree.parse(f"<p>Some text of the body, as long as a caption may be.</p>{markup}")
    img = tree.each(root, "img")[0]
    img.set("alt", alt)
    block = root[-1]
    behind = WordsBehind(tree.words(block), block, False, True, root, False)
    return CaptionSigns(root).are_in(behind, img)


@pytest.mark.parametrize(
    ("words", "alt", "repeated"),
    [
        ("The quay", "the quay.", True),
        ("The quay at dawn, in May", "The quay at dawn", True),
        ("The quay at dawn", "The quay at dawn in May 2024", True),
        ("The quay", "The quay at dawn", False),
        ("The old quay was built of stone in 1870.", "The old quay", False),
        ("港の朝", "港の朝", True),
        ("", "", False),
    ],
)
def test_words_repeat_a_description(words: str, alt: str, *, repeated: bool) -> None:
    """The words are equal, or a few words longer; two words tell nothing, many are a text."""
    assert judged(f"<p><img/></p><p>{words}</p>", alt) is repeated


@pytest.mark.parametrize("line", ["Photo: Li Wei", "Bild: dpa", "Credit: dpa", "(Foto: Li Wei)"])
def test_cues_of_captions(line: str) -> None:
    """Cues such as “Photo:” are known in several languages."""
    assert begins_with_cue(line)
    assert not begins_with_cue(f"{line} {'and more ' * 30}")


@pytest.mark.parametrize(
    ("line", "numbered"),
    [
        ("Figure 1: The quay at dawn. It was cold.", True),
        ("Fig. 2b – The quay", True),
        ("Abb. 3: Der Kai", True),
        ("Рис. 4. Причал", True),
        ("図5：港の朝", True),
        ("Figure 1 shows the quay at dawn.", False),
        ("Figures of the harbour: none", False),
    ],
)
def test_the_number_of_a_figure_begins_a_caption(line: str, *, numbered: bool) -> None:
    """A sentence about the figure is no caption."""
    assert judged(f"<p><img/></p><p>{line}</p>") is numbered


def test_what_is_centred() -> None:
    """The element, the attribute or the style centres a block."""
    root = tree.parse('<center/><p align="CENTER"/><p data-centred=""/><p align="left"/>')
    assert [is_centred(one) for one in root] == [True, True, True, False]


def test_long_marks_end_fast() -> None:
    """A hostile line may repeat one mark a million times."""
    with ends_soon():
        for text in ("(photo" * 200_000, "last " * 200_000, "." * 1_000_000, "image-" * 200_000):
            begins_with_cue(text)
            judged(f'<div><img/></div><div class="{text}">{text}</div>', text)


@pytest.mark.parametrize(
    ("words", "is_caption"),
    [
        ("The pier at dawn (Photo: Ann Lee/AP).", True),
        ("The pier at dawn. Foto: Jan Maier/dpa", True),
        ("The pier at dawn. She took a photo: a good one, as it turned out.", False),
        ("The pier at dawn was empty.", False),
    ],
)
def test_a_paragraph_that_ends_with_a_credit_is_a_caption(words: str, is_caption: bool) -> None:
    """The place behind the picture and the label of the credit tell together."""
    assert judged(f"<p><img></p><p>{words}</p>") is is_caption
