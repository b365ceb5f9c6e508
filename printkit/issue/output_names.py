"""Name the files of an issue: a name with patterns and a plan go in, the filled name comes out.

`weekly-{week}.pdf` becomes `weekly-2019-W37.pdf`, and `{week}/all.pdf` becomes `2019-W37/all.pdf`:
so a job which runs each week writes over no older issue.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime

from printkit.files.addresses import Destination, find_destination
from printkit.files.name_patterns import fill_patterns
from printkit.files.publishing import refuse_other_format
from printkit.issue.period import Period, week_of
from printkit.issue.plan import Plan


def settle(plan: Plan, output: Destination | str | None) -> tuple[Plan, Destination | None]:
    """Return the plan with the name of its week, and the place of the PDF to write.

    Raises:
        EditionError: a pattern in the name cannot be filled.
        OutputError: the name has the ending of another format.
    """
    plan = settle_week(plan, datetime.now(UTC))
    if output is None:
        return plan, None
    path = name_for_issue(find_destination(output), plan)
    refuse_other_format(path)
    return plan, path


def settle_week(plan: Plan, now: datetime) -> Plan:
    """Return the plan with the name of its week in the place of `last`.

    Args:
        plan: the plan of an issue.
        now: the present moment with its zone.
    """
    if not plan.week:
        return plan
    return replace(plan, week=week_of(plan.week, plan.timezone, now).week or plan.week)


def name_for_issue(path: Destination, plan: Plan) -> Destination:
    """Return the path with each pattern replaced by a value of the plan.

    Args:
        path: in its folders and its file name `{week}`, `{date}`, `{from}`, `{to}` and `{number}`
            are filled.
        plan: a plan whose week is settled.

    Raises:
        EditionError: there is no such pattern, or the plan has no value for the pattern.
    """
    return fill_patterns(path, {name: read(plan) for name, read in _VALUES.items()}, _NEEDED)


def _days(plan: Plan) -> tuple[date | None, date | None]:
    """Return the first and the last day that the plan names."""
    if not plan.week:
        return plan.since, plan.until
    period = week_of(plan.week, plan.timezone, datetime.min)
    return period.first, period.last


def _week(plan: Plan) -> str | None:
    first, last = _days(plan)
    return Period(first, last, plan.timezone).week if first and last else None


_VALUES: Mapping[str, Callable[[Plan], object]] = {
    "week": _week,
    "date": lambda plan: plan.date or _days(plan)[1],
    "from": lambda plan: _days(plan)[0],
    "to": lambda plan: _days(plan)[1],
    "number": lambda plan: plan.number,
}
_NEEDED = {
    "week": "the issue covers no week; give --week",
    "date": "the issue has no day; give --date, --week or --to",
    "from": "the issue has no first day; give --from or --week",
    "to": "the issue has no last day; give --to or --week",
    "number": "the issue has no number; give --number",
}
