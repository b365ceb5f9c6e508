"""Function words tell English, French and German, and leave all other texts to the model."""

import subprocess
import sys

import pytest

from printkit.wording.function_words import language_of_function_words
from tests.support.paths import CHECKOUT
from tests.support.unnamed_texts import UNNAMED

_TOLD = {
    "en": (
        "The harbour was closed on Monday, and the ferries that had been waiting for two days went "
        "to the other side of the bay. Nobody knows when they will be back, but the council has "
        "said that it would ask the owners for a plan by the end of the week."
    ),
    "de": (
        "Der Hafen war am Montag geschlossen, und die Fähren, die zwei Tage auf das Wetter gewartet"
        " hatten, sind auf die andere Seite der Bucht gefahren. Niemand weiß, wann sie wieder "
        "da sind, aber die Stadt hat gesagt, dass sie noch in dieser Woche mit den Besitzern und "
        "dem Land über einen Plan spricht."
    ),
    "fr": (
        "Le port est resté fermé lundi, et les bateaux qui attendaient depuis deux jours sont "
        "partis de l'autre côté de la baie. Personne ne sait quand ils seront de retour, mais la "
        "ville a dit dans un communiqué que les propriétaires vont présenter un plan avec elle "
        "pour la semaine prochaine."
    ),
}


@pytest.mark.parametrize("tag", _TOLD)
def test_a_paragraph_is_told(tag: str) -> None:
    """Three languages, by words of which others have few."""
    assert language_of_function_words(_TOLD[tag]) == tag


@pytest.mark.parametrize("tag", sorted(set(UNNAMED) - set(_TOLD)))
def test_other_languages_are_left_to_the_model(tag: str) -> None:
    """Dutch, Luxembourgish, Catalan and Occitan share words with the three."""
    assert language_of_function_words(" ".join(UNNAMED[tag] * 12)) is None


def test_a_mixed_or_short_text_is_left_to_the_model() -> None:
    """Half a text in English does not make the text English."""
    assert language_of_function_words(_TOLD["en"] + _TOLD["de"]) is None
    assert language_of_function_words(_TOLD["en"][:90]) is None
    assert language_of_function_words("") is None


def test_a_plain_article_needs_no_model() -> None:
    """The model takes half a second, which is half the time of a whole export."""
    code = (
        "import sys; from printkit.wording.recognition import recognise;"
        f"print(recognise({_TOLD['en']!r}).tag, 'py3langid' in sys.modules)"
    )
    run = [sys.executable, "-c", code]
    printed = subprocess.run(run, cwd=CHECKOUT, capture_output=True, text=True, check=True).stdout
    assert printed.split() == ["en", "False"]
