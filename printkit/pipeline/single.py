"""Print one article: record → article → page markup → pages → file.

A single article needs no binding: the press prints it with its running heads and folios.
"""

from dataclasses import replace
from pathlib import Path
from typing import Unpack

from printkit.edition import edition_from
from printkit.edition.choices import EditionChoices, Fetch
from printkit.edition.limits import DEFAULTS, Limits
from printkit.edition.ticket import JobTicket
from printkit.files.addresses import Destination, find_destination
from printkit.files.publishing import publish, refuse_other_format
from printkit.printing.article import print_source
from printkit.printing.press_room import open_press_room, ticket_for_workers
from printkit.readers.inputs import Record, fetched, source_of_one
from printkit.report import Result
from printkit.workers.losses import LOSSES


def export(
    record: Record,
    output: Destination | str | None = None,
    *,
    name: str = "",
    folder: Path | str | None = None,
    fetch: bool | Fetch = False,
    allow_embargoed: bool = False,
    strict: bool = False,
    trusted: bool = False,
    limits: Limits = DEFAULTS,
    **choices: Unpack[EditionChoices],
) -> Result:
    """Print one article, in a worker process that is killed at a limit.

    The worker is a Python interpreter of its own and runs no code of the caller, so a script needs
    no `if __name__ == "__main__":`. The worker waits for the next article until the program ends.

    Args:
        record: an Article, a mapping of its fields, its bytes, or its file: a path, or with
            `fetch` the address of a store.
        output: the PDF to write, a path or an address such as s3://bucket/a.pdf; None leaves the
            bytes in the result.
        name: the record's name in remarks and errors, if it is not a file.
        folder: the folder of the record's pictures, if the record is not a file.
        fetch, allow_embargoed, strict, choices: see JobTicket, and Edition for the choices.
        trusted: print in this process, where nothing can stop a hostile record; for records of
            the caller's own.
        limits: how much work the record may cost, as `printkit limits` lists.

    Raises:
        PrintkitError: the record cannot be printed, or the file cannot be written.
    """
    place = None if output is None else find_destination(output)
    if place is not None:
        refuse_other_format(place)
    ticket = JobTicket(edition_from(choices), fetch, allow_embargoed, strict, limits)
    made = print_record(record, ticket, name, folder, trusted=trusted)
    return made if place is None else replace(made, place=publish(made.pdf, place))


def print_record(
    record: Record,
    ticket: JobTicket,
    name: str = "",
    folder: Path | str | None = None,
    *,
    trusted: bool = False,
) -> Result:
    """Print one article to a PDF in memory; the arguments and errors are those of `export`."""
    source = source_of_one(record, name, folder, fetch=bool(ticket.fetch))
    source = fetched(source, ticket.limits)
    with open_press_room(ticket, trusted=trusted) as workers:
        try:
            return workers.do(print_source, source, ticket_for_workers(ticket, workers))
        except LOSSES as error:
            raise error.at(source.where) from error
