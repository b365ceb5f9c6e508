"""What of a text is compared."""

import pytest

from printkit.preflight.proofreading.letters import ASIDES, is_right_to_left, words


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
    ],
)
def test_what_print_changes_is_not_compared(given: str, printed: str) -> None:
    """Case, quotes, ligatures, soft hyphens, accents, presentation forms, points."""
    assert "".join(words(given)) == "".join(words(printed))


def test_letters_and_digits_are_compared() -> None:
    """Another word or another number is another text."""
    assert words("Gate 12 is shut") == ["gate", "12", "is", "shut"]
    assert words("港が再開") == ["港か再開"]


def test_ignored_characters_are_left_out() -> None:
    """No font has them, and somebody else has said so."""
    assert words("a↯b ꙮ c", ignored="ꙮ") == ["a", "b", "c"]
    assert words("aꙮb", ignored="ꙮ") == ["ab"]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("the council 12 said", "the council  said"),
        ("in 2019 and B12", "in 2019 and B12"),
        ("a report (example.org/\nreports/1_(a)) says", "a report  says"),
        ("a report (in full) says", "a report (in full) says"),
        ("where [image of [x] squared] is", "where  is"),
    ],
)
def test_asides_are_numbers_addresses_and_brackets(text: str, left: str) -> None:
    """What the press puts in; years, words and plain parentheses are the text's own."""
    assert ASIDES[-1].sub("", text) == left


def test_hebrew_and_arabic_run_from_the_right() -> None:
    """One letter of theirs is enough."""
    assert is_right_to_left("on ש street")
    assert not is_right_to_left("on S street, नमस्ते")
