"""A block in another script runs in its own direction."""

import pytest

from printkit.article import Article
from printkit.copyedit import edit
from tests.support.clean_copy import write_html

HEBREW = "הנמל נפתח מחדש ביום שני, 5 באוקטובר."
ARABIC = "غادرت العبارة الأولى الرصيف صباح الاثنين."
GREEK = "Το πρώτο πλοίο έφυγε από την προβλήτα."
ENGLISH = "The first ferry left the quay on Monday, at last."


def edited(body: str, language: str | None = "en", **fields: str) -> str:
    """Return a body after copy-editing."""
    article = Article.model_validate(
        {"headline": "A", "body": body, "language": language, **fields}
    )
    return write_html(edit(article).body)


@pytest.mark.parametrize(
    ("body", "language", "wanted"),
    [
        (f"<p>{HEBREW}</p>", "en", f'<p lang="he" dir="rtl">{HEBREW}</p>'),
        (f"<p>{ARABIC}</p>", "en", f'<p lang="ar" dir="rtl">{ARABIC}</p>'),
        (f"<p>{ENGLISH}</p>", "he", f'<p lang="en" dir="ltr">{ENGLISH}</p>'),
        (f"<p>{GREEK}</p>", "en", f'<p lang="el">{GREEK}</p>'),
        (f"<p>{HEBREW}</p>", "he", f"<p>{HEBREW}</p>"),
        (f"<p>{HEBREW}</p>", None, f"<p>{HEBREW}</p>"),
        (f'<p dir="ltr">{HEBREW}</p>', "he", f'<p dir="ltr">{HEBREW}</p>'),
        (f'<p lang="yi">{HEBREW}</p>', "en", f'<p lang="yi" dir="rtl">{HEBREW}</p>'),
        (f'<p lang="de">{ENGLISH}</p>', "en", f'<p lang="de">{ENGLISH}</p>'),
        (f'<p lang="de">{ENGLISH}</p>', "he", f'<p lang="de" dir="ltr">{ENGLISH}</p>'),
        (
            f'<ul lang="ar"><li>{ARABIC}</li></ul>',
            "en",
            f'<ul lang="ar" dir="rtl"><li>{ARABIC}</li></ul>',
        ),
        (f"<p>Haifa wrote: {HEBREW}</p>", "en", f"<p>Haifa wrote: {HEBREW}</p>"),
        ("<p>5 %</p>", "he", "<p>5 %</p>"),
        ("<p>港口重新开放</p>", "zh", "<p>港口重新开放</p>"),
        ("<p>港口重新開放</p>", "zh-TW", "<p>港口重新開放</p>"),
        ("<h2>港再開</h2><p>フェリーが出た。</p>", "ja", "<h2>港再開</h2><p>フェリーが出た。</p>"),
        ("<p>Brod je stigao.</p>", "sr", "<p>Brod je stigao.</p>"),
        ("<p>港口重新开放</p>", "en", '<p lang="zh">港口重新开放</p>'),
    ],
)
def test_a_paragraph_runs_as_its_letters_do(body: str, language: str | None, wanted: str) -> None:
    """A `dir` of the record is kept; a paragraph that begins in the article's script stays."""
    assert edited(body, language).replace("\n", "") == wanted


def test_a_list_in_another_script_runs_so_as_a_whole() -> None:
    """The marks of the list move to the other side; a table of both scripts keeps its columns."""
    assert edited(f"<ul><li>{HEBREW}</li></ul>").startswith('<ul lang="he" dir="rtl">')
    table = edited(f"<table><tr><td>Haifa, the port</td><td>{HEBREW}</td></tr></table>")
    assert table.startswith("<table>")
    assert f'<td><bdi dir="rtl" lang="he">{HEBREW}</bdi></td>' in table


def test_items_of_two_directions_keep_the_side_of_their_marks() -> None:
    """The words of an English item are isolated; a list within it keeps its side, too."""
    inner = f"<ul><li>{ENGLISH}</li></ul>"
    made = edited(f"<ol><li>{ENGLISH}{inner}</li><li>{HEBREW * 3}</li></ol>", "he")
    isolated = f'<bdi dir="ltr" lang="en">{ENGLISH}</bdi>'
    assert made.count(isolated) == 2
    assert "<ol>" in made
    assert "<ul>" in made
    assert "<li dir" not in made


def test_cells_of_a_row_do_not_turn_with_the_row() -> None:
    """A row of Latin words in a Hebrew table has its numbers in line with the other rows."""
    rows = f"<tr><td>{HEBREW}</td><td>-3%</td></tr><tr><td>Apple Harbour</td><td>-4%</td></tr>"
    made = edited(f"<table><tr><th>חברה</th><th>שינוי</th></tr>{rows}</table>", "he")
    assert "<tr dir" not in made
    for number in ("-3%", "-4%"):
        assert f'<td class="number"><bdi dir="ltr">{number}</bdi></td>' in made


@pytest.mark.parametrize(
    ("cell", "isolated"),
    [
        ("-4%", True),
        ("+7", True),
        ("$-5", True),
        ("1,200", True),
        ("−1,200.50 €", True),
        ("-۴٪", True),
        ("5 שח", False),
        ("-٤", False),
        ("2026-11-20", True),
        ("3 מעלות", False),
    ],
)
@pytest.mark.parametrize("tag", ["td", "li"])
def test_numbers_with_signs_are_isolated(cell: str, isolated: bool, tag: str) -> None:
    """The sign stays at the left of European digits; Arabic digits have the sign at the right."""
    body = {
        "td": f"<table><tr><th>{HEBREW}</th></tr><tr><td>{cell}</td></tr></table>",
        "li": f"<ul><li>{HEBREW}</li><li>{cell}</li></ul>",
    }[tag]
    assert ('<bdi dir="ltr">' in edited(body, "he")) == isolated


def test_numbers_of_a_page_that_runs_to_the_right_stay_bare() -> None:
    """An English list needs no isolation."""
    assert "bdi" not in edited("<ul><li>Ship</li><li>-4%</li></ul>")


def test_a_hebrew_paragraph_may_be_full_of_latin_names() -> None:
    """The beginning of the paragraph is in Hebrew, as the article is."""
    mixed = "הנמל: Atlantic Dredging Limited, Rotterdam Harbour Works."
    assert edited(f"<p>{mixed}</p>", "he") == f"<p>{mixed}</p>"
