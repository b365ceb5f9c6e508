"""Options that several commands have; left out, a choice is printkit.toml's, else the default."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

Function = TypeVar("Function", bound=Callable[..., Any])

_config = click.option(
    "--config",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="A printkit.toml with the same choices, under [export] or [digest].",
)
fetch = click.option("--fetch", is_flag=True, help="Let pictures come from the network.")
_allow_embargoed = click.option(
    "--allow-embargoed", is_flag=True, help="Print before the embargo ends."
)
strict = click.option("--strict", is_flag=True, help="A remark is a failure.")
report = click.option(
    "--report",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write an account of every record, as JSON.",
)
_EDITION = (
    click.option("--theme", metavar="NAME|FILE.css", help="The look; see `printkit themes`."),
    click.option("--paper", metavar="SIZE", help="A4, A5, Letter, … or 170x240mm."),
    click.option("--language", metavar="TAG", help="For articles that name none: en, pt-BR."),
    click.option(
        "--links",
        type=click.Choice(["notes", "inline", "plain"]),
        help="Addresses as numbered notes at the end, where they stand, or not printed.",
    ),
    click.option(
        "--profile",
        type=click.Choice(["archive", "plain"]),
        help="archive is PDF/A-3A and PDF/UA-1 at once.",
    ),
)


def together(
    *options: Callable[[Function], Function],
) -> Callable[[Function], Function]:
    """Many options as one decorator; the help has them in the order given."""

    def decorate(command: Function) -> Function:
        for option in reversed(options):
            command = option(command)
        return command

    return decorate


edition = together(*_EDITION, _config)
printing = together(fetch, _allow_embargoed, strict)
