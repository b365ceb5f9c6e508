"""Marks piled on letters."""

from printkit.copyedit.combining_marks import MARKS, cap_marks


def test_piled_marks_are_capped_and_counted() -> None:
    """Eight marks on a letter are enough for every script."""
    capped, taken = cap_marks("x" + "\u0337" * 50 + "y")
    assert capped == "x" + "\u0337" * MARKS + "y"
    assert taken == 42


def test_pointed_scripts_keep_their_marks() -> None:
    """A Hebrew letter may have vowels and cantillation."""
    assert cap_marks("בְּרֵאשִׁ֖ית") == ("בְּרֵאשִׁ֖ית", 0)
