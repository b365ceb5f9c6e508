"""Hugo: shortcodes in Markdown and in exported HTML."""

import pytest

from tests.support.dialect_bodies import read_dialect

FIGURE = (
    '{{< figure src="pics/market.jpg" alt="Market" caption="The *market* hall" attr="Ana Ruiz"'
    ' attrlink="https://ana.example" title="Noon" >}}'
)


@pytest.mark.parametrize(
    "written",
    [
        FIGURE,
        FIGURE.replace(" ", "\n  "),
        FIGURE.replace('"', "'"),
        FIGURE.replace("{{<", "{{%").replace(">}}", "%}}"),
    ],
)
def test_a_figure_has_its_caption_and_its_credit(written: str) -> None:
    """The credit is no part of the caption; a remark has the address of the credit."""
    found = read_dialect(f"Before.\n\n{written}\n\nAfter.")
    assert found.html == '<p>Before.</p><figure data-figure="0"></figure><p>After.</p>'
    assert found.pictures == [
        ("pics/market.jpg", "<b>Noon</b> The <em>market</em> hall", "Ana Ruiz")
    ]
    assert found.removed["PK302"] == ["https://ana.example"]


@pytest.mark.parametrize(
    ("written", "html"),
    [
        ("{{% notice warning %}}\nMind *this*.\n{{% /notice %}}",
         "<aside><b>Warning</b><p>Mind <em>this</em>.</p></aside>"),
        ('{{% notice tip "Mind the step" %}}\n- a\n- b\n{{% /notice %}}',
         "<aside><b>Mind the step</b><ul><li>a</li><li>b</li></ul></aside>"),
        ("{{< hint info >}}**Bold** words{{< /hint >}}",
         "<aside><b>Info</b><p><strong>Bold</strong> words</p></aside>"),
        ('{{< callout emoji="⚠" text="Only *words*" >}}',
         "<aside><p>Only <em>words</em></p></aside>"),
        ('{{< admonition type=danger title="Careful" open=true >}}\nWords\n{{< /admonition >}}',
         "<aside><b>Careful</b><p>Words</p></aside>"),
        ("{{< warning >}}\nWords\n{{< /warning >}}", "<aside><b>Warning</b><p>Words</p></aside>"),
        ('{{< alert title="Achtung" color="primary" >}}Wörter{{< /alert >}}',
         "<aside><b>Achtung</b><p>Wörter</p></aside>"),
        ('{{< details "Read more" >}}\nFolded.\n{{< /details >}}',
         "<b>Read more</b><p>Folded.</p>"),
        ('{{< tabs >}}\n{{< tab "Linux" >}}apt{{< /tab >}}\n{{< tab name="Mac" >}}brew{{< /tab >}}'
         "\n{{< /tabs >}}", "<b>Linux</b><p>apt</p><b>Mac</b><p>brew</p>"),
        ('{{< quote author="Orla Penn" source="The Log" >}}Never sail.{{< /quote >}}',
         "<blockquote><p>Never sail.</p><p><cite>Orla Penn, The Log</cite></p></blockquote>"),
        ("{{< pullquote >}}Never sail.{{< /pullquote >}}",
         '<aside class="pull-quote"><p>Never sail.</p></aside>'),
        ('See {{< button href="https://o.example/b" >}}Book{{< /button >}}.',
         '<p>See <a href="https://o.example/b">Book</a>.</p>'),
        ("{{<notice tip>}}Close{{</notice>}}", "<aside><b>Tip</b><p>Close</p></aside>"),
        ('{{< blockquote author="Goethe" link="https://o.example/g" title="Faust" >}}W'
         "{{< /blockquote >}}",
         '<blockquote><p>W</p><p><cite><a href="https://o.example/g">Goethe, Faust</a></cite></p>'
         "</blockquote>"),
        ('{{< card link="https://o.example/k" title="A card" subtitle="below" >}}',
         '<b><a href="https://o.example/k">A card</a></b><p>below</p>'),
        ('Text{{< sidenote >}}beside{{< /sidenote >}} on.', "<p>Text (beside) on.</p>"),
        ("One.<!--more-->\n\nTwo.", "<p>One.</p><p>Two.</p>"),
        ("Headline: {{< param title >}}.", "<p>Headline: H.</p>"),
        ("- one\n- two\n{{< hint info >}}\nBehind a list.\n{{< /hint >}}",
         "<ul><li>one</li><li>two</li></ul><aside><b>Info</b><p>Behind a list.</p></aside>"),
    ],
)  # fmt: skip
def test_a_shortcode_of_the_table_is_printed(written: str, html: str) -> None:
    """Notes have their titles; panels stand one behind the other."""
    found = read_dialect(written)
    assert found.html == html
    assert "PK301" not in found.removed


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("{{< youtube w7Ft2ymGmfc >}}", "https://www.youtube.com/watch?v=w7Ft2ymGmfc"),
        ('{{< youtube id="w7Ft2ymGmfc" title="A film" >}}',
         "https://www.youtube.com/watch?v=w7Ft2ymGmfc"),
        ("{{< vimeo 146022717 >}}", "https://vimeo.com/146022717"),
        ('{{< tweet user="Zoo" id="145311" >}}', "https://twitter.com/Zoo/status/145311"),
        ('{{< x user="Zoo" id="145311" >}}', "https://x.com/Zoo/status/145311"),
        ("{{< gist spf13 789 >}}", "https://gist.github.com/spf13/789"),
        ("{{< instagram CxOW >}}", "https://www.instagram.com/p/CxOW"),
        ('{{< video src="https://o.example/a.mp4" >}}', "https://o.example/a.mp4"),
    ],
)  # fmt: skip
def test_an_embed_is_a_line_with_its_address(written: str, address: str) -> None:
    """The line has the title too, if the embed has a title."""
    html = read_dialect(written).html
    assert html.startswith('<p class="embed">')
    assert f'<a href="{address}">{address}</a>' in html
    assert ("A film" in html) == ("A film" in written)


