"""Pictures in terms and in captions of tables become figures, and lose neither word nor link."""

import pytest

from printkit.article import Article
from printkit.copyedit import edit
from tests.support import structure_tree
from tests.support.clean_copy import write_html
from tests.support.printed_articles import print_article

A, B = '<img src="a.jpg" width="400"/>', '<img src="b.jpg" width="400"/>'
ONE, TWO = (f'<figure data-figure="{number}"></figure>' for number in (0, 1))


def shown(body: str) -> tuple[str, list[str]]:
    """Return the edited body between two paragraphs, and the captions of its pictures."""
    copy = edit(Article(headline="H", body=f"<p>x</p>{body}<p>y</p>"), links="plain")
    html = write_html(copy.body).removeprefix("<p>x</p>").removesuffix("<p>y</p>")
    return html, [write_html(figure.caption) for figure in copy.figures]


def test_a_list_whose_terms_are_pictures_is_a_gallery() -> None:
    """WordPress writes galleries in this form; a long description is text."""
    body = f"<dl><dt>{A}</dt><dd>One</dd><dt><a href='b.jpg'>{B}</a></dt><dd><p>Two.</p></dd></dl>"
    assert shown(body) == (f"{ONE}{TWO}<p>Two.</p>", ["One", ""])


@pytest.mark.parametrize(
    ("body", "printed"),
    [
        (f"<dl><dt>Heron {A}</dt><dd>Grey.</dd></dl>",
         f"<dl><dt>Heron</dt><dd>{ONE}<p>Grey.</p></dd></dl>"),
        (f"<dl><dt>{A}</dt><dd>Grey.</dd><dt>Stork</dt><dd>White.</dd></dl>",
         f"<dl><dd>{ONE}<p>Grey.</p></dd><dt>Stork</dt><dd>White.</dd></dl>"),
        (f"<dl><dt>Heron {A}</dt><dt>Stork</dt><dd>White.</dd></dl>",
         f"<dl><dt>Heron</dt><dd>{ONE}</dd><dt>Stork</dt><dd>White.</dd></dl>"),
        (f"<table><caption>{A} Ships</caption><tr><td>1</td><td>2</td></tr></table>",
         f'{ONE}<table><caption>Ships</caption><tbody><tr><td class="number">1</td>'
         '<td class="number">2</td></tr></tbody></table>'),
    ],
)  # fmt: skip
def test_a_picture_leaves_a_line_that_has_no_room(body: str, printed: str) -> None:
    """The picture moves to the description of its term, or before the table."""
    assert shown(body)[0] == printed


def test_a_sign_stays_in_its_term() -> None:
    """A flag stands beside the name of a country."""
    sign = '<img src="q.png" width="16" height="12"/>'
    html, _ = shown(f"<dl><dt>{sign} Norland</dt><dd>Cold.</dd></dl>")
    assert html == '<dl><dt><img data-figure="0"> Norland</dt><dd>Cold.</dd></dl>'


def test_the_link_of_a_moved_picture_is_kept() -> None:
    """The caption of the picture has the link."""
    body = f"<dl><dt>Heron <a href='https://x.example/h'>{A}</a></dt><dd>Grey.</dd></dl>"
    assert shown(body)[1] == ['<a href="https://x.example/h">x.example</a>']


def test_pictures_in_terms_are_tagged_as_figures() -> None:
    """PDF allows no figure between the terms of a list."""
    body = f"<p>x</p><dl><dt>Heron {A}</dt><dd>Grey.</dd><dt>Stork</dt><dd>White. {B}</dd></dl>"
    result = print_article({"headline": "H", "language": "en", "body": body})
    assert structure_tree.find_faults(result.pdf) == []
    assert not [one for one in result.remarks if one.code in ("PK601", "PK608")]
