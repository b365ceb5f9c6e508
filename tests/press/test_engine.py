"""The press: what stands on the sheets and in the file, read back; nothing but the fonts, styles
and pictures it was given is used."""

import re
import time
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from printkit import export
from printkit.copyedit.clean_copy import Copy, SafeHtml
from printkit.edition import Edition
from printkit.errors import PressError, ThemeError
from printkit.markup.article import article_page
from printkit.pages import Gathered, PageMarkup
from printkit.prepare import Prepared
from printkit.press.engine import print_pages
from printkit.readers import Reading
from printkit.themes import STYLES, find_theme, themes
from tests.support import structure_tree
from tests.support.printed_articles import (
    DC,
    PLAIN,
    RICH,
    letters,
    links,
    outline,
    pages,
    printed,
    record_in,
    said,
    sheets,
    told,
    xmp,
)

PDFA = "{http://www.aiim.org/pdfa/ns/id/}"
PDFUA = "{http://www.aiim.org/pdfua/ns/id/}"
XMP = "{http://ns.adobe.com/xap/1.0/}"
RIGHTS = "{http://ns.adobe.com/xap/1.0/rights/}"
PAPERS = {
    "A4": (210.0, 297.0),
    "A5": (148.0, 210.0),
    "Letter": (215.9, 279.4),
    "170x240mm": (170.0, 240.0),
}
HEBREW = {
    "headline": "הנמל נפתח אחרי ארבעים שנה",
    "language": "he",
    "authors": [{"name": "דנה לוי"}],
    "date_published": "2019-09-13",
    "source": {"name": "קול החוף"},
    "body": (
        "<p>האונייה הראשונה נכנסה עם שחר.</p>"
        "<p>עד הצהריים היו בנמל תשע אוניות, ושתיים מהן הביאו תפוזים.</p>"
    )
    * 12,
}
ARABIC = {
    "headline": "افتتاح الميناء بعد أربعين عاما",
    "language": "ar",
    "authors": [{"name": "سلمى حداد"}],
    "date_published": "2019-09-13",
    "source": {"name": "صوت الساحل"},
    "body": (
        "<p>دخلت السفينة الأولى مع الفجر.</p>"
        "<p>وعند الظهر كانت في الميناء تسع سفن، حملت اثنتان منها البرتقال.</p>"
    )
    * 14,
}


def own_theme(folder: Path, css: str) -> str:
    """A theme of the user's own: broadsheet, and more."""
    path = folder / "ours.css"
    path.write_text(f'@import url("{(STYLES / "themes" / "broadsheet.css").as_uri()}");\n{css}')
    return str(path)


def unsafe_page(markup: str) -> PageMarkup:
    """A page with markup in it that never went through copy-editing."""
    article = printed(PLAIN).article
    reading = Reading("a", article, None, ())
    copy = Copy(body=(SafeHtml("<p>here</p>"),))
    page = article_page(Prepared(reading, "a", copy, Gathered({}), ()), Edition())
    return page._replace(html=page.html.replace("<p>here</p>", markup))


def has(pdf: bytes, *texts: str) -> bool:
    """Whether these are read aloud, in this order; the style may capitalise them."""
    wanted = ".*".join(re.escape(letters(text)) for text in texts)
    return re.search(wanted, letters(said(pdf)), re.IGNORECASE) is not None


@pytest.mark.parametrize("theme", [theme.name for theme in themes()])
@pytest.mark.parametrize("paper", PAPERS)
def test_a_rich_article_prints_in_every_theme_on_every_paper(theme: str, paper: str) -> None:
    """Without a remark, with a whole structure tree, on the sheet that was asked for."""
    made = printed(theme=theme, paper=paper)
    assert made.remarks == ()
    assert sheets(made.pdf) == {PAPERS[paper]}
    assert structure_tree.faults(made.pdf) == []
    assert made.page_count == len(pages(made.pdf)) > 1


