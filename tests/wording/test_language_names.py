"""Records name languages by tags, names and locales."""

import pytest

from printkit.wording.language_names import language_tag


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("en", "en"),
        ("en_US", "en-US"),
        ("pt_BR.UTF-8", "pt-BR"),
        ("English", "en"),
        ("DEUTSCH", "de"),
        ("français", "fr"),
        ("עברית", "he"),
        ("日本語", "ja"),
        ("Spanish (Mexico)", "es"),
        ("eng", "eng"),
        ("fr-FR, en", "fr-FR"),
        ("English, French", "en"),
        ("de|en", "de"),
        ("http://id.loc.gov/vocabulary/languages/fre", "fre"),
        ("http://lexvo.org/id/iso639-3/deu", "deu"),
        ("https://e.org/about", None),
        ("no", "no"),
        ("und", None),
        ("auto", None),
        ("mul", None),
        ("the language of the moon", None),
        ("", None),
    ],
)
def test_a_language_has_many_names(text: str, tag: str | None) -> None:
    """A text in no language, or in several, has no tag."""
    assert language_tag(text) == tag
