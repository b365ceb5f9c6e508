"""Paragraphs: lines are parted by blank lines, and labelled lines from prose."""

import pytest

from printkit.readers.paragraphs import LONG, Paragraph, paragraphs_of, part_foot, units_of


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        ("One\nline\n\n\nTwo  \n", [["One", "line"], ["Two"]]),
        ("-----\n\n====\nHeadline\n\nText", [["Headline"], ["Text"]]),
        ("Headline\n" + "x" * (LONG + 1), [["Headline"], ["x" * (LONG + 1)]]),
        ("Headline\nA poem\nof short lines", [["Headline", "A poem", "of short lines"]]),
    ],
)
def test_blank_lines_part_paragraphs(text: str, paragraphs: list[Paragraph]) -> None:
    """Without blank lines, long lines are paragraphs; rules above the headline are left out."""
    assert paragraphs_of(text) == paragraphs


def test_a_correction_keeps_the_lines_it_runs_on_to() -> None:
    """Every other labelled line stands alone."""
    paragraph = ["Section: World", "Correction: an earlier version", "named the wrong port."]
    assert units_of(paragraph) == [paragraph[:1], paragraph[1:]]


def test_labelled_lines_below_prose_are_parted() -> None:
    """The labelled lines keep their order."""
    prose, foot = part_foot(["The ferry sails.", "Photo: Ana Ruiz", "Source: The Herald"])
    assert prose == ["The ferry sails."]
    assert foot == ["Photo: Ana Ruiz", "Source: The Herald"]
