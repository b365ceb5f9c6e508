"""Networks of the command line: options and printkit.toml go in, a fetching function comes out."""

from collections.abc import Mapping
from ipaddress import ip_network
from pathlib import Path
from typing import TYPE_CHECKING

import click

from printkit.cli.choices import NETWORK, read_table
from printkit.errors import EditionError

if TYPE_CHECKING:
    from printkit.edition.choices import Fetch
    from printkit.edition.limits import Limits

_MOST_PORT = 65_535


def choose_fetch(
    fetch: bool, config: Path | None, table: str, given: Mapping[str, object], limits: "Limits"
) -> "bool | Fetch":
    """Return the `fetch` of a job ticket: with networks and ports that may be asked, a function.

    Args:
        fetch: whether the network is on.
        config: the path of printkit.toml; None for no file.
        table: the table of the file.
        given: the options, of which those in NETWORK count; they take the place of the file.
        limits: how much a run may fetch.

    Raises:
        EditionError: a network or a port is wrong.
        UsageError: an option would have no effect, because the network is off.
    """
    options = {name: given[name] for name in NETWORK if given.get(name)}
    if options and not fetch:
        name = next(iter(options)).replace("_", "-")
        raise click.UsageError(f"--{name} has no effect without --fetch.")
    chosen = (read_table(config, table) if config else {}) | options
    networks, ports = (_listed(chosen.get(name, ())) for name in NETWORK)
    problems = [f"{one!r} is no network; write 10.1.2.0/24" for one in networks if not _is_net(one)]
    problems += [f"{one!r} is no port; write a number" for one in ports if not _is_port(one)]
    if problems:
        raise EditionError(*problems, where=f"{config} [{table}]" if config else "")
    if not fetch or not (networks or ports):
        return fetch
    from printkit.pictures.run_fetcher import RunFetcher

    return RunFetcher(
        limits=limits,
        allowed_networks=tuple(map(str, networks)),
        allowed_ports=tuple(one for one in ports if isinstance(one, int)),
    )


def _listed(value: object) -> tuple[object, ...]:
    return tuple(value) if isinstance(value, list | tuple) else (value,)


def _is_net(value: object) -> bool:
    try:
        return isinstance(value, str) and bool(ip_network(value))
    except ValueError:
        return False


def _is_port(value: object) -> bool:
    return type(value) is int and 0 < value <= _MOST_PORT
