"""`printkit limits`: the limits of work, each with its default, its unit and its purpose."""

import click

from printkit.cli.standard_output import say
from printkit.cli.terminal import write_json


@click.command("limits")
@click.option("--json", "as_json", is_flag=True, help="Write JSON.")
def command(as_json: bool) -> None:
    """List the limits of work, each with its default.

    A limit guards printkit against input that would take too much time or memory.
    """
    from printkit.limits import list_limits, written

    if as_json:
        say(write_json([one._asdict() for one in list_limits()]))
        return
    for one in list_limits():
        say(f"{one.name:24} {written(one.default):>9} {one.unit}: {one.guards}")
