"""The caption of a group of pictures stands before or behind the group, or with a picture."""

import pytest

from printkit.article import Article
from printkit.copyedit import edit
from printkit.copyedit.clean_copy import Copy
from tests.support.clean_copy import write_html
from tests.support.time_limits import ends_soon

ASH, BIRCH = (
    f'<figure><img src="{name}.jpg"><figcaption>{name}</figcaption></figure>'
    for name in ("ash", "birch")
)
BARE = '<figure><img src="cedar.jpg"></figure>'
FIGURES = "".join(f'<figure data-figure="{number}"></figure>' for number in (0, 1))


def copy_of(body: str) -> Copy:
    """Return the copy of a body between two paragraphs."""
    return edit(Article(headline="H", body=f"<p>Before.</p>{body}<p>After.</p>"), links="plain")


def captions(copy: Copy) -> list[str]:
    """Return the captions of all pictures."""
    return [write_html(one.caption) for one in copy.figures]


@pytest.mark.parametrize(
    "body",
    [
        f"<figure>{ASH}{BIRCH}<figcaption>Trees</figcaption></figure>",
        f"<figure><div>{ASH}{BIRCH}</div><figcaption><p>Trees</p></figcaption></figure>",
        f'<figure class="wp-block-gallery">{ASH}{BIRCH}'
        '<figcaption class="blocks-gallery-caption">Trees</figcaption></figure>',
        f"<div class=gallery>{ASH}{BIRCH}<p class=caption>Trees</p></div>",
        f"<div><div>{ASH}{BIRCH}</div><div class=gallery-caption>Trees</div></div>",
    ],
)
def test_the_caption_of_a_group_stands_behind_the_group(body: str) -> None:
    """Nested figures, WordPress's galleries, and boxes of figures."""
    copy = copy_of(body)
    assert captions(copy) == ["ash", "birch"]
    assert f'{FIGURES}<p class="caption">Trees</p><p>After.' in write_html(copy.body)


def test_a_caption_above_a_group_stands_above() -> None:
    """The words keep their place."""
    copy = copy_of(f"<figure><figcaption>Trees</figcaption>{ASH}{BIRCH}</figure>")
    assert captions(copy) == ["ash", "birch"]
    assert f'<p class="caption">Trees</p>{FIGURES}' in write_html(copy.body)


def test_one_caption_of_a_picture_makes_the_other_one_of_the_group() -> None:
    """The caption does not seem to tell of the last picture alone."""
    copy = copy_of(f"<figure>{ASH}{BARE}<figcaption>Trees</figcaption></figure>")
    assert captions(copy) == ["ash", ""]
    assert f'{FIGURES}<p class="caption">Trees</p>' in write_html(copy.body)


def test_a_group_without_other_captions_has_its_caption_below_the_last_picture() -> None:
    """The credit in the caption becomes the credit of the last picture."""
    copy = copy_of(f"<figure>{BARE * 2}<figcaption>Trees. Photo: Ann Lee</figcaption></figure>")
    assert captions(copy)[-1:] == ["Trees."]
    assert copy.figures[-1].image.credit == "Ann Lee"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (f"{ASH}<p class=caption>More</p>{BIRCH}", ["ash More", "birch"]),
        (f"<figure>{ASH}<figcaption>More</figcaption></figure>", ["ash More"]),
        (f"<div>{ASH}<p>A text.</p>{BIRCH}<p class=caption>More</p></div>", ["ash", "birch More"]),
    ],
)
def test_a_second_caption_of_one_picture_stays_with_the_picture(
    body: str, expected: list[str]
) -> None:
    """A box with text, and a figure with one picture, are no groups."""
    assert captions(copy_of(body)) == expected


def test_groups_in_groups_end_fast() -> None:
    """Ninety figures around two figures, each with a caption."""
    with ends_soon():
        deep = f"{ASH}{BIRCH}"
        for number in range(90):
            deep = f"<figure>{deep}<figcaption>n{number}</figcaption></figure>"
        copy = copy_of(deep)
        assert captions(copy) == ["ash", "birch"]
        assert "n89" in write_html(copy.body)
