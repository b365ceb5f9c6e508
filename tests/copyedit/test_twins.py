"""Twins: pictures that a page repeats for other screens, and pictures that a page uses twice."""

import json
from pathlib import Path

import pytest

import printkit
from printkit.article import Article
from printkit.copyedit import edit
from printkit.copyedit.clean_copy import Copy
from tests.support.clean_copy import write_html
from tests.support.made_pictures import draw_scene, encode_picture
from tests.support.printed_articles import read_aloud
from tests.support.structure_tree import find_elements
from tests.support.time_limits import ends_soon

URL = "https://example.org/news/1"


def copy_of(body: str, **digests: str) -> Copy:
    """Return the copy of a body; the names of the files with digests have no ending."""
    article = Article(headline="H", body=f"<p>x</p>{body}<p>y</p>")
    return edit(article, digest_of=lambda src: digests.get(src.removesuffix(".jpg"), ""))


def figure(src: str, caption: str = "", **attributes: str) -> str:
    """Return the markup of a figure."""
    given = "".join(f' {name.rstrip("_")}="{value}"' for name, value in attributes.items())
    return f'<figure{given}><img src="{src}"><figcaption>{caption}</figcaption></figure>'


def shown(copy: Copy) -> list[tuple[str | None, str, str | None]]:
    """Return address, caption and credit of each picture."""
    return [(one.image.src, write_html(one.caption), one.image.credit) for one in copy.every_figure]


def told(copy: Copy) -> list[tuple[str, str]]:
    """Return kind and words of everything that a remark names as not printed."""
    return [(one.kind, one.words) for remark in copy.remarks for one in remark.removed]


@pytest.mark.parametrize(
    "body",
    [
        "<figure><img src=a-300x200.jpg><img src=a.jpg><figcaption>A</figcaption></figure>",
        "<figure><img src=a.jpg><span><img src=a-300x200.jpg></span><figcaption>A</figcaption>"
        "</figure>",
        "<picture><source srcset='a-300x200.jpg 300w'><img src=a-300x200.jpg></picture>"
        "<img class=wide src=a.jpg><p class=caption>A</p>",
        "<p><img src=a-300x200.jpg></p><p><img src=a.jpg></p><p><small>A</small></p>",
        "<img src=a-300x200.jpg><noscript><img src=a.jpg></noscript><p class=caption>A</p>",
        figure("a-300x200.jpg", "A", class_="mobile-only") + figure("a.jpg", "A", class_="desktop"),
        figure("a-300x200.jpg") + figure("a.jpg", "A"),
        figure("a.jpg", "A") + figure("a-300x200.jpg"),
    ],
)
def test_one_picture_in_two_sizes_is_printed_once_in_the_larger(body: str) -> None:
    """The picture keeps its caption; a remark or preflight knows the other size."""
    copy = copy_of(body)
    assert [(one.src, one.caption) for one in copy.images] == [("a.jpg", "A")]
    known = [words for _, words in told(copy)] + [one.words for one in copy.rewritten]
    assert known.count("a-300x200.jpg") == 1


def test_the_same_bytes_are_the_same_picture() -> None:
    """The addresses do not matter, but two descriptions must not contradict each other."""
    body = "<p><img src=b.jpg></p><p><img src=a.jpg></p>"
    assert [one[0] for one in shown(copy_of(body, a="1", b="1"))] == ["b.jpg"]
    assert len(shown(copy_of(body, a="1", b="2"))) == 2
    assert len(shown(copy_of(body))) == 2
    described = "<p><img src=b.jpg alt=Dome></p><p><img src=a.jpg alt=Quay></p>"
    assert len(shown(copy_of(described, a="1", b="1"))) == 2


def test_three_pictures_of_one_program_are_three() -> None:
    """A03: only the query tells the pictures apart."""
    row = "".join(f"<img src='https://cms.example/image.php?id={n}' alt=Room>" for n in (1, 2, 3))
    copy = copy_of(f"<figure class=row>{row}<figcaption>Rooms. Photo: Li Wei</figcaption></figure>")
    assert [one[0] for one in shown(copy)] == [
        f"https://cms.example/image.php?id={n}" for n in (1, 2, 3)
    ]
    assert copy.remarks == ()


