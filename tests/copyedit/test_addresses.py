"""Addresses made absolute."""

from printkit.copyedit.addresses import join_address


def test_relative_addresses_are_the_articles() -> None:
    """Such an address is relative to the article's address, else to the record's folder."""
    base = "https://example.org/n/1"
    assert join_address(base, " img/a.jpg ") == "https://example.org/n/img/a.jpg"
    assert join_address(None, "img/a.jpg") == "img/a.jpg"
    assert join_address("", "img/a.jpg") == "img/a.jpg"


def test_an_address_that_cannot_be_read_stays_as_it_is() -> None:
    """A later pass names the fault of the address."""
    assert join_address("https://example.org/", "http://[broken") == "http://[broken"