def test_a_rich_article_is_all_there() -> None:
    """Field after field, in reading order."""
    assert has(
        printed().pdf,
        *("The Coast Herald", "World · Coast", str(RICH["headline"]), str(RICH["subheadline"])),
        *("Ana Ruiz", "Li Wei", "The new quay at low water", "Mia Lindqvist/Coast Pictures"),
        *("CÁDIZ, Spain", "For forty years", "A slow beginning", "Three carried salt"),
        *("We kept the light", "Ships by cargo", "Oranges", "Nobody on the quay"),
        *("dug in 1979", "news.example.org/plan", "Source: The Coast Herald", "© 2019", "harbours"),
    )


def test_pages_are_numbered_and_labelled() -> None:
    """The folio `n / total` on each sheet, and the same numbers in the reader's sidebar."""
    made = printed()
    total = made.page_count
    for number, text in enumerate(pages(made.pdf), 1):
        assert f"{number}/{total}" in re.sub(r"\s", "", text)
    reader = structure_tree.PdfReader(structure_tree.BytesIO(made.pdf))
    assert "/PageLabels" in reader.root_object
    assert reader.page_labels == [str(number) for number in range(1, total + 1)]


def test_running_heads_begin_on_the_second_page() -> None:
    """The first has its masthead; none of them is read aloud."""
    made = printed()
    first, *others = pages(made.pdf)
    title = letters(str(RICH["headline"]))
    assert letters(first).count(title) == 1
    assert others
    assert all(title in letters(text) for text in others)
    assert letters(said(made.pdf)).count(title) == 1


def test_the_outline_leads_to_the_headline_and_crossheads() -> None:
    """The article is one entry, its crossheads below it."""
    ((title, page),) = outline(printed().pdf)
    assert (title.replace("\u00a0", " "), page) == (RICH["headline"], 1)


def test_the_file_says_what_it_is() -> None:
    """Title, makers, rights, dates, source: for archives and readers alike."""
    pdf = printed().pdf
    assert told(pdf, f"{DC}title") == [RICH["headline"]]
    assert told(pdf, f"{DC}creator") == ["Ana Ruiz", "Li Wei"]
    assert told(pdf, f"{DC}contributor") == ["Sam Okafor"]
    assert told(pdf, f"{DC}description") == [RICH["summary"]]
    assert told(pdf, f"{DC}publisher") == ["The Coast Herald"]
    assert told(pdf, f"{DC}rights") == ["© 2019 The Coast Herald"]
    assert told(pdf, f"{DC}language") == ["en"]
    assert told(pdf, f"{DC}source") == [RICH["url"]]
    assert told(pdf, f"{DC}subject") == ["harbours", "trade"]
    assert told(pdf, f"{XMP}CreateDate") == [RICH["date_published"]]
    assert told(pdf, f"{XMP}ModifyDate") == [RICH["date_modified"]]
    assert told(pdf, f"{RIGHTS}WebStatement") == [RICH["license"]]


def test_the_information_dictionary_says_the_same() -> None:
    """PDF/A wants both to agree."""
    info = structure_tree.PdfReader(structure_tree.BytesIO(printed().pdf)).metadata
    assert info is not None
    assert (info.title, info.author) == (RICH["headline"], "Ana Ruiz, Li Wei")
    assert info.creation_date is not None
    assert info.creation_date.isoformat() == RICH["date_published"]


def test_the_archive_profile_claims_both_standards() -> None:
    """PDF/A-3A and PDF/UA-1 at once."""
    pdf = printed().pdf
    assert (told(pdf, f"{PDFA}part"), told(pdf, f"{PDFA}conformance")) == (["3"], ["A"])
    assert told(pdf, f"{PDFUA}part") == ["1"]


