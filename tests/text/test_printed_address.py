"""Web addresses as people write them."""

import pytest

from printkit.text.printed_address import (
    bare_host,
    is_web_address,
    printed_address,
    short_address,
    site_of,
)


@pytest.mark.parametrize(
    ("given", "printed"),
    [
        ("https://herald.example/a/", "herald.example/a"),
        ("HTTP://www.herald.example", "www.herald.example"),
        ("https://herald.example//", "herald.example/"),
        ("mailto:jane@herald.example", "mailto:jane@herald.example"),
        ("CC-BY-4.0/", "CC-BY-4.0/"),
        ("see https://herald.example/", "see https://herald.example/"),
        ("", ""),
    ],
)
def test_a_printed_address_has_no_scheme(given: str, printed: str) -> None:
    """Other text, such as the name of a licence, stays as it is."""
    assert printed_address(given) == printed
    assert is_web_address(given) == (given != printed)


@pytest.mark.parametrize(
    ("given", "printed"),
    [
        ("https://www.herald.example/a//", "herald.example/a"),
        ("www.herald.example", "www.herald.example"),
        ("MAILTO:jane@herald.example", "jane@herald.example"),
        ("tel:+34956", "+34956"),
        ("herald.example/mailto:x", "herald.example/mailto:x"),
    ],
)
def test_a_short_address_has_no_www_either(given: str, printed: str) -> None:
    """In the midst of a sentence space is short."""
    assert short_address(given) == printed


def test_a_site_is_named_without_port_path_and_www() -> None:
    """An address that names no site gives an empty text."""
    assert site_of("https://www.Herald.example:8080/a?b#c") == "herald.example"
    assert site_of("mailto:jane@herald.example") == ""


def test_a_bare_host_has_no_www_and_may_have_a_port() -> None:
    """Capitals do not count in the name of a host; `www.` counts only at the beginning."""
    assert bare_host("WWW.Herald.example:8080") == "herald.example:8080"
    assert bare_host("my.www.example") == "my.www.example"
    assert bare_host(None) == ""


def test_www_stays_where_no_host_would_be_left() -> None:
    """The host `www.gov` is another host than `gov`; more than one `www.` may open an address."""
    assert bare_host("www.gov") == "www.gov"
    assert bare_host("www.www.herald.example") == "herald.example"
    assert bare_host(f"{'www.' * 25_000}{'a' * 50_000}") == f"www.{'a' * 50_000}"
