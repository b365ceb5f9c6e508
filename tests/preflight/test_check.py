"""A finished PDF and the texts that must be on it → remarks."""

import pytest

import printkit
from printkit.pages import PrintedText
from printkit.preflight import check
from printkit.preflight.readback import ReadPdf
from tests.support import tagged_snippets
from tests.support.plain_weasyprint import draw_square, print_plain

HEAD = '@page { @top-center { content: "Running head" } @bottom-center { content: counter(page) } }'
PROSE = (
    "Responsibilities notwithstanding, international correspondents administratively "
    "characterise extraordinary circumstances as straightforward."
)
HEBREW = (
    "הנמל הישן נפתח מחדש ביום שני אחרי שיפוץ שנמשך שלוש שנים ועלה 12.5 מיליון שקלים.",
    "ראש העיר אמרה כי התושבים (כולם) חיכו ליום הזה, וחברת Harbour Works השלימה את העבודה.",
    "הדייגים מתלוננים שהרציף הצפוני קצר מדי; העירייה מבטיחה לבדוק את הטענות.",
)
POINTED = (
    "בְּרֵאשִׁית הַבֹּקֶר נִפְתְּחוּ הַשְּׁעָרִים וְהַיְלָדִים רָצוּ אֶל הַיָּם.",
    "אִמָּא קָנְתָה לֶחֶם וְחָלָב בַּשּׁוּק הַיָּשָׁן שֶׁל הָעִיר.",
)
ARABIC = (
    "أعادت المدينة فتح الميناء القديم يوم الاثنين بعد أعمال ترميم استمرت ثلاث سنوات.",
    "قالت رئيسة البلدية إن السكان انتظروا هذا اليوم طويلا، وإن المطاعم لا تزال تستعد.",
    "فازت شركة Harbour Works بالعقد سنة 2016 وأكملت الأعمال متأخرة.",
)


def paragraphs(texts: tuple[str, ...], attributes: str = "") -> str:
    """Return the markup of some paragraphs."""
    return "".join(f"<p {attributes}>{text}</p>" for text in texts)


def codes(pdf: bytes, *texts: tuple[str, str], missing: str = "") -> list[str]:
    """Return the codes of the remarks on a PDF."""
    wanted = [PrintedText(*text) for text in texts]
    return [remark.code for remark in check.check_texts(ReadPdf(pdf), wanted, missing=missing)]


def test_a_sound_page_has_no_findings() -> None:
    """The page has a headline, a byline in small capitals, and a fine picture."""
    pdf = print_plain(
        f'<h1>Straße reopens</h1><p class="by">By Ana Ruiz</p><p>{PROSE}</p>'
        f'<img src="{draw_square(300)}" alt="A square" style="width: 30mm">',
        "h1 { text-transform: uppercase } .by { font-variant: small-caps }",
    )
    copy = (("headline", "Straße reopens"), ("byline", "By Ana Ruiz"), ("body", PROSE))
    assert codes(pdf, *copy) == []


@pytest.mark.parametrize("repaired", [False, True])
def test_a_body_is_found_through_hyphens_pages_and_running_heads(repaired: bool) -> None:
    """The text is justified and hyphenated, with tags of WeasyPrint, of printkit, or without."""
    texts = tuple(f"{number}. {PROSE} {PROSE}" for number in "ABCDEFGHIJ")
    css = f"{HEAD} p {{ hyphens: auto; text-align: justify; text-indent: 1em }}"
    body = paragraphs(texts)
    pdf = tagged_snippets.print_snippet(body, css).pdf if repaired else print_plain(body, css)
    assert codes(pdf, *(("body", text) for text in texts)) == []
    untagged = print_plain(body, css, pdf_variant=None)
    assert codes(untagged, *(("body", text) for text in texts)) == []


def test_a_lost_paragraph_is_reported_with_its_page() -> None:
    """One remark on the body counts all its lost paragraphs."""
    texts = tuple(f"{number} {PROSE}" for number in ("First", "Second", "Third", "Fourth"))
    pdf = print_plain(paragraphs((texts[0], texts[3]), 'style="break-after: page"'))
    wanted = [PrintedText("headline", "Nowhere"), *(PrintedText("body", text) for text in texts)]
    found = check.check_texts(ReadPdf(pdf), wanted, record="a.json")
    assert [(one.code, one.where) for one in found] == [
        ("PK601", "a.json: headline"),
        ("PK601", "a.json: body, page 2"),
    ]
    assert found[1].page == 2
    assert "2 of 4 paragraphs" in found[1].message
    assert "Second Responsibilities" in found[1].message


def test_lost_texts_name_their_article() -> None:
    """The paragraphs of each article are counted apart."""
    texts = [
        PrintedText("headline", "Harbour reopens", "a1"),
        PrintedText("body", f"First {PROSE}", "a1"),
        PrintedText("body", f"Second {PROSE}", "a1"),
        PrintedText("headline", "Ferry is back", "a2"),
        PrintedText("body", f"Third {PROSE}", "a2"),
        PrintedText("body", f"Fourth {PROSE}", "a2"),
    ]
    pdf = print_plain(paragraphs(tuple(text.words for text in (*texts[:3], texts[5]))))
    found = check.check_texts(ReadPdf(pdf), texts)
    assert [(one.code, one.field, one.article) for one in found] == [
        ("PK601", "headline", "a2"),
        ("PK601", "body", "a2"),
    ]
    assert "1 of 2 paragraphs" in found[1].message


