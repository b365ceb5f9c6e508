"""Numbers of notes: if a record names numbers, a reader finds the same notes under them."""

import pytest

from printkit.article import Article
from printkit.copyedit import edit, tree
from printkit.copyedit.clean_copy import Copy
from printkit.copyedit.note_numbers import item_numbers
from tests.support.clean_copy import write_html
from tests.support.printed_articles import print_article, read_pages

LIST = "<ol><li id=r1>R one</li><li id=r2>R two</li><li id=r3>R three</li></ol>"


def copy_of(body: str) -> Copy:
    """Return the copy of a body."""
    return edit(Article.model_validate({"headline": "H", "body": body}))


def numbers_of(copy: Copy) -> dict[str, int]:
    """Return the number of each note, by its words."""
    return {" ".join(note.blocks) or note.url: note.number for note in copy.notes}


def test_ranges_of_references_mean_the_same_references() -> None:
    """Brackets and dashes stay; web addresses get the numbers behind the list."""
    body = (
        "<p>Known [<a href='#r1'>1</a>–<a href='#r3'>3</a>], <a href='https://e.example/'>here</a> "
        f"and [<a href='#r2'>2</a>,<a href='#r3'>3</a>].</p>{LIST}"
    )
    result = print_article({"headline": "H", "body": body, "language": "en"})
    text = " ".join("".join(read_pages(result.pdf)).split())
    assert "Known[1–3], here4 and[2,3]." in text
    assert "1 R one 2 R two 3 R three 4 e.example" in text
    assert result.remarks == ()


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("a [<a href=#r3>3</a>] b [<a href=#r1>1</a>]", True),
        ("a [<a href=#r1>1</a>] b [<a href=#r3>3</a>]", True),
        ("a <a href=#r1>[1–3]</a>", True),
        ("a<sup><a href=#r1>1</a>–<a href=#r3>3</a></sup>", True),
        ("a<sup><a href=#r1>1</a></sup>, see <a href=#r3>note 3</a>", True),
        ("a<sup><a href=#r1>1</a></sup>, and [2, 3]", True),
        ("a<sup><a href=#r1>1</a></sup> <a href=https://e.example/>w</a><sup><a href=#r2>2</a>"
         "</sup>", False),
    ],
)  # fmt: skip
def test_notes_keep_the_numbers_that_the_text_names(words: str, kept: bool) -> None:
    """Other notes are numbered together with addresses, by their first marks."""
    numbers = numbers_of(copy_of(f"<p>{words}</p><h2>References</h2>{LIST}"))
    listed = [numbers[name] for name in ("R one", "R two", "R three")]
    assert listed == ([1, 2, 3] if kept else [1, 3, 4])


def test_notes_of_two_lists_are_counted_in_their_order_if_there_are_ranges() -> None:
    """Each of the two lists begins with 1."""
    body = f"<p>a<sup><a href=#f>1</a></sup> b [<a href=#r1>1</a>–<a href=#r3>3</a>]</p>{LIST}"
    copy = copy_of(f"{body}<div class=footnotes><ol><li id=f>F one</li></ol></div>")
    assert numbers_of(copy) == {"R one": 1, "R two": 2, "R three": 3, "F one": 4}


def test_a_note_without_a_mark_that_keeps_its_number_is_told() -> None:
    """A note inside a range of marks is not told."""
    copy = copy_of(f"<p>a [<a href=#r3>3</a>] b [<a href=#r2>2</a>]</p>{LIST}")
    assert [one.message for one in copy.remarks] == [
        "a note without a mark in the text is printed with its own number: “R one”"
    ]
    assert copy_of(f"<p>a [<a href=#r1>1</a>–<a href=#r3>3</a>]</p>{LIST}").remarks == ()


def test_a_link_with_words_leads_to_the_note() -> None:
    """The link keeps its words, and no remark calls the link dead."""
    body = f"<p>a [<a href=#r1>1</a>] and (<a href=#r1>Kell 2001</a>).</p>{LIST}"
    copy = copy_of(body)
    assert '(<a href="#a-note-1">Kell 2001</a>)' in write_html(copy.body)
    assert [one.code for one in copy.remarks] == ["PK205", "PK205"]


def test_the_items_of_a_list_have_the_numbers_that_a_browser_shows() -> None:
    """`start`, `value` or the first words of an item give its number."""
    counted = tree.parse('<ol start="5"><li>a</li><li value="9">b</li><li>c</li></ol>')[0]
    assert list(item_numbers(counted).values()) == [5, 9, 10]
    written = tree.parse("<ul><li>[3] a</li><li>4. b</li><li>5 c</li></ul>")[0]
    assert list(item_numbers(written).values()) == [3, 4]
