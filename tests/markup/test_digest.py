"""The digest's own pages: words of plans and records are printed as words."""

from collections.abc import Iterator
from datetime import date
from xml.etree import ElementTree

import pytest
import weasyprint

from printkit.article import Article
from printkit.edition import Edition
from printkit.issue.plan import Plan
from printkit.markup import digest
from printkit.markup.entries import (
    ArticleEntry,
    CreditedPicture,
    Listing,
    PlacedSection,
)
from printkit.pages import PageMarkup
from tests.support.printed_articles import keep_letters
from tests.support.sample_issue import make_cover_picture, make_issue

PAYLOADS = (
    "{{7*7}}",
    "{% raw %}",
    "<script>alert(1)</script>",
    "</title><meta http-equiv=refresh content=0>",
    "</style><style>@page{size:1px}</style>",
    "<link rel=attachment href=file:///etc/passwd>",
    "<!-- comment -->",
    "&lt;b&gt; &amp; a < b",
    '" onclick="x',
    "url(file:///etc/passwd)",
    "javascript:alert(1)",
    "printkit:a1",
)


def tree(html: str) -> ElementTree.Element:
    """Return the page as WeasyPrint parses it."""
    root: ElementTree.Element = weasyprint.HTML(string=html).etree_element
    return root


def skeleton(html: str) -> Iterator[tuple[str, list[str]]]:
    """Yield elements and the names of their attributes, without values and text."""
    for element in tree(html).iter():
        yield str(element.tag), sorted(element.attrib)


def every_page(words: str) -> Iterator[PageMarkup]:
    """Yield every own page, with the same words wherever words may stand."""
    edition = Edition(language="en")
    plan = Plan(title=words, masthead=words, number=words, note="Text", note_by=words)
    article = Article(
        headline=words,
        subheadline=words,
        authors=[{"name": words}],
        source={"name": words},
        section=words,
        url=f"https://example.org/?{words}",
        copyright_notice=words,
        body="b",
    )
    credited = CreditedPicture("a1.1", words, words, True, page=words)
    there = ArticleEntry("a1", pictures=(credited,), article=article, page=words)
    missing = ArticleEntry("a2", page=words, missing=words, name=words)
    sections = [PlacedSection(words, (there, missing))]
    picture = make_cover_picture(alt=words, caption=words, credit=words)
    listed = [Listing("sources", words, words)]
    yield digest.cover_page(digest.cover_copy(plan, None, sections, picture, edition), edition)
    yield digest.matter_page([digest.editors_note(plan, edition)], edition)
    yield digest.contents_page(sections, edition, inserts=listed, back=listed)
    back = (
        digest.list_sources(sections, edition),
        digest.list_picture_credits(sections, edition, cover=picture),
        digest.colophon(plan, None, [article], [words], edition),
    )
    yield digest.matter_page(back, edition)
    yield digest.stub_page(missing, edition, section=words)
    yield digest.stub_page(there._replace(missing=words), edition, section=words)
    yield digest.furniture_pages([digest.PageFurniture("opening", words, words, words)], edition)


@pytest.mark.parametrize("payload", PAYLOADS)
def test_hostile_words_are_words(payload: str) -> None:
    """Every page has the same elements as with harmless words, and the words as they are."""
    for hostile, harmless in zip(every_page(payload), every_page("harmless"), strict=True):
        assert list(skeleton(hostile.html)) == list(skeleton(harmless.html))
        told = "".join(tree(hostile.html).itertext())
        wanted = "".join(tree(harmless.html).itertext())
        assert keep_letters(told).count(keep_letters(payload)) >= wanted.count("harmless")


def test_no_word_but_the_markups_own_leads_into_the_issue() -> None:
    """An address in a record is a web address; only printkit names places of the issue."""
    for page in every_page("printkit:elsewhere"):
        led = [link.get("href", "") for link in tree(page.html).iter("a")]
        assert all(one.startswith(("printkit:a", "printkit:s", "https://")) for one in led)


@pytest.mark.parametrize(("profile", "archive"), [("archive", True), ("plain", False)])
def test_every_page_is_of_the_editions_profile(profile: str, archive: bool) -> None:
    """A single page of another profile would cost the whole file its claims."""
    edition = Edition(language="en", profile="archive" if archive else "plain")
    made = digest.contents_page(make_issue(), edition)
    assert (edition.profile, made.archive, made.metadata) == (profile, archive, None)


def test_equal_values_make_equal_pages() -> None:
    """The pages depend neither on the clock nor on chance."""
    plan = Plan(title="The Weekly", date=date(2019, 9, 20))
    one, other = (digest.colophon(plan, None, [], ["A"], Edition()) for _ in range(2))
    assert one == other
