"""All places of several texts → one place for each text, in the order of the texts."""

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from printkit.preflight.proofreading.letter_string import Span
from printkit.preflight.proofreading.ordering import choose_in_order

places = st.lists(
    st.builds(lambda start, size: Span(start, start + size), st.integers(0, 20), st.integers(1, 6)),
    max_size=3,
)


def test_the_heavier_order_wins() -> None:
    """One long heading out of place does not cost its neighbour cells their places."""
    heading, cells = [Span(50, 80)], [[Span(0, 10)], [Span(10, 20)], [Span(20, 45)]]
    chosen = choose_in_order([heading, *cells], [30, 10, 10, 25])
    assert chosen == [None, Span(0, 10), Span(10, 20), Span(20, 45)]


def test_a_text_with_two_places_takes_the_place_that_fits() -> None:
    """The first place belongs to the headline."""
    assert choose_in_order([[Span(5, 9)], [Span(0, 5), Span(9, 14)]], [4, 5]) == [
        Span(5, 9),
        Span(9, 14),
    ]


@given(st.lists(st.tuples(places, st.integers(1, 9)), max_size=5))
def test_no_other_choice_weighs_more(texts: list[tuple[list[Span], int]]) -> None:
    """All choices are tried whose places are in order and do not overlap."""
    options = [found for found, _ in texts]
    weights = [weight for _, weight in texts]

    def weight_of(choice: tuple[Span | None, ...]) -> int:
        end = 0
        for place in choice:
            if place and place.start < end:
                return -1
            end = place.end if place else end
        return sum(one for one, place in zip(weights, choice, strict=True) if place)

    best = max(weight_of(choice) for choice in product(*([None, *found] for found in options)))
    assert weight_of(tuple(choose_in_order(options, weights))) == best
