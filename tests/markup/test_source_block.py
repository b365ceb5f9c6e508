"""The source block: attribution, addresses, and a code to scan."""

from typing import Any

import pytest

from printkit.article import Article
from printkit.markup.source_block import qr_code, source_lines
from printkit.wording.attribution import attribution_in


def lines(**fields: Any) -> list[str]:
    """Return the lines of the source block, as text."""
    article = Article(**{"headline": "A", "body": "b", **fields})
    told = source_lines(article, attribution_in("en"))
    return [line.label + line.value for line in told]


def test_the_source_block_leaves_out_what_the_opening_says() -> None:
    """Published and updated stand at the top; tags come last."""
    dates = {"date_published": "2019-09-13", "date_modified": "2019-09-15"}
    told = lines(**dates, date_posted="2019-09-14", source="The Herald", tags=["sea", "trade"])
    assert told == [
        "Posted on September 14, 2019",
        "Source: The Herald, September 13, 2019",
        "Tags: sea, trade",
    ]


def test_the_address_of_the_source_is_told_unless_the_articles_own_has_it() -> None:
    """Addresses of people are always told."""
    source = {"name": "The Herald", "url": "https://herald.example/"}
    author = {"name": "Mia Lind", "url": "https://mia.example/"}
    away = lines(source=source, authors=[author], url="https://elsewhere.example/a")
    assert away[-2:] == ["The Herald herald.example", "Mia Lind mia.example"]
    assert "The Herald herald.example" not in lines(source=source, url="https://herald.example/a")


@pytest.mark.parametrize(("url", "drawn"), [("", 0), ("https://e.org/a", 1), ("x" * 401, 0)])
def test_an_address_is_drawn_if_it_can_be_scanned(url: str, drawn: int) -> None:
    """Each code is one path of ink."""
    assert qr_code(url).count("<path") == drawn
