"""Hexo: titles and links of code, sources of quotations, links to pages of the site."""

import pytest

from tests.support.dialect_bodies import read_dialect


@pytest.mark.parametrize(
    ("written", "html"),
    [
        ("{% codeblock Sum of it lang:js https://e.org/s The source %}\nx\n{% endcodeblock %}",
         '<b>Sum of it <a href="https://e.org/s">The source</a></b><pre><code>x</code></pre>'),
        ("{% codeblock lang:py mark:1,2 %}\nx\n{% endcodeblock %}", "<pre><code>x</code></pre>"),
        ("{% codeblock Title lang:py %}\nx\n{% endcodeblock %}",
         "<b>Title</b><pre><code>x</code></pre>"),
        ("{% code js line_number:false %}\nx\n{% endcode %}", "<pre><code>x</code></pre>"),
        ("{% codeblock https://e.org/s %}\nx\n{% endcodeblock %}",
         '<b><a href="https://e.org/s">https://e.org/s</a></b><pre><code>x</code></pre>'),
        ("{% pullquote right %}\nSaid.\n{% endpullquote %}", "Said."),
        ("{% blockquote @D https://e.org/1 The talk %}\nSaid.\n{% endblockquote %}",
         '<cite><a href="https://e.org/1">@D The talk</a></cite>'),
        ("A {% link Words https://e.org/l %} b.",
         '<p>A <a href="https://e.org/l">Words</a> b.</p>'),
        ("A {% post_link the-article 'Its title' %} b.", "<p>A Its title b.</p>"),
        ("A {% label primary@Words here %} b.", "<p>A Words here b.</p>"),
    ],
)  # fmt: skip
def test_words_and_links_of_a_tag_are_printed(written: str, html: str) -> None:
    """Settings such as `lang:js` or `right` are no words."""
    found = read_dialect(written)
    assert html in found.html
    assert "right" not in found.html
    assert not found.removed.get("PK301")


@pytest.mark.parametrize(
    "written",
    [
        '{{ macro }} {% include "x.md" %}',
        'A {% include "x.md" %} b.',
        'A.\n\n{% include "github.md" %}',
    ],
)
def test_an_include_with_the_name_of_a_player_is_named(written: str) -> None:
    """Such an include holds no address, so nothing was printed and nothing was told."""
    assert read_dialect(written).removed["PK301"] in (["x"], ["github"])
