"""Lines of notes are no code, for the inventory."""

import pytest

from printkit.preflight.inventory.open_blocks import open_blocks
from tests.support.time_limits import ends_soon


@pytest.mark.parametrize(
    ("source", "opened"),
    [
        ("!!! note\n    a\n\n    ??? b\n        c\nd", "!!! note\na\n\n??? b\nc\nd"),
        ('=== "A"\n    ```\n    !!! b\n        c\n    ```', '=== "A"\n```\n!!! b\n    c\n```'),
        ("> !!! note\n>     a", "> !!! note\n> a"),
        ("- !!! note\n      a", "- !!! note\n      a"),
        ("  !!! note\n      a", "  !!! note\n  a"),
        ("````{note} T\n```{tip}\na\n```\n````", " T\n\n\n\na\n\n"),
        ("```{r}\na\n```\n```\n```{note}\n```", "```{r}\na\n```\n```\n```{note}\n```"),
        ("<div>\n# a\n```\n\n# b", "<div>\n\n# a\n```\n\n# b"),
        ("<div>\nb\n```\n\n# b\n```\n# c", "<div>\nb\n\n```\n\n# b\n```\n# c"),
        ("plain\n    code", "plain\n    code"),
    ],
)
def test_the_lines_of_notes_are_opened(source: str, opened: str) -> None:
    """Code stays as it is."""
    assert open_blocks(source) == opened


@pytest.mark.parametrize("mark", ["!!! a\n", "```{note}\n", "> > !!! a\n", "    !!! a\n    "])
def test_many_notes_take_no_time(mark: str) -> None:
    """A million characters are read in one pass."""
    with ends_soon():
        open_blocks(mark * (1_000_000 // len(mark)))
