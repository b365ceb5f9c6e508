"""The words of two uses of one picture."""

from printkit.article import Image
from printkit.copyedit.use_words import (
    agreement,
    are_two_uses,
    differ,
    fill_use_gaps,
    replaced_words,
)
from printkit.remarks import Removed


def use(**words: object) -> Image:
    """Return a use with these words."""
    return Image.model_validate({"src": "a.jpg", **words})


def test_other_words_make_two_uses() -> None:
    """A missing word contradicts nothing; a photographer may be named in either field."""
    assert differ("A", "B")
    assert not differ("A", None)
    assert are_two_uses(use(caption="In May"), use(caption="From afar"))
    assert are_two_uses(use(credit="Ana Ruiz"), use(creator=["Li Wei"]))
    assert not are_two_uses(use(caption="In May."), use(caption="in may", credit="Ana"))
    assert not are_two_uses(use(alt="A"), use(alt="B"))
    assert are_two_uses(use(alt="A"), use(alt="B"), by_alt=True)


def test_uses_agree_by_their_words_and_most_by_their_caption() -> None:
    """A caption may be the beginning of the other caption."""
    seen = use(caption="The dome in May, at noon", alt="Dome", credit="Ana Ruiz")
    assert agreement(use(caption="The dome in May"), seen) > agreement(use(alt="Dome"), seen) > 0
    assert agreement(use(caption="From afar", credit="Ana Ruiz"), seen) == 0
    assert agreement(use(), seen) == 0


def test_credits_of_two_uses_are_never_mixed() -> None:
    """Mixed credits would put one photographer beside another."""
    names = ("creator", "credit", "source", "usage_terms", "alt")
    given = use(creator=["Ana Ruiz"], source="Quay Press", usage_terms="print only", alt="Dome")
    filled = fill_use_gaps(use(credit="Li Wei"), given, names)
    assert (filled.credit, filled.creator, filled.source) == ("Li Wei", (), None)
    assert (filled.usage_terms, filled.alt) == ("print only", "Dome")
    assert fill_use_gaps(use(), given, names).creator == ("Ana Ruiz",)
    assert fill_use_gaps(use(decorative=True), given, names).alt is None


def test_replaced_words_are_listed() -> None:
    """Words that differ only in their spaces are not listed."""
    gone = list(replaced_words(use(caption="A  b", credit="C"), use(caption="A b", credit="D")))
    assert gone == [Removed("credit", "C", "figure")]
