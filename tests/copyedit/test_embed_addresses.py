"""Addresses of films and frames."""

import pytest

from printkit.copyedit import tree
from printkit.copyedit.embed_addresses import pointer, web_address


@pytest.mark.parametrize(
    ("base", "given", "address"),
    [
        (None, "https://o.org/v", "https://o.org/v"),
        (None, "//o.org/v", "https://o.org/v"),
        ("https://o.org/n/1", "../v", "https://o.org/v"),
        (None, "v.mp4", None),
        (None, "javascript:v", None),
        (None, "https://", None),
        (None, "https://[", None),
    ],
)
def test_only_an_address_of_the_web_is_printed(
    base: str | None, given: str, address: str | None
) -> None:
    """A relative address is joined to the address of the article."""
    assert web_address(base, given) == address


def test_a_line_has_the_name_of_the_embed() -> None:
    """The name is the title, else the label, else the address itself."""
    for given, named in (
        ({"title": "A  film"}, "A film"),
        ({"aria-label": "Map"}, "Map"),
        ({}, "b"),
    ):
        element = tree.make("video", **given)
        assert tree.inner(pointer(element, "b")) == f'<a href="b">{named}</a>'
