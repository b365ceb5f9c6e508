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
