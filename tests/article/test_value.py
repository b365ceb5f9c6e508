"""Values: frozen, and spelt as newsrooms spell them."""

import pickle
from datetime import date

import pytest
from pydantic import ValidationError

from printkit import article
from printkit.article import Article, Image, Person, Value


def test_every_alias_leads_to_a_field() -> None:
    """`dek` is one newsroom's word for the subheadline."""
    values = [getattr(article, name) for name in article.__all__]
    models = [one for one in values if isinstance(one, type) and issubclass(one, Value)]
    aliases = [(model, *pair) for model in models for pair in model.aliases.items()]
    assert len(aliases) > 40
    for model, alias, field in aliases:
        assert model.field_for(alias) == field
        assert field in model.model_fields


def test_camel_case_is_understood() -> None:
    """schema.org writes datePublished and articleBody."""
    made = Article.model_validate(
        {"headline": "A", "articleBody": "b", "datePublished": "2019-09-13"}
    )
    assert (made.body, made.date_published) == ("b", date(2019, 9, 13))


def test_our_own_name_wins_over_an_alias() -> None:
    """The order of the two keys does not matter."""
    both: dict[str, str] = {"title": "Alias", "headline": "Own", "body": "b"}
    assert Article.model_validate(both).headline == "Own"
    assert Article.model_validate(dict(reversed(both.items()))).headline == "Own"


def test_a_bare_text_stands_for_the_field_that_names_the_value() -> None:
    """The text is the name of a person, or the address of a picture."""
    assert Person.model_validate("Ana Ruiz") == Person(name="Ana Ruiz")
    assert Image.model_validate("a.jpg") == Image(src="a.jpg")
    with pytest.raises(ValidationError, match="valid dictionary"):
        Article.model_validate("Headline")


def test_an_endless_key_names_no_field() -> None:
    """Splitting a key of a million letters into words would take too long."""
    assert Article.field_for("date" + "X" * 1_000_000) is None
    assert Article.field_for("DatePublished") == "date_published"


def test_unknown_keys_are_refused() -> None:
    """A misspelt field would be lost unseen."""
    with pytest.raises(ValidationError, match="Extra inputs"):
        Article.model_validate({"hedline": "A", "headline": "A", "body": "b"})


def test_a_value_is_frozen() -> None:
    """No later step can change what a reader has read: the page shows the record."""
    with pytest.raises(ValidationError, match="frozen"):
        Person(name="Ana Ruiz").name = "Bo Ek"  # type: ignore[misc]


def test_values_travel_between_processes() -> None:
    """Workers get articles as pickles, and such a pickle may name the package alone."""
    made = Article(headline="A", body="b", images=(Image(src="a.jpg"),))
    assert pickle.loads(pickle.dumps(made)) == made  # noqa: S301 – our own bytes
    assert pickle.loads(b"cprintkit.article\nArticle\n.") is Article  # noqa: S301
