"""Long words: words of thousands of letters are printed whole and soon, in every field."""

from xml.etree.ElementTree import fromstring, tostring

import pytest

import printkit
from printkit.press.long_words import PIECE, WORD, break_long_words
from tests.support.printed_articles import read_pages
from tests.support.quick_cases import mark_slow
from tests.support.text_behind import keep_characters
from tests.support.time_limits import ends_soon

ENDLESS = "xyz" * 6_000
RECORD = {"headline": "One", "body": "<p>Body text.</p>", "language": "en"}
FIELDS = {
    "body": f"<p>{ENDLESS}</p>",
    "headline": ENDLESS,
    "subheadline": ENDLESS,
    "authors": [ENDLESS],
    "publisher": ENDLESS,
    "corrections": [{"text": ENDLESS}],
    "images": [{"url": "none.jpg", "caption": ENDLESS}],
}


@pytest.mark.parametrize("field", mark_slow(FIELDS, but={"body", "images"}))
def test_a_word_without_end_is_printed_soon(field: str) -> None:
    """Hyphenating such a word took minutes."""
    with ends_soon():
        result = printkit.export({**RECORD, field: FIELDS[field]}, trusted=True)
    assert keep_characters("".join(read_pages(result.pdf))).count("xyz") > 4_000
    assert not [one for one in result.remarks if one.code in ("PK601", "PK608")]


@pytest.mark.parametrize("space", ["\u00a0", "\u202f", "\u2007"])
def test_words_between_no_break_spaces_are_printed_soon(space: str) -> None:
    """A line of 20,000 such characters kept WeasyPrint busy for minutes."""
    with ends_soon():
        record = {**RECORD, "body": f"<p>{f'xyz{space}' * 5_000}</p>"}
        result = printkit.export(record, trusted=True)
    assert "".join(read_pages(result.pdf)).count("xyz") > 4_000
    assert not [one for one in result.remarks if one.code in ("PK601", "PK608")]


@pytest.mark.parametrize("letters", ["กขคงจฉชซ", "ເກາະ", "កក្ក", "ကကျက်"])
def test_a_run_of_south_east_asia_is_parted_between_syllables(letters: str) -> None:
    """Pango looked for words in 100,000 letters for a minute."""
    run = letters * 300
    pieces = broken(f"<p>{run}</p>")[3:-4].split("\N{ZERO WIDTH SPACE}")
    assert "".join(pieces) == run
    assert max(map(len, pieces)) <= 3 * PIECE
    assert {one[0] for one in pieces} <= set(letters) - set("\u0eb2\u0eb0\u17d2\u103b\u103a")
    assert all(one[-1] not in "\u0ec0\u17d2" for one in pieces)


def test_a_remark_tells_the_text_that_was_broken() -> None:
    """An address of common length, and a long text with spaces, have no remark."""
    result = printkit.export({**RECORD, "body": f"<p>{'ab1' * 500}</p><p>{'word ' * 500}</p>"})
    (remark,) = (one for one in result.remarks if one.code == "PK510")
    assert "1,500 characters" in remark.message
    assert "ab1ab1" in remark.message


def broken(html: str) -> str:
    """Return the HTML of an element with places to break in its words."""
    element = fromstring(html)
    break_long_words(element)
    return tostring(element, encoding="unicode")


def test_only_the_text_of_long_words_is_changed() -> None:
    """An address, a style sheet, and words of common length stay as they are."""
    word, long = "w" * WORD, "ж" * (WORD + 1)
    kept = (
        f'<p><style>a{{b:url({long})}}</style><a title="{long}" href="{long}">{word}</a> '
        f"{'1' * 300} {'漢' * 300} {'ไทย' * 100}</p>"
    )
    assert broken(kept) == kept
    pieces = broken(f"<p>{long}</p>").removeprefix("<p>").removesuffix("</p>")
    assert pieces.replace("\N{ZERO WIDTH SPACE}", "") == long
    assert {len(one) for one in pieces.split("\N{ZERO WIDTH SPACE}")} == {PIECE, 1}


def test_a_mark_stays_on_its_letter() -> None:
    """No place to break stands between a letter and its mark."""
    marked = "x\u0301" * 500
    assert "\N{ZERO WIDTH SPACE}\u0301" not in broken(f"<p>{marked}</p>")


@pytest.mark.parametrize("mark", ["x\u0301", "x" * 119 + "1", "a1", "\u0301"])
def test_long_texts_are_read_in_no_time(mark: str) -> None:
    """Each part of a text is read once."""
    with ends_soon():
        broken(f"<p>{mark * (100_000 // len(mark))}</p>")


@pytest.mark.parametrize("mark", ["{~~b~>", "%$"])
def test_marks_without_end_are_printed_soon(mark: str) -> None:
    """Marks that never close are printed as they are written, with places to break."""
    body = mark * (9_000 // len(mark))
    with ends_soon():
        record = {**RECORD, "body": body, "body_format": "markdown"}
        result = printkit.export(record, trusted=True)
    assert keep_characters("".join(read_pages(result.pdf))).count(mark[-1]) > 500
    assert not [one for one in result.remarks if one.code in ("PK601", "PK608")]


@pytest.mark.parametrize(
    "body",
    mark_slow(
        ["`" + "a``b" * 1_500, "<p>" + "<b>ab</b><i>cd</i>" * 1_000 + "</p>",
         "<ul><li>" + "<a href='https://e.org/'>x</a>y" * 1_000 + "</li></ul>"],
        but={"`" + "a``b" * 1_500},
    ),
    ids=["backticks", "emphasis", "links"],
)  # fmt: skip
def test_a_word_in_many_elements_is_broken_and_printed_soon(body: str) -> None:
    """WeasyPrint found no place to break between elements: such a line left the page."""
    with ends_soon():
        kind = "markdown" if body.startswith("`") else "html"
        record = {**RECORD, "body": body, "body_format": kind}
        result = printkit.export(record, links="plain", trusted=True)
    assert [str(one) for one in result.remarks if one.code in ("PK601", "PK603", "PK608")] == []


def test_a_space_parts_the_words_of_many_elements() -> None:
    """Cells, and elements with spaces between their words, stay as they are."""
    spaced = "<p>" + "<b>word</b> <i>by</i>" * 100 + "</p>"
    cells = "<tr>" + "<td>1234</td>" * 100 + "</tr>"
    few = f"<p>({'<a>' + 'x' * 110 + '</a>'}, <b>y</b>)</p>"
    for kept in (spaced, cells, few):
        assert broken(kept) == kept
