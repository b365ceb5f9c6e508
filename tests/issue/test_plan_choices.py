"""The choices for one issue as types: the types cannot drift from the plan."""

from typing import get_type_hints

import pytest

from printkit.issue.plan import Plan
from printkit.issue.plan_choices import PlanChoices

GIVEN = get_type_hints(PlanChoices, include_extras=True)
KEPT = get_type_hints(Plan)


def test_the_choices_of_a_plan_are_its_fields() -> None:
    """The type has every field, and no other name."""
    assert list(GIVEN) == list(KEPT)
    assert not PlanChoices.__required_keys__


@pytest.mark.parametrize("name", KEPT)
def test_what_is_read_is_what_is_kept(name: str) -> None:
    """The reader in a choice's type returns the type of the plan's field."""
    (read,) = GIVEN[name].__metadata__
    assert get_type_hints(read)["return"] == KEPT[name]
    assert get_type_hints(read)["value"] is object
