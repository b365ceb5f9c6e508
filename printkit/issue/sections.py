"""Put articles under the heads of their sections."""

from collections.abc import Sequence
from typing import NamedTuple

from printkit.issue.cut_texts import SECTION, section_of, tell_cut_texts
from printkit.issue.plan import Plan
from printkit.readers import Reading
from printkit.text.shortening import shortened


class Section(NamedTuple):
    """Articles under one head.

    Attributes:
        name: the head; empty for articles without a head.
        readings: the articles, the newest first.
    """

    name: str
    readings: tuple[Reading, ...]


def sections_of(readings: Sequence[Reading], plan: Plan, more: str) -> tuple[Section, ...]:
    """Return the sections that have articles, in their order.

    If the plan lists sections, their order is that of the list. Else the section with the newest
    article comes first. Articles that belong to none of the sections come last, under the head
    `more`. If no section comes before these articles, they have no head. A long name is cut, and
    its articles get a remark.

    Args:
        readings: the articles, the newest first.
        plan: the choices for the issue.
        more: the head over articles without a section, in the issue's language.
    """
    heads = _heads(readings, plan, more)
    rest = more.casefold()
    filed: dict[str, list[Reading]] = {key: [] for key in (*heads, rest)}
    for one in readings:
        key = (section_of(one.article) or more).casefold()
        filed[key if key in heads else rest].append(tell_cut_texts(one))
    follows_others = any(filed[key] for key in heads)
    heads.setdefault(rest, more if follows_others else "")
    return tuple(Section(heads[key], tuple(under)) for key, under in filed.items() if under)


def _heads(readings: Sequence[Reading], plan: Plan, more: str) -> dict[str, str]:
    """Return the heads in their order, by their names without case."""
    heads: dict[str, str] = {}
    for name in [shortened(name, SECTION) for name in plan.sections] or [
        section_of(one.article) or more for one in readings
    ]:
        # A plan may name `more` among its sections, and so give these articles another place.
        if plan.sections or name.casefold() != more.casefold():
            heads.setdefault(name.casefold(), name)
    return heads
