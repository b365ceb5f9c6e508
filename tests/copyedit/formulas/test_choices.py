"""Choices: of a formula's parts that take turns, the part that a browser shows is printed."""

import pytest

from tests.support.printed_articles import print_article, read_pages


@pytest.mark.parametrize(
    ("given", "shown", "others"),
    [
        ('selection="1"', "11", ["22", "33"]),
        ('actiontype="toggle" selection="2"', "22", ["11", "33"]),
        ('actiontype="toggle" selection="7"', "11", ["22", "33"]),
        ('actiontype="toggle" selection="²"', "11", ["22", "33"]),
        ('actiontype="tooltip"', "11", ["22", "33"]),
        ('actiontype="statusline" selection="2"', "11", ["22", "33"]),
    ],
)
def test_one_part_is_printed_and_the_others_are_named(
    given: str, shown: str, others: list[str]
) -> None:
    """The numbers 11, 22 and 33 never stand side by side."""
    parts = "<mn>11</mn><mrow><mn>22</mn></mrow><mtext>33</mtext>"
    body = f"<p>Rate <math><maction {given}>{parts}</maction></math> now.</p>"
    result = print_article({"headline": "H", "language": "en", "body": body})
    assert f"Rate {shown} now." in " ".join("".join(read_pages(result.pdf)).split())
    removed = [one.words for remark in result.remarks for one in remark.removed]
    assert removed == others
