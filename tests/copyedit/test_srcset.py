"""Candidates of `srcset`: addresses with their sizes."""

import pytest

from printkit.copyedit.srcset import candidates
from tests.support.time_limits import ends_soon


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a.jpg 400w, b.jpg 2x", [("a.jpg", "400", "w"), ("b.jpg", "2", "x")]),
        ("a.jpg", [("a.jpg", "", "")]),
        ("a.jpg, b.jpg 1.5x", [("a.jpg", "", ""), ("b.jpg", "1.5", "x")]),
        ("w_4,h_3/a.jpg 4w,b.jpg 8w", [("w_4,h_3/a.jpg", "4", "w"), ("b.jpg", "8", "w")]),
        ("a.jpg 400w , b.jpg 800w", [("a.jpg", "400", "w"), ("b.jpg", "800", "w")]),
        ("a.jpg 400 w, b.jpg 2x", [("b.jpg", "2", "x")]),
        ("my boat.jpg, b.jpg 2x", [("b.jpg", "2", "x")]),
        ("", []),
        (" , ,", []),
    ],
)  # fmt: skip
def test_candidates_are_parted(text: str, found: list[tuple[str, str, str]]) -> None:
    """At a comma behind an address or a size; a comma within an address parts nothing."""
    assert list(candidates(text)) == found


@pytest.mark.parametrize("unit", ["a", " ", ",", "a ", "a,", "1x,", "a, ", "a 1x,"])
def test_long_sets_end_fast(unit: str) -> None:
    """Letters without a comma took minutes."""
    with ends_soon():
        list(candidates(unit * (1_000_000 // len(unit)) + "a b c"))
