"""Details of an article: persons, sources, places and corrections."""

from datetime import date

import pytest
from pydantic import ValidationError

from printkit.article import Correction, Person, Place, Source


def test_a_persons_fields_are_known_by_schema_orgs_names() -> None:
    """`title` is a job title, not a headline."""
    made = Person.model_validate({"name": "Ana Ruiz", "title": "Editor", "worksFor": "Herald"})
    assert (made.job_title, made.organization) == ("Editor", "Herald")


def test_a_logo_may_be_an_image_object() -> None:
    """schema.org writes the logo of a publisher as an object with a `url`."""
    given = {"name": "Herald", "logo": {"@type": "ImageObject", "url": "https://h.example/l.png"}}
    assert Source.model_validate(given).logo == "https://h.example/l.png"


def test_a_bare_text_will_do() -> None:
    """A source, a place and a correction may each be given as a text."""
    assert Source.model_validate("Herald").name == "Herald"
    assert Place.model_validate("Cádiz").name == "Cádiz"
    assert Correction.model_validate("It was Tuesday.").text == "It was Tuesday."
    dated = Correction.model_validate({"text": "It was Tuesday.", "date": "2019-09-14"})
    assert dated.date == date(2019, 9, 14)


@pytest.mark.parametrize("model", [Person, Source, Place, Correction])
def test_none_is_without_words(model: type[Person]) -> None:
    """A person, a source or a place with a blank name would print nothing."""
    with pytest.raises(ValidationError, match="is empty"):
        model.model_validate(" ")
