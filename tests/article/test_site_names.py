"""The name of a site is cut off a headline, where the record says the name."""

import pytest

from printkit.article import Article
from printkit.article.site_names import part_site, site_names
from tests.support.time_limits import ends_soon

NAMES = {"thequay"}


@pytest.mark.parametrize(
    ("line", "parted", "cut"),
    [
        ("Harbour opens | The Quay", "Harbour opens", "The Quay"),
        ("Harbour opens - The Quay", "Harbour opens", "The Quay"),
        ("Harbour opens — The Quay | News", "Harbour opens", "The Quay | News"),
        ("Harbour opens | Sea | The Quay", "Harbour opens", "Sea | The Quay"),
        ("Ships - a history - The Quay", "Ships - a history", "The Quay"),
        ("The Quay » Harbour opens", "Harbour opens", "The Quay"),
        ("Harbour opens｜THE QUAY", "Harbour opens", "THE QUAY"),
        ("Harbour opens | The Mole", "Harbour opens | The Mole", ""),
        ("Harbour at The Quay", "Harbour at The Quay", ""),
        ("The Quay", "The Quay", ""),
        ("The Quay - The Quay", "The Quay - The Quay", ""),
        ("The-Quay opens", "The-Quay opens", ""),
        ("", "", ""),
    ],
)
def test_a_name_behind_a_mark_is_cut_off(line: str, parted: str, cut: str) -> None:
    """The name stands behind the headline or before it; a section between the two goes, too."""
    assert part_site(line, NAMES, "Sea") == (parted, cut)


def test_the_record_names_its_site() -> None:
    """The source, other keys and the address of the record tell the name of the site."""
    article = Article(
        headline="H",
        body="b",
        source="The Mole",
        url="https://www.quaynews.example/1",
        extra={"siteName": "The Quay", "blog": {"name": "Sea Blog"}, "site_name": 7, "note": "X"},
    )
    assert site_names(article) == {
        *("themole", "thequay", "seablog"),
        *("quaynews", "quaynewsexample"),
    }
    assert site_names(Article(headline="H", body="b")) == frozenset()


def test_long_headlines_end_fast() -> None:
    """A headline may hold thousands of marks."""
    with ends_soon():
        for line in ("| " * 500_000, " - " * 300_000, " " * 1_000_000, " -" * 480):
            part_site(line, NAMES)
