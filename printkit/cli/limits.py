"""`printkit limits`: the limits of work, each with its default, its unit and its purpose."""

from pathlib import Path

import click

from printkit.cli.limit_choices import choose_limits, limits_file
from printkit.cli.standard_output import say
from printkit.cli.terminal import write_json
from printkit.edition.limits import list_limits, written


@click.command("limits")
@click.option("--json", "as_json", is_flag=True, help="Write JSON.")
@limits_file
def command(as_json: bool, config: Path | None) -> None:
    """List the limits of work, each with its default.

    A limit guards printkit against input that would take too much time or memory. With --config,
    the list has the value in force, too.
    """
    in_force = vars(choose_limits(config))
    if as_json:
        say(write_json([one._asdict() | {"value": in_force[one.name]} for one in list_limits()]))
        return
    for one in list_limits():
        value = in_force[one.name]
        changed = f" (default {written(one.default)})" if value != one.default else ""
        say(f"{one.name:24} {written(value):>9} {one.unit}: {one.guards}{changed}")
