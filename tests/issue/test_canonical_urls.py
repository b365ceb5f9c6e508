"""Canonical addresses: two spellings of one place become one address."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as some

from printkit.article import Article
from printkit.issue.canonical_urls import address_of, canonical_address
from tests.support.time_limits import ends_soon


@pytest.mark.parametrize(
    "url",
    [
        "http://example.org/2019/ferry",
        "https://www.example.org/2019/ferry/",
        "HTTPS://WWW.Example.ORG:443/2019/ferry",
        "http://example.org:80/2019/ferry#comments",
        "https://example.org./2019/ferry?",
        "https://www.www.example.org/2019/ferry",
        "https://example.org/2019/f%65rry",
        "https://reader@example.org/2019/ferry",
        "https://example.org/2019/ferry?utm_source=letter&utm_medium=email",
        "https://example.org/2019/ferry?fbclid=1&gclid=2&mc_cid=3&xtor=RSS-1&amp=1#top",
    ],
)
def test_one_address_has_many_spellings(url: str) -> None:
    """Only differences that change the target count."""
    assert canonical_address(url) == "https://example.org/2019/ferry"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://example.org/?p=12", "https://example.org/?p=13"),
        ("https://example.org/Ferry", "https://example.org/ferry"),
        ("https://example.org/a%2Fb", "https://example.org/a/b"),
        ("https://example.org/a/amp", "https://example.org/a"),
        ("https://m.example.org/a", "https://example.org/a"),
        ("https://example.org:8080/a", "https://example.org/a"),
        ("https://example.org/#!/a", "https://example.org/#!/b"),
        ("https://example.org/a?campaign=1", "https://example.org/a"),
        ("https://www.com/a", "https://com/a"),
        ("mailto:desk@example.org", "mailto:desk@example.org?utm_source=a"),
    ],
)
def test_what_may_lead_elsewhere_counts(one: str, other: str) -> None:
    """An article printed twice is better than an article lost."""
    assert canonical_address(one) != canonical_address(other)


def test_parameters_count_in_any_order() -> None:
    """`id=7&lang=de` is `lang=de&id=7`."""
    assert canonical_address("http://a.org/?lang=de&utm_id=1&id=7") == canonical_address(
        "http://a.org?id=7&lang=de"
    )


def test_a_host_is_known_by_its_letters_or_its_code() -> None:
    """`münchen.de` is xn--mnchen-3ya.de on the network; and %C3%BC in a path is ü."""
    assert canonical_address("https://MÜNCHEN.de/ü") == canonical_address(
        "http://xn--mnchen-3ya.de/%c3%bc"
    )


@pytest.mark.parametrize(
    "url",
    [
        "",
        "#top",
        "/a/b",
        "printkit:a1f9c",
        "tel:+34956",
        "http://[bad",
        "http://a:99999/",
        "http://",
    ],
)
def test_what_is_no_address_comes_back_as_it_is(url: str) -> None:
    """Links within the text, broken addresses and foreign schemes are no addresses."""
    assert canonical_address(url) == url


@example(host="0 ", path="", query="")
@given(some.text(), some.text(), some.text())
def test_a_canonical_address_is_its_own(host: str, path: str, query: str) -> None:
    """A second call of `canonical` changes nothing."""
    once = canonical_address(f"https://{host}/{path}?{query}")
    assert canonical_address(once) == once


def test_a_hostile_host_does_not_take_for_ever() -> None:
    """Python's codec for hosts takes seconds for a million letters."""
    with ends_soon():
        canonical_address("https://" + "é" * 2_000_000 + "/a")


def test_a_front_page_names_no_article() -> None:
    """Otherwise a link to a site would lead to an article that gives the site as its address."""
    there = Article(headline="A", body="B", url="https://www.example.org/a/?utm_id=1")
    assert address_of(there) == "https://example.org/a"
    assert address_of(there.model_copy(update={"url": "https://example.org/"})) is None
    assert address_of(there.model_copy(update={"url": None})) is None
