"""Addresses of pictures: paths, web addresses, and the path on the article's own site."""

import pytest

from printkit.pictures.addresses import is_path, path_on_site, picture_address, slashed
from tests.support.time_limits import ends_soon

URL = "https://www.paper.example/news/2024/ferries?id=3"


@pytest.mark.parametrize(
    ("src", "expected"),
    [("a.png", True), ("C:/a.png", True), ("//a.example/x", False), ("data:,x", False)],
)
def test_a_path_is_told_from_an_address(src: str, expected: bool) -> None:
    """A drive of Windows is no scheme."""
    assert is_path(src) is expected


@pytest.mark.parametrize(
    ("src", "web", "on_site"),
    [
        ("pics/a.jpg", "https://www.paper.example/news/2024/pics/a.jpg", "news/2024/pics/a.jpg"),
        ("pics\\a.jpg", "https://www.paper.example/news/2024/pics/a.jpg", "news/2024/pics/a.jpg"),
        ("../a.jpg", "https://www.paper.example/news/a.jpg", "news/a.jpg"),
        ("../../../../a.jpg", "https://www.paper.example/a.jpg", "a.jpg"),
        ("/a.jpg?v=1#x", "https://www.paper.example/a.jpg?v=1#x", "a.jpg?v=1"),
        ("?id=4", "https://www.paper.example/news/2024/ferries?id=4", "news/2024/ferries?id=4"),
        ("https://paper.example/a.jpg", "https://paper.example/a.jpg", "a.jpg"),
        ("HTTP://PAPER.example:8080/a.jpg", "HTTP://PAPER.example:8080/a.jpg", "a.jpg"),
        ("//paper.example/a.jpg", "https://paper.example/a.jpg", "a.jpg"),
        ("https://cdn.example/a.jpg", "https://cdn.example/a.jpg", ""),
        ("https://[broken/a.jpg", "https://[broken/a.jpg", ""),
        ("C:\\a.jpg", "", ""),
        ("\\\\server\\share\\a.jpg", "", ""),
        ("file:///etc/hostname", "", ""),
        ("data:image/png,x", "", ""),
    ],
)
def test_an_address_has_its_place_on_the_web_and_on_the_site(
    src: str, web: str, on_site: str
) -> None:
    """`www.` makes no difference; a computer on a network of Windows is no site."""
    assert picture_address(src, URL) == web
    assert path_on_site(src, URL) == on_site


@pytest.mark.parametrize("url", [None, "", "no address", "mailto:a@b.example", "https://[x/"])
def test_without_the_address_of_the_article_a_path_is_nowhere_on_the_web(url: str | None) -> None:
    """A full address needs no other address."""
    assert picture_address("/pics/a.jpg", url) == ""
    assert path_on_site("pics/a.jpg", url) == ""
    assert picture_address("https://a.example/x.jpg", url) == "https://a.example/x.jpg"


def test_only_the_path_of_an_address_gets_the_slashes_of_the_web() -> None:
    """A query may hold backslashes."""
    assert slashed("a\\b.jpg?c=d\\e") == "a/b.jpg?c=d\\e"


@pytest.mark.parametrize("part", ["\\", "../", "a/", "?", "é", "%2e%2e/", "a.b:", "//"])
def test_a_long_hostile_address_ends_fast(part: str) -> None:
    """The address has a million characters."""
    src = part * (1_000_000 // len(part))
    with ends_soon():
        path_on_site(src, URL)
        path_on_site(f"a/{src}", URL)
