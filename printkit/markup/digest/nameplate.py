"""The nameplate: takes a plan and a period, gives title, number and dates of the issue."""

import re

from printkit.edition import Edition
from printkit.issue.period import Period
from printkit.issue.plan import Plan
from printkit.wording.attribution import attribution_in


def title_of(plan: Plan, edition: Edition) -> str:
    """Return the title of the issue, else its masthead, else the language's word for a digest."""
    return plan.title or plan.masthead or attribution_in(edition.language).word("digest")


def dates_of(plan: Plan, period: Period | None, edition: Edition) -> str:
    """Return the days of an issue, `Week 37 · 9–15 September 2019`, else its date, else nothing."""
    attribution = attribution_in(edition.language)
    if not period:
        return attribution.date(plan.date) if plan.date else ""
    week = [attribution.word("week", number=int(period.week[-2:]))] if period.week else []
    return " · ".join((*week, attribution.period(period.first, period.last)))


def number_of(plan: Plan, edition: Edition) -> str:
    """Return the number with the word for an issue, `Issue 37`; without digits, only the number."""
    attribution = attribution_in(edition.language)
    if not re.search(r"\d", plan.number):
        return plan.number
    return attribution.word("issue", number=attribution.folio(plan.number))
