"""The storage format of Confluence: macros, links, pictures, tasks."""

from contextlib import suppress

import pytest

from printkit.article import Article
from printkit.copyedit import edit
from printkit.errors import RecordError, RefusedError
from tests.support.dialect_bodies import read_dialect
from tests.support.time_limits import ends_soon


def _macro(name: str, body: str = "", **parameters: str) -> str:
    given = "".join(
        f'<ac:parameter ac:name="{key}">{value}</ac:parameter>' for key, value in parameters.items()
    )
    return f'<ac:structured-macro ac:name="{name}">{given}{body}</ac:structured-macro>'


def _rich(words: str) -> str:
    return f"<ac:rich-text-body>{words}</ac:rich-text-body>"


def _plain(words: str) -> str:
    return f"<ac:plain-text-body><![CDATA[{words}]]></ac:plain-text-body>"


@pytest.mark.parametrize(
    ("body", "html"),
    [
        (_macro("code", _plain("if a < b:\n  [gallery] {{ x }}"), language="py", title="a.py"),
         "<b>a.py</b><pre><code>if a &lt; b:\n  [gallery] {{ x }}</code></pre>"),
        (_macro("info", _rich("<p>In.</p>"), title="Mind"), "<aside><b>Mind</b><p>In.</p></aside>"),
        (_macro("tip", _rich(f"<p>A.</p>{_macro('tip', _rich('<p>B.</p>'))}")),
         "<aside><b>Tip</b><p>A.</p><aside><b>Tip</b><p>B.</p></aside></aside>"),
        (_macro("expand", _rich("<p>In.</p>"), title="More"), "<b>More</b><p>In.</p>"),
        (f"<p>It is {_macro('status', colour='Green', title='DONE')}.</p>", "<p>It is DONE.</p>"),
        (f"<p>See {_macro('jira', server='S', key='AB-1')}.</p>", "<p>See AB-1.</p>"),
        (_macro("html", _plain("<p>A <b>b</b><script>c()</script></p>")), "<p>A <b>b</b></p>"),
        (_macro("widget", url='<ri:url ri:value="https://e.org/v"/>'),
         '<a href="https://e.org/v">https://e.org/v</a>'),
        (_macro("mathinline", _plain("x^2")), "<i>x</i>²"),
        ("<ac:task-list><ac:task><ac:task-id>7</ac:task-id><ac:task-status>complete"
         "</ac:task-status><ac:task-body>One</ac:task-body></ac:task></ac:task-list>",
         "<ul><li>☑ One</li></ul>"),
        ('<p>A <ac:link><ri:url ri:value="https://e.org"/><ac:plain-text-link-body>'
         "<![CDATA[b & c]]></ac:plain-text-link-body></ac:link></p>",
         '<p>A <a href="https://e.org">b &amp; c</a></p>'),
        ('<p>A <ac:link><ri:page ri:content-title="Other Page"/></ac:link></p>',
         "<p>A Other Page</p>"),
        ('<p>A <ac:emoticon ac:name="tick"/> <time datetime="2024-05-01"/></p>',
         '<p>A ✓ <time datetime="2024-05-01">2024-05-01</time></p>'),
        ("<ac:layout><ac:layout-section><ac:layout-cell>A</ac:layout-cell><ac:layout-cell>B"
         "</ac:layout-cell></ac:layout-section></ac:layout>", "<p>A</p><p>B</p>"),
    ],
)  # fmt: skip
def test_a_macro_is_printed_without_its_parameters(body: str, html: str) -> None:
    """No parameter stands in the text, and CDATA sections are words."""
    found = read_dialect(f"<p>Words.</p>{body}", "html")
    assert html in found.html
    assert not found.removed.get("PK301")


def test_pictures_are_printed() -> None:
    """A file or an address names the picture; the caption is the picture's."""
    body = (
        '<ac:image ac:alt="Alt"><ri:attachment ri:filename="a.jpg"/><ac:caption><p>The dam</p>'
        '</ac:caption></ac:image><p>Words.</p><ac:image><ri:url ri:value="https://e.org/b.png"/>'
        "</ac:image>"
    )
    found = read_dialect(body, "html").pictures
    assert found == [("a.jpg", "The dam", ""), ("https://e.org/b.png", "", "")]


def test_other_macros_are_named() -> None:
    """The remark has the parameters; the words in the macro stay."""
    body = (
        "<p>Words.</p>"
        + _macro("weird", _rich("<p>kept</p>"), text="Some words")
        + _macro("toc", maxLevel="3")
        + "<ac:placeholder>Type here</ac:placeholder><ac:image ac:title='None'></ac:image>"
    )
    found = read_dialect(body, "html")
    assert found.html == "<p>Words.</p><p>kept</p>"
    assert sorted(found.removed["PK301"]) == ["3", "None", "Some words", "Type here"]


@pytest.mark.parametrize(
    "mark",
    ["<sec><title>", "<![CDATA[", "<!--", "<ac:image>", "<ac:link>", "<ac:parameter>", "<sec a='",
     '<ac:structured-macro ac:name="tip"><ac:rich-text-body>', "<outline text='a'/>", "<label>",
     "<fig><caption>", "<note>", "<p>", "</p>", "<graphic href='a'/>", "<alt>", "<tex-math>",
     "<head>", "<lg><l>", "<alternatives><graphic href='a.tif'/>"],
)  # fmt: skip
def test_long_bodies_are_read_soon(mark: str) -> None:
    """The time grows with the length, and a limit may refuse elements that stand too deep."""
    body = "<sec>" + mark * (100_000 // len(mark))
    with ends_soon(), suppress(RefusedError, RecordError):
        edit(Article(headline="H", body=body, body_format="html"))
