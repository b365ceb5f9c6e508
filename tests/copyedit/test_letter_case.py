"""Capitals and small capitals of a style are printed as a browser shows the words."""

import pytest

from printkit.article import Article
from printkit.copyedit import edit
from tests.support.clean_copy import write_html
from tests.support.printed_articles import print_article, read_pages
from tests.support.word_places import left_of

UP, SMALL = "<b style='text-transform:uppercase'>", "<span style='font-variant:small-caps'>"


def html_of(body: str, language: str = "en") -> str:
    """Return the copy of a paragraph, without the tags of the paragraph."""
    article = Article(headline="H", body=f"<p>{body}</p>", language=language)
    html = write_html(edit(article, links="plain").body)
    return html.removeprefix("<p>").removesuffix("</p>")


@pytest.mark.parametrize(
    ("body", "language", "printed"),
    [
        (f"{UP}the straße</b>", "de", "<b>THE STRASSE</b>"),
        (f"{UP}istanbul ılık</b>", "tr", "<b>İSTANBUL ILIK</b>"),
        (f"{UP}Αθήνα</b>", "el", "<b>ΑΘΗΝΑ</b>"),
        (f"{UP}all <i style='text-transform:none'>but this</i> here</b>", "en",
         "<b>ALL <i>but this</i> HERE</b>"),
        ("<b style='text-transform:capitalize'>the fox’s 2nd</b>", "en", "<b>The Fox’s 2nd</b>"),
        ("<b style='text-transform:lowercase'>LOUD I</b>", "tr", "<b>loud ı</b>"),
        (f"a {SMALL}Nato</span>", "en", 'a <span class="small-caps">Nato</span>'),
        ("<i style='font-variant-caps:all-small-caps'>UN</i>", "en",
         '<i><span class="all-small-caps">UN</span></i>'),
        ("<i style='font: small-caps 16px serif'>AD</i>", "en",
         '<span class="small-caps">AD</span>'),
    ],
)  # fmt: skip
def test_the_case_is_that_of_a_browser(body: str, language: str, printed: str) -> None:
    """Turkish has two letters I, and Greek capitals have no accent."""
    assert html_of(body, language) == printed


def test_small_capitals_have_a_look_and_their_text() -> None:
    """The font draws small capitals, and copied text has the letters of the record."""
    body = f"<p>Born {SMALL}anno domini</span>. {UP}press</b></p>"
    result = print_article({"headline": "H", "body": body, "language": "en"})
    assert "Born anno domini. PRESS" in " ".join(read_pages(result.pdf)[0].split())
    assert result.remarks == ()


@pytest.mark.parametrize("language", ["tr", "el", "de", "lt"])
def test_capitals_of_each_language_count_as_printed(language: str) -> None:
    """The inventory knows the small letters again."""
    words = {"tr": "ılık istanbul", "el": "Αθήνα ώρα", "de": "straße", "lt": "ąžuolas"}[language]
    body = f"<p>{UP}{words}</b></p>"
    assert print_article({"headline": "H", "body": body, "language": language}).remarks == ()


def test_small_capitals_are_wider_than_small_letters() -> None:
    """So the words behind them begin farther to the right."""
    begins = [
        left_of(print_article({"headline": "H", "body": body, "language": "en"}).pdf, "Zuerst")
        for body in ("<p>anno domini Zuerst</p>", f"<p>{SMALL}anno domini</span> Zuerst</p>")
    ]
    assert begins[1] > begins[0] + 3
