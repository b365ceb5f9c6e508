"""Values of a theme on which WeasyPrint fails: one error, which names the line of the theme."""

from pathlib import Path

import pytest

import printkit
from printkit.errors import PressError, StyleError, ThemeError
from printkit.press.engine import print_pages
from printkit.themes import find_theme
from tests.support.own_themes import write_theme
from tests.support.press_runs import make_record
from tests.support.printed_articles import make_unsafe_page
from tests.support.quick_cases import mark_slow
from tests.support.sample_digests import make_linked_issue
from tests.support.sample_records import PLAIN

FAILING = {
    "a number of lines": (
        "h1 { color: red }\np { color: red;\n  line-clamp: 0; top: 0 }\n",
        "ours.css:4",
        "(0)",
    ),
    "another property for the lines": (
        "h1 {}\r\np {\r\n max-lines: 0 }",
        "ours.css:4",
        "WeasyPrint cannot print max-lines (0)",
    ),
    "a variable": ("p { line-clamp: var(--few) }\n:root { --few: 0 }", "ours.css:3", "--few (0)"),
    "two selectors of a medium": (
        "@media print {\n a, p { Line-Clamp: 0 } }",
        "ours.css:3",
        "Line-Clamp (0)",
    ),
    "behind a wrong value": (
        "p {\n line-height: 1 2; max-lines: 0 }",
        "ours.css:3",
        "max-lines (0)",
    ),
    "a length": ("p {\n letter-spacing: 9999999rem }", "ours.css:3", "a number is too large"),
    "a scale": ("h1 { transform: scale(1e20) }", "ours.css:2", "1e20)): a number is too large"),
    "a move": ("h1 { transform: translate(1e30em) }", "ours.css:2", "a number is too large"),
    "a matrix": (
        "p { transform: matrix(0, 0, 0, 0, 0, 0) }",
        "ours.css:2",
        "transform (matrix(0, 0",
    ),
}


@pytest.mark.parametrize("kind", mark_slow(FAILING, but={"a variable", "a length", "a matrix"}))
def test_the_error_names_the_line_of_the_theme(tmp_path: Path, kind: str) -> None:
    """The value of one token or property fails; the values are of many kinds."""
    css, where, named = FAILING[kind]
    with pytest.raises(StyleError) as caught:
        printkit.export(PLAIN, theme=write_theme(tmp_path, css))
    (problem,) = caught.value.problems
    assert caught.value.where == where
    assert named in problem
    assert "Error" not in problem


@pytest.mark.parametrize(
    ("value", "fault"),
    mark_slow(
        [
            ("mod(1px, 0px)", r"print text-indent \(mod\(1px, 0px\)\): a calculation divides by 0"),
            ("calc(1px * pow(10, 400))", r": a number is too large"),
            ("calc(1px * sqrt(-1))", r"print text-indent \(calc\(1px \* sqrt\(-1\)\)\)\n"),
            ("calc(1px * log(0))", r"print text-indent \(calc\(1px \* log\(0\)\)\)\n"),
        ],
        but={("calc(1px * pow(10, 400))", r": a number is too large")},
    ),
)
def test_a_theme_that_cannot_be_parsed_is_an_error_of_the_theme(
    tmp_path: Path, value: str, fault: str
) -> None:
    """No page can be printed with this theme."""
    theme = write_theme(tmp_path, f"h1 {{ top: 0 }}\np {{ color: red;\n text-indent: {value} }}")
    with pytest.raises(ThemeError, match=fault) as caught:
        printkit.export(PLAIN, theme=theme)
    assert caught.value.where == "ours.css:4"


def test_a_selector_that_weasyprint_cannot_read_is_an_error_of_the_theme(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """WeasyPrint makes Python of each selector, with too many brackets for Python."""
    monkeypatch.setattr("printkit.themes.selector_limits.MOST_STEPS", 1_000)
    theme = write_theme(tmp_path, " ".join(["p"] * 90) + " { color: red }")
    with pytest.raises(ThemeError, match="cannot read the style sheets") as caught:
        printkit.export(PLAIN, theme=theme, trusted=True)
    assert caught.value.where == "ours.css"


def test_the_error_names_a_sheet_that_the_theme_imports(tmp_path: Path) -> None:
    """The declarations of both sheets are tried."""
    (tmp_path / "more.css").write_text("h1 { color: red }\np { line-clamp: 0 }")
    theme = write_theme(tmp_path, '@import "more.css";\nh1 { color: blue }')
    with pytest.raises(StyleError) as caught:
        printkit.export(PLAIN, theme=theme)
    assert caught.value.where == "more.css:2"


def test_a_digest_prints_the_other_articles(tmp_path: Path) -> None:
    """Two articles have the fault, and the report names the line for each."""
    records = [make_record("a"), *(make_record(n, body="<pre>x</pre>") for n in "bc")]
    theme = write_theme(tmp_path, "h1 { top: 0 }\npre { line-clamp: 0 }")
    made = printkit.digest(records, theme=theme, title="T", cache=False)
    told = [(one.record, one.status, one.error.where if one.error else "") for one in made.accounts]
    assert sorted(told) == [
        ("record 1", "ok", ""),
        ("record 2", "failed", "record 2: ours.css:3"),
        ("record 3", "failed", "record 3: ours.css:3"),
    ]


@pytest.mark.slow
def test_a_cover_that_cannot_be_printed_ends_the_digest(tmp_path: Path) -> None:
    """A digest without its own pages is no digest."""
    theme = write_theme(tmp_path, ":root { --ink: #111 }\n.cover { line-clamp: 0 }")
    records, choices = make_linked_issue(3)
    with pytest.raises(StyleError, match="line-clamp") as caught:
        printkit.digest(records, **choices | {"theme": theme}, cache=False)
    assert caught.value.where == "cover: ours.css:3"


def test_a_page_that_fails_with_every_theme_is_no_fault_of_the_theme(tmp_path: Path) -> None:
    """The error names the record."""
    theme = find_theme(write_theme(tmp_path, "p { color: red }"))
    with pytest.raises(PressError, match="too deep") as caught:
        print_pages(make_unsafe_page("<div>" * 1_000), theme, "r")
    assert (caught.value.code, caught.value.where) == ("PK150", "r")
