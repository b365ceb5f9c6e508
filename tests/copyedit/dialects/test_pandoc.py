"""Pandoc and Quarto: drawn tables, captions in brackets, page breaks."""

import re

import pytest

from printkit.copyedit.removals import Removals
from tests.support.dialect_bodies import read_dialect
from tests.support.quick_cases import mark_slow
from tests.support.time_limits import ends_soon

HEAD = "<tr><th>Kopf</th><th>Zahl</th></tr>"
TABLES = {
    "grid": ("+------+------+\n| Kopf | Zahl |\n+======+======+\n| eins | 11   |\n| *zwei* | 22 |\n"
             "+------+------+", "<em>zwei</em>"),
    "grid without a head": ("+---+---+\n| a | b |\n+---+---+\n| c | d |\n+---+---+",
                            "<td>a</td><td>b</td></tr><tr><td>c</td><td>d</td>"),
    "grid with a wide cell": ("+---+---+\n| a | b |\n+===+===+\n| wide  |\n+---+---+",
                              'colspan="2">wide</td>'),
    "grid with a list": ("+-----+---+\n| - x | b |\n| - y |   |\n+-----+---+",
                         "<ul><li>x</li><li>y</li></ul>"),
    "grid in Chinese": ("+------+------+\n| 名称 | 数 |\n+======+======+\n| 甲 | 11 |\n"
                        "+------+------+", "<td>甲</td>"),
    "simple": ("  Right     Left\n-------     ------\n     12     Twelve\n    123     Hundred",
               "<td>Twelve</td>"),
    "simple without a head": ("-------     ------\n     12     Twelve\n    123     Hundred\n"
                              "-------     ------", "<td>Twelve</td>"),
    "rows of several lines": ("-----------------------\nCentred       Right\n head         \n"
                              "----------- -----------\n   First    row one\n            goes\n\n"
                              "  Second    5.0\n-----------------------", "Second</td>"),
}  # fmt: skip


@pytest.mark.parametrize("kind", TABLES)
def test_a_table_drawn_with_dashes_is_a_table(kind: str) -> None:
    """No sign of the drawing is printed, and a caption behind the table is its caption."""
    source, part = TABLES[kind]
    found = read_dialect(f"Before.\n\n{source}\n\nTable: The caption\n\nBehind.")
    assert part in re.sub(' (class="number"|lang="zh")', "", found.html), found.html
    assert "The caption</caption>" in found.html
    assert "<p>Behind.</p>" in found.html
    assert "--" not in found.html
    assert "+" not in found.html
    assert not found.removed.get("PK301")


@pytest.mark.parametrize(
    "source",
    ["a\n\n---\n\nb", "Head\n---\n\ntext", "- - -\n\nx", "x + y\n+ z", "+-\n| a", "-- a\n-- b",
     "```\n+---+\n| a |\n+---+\n```", "Tom -- and -- Jerry\n\n-- --"],
)  # fmt: skip
def test_other_lines_with_dashes_are_no_tables(source: str) -> None:
    """Rules, headings, dialogue and code stay."""
    assert "<table" not in read_dialect(source).html


def test_the_brackets_of_a_figure_are_its_caption() -> None:
    """The description, or a name that begins with `fig-`, tells so."""
    found = read_dialect(
        '![Words **bold** [link](https://e.org/x)](a.jpg){#fig-a fig-alt="Seen" width=50%}\n\n'
        "![Sub one](b.jpg){#fig-b1}\n\n![Plain alt](c.jpg){.wide}\n\n![Alone](d.jpg)\\\n\nEnd."
    )
    captions = [caption for _, caption, _ in found.pictures]
    assert captions[0].startswith("Words <strong>bold</strong>")
    assert captions[1:] == ["Sub one", "", ""]
    assert "\\" not in found.html


def test_a_figure_within_a_line_keeps_its_caption() -> None:
    """Two pictures in one paragraph have a caption each."""
    found = read_dialect("![First](a.jpg){#fig-a} ![Second](b.jpg){#fig-b}")
    assert [caption for _, caption, _ in found.pictures] == ["First", "Second"]


def test_a_page_break_of_tex_is_named() -> None:
    """Such a line only sets the page."""
    found = read_dialect("One.\n\n\\newpage\n\nTwo.\n\n`\\newpage`")
    assert found.html == "<p>One.</p><p>Two.</p><p><code>\\newpage</code></p>"
    assert found.removed["PK301"] == ["\\newpage"]


@pytest.mark.parametrize(
    "source",
    mark_slow(
        ["+-+\n| \n" * 20_000, "+" + "-+" * 50_000, "-- --\n" * 20_000,
         "--- ---\n\nx\n\n" * 8_000, "a\n-- --\n" * 12_000],
        but={"+" + "-+" * 50_000, "-- --\n" * 20_000},
    ),
)  # fmt: skip
def test_long_drawings_that_never_end_are_read_soon(source: str) -> None:
    """Each line is looked at a few times at most."""
    from printkit.copyedit.dialects.reading import BodyReading
    from printkit.copyedit.dialects.tags import HiddenTags
    from printkit.copyedit.formats import to_html

    with ends_soon():
        to_html(source, "markdown", reading=BodyReading(HiddenTags(), Removals()))
