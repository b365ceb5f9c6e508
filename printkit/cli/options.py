"""Options that several commands share: decorators for click commands.

An option that the user leaves out gets its value from printkit.toml, or else the default.
"""

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from printkit.cli.debugging import keep_debug_file
from printkit.cli.owed_report import note_report
from printkit.errors import OutputError

if TYPE_CHECKING:
    from printkit.files.addresses import Destination

Function = TypeVar("Function", bound=Callable[..., object])


class PlaceType(click.Path):
    """The type of an option that names an output: a path, or the address of a store."""

    def convert(
        self,
        value: "str | os.PathLike[str]",
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> "Destination":
        """Return the place; an address of another kind is misuse."""
        from printkit.files.addresses import find_destination, is_remote

        if not isinstance(value, str) or not is_remote(value):
            return Path(os.fsdecode(super().convert(value, param, ctx)))
        try:
            return find_destination(value)
        except OutputError as error:
            self.fail(str(error), param, ctx)


output = partial(
    click.option,
    "-o",
    "--output",
    metavar="FILE",
    help="The PDF to write, a path or an address as s3://bucket/a.pdf; - for standard output.",
)
_config = click.option(
    "--config",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="A printkit.toml with the same choices, in a table [export] or [digest].",
)
_fetch = click.option("--fetch", is_flag=True, help="Fetch pictures from the network.")
_allow_embargoed = click.option(
    "--allow-embargoed", is_flag=True, help="Print before the embargo ends."
)
strict = click.option("--strict", is_flag=True, help="Treat every remark as a failure.")
jobs = click.option(
    "--jobs", type=click.IntRange(1), metavar="N", default=1, help="How many to print at a time."
)
trust = click.option(
    "--trust",
    is_flag=True,
    help="Print in this process, where nothing can stop a hostile record.",
)
debug = click.option(
    "--debug",
    type=click.Path(path_type=Path, dir_okay=False),
    expose_value=False,
    callback=keep_debug_file,
    help="Write the details of errors that are bugs to this file.",
)
report = click.option(
    "--report",
    type=PlaceType(path_type=Path, dir_okay=False),
    callback=note_report,
    help="Write an account of every record to this file, as JSON.",
)
_EDITION = (
    click.option("--theme", metavar="NAME|FILE.css", help="How pages look; see `printkit themes`."),
    click.option(
        "--templates", metavar="DIR", help="Your own templates, in the place of printkit's."
    ),
    click.option("--paper", metavar="SIZE", help="The page: A4, A5, Letter, … or 170x240mm."),
    click.option(
        "--language",
        metavar="TAG",
        help="The language of articles that name no language: en, pt-BR.",
    ),
    click.option(
        "--links",
        type=click.Choice(["notes", "inline", "plain"]),
        help="Print web addresses as notes at the end, after their words, or not at all.",
    ),
    click.option(
        "--profile",
        type=click.Choice(["archive", "plain"]),
        help="archive makes PDF/A-3A and PDF/UA-1; plain claims no standard.",
    ),
    click.option(
        "--allow-restricted",
        is_flag=True,
        default=None,
        help="Print pictures whose terms of use forbid print.",
    ),
    click.option(
        "--root",
        "roots",
        multiple=True,
        metavar="DIR",
        help="Look for pictures here too; /pics/x.jpg starts at DIR. Repeatable.",
    ),
)


def together(
    *options: Callable[[Function], Function],
) -> Callable[[Function], Function]:
    """Return one decorator for several options; the help lists them in the order given."""

    def decorate(command: Function) -> Function:
        for option in reversed(options):
            command = option(command)
        return command

    return decorate


edition = together(*_EDITION, _config)
_NETWORK = (
    click.option(
        "--allow-network",
        multiple=True,
        metavar="CIDR",
        help="With --fetch, ask this private network too, such as 10.1.2.0/24. Repeatable.",
    ),
    click.option(
        "--allow-port",
        multiple=True,
        type=click.IntRange(1, 65_535),
        metavar="PORT",
        help="With --fetch, ask this port too, besides 80 and 443. Repeatable.",
    ),
)
fetch = together(_fetch, *_NETWORK)
printing = together(fetch, _allow_embargoed, strict)
