"""The side of a picture on which its caption stands: above or below."""

import pytest

from printkit.copyedit import tree
from printkit.copyedit.captions import bind_captions
from printkit.copyedit.removals import Removals
from tests.support.time_limits import ends_soon

PARTS = {
    "P": "<p><img/></p>",
    "F": "<figure><img/></figure>",
    "c": '<p class="caption">c{}</p>',
    "r": '<p class="credit">r{}</p>',
    "w": "<p>The ships came in at dawn.</p>",
    "v": '<video src="v.mp4"></video>',
}


def pairs(row: str) -> list[str]:
    """Return the captions of each picture; a caption is named by its place in the row."""
    parts = " ".join(PARTS[kind].format(at) for at, kind in enumerate(row))
    root = tree.parse(f"<p>Before.</p> {parts} <p>After.</p>")
    before = sorted(tree.words(root).split())
    bound = bind_captions(root, Removals())
    captions = [tree.words(bound[img]) if img in bound else "" for img in tree.each(root, "img")]
    assert sorted(" ".join([tree.words(root), *captions]).split()) == before
    return captions


@pytest.mark.parametrize(
    ("row", "captions"),
    [
        ("cP", ["c0"]),
        ("cPcP", ["c0", "c2"]),
        ("rFrFrF", ["r0", "r2", "r4"]),
        ("crPcPrP", ["c0 r1", "c3", "r5"]),
        ("wrFwwrF", ["r1", "r5"]),
        ("cPwcPwcP", ["c0", "c3", "c6"]),
    ],
)
def test_captions_that_begin_a_row_stand_above_their_pictures(
    row: str, captions: list[str]
) -> None:
    """Captions or credits or both begin the row, with or without text between the pictures."""
    assert pairs(row) == captions


@pytest.mark.parametrize(
    ("row", "captions"),
    [
        ("rPcrPc", ["r0 c2", "r3 c5"]),
        ("rPcrPcrPc", ["r0 c2", "r3 c5", "r6 c8"]),
        ("cPrwcPr", ["c0 r2", "c4 r6"]),
        ("cPrrcPr", ["", ""]),
    ],
)
def test_words_on_both_sides_are_parted(row: str, captions: list[str]) -> None:
    """A credit stands above and a caption below, or the other way round."""
    assert pairs(row) == captions


@pytest.mark.parametrize(
    ("row", "captions"),
    [("PcPc", ["c1", "c3"]), ("PcPPc", ["c1", "", "c4"]), ("PrcPr", ["r1 c2", "r4"])],
)
def test_captions_of_a_row_that_a_picture_begins_stand_below(row: str, captions: list[str]) -> None:
    """Most sites set captions below their pictures."""
    assert pairs(row) == captions


@pytest.mark.parametrize("row", ["cPcPc", "cPP", "cPPc", "cPPcP", "rPcPr", "wcPcPPc"])
def test_words_of_an_unclear_row_stay_in_their_places(row: str) -> None:
    """No picture gets the words of another picture."""
    assert not any(pairs(row))


def test_a_caption_of_something_else_stays() -> None:
    """The caption of a film does not go to a picture beside the film."""
    assert pairs("vcwP") == [""]
    assert pairs("vcrP") == [""]
    assert pairs("Pvc") == [""]
    assert pairs("cPcwPc") == ["c2", "c5"]


def test_long_rows_end_fast() -> None:
    """A hostile body may hold thousands of pictures and captions."""
    with ends_soon():
        pairs("cP" * 2_000)
        pairs("c" * 2_000 + "P" * 2_000)
