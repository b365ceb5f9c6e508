"""The keys of site generators become the fields of a record."""

from typing import Any

import pytest

from printkit.article import Article
from printkit.readers.generators import ALIASES, named, record_of
from printkit.readers.record import article_from
from tests.support.time_limits import ends_soon


def article(**front: Any) -> Article:
    """Return the article of some front matter."""
    record, _ = record_of(front, "a.md")
    return article_from({"title": "T", "body": "B", **record}, "a.md", ALIASES)[0]


def doubts(**front: Any) -> list[str]:
    """Return the messages of the remarks on some front matter."""
    return [remark.message for remark in record_of(front, "a.md")[1]]


def test_a_section_alone_is_no_matter_for_remark() -> None:
    """A section stays as it is if the file has no categories."""
    assert doubts(section="Harbour") == []


@pytest.mark.parametrize(
    ("key", "value", "field", "wanted"),
    [
        *((key, "2019-09-13", "date_published", "2019-09-13") for key in (
            "date", "publishDate", "pubdate", "published"
        )),
        *((key, "2019-09-13", "date_modified", "2019-09-13") for key in (
            "lastmod", "modified", "updated", "last_modified_at", "last-modified"
        )),
        ("category", "Harbour", "section", "Harbour"),
        ("categories", ["Harbour"], "section", "Harbour"),
        ("keywords", "ferry, quay", "tags", ["ferry", "quay"]),
        ("description", "S", "summary", "S"),
        ("excerpt", "S", "summary", "S"),
        ("slug", "the-ferry", "id", "the-ferry"),
        ("canonicalUrl", "https://example.org/f", "url", "https://example.org/f"),
        ("permalink", "https://example.org/f", "url", "https://example.org/f"),
        ("lang", "no", "language", "no"),
        ("dir", "rtl", "direction", "rtl"),
        ("rights", "© The Quay", "copyright_notice", "© The Quay"),
        ("Author", "Ruiz, Ana; Wei, Li", "authors", [{"name": "Ruiz, Ana"}, {"name": "Wei, Li"}]),
        ("authors", "Ana Ruiz, Li Wei", "authors", [{"name": "Ana Ruiz"}, {"name": "Li Wei"}]),
        ("featuredImage", "a.jpg", "images", [{"src": "a.jpg"}]),
        ("images", ["a.jpg", "b.jpg"], "images", [{"src": "a.jpg"}, {"src": "b.jpg"}]),
        ("cover", {"image": "a.jpg", "alt": "A"}, "images", [{"src": "a.jpg", "alt": "A"}]),
        ("params", {"author": "Ana Ruiz"}, "authors", [{"name": "Ana Ruiz"}]),
        ("taxonomies", {"tags": ["quay"]}, "tags", ["quay"]),
    ],
)  # fmt: skip
def test_each_key_finds_its_field(key: str, value: Any, field: str, wanted: Any) -> None:
    """The keys come from Hugo, Jekyll, Pelican, Zola and pandoc."""
    assert article(**{key: value}).to_record()[field] == wanted


@pytest.mark.parametrize(
    ("front", "status"),
    [
        ({"draft": "true"}, "withheld"),
        ({"draft": "false"}, "usable"),
        ({"published": "false"}, "withheld"),
        ({"published": "true"}, "usable"),
        ({"Status": "draft"}, "withheld"),
        ({"Status": "published"}, "usable"),
        ({"draft": "true", "status": "canceled"}, "canceled"),
    ],
)
def test_drafts_are_withheld(front: dict[str, Any], status: str) -> None:
    """Every key for drafts counts; a stronger status of the record itself stays."""
    assert article(**front).status == status


def test_of_several_categories_the_first_is_the_section() -> None:
    """The other categories join the tags, with a remark."""
    piece = article(categories="Harbour, Winter", tags=["ferry"])
    assert (piece.section, piece.tags) == ("Harbour", ("ferry", "Winter"))
    assert len(doubts(categories="Harbour, Winter")) == 1
    piece = article(section="News", category="Harbour")
    assert (piece.section, piece.tags) == ("News", ("Harbour",))


def test_a_path_is_no_web_address() -> None:
    """Generators mean a place on the site: the path is kept, and the article is not refused."""
    piece = article(url="/2019/ferry/", permalink="/:title/")
    assert piece.url is None
    assert piece.extra == {"url": "/2019/ferry/", "permalink": "/:title/"}
    assert len(doubts(url="/2019/ferry/")) == 1


def test_pictures_of_several_keys_are_gathered() -> None:
    """Each picture is taken once; caption and description go to the first picture."""
    piece = article(
        cover="a.jpg", images=["b.jpg", "a.jpg"], cover_alt="A", **{"image-caption": "C"}
    )
    assert piece.to_record()["images"] == [
        {"alt": "A", "caption": "C", "src": "a.jpg"},
        {"src": "b.jpg"},
    ]
    assert article(photo_credit="Li Wei").to_record()["images"] == [{"credit": "Li Wei"}]


def test_what_steers_a_generator_is_kept_without_a_word() -> None:
    """`layout: post` is in every file and says nothing about the article."""
    record, remarks = record_of({"layout": "post", "extra": {"mood": "grey"}}, "a.md")
    assert record == {"extra": {"mood": "grey", "layout": "post"}}
    assert remarks == []


def test_nested_keys_do_not_hide_others() -> None:
    """Of two equal keys, the outer key counts, and a remark names the inner key in full."""
    record, _ = record_of({"author": "Ana Ruiz", "params": {"author": "Li Wei"}}, "a.md")
    assert record == {"author": "Ana Ruiz", "params.author": "Li Wei"}


def test_a_key_is_known_in_any_spelling() -> None:
    """A key is joined, parted or in capitals; an endless key costs no time."""
    keys = ["featuredImage", "featured-image", "Featured Image", "FEATURED_IMAGE", "A" * 1_000_000]
    with ends_soon():
        assert named(dict.fromkeys(keys, 1), "featured_image") == keys[:4]