@pytest.mark.parametrize(
    "code",
    [
        '{{< highlight go "linenos=table" >}}\nif *a* {\n\n  `b` <c>\n}\n{{< /highlight >}}',
        "{{< highlight go >}}if *a* {\n\n  `b` <c>\n}{{< /highlight >}}",
    ],
)
def test_highlighted_words_are_code(code: str) -> None:
    """Stars and backticks in the code are no Markdown; blank lines stay."""
    html = read_dialect(code).html
    assert html == "<pre><code>if *a* {\n\n  `b` &lt;c&gt;\n}</code></pre>"


@pytest.mark.parametrize(
    "code",
    ["`{{< figure src=\"x.jpg\" >}}`", "``{{% note %}} `a` ``", "    {{< ref \"a.md\" >}}",
     "```go\n{{< youtube abc >}}\n```", "> ~~~\n> {{% notice %}}\n> ~~~"],
)  # fmt: skip
def test_a_shortcode_in_code_stays_as_it_is_written(code: str) -> None:
    """A page about Hugo shows shortcodes."""
    html = read_dialect(f"Words.\n\n{code}").html
    shown = html.replace("&lt;", "<").replace("&gt;", ">")
    assert any(
        one in shown
        for one in ('<code>{{< figure src="x.jpg" >}}', "<code>{{% note %}} `a`",
                    '<code>{{< ref "a.md" >}}', "<code>{{< youtube abc >}}", "<code>{{% notice %}}")
    )  # fmt: skip


def test_a_shortcode_in_a_comment_is_shown() -> None:
    """Hugo shows the shortcode, without the marks of the comment."""
    html = read_dialect('Write {{</* figure src="a.jpg" */>}} and {{%/* note */%}}.').html
    assert html == '<p>Write {{&lt; figure src="a.jpg" &gt;}} and {{% note %}}.</p>'


def test_a_formula_in_a_shortcode_is_a_formula() -> None:
    """`x^2_a` is read as TeX, and not as Markdown."""
    html = read_dialect("{{< katex >}}x^2_a{{< /katex >}}").html
    assert html.startswith('<p class="equation"><span class="formula" role="math"')


def test_a_reference_keeps_its_words() -> None:
    """Only Hugo knows the address of the page; the remark names the page."""
    found = read_dialect(
        'A [post]({{< ref "posts/other.md" >}}) and <a href="{{< relref "b.md#c" >}}">b</a>.',
        url="https://o.example/now/",
    )
    assert found.html == "<p>A post and b.</p>"
    assert found.removed["PK302"] == ["posts/other.md", "b.md#c"]


def test_an_unknown_shortcode_is_named_with_its_words() -> None:
    """Words between an opening and a closing shortcode stay."""
    found = read_dialect(
        'A {{< my-box title="The box" >}}boxed{{< /my-box >}} and {{< alone "Two words" >}} b.'
    )
    assert found.html == "<p>A boxed and b.</p>"
    assert found.removed["PK301"] == ["The box", "Two words"]


def test_an_unknown_shortcode_with_a_picture_is_a_picture() -> None:
    """The remark has the name of the shortcode all the same."""
    found = read_dialect('Words.\n\n{{< polaroid src="a/b.jpg" caption="Seen at *noon*" >}}')
    assert found.pictures == [("a/b.jpg", "Seen at <em>noon</em>", "")]
    assert "PK301" in found.removed


def test_exported_html_has_shortcodes_too() -> None:
    """Some exports escape the brackets."""
    found = read_dialect(
        "<p>One.</p><p>{{&lt; figure src=&quot;a.jpg&quot; caption=&quot;R&amp;D&quot; &gt;}}</p>"
        "<p>{{% notice warning %}}</p><p>Words</p><p>{{% /notice %}}</p>"
        "<pre>{{< figure src='b.jpg' >}}</pre>",
        "html",
    )
    assert [one[:2] for one in found.pictures] == [("a.jpg", "R&amp;D")]
    assert "<aside><b>Warning</b><p>Words</p></aside>" in found.html
    assert "<pre>{{&lt; figure src='b.jpg' &gt;}}</pre>" in found.html
