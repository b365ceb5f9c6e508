"""The names of months and weekdays, from CLDR."""

import unicodedata

import pytest

from printkit.wording.calendar_names import calendar_names, languages_with_words


def test_a_language_has_its_names_in_all_forms() -> None:
    """A month has one name within a date and another alone, and each name may be short."""
    names = calendar_names("ru")
    assert {("ноября", 11), ("ноябрь", 11), ("нояб.", 11)} <= set(names.months)
    assert ("пятница", 4) in names.weekdays
    assert calendar_names("en-AU").months == calendar_names("en_au").months
    assert calendar_names("xx").months == ()


@pytest.mark.parametrize("tag", languages_with_words())
def test_no_language_has_the_names_of_another(tag: str) -> None:
    """Babel mixes up the names that stand alone: Dutch had a Hebrew November."""
    calendar_names("he")
    scripts = {
        unicodedata.name(one).split()[0]
        for name, _ in calendar_names(tag).months
        for one in name
        if one.isalpha()
    }
    assert len(scripts - {"CJK", "MODIFIER"}) <= 1
