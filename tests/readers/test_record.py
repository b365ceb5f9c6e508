"""A record's keys and values → an Article."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from printkit.errors import RecordError
from printkit.readers.record import article_from


def refusal(**record: Any) -> RecordError:
    """Return the error that refuses a record."""
    with pytest.raises(RecordError) as caught:
        article_from(record, "a.json")
    return caught.value


def test_json_ld_reads_as_it_is() -> None:
    """A NewsArticle, as newsrooms publish it for search engines, is an article."""
    article, remarks = article_from(
        {
            "@context": "https://schema.org",
            "@type": "NewsArticle",
            "headline": "The ferry is back",
            "articleBody": "<p>It is.</p>",
            "author": {"@type": "Person", "name": "Ana Ruiz", "jobTitle": "Harbour reporter"},
            "datePublished": "2019-09-13T08:30:00+02:00",
            "publisher": {"name": "The Quay"},
            "image": {"url": "a.jpg", "creditText": "Li Wei"},
        },
        "a.json",
    )
    assert article.authors[0].job_title == "Harbour reporter"
    assert article.source is not None
    assert article.source.name == "The Quay"
    assert article.images[0].credit == "Li Wei"
    assert article.extra["@type"] == "NewsArticle"
    assert article.extra["author.@type"] == "Person"
    assert remarks == ()


def test_unknown_keys_join_the_records_own_extra() -> None:
    """A key that is in `extra` already is not overwritten."""
    article, _ = article_from(
        {"headline": "H", "body": "B", "extra": {"mood": "grey"}, "mood": "blue", "tide": 3}, "a"
    )
    assert article.extra == {"mood": "grey", "mood_": "blue", "tide": 3}


def test_an_object_in_extra_is_kept_as_the_name_of_its_type() -> None:
    """An object under an unknown key is kept in the same way; the attached record is JSON."""
    article, _ = article_from(
        {"headline": "A", "body": "B", "extra": {"a": object(), "b": [object()]}, "c": object()},
        "a",
    )
    assert article.extra == {"a": "<object>", "b": ["<object>"], "c": "<object>"}


def test_all_problems_are_told_at_once() -> None:
    """Each problem names the field as the record spells the field."""
    error = refusal(title="", dek=5, url="harbour", image=[None, {"url": "a", "width": "wide"}])
    assert error.where == "a.json"
    assert error.problems == (
        "title is empty",
        "dek is 5; text is wanted",
        "image.1.width is 'wide'; a whole number is wanted",
        "url 'harbour' is no web address; write the address in full, with https://",
    )


def test_a_misspelt_headline_is_recognised() -> None:
    """The error names the missing field, and the key that is probably meant for this field."""
    error = refusal(headlin="The ferry is back")
    assert error.problems[0] == "headline is missing; does 'headlin' mean headline?"
    assert "nothing to print" in error.problems[1]
    assert "headline (or title)" in error.remedy


def test_an_empty_record_says_what_an_article_needs() -> None:
    """The error names two missing fields: headline and body."""
    assert len(refusal().problems) == 2


def test_ten_thousand_problems_make_a_short_message() -> None:
    """The first twenty problems are named, the other problems are counted."""
    error = refusal(headline="H", body="B", images=[{"src": 1}] * 5000)
    assert len(error.problems) == 21
    assert error.problems[-1] == "and 4980 more problems"


def test_a_moment_without_a_zone_is_remarked_on() -> None:
    """The moment stays as written: no zone and no midnight is invented."""
    article, remarks = article_from(
        {
            "headline": "H",
            "body": "B",
            "published": "2019-09-13T08:30:00",
            "updated": "2019-09-14",
            "corrections": [{"text": "It was two.", "date": "2019-09-15T10:00:00"}],
        },
        "a.json",
    )
    assert article.date_published == datetime(2019, 9, 13, 8, 30)
    assert [remark.code for remark in remarks] == ["PK205", "PK205"]
    assert remarks[0].message.startswith("published has no time zone")
    assert remarks[1].message.startswith("corrections.0.date has no time zone")


def test_the_whole_corpus_reads_and_reads_back(corpus: Path) -> None:
    """Every real article reads, and its own record gives the same article."""
    paths = sorted((corpus / "articles").glob("*.json"))
    assert len(paths) == 43
    for path in paths:
        article, _ = article_from(json.loads(path.read_text("utf-8")), path.name)
        again, _ = article_from(json.loads(json.dumps(article.to_record())), path.name)
        assert again == article


@pytest.mark.parametrize(
    ("key", "value", "status"),
    [
        ("pubStatus", "canceled", "canceled"),
        ("pubstatus", "stat:withheld", "withheld"),
        ("creativeWorkStatus", "Draft", "withheld"),
        ("creativeWorkStatus", "Published", "usable"),
    ],
)
def test_a_status_is_heeded_under_the_names_of_the_trade(key: str, value: str, status: str) -> None:
    """Each standard of the trade has its own key and its own words for a status."""
    assert article_from({"headline": "H", "body": "B", key: value}, "a")[0].status == status


@pytest.mark.parametrize("key", ["embargo", "embargoed", "embargo_until", "embargoUntil"])
def test_an_embargo_is_heeded_under_near_names(key: str) -> None:
    """The key `embargo` counts as `embargoed_until` does; `false` is no embargo."""
    piece, _ = article_from({"headline": "H", "body": "B", key: "2031-01-01T00:00:00Z"}, "a")
    assert piece.embargoed_until == datetime(2031, 1, 1, tzinfo=UTC)
    assert article_from({"headline": "H", "body": "B", key: False}, "a")[0].embargoed_until is None


@pytest.mark.parametrize(
    ("key", "told"),
    [
        ("embrgoed_until", "'embrgoed_until' may be an embargo; write embargoed_until"),
        ("statuss", "'statuss' may be a status; write status"),
    ],
)
def test_what_may_forbid_the_printing_is_not_passed_over(key: str, told: str) -> None:
    """A misspelt embargo refuses the record, also after forty unknown keys."""
    others = {f"meta {number}": number for number in range(40)}
    assert refusal(headline="H", body="B", **others, **{key: "2031"}).problems == (told,)
    assert article_from({"headline": "H", "body": "B", key: ""}, "a")[0].status == "usable"


def test_two_keys_that_disagree_on_the_printing_are_refused() -> None:
    """`usable` does not win over `canceled` because of its key's spelling."""
    assert article_from({"headline": "H", "body": "B", "stats": {"views": 3}}, "a")
    error = refusal(headline="H", body="B", status="usable", pubStatus="canceled")
    assert error.problems == ("pubStatus and status say different things; keep only one of them",)
    both = {"headline": "H", "body": "B", "status": "usable", "creativeWorkStatus": "Published"}
    assert article_from(both, "a")[0].status == "usable"


