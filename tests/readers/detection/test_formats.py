"""Formats that printkit does not read become errors with a name and a remedy."""

import pytest

from printkit.readers.detection.formats import SUFFIXES, Family, Format, refusal_of
from printkit.readers.detection.suffixes import format_of_suffix


@pytest.mark.parametrize(
    ("family", "problem", "remedy"),
    [
        (Family.ARTICLES, "is a thing, which printkit does not read", "into a record of JSON"),
        (Family.MAIL, "is a thing, which printkit does not read", "Save the article as plain text"),
        (Family.ARCHIVE, "is a thing, not an article record", "Unpack the archive"),
        (Family.DATA, "is a thing, not an article record", "with a headline and a text"),
    ],
)
def test_a_refusal_says_where_what_and_what_to_do(
    family: Family, problem: str, remedy: str
) -> None:
    """The remedy ends with the formats that printkit reads."""
    error = refusal_of(Format("a thing", family), "a.bin")
    assert (error.where, error.problems, error.code) == ("a.bin", (problem,), "PK112")
    assert remedy in error.remedy
    assert error.remedy.endswith("Records are JSON, JSON Lines, Markdown or plain text.")
    assert error.held is False


def test_a_refusal_may_be_held() -> None:
    """No word of a withheld record gets on a page, whatever its format."""
    assert refusal_of(Format("a thing", Family.DATA), "a", held=True).held is True


def test_no_suffix_of_a_record_belongs_to_another_format() -> None:
    """A folder gives files with these suffixes."""
    assert set(SUFFIXES) == {".json", ".jsonl", ".ndjson", ".md", ".markdown", ".txt"}
    assert [one for one in SUFFIXES if format_of_suffix(f"a{one}")] == []