def test_the_plain_profile_claims_nothing() -> None:
    """But says the same words, and is tagged."""
    plain = printed(profile="plain")
    assert plain.remarks == ()
    claims = {element.tag for element in xmp(plain.pdf).iter()}
    assert not [tag for tag in claims if "aiim.org" in str(tag)]
    assert told(plain.pdf, f"{DC}title") == [RICH["headline"]]
    assert said(plain.pdf) == said(printed().pdf)
    assert structure_tree.faults(plain.pdf) == []


def test_the_record_is_attached() -> None:
    """As it came, under our names."""
    assert record_in(printed().pdf) == RICH


@pytest.mark.parametrize(("how", "shown"), [("notes", True), ("inline", True), ("plain", False)])
def test_links_lead_where_they_say(how: str, shown: bool) -> None:
    """In each way of printing them; the address is on paper in two of the three."""
    made = printed(links=how)
    assert made.remarks == ()
    assert "https://news.example.org/plan" in links(made.pdf)
    assert ("news.example.org/plan" in "".join(pages(made.pdf))) is shown


def test_characters_without_a_font_are_told_and_the_claim_is_dropped() -> None:
    """An empty box can be neither read aloud nor copied: no PDF/UA, no PDF/A."""
    made = export({**PLAIN, "body": "<p>A sign \ue123 and \U00012000 here.</p>"}, name="r")
    assert {remark.code for remark in made.remarks} == {"PK502"}
    told_ = "\n".join(map(str, made.remarks))
    assert "U+E123" in told_
    assert "U+12000" in told_
    assert "install" in told_
    assert told(made.pdf, f"{PDFUA}part") == []
    assert told(made.pdf, f"{PDFA}part") == []


@pytest.mark.parametrize("record", [HEBREW, ARABIC], ids=["Hebrew", "Arabic"])
def test_what_is_written_from_right_to_left(record: dict[str, Any]) -> None:
    """Set from the right, in its own words and faces, and read back whole."""
    made = printed(record)
    assert made.remarks == ()
    assert 'dir="rtl"' in made.markup
    assert structure_tree.faults(made.pdf) == []
    assert record_in(made.pdf) == record
    assert told(made.pdf, f"{DC}language") == [record["language"]]
    # The first line's first words stand at the right-hand margin.
    (first, *_) = structure_tree.pypdfium2.PdfDocument(made.pdf)
    letter = letters(record["headline"])[0]
    words = first.get_textpage()
    finder = words.search(record["headline"].split()[0])
    found = finder.get_next()
    assert found is not None, letter
    _, _, right, _ = words.get_charbox(found[0])
    assert right > first.get_width() * 0.8


def test_hostile_words_are_printed_as_they_stand() -> None:
    """On paper too, without a remark."""
    words = "{{7*7}} <script>alert(1)</script> &amp; \" ' %s </title>"
    record = {
        **PLAIN,
        "headline": words,
        "kicker": words,
        "byline": words,
        "source": words,
        "copyright_notice": words,
        "corrections": [words],
        "url": 'https://example.org/?a="><script>x</script>&b={{7*7}}',
    }
    made = export(record)
    assert made.remarks == ()
    squeezed = re.sub(r"\s", "", said(made.pdf)).lower()
    assert squeezed.count(re.sub(r"\s", "", words).lower()) >= 5
    assert told(made.pdf, f"{DC}title") == [words]


@pytest.mark.parametrize("length", [500, 3_000])
def test_an_endless_word_is_broken_and_soon(length: int) -> None:
    """In any field; WeasyPrint takes minutes over some ways to break it."""
    word = "https://example.org/" + "a" * length
    record = {
        **PLAIN,
        "url": word,
        "byline": word,
        "images": [{"caption": word, "credit": word}],
        "body": f'<p>{word}</p><p><a href="{word}">here</a></p>',
    }
    printed(PLAIN)
    start = time.perf_counter()
    made = export(record)
    assert time.perf_counter() - start < 12
    assert {remark.code for remark in made.remarks} <= {"PK401", "PK605"}


