"""The sandbox: a template shows values, and does nothing else."""

from typing import Any

import pytest
from jinja2 import DictLoader, TemplateSyntaxError, UndefinedError
from jinja2.exceptions import SecurityError, TemplateRuntimeError
from markupsafe import Markup

from printkit import Article
from printkit.markup.sandbox import TemplateSandbox
from printkit.wording.attribution import attribution_in

ARTICLE = Article(
    headline="A <b>headline</b>",
    body="<p>x</p>",
    tags=["a", "b"],
    date_published="2026-11-20T10:00:00+01:00",
    extra={"key": {"inner": [1]}},
)


def filled(template: str, **values: Any) -> str:
    """Fill a template of a user."""
    values = {"article": ARTICLE, "attribution": attribution_in("de"), **values}
    return TemplateSandbox(DictLoader({"t": template})).get_template("t").render(values)


@pytest.mark.parametrize(
    ("template", "shown"),
    [
        ("{{ article.headline }}", "A &lt;b&gt;headline&lt;/b&gt;"),
        ("{{ article.headline.upper()[:3] }}", "A &lt;"),
        ("{{ article.tags | join(', ') }}", "a, b"),
        ("{{ article.date_published.year }}", "2026"),
        ("{{ article.extra['key'].inner[0] }}", "1"),
        ("{% for key, value in article.extra.items() %}{{ key }}{% endfor %}", "key"),
        ("{{ attribution.word('page', number=3) }}", "Seite 3"),
        ("{{ attribution.date(article.date_published) }}", "20. November 2026"),
        ("{{ attribution.language }} {{ attribution.direction }}", "de ltr"),
        ("{% macro m(x) %}<i>{{ x }}</i>{% endmacro %}{{ m('<') }}", "<i>&lt;</i>"),
    ],
)
def test_a_template_shows_values(template: str, shown: str) -> None:
    """A template shows fields of a record, words of a language, and results from plain values."""
    assert filled(template) == shown


@pytest.mark.parametrize(
    "expression",
    [
        "article.parse_raw('x', proto='pickle', allow_pickle=True)",
        "article.parse_file('/etc/hostname')",
        "article.model_copy(update={'headline': 'x'})",
        "article.model_config",
        "article.__class__",
        "article.extra.update({'a': 1})",
        "article.extra['key'].inner.append(2)",
        "article.headline.__class__.__mro__",
        "article | attr('model_config')",
        "[article] | map(attribute='model_config') | first",
        "attribution.of('../../x')",
        "attribution.source_block(article)",
        "attribution._table",
        "article.date_published.tzinfo.utcoffset",
        "'{0.__class__}'.format(article)",
        "filled.__globals__",
        "range.__self__",
    ],
)
def test_a_template_does_nothing_else(expression: str) -> None:
    """A template calls no method of a record, changes no value, and reaches no inside of Python."""
    with pytest.raises((SecurityError, UndefinedError)):
        filled(f"{{{{ {expression} }}}}", filled=filled)
    assert ARTICLE.extra == {"key": {"inner": [1]}}


@pytest.mark.parametrize(
    "template",
    [
        "\n{{ article.headline | safe }}",
        "\n{{ article.headline|safe|upper }}",
        "\n{% autoescape false %}{{ article.headline }}{% endautoescape %}",
        "\n{%- autoescape true %}{% endautoescape %}",
    ],
)
def test_a_template_cannot_switch_escaping_off(template: str) -> None:
    """Tag and filter for that are refused; the error has the line."""
    with pytest.raises(TemplateSyntaxError, match="text is always escaped") as caught:
        filled(template)
    assert caught.value.lineno == 2


@pytest.mark.parametrize("name", ["safe", "random", "pprint", "tojson"])
def test_filters_that_bless_or_vary_are_gone(name: str) -> None:
    """Another filter, such as `map`, cannot call these filters by name."""
    with pytest.raises(TemplateRuntimeError, match=f"No filter named '{name}'"):
        filled(f"{{{{ [article.headline] | map('{name}') | join }}}}")


@pytest.mark.parametrize(
    ("expression", "shown"),
    [
        ("body ~ words", "<p>x</p>&lt;i&gt;"),
        ("body + words", "<p>x</p>&lt;i&gt;"),
        ("body | replace('x', words)", "<p>&lt;i&gt;</p>"),
        ("body.replace('x', words)", "<p>&lt;i&gt;</p>"),
        ("body.replace('x', '%s') % words", "<p>&lt;i&gt;</p>"),
        ("'safe' ~ words", "safe&lt;i&gt;"),
    ],
)
def test_words_stay_words_beside_markup(expression: str, shown: str) -> None:
    """A text that is joined to certified markup is escaped first."""
    assert filled(f"{{{{ {expression} }}}}", body=Markup("<p>x</p>"), words="<i>") == shown


def test_what_is_not_there_is_an_error() -> None:
    """A misspelt name is no empty string."""
    with pytest.raises(UndefinedError):
        filled("{{ titel }}")
    with pytest.raises(UndefinedError):
        filled("{{ article.titel }}")
