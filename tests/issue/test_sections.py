"""Sections: their order, and the articles that belong to none."""

from datetime import UTC, datetime
from typing import Any

from printkit.article import Article
from printkit.errors import RecordError
from printkit.issue.plan import Plan
from printkit.issue.selection import Issue, assemble
from printkit.readers import Reading

NOW = datetime(2019, 9, 18, 12, tzinfo=UTC)


def reading(headline: str, where: str = "", **fields: Any) -> Reading:
    """Return an article whose text only repeats its headline."""
    fields.setdefault("body", f"All that is known of {headline}.")
    return Reading(where or f"{headline}.json", Article(headline=headline, **fields), None, ())


def dated(headline: str, day: str, **fields: Any) -> Reading:
    """Return an article of this day."""
    return reading(headline, date_published=day, **fields)


def issue_of(*found: Reading | RecordError, allow_embargoed: bool = False, **choices: Any) -> Issue:
    """Assemble an issue of these records."""
    plan = Plan(**choices)
    return assemble(found, plan, language="en", now=NOW, allow_embargoed=allow_embargoed)


def heads(issue: Issue) -> dict[str, list[str]]:
    """Return the headlines under each section's head."""
    return {
        section.name: [one.article.headline for one in section.readings]
        for section in issue.sections
    }


def headlines(issue: Issue) -> list[str]:
    """Return all headlines in their order."""
    return [headline for under in heads(issue).values() for headline in under]


def test_sections_come_in_the_order_given() -> None:
    """In any case, in the plan's spelling; empty sections vanish, unlisted ones come last."""
    issue = issue_of(
        dated("win", "2019-09-14", section="Sport"),
        dated("vote", "2019-09-10", section="WORLD"),
        dated("fair", "2019-09-12", section="Village"),
        dated("stray", "2019-09-13"),
        sections=["World", "Science", "sport"],
    )
    assert list(heads(issue).items()) == [
        ("World", ["vote"]),
        ("sport", ["win"]),
        ("More", ["stray", "fair"]),
    ]


def test_the_last_head_is_in_the_issues_language() -> None:
    """In English where printkit has no words in the language."""
    plan = Plan(sections=("Politik",))
    found = [reading("a", section="Politik"), reading("b")]
    for language, head in (("de", "Weiteres"), (None, "More"), ("tlh", "More")):
        issue = assemble(found, plan, language=language, now=NOW)
        assert [section.name for section in issue.sections] == ["Politik", head]


def test_the_last_head_may_be_given_a_place() -> None:
    """A section of the same name joins it."""
    found = [
        dated("win", "2019-09-14", section="Sport"),
        dated("fair", "2019-09-12", section="more"),
        dated("stray", "2019-09-13"),
    ]
    assert list(heads(issue_of(*found, sections=["MORE", "Sport"]))) == ["MORE", "Sport"]
    assert list(heads(issue_of(*found)).items()) == [
        ("Sport", ["win"]),
        ("More", ["stray", "fair"]),
    ]


def test_without_a_plan_the_newest_article_leads_its_section() -> None:
    """Heads are spelt as that article does; articles without a section come last."""
    issue = issue_of(
        dated("stray", "2019-09-15"),
        dated("win", "2019-09-14", section="sport"),
        dated("vote", "2019-09-13", section="World"),
        dated("loss", "2019-09-09", section="Sport"),
    )
    assert list(heads(issue).items()) == [
        ("sport", ["win", "loss"]),
        ("World", ["vote"]),
        ("More", ["stray"]),
    ]


def test_what_comes_after_nothing_has_no_head() -> None:
    """`More` needs a section before it."""
    assert heads(issue_of(reading("a"), reading("b"))) == {"": ["a", "b"]}
    assert heads(issue_of(reading("a", section="Sport"), sections=["World"])) == {"": ["a"]}
