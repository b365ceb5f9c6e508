"""Sections: their order, and the articles that belong to no section."""

from printkit.issue.plan import Plan
from printkit.issue.selection import assemble
from tests.support.assembled_issues import (
    NOW,
    assemble_issue,
    list_headlines_by_section,
    make_article,
    make_dated_article,
)


def test_sections_come_in_the_order_given() -> None:
    """Case makes no difference, and the plan's spelling is printed; unlisted sections come last."""
    issue = assemble_issue(
        make_dated_article("win", "2019-09-14", section="Sport"),
        make_dated_article("vote", "2019-09-10", section="WORLD"),
        make_dated_article("fair", "2019-09-12", section="Village"),
        make_dated_article("stray", "2019-09-13"),
        sections=["World", "Science", "sport"],
    )
    assert list(list_headlines_by_section(issue).items()) == [
        ("World", ["vote"]),
        ("sport", ["win"]),
        ("More", ["stray", "fair"]),
    ]


def test_the_last_head_is_in_the_issues_language() -> None:
    """The head is in English if printkit has no words in the language."""
    plan = Plan(sections=("Politik",))
    found = [make_article("a", section="Politik"), make_article("b")]
    for language, head in (("de", "Weiteres"), (None, "More"), ("tlh", "More")):
        issue = assemble(found, plan, language=language, now=NOW)
        assert [section.name for section in issue.sections] == ["Politik", head]


def test_the_last_head_may_be_given_a_place() -> None:
    """A section named `MORE` in the plan takes the articles without a section."""
    found = [
        make_dated_article("win", "2019-09-14", section="Sport"),
        make_dated_article("fair", "2019-09-12", section="more"),
        make_dated_article("stray", "2019-09-13"),
    ]
    assert list(list_headlines_by_section(assemble_issue(*found, sections=["MORE", "Sport"]))) == [
        "MORE",
        "Sport",
    ]
    assert list(list_headlines_by_section(assemble_issue(*found)).items()) == [
        ("Sport", ["win"]),
        ("More", ["stray", "fair"]),
    ]


def test_without_a_plan_the_newest_article_leads_its_section() -> None:
    """The head has this article's spelling; articles without a section come last."""
    issue = assemble_issue(
        make_dated_article("stray", "2019-09-15"),
        make_dated_article("win", "2019-09-14", section="sport"),
        make_dated_article("vote", "2019-09-13", section="World"),
        make_dated_article("loss", "2019-09-09", section="Sport"),
    )
    assert list(list_headlines_by_section(issue).items()) == [
        ("sport", ["win", "loss"]),
        ("World", ["vote"]),
        ("More", ["stray"]),
    ]


def test_what_comes_after_nothing_has_no_head() -> None:
    """The head `More` needs a section before it."""
    assert list_headlines_by_section(assemble_issue(make_article("a"), make_article("b"))) == {
        "": ["a", "b"]
    }
    assert list_headlines_by_section(
        assemble_issue(make_article("a", section="Sport"), sections=["World"])
    ) == {"": ["a"]}
