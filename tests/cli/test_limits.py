"""`printkit limits`: every limit of the source, as a list and as JSON."""

import json

from printkit.limits import DEFAULTS, list_limits
from tests.support.command_line import run_command


def test_the_list_has_every_limit() -> None:
    """A line has name, default, unit and purpose."""
    lines = run_command("limits").output.splitlines()
    assert [line.split()[0] for line in lines] == [one.name for one in list_limits()]
    (links,) = (line for line in lines if line.startswith("links "))
    assert links.split(maxsplit=3) == ["links", "5,000", "links:", "printing the links of a body"]


def test_the_json_has_every_limit() -> None:
    """A program reads defaults as numbers."""
    listed = json.loads(run_command("limits", "--json").output)
    assert {one["name"]: one["default"] for one in listed} == vars(DEFAULTS)
    assert {frozenset(one) for one in listed} == {frozenset(("name", "default", "unit", "guards"))}
