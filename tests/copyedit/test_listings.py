"""Code that a site has set as a table is code again."""

import re

import pytest

from printkit.article import Article
from printkit.copyedit import edit
from tests.support.clean_copy import write_html
from tests.support.printed_articles import print_article, read_pages


def printed(body: str) -> str:
    """Return the edited body, and check that no remark is made."""
    copy = edit(Article(headline="H", body=body))
    assert copy.remarks == ()
    return write_html(copy.body)


GIST = (
    '<table class="highlight js-file-line-container"><tr><td class="blob-num" '
    'data-line-number="1"></td><td class="blob-code">if x:</td></tr><tr><td class="blob-num">'
    '</td><td class="blob-code">    return 1</td></tr></table>'
)
TABLES = [
    GIST,
    '<div class="highlight"><table class="highlighttable"><tr><td class="linenos"><div><pre>1\n2'
    '</pre></div></td><td class="code"><pre><span></span>if x:\n    return 1\n</pre></td></tr>'
    "</table></div>",
    '<pre><code><table class="rouge-table"><tr><td class="gutter"><pre class="lineno">1\n2\n</pre>'
    '</td><td class="code"><pre>if x:\n    return 1\n</pre></td></tr></table></code></pre>',
    '<div class="syntaxhighlighter"><table><tr><td class="gutter"><div class="line">1</div>'
    '<div class="line">2</div></td><td class="code"><div class="line"><code>if x:</code></div>'
    '<div class="line"><code>    return 1</code></div></td></tr></table></div>',
]


@pytest.mark.parametrize("body", TABLES)
def test_a_table_of_code_is_code_with_its_indents(body: str) -> None:
    """The numbers of the lines are left out."""
    assert printed(body) == "<pre><code>if x:\n    return 1</code></pre>"


LISTS = [
    "<ol class=linenums><li class=L0><b>if</b> x:</li><li class=L1>    return 1</li></ol>",
    "<div class=geshi><ol><li class=li1><div class=de1>if x:</div></li><li class=li1>"
    "<div class=de1>    return 1</div></li></ol></div>",
    "<div class=dp-highlighter><ol class=dp-py><li>if x:</li><li>    return 1</li></ol></div>",
]


@pytest.mark.parametrize("body", LISTS)
def test_a_list_of_lines_of_code_is_code_with_its_indents(body: str) -> None:
    """The numbers of such a list are those of the lines."""
    assert printed(body) == "<pre><code>if x:\n    return 1</code></pre>"


@pytest.mark.parametrize(
    "body",
    [
        "<ol class=steps><li>Stir</li><li>Serve</li></ol>",
        "<ol class=linenums><li><p>Stir</p></li><li><p>Serve</p></li></ol>",
    ],
)
def test_a_list_of_steps_stays_a_list(body: str) -> None:
    """A class that sounds like code does not make code of a list."""
    assert printed(body) == "<ol><li>Stir</li><li>Serve</li></ol>"


@pytest.mark.parametrize(
    "lines",
    [
        "<code><span class=line>a</span><span class=line>  b</span></code>",
        "<code><span data-line=1>a</span><span data-line=2>  b</span></code>",
        "<span class=token-line>a</span><span class=token-line>  b</span>",
        "<b><span style='display:block'>a</span><span style='display:block'>  b</span></b>",
        "<code>a</code><code>  b</code>",
        "<span class=line><span class=cl>a\n</span></span><span class=line>  b</span>",
        "<span class=line>a</span>\n<span class=line>  b</span>",
    ],
)
def test_lines_that_only_a_style_sheet_parts_are_lines(lines: str) -> None:
    """Each line ends once."""
    assert re.sub("<[^<>]*>", "", printed(f"<pre>{lines}</pre>")) == "a\n  b"


def test_words_of_one_line_stay_on_the_line() -> None:
    """A highlighter puts each word into an element."""
    assert printed("<pre><span class=k>if</span><span class=n>x</span></pre>") == "<pre>ifx</pre>"


def test_numbers_of_lines_within_code_go() -> None:
    """Numbers of the code itself stay."""
    body = '<pre><span class="lineno">1 </span>a = 1\n<span class="lineno">2 </span>b = 2</pre>'
    assert printed(body) == "<pre>a = 1\nb = 2</pre>"


@pytest.mark.parametrize(
    "body",
    [
        '<table class="code"><tr><th>Code<th>City<tr><td class="code">LHR<td>London</table>',
        '<table class="highlight"><tr><th>City<th>Days<tr><td>Brink<td>12</table>',
        "<table><tr><td>12<td>34</table>",
    ],
)
def test_a_table_of_words_or_figures_stays_a_table(body: str) -> None:
    """The class of the table may sound like code."""
    assert printed(body).startswith("<table>")


def test_a_gist_is_printed_as_code() -> None:
    """The second line of the code is indented."""
    result = print_article({"headline": "Two lines", "body": GIST, "language": "en"})
    assert "if x:\n    return 1" in "".join(read_pages(result.pdf))
    assert result.remarks == ()
