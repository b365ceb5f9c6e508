"""Holes filled: clean text becomes markup."""

from markupsafe import Markup

from printkit.copyedit.clean_copy import AddressHole, DatelineHole, Hole, SafeHtml
from printkit.markup.holes import fill_holes


def test_each_hole_is_filled_where_it_stands() -> None:
    """Fillings stand between the pieces, in order; a filling is markup, and not escaped again."""
    told: list[Hole] = []

    def fill(hole: Hole) -> str:
        told.append(hole)
        return f"[{len(told)}]"

    holes = (DatelineHole(True), AddressHole("https://e.org", SafeHtml("https://e.org")))
    made = fill_holes((SafeHtml("<p>"), holes[0], SafeHtml("a</p>"), holes[1]), fill)
    assert made == Markup("<p>[1]a</p>[2]")
    assert isinstance(made, Markup)
    assert told == list(holes)


def test_an_empty_text_is_empty_markup() -> None:
    """A picture without a caption has such an empty text."""
    assert fill_holes((), lambda _: "x") == Markup()
