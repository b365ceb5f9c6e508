"""Article pages: the words of a record are printed as words, never as markup."""

import json
from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree

import pytest
import weasyprint

from printkit.article import Article
from printkit.edition import Edition
from printkit.edition.ticket import JobTicket
from printkit.markup import article as markup
from printkit.markup.cross_references import CrossReference
from printkit.pages import FileMetadata, PageMarkup, PrintedText
from printkit.prepare import Prepared, prepare
from printkit.readers import Reading
from tests.support.printed_articles import DC, keep_letters
from tests.support.sample_records import RICH

PAYLOADS = (
    "{{7*7}}",
    "{% raw %}",
    "{# x #}",
    "{{ article.__class__ }}",
    "{{ ''.__class__.__mro__ }}",
    "${7*7}",
    "#{7*7}",
    "<%= 7*7 %>",
    "%s %d %(name)s",
    "{0} {name} {}",
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "</title><meta http-equiv=refresh content=0>",
    "</style><style>*{display:none}</style>",
    "<style>@page{size:1px}</style>",
    "<link rel=stylesheet href=http://127.0.0.1:9/>",
    "<link rel=attachment href=file:///etc/passwd>",
    "<base href=file:///etc/>",
    "<iframe src=file:///etc/passwd>",
    "<!-- comment -->",
    "-->",
    "<![CDATA[x]]>",
    "]]>",
    "<?xml version='1.0'?>",
    "<?xpacket end='w'?>",
    "<!DOCTYPE html>",
    "<!ENTITY x 'y'>",
    "&amp;",
    "&lt;b&gt;",
    "&#60;b&#62;",
    "&nbsp;&shy;",
    "&xxe;",
    "a & b",
    "a < b > c",
    'say "quoted"',
    "it's 'quoted'",
    '" onclick="x',
    "' onclick='x",
    '"><b>bold</b>',
    "`backticks`",
    "\\n \\u0041 \\",
    "$(id) ; rm -rf /",
    "' OR 1=1 --",
    "../../../etc/passwd",
    "javascript:alert(1)",
    "url(file:///etc/passwd)",
    "attr(x) counter(page)",
    '<figure data-figure="0"></figure>',
)


def page(**fields: Any) -> PageMarkup:
    """Return the page markup of an article."""
    return markup.article_page(prepared("a", Edition(), **fields), Edition())


def metadata_of(**fields: Any) -> FileMetadata:
    """Return the metadata of an article's page."""
    metadata = page(**fields).metadata
    assert metadata
    return metadata


def prepared(prefix: str, edition: Edition, **fields: Any) -> Prepared:
    """Return an article with these fields, ready for its markup."""
    article = Article(**{"headline": "A", "body": "<p>Ships came in.</p>", **fields})
    return prepare(Reading("a", article, None, ()), JobTicket(edition), prefix)


def tree(html: str) -> ElementTree.Element:
    """Return the page as WeasyPrint parses it."""
    root: ElementTree.Element = weasyprint.HTML(string=html).etree_element
    return root


def parsed(packet: str) -> ElementTree.Element:
    """Return an XMP packet as XML."""
    return ElementTree.fromstring(packet)


def skeleton(html: str) -> Iterator[tuple[str, list[str]]]:
    """Yield elements and the names of their attributes, without values and text."""
    for element in tree(html).iter():
        yield str(element.tag), sorted(element.attrib)


def filled_with(words: str) -> dict[str, Any]:
    """Return a record with the same words in every field for words."""
    person = {"name": words, "role": words, "job_title": words, "organization": words}
    return {
        "headline": words,
        "kicker": words,
        "section": words,
        "subheadline": words,
        "summary": words,
        "byline": words,
        "authors": [person],
        "contributors": [{**person, "role": "editor"}],
        "dateline": words,
        "images": [{"caption": words, "credit": words, "headline": words, "usage_terms": words}],
        "source": {"name": words, "license": words},
        "info_sources": [{"name": words, "role": words}],
        "credit_text": words,
        "tags": [words],
        "genre": words,
        "copyright_notice": words,
        "copyright_holder": words,
        "license": words,
        "usage_terms": words,
        "corrections": [{"text": words}],
        "version": words,
        "id": words,
        "extra": {words: words},
    }


