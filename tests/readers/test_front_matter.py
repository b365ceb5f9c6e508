"""Front matter is parted from the body."""

import pytest

from printkit.errors import RecordError
from printkit.readers.front_matter import FrontMatter, split
from tests.support.time_limits import ends_soon


def parted(text: str) -> FrontMatter:
    """Part a text that has front matter."""
    matter = split(text, "a.md")
    assert matter is not None
    return matter


@pytest.mark.parametrize("closing", ["---", "...", "--- "])
def test_yaml_between_fences(closing: str) -> None:
    """The body is verbatim, without blank lines at its ends."""
    matter = parted(f"---\ntitle: Yes\nlang: no\n{closing}\n\n  The *ferry*\n\n---\nis back.\n\n")
    assert matter == FrontMatter(
        {"title": "Yes", "lang": "no"}, "  The *ferry*\n\n---\nis back.", True
    )


def test_toml_between_fences() -> None:
    """Scalars of TOML stay text, in their own spelling."""
    matter = parted(
        '+++\ntitle = "T"\nversion = 1.10\ndate = 2019-09-13\ndraft = true\nn = [7]\n+++\nBody'
    )
    assert matter.fields == {
        "title": "T",
        "version": "1.10",
        "date": "2019-09-13",
        "draft": "true",
        "n": ["7"],
    }
    assert matter.body == "Body"


def test_header_lines_as_pelican_has_them() -> None:
    """An indented line continues the line before."""
    matter = parted("Title: The ferry: back\nSummary: One\n   two\nAuthor:\n\nBody\n\nAuthor: no")
    assert matter.fields == {"Title": "The ferry: back", "Summary": "One two", "Author": ""}
    assert matter.body == "Body\n\nAuthor: no"
    assert not matter.fenced


@pytest.mark.parametrize(
    "text",
    [
        "Just text",
        "---\nA rule, then prose\n\n---\n\nmore prose",
        "Note: a line\nand prose",
        "Date: 2019-09-13\n\nno title",
        "--- title: x",
        "---",
    ],
)
def test_prose_has_no_front_matter(text: str) -> None:
    """A rule across the page, or a colon in the first line, is no front matter."""
    assert split(text, "a.txt") is None


def test_empty_front_matter_is_front_matter() -> None:
    """Jekyll processes only files that have front matter."""
    assert parted("---\n---\nBody").fields == {}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("---\ntitle: x\nbody", "opened and never closed"),
        ("\n---\ntitle: Foo: bar\n---\n", "not allowed here at line 3, column 11"),
        ('+++\ntitle = "x\n+++\n', r"no TOML.*line 2, column 11"),
        ("---\ntitle: &a x\nb: *a\n---\n", "aliases"),
        ('---\ntitle: "\\U99999999"\n---\n', "no YAML"),
        ("---\ntitle: " + "[" * 200 + "]" * 200 + "\n---\n", "nested too deeply"),
        ("+++\na = " + "[" * 5000 + "]" * 5000 + "\n+++\n", "nested too deeply"),
        ("+++\na = " + "9" * 5000 + "\n+++\n", "no TOML"),
        ("---\ntitle: x\n" + "#" * 40_000 + "\n---\n", "at most 30,000 characters"),
    ],
)
def test_what_cannot_be_read_is_refused(text: str, told: str) -> None:
    """The refusal comes soon, with line and column of the file."""
    with ends_soon(), pytest.raises(RecordError, match=told):
        split(text, "a.md")


def test_an_endless_dotted_key_is_refused_soon() -> None:
    """Python's TOML parser would need six seconds for this key."""
    with pytest.raises(RecordError, match="nested too deeply"):
        split("+++\ntitle = 1\n" + "a." * 14_000 + "a = 1\n+++\n", "a.md")


@pytest.mark.parametrize("text", ["---\ntitle: a\ntitle: b\n---\n", "Title: a\nTitle: b\n\n"])
def test_repeated_keys_are_remarked_on(text: str) -> None:
    """The last value is taken."""
    matter = parted(text)
    assert list(matter.fields.values()) == ["b"]
    assert [remark.code for remark in matter.remarks] == ["PK205"]


def test_broken_characters_are_counted() -> None:
    """An escape can make a lone surrogate."""
    matter = parted('---\ntitle: "\\ud800"\n---\n')
    assert matter.fields == {"title": "\ufffd"}
    assert [remark.code for remark in matter.remarks] == ["PK204"]
