"""Texts compared by their letters alone."""

from printkit.text.comparing import letters


def test_case_spaces_and_punctuation_make_no_difference() -> None:
    """The same words are equal however they are set."""
    assert letters("The “Harbour” re-opens!") == letters("THE HARBOUR REOPENS") != ""


def test_letters_of_any_script_count() -> None:
    """Hebrew and Chinese are letters too, and a digit is."""
    assert letters("שלום, 世界 2!") == "שלום世界2"
