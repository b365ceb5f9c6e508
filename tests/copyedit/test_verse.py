"""Poems keep their lines and stanzas."""

import pytest

from printkit.article import Article
from printkit.copyedit import edit
from tests.support.clean_copy import write_html
from tests.support.printed_articles import print_article, read_pages


@pytest.mark.parametrize(
    "poem",
    [
        '<pre class="wp-block-verse">Roses\n  red\n\nEnd\nnow</pre>',
        '<div class="poem"><p>Roses<br>&nbsp; red</p><p>End<br>now</p></div>',
        '<div class="stanza"><div class="line">Roses</div><div class="line">&nbsp; red</div></div>'
        '<div class="stanza"><span class="line">End</span><span class="line">now</span></div>',
        '<blockquote class="poetry">Roses<br>&nbsp; red<br><br>End<br>now</blockquote>',
    ],
)
def test_a_poem_keeps_lines_and_stanzas(poem: str) -> None:
    """Breaks, elements or a `pre` part the lines of the poem."""
    html = write_html(edit(Article(headline="H", body=poem)).body).replace("&nbsp;", "\xa0")
    html = html.replace("\xa0\xa0", "~").replace("\xa0 ", "~")
    html = html.replace('<blockquote class="verse">', "").replace("</blockquote>", "")
    lines = html.replace('<p class="verse">', "<p>")
    assert lines == "<p>Roses<br>~red</p><p>End<br>now</p>"
    assert 'class="verse"' in write_html(edit(Article(headline="H", body=poem)).body)


def test_a_poem_is_set_line_by_line() -> None:
    """The lines keep their indents."""
    poem = '<pre class="wp-block-verse">Roses\n    indented\n        twice</pre>'
    result = print_article({"headline": "A poem", "body": poem, "language": "en"})
    lines = [line.strip() for page in read_pages(result.pdf) for line in page.splitlines()]
    at = lines.index("Roses")
    assert lines[at : at + 3] == ["Roses", "indented", "twice"]
