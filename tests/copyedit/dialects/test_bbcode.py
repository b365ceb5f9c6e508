"""BBCode of forums: looks, quotations, lists, links, pictures, code."""

from contextlib import suppress

import pytest

from printkit.article import Article
from printkit.copyedit import edit
from printkit.errors import RecordError, RefusedError
from tests.support.dialect_bodies import read_dialect
from tests.support.quick_cases import mark_slow
from tests.support.time_limits import ends_soon


@pytest.mark.parametrize("body_format", mark_slow(["markdown", "html", "text"], but={"markdown"}))
@pytest.mark.parametrize(
    ("body", "html"),
    [
        ("A [b]b[/b] [i]c[/i] [size=20]d[/size] [color=red]e[/color].",
         "<p>A <b>b</b> <i>c</i> d e.</p>"),
        ("[quote=Anna]Said.[/quote]\n\nA.",
         "<blockquote><p>Said.</p><p><cite>Anna</cite></p></blockquote><p>A.</p>"),
        ('[quote="Bo Lee, post: 12, member: 7"]Said [b]so[/b].[/quote]',
         "<blockquote><p>Said <b>so</b>.</p><p><cite>Bo Lee</cite></p></blockquote>"),
        ("[quote author=Bo link=topic=1 date=2]Said [i]so[/i].[/quote]",
         "<blockquote><p>Said <i>so</i>.</p><p><cite>Bo</cite></p></blockquote>"),
        ("[list][*]One[*]Two[/list]", "<ul><li>One</li><li>Two</li></ul>"),
        ("[list=1]\n[*]One\n[*]Two\n[/list]\n\n[u]x[/u]", "<ol><li>One</li><li>Two</li></ol>"),
        ("[url=https://e.org/a]b[/url] [url]https://e.org/c[/url] [email]a@e.org[/email]",
         '<p><a href="https://e.org/a">b</a> <a href="https://e.org/c">https://e.org/c</a> '
         '<a href="mailto:a@e.org">a@e.org</a></p>'),
        ("[b]A[/b]\n\n[code]x < [b]y[/b][/code]", "<pre><code>x &lt; [b]y[/b]</code></pre>"),
        ("[spoiler=The end]He dies.[/spoiler]", "<b>The end</b><p>He dies.</p>"),
        ('[details="More"]He dies.[/details]', "<b>More</b><p>He dies.</p>"),
        ("[b]On[/b] [date=2024-05-01 timezone=UTC] here", "<p><b>On</b> 2024-05-01 here</p>"),
        ("A [b]b[/b]\n\n[youtube]abc[/youtube]", "https://www.youtube.com/watch?v=abc</a>"),
    ],
)  # fmt: skip
def test_pairs_of_a_forum_are_printed(body: str, html: str, body_format: str) -> None:
    """No bracket stands in the text."""
    if body_format == "html":
        body = body.replace("x < ", "x &lt; ")
    found = read_dialect(body, body_format).html.replace("strong>", "b>").replace("em>", "i>")
    assert html in found
    assert "[/quote" not in found


def test_pictures_are_printed() -> None:
    """The address stands between the brackets, and the description in the first bracket."""
    found = read_dialect('A [img]a.jpg[/img] [img width=300 alt="Al"]b.jpg[/img]').pictures
    assert [one[0] for one in found] == ["a.jpg", "b.jpg"]


def test_other_brackets_are_named() -> None:
    """A name that nobody knows goes with its value, if the body is one of a forum."""
    found = read_dialect("[b]A[/b] [glow=red]b[/glow] [user=12]Anna[/user] [attach]77[/attach]")
    assert found.html == "<p><b>A</b> b Anna</p>"
    assert found.removed["PK301"] == ["red", "12", "77"]


def test_brackets_in_indented_code_stay() -> None:
    """Tags were printed in their place; below an item, indented words are no code."""
    body = "A [i]b[/i]:\n\n    [b]c[/b]\n\n- d\n\n    [b]e[/b]"
    html = read_dialect(body).html
    assert "<pre><code>[b]c[/b]</code></pre>" in html
    assert "<b>e</b>" in html


@pytest.mark.parametrize(
    "words",
    [
        "He said [sic] that [b] is the second and [i] the third.",
        "A [quote] here, [list] of names, [*] starred, [url] of it.",
        "Write <code>[b]bold[/b]</code> in forums.",
        "See [1], [2] and [a=b].",
    ],
)
def test_prose_in_brackets_stays(words: str) -> None:
    """A bracket without its pair, and a pair in code, are the article's own words."""
    found = read_dialect(words)
    assert found.html == f"<p>{words}</p>"
    assert not found.removed.get("PK301")


@pytest.mark.parametrize("body_format", ["markdown", "html", "text"])
@pytest.mark.parametrize(
    "mark",
    ["[b]", "[/b]", "[quote=a]", "[list]", "[*]", "[list][*]", "[b]a[/b]", "[url=", "[img]", "`[b]",
     "[code]", "```\n[b]", "[a=b]", "[quote ", "[td]", "<pre>[b]"],
)  # fmt: skip
def test_long_bodies_are_read_soon(mark: str, body_format: str) -> None:
    """The time grows with the length, no faster."""
    body = "[b]a[/b] " + mark * (20_000 // len(mark)) + "[/quote][/list]"
    with ends_soon(), suppress(RefusedError, RecordError):
        edit(Article(headline="H", body=body, body_format=body_format))
