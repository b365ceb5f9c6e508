"""Reading a proof piece by piece."""

from printkit.preflight.proofreading.pieces import AHEAD, Pieces

LINES = ["theharbour", "reopened", "12", "onmonday", "theharbour", "closed"]


def test_a_text_takes_its_pieces_and_no_other_may() -> None:
    """What stands between them is left."""
    pieces = Pieces(LINES)
    assert pieces.take("theharbourreopenedonmonday", -1, AHEAD) == 0
    assert pieces.take("theharbourreopenedonmonday", -1, AHEAD) is None
    assert pieces.take("12", -1, AHEAD) == 2


def test_pieces_must_make_up_the_whole_text_in_its_order() -> None:
    """Neither a beginning will do, nor a piece that says more."""
    for text in ("theharbourreopenedontuesday", "theharbourre", "reopenedtheharbour12", "harbour"):
        assert Pieces(LINES).take(text, -1, AHEAD) is None


def test_what_ends_first_is_taken() -> None:
    """The first piece is another text's, though the last can be begun with it."""
    pieces = Pieces(["gulls", "mist", "gulls", "came"])
    assert pieces.take("gullscame", -1, AHEAD) == 2
    assert Pieces(["gulls", "mist", "gulls"]).take("gulls", -1, AHEAD) == 0


def test_a_text_begins_behind_a_piece_and_not_too_far() -> None:
    """Counted in pieces."""
    assert Pieces(LINES).take("theharbour", 0, 4) == 4
    assert Pieces(LINES).take("theharbour", 0, 3) is None
    assert Pieces(LINES).take("reopened", 1, AHEAD) is None


def test_a_line_from_the_right_may_hold_its_words_in_any_order() -> None:
    """Other lines may not, nor may a word be wanting."""
    assert Pieces(["danielflickrצילום"]).take("צילוםdanielflickr", -1, AHEAD) == 0
    assert Pieces(["danielflickr"]).take("flickrdaniel", -1, AHEAD) is None
    assert Pieces(["danielצילום"]).take("צילוםdanielflickr", -1, AHEAD) is None
