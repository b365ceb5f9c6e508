"""Filters: no filter shows an object, and no text grows without end in a filter."""

import pytest
from jinja2 import DictLoader
from jinja2.exceptions import SecurityError

from printkit import Article
from printkit.markup.sandbox import TemplateSandbox
from printkit.markup.template_work import bounded

ARTICLE = Article(headline="A <b>headline</b>", body="<p>x</p>", tags=["a", "b"])
METHOD = "article.headline.upper"


def filled(expression: str) -> str:
    """Fill a template of a user that shows one value."""
    with bounded(True):
        page = TemplateSandbox(DictLoader({"t": f"{{{{ {expression} }}}}"})).get_template("t")
        return page.render({"article": ARTICLE})


@pytest.mark.parametrize(
    "expression",
    [
        f"[{METHOD}] | join",
        "['a'] | join(', ', attribute='upper')",
        f"{METHOD} | string",
        f"{METHOD} | e",
        f"{METHOD} | default('x')",
        f"'%s' | format({METHOD})",
        f"'a' | replace('a', {METHOD})",
        f"{{'a': {METHOD}}} | xmlattr",
        f"{METHOD} | urlencode",
        "article.tags | map('upper')",
        "article.tags | map('upper') ~ ''",
        "article.tags | reverse",
    ],
)
def test_a_filter_makes_no_text_of_an_object(expression: str) -> None:
    """The object may be the value, an entry of a list, or an argument of the filter."""
    with pytest.raises(SecurityError, match="a page cannot show"):
        filled(expression)


@pytest.mark.parametrize(
    "expression",
    [
        "'%1000000000d' | format(1)",
        "'x' | center(10 ** 9)",
        "'x\\nx' | indent(10 ** 9)",
        "'x' | indent(width=10 ** 9)",
        "('x\\n' * 9000) | indent('x' * 9000)",
        "'x' | truncate(10 ** 9)",
        "[1] | batch(10 ** 9, 'x') | length",
        "[1] | slice(10 ** 9) | length",
        "1.5 | round(10 ** 9, 'ceil')",
        "('x' * 9000) | replace('x', 'y' * 9000)",
        "('x' * 9000) | replace('', 'y' * 9000)",
        "(['a'] * 9000) | join('x' * 9000)",
        "('a ' * 9000) | wordwrap(1, wrapstring='x' * 9000)",
        "('http://a ' * 9000) | urlize(rel='x' * 9000)",
    ],
)
def test_a_filter_refuses_what_would_grow_without_end(expression: str) -> None:
    """The filter refuses the work before it begins: else the machine would have no memory left."""
    with pytest.raises(SecurityError, match=r"too large|larger than|more than"):
        filled(expression)


def test_a_filter_gives_lists_that_can_be_read_twice() -> None:
    """An iterator would be empty the second time, and would show its address."""
    assert filled("((article.tags | reverse) + (article.tags | map('upper'))) | join") == "baAB"
