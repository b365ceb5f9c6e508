"""An article that was taken back is held back, in every format and with every form of the word."""

import pytest

import printkit
from printkit.errors import RecordError, RefusedError
from printkit.readers.taken_back import is_taken_back, taken_back_word


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.json", '{"headline": "A", "body": "B", "archived_at": "2020-01-01"}'),
        ("a.jsonl", '{"headline": "A", "body": "B", "is_archived": true}\n'),
        ("a.md", "---\ntitle: A\narchived: 2020-01-01T08:00:00Z\n---\nB"),
        ("a.md", "+++\ntitle = 'A'\ndeleted_at = 2020-01-01\n+++\nB"),
        ("a.md", '{\n "title": "A",\n "trashed": true\n}\n\nB'),
        ("a.md", "Title: A\nStatus: archived\n\nB"),
        ("a.md", "Title: A\nArchived: yes\n\nB"),
        ("a.txt", "A headline\n\nArchived: yes\n\nThe harbour opened on Monday, said the mayor."),
        ("a.json", '{"headline": "A", "body": "B", "is_archived": true,,}'),
        ("a.json", '{"headline": "A", "body": "B", "trash": true}'),
    ],
)
def test_each_format_holds_such_an_article_back(name: str, text: str) -> None:
    """The formats are JSON, also where it is broken, front matter of each kind, and plain text."""
    with pytest.raises((RefusedError, RecordError)) as caught:
        printkit.export(text.encode(), name=name)
    assert isinstance(caught.value, RefusedError | RecordError)
    assert caught.value.held


@pytest.mark.parametrize(
    ("plain", "word"),
    [
        ("deletedat", "deleted"),
        ("isarchived", "archived"),
        ("datewithdrawn", "withdrawn"),
        ("trashedtime", "trashed"),
        ("intrash", "trash"),
        ("archive", ""),
        ("hiddenon", ""),
        ("removedby", ""),
    ],
)
def test_a_key_has_one_word_in_all_its_forms(plain: str, word: str) -> None:
    """Other keys have none."""
    assert taken_back_word(plain) == word


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (True, True),
        ("2020-01-01", True),
        (1600000000, True),
        (3, True),
        ({"$date": "2020-01-01T00:00:00Z"}, True),
        ("by the editor", True),
        ("t", True),
        ("f", False),
        ("N/A", False),
        ("-", False),
        (False, False),
        (None, False),
        ("", False),
        (0, False),
        (-1, False),
        ("no", False),
        ("2099-01-01", False),
        ("0000-00-00", False),
        ("1970-01-01T00:00:00Z", False),
        ([], False),
    ],
)
def test_a_moment_of_the_past_and_a_clear_yes_say_so(value: object, said: bool) -> None:
    """A moment to come says that the article is not taken back yet."""
    assert is_taken_back(value) is said
