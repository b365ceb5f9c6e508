"""A list of captions behind a group of pictures is dealt by number, or stays a list."""

import pytest

from printkit.article import Article
from printkit.copyedit import edit
from tests.support.clean_copy import write_html

A, B = "<img src=https://e.org/a.jpg alt=a>", "<img src=https://e.org/b.jpg alt=b>"
CAPS = "<li>The old harbour.</li><li>The <em>new</em> mole.</li>"


def captions_of(body: str) -> tuple[list[str], str]:
    """Return the caption of each picture, and the copy of the body."""
    source = f"<p>First.</p>{body}<p>Last.</p>"
    copy = edit(Article(headline="H", body=source, language="en"), links="plain")
    return [write_html(one.caption) for one in copy.figures], write_html(copy.body)


@pytest.mark.parametrize(
    "body",
    [
        f"<figure>{A}{B}<figcaption><ol>{CAPS}</ol></figcaption></figure>",
        f"<figure class=gallery><a href=/a>{A}</a><picture>{B}</picture>"
        f"<figcaption><ul>{CAPS}</ul></figcaption></figure>",
        f"<ul class=gallery><li>{A}</li><li>{B}</li></ul><ol class=captions>{CAPS}</ol>",
        f"<div class=wp-block-gallery><figure>{A}</figure><figure>{B}</figure><figcaption>"
        f"<ol>{CAPS}</ol></figcaption></div>",
    ],
)
def test_each_picture_gets_its_item(body: str) -> None:
    """The first item is the caption of the first picture."""
    found, html = captions_of(body)
    assert found == ["The old harbour.", "The <em>new</em> mole."]
    assert "harbour" not in html


@pytest.mark.parametrize(
    "body",
    [
        f"<div>{A}{B}</div><ol><li>Take two eggs.</li><li>Mix them with the flour.</li></ol>",
        f"<div>{A}{B}</div><ol class=captions>{CAPS}<li>A third.</li></ol>",
    ],
)
def test_other_lists_stay_whole(body: str) -> None:
    """Steps, and lists of another length, lose no item."""
    found, html = captions_of(body)
    said = " ".join([*found, html])
    for words in ("eggs", "flour") if "eggs" in body else ("harbour", "mole", "third"):
        assert said.count(words) == 1
