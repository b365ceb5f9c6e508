"""Lines of fields lose their tags and no word; what is no tag stays."""

import time

import pytest

from printkit.readers.tag_texts import linked_addresses, without_tags


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("The <em>Titanic</em> and <br>co", "The Titanic and co"),
        ("<p>One</p><p>Two</p>", "One Two"),
        ("By <a class=x href='https://e.org/ann'>Ann Lee</a>", "By Ann Lee"),
        ("H<sub>2</sub>O and 10<sup>3</sup> or 10<sup>-3</sup>", "H₂O and 10³ or 10⁻³"),
        ("the 1<sup>st</sup>, 2<sup>x3</sup>", "the 1st, 2^x3"),
        ("<script>bad()</script>Words<!-- not these -->", "Words"),
        ("<strong>Bold</strong>ly", "Boldly"),
        ('Published <time datetime="2026">today</time>', "Published today"),
        ("a < b and c > d", "a < b and c > d"),
        ("I <3 it, x<y>z, <Name> and <vector<int>>", "I <3 it, x<y>z, <Name> and <vector<int>>"),
        ("The &lt;em&gt; element", "The &lt;em&gt; element"),
        ("two  spaces", "two  spaces"),
    ],
)
def test_tags_go_and_words_stay(line: str, words: str) -> None:
    """A power stays a power."""
    assert without_tags(line) == words


def test_the_addresses_of_links_are_found() -> None:
    """With their entities decoded."""
    line = "<a href='https://e.org/?a=1&amp;b=2'>A</a> <b href=x>B</b> <a href=/c>C</a>"
    assert list(linked_addresses(line)) == ["https://e.org/?a=1&b=2", "/c"]


@pytest.mark.parametrize("mark", ["<", "<a", "<a ", "<!--", "<script>", "<sup>", "<a href=", "</"])
def test_long_lines_end_soon(mark: str) -> None:
    """Of 100,000 characters, and of as many as are looked at."""
    start = time.perf_counter()
    for length in (19_000, 100_000):
        line = mark * (length // len(mark))
        without_tags(line)
        list(linked_addresses(line))
    assert time.perf_counter() - start < 2
