"""Metadata of an article and of an issue, and the record that is attached."""

from datetime import UTC, date, datetime
from xml.etree import ElementTree

import pytest

from printkit.article import Article
from printkit.edition import Edition
from printkit.markup import metadata
from printkit.wording.attribution import attribution_in
from tests.support.printed_articles import DC
from tests.support.sample_issue import BREAD, COFFEE, FERRY

PDFA = "{http://www.aiim.org/pdfa/ns/id/}"
XMP = "{http://ns.adobe.com/xap/1.0/}"
ARTICLES = (FERRY, COFFEE, BREAD)


def told(packet: str, name: str) -> list[str]:
    """Return the values of a property."""
    found = ElementTree.fromstring(packet).iter(name)
    return [text.strip() for one in found for text in one.itertext() if text.strip()]


def packets(title: str = "The Weekly", **choices: str) -> metadata.Packets:
    """Return the XMP packets of an issue."""
    edition = Edition(**{"language": "en", **choices})  # type: ignore[arg-type]
    return metadata.issue_packets(ARTICLES, edition, title, date(2019, 9, 15))


def test_an_issue_is_by_all_its_authors() -> None:
    """Title, publishers, rights, languages and date are the issue's; each name stands once."""
    packet = packets().packet
    assert told(packet, f"{DC}title") == ["The Weekly"]
    assert told(packet, f"{DC}creator") == ["Ana Ruiz", "Li Wei", "Bo Ek"]
    assert told(packet, f"{DC}publisher") == ["The Coast Herald"]
    assert told(packet, f"{DC}rights") == ["© 2019 The Coast Herald"]
    assert told(packet, f"{DC}language") == ["en"]
    assert told(packet, f"{XMP}CreateDate") == ["2019-09-15"]


@pytest.mark.parametrize(("profile", "claims"), [("archive", ["3"]), ("plain", [])])
def test_only_what_may_claim_does(profile: str, claims: list[str]) -> None:
    """The humble packet claims no standard; all other values of the two packets are equal."""
    made = packets(profile=profile)
    assert told(made.packet, f"{PDFA}part") == claims
    assert told(made.humble_packet, f"{PDFA}part") == []
    assert told(made.packet, f"{DC}title") == told(made.humble_packet, f"{DC}title")


@pytest.mark.parametrize("title", ["</rdf:li>", "<?xpacket end='w'?>", "]]>", "&xxe;", "{{7*7}}"])
def test_a_hostile_title_is_a_title(title: str) -> None:
    """The packet stays XML."""
    assert told(packets(title).packet, f"{DC}title") == [title]


def test_an_issue_of_nobody_and_no_day_says_nothing_of_them() -> None:
    """The packet has no empty properties."""
    packet = metadata.issue_packets([COFFEE], Edition(), "A").packet
    for name in ("creator", "publisher", "rights", "date"):
        assert not list(ElementTree.fromstring(packet).iter(f"{DC}{name}"))


def test_notices_are_told_once() -> None:
    """Notices stand in the order of the articles."""
    assert metadata.notices(ARTICLES, attribution_in("en")) == ("© 2019 The Coast Herald",)


def test_a_byline_stands_in_for_authors() -> None:
    """An article with authors does not list the names of its byline as well."""
    assert metadata.authors(Article(headline="A", body="b", byline="By Ana")) == ["Ana"]
    both = Article(headline="A", body="b", byline="By Ana", authors="Ana Ruiz")
    assert metadata.authors(both) == ["Ana Ruiz"]


def test_moments_are_of_one_zone_and_never_of_the_clock() -> None:
    """A day begins at midnight UTC; an article without a date always gets the same date."""
    assert metadata.dated(date(2019, 9, 13)) == datetime(2019, 9, 13, tzinfo=UTC)
    assert metadata.dated(None) == datetime(2000, 1, 1, tzinfo=UTC)
