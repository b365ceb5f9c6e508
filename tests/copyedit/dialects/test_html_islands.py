"""Markdown within blocks of HTML."""

import pytest

from tests.support.dialect_bodies import read_dialect


@pytest.mark.parametrize(
    ("written", "picture"),
    [
        ('<div class="wp-caption" style="width: 9px">![](a.jpg)Caption *text*\n</div>',
         ("a.jpg", "Caption <em>text</em>", "")),
        ("<figure>\n![x](a.jpg)\n<figcaption>The [hall](https://o.example) *now*</figcaption>\n"
         "</figure>", ("a.jpg", 'The <a href="https://o.example">hall</a> <em>now</em>', "")),
        ("<center>![](a.jpg)</center>", ("a.jpg", "", "")),
        ("<div>\n<div>\n    ![](a.jpg)\n</div>\n</div>", ("a.jpg", "", "")),
        ("<div>\n![x][1]\n![y](a.jpg)\n</div>\n\n[1]: b.jpg", ("b.jpg", "", "")),
    ],
)  # fmt: skip
def test_a_picture_in_html_is_a_picture(written: str, picture: tuple[str, str, str]) -> None:
    """Words beside the picture are the caption if the HTML says so."""
    found = read_dialect(f"Before.\n\n{written}\n\nAfter.")
    assert picture in found.pictures
    assert "![" not in found.html


@pytest.mark.parametrize(
    ("written", "html"),
    [
        ('<div markdown="1">\n## Head\n*a* b\n- x\n- y\n</div>',
         "<h2>Head</h2><p><em>a</em> b</p><ul><li>x</li><li>y</li></ul>"),
        ("<div markdown>\n*a*\n</div>", "<p><em>a</em></p>"),
        ("<details>\n<summary>Why?</summary>\nSo **bold**.\n</details>",
         "<b>Why?</b><p>So <strong>bold</strong>.</p>"),
        ("<table><tr><td>**x**</td><td>a * b * c</td></tr></table>",
         "<table><tbody><tr><td><strong>x</strong></td><td>a * b * c</td></tr></tbody></table>"),
        ("<div>\n### Head\n1. one\n2. two\n</div>",
         "<h2>Head</h2><ol><li>one</li><li>two</li></ol>"),
        ("<div>See [it](https://o.example/a).</div>",
         '<p>See <a href="https://o.example/a">it</a>.</p>'),
        ("<div>Said.[^1] See **it**.</div>\n\n[^1]: A note.",
         '<p>Said.<a href="#a-note-1" class="note-ref" id="a-ref-1-1"><sup>1</sup></a> See'
         " <strong>it</strong>.</p>"),
    ],
)  # fmt: skip
def test_clear_marks_in_html_are_markdown(written: str, html: str) -> None:
    """An attribute of the element may say that the text is Markdown, too."""
    assert read_dialect(written).html == html


@pytest.mark.parametrize(
    "html",
    [
        "<p>2 * 3 * 4 and snake_case_name and [sic] (x) _a_ f[0](1)</p>",
        "<pre>**not** ![](no.jpg)</pre>",
        "<p>- one - two # three</p>",
        "<p>2**3**4 and a ** b ** c</p>",
    ],
)
def test_html_that_happens_to_hold_signs_does_not_change(html: str) -> None:
    """Code stays as written, too."""
    assert read_dialect(html).html == html


