"""Operators, methods and filters: no object shows its address, and no text grows without end."""

import pytest
from jinja2 import DictLoader, UndefinedError
from jinja2.exceptions import SecurityError
from markupsafe import Markup

from printkit import Article
from printkit.markup.sandbox import TemplateSandbox
from printkit.markup.template_work import bounded
from tests.support.time_limits import ends_soon

ARTICLE = Article(headline="A <b>headline</b>", body="<p>x</p>", tags=["a", "b"])
METHOD = "article.headline.upper"


def filled(template: str) -> str:
    """Fill a template of a user."""
    with bounded(True):
        page = TemplateSandbox(DictLoader({"t": template})).get_template("t")
        return page.render({"article": ARTICLE, "body": Markup("<p>x</p>")})


@pytest.mark.parametrize(
    "expression",
    [
        METHOD,
        "'a'.upper",
        "'{}'.format",
        f"'a' ~ {METHOD}",
        f"'%s' % {METHOD}",
        f"'%(a)s' % {{'a': {METHOD}}}",
        f"'{{}}'.format({METHOD})",
        f"'{{a}}'.format(a={METHOD})",
        "'{0.upper}'.format('x')",
        "'{0[upper]}'.format('x')",
        "article",
        "article.tags",
        "{'a': 1}.items()",
        "[article]",
        "self",
    ],
)
def test_what_is_not_meant_for_a_page_is_an_error(expression: str) -> None:
    """A method, an object and a list have no words; an address in memory differs each time."""
    with pytest.raises(SecurityError, match=r"a page cannot show|format cannot fill"):
        filled(f"{{{{ {expression} }}}}")


@pytest.mark.parametrize("name", ["range", "cycler('a')", "joiner() ~ ''", "lipsum()"])
def test_no_function_of_jinja_is_there(name: str) -> None:
    """A template with ranges could go on for ever, and no page needs one."""
    with pytest.raises(UndefinedError, match="is undefined"):
        filled(f"{{{{ {name} }}}}")


@pytest.mark.parametrize(
    ("template", "shown"),
    [
        ("{{ article.kicker }}|{{ none }}|{{ article.kicker ~ 'x' }}", "||x"),
        ("{{ article.kicker | upper }}{{ article.kicker | default('x', true) }}", "x"),
        ("{{ 1 }} {{ 1.5 }} {{ true }} {{ 7 // 2 }} {{ 2 ** 10 }}", "1 1.5 True 3 1024"),
        ("{{ article.tags | map('upper') | join(', ') }}", "A, B"),
        ("{{ [article] | join('', attribute='headline') }}", "A &lt;b&gt;headline&lt;/b&gt;"),
        ("{{ '%05.1f, %s' % (2.5, 'x') }} {{ '%s' | format(1) }}", "002.5, x 1"),
        ("{{ '{0:>3}{a}'.format(1, a='x') }}", "  1x"),
        ("{{ '-' * 3 }} {{ ('x' | center(5)) }} {{ 'a'.replace('a', 'bc') }}", "---   x   bc"),
        ("{{ body ~ '&' }} {{ body | replace('x', '<') }}", "<p>x</p>&amp; <p>&lt;</p>"),
        ("{% set m %}<b>{{ 1 }}</b>{% endset %}{{ m }}", "<b>1</b>"),
        ("{{ {'a': 'x', 'b': none} | xmlattr }} {{ {'q': 'a b'} | urlencode }}", ' a="x" q=a+b'),
    ],
)
def test_what_is_meant_for_a_page_is_shown(template: str, shown: str) -> None:
    """A page shows texts, numbers, dates and markup, and an empty field as no text."""
    assert filled(template) == shown


@pytest.mark.parametrize(
    "expression",
    [
        "'x' * 10 ** 9",
        "10 ** 9 * [1]",
        "'x'.encode() * 10 ** 9",
        "10 ** (10 ** 8)",
        "(10 ** 3000) * (10 ** 3000) * (10 ** 3000)",
        "'%1000000000d' % 1",
        "'%.1000000000f' % 1",
        "'%*d' % (10 ** 9, 1)",
        "'{:1000000000}'.format(1)",
        "'{:{}}'.format(1, 10 ** 9)",
        "'x'.ljust(10 ** 9)",
        "'x'.zfill(10 ** 9)",
        "'\\t'.expandtabs(10 ** 9)",
        "('x' * 9000).replace('x', 'y' * 9000)",
        "('x' * 9000).translate({120: 'y' * 9000})",
        "('x' * 9000).join(['a'] * 9000)",
        "('{0}' * 9000).format('x' * 9000)",
        "('%(a)s' * 9000) % {'a': 'x' * 9000}",
    ],
)
def test_what_would_grow_without_end_is_refused_before_it_grows(expression: str) -> None:
    """The refusal takes no time: it comes before the text is made."""
    said = r"too large|larger than|more than|short width"
    with ends_soon(), pytest.raises(SecurityError, match=said):
        filled(f"{{{{ {expression} }}}}")


def test_a_name_that_does_not_exist_is_told_in_every_filter() -> None:
    """The error names the wrong name; a message about objects would lead the user astray."""
    for expression in ("nix", "nix | upper", "'a' ~ nix", "[nix] | join", "'%s' % nix"):
        with pytest.raises(UndefinedError, match="'nix' is undefined"):
            filled(f"{{{{ {expression} }}}}")
