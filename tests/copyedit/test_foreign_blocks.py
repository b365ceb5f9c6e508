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
    assert '<td lang="he" dir="rtl">' in table


def test_a_hebrew_paragraph_may_be_full_of_latin_names() -> None:
    """The beginning of the paragraph is in Hebrew, as the article is."""
    mixed = "הנמל: Atlantic Dredging Limited, Rotterdam Harbour Works."
    assert edited(f"<p>{mixed}</p>", "he") == f"<p>{mixed}</p>"
