"""Spans of Pandoc, and roles of MyST."""

import pytest

from tests.support.dialect_bodies import read_dialect
from tests.support.quick_cases import mark_slow


@pytest.mark.parametrize(
    ("written", "html"),
    [
        ("A [Small caps]{.smallcaps} end", "<p>A Small caps end</p>"),
        ('[span *text*]{style="color:red"}', "<p>span <em>text</em></p>"),
        ("[a]{.mark} [b]{.underline} [c]{.ul} [d]{.sub}",
         "<p><mark>a</mark> <u>b</u> <u>c</u> <sub>d</sub></p>"),
        ("[a [b](https://o.example/b) c]{.mark}",
         '<p><mark>a <a href="https://o.example/b">b</a> c</mark></p>'),
        ("[de]{#there .x} [to](#there)", '<p id="a-there">de <a href="#a-there">to</a></p>'),
        ("array[0]{x} [x]{} `[a]{.b}` [sic] {.b}",
         "<p>array[0]{x} [x]{} <code>[a]{.b}</code> [sic] {.b}</p>"),
    ],
)  # fmt: skip
def test_the_words_of_a_span_stay(written: str, html: str) -> None:
    """The class of a span may be a mark that paper has."""
    assert read_dialect(written).html == html


@pytest.mark.parametrize(
    ("written", "html"),
    [
        ("{kbd}`Ctrl` {sub}`2` {sup}`3` {strong}`a` {file}`a.b`",
         "<p><kbd>Ctrl</kbd> <sub>2</sub> <sup>3</sup> <strong>a</strong> <code>a.b</code></p>"),
        ("{abbr}`HTML (Hyper Text)`", '<p><abbr title="Hyper Text">HTML</abbr> (Hyper Text)</p>'),
        ("See {ref}`Words <there>`.\n\n(there)=\n## Head",
         '<p>See <a href="#a-there">Words</a>.</p><h2 id="a-there">Head</h2>'),
        ("{download}`the file <https://o.example/a.pdf>`",
         '<p><a href="https://o.example/a.pdf">the file</a></p>'),
        ("{cite:p}`key` `{ref}` {ref} \\{ref}", "<p>[key] <code>{ref}</code> {ref} {ref}</p>"),
    ],
)  # fmt: skip
def test_a_role_has_words_and_a_target(written: str, html: str) -> None:
    """The name of a role is no word of the text."""
    assert read_dialect(written).html == html


def test_links_and_names_that_nobody_knows_are_named() -> None:
    """Of another page, only the program of the site knows the address."""
    found = read_dialect("{doc}`other` {term}`Gloss` {eq}`e1` {strange}`word` {math}`x^2`")
    assert found.html.startswith("<p>other Gloss e1 word <span")
    assert found.removed["PK301"] == [""]
    assert found.removed["PK302"] == ["other", "Gloss", "#e1"]


@pytest.mark.timeout(20)
@pytest.mark.parametrize(
    "mark",
    mark_slow(["[a](b)", "[a]", "[a](b", "\\a", "[a]{b", "](b)["], but={"[a](b)", "](b)["}),
)
def test_a_row_of_links_in_brackets_takes_linear_time(mark: str) -> None:
    """Each link was read in two ways: 25 links between brackets took hours."""
    assert "end" in read_dialect(f"[{mark * 25}](http://o.example) end").html
    assert "end" in read_dialect(f"Go [{mark * (20_000 // len(mark))} end").html