def test_half_characters_of_a_mapping_are_replaced_and_counted() -> None:
    """Lone surrogates go in every place, so that the record can be written to a file."""
    piece, remarks = article_from(
        {"headline": "H \ud83d", "body": "<p>\ud83d</p>", "mood": {"\ude00": ["\ud83d", 1]}}, "a"
    )
    json.dumps(piece.to_record(), ensure_ascii=False).encode()
    assert piece.body == "<p>\ufffd</p>"
    assert piece.extra == {"mood": {"\ufffd": ["\ufffd", 1]}}
    assert str(remarks[0]) == "PK204 a: 4 unreadable characters were replaced by \ufffd"


def test_a_mapping_nested_without_end_is_refused() -> None:
    """A mapping that contains itself is refused, too."""
    endless: dict[str, Any] = {}
    endless["self"] = endless
    assert refusal(headline="H", body="B", x=endless).problems == (
        "is nested deeper than 100 levels (limits.record_depth)",
    )


def test_a_logo_may_be_an_image_object() -> None:
    """Publishers write logos in this form in schema.org."""
    logo = {"@type": "ImageObject", "url": "https://quay.example/logo.png"}
    piece, _ = article_from(
        {"headline": "H", "body": "B", "publisher": {"name": "The Quay", "logo": logo}}, "a"
    )
    assert piece.source is not None
    assert piece.source.logo == "https://quay.example/logo.png"


def test_a_record_that_may_be_withheld_is_refused_as_such() -> None:
    """Other faults of the record make no difference."""
    assert refusal(headline="A", body="x", url="nowhere", status="withhold it").held
    assert refusal(headline="A", body="x", url="nowhere", embargo="2999-01-01").held
    assert not refusal(headline="A", body="x", url="nowhere", status="usable").held


@pytest.mark.parametrize(
    "flaw",
    [
        {"headline": " ", "body": " "},
        {"date_published": "yesterday"},
        {"authors": 5, "images": "nope"},
        {"status": ["canceled"]},
        {"version": {}},
    ],
)
def test_a_notice_says_which_article_it_withdraws_whatever_else_it_says(
    flaw: dict[str, Any],
) -> None:
    """A kill notice needs no headline and no body, and is never printed."""
    record = {"url": "https://e.example/a", "id": "7", "status": "killed", **flaw}
    notice, _ = article_from(record, "kill.json")
    assert (notice.url, notice.id, notice.status) == ("https://e.example/a", "7", "canceled")
    bare, _ = article_from({"status": "withheld"}, "draft.json")
    assert bare.status == "withheld"


def test_a_name_that_cannot_be_seen_counts_as_not_given() -> None:
    """The headline is then the title, which has visible letters."""
    article, _ = article_from(
        {"headline": "\u200b", "title": "A quay", "body": "x", "tags": ["\u200b", "sea"]}, "a.json"
    )
    assert (article.headline, article.tags) == ("A quay", ("sea",))


@pytest.mark.parametrize(
    "key", ["sponsor", "sponsors", "sponsored_by", "sponsoredBy", "paid_for_by", "paidForBy"]
)
@pytest.mark.parametrize(
    ("given", "names"),
    [
        ("Harbour Bank", ["Harbour Bank"]),
        ({"@type": "Organization", "name": "Harbour Bank"}, ["Harbour Bank"]),
        (["Harbour Bank", {"name": "The Ferry Fund"}], ["Harbour Bank", "The Ferry Fund"]),
    ],
)
def test_a_sponsor_is_read_under_every_key(key: str, given: object, names: list[str]) -> None:
    """A sponsor is a name, an object of schema.org, or a list of names and objects."""
    record = {"headline": "Ferry returns", "body": "<p>It sails.</p>", key: given}
    article, remarks = article_from(record, "ferry.json")
    assert ([one.name for one in article.sponsor], remarks) == (names, ())
