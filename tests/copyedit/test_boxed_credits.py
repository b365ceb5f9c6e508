"""A credit behind the caption, in the box of one picture, is the credit of the picture."""

import pytest

from printkit.article import Article
from printkit.copyedit import edit
from tests.support.clean_copy import write_html

CAPTION = '<span class="caption">The crane</span>'


def found(body: str) -> list[tuple[str, str | None]]:
    """Return caption and credit of each picture of a body."""
    copy = edit(Article(headline="H", body=f"<p>Before.</p>{body}<p>After.</p>"), links="plain")
    return [(write_html(one.caption), one.image.credit) for one in copy.figures]


@pytest.mark.parametrize(
    ("credit", "name"),
    [
        ('<span class="copyright">© Ann Lee</span>', "© Ann Lee"),
        ('<span class="source">Ann Lee</span>', "Ann Lee"),
        ("<span>© Ann Lee</span>", "© Ann Lee"),
        ("<p>Foto: Ann Lee</p>", "Ann Lee"),
        ("<div><em>Photo by Ann Lee</em></div>", "Ann Lee"),
        ("<small>Crédit photo : Ann Lee</small>", "Ann Lee"),
        ('<p class="fotograf">© Ann Lee</p>', "© Ann Lee"),
        ("<div>AFP / Ann Lee</div>", "AFP / Ann Lee"),
    ],
)
@pytest.mark.parametrize("box", ["<ul><li>{}</li></ul>", '<div class="bild">{}</div>'])
def test_the_credit_of_a_box_belongs_to_its_picture(credit: str, name: str, box: str) -> None:
    """Items of galleries, and boxes with names in any language."""
    inside = f'<img src="a.jpg">{CAPTION}{credit}'
    assert found(box.format(inside)) == [("The crane", name)]


def test_each_box_keeps_its_credit() -> None:
    """No marker and no line of a list is left."""
    item = '<li><img src="{0}.jpg"><p class="caption">Crane {0}</p><p>© {0} Lee</p></li>'
    body = f"<ul>{item.format('A')}{item.format('B')}</ul>"
    copy = edit(Article(headline="H", body=f"<p>x</p>{body}"), links="plain")
    assert [(write_html(one.caption), one.image.credit) for one in copy.figures] == [
        ("Crane A", "© A Lee"),
        ("Crane B", "© B Lee"),
    ]
    assert copy.blocks == ("x",)


@pytest.mark.parametrize(
    "body",
    [
        f'<div><img src="a.jpg">{CAPTION}<p>Photography came late to the quay.</p></div>',
        f'<div><img src="a.jpg">{CAPTION}<p>© Ann Lee</p><p>More text.</p></div>',
        f'<div><div><img src="a.jpg">{CAPTION}</div><p>© Ann</p><img src="b.jpg"></div>',
    ],
)
def test_other_words_stay_text(body: str) -> None:
    """Sentences, credits before more text, and credits between two pictures."""
    assert found(body)[0] == ("The crane", None)
