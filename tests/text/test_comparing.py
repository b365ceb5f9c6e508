"""Texts compared by their words or letters alone."""

import pytest

from printkit.text.comparing import alike, compared_words, letters, without_accents


def test_case_spaces_and_punctuation_make_no_difference() -> None:
    """Equal words are equal in every form in which a page prints them."""
    assert letters("The “Harbour” re-opens!") == letters("THE HARBOUR REOPENS") != ""


def test_letters_of_any_script_count() -> None:
    """Hebrew and Chinese letters count, and digits, too."""
    assert letters("שלום, 世界 2!") == "שלום世界2"


@pytest.mark.parametrize(
    ("given", "printed"),
    [
        ("It’s “here”", 'IT\'S "HERE"'),
        ("Straße", "STRASSE"),
        ("office", "o\ufb03ce"),
        ("extraordinary", "extra\u00adordinary"),
        ("Tiếng Việt", "Tie\u0302\u0301ng Vie\u0323\u0302t"),
        ("diyarbakır", "DİYARBAKIR"),
        ("الأخبار", "\ufef5\ufea7\ufe92\ufe8e\ufead".replace("\ufef5", "ا\ufef7")),
        ("שְׁלוֹם", "שלום"),
        ("snake_case", "snake case"),
    ],
)
def test_what_two_settings_change_is_not_compared(given: str, printed: str) -> None:
    """Record and page differ in case, quotes, ligatures, hyphens, accents, forms and points."""
    assert letters(given) == letters(printed)
    assert alike(given, printed)


def test_words_stay_apart() -> None:
    """Another word or another number is another text."""
    assert compared_words("Gate 12 is shut") == ["gate", "12", "is", "shut"]
    assert compared_words("港が再開") == ["港か再開"]
    assert not alike("Gate 12", "Gate 13")


def test_ignored_characters_are_left_out() -> None:
    """No font has the character, and a remark of its own says so."""
    assert compared_words("a↯b ꙮ c", ignored="ꙮ") == ["a", "b", "c"]
    assert letters("aꙮb", ignored="ꙮ") == "ab"


def test_texts_without_letters_must_be_equal() -> None:
    """A row of stars repeats no headline of dots."""
    assert alike(" * * * ", "* * *")
    assert not alike("* * *", "…")
    assert not alike("", "…")


def test_accents_go_and_the_points_of_a_date_stay() -> None:
    """A date is parted by its points and slashes; a mark of an ordinal number is no accent."""
    assert without_accents("3. März/Été 1º") == "3. marz/ete 1º"
