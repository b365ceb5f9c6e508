"""An open page → the web addresses that its links lead to."""

from printkit.preflight import readback
from tests.support.plain_weasyprint import print_plain


def test_links_to_the_web_are_read_in_their_order() -> None:
    """A link to a place in the file has no address."""
    (page,) = readback.read_pages(
        print_plain(
            "<p id=c><a href='https://example.org/ä'>A</a> <a href='#c'>B</a>"
            " <a href='https://example.org/b'>C</a></p>"
        )
    )
    assert page.links == ("https://example.org/%C3%A4", "https://example.org/b")


def test_a_page_without_links_has_none() -> None:
    """The page has an empty tuple of links."""
    assert readback.read_pages(print_plain("<p>One</p>"))[0].links == ()
