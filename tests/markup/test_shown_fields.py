"""A value that does not exist: the message names the thing, and the field that was meant."""

import pytest
from jinja2 import DictLoader, UndefinedError

from printkit.article import Article
from printkit.markup.sandbox import TemplateSandbox
from printkit.markup.shown_fields import shown_fields


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{{ article.headlnie }}", "an article has no headlnie; did you mean headline?"),
        ("{{ article['subheadlin'] }}", "an article has no subheadlin; did you mean subheadline?"),
        ("{{ article.headline.text }}", "a text has no text"),
        ("{{ article.kicker.text }}", "an empty value has no text"),
        ("{{ article.tags.text }}", "a list has no text"),
        ("{{ (1).text }}", "a number has no text"),
        ("{{ {}.text }}", "a mapping has no text"),
        ("{{ headlnie }}", "'headlnie' is undefined"),
        ("{{ article.tags[7] }}", "a list has no element 7"),
    ],
)
def test_the_message_names_thing_and_field(text: str, message: str) -> None:
    """No message has the name of a Python module in it."""
    sandbox = TemplateSandbox(DictLoader({}))
    article = Article(headline="A", body="<p>b</p>")
    with pytest.raises(UndefinedError) as caught:
        sandbox.from_string(text).render(article=article)
    assert str(caught.value) == message


def test_fields_and_properties_are_shown() -> None:
    """Methods and private names are not."""
    fields = shown_fields(Article)
    assert {"headline", "byline"} <= fields
    assert not [name for name in fields if name.startswith(("_", "model_"))]
