"""Texts of a record and the printed letters → the words that no letter covers."""

import pytest

from printkit.preflight.inventory.covering import uncovered
from printkit.preflight.inventory.printed_letters import PrintedLetters

PROSE = "The ferry was delayed by fog for three hours, said the harbour master."


def lost(texts: list[str], *lines: str) -> list[str]:
    """Return the lost words of each text."""
    return uncovered(texts, [False] * len(texts), PrintedLetters(lines))


@pytest.mark.parametrize(
    ("texts", "lines"),
    [
        ([PROSE], (PROSE.upper(),)),
        (
            [PROSE],
            ("The ferry was delayed by fog for 7 three hours,", "said the har-", "bour master"),
        ),
        ([PROSE], ("said the harbour master.", "The ferry was delayed by fog for three hours,")),
        (["One", "Two"], ("Two One",)),
        (["Diff13"], ("Diff", "13")),
        (["N e w s of t o day"], ("News of today",)),
        (["un believ ab le n e w s"], ("news unbelievable",)),
        (["ראו Android™ כאן, 12."], ("ראו TM Android כאן, 12.",)),
    ],
)
def test_words_on_paper_are_covered(texts: list[str], lines: tuple[str, ...]) -> None:
    """The words may stand in any order, with other words between them."""
    assert lost(texts, *lines) == [""] * len(texts)


@pytest.mark.parametrize(
    ("texts", "line", "found"),
    [
        ([PROSE], PROSE.replace("three ", ""), ["three"]),
        ([PROSE], "The ferry was delayed.", ["by fog for three hours, said the harbour master."]),
        (["One two three four"], "One three", ["two … four"]),
        (["Buy", "Buy"], "Buy", ["", "Buy"]),
        (["Seen", "no"], "Seen. Nobody", ["", "no"]),
        (["N e w s"], "Newspaper", ["N e w s"]),
        (["N e w s", "N e w s"], "News", ["", "N e w s"]),
        (["See the ferry."], "See the yrref.", ["ferry."]),
        (["ראו ferry כאן, 12."], "ראו ferra כאן, 21.", ["ferry … 12."]),
    ],
)
def test_words_that_are_not_on_paper_are_quoted(
    texts: list[str], line: str, found: list[str]
) -> None:
    """The quotation has the words as the record writes them."""
    assert lost(texts, line) == found
