"""Labelled lines of a plain-text article, and the facts that they give."""

from datetime import date
from typing import Any

import pytest

from printkit.readers.labels import ends_sentence, facts_in, may_run_on

DAY = date(2019, 9, 13)


@pytest.mark.parametrize(
    ("line", "facts"),
    [
        ("September 13, 2019", {"date_published": DAY}),
        ("Published: 13.09.2019", {"date_published": DAY}),
        ("PUBLISHED ON 13 September 2019", {"date_published": DAY}),
        ("Posted on September 13, 2019", {"date_posted": DAY}),
        ("Last updated: 2019-09-13", {"date_modified": DAY}),
        ("Updated 13 September 2019", {"date_modified": DAY}),
        ("by: Ana Ruiz", {"authors": ["Ana Ruiz"]}),
        ("By Ana Ruiz and Li Wei", {"authors": ["Ana Ruiz", "Li Wei"]}),
        ("By Jan van der Meer", {"authors": ["Jan van der Meer"]}),
        (
            "By Ana Ruiz, Staff Writer",
            {"authors": ["Ana Ruiz"], "byline": "Ana Ruiz, Staff Writer"},
        ),
        ("By: The Quay Staff", {"byline": "The Quay Staff"}),
        ("By Ana Ruiz | 13 September 2019", {"authors": ["Ana Ruiz"], "date_published": DAY}),
        ("Photo Credit: Li Wei/The Quay", {"credit": "Li Wei/The Quay"}),
        ("Photo by Li Wei", {"credit": "Li Wei"}),
        ("Image credit: Li Wei", {"credit": "Li Wei"}),
        ("Caption: The ferry", {"caption": "The ferry"}),
        ("Source: The Quay", {"source": {"name": "The Quay"}}),
        ("Source: (The Quay, September 13, 2019)", {"source": {"name": "The Quay", "date": DAY}}),
        (
            "Source: The Quay, https://example.org/f",
            {"source": {"name": "The Quay", "url": "https://example.org/f"}},
        ),
        (
            "Source: https://example.org/f",
            {"source": {"name": "https://example.org/f", "url": "https://example.org/f"}},
        ),
        ("Permalink: https://example.org/f", {"url": "https://example.org/f"}),
        ("Tags: ferry; quay, winter", {"tags": ["ferry", "quay", "winter"]}),
        ("Category: Harbour", {"section": "Harbour"}),
        ("Location: Port Avon", {"location": "Port Avon"}),
        ("Sponsored by: Harbour Bank", {"sponsor": "Harbour Bank"}),
        ("Dateline: PORT AVON", {"dateline": "PORT AVON"}),
        ("© 2019 The Quay", {"copyright_notice": "© 2019 The Quay"}),
        ("Copyright 2019 The Quay", {"copyright_notice": "Copyright 2019 The Quay"}),
        ("Correction: It was two.", {"corrections": "It was two."}),
        ("Language: pt-BR", {"language": "pt-BR"}),
    ],
)
def test_labelled_lines_are_facts(line: str, facts: dict[str, Any]) -> None:
    """Case makes no difference; a label has a colon, or the usual words without a colon."""
    assert facts_in(line) == facts


@pytest.mark.parametrize(
    ("line", "field"),
    [
        ("Published: soon", "date_published"),
        ("Posted on the 3rd day", "date_posted"),
        ("Link: harbour/ferry", "url"),
        ("Link: http://[", "url"),
        ("Language: as spoken at sea", "language"),
    ],
)
def test_a_value_that_cannot_be_read_is_none(line: str, field: str) -> None:
    """The caller keeps the line, and makes a remark."""
    assert facts_in(line) == {field: None}


@pytest.mark.parametrize(
    "line",
    [
        "By the river, life goes on",
        "Published works fill a shelf",
        "The reason: nobody knows",
        "Photographs by the hundred were taken",
        "Ferry | Quay",
        "Published: soon | By Ana Ruiz",
        "September is cold",
        "Copyrighted works",
        "Source: " + "close to the harbour " * 20,
        "",
    ],
)
def test_prose_is_no_fact(line: str) -> None:
    """Words that only begin like a label belong to the author."""
    assert facts_in(line) is None


def test_corrections_and_captions_run_on() -> None:
    """A correction or a caption may be long and wrapped, a date may not."""
    assert may_run_on("Correction: It was")
    assert may_run_on("© 2019 The Quay")
    assert not may_run_on("Published: 2019-09-13")
    assert facts_in("Correction: " + "It was two. " * 100) is not None


@pytest.mark.parametrize(
    ("text", "wanted"),
    [("It is.", True), ("“Is it?”", True), ("He left…)", True), ("Li Wei (left)", False)],
)
def test_sentences_end(text: str, wanted: bool) -> None:
    """Quotes and brackets may follow the full stop."""
    assert ends_sentence(text) is wanted