def test_a_theme_of_the_users_own(tmp_path: Path) -> None:
    """By its path, upon one of ours."""
    made = export(PLAIN, theme=own_theme(tmp_path, ":root { --paper: A4; --text-size: 30pt }"))
    assert made.remarks == ()
    assert made.pdf != printed(PLAIN).pdf


def test_a_theme_that_is_broken_is_remarked_on(tmp_path: Path) -> None:
    """With the line and what is wrong in it; the rest holds."""
    made = export(PLAIN, theme=own_theme(tmp_path, "p { color: ; }\n}}"))
    assert {remark.code for remark in made.remarks} == {"PK501"}
    assert "2:" in made.remarks[0].message
    assert made.remarks[0].where == "ours"


@pytest.mark.parametrize(
    "css",
    [
        "@import url(file:///etc/hostname);",
        "@import url(http://127.0.0.1:9/x.css);",
        "@import url(../../../../../../../../etc/hostname);",
        "@font-face { font-family: X; src: url(file:///etc/hostname) }",
        "@font-face { font-family: X; src: url(http://127.0.0.1:9/x.ttf) }",
    ],
)
def test_a_theme_that_reaches_out_is_refused(tmp_path: Path, css: str) -> None:
    """It may use printkit's styles and its own folder, and nothing else."""
    with pytest.raises(ThemeError, match=r"cannot use (file|http)") as caught:
        export(PLAIN, theme=own_theme(tmp_path, css))
    assert "may import" in caught.value.remedy


def test_what_was_not_gathered_is_not_loaded(tmp_path: Path) -> None:
    """A picture that the theme asks for while printing is left out, and told."""
    made = export(PLAIN, theme=own_theme(tmp_path, "h1 { background: url(file:///etc/hostname) }"))
    assert "PK503" in {remark.code for remark in made.remarks}


@pytest.mark.parametrize(
    "markup",
    [
        "<img src='file:///etc/hostname'>",
        "<img src='http://127.0.0.1:9/x.png'>",
        "<link rel=stylesheet href='file:///etc/hostname'>",
        "<style>@import url(http://127.0.0.1:9/x.css);</style>",
        "<link rel=attachment href='file:///etc/hostname'>",
        "<object data='file:///etc/hostname'></object>",
        "<svg><image href='file:///etc/hostname'/></svg>",
    ],
)
def test_even_unsafe_markup_loads_nothing(markup: str) -> None:
    """Should copy-editing ever fail, the shelf still hands out nothing else."""
    page = unsafe_page(markup)
    made = print_pages(page, find_theme("broadsheet"), {})
    hostname = Path("/etc/hostname").read_bytes() if Path("/etc/hostname").is_file() else b"?!?"
    assert "PK503" in {remark.code for remark in made.remarks}
    reader = structure_tree.PdfReader(structure_tree.BytesIO(made.pdf))
    contents = [data for files in reader.attachments.values() for data in files]
    assert hostname not in contents


def test_a_page_too_deep_to_lay_out_is_told() -> None:
    """As ours, not as a RecursionError."""
    with pytest.raises(PressError, match="too deep") as caught:
        print_pages(unsafe_page("<div>" * 3_000), find_theme("broadsheet"), {}, "r")
    assert caught.value.where == "r"


def test_a_note_mark_can_be_met() -> None:
    """A link in superscript has a rectangle of some height, and is led back to."""
    body = (
        '<p>Sand<sup><a href="#n"><span id="back"></span>2</a></sup> and more.</p>'
        '<p id="n">A note. <a href="#back">Back</a></p>'
    )
    made = export({"headline": "A note", "body": body, "language": "en"})
    (page,) = PdfReader(BytesIO(made.pdf)).pages
    links = [one.get_object() for one in page["/Annots"]]
    assert sorted(str(link["/Dest"]) for link in links) == ["a-back", "a-n"]
    assert all(abs(link["/Rect"][3] - link["/Rect"][1]) > 5 for link in links)
