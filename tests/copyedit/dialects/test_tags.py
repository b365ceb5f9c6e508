"""Marks of dialects in hostile bodies: long, unclosed, nested, or like our own marks."""

from contextlib import suppress

import pytest

from printkit.article import Article
from printkit.copyedit import edit
from printkit.errors import RecordError, RefusedError
from tests.support.dialect_bodies import read_dialect
from tests.support.quick_cases import mark_slow
from tests.support.time_limits import ends_soon

MARKS = (
    "{{<", "{{%", "{%", "{{", "{{< a >}}", "{{< highlight >}}\n\n", "{% raw %}", "{% comment %}\n",
    "{{< /figure >}}", "{{< a `", "::: a\n", ":::", "!!! a\n", "!!! a\n    ", "--8<--\n", "[[",
    "![[", "[[a|", "%%", "%%a\n", "> [!a]\n> ", "==a", "++a", "*[a]: b\n", "{: ", "{:a", "*x*{: .a",
    "```{note}\n", "<div>![", "<div>**", '<div markdown="1">\n', "[vc_row]", "[vc_row", "[/vc_row]",
    '[quote a="', "[[vc_row", "[a]b[/a]", "[code]", '<img src="{static}', "```js title=",
    "%EF%B7%900%EF%B7%91", "/// a\n", "{++", "{++a++}", "{>>", "{~~a",
    "{~~a~>", "{++a ", "{==a ", "{~~b~>", "<div>\n- a\n",
    "<div>\n# a\n", "<b>\n# a\n", "\n- <b>",
    "<div>\n```\n\n", "<aside>\n1. a\n</aside>\n", "<td>\n> a\n",
    "<Tab", '<TabItem label="', "<Tab>", '<Tab a="b"/>', "import a from 'b'\n", "{/*",
    "::a[",
    "::a{b}\n", "[a]{", "[a]{.b}", "[", "{a}`", "{a}`b`", "| a\n", "| a |\n", "|", "|-",
    "| a |\n|---|\n\n: b\n\n", "Table: a\n\n", "a\n\n: b\n\n| c |\n|---|\n\n", "<--->\n",
    "export const a = (\n", "(a)=\n", "$$a$$ ",
    "{::comment}", "{::comment}\n", "{:/}", "{::comment}a{:/}", "<Aa b={",
    '<Aa b={"c"} ', "<Aa b={c} />", "<!-- tab a", "{{ a | ", "{% x a: ", "{{< a b=", '{% x "a: ',
)  # fmt: skip


@pytest.mark.parametrize("body_format", ["markdown", "html"])
@pytest.mark.parametrize("mark", mark_slow(MARKS, but={"{{<", "[", "{%"}))
def test_many_marks_take_no_time(mark: str, body_format: str) -> None:
    """Long bodies are read, or refused by a limit: the time grows with the length, no faster."""
    body = "Words. " + mark * (100_000 // len(mark))
    with ends_soon(), suppress(RefusedError, RecordError):  # a limit may refuse the body
        edit(Article(headline="H", body=body, body_format=body_format))


def test_a_body_cannot_forge_a_mark() -> None:
    """Addresses that look like a mark stay as they are."""
    body = "{{< param title >}} [a](https://o.example/%EF%B7%907%EF%B7%91) \ufdd00\ufdd1"
    assert 'href="https://o.example/%EF%B7%907%EF%B7%91"' in read_dialect(body).html


def test_a_tag_of_another_brings_no_script() -> None:
    """The words in an argument are cleaned like the body."""
    body = '{{< figure src="a.jpg" caption="<script>x()</script><b onclick=y>w</b>" >}}\n\nWords.'
    assert read_dialect(body).pictures == [("a.jpg", "<b>w</b>", "")]
