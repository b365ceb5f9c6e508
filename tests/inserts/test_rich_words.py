"""Rich text of annotations: words that stand in `/RC` or `/RV` alone are on paper."""

from pathlib import Path

import pytest
from pikepdf import String

from tests.support.annotated_sheet import Sheet, admit, lost, words
from tests.support.quick_cases import mark_slow
from tests.support.time_limits import ends_soon

HEAD = "<?xml version='1.0'?><body xmlns='http://www.w3.org/1999/xhtml'>"


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        ("<p>Rich words 12</p>", "Rich words 12"),
        ("<p>Rich <b style='color:red'>bold</b></p><p>next 5 &lt; 6</p>", "Rich bold next 5 < 6"),
        ("<div dir='ltr'>One<br/>two &#38; 3</div>", "One two & 3"),
        ("<p>No end <i>here", "No end here"),
    ],
)
@pytest.mark.parametrize("as_stream", mark_slow([False, True], but={False}))
def test_words_of_rich_text_are_on_paper(
    tmp_path: Path, source: str, wanted: str, as_stream: bool
) -> None:
    """A free text without plain words, and a field without a plain value, show their rich words."""
    text = HEAD + source + "</body>"
    for kind in ("FreeText", "Widget"):
        sheet = Sheet()
        rich = sheet.pdf.make_stream(text.encode()) if as_stream else String(text)
        if kind == "Widget":
            sheet.field(RV=rich)
        else:
            sheet.put(kind, DA=String("/He 9 Tf 0 g"), RC=rich)
        admitted = admit(tmp_path, sheet)
        assert words(admitted.pdf) == wanted
        assert lost(admitted) == []


@pytest.mark.parametrize("line_end", mark_slow(["\r", "\n", "\r\n"], but={"\r\n"}))
def test_lines_are_not_glued(tmp_path: Path, line_end: str) -> None:
    """Two lines of numbers stay two numbers, in a free text and in a field of one line."""
    for kind in ("FreeText", "Widget"):
        sheet = Sheet()
        text = String(f"10{line_end}20")
        if kind == "Widget":
            sheet.field(V=text)
        else:
            sheet.put(kind, DA=String("/He 9 Tf 0 g"), Contents=text)
        assert words(admit(tmp_path, sheet).pdf) == "10 20"


def test_rich_words_of_a_comment_are_told(tmp_path: Path) -> None:
    """A note behind an icon is not on paper, so its rich words are told."""
    sheet = Sheet()
    sheet.put("Text", RC=String(f"{HEAD}<p>Ask <b>Nora</b></p></body>"))
    assert lost(admit(tmp_path, sheet)) == ["Ask Nora"]


def test_plain_words_come_first(tmp_path: Path) -> None:
    """An annotation with both texts shows its plain words, once."""
    sheet = Sheet()
    both = {"Contents": String("Plain words"), "RC": String("<p>Rich words</p>")}
    sheet.put("FreeText", DA=String("/He 9 Tf 0 g"), **both)
    assert words(admit(tmp_path, sheet).pdf) == "Plain words"


@pytest.mark.parametrize(
    "piece", mark_slow(["<", "<p ", "<!--", "&", "<p a='", "</", "<![CDATA["], but={"<p ", "<!--"})
)
def test_long_hostile_rich_text_ends_fast(tmp_path: Path, piece: str) -> None:
    """A rich text of open tags and no end is read in linear time."""
    sheet = Sheet()
    sheet.put("FreeText", DA=String("/He 9 Tf 0 g"), RC=String(piece * (100_000 // len(piece))))
    with ends_soon():
        admit(tmp_path, sheet)
