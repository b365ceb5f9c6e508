"""Bylines: each craft on a line of its own, each name set apart."""

import pytest

from printkit.article import Article
from printkit.wording.bylines import byline
from printkit.wording.words import WORDS, Words


def an_article(**fields: object) -> Article:
    """Return an article with these fields."""
    return Article.model_validate(
        {"headline": "Ferry returns", "body": "<p>It sails.</p>"} | fields
    )


def lines(tag: str, **fields: object) -> list[str]:
    """Return the lines of a byline, as text."""
    found = byline(Words.of(tag), an_article(**fields))
    return ["".join(run.text for run in line) for line in found]


def test_names_are_set_apart_in_a_byline() -> None:
    """The template sets names in semibold and the rest in grey."""
    article = an_article(authors=["Ana Ruiz", "Li Wei"])
    assert byline(Words.of("en"), article) == (
        (("By ", False), ("Ana Ruiz", True), (" and ", False), ("Li Wei", True)),
    )


def test_each_craft_has_its_line() -> None:
    """Roles become phrases, in a fixed order; an unknown role is printed as a label."""
    people = [
        {"name": "Bo Ek", "role": "Photographer"},
        {"name": "Ana Ruiz", "role": "author"},
        {"name": "Kim Ha", "role": "data producer"},
        {"name": "Eva Ott", "role": "editor"},
    ]
    contributors = ["Li Wei", {"name": "Jo Day", "role": "translator"}]
    assert lines("en", authors=people, contributors=contributors) == [
        "By Ana Ruiz",
        "Additional reporting by Li Wei",
        "Photographs by Bo Ek",
        "Translated by Jo Day",
        "Edited by Eva Ott",
        "Data producer: Kim Ha",
    ]


def test_nobody_makes_no_line() -> None:
    """An article without people has no byline."""
    assert byline(Words.of("en"), an_article(byline="")) == ()


def test_what_is_known_of_an_author_follows_the_name() -> None:
    """For one author, the job follows a comma; for several, the job stands in brackets."""
    ana = {"name": "Ana Ruiz", "job_title": "Madrid correspondent", "location": "Madrid"}
    assert lines("en", authors=[ana]) == ["By Ana Ruiz, Madrid correspondent"]
    assert lines("en", authors=[ana, "Bo Ek"]) == ["By Ana Ruiz (Madrid correspondent) and Bo Ek"]
    assert lines("ar", authors=[ana]) == [
        "بقلم \u2066Ana Ruiz\u2069، \u2066Madrid correspondent\u2069"
    ]


@pytest.mark.parametrize(
    ("tag", "given", "printed"),
    [
        ("en", "Ana Ruiz", "By Ana Ruiz"),
        ("en", "by: Ana Ruiz", "by: Ana Ruiz"),
        ("en", "BY ANA RUIZ", "BY ANA RUIZ"),
        ("en", "ANA RUIZ", "By ANA RUIZ"),
        ("en", "Byron Hall", "By Byron Hall"),
        ("en", "Written by Ana Ruiz", "Written by Ana Ruiz"),
        ("de", "Ana Ruiz", "Von Ana Ruiz"),
        ("de", "von Ana Ruiz, dpa", "von Ana Ruiz, dpa"),
        ("de", "Vonda Hall", "Von Vonda Hall"),
        ("fr", "Par Ana Ruiz", "Par Ana Ruiz"),
        ("fr", "By Ana Ruiz", "By Ana Ruiz"),
        ("he", "מאת: דנה כהן", "מאת: דנה כהן"),
        ("zh", "作者:李伟", "作者:李伟"),
        ("zh", "文伟", "作者：文伟"),
        ("zh-TW", "文/李偉", "文/李偉"),
    ],
)
def test_a_records_own_byline_wins(tag: str, given: str, printed: str) -> None:
    """The byline stays as written, and gets an opening word if the record gives no such word."""
    assert lines(tag, byline=given, authors=["Somebody Else"]) == [printed]


def test_names_are_found_in_a_records_own_byline() -> None:
    """Known names are set apart; without known names, all words after `By` are set apart."""
    article = an_article(byline="By ANA RUIZ in Madrid", authors=["Ana Ruiz"])
    assert byline(Words.of("en"), article) == (
        (("By ", False), ("ANA RUIZ", True), (" in Madrid", False)),
    )
    assert byline(Words.of("en"), an_article(byline="Ana Ruiz")) == (
        (("By ", False), ("Ana Ruiz", True)),
    )


def test_people_a_byline_leaves_out_keep_their_line() -> None:
    """A byline stands for the authors and for the people it names."""
    photographers = [{"name": name, "role": "photographer"} for name in ("Bo Ek", "Jo Day")]
    printed = lines("en", byline="Ana Ruiz and Bo Ek", contributors=photographers)
    assert printed == ["By Ana Ruiz and Bo Ek", "Photographs by Jo Day"]


@pytest.mark.parametrize("tag", sorted(path.stem for path in WORDS.glob("*.toml")))
def test_a_byline_of_ours_is_not_opened_again(tag: str) -> None:
    """A byline that printkit printed keeps its opening word when it comes back in a record."""
    printed = Words.of(tag).word("by", names="Ana Ruiz")
    assert lines(tag, byline=printed) == [printed]