@pytest.mark.parametrize("payload", PAYLOADS)
def test_hostile_words_are_words(payload: str) -> None:
    """The page has the same elements as with harmless words, and the words as they are."""
    hostile, harmless = page(**filled_with(payload)).html, page(**filled_with("harmless")).html
    assert list(skeleton(hostile)) == list(skeleton(harmless))
    told = "".join(tree(hostile).itertext())
    wanted = "".join(tree(harmless).itertext())
    assert keep_letters(told).count(keep_letters(payload)) >= wanted.count("harmless") > 15
    (headline,) = tree(hostile).iter("h1")
    assert "".join(headline.itertext()).replace("\u00a0", " ") == payload


@pytest.mark.parametrize("payload", PAYLOADS)
def test_hostile_words_are_words_in_the_metadata_too(payload: str) -> None:
    """The packet stays XML, and the record JSON."""
    metadata = metadata_of(**filled_with(payload))
    packet = parsed(metadata.packet)
    for name in ("title", "creator", "publisher", "description", "rights", "subject"):
        (found,) = packet.iter(f"{DC}{name}")
        assert payload in "".join(found.itertext())
    record = json.loads(metadata.record)
    assert record["headline"] == payload
    assert record["extra"] == {payload: payload}


def test_a_hostile_address_stays_within_its_attribute() -> None:
    """Quotes in the address do not end the attribute."""
    url = 'https://example.org/"><script>x</script>?a=1&b={{7*7}}'
    root = tree(page(url=url, source={"name": "S", "url": url}).html)
    assert [link.get("href") for link in root.iter("a")] == [url, url]
    assert not list(root.iter("script"))


def test_placeholders_in_a_body_are_not_the_copy_editors() -> None:
    """Only copy-editing decides where a picture stands."""
    body = (
        '<p>One</p><figure data-figure="0"></figure><p><img data-figure="9">two</p>'
        '<pre>&lt;img data-figure="7"&gt;</pre>'
    )
    html = page(body=body).html
    assert not list(tree(html).iter("figure"))
    assert '<img data-figure="7">' in "".join(tree(html).itertext())


def test_the_dateline_runs_in_before_the_first_words() -> None:
    """The dateline has a paragraph of its own if the body does not begin with a paragraph."""
    first = next(tree(page(dateline="CÁDIZ").html).iter("p"))
    told = " ".join("".join(first.itertext()).split())
    assert told == "CÁDIZ | Ships came in."
    html = page(dateline="CÁDIZ", body="<ul><li>Salt</li></ul>").html
    assert " ".join("".join(next(tree(html).iter("p")).itertext()).split()) == "CÁDIZ |"


def test_a_short_last_word_of_a_headline_is_not_left_alone() -> None:
    """A no-break space ties the last word to the word before."""
    (headline,) = tree(page(headline="The harbour is at sea").html).iter("h1")
    assert "".join(headline.itertext()) == "The harbour is at\u00a0sea"


def test_an_address_has_a_qr_code_if_it_can_be_scanned() -> None:
    """An address too long for a code is printed without a code."""
    assert tree(page(url="https://example.org/a").html).findall(".//{*}svg")
    long = "https://example.org/" + "a" * 5_000
    html = page(url=long).html
    assert not tree(html).findall(".//{*}svg")
    assert long.removeprefix("https://") in html


@pytest.mark.parametrize(
    ("fields", "moment"),
    [
        ({"date_published": "2019-09-13"}, "2019-09-13T00:00:00+00:00"),
        ({"date_published": "2019-09-13T08:30:00+02:00"}, "2019-09-13T06:30:00+00:00"),
        ({"date_published": "2019-09-13T08:30:00"}, "2019-09-13T08:30:00+00:00"),
        ({"date_modified": "2019-09-14", "date_published": "2019-09-13"}, "2019-09-14"),
        ({"date_published": "0001-01-01T00:00:00+14:00"}, "2000-01-01"),
        ({"date_published": "9999-12-31T23:00:00-14:00"}, "2000-01-01"),
        ({}, "2000-01-01"),
    ],
)
def test_the_attached_record_is_dated_by_the_record(fields: dict[str, str], moment: str) -> None:
    """The clock plays no part, so that the same record gives the same bytes."""
    assert metadata_of(**fields).dated.isoformat().startswith(moment)


