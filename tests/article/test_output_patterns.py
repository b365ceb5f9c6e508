"""Patterns for the names of PDFs: wrong patterns are refused, names are safe and distinct."""

import random
import re
from datetime import UTC, date, datetime
from typing import Any

import pytest

from printkit.article import Article
from printkit.article.output_patterns import WORDS, OutputPattern
from printkit.errors import EditionError

ALL = "+".join(f"{{{word}}}" for word in WORDS if word != "slug") + "/{slug}.pdf"


def article(headline: str = "The harbour reopens", **fields: Any) -> Article:
    """Return an article with this headline."""
    return Article.model_validate({"headline": headline, "body": "<p>Words.</p>"} | fields)


def parts(name: str) -> list[str]:
    """Return the folders and the file of a name."""
    return name.split("/")


def test_each_word_has_its_value() -> None:
    """The day and the week are those of the article."""
    one = article(
        id="a17",
        date_published=datetime(2027, 1, 1, 9, tzinfo=UTC),
        section="Arts & Life",
        source={"name": "The Weekly Sheet"},
        language="pt-BR",
    )
    name = OutputPattern(ALL).name(one, 12)
    day, week = ["2027-01-01", "2027", "01", "01"], "2026-W53"
    folder, file = parts(name)
    *before, mark, section, source, language, number = folder.split("+")
    assert before == [*day, week]
    assert re.fullmatch("[0-9a-f]{8}", mark)
    assert (section, source, language) == ("arts-life", "the-weekly-sheet", "pt-br")
    assert (number, file) == ("000012", "the-harbour-reopens.pdf")


def test_an_article_without_values_has_a_name_all_the_same() -> None:
    """Files without a date lie together."""
    name = OutputPattern("{year}/{month}/{week}/{section}/{source}/{language}/{date}-{slug}.pdf")
    assert name.name(article("…", id="a"), 1) == (
        "undated/undated/undated/no-section/no-source/no-language/undated-ca978112.pdf"
    )


def test_a_year_has_four_digits() -> None:
    """Articles of the year 850 stand before those of 1850."""
    assert OutputPattern("{year}/{slug}.pdf").name(article(date_published=date(850, 1, 2)), 1) == (
        "0850/the-harbour-reopens.pdf"
    )


@pytest.mark.parametrize(
    ("pattern", "told"),
    [
        ("{headline}.pdf", "there is no word {headline}; did you mean {slug}?"),
        ("{slugg}.pdf", "there is no word {slugg}; did you mean {slug}?"),
        ("{id}.pdf", "there is no word {id}; did you mean {id8}?"),
        ("{slug}{zzz}.pdf", "there is no word {zzz}; a name can have {date}, {year}"),
        ("{slug}{date:%Y}.pdf", "there is no word {date:%Y}"),
        ("{slug}{}.pdf", "there is no word {}"),
        ("{slug}", "must end in .pdf"),
        ("{slug}.PDF", "must end in .pdf"),
        ("{slug}.html", "must end in .pdf"),
        ("{date}.pdf", "all articles would have one name; add {slug} or {id8} or {number}"),
        ("../{slug}.pdf", "is no folder of its own"),
        ("a/../../{slug}.pdf", "is no folder of its own"),
        ("./{slug}.pdf", "is no folder of its own"),
        ("a//{slug}.pdf", "is no folder of its own"),
        ("/srv/{slug}.pdf", "the path must be relative"),
        ("C:/{slug}.pdf", "cannot have"),
        ("..\\{slug}.pdf", "cannot have"),
        ("{slug}\x00.pdf", "cannot have"),
        ("{slug}\n.pdf", "cannot have"),
        ("{slug}\u202e.pdf", "cannot have"),
        ("{{slug}}.pdf", "cannot have"),
        ("{slug.pdf", "cannot have"),
        (".git/{slug}.pdf", ".git would be a hidden file"),
        (".{slug}.pdf", "would be a hidden file"),
        ("a./{slug}.pdf", "ends with a space or a dot"),
        ("a /{slug}.pdf", "ends with a space or a dot"),
        ("con/{slug}.pdf", "con is the name of a device"),
        ("é" * 31 + "/{slug}.pdf", "60 bytes"),
        ("a/" * 9 + "{slug}.pdf", "more than 8 folders"),
        ("", "must end in .pdf"),
    ],
)
def test_a_wrong_pattern_is_refused(pattern: str, told: str) -> None:
    """No article has been read at that time."""
    with pytest.raises(EditionError) as refused:
        OutputPattern(pattern)
    assert told in str(refused.value)
    assert str(refused.value).startswith("--output-pattern: ")


def test_all_problems_are_one_error() -> None:
    """A user mends the pattern once."""
    with pytest.raises(EditionError) as refused:
        OutputPattern("/../{weak}.txt")
    assert len(refused.value.problems) == 5


def test_twins_are_told_apart_in_any_order() -> None:
    """Articles in different folders need no mark."""
    pattern = OutputPattern("{section}/{slug}.pdf")
    twins = [article(id=one, section="news") for one in ("a", "b")]
    other = article(id="c", section="arts")
    forth = pattern.names([*twins, other])
    back = pattern.names([other, *reversed(twins)])
    assert forth == (back[2], back[1], back[0])
    assert re.fullmatch(r"news/the-harbour-reopens-[0-9a-f]{8}\.pdf", forth[0])
    assert forth[2] == "arts/the-harbour-reopens.pdf"


def test_a_number_is_the_place_of_the_record() -> None:
    """Numbers sort as the records do."""
    assert OutputPattern("{number}.pdf").names([article(), article()]) == (
        "000001.pdf",
        "000002.pdf",
    )


def test_long_values_leave_the_digits_of_the_identity_whole() -> None:
    """The slug is cut, and not the end of the name."""
    name = OutputPattern("{section}-{source}-{date}-{slug}-{id8}.pdf").name(
        article("word " * 40, id="a", section="s" * 99, source={"name": "t" * 99}), 1
    )
    assert len(name) <= 120 - len("-01234567-99")
    assert name.endswith("-word-ca978112.pdf")


def test_a_device_of_windows_is_no_name() -> None:
    """The folder of a section called CON."""
    name = OutputPattern("{section}/{slug}.pdf").name(article("NUL", section="CON"), 1)
    assert name == "con_/nul_.pdf"


def test_no_text_of_a_record_leads_out_of_the_folder() -> None:
    """Names of 5,000 hostile articles are short and distinct, and have the pattern's folders."""
    chance = random.Random(11)
    pieces = ["..", "/", "\\", "con", "nul", ":", "\x00", "\u202e", "{slug}", "%2e", " ", "é", "字"]

    def text() -> str:
        return "x" + "".join(chance.choices([*pieces, *"ab"], k=chance.randint(1, 60)))

    articles = [
        article(text(), id=str(n), section=text(), source={"name": text()}, language="en")
        for n in range(5_000)
    ]
    names = OutputPattern("é{section}/{source}-{language}/{slug}{slug}.pdf").names(articles)
    assert len({name.casefold() for name in names}) == 5_000
    for name in names:
        assert len(parts(name)) == 3
        assert all(re.fullmatch(r"é?[a-z0-9_-]+(\.pdf)?", part) for part in parts(name))
        assert max(len(part.encode()) for part in parts(name)) <= 120