def test_two_captions_make_two_uses_of_a_picture() -> None:
    """The page shows both uses, also without words between the two."""
    one = figure("a.jpg", "In May. Photo: Ana Ruiz")
    other = figure("a-300x200.jpg", "From afar. Photo: Li Wei/Quay Press")
    assert shown(copy_of(one + other)) == [
        ("a.jpg", "In May.", "Ana Ruiz"),
        ("a-300x200.jpg", "From afar.", "Li Wei/Quay Press"),
    ]


@pytest.mark.parametrize("name", ["wp-block-image size-large", "mobility", "showcase small", ""])
def test_other_class_names_tell_no_screens(name: str) -> None:
    """WordPress puts a size on every picture."""
    one = figure("a.jpg", "In May", class_=name)
    other = figure("a.jpg", "From afar", class_=name)
    assert [one[1] for one in shown(copy_of(one + other))] == ["In May", "From afar"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("hidden-mobile", "visible-mobile"),
        ("d-none d-md-block", "d-md-none"),
        ("only-desktop", "only-phone"),
        ("show-for-small", "hide-for-small"),
        ("u-hidden@sm", "md:hidden"),
        ("hero__image--desktop", "hero__image--mobile"),
        ("elementor-hidden-tablet elementor-hidden-desktop", "elementor-hidden-mobile"),
    ],
)
def test_for_other_screens_a_second_caption_is_told(first: str, second: str) -> None:
    """No screen shows both captions."""
    one = f'<div class="{first}">{figure("a.jpg", "In May. Photo: Ana Ruiz")}</div>'
    other = f'<div class="{second}">{figure("a-300x200.jpg", "May. Photo: A. Ruiz")}</div>'
    copy = copy_of(one + other)
    assert shown(copy) == [("a.jpg", "In May.", "Ana Ruiz")]
    assert told(copy) == [
        ("credit", "A. Ruiz"),
        ("caption", "May."),
        ("repeated picture", "a-300x200.jpg"),
    ]


def test_a_gallery_that_is_there_twice_is_printed_once() -> None:
    """One gallery is for wide screens, one is for narrow screens; captions stay."""
    wide = figure("a.jpg", "A") + figure("b.jpg", "B")
    narrow = figure("a-300x200.jpg", "A") + figure("b-300x200.jpg", "B")
    copy = copy_of(f"<div>{wide}</div><div>{narrow}</div>")
    assert [one[:2] for one in shown(copy)] == [("a.jpg", "A"), ("b.jpg", "B")]


def test_the_twin_gives_what_the_first_lacks() -> None:
    """Caption, credit and description move; a remark tells a second description."""
    one = "<figure><img src=a.jpg alt=Dome title=Noon></figure>"
    other = (
        "<figure class=sm-only><img src=a-300x200.jpg alt='The dome'>"
        "<figcaption>In May. Photo: Ana Ruiz</figcaption></figure>"
    )
    copy = copy_of(one + other)
    assert shown(copy) == [("a.jpg", "In May.", "Ana Ruiz")]
    (printed,) = copy.figures
    assert (printed.image.alt, printed.image.headline) == ("Dome", "Noon")
    assert ("alternative text", "The dome") in told(copy)


def test_words_in_attributes_make_two_uses() -> None:
    """The script of a gallery shows such words; a missing attribute contradicts nothing."""
    item = "<li><img src=a.jpg data-caption='{}' data-credit='{}'></li>"
    copy = copy_of(f"<ul>{item.format('A', 'Ana')}{item.format('B', 'Li')}</ul>")
    assert shown(copy) == [("a.jpg", "A", "Ana"), ("a.jpg", "B", "Li")]
    copy = copy_of(f"<div><img src=a.jpg>{item.format('A', 'Ana')}</div>")
    assert shown(copy) == [("a.jpg", "A", "Ana")]


