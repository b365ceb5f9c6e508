"""The script of a letter."""

import pytest

from printkit.text.scripts import script_of


@pytest.mark.parametrize(
    ("letter", "script"),
    [
        *(("a", "Latn"), ("Ọ", "Latn"), ("я", "Cyrl"), ("ש", "Hebr"), ("ی", "Arab")),
        *(("か", "Jpan"), ("港", "Hani"), ("한", "Hang"), ("ก", "Thai"), ("1", ""), ("\ue000", "")),
    ],
)
def test_a_letter_has_one_script(letter: str, script: str) -> None:
    """Signs and figures have no script."""
    assert script_of(letter) == script
