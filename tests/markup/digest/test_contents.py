"""The contents: every article once, with its page; a missing article is marked."""

import io
import re
from typing import Any

import pypdf
import pypdfium2
import pytest
from pypdf.generic import DictionaryObject

from printkit.article import Article
from printkit.edition import Edition
from printkit.markup.digest import contents_page
from printkit.markup.entries import ArticleEntry, Listing, PlacedSection
from printkit.pages import PageMarkup, PrintedText
from printkit.preflight import check
from printkit.preflight.readback import ReadPdf
from tests.support import structure_tree
from tests.support.sample_issue import FERRY, list_font_families, make_issue, print_page

EDITION = Edition(language="en")


def test_contents_name_every_article_and_its_page() -> None:
    """An entry has standfirst, makers, source and length, and leads to its article."""
    page = contents_page(make_issue(), EDITION, back=[Listing("sources", "Sources", "7")])
    made = print_page(page)
    assert check.check_texts(ReadPdf(made.pdf), page.printed) == ()
    assert structure_tree.find_faults(made.pdf) == []
    tree = structure_tree.show_tree(made.pdf)
    assert "P(Link(@ 'The ferry is back') '1')" in tree
    assert "P('Ana Ruiz and Li Wei' '·' 'The Coast Herald' '·' '1 min read')" in tree
    assert "P(Link(@ 'Sources') '7')" in tree
    assert tree.count("LI(") == 5
    led = re.findall('href="([^"]+)"', page.html)
    assert led == [f"printkit:{name}" for name in ("a1", "a2", "a3", "missing-1", "sources")]
    assert [one.label for one in made.bookmarks] == ["In this issue"]


def test_what_is_missing_is_said_to_be() -> None:
    """The sentence stands under the headline, or under the name of a record that cannot be read."""
    tree = structure_tree.show_tree(print_page(contents_page(make_issue(), EDITION)).pdf)
    sorry = "P('This article could not be printed.')"
    assert f"P(Link(@ 'Bread, weighed') '5') {sorry}" in tree
    assert f"P(Link(@ 'feed.jsonl:3') '6') {sorry}" in tree
    assert tree.count(sorry) == 2


def test_an_insert_without_an_anchor_leads_nowhere() -> None:
    """Such an insert is listed with its page all the same."""
    page = contents_page([], EDITION, inserts=[Listing("", "Supplement", "iv")])
    assert "P('Supplement' 'iv')" in structure_tree.show_tree(print_page(page).pdf)


def test_sixty_articles_run_over_pages_and_no_entry_is_torn() -> None:
    """The name of a section stays with its first entry."""
    entries = tuple(ArticleEntry(f"a{n}", article=FERRY, page=str(2 * n + 1)) for n in range(60))
    sections = [PlacedSection(f"S{n}", entries[n * 12 : n * 12 + 12]) for n in range(5)]
    made = print_page(contents_page(sections, EDITION))
    assert made.page_count > 2
    assert structure_tree.find_faults(made.pdf) == []
    for entry in structure_tree.find_elements(made.pdf, "LI"):
        assert len(_pages_of(entry)) == 1


def _pages_of(element: Any) -> set[Any]:
    """Return the pages of an element's marks."""
    if isinstance(element, list):
        return {page for one in element for page in _pages_of(one)}
    if not isinstance(element, DictionaryObject):
        return set()
    own = {element.raw_get("/Pg")} if "/Pg" in element else set()
    if "/K" not in element:
        return own
    kids: Any = element["/K"]
    below = [one.get_object() for one in kids] if isinstance(kids, list) else [kids]
    return own | _pages_of(below)


def test_pages_are_in_the_digits_of_the_language() -> None:
    """A roman number stays as it is."""
    page = contents_page(
        make_issue(), Edition(language="fa"), inserts=[Listing("", "Supplement", "iv")]
    )
    assert PrintedText("contents", "۱") in page.printed
    assert PrintedText("contents", "iv") in page.printed


def test_a_headline_without_end_is_cut_short() -> None:
    """The article's own page has the whole headline; in columns, WeasyPrint would need minutes."""
    endless = FERRY.model_copy(update={"headline": "x" * 9_000, "byline": "y" * 9_000})
    entries = tuple(ArticleEntry(f"a{n}", article=endless, page=str(n)) for n in range(10))
    page = contents_page([PlacedSection("", entries)], EDITION)
    assert len(page.html) < 10_000


def test_words_are_in_the_faces_of_their_language() -> None:
    """Japanese words in an English or Chinese issue do not get Chinese forms."""
    for language in ("en", "zh"):
        page = contents_page([foreign("直す橋", "ja", "東")], Edition(language=language))
        cjk = {name for name in list_font_families(page) if "CJK" in name}
        if not cjk:
            pytest.skip("no Japanese faces are installed")
        assert "Noto Serif CJK JP" in cjk
        assert language == "zh" or not any("SC" in name and "Serif" in name for name in cjk)


def test_scripts_without_italics_are_not_slanted() -> None:
    """A standfirst in such a script stands upright."""
    for language in ("ja", "he"):
        page = contents_page([foreign("Upright", language, "Ana")], Edition(language="en"))
        assert not any("Italic" in name for name in pages_fonts(page))


def test_a_name_from_right_to_left_does_not_tear_the_minutes() -> None:
    """The words after the name stay together and in order."""
    page = contents_page([foreign("Bridge", "en", "דנה כהן")], Edition(language="en"))
    assert '<bdi><bdi dir="rtl">דנה כהן</bdi></bdi> · <bdi>1 min read</bdi>' in page.html
    (sheet,) = pypdfium2.PdfDocument(print_page(page).pdf)
    text = sheet.get_textpage()
    boxes = [text.get_charbox(text.search(word).get_next()[0]) for word in ("1 min", "min", "read")]
    assert [round(box[0]) for box in boxes] == sorted(round(box[0]) for box in boxes)


def test_a_compound_is_broken_with_a_hyphen() -> None:
    """Headline and standfirst may have a word that is longer than a line."""
    long = "Kraftfahrzeughaftpflichtversicherungsbedingungsanpassungsverordnung"
    edition = Edition(language="de", paper="A5")
    (sheet,) = pypdfium2.PdfDocument(
        print_page(contents_page([foreign(long, "de", "Jo")], edition)).pdf
    )
    told = sheet.get_textpage().get_text_range()
    assert long not in told.split()
    assert len(re.findall("[-\u00ad\u2010\ufffe\x02]", told)) >= 2, ascii(told)


def foreign(title: str, language: str, name: str) -> PlacedSection:
    """Return a section of one article."""
    told = {"headline": title, "subheadline": title, "language": language, "body": "b"}
    article = Article(**told, authors=[{"name": name}])
    return PlacedSection("", (ArticleEntry("a1", article=article, page="1"),))


def pages_fonts(page: PageMarkup) -> set[str]:
    """Return the names of a page's fonts, as the file has them."""
    (sheet,) = pypdf.PdfReader(io.BytesIO(print_page(page).pdf)).pages
    fonts = sheet["/Resources"]["/Font"].get_object()  # type: ignore[index]
    return {str(font.get_object()["/BaseFont"]) for font in fonts.values()}
