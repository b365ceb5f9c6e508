"""Clean copy: the result of copy-editing."""

import pickle

from printkit.article import Article, Image
from printkit.copyedit import edit
from printkit.copyedit.clean_copy import Copy, Figure


def figure(name: str) -> Figure:
    """Return a figure of this name."""
    return Figure(Image(src=name))


def test_the_pictures_of_a_copy_come_in_reading_order() -> None:
    """The lead comes first, then the pictures of the body, then the gallery."""
    copy = Copy(
        lead=figure("lead"),
        figures=(figure("one"), figure("two")),
        gallery=(figure("last"),),
    )
    assert [found.src for found in copy.images] == ["lead", "one", "two", "last"]


def test_a_copy_may_have_no_picture() -> None:
    """Gathering has no picture to look for then."""
    assert Copy().images == ()


def test_a_copy_can_travel_to_another_process() -> None:
    """The copy has every kind of hole."""
    body = '<p>See <a href="https://example.org/">this</a> <img src=a.png> now.</p><img src=b.jpg>'
    copy = edit(Article(headline="H", body=body), links="inline")
    assert len({type(piece) for piece in copy.body}) == 5
    assert pickle.loads(pickle.dumps(copy)) == copy  # noqa: S301 - its own bytes