def test_hidden_text_is_lost_text() -> None:
    """Text beyond the edge of the page and hidden text are not on paper."""
    for style in ("display: none", "position: absolute; left: 200mm"):
        pdf = print_plain(f'<p>Seen</p><p style="{style}">Byline of somebody</p>')
        assert "PK601" in codes(pdf, ("byline", "Byline of somebody"))


def test_a_running_head_does_not_stand_for_the_headline() -> None:
    """A running head is an artifact, with printkit's tags and with WeasyPrint's tags."""
    copy = ("headline", "Running head")
    assert codes(print_plain("<p>Text</p>", HEAD), copy) == ["PK601"]
    assert codes(tagged_snippets.print_snippet("<p>Text</p>", HEAD).pdf, copy) == ["PK601"]


@pytest.mark.parametrize(
    ("texts", "language"),
    [(HEBREW, "he"), (POINTED, "he"), (ARABIC, "ar")],
    ids=("Hebrew", "pointed", "Arabic"),
)
def test_hebrew_and_arabic_are_found_and_missed(texts: tuple[str, ...], language: str) -> None:
    """Lines run from the right, with vowel points, English words and numbers."""
    attributes = f'dir="rtl" lang="{language}"'
    whole = tagged_snippets.print_snippet(paragraphs(texts, attributes), HEAD).pdf
    assert codes(whole, *(("body", text) for text in texts)) == []
    assert codes(whole, *(("summary", text) for text in texts)) == []
    for lost in texts:
        left = paragraphs(tuple(one for one in texts if one != lost), attributes)
        rest = tagged_snippets.print_snippet(left, HEAD).pdf
        assert set(codes(rest, *(("body", text) for text in texts))) == {"PK601"}


def test_accents_marks_and_emoji_survive() -> None:
    """Accents may be composed; characters without a font hide no other loss."""
    texts = ("Tiếng Việt rất đẹp", "cafe\u0301 e\u0302\u0301", "Family 👩‍👩‍👧 day ꙮ here")
    pdf = print_plain(paragraphs(texts))
    assert codes(pdf, *(("body", text) for text in texts), missing="ꙮ👩👧") == []
    assert codes(pdf, ("kicker", "Family ꙮ night here"), missing="ꙮ") == ["PK601"]


def test_findings_come_page_by_page_and_always_the_same() -> None:
    """The order of pages counts before the order of codes."""
    body = (
        f'<img src="{draw_square(9)}" alt="A square" style="width: 40mm">'
        f'<p style="break-before: page; position: relative; left: -50mm">Lost at sea</p>'
        f'<img src="{draw_square(9)}" style="width: 40mm">'
    )
    found = check.check_texts(ReadPdf(print_plain(body)), ())
    assert [(one.code, one.where) for one in found] == [
        ("PK602", "page 1"),
        ("PK602", "page 2"),
        ("PK603", "page 2"),
        ("PK604", "page 2"),
    ]
    assert found == check.check_texts(ReadPdf(print_plain(body)), ())


@pytest.mark.parametrize(
    "body",
    [
        # A row that is taller than two pages, with a short cell beside, and with a long cell.
        pytest.param(
            "<table><tr><th>Day<th>Log<tr><td>{0}<td>{1}<tr><td>end<td>stop</table>",
            marks=pytest.mark.slow,
        ),
        pytest.param(
            "<table><tr><th>Day<th>Log<tr><td>{0}<td>{0} more</table>", marks=pytest.mark.slow
        ),
        "<table><tr><td><ul><li>{2}</ul><td><ul><li>{2}</ul></table>",
        # Latin words in a Hebrew article, which PDFium gives in another order.
        "<p lang=he dir=rtl>{3}</p>",
    ],
)
def test_words_on_paper_are_never_called_lost(body: str) -> None:
    """No word is called displaced either: each page has the cells in their order."""
    log = " ".join(f"fog{at} over the quay, boats wait" for at in range(400))
    items = "<li>".join(f"boat {at} waits" for at in range(140))
    hebrew = "הנמל נפתח אחרי שלוש שנים. " * 6
    record = {
        "headline": "נמל" if "{3}" in body else "A log",
        "language": "he" if "{3}" in body else "en",
        "body": body.format(log, "one note", items, hebrew),
        "copyright_notice": "© 2026 Haifa Port News",
    }
    assert [one for one in printkit.export(record).remarks if one.code in ("PK601", "PK608")] == []


def test_only_the_lost_words_of_a_text_are_quoted() -> None:
    """The other words of the paragraph are on paper."""
    pdf = print_plain(paragraphs((PROSE.replace("extraordinary ", ""),)))
    (remark,) = check.check_texts(ReadPdf(pdf), [PrintedText("body", PROSE)])
    assert [one.words for one in remark.removed] == ["extraordinary"]
    assert remark.message.endswith("the first: “extraordinary”")
