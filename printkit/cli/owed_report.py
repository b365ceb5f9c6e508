"""The report that a run owes: its file and its records go in, an early end writes the report.

A run writes its report itself. Before it begins to print, an interrupt or an error leaves a report
in which no record was run: a job that runs at night must read no report of yesterday.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from printkit.cli import files
from printkit.cli.interrupts import held_interrupts
from printkit.workers.held_signals import release_signals

if TYPE_CHECKING:
    from printkit.errors import PrintkitError
    from printkit.files.addresses import Destination
    from printkit.readers.record_sources import RecordSource

_ASKED = "printkit.report-asked"
_OWED = "printkit.report-owed"


@dataclass(frozen=True)
class _OwedReport:
    path: "Destination"
    places: Sequence[str]
    head: Mapping[str, object]


def note_report(
    context: click.Context, _: click.Parameter, path: "Destination | None"
) -> "Destination | None":
    """Note that the user asked for a report: signals wait until the command owes the report."""
    context.meta[_ASKED] = path is not None
    return path


def is_report_asked(context: click.Context) -> bool:
    """Tell whether the user asked for the report of a run."""
    return bool(context.meta.get(_ASKED))


def accept_report(
    report: "Destination | None",
    records: Sequence[str],
    given: "Destination | None" = None,
    head: Mapping[str, object] | None = None,
) -> None:
    """Owe a report before anything else can fail, if the report overwrites no record.

    Args:
        report: the file of the report; None for no report.
        records: the RECORD arguments.
        given: the file as the user named it, if the name is a pattern; None for `report`.
        head: as in `owe_report`.

    Raises:
        UsageError: the report would overwrite a record, or its name has a wrong ending.
        OutputError: the folder of the report does not exist.
    """
    if not report:
        return
    from printkit.cli.overwriting import refuse_overwriting

    files.refuse_suffix(report, ".json")
    files.refuse_missing_outputs([report], files.folders_of_patterns([given or report], [report]))
    refuse_overwriting(records, (), [report])
    _owe(report, records, head)


def _owe(report: "Destination", places: Sequence[str], head: Mapping[str, object] | None) -> None:
    click.get_current_context().meta[_OWED] = _OwedReport(report, places, head or {})


def owe_report(
    report: "Destination | None", places: Sequence[str], head: Mapping[str, object] | None = None
) -> Sequence[str]:
    """Owe a report from now on, in the place of the one owed before; let signals come.

    Args:
        report: the file of the report; None for no report.
        places: the names of the records, as far as they are known.
        head: what stands before the records in the report.

    Returns:
        The places.
    """
    if report:
        _owe(report, places, head)
    release_signals()
    return places


def find_owed_sources(
    records: Sequence[str],
    report: "Destination | None",
    log: Path | None = None,
    *,
    fetch: bool = False,
    head: Mapping[str, object] | None = None,
) -> "tuple[list[RecordSource], Sequence[str]]":
    """Return the sources of all RECORD arguments, and owe a report with the name of each.

    Args:
        records: the RECORD arguments.
        report, head: as in `owe_report`.
        log, fetch: as in `files.find_sources`.

    Returns:
        The sources, and their names; the arguments if there is no source.
    """
    owe_report(report, records, head)
    sources = files.find_sources(records, report, log, fetch=fetch)
    return sources, owe_report(report, [one.where for one in sources] or records, head)


def write_report(report: Mapping[str, object], path: "Destination") -> None:
    """Write a report as JSON, and owe none; bytes of a file's name that are no Unicode are escaped.

    The folder is made, because `refuse_missing_outputs` lets only folders of patterns be missing.

    Raises:
        OutputError: the report cannot be written.
    """
    from printkit.cli.terminal import write_json
    from printkit.files.publishing import publish_alone

    context = click.get_current_context(silent=True)
    with held_interrupts():
        told = write_json(report).encode(errors="backslashreplace")
        publish_alone(told, path, into_new=True)
        if context:
            context.meta.pop(_OWED, None)


def write_owed_report(context: click.Context, error: "PrintkitError | None" = None) -> None:
    """Write the report that is still owed: no record was run.

    Args:
        context: the context of the command.
        error: why the command ended; None for an interrupt.

    Raises:
        OutputError: the report cannot be written.
    """
    owed: _OwedReport | None = context.meta.get(_OWED)
    if owed:
        from printkit.report import Account

        places = _with_files_of_folders(owed.places, owed.path)
        records = [Account(place, "not_run").to_json() for place in places]
        ended = {"error": error.to_json()} if error else {}
        context.meta.pop(_OWED)
        write_report({**owed.head, **ended, "records": records}, owed.path)


def _with_files_of_folders(places: Sequence[str], report: "Destination") -> Sequence[str]:
    """Return the names of records; a folder that was not read yet gives the names of its files."""
    named: list[str] = []
    for place in places:
        found = files.find_sources([place], report) if Path(place).is_dir() else ()
        named += [one.where for one in found] or [place]
    return named
