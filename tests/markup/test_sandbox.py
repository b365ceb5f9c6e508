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


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # of properties of pydantic
@pytest.mark.parametrize(
    "expression",
    [
        # Each of these has opened a sandbox somewhere: of Jinja itself, or of a program that uses
        # Jinja with values that have methods.
        "''.__class__.__mro__[1].__subclasses__()",
        "''['__class__']",
        "''|attr('__class__')",
        "''|attr('__cla' ~ 'ss__')",
        "'{0.__class__.__init__.__globals__}'.format(article)",
        "'{a.__class__}'.format_map({'a': article})",
        "('{0.__class__}' | string).format(article)",
        "['{0.__class__}'] | map('format', article) | list",
        "{'f': '{0.__class__}'.format}.f(article)",
        "self.__init__.__globals__",
        "self._TemplateReference__context",
        "self._TemplateReference__context.environment",
        "lipsum.__globals__['os'].popen('id').read()",
        "cycler.__init__.__globals__.os.popen('id').read()",
        "joiner.__init__.__globals__",
        "namespace.__init__.__globals__",
        "range(9)",
        "dict(a=1)",
        "url_for.__globals__",
        "get_flashed_messages.__globals__",
        "request.application.__globals__",
        "config.items()",
        "article.__init__.__globals__['sys']",
        "article.model_fields",
        "article.__fields__",
        "article.tags.append('x')",
        "article.tags.__class__.append(article.tags, 'x')",
        "article.extra.pop('key')",
        "article.extra.clear()",
        "article.extra.setdefault('b', 1)",
        "article.extra['key']['inner'].extend([2])",
        "(1).__class__.from_bytes(b'x', 'big')",
        "[].__class__.__base__",
        "{}.__class__.__base__.__subclasses__()",
        "loop.__class__",
        "_",
        "article.headline.encode().decode.__self__",
        "(article.headline ~ '').translate.__self__.__class__",
        "['__class__'] | map('attr', 'x') | first | attr('__mro__')",
        "[article] | groupby('__class__') | list",
        "[article] | sort(attribute='__class__.__name__') | list",
        "[article] | sum(attribute='__class__')",
        "article | items | list",
        "attribution.__reduce_ex__(2)",
    ],
)
def test_no_known_escape_succeeds(expression: str) -> None:
    """Each payload is an error, and no value has changed."""
    before = repr(ARTICLE)
    with pytest.raises((SecurityError, UndefinedError, TypeError, TemplateSyntaxError)):
        filled(f"{{{{ {expression} }}}}")
    assert repr(ARTICLE) == before


def test_there_are_no_names_but_the_values_of_a_page() -> None:
    """Not even the functions that Jinja gives to every template."""
    environment = TemplateSandbox(DictLoader({}))
    assert environment.globals == {}
    assert environment.make_globals(None) == {}


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
