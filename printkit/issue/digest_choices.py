"""A digest's choices: named values, from a caller or printkit.toml → edition and plan."""

from collections.abc import Callable, Collection, Mapping
from typing import TypeVar

from printkit.edition import Edition
from printkit.edition.choices import ALIASES as EDITION_ALIASES
from printkit.edition.choices import (
    EditionChoices,
    given_twice,
    replace_aliases,
    unknown_choice,
)
from printkit.errors import EditionError
from printkit.issue.plan import Plan
from printkit.issue.plan_choices import PlanChoices

T = TypeVar("T")

# `from` is a keyword of Python, so no parameter has that name; an option and a key of
# printkit.toml may have it.
ALIASES = {**EDITION_ALIASES, "from": "since", "to": "until"}
# Options of the command line that people write as choices, and the choices that they mean.
_OPTIONS = {
    "section": "only_sections",
    "tag": "only_tags",
    "source": "only_sources",
    "head": "sections",
    "heads": "sections",
}
_EDITION, _PLAN = EditionChoices.__annotations__, PlanChoices.__annotations__
_KNOWN = (*_EDITION, *_PLAN, *ALIASES)


class DigestChoices(EditionChoices, PlanChoices, total=False):
    """The choices that make the Edition and the Plan of a digest."""


def edition_and_plan(choices: Mapping[str, object], where: str = "") -> tuple[Edition, Plan]:
    """Return the edition and the plan of a digest's named choices.

    Args:
        choices: `from`, `to` and `root` may stand for `since`, `until` and `roots`.
        where: the place of the choices, for the error.

    Raises:
        EditionError: a choice has a wrong value, or a name is unknown; the error names every wrong
            choice, and for an unknown name the most similar known name.
    """
    unknown = [_unknown(name) for name in choices if name not in _KNOWN]
    given = replace_aliases(choices, ALIASES)
    edition, wrong_edition = _made(Edition, _EDITION, given)
    plan, wrong_plan = _made(Plan, _PLAN, given)
    problems = [*unknown, *given_twice(choices, ALIASES), *wrong_edition, *wrong_plan]
    if problems or edition is None or plan is None:
        remedy = f"Choices: {', '.join(_KNOWN)}." if unknown else ""
        raise EditionError(*problems, where=where, remedy=remedy)
    return edition, plan


def _made(
    kind: Callable[..., T], names: Collection[str], choices: Mapping[str, object]
) -> tuple[T | None, tuple[str, ...]]:
    """Return the Edition or Plan that the choices of these names make, or else the problems."""
    try:
        return kind(**{name: value for name, value in choices.items() if name in names}), ()
    except EditionError as error:
        return None, error.problems


def _unknown(name: str) -> str:
    if name in _OPTIONS:
        return f"{name} is no choice; did you mean {_OPTIONS[name]}?"
    return unknown_choice(name, _KNOWN)
