"""The nameplate: what an issue is called, which one it is, and when it is from."""

import re

from printkit.edition import Edition
from printkit.issue.period import Period
from printkit.issue.plan import Plan
from printkit.wording.attribution import attribution_in


def title_of(plan: Plan, edition: Edition) -> str:
    """The issue's title, for its file and its running heads: its own, or the language's word."""
    return plan.title or plan.masthead or attribution_in(edition.language).word("digest")


def dates_of(plan: Plan, period: Period | None, edition: Edition) -> str:
    """When the issue is from: `Week 37 · 9–15 September 2019`, or its date; may be empty."""
    attribution = attribution_in(edition.language)
    if not period:
        return attribution.date(plan.date) if plan.date else ""
    week = [attribution.word("week", number=int(period.week[-2:]))] if period.week else []
    return " · ".join((*week, attribution.period(period.first, period.last)))


def number_of(plan: Plan, edition: Edition) -> str:
    """`Issue 37`; a number that is none stands as it is."""
    attribution = attribution_in(edition.language)
    if not re.search(r"\d", plan.number):
        return plan.number
    return attribution.word("issue", number=attribution.folio(plan.number))
