"""The digest's own pages: whatever a plan or a record says stands there as words."""

from collections.abc import Iterator
from datetime import date
from xml.etree import ElementTree

import pytest
import weasyprint

from printkit import matter
from printkit.article import Article
from printkit.edition import Edition
from printkit.pages import PageMarkup
from printkit.plan import Plan
from printkit.stories import CreditedPicture, Listing, Placed, PlacedSection, Story
from tests.issues import issue, photograph
from tests.printing import letters

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
    root: ElementTree.Element = weasyprint.HTML(string=html).etree_element
    return root


def skeleton(html: str) -> Iterator[tuple[str, list[str]]]:
    """Elements and the names of their attributes; not what they say."""
    for element in tree(html).iter():
        yield str(element.tag), sorted(element.attrib)


def every_page(words: str) -> Iterator[PageMarkup]:
    """Every page there is, with the same words wherever there is room for any."""
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
    story = Story("a1", 1, (CreditedPicture("a1.1", words, words, True),))
    there = Placed(article, story, words, (words,))
    missing = Placed(None, Story("a2", 1), words, missing=words, name=words)
    sections = [PlacedSection(words, (there, missing))]
    picture = photograph(alt=words, caption=words, credit=words)
    listed = [Listing("sources", words, words)]
    yield matter.cover_page(plan, None, sections, picture, edition)
    yield matter.note_page(plan, edition)
    yield matter.contents_page(sections, edition, inserts=listed, back=listed)
    back = (
        matter.sources(sections, edition),
        matter.picture_credits(sections, edition, cover=picture),
        matter.colophon(plan, None, [article], [words], edition),
    )
    yield matter.matter_page(back, edition)
    yield matter.stub_page(missing, edition, section=words)
    yield matter.stub_page(there._replace(missing=words), edition, section=words)
    yield matter.furniture_pages([matter.Margins("opening", words, words, words)], edition)


@pytest.mark.parametrize("payload", PAYLOADS)
def test_hostile_words_are_words(payload: str) -> None:
    """Every page has the elements it has for harmless words, and says the words as they are."""
    for hostile, harmless in zip(every_page(payload), every_page("harmless"), strict=True):
        assert list(skeleton(hostile.html)) == list(skeleton(harmless.html))
        told = "".join(tree(hostile.html).itertext())
        wanted = "".join(tree(harmless.html).itertext())
        assert letters(told).count(letters(payload)) >= wanted.count("harmless")


def test_no_word_but_the_markups_own_leads_into_the_issue() -> None:
    """An address of a record is a web address; only printkit names its own places."""
    for page in every_page("printkit:elsewhere"):
        led = [link.get("href", "") for link in tree(page.html).iter("a")]
        assert all(one.startswith(("printkit:a", "printkit:s", "https://")) for one in led)


@pytest.mark.parametrize(("profile", "archive"), [("archive", True), ("plain", False)])
def test_every_page_is_of_the_editions_profile(profile: str, archive: bool) -> None:
    """One that is not would spoil the claims of all."""
    edition = Edition(language="en", profile="archive" if archive else "plain")
    made = matter.contents_page(issue(), edition)
    assert (edition.profile, made.archive, made.imprint) == (profile, archive, None)


def test_equal_values_make_equal_pages() -> None:
    """Neither clock nor chance has a word in it."""
    plan = Plan(title="The Weekly", date=date(2019, 9, 20))
    one, other = (matter.colophon(plan, None, [], ["A"], Edition()) for _ in range(2))
    assert one == other
