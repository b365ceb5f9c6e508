"""The keys of a record are sorted under the fields of an article."""

from typing import Any

import pytest

from printkit.article import Article
from printkit.edition.limits import DEFAULTS
from printkit.errors import RecordError
from printkit.readers.record import article_from
from printkit.readers.shapes import nested_model
from printkit.readers.sorting import Sorting
from printkit.remarks import Remark
from tests.support.time_limits import ends_soon


def sort(record: dict[str, Any], **aliases: str) -> tuple[dict[str, Any], Sorting]:
    """Sort a record; return its fields and the Sorting."""
    sorting = Sorting("a.json", aliases, DEFAULTS)
    return sorting.fields(record), sorting


def test_every_spelling_finds_its_field() -> None:
    """snake_case, camelCase, the newsroom's words and the names of formats mean one field."""
    fields, sorting = sort(
        {"datePublished": "2019-09-13", "standfirst": "S", "slug": "x"}, slug="id"
    )
    assert set(fields) == {"date_published", "subheadline", "id"}
    assert not list(sorting.remarks())


def test_the_canonical_key_wins_and_the_other_is_kept() -> None:
    """If two keys give one field, both values are kept, and a remark says so."""
    fields, sorting = sort({"dek": "other", "subheadline": "canonical"})
    assert fields == {"subheadline": "canonical"}
    assert sorting.unknown == [("dek", "other")]
    [remark] = sorting.remarks()
    assert remark == Remark(
        "PK201",
        "'dek' was kept in extra, since subheadline gives the same field",
        "a.json",
    )


def test_a_filled_key_wins_over_an_empty_one() -> None:
    """An empty canonical field hides no other key; two equal values count as one value."""
    fields, sorting = sort({"subheadline": "", "dek": "filled", "title": "T", "headline": "T"})
    assert fields == {"subheadline": "filled", "headline": "T"}
    assert sorting.unknown == []


def test_unknown_keys_are_kept_under_their_path() -> None:
    """The remark names the nearest right name, also within a picture."""
    _, sorting = sort(
        {"headlin": "x", "images": [None, {"src": "a.jpg", "captoin": "C"}], "source": {"bar": 1}}
    )
    assert sorting.unknown == [("headlin", "x"), ("images.1.captoin", "C"), ("source.bar", 1)]
    told = [remark.message for remark in sorting.remarks()]
    assert told[0].endswith("kept in extra; did you mean headline?")
    assert told[1].endswith("did you mean caption?")
    assert told[2] == "'source.bar' is no field and was kept in extra"
    assert sorting.near == {"headline": "headlin"}


def test_json_ld_keys_are_kept_without_a_word() -> None:
    """`@type` and its like are no mistakes."""
    _, sorting = sort({"@type": "NewsArticle"})
    assert sorting.unknown == [("@type", "NewsArticle")]
    assert not list(sorting.remarks())


def test_nulls_are_not_given() -> None:
    """Nulls go, also nested nulls; empty texts go if they cannot be a value."""
    fields, _ = sort(
        {"id": None, "tags": ["a", None, ""], "url": "", "images": [{"src": "a", "alt": ""}, None]}
    )
    assert fields == {"tags": ["a"], "images": [{"src": "a", "alt": ""}]}


def test_paths_are_spelt_as_the_record_spells_them() -> None:
    """A place in a list counts the nulls that were left out before this place."""
    _, sorting = sort({"image": [None, {"contentUrl": "a"}], "author": {"name": "Ana Ruiz"}})
    assert sorting.spelt(("images", 0, "src")) == "image.1.contentUrl"
    assert sorting.spelt(("authors", 0, "name")) == "author.name"


def test_a_date_in_words_is_a_date() -> None:
    """Newsrooms export dates in the words of the printed page."""
    fields, _ = sort({"datePublished": "September 13, 2019"})
    assert str(fields["date_published"]) == "2019-09-13"


def test_a_million_keys_are_counted_not_listed() -> None:
    """Remarks stay few, and too many values are refused at once."""
    _, sorting = sort({f"key {number}": 1 for number in range(5000)})
    remarks = list(sorting.remarks())
    assert len(remarks) == 21
    assert "4980 more" in remarks[-1].message
    with pytest.raises(RecordError, match=r"a\.json: holds more than 20,000 values"):
        sort({str(number): 1 for number in range(20_001)})
    with pytest.raises(RecordError, match="more than 20,000 values"):
        sort({"tags": ["x"] * 20_001})


def test_an_endless_key_costs_nothing() -> None:
    """The nearest name of a key of a million capitals is not looked for."""
    with ends_soon():
        fields, sorting = sort({"A" * 1_000_000: 1, "images": [{"B" * 1_000_000: 1}]})
        assert fields == {"images": []}
        assert all(len(remark.message) < 200 for remark in sorting.remarks())


def test_the_model_of_a_fields_values_is_known() -> None:
    """A picture is a picture, alone or in a list; a text has no model."""
    image = nested_model(Article, "images")
    assert image is not None
    assert image.__name__ == "Image"
    assert nested_model(Article, "headline") is None


@pytest.mark.parametrize(
    ("empty", "told"),
    [
        ({"url": ""}, ["images.1 is a picture without an address; left out"]),
        ({}, ["images.1 is a picture without an address; left out"]),
        ({"url": None, "alt": "A ship"}, [
            "images.1 is a picture without an address; left out: 'A ship'"
        ]),
        ({"@id": "#lead"}, ["images.1 is a picture without an address; left out"]),
        (False, []),
        ("", []),
    ],
)  # fmt: skip
def test_an_empty_entry_of_a_picture_costs_no_article(empty: object, told: list[str]) -> None:
    """The other pictures stay."""
    record = {"headline": "H", "body": "B", "images": [{"url": "a.jpg"}, empty]}
    article, remarks = article_from(record, "a")
    assert [one.src for one in article.images] == ["a.jpg"]
    assert [one.message for one in remarks] == told


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ("Melville, Moby Dick", "; not printed: 'Melville, Moby Dick'"),
        ([{"@type": "Comment", "text": "So it is."}], "; not printed: 'So it is.'"),
        ({"slug": "a b", "link": "https://e.org/a b"}, ""),
        ("word", ""),
        (7, ""),
    ],
)
def test_the_sentences_of_an_unknown_key_are_told(value: object, told: str) -> None:
    """An editor sees which words of the record are not on paper."""
    _, remarks = article_from({"headline": "H", "body": "B", "remarks_of_x": value}, "a")
    assert [one.message for one in remarks] == [
        f"'remarks_of_x' is no field and was kept in extra{told}"
    ]
