"""Issues assembled from articles whose text is only their headline.

assemble_issue(make_article("a"), make_dated_article("b", "2019-09-14"), sections=["World"])
list_headlines(issue)     the headlines of the issue, in order
find_only_account(issue)  the account of the only record that was left out
"""

from datetime import UTC, datetime
from typing import Any

from printkit.article import Article
from printkit.errors import RecordError
from printkit.issue.plan import Plan
from printkit.issue.selection import Issue, assemble
from printkit.readers import Reading
from printkit.report import Account

NOW = datetime(2019, 9, 18, 12, tzinfo=UTC)


def make_article(headline: str, where: str = "", **fields: Any) -> Reading:
    """Return an article whose text only repeats its headline."""
    fields.setdefault("body", f"All that is known of {headline}.")
    return Reading(where or f"{headline}.json", Article(headline=headline, **fields), None, ())


def make_dated_article(headline: str, day: str, **fields: Any) -> Reading:
    """Return an article of this day."""
    return make_article(headline, date_published=day, **fields)


def assemble_issue(
    *found: Reading | RecordError,
    allow_embargoed: bool = False,
    language: str | None = "en",
    **choices: Any,
) -> Issue:
    """Assemble an issue of these records."""
    plan = Plan(**choices)
    return assemble(found, plan, language=language, now=NOW, allow_embargoed=allow_embargoed)


def list_headlines_by_section(issue: Issue) -> dict[str, list[str]]:
    """Return the headlines under the name of each section."""
    return {
        section.name: [one.article.headline for one in section.readings]
        for section in issue.sections
    }


def list_headlines(issue: Issue) -> list[str]:
    """Return all headlines in their order."""
    return [headline for under in list_headlines_by_section(issue).values() for headline in under]


def find_only_account(issue: Issue) -> Account:
    """Return the account of the only record that was left out."""
    (account,) = issue.left_out
    return account


def describe_account(account: Account) -> str:
    """Return status and last remark of an account."""
    return f"{account.status}: {account.remarks[-1].code} {account.remarks[-1].message}"
