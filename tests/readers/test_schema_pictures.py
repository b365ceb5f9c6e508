"""Pictures within texts of schema.org are printed with all their words, each with its own."""

from pathlib import Path
from typing import Any

import pytest

import printkit
from tests.support.made_pictures import draw_scene, encode_picture
from tests.support.printed_articles import read_pages

PICTURE = {
    "@type": "ImageObject",
    "caption": "The mill at dawn",
    "description": "A brick tower",
    "creditText": "Reuters/Ann Lee",
    "copyrightNotice": "© Reuters",
    "license": "https://e.org/licence",
}
HOLDERS: list[dict[str, Any]] = [
    {"@type": "LiveBlogPosting", "liveBlogUpdate": [{"articleBody": "It burns.", "image": 0}]},
    {"@type": "HowTo", "step": [{"@type": "HowToStep", "text": "Cut.", "image": 0}]},
    {"@type": "HowTo", "step": [{"name": "A", "image": 0, "itemListElement": [{"text": "Cut."}]}]},
    {
        "@type": "FAQPage",
        "mainEntity": [{"@type": "Question", "name": "Why?", "image": 0}],
    },
    {
        "@type": "FAQPage",
        "mainEntity": [
            {"@type": "Question", "name": "Why?", "acceptedAnswer": {"text": "So.", "image": 0}}
        ],
    },
    {"@type": "NewsArticle", "articleBody": "Main.", "hasPart": [{"text": "Part.", "image": 0}]},
    {"@type": "ItemList", "itemListElement": [{"item": {"name": "Skye", "image": 0}}]},
    {"@type": "Review", "reviewBody": "Fine.", "itemReviewed": {"name": "Mill", "image": 0}},
]
ADDRESSES: list[dict[str, Any]] = [
    {"url": "a.png"},
    {"contentUrl": "a.png"},
    {"url": ["a.png", "b.png"]},
    {"contentUrl": {"@id": "a.png"}},
    {"@id": "a.png"},
]


def _with_picture(value: Any, picture: Any) -> Any:
    if isinstance(value, list):
        return [_with_picture(one, picture) for one in value]
    if isinstance(value, dict):
        return {
            key: picture if key == "image" else _with_picture(one, picture)
            for key, one in value.items()
        }
    return value


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with two pictures."""
    for number, name in enumerate(("a.png", "b.png")):
        (tmp_path / name).write_bytes(encode_picture(draw_scene(400 + 10 * number, 300)))
    return tmp_path


@pytest.mark.parametrize("holder", HOLDERS, ids=str)
def test_a_picture_in_any_object_keeps_its_words(holder: dict[str, Any], folder: Path) -> None:
    """Caption, credit, copyright and licence are on paper, and the description is the alt."""
    record = {"headline": "H", "inLanguage": "en", **_with_picture(holder, PICTURE | ADDRESSES[0])}
    made = printkit.export(record, folder=folder)
    text = " ".join(" ".join(read_pages(made.pdf)).split())
    for words in ("The mill at dawn", "Reuters/Ann Lee", "© Reuters", "e.org/licence"):
        assert text.count(words) == 1, text
    assert [one.message for one in made.remarks] == []
    assert made.article.images[0].alt == "A brick tower"


@pytest.mark.parametrize("address", ADDRESSES, ids=str)
def test_each_way_to_write_an_address_shows_the_picture(
    address: dict[str, Any], folder: Path
) -> None:
    """A list of addresses shows each of its pictures."""
    record = {"headline": "H", "inLanguage": "en", **_with_picture(HOLDERS[0], PICTURE | address)}
    made = printkit.export(record, folder=folder)
    number = 2 if isinstance(address.get("url"), list) else 1
    assert len(made.article.images) == number
    assert {one.credit for one in made.article.images} == {"Reuters/Ann Lee"}
    assert " ".join(read_pages(made.pdf)).count("The mill at dawn") == number


def test_two_uses_of_one_picture_keep_their_own_words(folder: Path) -> None:
    """As in a live blog that shows a picture again."""
    first = {"url": "a.png", "caption": "Before the fire", "creditText": "Ann Lee"}
    second = {"url": "b.png", "caption": "After the fire", "creditText": "Bo Ray"}
    updates = [{"articleBody": "One.", "image": first}, {"articleBody": "Two.", "image": second}]
    record = {
        "@type": "LiveBlogPosting",
        "headline": "H",
        "inLanguage": "en",
        "image": "a.png",
        "liveBlogUpdate": updates,
    }
    made = printkit.export(record, folder=folder)
    text = " ".join(" ".join(read_pages(made.pdf)).split())
    assert text.index("Before the fire Photograph: Ann Lee") < text.index("One.")
    assert text.index("After the fire Photograph: Bo Ray") < text.index("Two.")


def test_the_terms_of_use_of_such_a_picture_count(folder: Path) -> None:
    """A picture that is for the web only is not printed."""
    picture = {**PICTURE, "url": "a.png", "usageInfo": "Web use only"}
    record = {"headline": "H", "inLanguage": "en", **_with_picture(HOLDERS[0], picture)}
    codes = [one.code for one in printkit.export(record, folder=folder).remarks]
    assert codes == ["PK403"]