@pytest.mark.parametrize(
    ("written", "html"),
    [
        ("<aside>\n# Head\n- item 1\n- item 2\n</aside>",
         "<aside><h2>Head</h2><ul><li>item 1</li><li>item 2</li></ul></aside>"),
        ("<details><summary>Sum</summary>\n- one\n- two\n</details>",
         "<b>Sum</b><ul><li>one</li><li>two</li></ul>"),
        ("<details><summary>Sum</summary>\n+ only one\n</details>",
         "<b>Sum</b><ul><li>only one</li></ul>"),
        ('<div class="note">\n1. First\n1. Second\n\n> quoted\n</div>',
         "<ol><li>First</li><li>Second</li></ol><blockquote><p>quoted</p></blockquote>"),
        ("<blockquote>\n> nested\nText `code`\n</blockquote>",
         "<blockquote><blockquote><p>nested Text <code>code</code></p></blockquote></blockquote>"),
        ("<section>\n  - a\n    - b\n  - c\n</section>",
         "<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>"),
        ("<table><tr><td>\n- a\n- b\n</td><td>\n1) x\n2) y\n</td></tr></table>",
         "<table><tbody><tr><td><ul><li>a</li><li>b</li></ul></td>"
         "<td><ol><li>x</li><li>y</li></ol></td></tr></tbody></table>"),
        ("<div>\n| a | b |\n|---|---|\n| c | d |\n</div>",
         '<table><thead><tr><th scope="col">a</th><th scope="col">b</th></tr></thead>'
         "<tbody><tr><td>c</td><td>d</td></tr></tbody></table>"),
        ("<div>\n- a <b>bold</b> x\n- <code>*b*</code> [c](https://o.example/c)\n</div>",
         '<ul><li>a <b>bold</b> x</li><li><code>*b*</code> <a href="https://o.example/c">c</a></li>'
         "</ul>"),
        ("<DIV>\n<p>Para</p>\n* a\n* b\n</DIV>", "<p>Para</p><ul><li>a</li><li>b</li></ul>"),
        ("<my-card>\n- a\n- b\n</my-card>", "<ul><li>a</li><li>b</li></ul>"),
        ("<font size=2>\n- a\n- b\n</font>", "<ul><li>a</li><li>b</li></ul>"),
        ("<div>text</div>\n# Head\nwords", "<p>text</p><h2>Head</h2><p>words</p>"),
        ("<div>\n- a[^1]\n- [x] done\n</div>\n\n[^1]: A note.",
         '<ul><li>a<a href="#a-note-1" class="note-ref" id="a-ref-1-1"><sup>1</sup></a></li>'
         "<li>☑ done</li></ul>"),
        ("<my-note>\n!!! tip\n    x\n</my-note>", "<aside><b>Tip</b><p>x</p></aside>"),
        ("<div>\n::: tip\nx\n:::\n</div>", "<aside><b>Tip</b><p>x</p></aside>"),
        ("<div class=poem>\n| Roses\n| Violets\n</div>", '<p class="verse">Roses<br>Violets</p>'),
        ("<div>\n[x]{.mark} and `C`\n</div>", "<p><mark>x</mark> and <code>C</code></p>"),
        ("<div>\n```js\nlet a = '<b>';\n```\n</div>",
         "<pre><code>let a = '&lt;b&gt;';</code></pre>"),
        ("<div>\n```js\nlet a;\n\nlet b;\n```\ntail\n</div>\n\nMore *b*",
         "<pre><code>let a;\n\nlet b;</code></pre><p>tail</p><p>More <em>b</em></p>"),
    ],
)  # fmt: skip
def test_blocks_right_behind_a_tag_are_markdown(written: str, html: str) -> None:
    """Headings, lists, quotations, code and tables, in every element that may hold blocks."""
    assert read_dialect(written).html == html


@pytest.mark.parametrize(
    ("written", "html"),
    [
        ("<div>\n#hashtag day\n</div>", "<p>#hashtag day</p>"),
        ("<div>\n1984. It was cold.\n</div>", "<p>1984. It was cold.</p>"),
        ("<p>\n1. It was cold.\n2. It was not.\n</p>", "<p>1. It was cold. 2. It was not.</p>"),
        ("<blockquote>\nTo be.\n- Will\n</blockquote>",
         "<blockquote><p>To be. - Will</p></blockquote>"),
        ("<div>\nCost\n- 5 or so\n</div>", "<p>Cost - 5 or so</p>"),
        ("<div>\n- Page 1 -\n</div>", "<p>- Page 1 -</p>"),
        ("<pre>\n- a\n# b\n</pre>", "<pre>- a\n# b</pre>"),
        ("<pre>\n```\na\n</pre>\n\n```\nb\n```", "<pre>```\na</pre><pre><code>b</code></pre>"),
        ("<div>5 > 3\n> 2</div>", "<p>5 &gt; 3 &gt; 2</p>"),
    ],
)  # fmt: skip
def test_plain_words_in_html_stay(written: str, html: str) -> None:
    """A line may begin with a number, a hyphen or a hashtag by chance."""
    assert read_dialect(written).html == html


@pytest.mark.parametrize("words", ["1. First\n2. Second", "# One\n- a\n- b", "> a\n```\nb\n```"])
def test_html_is_never_markdown(words: str) -> None:
    """In a record in HTML, such words are the words of the writer."""
    shown = " ".join(words.split()).replace(">", "&gt;")
    assert read_dialect(f"<div>\n{words}\n</div>", "html").html == f"<p>{shown}</p>"
