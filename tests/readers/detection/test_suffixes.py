"""Suffixes tell the format of a text that has no mark."""

import pytest

from printkit.readers.detection.suffixes import format_of_suffix


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("a.html", "an HTML page"),
        ("week/A.HTM", "an HTML page"),
        ("a.eml", "a mail"),
        ("a.rst", "a text in reStructuredText"),
        ("a.py", "source code of a program"),
        ("a.b.csv", "a table in CSV"),
    ],
)
def test_a_suffix_tells_a_format(name: str, told: str) -> None:
    """Capitals and folders do not count."""
    found = format_of_suffix(name)
    assert found
    assert found.name == told


@pytest.mark.parametrize("name", ["-", "", "record 1", "a", "a.md", "a.TXT", ".py", "html", "a.x"])
def test_another_name_tells_nothing(name: str) -> None:
    """A record may have any name, and a hidden file has no suffix."""
    assert format_of_suffix(name) is None
