"""Messages of WeasyPrint: each names the line of the theme that causes the message."""

from pathlib import Path

import pytest

import printkit
from printkit.themes import find_theme
from printkit.themes.token_faults import trace_fault
from tests.support.own_themes import write_theme
from tests.support.sample_digests import make_linked_issue
from tests.support.sample_records import PLAIN


def found(folder: Path, css: str) -> list[tuple[str, str]]:
    """Print a record with a theme; return place and beginning of each remark."""
    made = printkit.export(PLAIN, theme=write_theme(folder, css))
    assert {one.code for one in made.remarks} <= {"PK501"}
    assert len(made.remarks) == len({one.where for one in made.remarks})
    return [(one.where, one.message) for one in made.remarks]


@pytest.mark.parametrize(
    ("css", "where", "named"),
    [
        (":root {\n  --accent: blurg }", "ours.css:3", "--accent cannot be blurg; write a colour"),
        (":root {\n  --text-size: 3/**/foo }", "ours.css:3", "--text-size cannot be 3 foo; write"),
        (":root {--b: blurg;\n\n--accent: var(--b) }", "ours.css:2", "--b, which is the value of"),
        ("p {\n  color: 12px }", "ours.css:3", "color cannot be 12px in WeasyPrint, so"),
        ("p {\n  colr: red }", "ours.css:3", "WeasyPrint does not know the property colr, so"),
        (
            ":root {--b: blurg}\n.headline {color: var(--b); border: var(--b)}",
            "ours.css:2",
            "--b (blurg) does not fit the properties that use the value, so these have no",
        ),
        (":root {\n--leading: var(--leading) }", "ours.css:3", "--leading reads its own value"),
    ],
)
def test_a_wrong_value_is_told_with_its_line(
    tmp_path: Path, css: str, where: str, named: str
) -> None:
    """The line is in the user's theme, where the user can mend the value; no record is named."""
    [(place, message)] = found(tmp_path, css)
    assert place == where
    assert message.startswith(named)
    assert "Ignored" not in message


def test_a_token_of_the_cover_is_told_with_its_line(tmp_path: Path) -> None:
    """The rule holds for a digest, too; an earlier remark named a line of printkit's own sheet."""
    records, choices = make_linked_issue(3)
    theme = write_theme(tmp_path, ":root {\n\n  --cover-words: 12 potatoes }")
    made = printkit.digest(records, **choices, theme=theme, cache=False)
    told = [one for one in made.remarks if one.code == "PK501"]
    assert told
    assert {one.file for one in told} == {"ours.css:4"}
    assert [one.message.partition(";")[0] for one in told] == [
        "--cover-words cannot be 12 potatoes"
    ]


def test_a_token_that_a_value_lacks_is_told(tmp_path: Path) -> None:
    """Tokens that use each other, or a property that nothing sets, leave a value empty."""
    theme = find_theme(write_theme(tmp_path, ":root { --accent: var(--nix) }\np { color: red }"))
    place = "22:10"  # of `color: var(--accent)` in a style sheet of the test's own
    (tmp_path / "more.css").write_text("\n" * 21 + "p{color: var(--accent) }")
    theme = find_theme(write_theme(tmp_path, '@import "more.css"; p { --accent: var(--nix) }'))
    remark = trace_fault(f"Ignored `color: ` at {place}, no value.", theme)
    assert remark is not None
    assert remark.file == "ours.css:2"


def test_a_message_without_a_cause_in_the_theme_stays_as_it_is(tmp_path: Path) -> None:
    """Only a value that the user's theme sets can be the cause."""
    message = "Ignored `color: blurg` at 1:1, invalid value."
    assert trace_fault(message, find_theme("reader")) is None
    assert trace_fault(message, find_theme(write_theme(tmp_path, "p { color: red }"))) is None
    assert trace_fault("Failed to load image", find_theme("reader")) is None


@pytest.mark.parametrize(
    "css",
    [
        "\n.headline { background: url(pictures/a%20b.png) }",
        "\n@page { background: url('pictures/../pictures/a b.png') }",
        '\n.headline::before { content: url("pictures/a b.png") }',
    ],
)
def test_a_picture_of_the_theme_that_is_none_is_told_with_its_line(
    tmp_path: Path, css: str
) -> None:
    """An earlier remark blamed the record, and showed the whole path of the file."""
    (tmp_path / "pictures").mkdir()
    (tmp_path / "pictures" / "a b.png").write_text("no picture")
    (tmp_path / "a.md").write_text("# A\n\nIt came in.")
    made = printkit.export(str(tmp_path / "a.md"), theme=write_theme(tmp_path, css))
    told = [one for one in made.remarks if one.code == "PK501"]
    assert [(one.record, one.file) for one in told] == [("", "ours.css:3")]
    assert told[0].message.startswith("pictures/a b.png cannot be read as a picture")
    assert str(tmp_path) not in str(told[0])


def test_a_digest_tells_a_picture_of_the_theme_once(tmp_path: Path) -> None:
    """The remark stands in the digest's list alone, because no record is the cause."""
    (tmp_path / "a.svg").write_text("<svg")
    theme = write_theme(tmp_path, ".headline { background: url(a.svg) }")
    records, choices = make_linked_issue(3)
    made = printkit.digest(records, **choices, theme=theme, cache=False)
    assert [one.where for one in made.remarks if one.code == "PK501"] == ["ours.css:2"]
    told = [one.code for account in made.accounts for one in account.remarks]
    assert "PK501" not in told
