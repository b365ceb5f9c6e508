"""The nameplate: what an issue is called, which one it is, and when it is from."""

import re

from printkit.edition import Edition
from printkit.issue.period import Period
from printkit.issue.plan import Plan
from printkit.wording.attribution import furniture


def title_of(plan: Plan, edition: Edition) -> str:
    """The issue's title, for its file and its running heads: its own, or the language's word."""
    return plan.title or plan.masthead or furniture(edition.language).word("digest")


def dates_of(plan: Plan, period: Period | None, edition: Edition) -> str:
    """When the issue is from: `Week 37 · 9–15 September 2019`, or its date; may be empty."""
    own = furniture(edition.language)
    if not period:
        return own.date(plan.date) if plan.date else ""
    week = [own.word("week", number=int(period.week[-2:]))] if period.week else []
    return " · ".join((*week, own.period(period.first, period.last)))


def number_of(plan: Plan, edition: Edition) -> str:
    """`Issue 37`; a number that is none stands as it is."""
    own = furniture(edition.language)
    if not re.search(r"\d", plan.number):
        return plan.number
    return own.word("issue", number=own.folio(plan.number))