def test_a_summary_is_in_the_metadata_even_if_it_is_not_printed() -> None:
    """A summary is not printed if the body begins with its words."""
    metadata = metadata_of(summary="Ships came in.")
    (description,) = parsed(metadata.packet).iter(f"{DC}description")
    assert "".join(description.itertext()).strip() == "Ships came in."


def test_what_is_to_be_printed_is_told_for_the_proof() -> None:
    """Preflight gets every filled field of a rich record, and the body in blocks."""
    names = [one.field for one in page(**RICH).printed]
    for name in ("headline", "subheadline", "byline", "dates", "dateline", "kicker", "corrections"):
        assert name in names
    for name in ("images.caption", "images.credit", "body", "notes", "source"):
        assert name in names
    assert names.count("body") > 10


def test_half_a_character_in_a_record_does_not_stop_the_press() -> None:
    """Reading replaces the lone surrogate, for the page and for the attachment."""
    made = page(body="<p>half \ud83d here</p>")
    assert "\ud83d" not in made.html
    assert made.metadata
    assert json.loads(made.metadata.record)["body"] == "<p>half \ufffd here</p>"


def test_the_head_of_a_section_stands_above_the_article_that_opens_it() -> None:
    """Preflight looks for the head, and the kicker does not repeat the section."""
    edition = Edition()
    made = markup.section_page(
        [prepared("a1", edition, section="World", kicker="Coast")], edition, section="World"
    )
    assert made.printed[0] == PrintedText("section", "World")
    assert PrintedText("kicker", "Coast") in made.printed
    (head, kicker) = (next_with(tree(made.html), name) for name in ("section-head", "kicker"))
    assert (head.text, kicker.text) == ("World", "Coast")
    assert made.metadata is None
    alone = page(section="World", kicker="Coast")
    assert PrintedText("kicker", "World · Coast") in alone.printed
    assert "section-head" not in alone.html


def next_with(root: ElementTree.Element, name: str) -> ElementTree.Element:
    """Return the first element of a class."""
    return next(one for one in root.iter() if name in (one.get("class") or "").split())


def test_articles_that_flow_on_share_a_page_and_no_id() -> None:
    """Each article has its own language and direction; each expected text names its article."""
    edition = Edition(language="en")
    link = {"body": '<p>Ships <a href="https://example.org/">came</a>.</p>'}
    hebrew = {"headline": "הנמל", "language": "he", "images": [{"caption": "c"}]}
    made = markup.section_page(
        [prepared("a1", edition, **link), prepared("a2", edition, **link, **hebrew)], edition
    )
    root = tree(made.html)
    assert root.get("lang") == "en"
    articles = [(one.get("lang"), one.get("dir")) for one in root.iter("article")]
    assert articles == [("en", "ltr"), ("he", "rtl")]
    ids = [one.get("id", "") for one in root.iter() if one.get("id")]
    assert len(ids) == len(set(ids)) == 9
    assert all(one.startswith(("a1", "a2")) for one in ids)
    heads = [(one.words, one.article) for one in made.printed if one.field == "headline"]
    assert heads == [("A", "a1"), ("הנמל", "a2")]
    assert list(made.articles) == ["a1", "a2"]
    assert "flow" in (root.get("class") or "").split()


def test_a_note_says_on_which_page_of_the_issue_it_is() -> None:
    """Preflight looks for these words too."""
    edition = Edition(language="en")
    body = '<p>Ships <a href="https://example.org/quay">came</a>.</p>'
    references = {"https://example.org/quay": CrossReference("a7", "12")}
    made = markup.article_page(prepared("a1", edition, body=body), edition, references=references)
    assert PrintedText("notes", "example.org/quay page 12") in made.printed
    assert "example.org/quay, page 12" in "".join(tree(made.html).itertext())
