"""Datelines run in at the head of a paragraph."""

import pytest

from printkit.readers.datelines import part_dateline


@pytest.mark.parametrize(
    ("line", "dateline"),
    [
        ("Friday, 13 September 2019 | The ferry", "Friday, 13 September 2019"),
        ("PORT AVON, 13 September 2019 | The ferry", "PORT AVON, 13 September 2019"),
        ("CÁDIZ, Spain — The ferry", "CÁDIZ, Spain"),
        ("CÁDIZ—The ferry", "CÁDIZ"),
        ("LONDON (Reuters) - The ferry", "LONDON (Reuters)"),
        ("LONDON, Sept 13 (Reuters) – “The ferry", "LONDON, Sept 13 (Reuters)"),
        ("WASHINGTON, D.C. -- The ferry", "WASHINGTON, D.C."),
        ("STRATFORD-UPON-AVON, England - The ferry", "STRATFORD-UPON-AVON, England"),
    ],
)
def test_datelines_are_parted_from_the_text(line: str, dateline: str) -> None:
    """A date or a place stands before a bar, a place in capitals before a dash."""
    parted = part_dateline(line)
    assert parted is not None
    assert parted[0] == dateline
    assert parted[1].removeprefix("“") == "The ferry"


@pytest.mark.parametrize(
    "line",
    [
        "The ferry — back at last — is late",
        "NATO — the alliance — met",
        "US - China talks go on",
        "Winter | Spring",
        "He said: LONDON, England — The ferry",
        "CÁDIZ, by the sea — The ferry",
        "CÁDIZ, Spain —",
        "A" * 100 + " — The ferry",
        "13 — The number",
    ],
)
def test_prose_keeps_its_dashes(line: str) -> None:
    """If a dateline is unsure, no word is taken out of the text."""
    assert part_dateline(line) is None