def test_the_link_of_a_twin_is_told() -> None:
    """A link that the first picture has, too, is not told."""
    one = "<a href='https://e.org/1'><img src=a.jpg></a>"
    other = "<a href='https://e.org/{}'><img src=a-300x200.jpg></a>"
    codes = [[r.code for r in copy_of(one + other.format(n)).remarks] for n in (1, 2)]
    assert codes == [["PK301"], ["PK301", "PK302"]]


@pytest.mark.parametrize(
    "body",
    [
        "<p><img src=star.png><img src=star.png><img src=star.png></p>",
        "<p><img src=star.png width=20><img src=star.png width=20></p>",
        "<table><tr><th>Ferry<th>Bus<tr><td><img src=yes.png><td><img src=yes.png></table>",
        "<p><img src=a.jpg></p><p>Words.</p><p><img src=a.jpg></p>",
        "<p><img src=a.jpg></p><hr><p><img src=a.jpg></p>",
    ],
)
def test_what_is_repeated_on_purpose_is_repeated(body: str) -> None:
    """Stars of a rating, marks in cells, a picture that comes back later: all are printed."""
    copy = copy_of(body)
    assert len(copy.figures) == body.count("<img")
    assert copy.remarks == ()


def test_every_word_and_picture_of_a_page_with_twins_is_on_paper_or_told(tmp_path: Path) -> None:
    """The pictures are real files, and preflight finds no loss."""
    (tmp_path / "dome.jpg").write_bytes(encode_picture(draw_scene(600, 400), "JPEG"))
    (tmp_path / "dome-300x200.jpg").write_bytes(encode_picture(draw_scene(300, 200), "JPEG"))
    (tmp_path / "copy.jpg").write_bytes((tmp_path / "dome.jpg").read_bytes())
    for number in (1, 2):
        data = encode_picture(draw_scene(300 + number, 200), "JPEG")
        (tmp_path / f"image.php?id={number}").write_bytes(data)
    lazy = "<img src=data:image/gif;base64,R0lG data-srcset='dome-300x200.jpg 300w, dome.jpg 9w'>"
    body = (
        "<p>One.</p>" + figure("dome-300x200.jpg", "In May. Photo: Ana Ruiz", class_="sm-only")
        + figure("dome.jpg", "In May, at noon. Photo: Ana Ruiz", class_="hidden-sm")
        + f"<p>Two.</p><figure>{lazy}<noscript><img src=dome-300x200.jpg></noscript>"
        "<img class=mobile-only src=dome-300x200.jpg><figcaption>From afar. <span class=credit>"
        "Li Wei</span></figcaption></figure><p>Three.</p>"
        "<figure><img src='image.php?id=1' alt=Blue><img src='image.php?id=2' alt=Red>"
        "<figcaption>Two rooms</figcaption></figure>"
    )  # fmt: skip
    lead = {"src": "copy.jpg", "role": "lead", "caption": "The dome", "credit": "Jo Park"}
    record = {"headline": "Dome", "language": "en", "body": body, "images": [lead]}
    (tmp_path / "a.json").write_text(json.dumps(record))
    printed = printkit.export(tmp_path / "a.json")
    read = " ".join(read_aloud(printed.pdf).split())
    places = [
        read.index(words)
        for words in (
            "The dome Photograph: Jo Park",
            "In May. Photograph: Ana Ruiz",
            "From afar. Photograph: Li Wei",
            "Two rooms",
        )
    ]
    assert places == sorted(places)
    assert len(find_elements(printed.pdf, "Figure")) == 5
    assert {one.code for one in printed.remarks} <= {"PK301", "PK405", "PK406", "PK602"}
    assert "In May, at noon." in str(printed.remarks)


@pytest.mark.parametrize("step", ["", "?id={}", "?w={}", "#{}"])
def test_five_hundred_pictures_in_a_row_are_compared_at_once(step: str) -> None:
    """A hostile body may hold as many pictures as the limit allows."""
    row = "".join(figure(f"a.jpg{step.format(n)}", f"Words {n}") for n in range(500))
    with ends_soon():
        copy_of(row)
