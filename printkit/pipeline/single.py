"""Print one article: record → article → page markup → pages → file.

A single article needs no binding: the press prints it with its running heads and folios.
"""

from concurrent.futures import Executor
from dataclasses import replace
from pathlib import Path
from typing import NoReturn, Unpack

from printkit.edition import edition_from
from printkit.edition.choices import EditionChoices, Fetch
from printkit.edition.limits import DEFAULTS, Limits
from printkit.edition.ticket import JobTicket
from printkit.errors import PressError, PrintkitError
from printkit.files.addresses import Destination
from printkit.files.publishing import find_pdf_destination, publish_alone
from printkit.press.theme_trial import Suspicion
from printkit.printing.article import print_article, print_source, read_alone
from printkit.printing.elsewhere import FarPress
from printkit.printing.press_room import open_press_room, ticket_for_workers
from printkit.printing.worker_arguments import refuse_wrong_workers
from printkit.readers.inputs import source_of_one
from printkit.readers.record_sources import Record, fetched
from printkit.report import Result
from printkit.workers.losses import LOSSES


def export(
    record: Record,
    output: Destination | str | None = None,
    *,
    name: str = "",
    folder: Path | str | None = None,
    executor: Executor | None = None,
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
        executor: prints the record on this machine or on another, as in export_many.
        fetch, allow_embargoed, strict, choices: see JobTicket, and Edition for the choices.
        trusted: print in this process, where nothing can stop a hostile record; for records of
            the caller's own.
        limits: how much work the record may cost, as `printkit limits` lists.

    Raises:
        ThemeError: a theme or templates of the caller's own are broken, or let no article be
            printed in time.
        PrintkitError: the record cannot be printed, or the file cannot be written.
    """
    place = find_pdf_destination(output)
    ticket = JobTicket(edition_from(choices), fetch, allow_embargoed, strict, limits)
    made = print_record(record, ticket, name, folder, executor=executor, trusted=trusted)
    return made if place is None else replace(made, place=publish_alone(made.pdf, place))


def print_record(
    record: Record,
    ticket: JobTicket,
    name: str = "",
    folder: Path | str | None = None,
    *,
    executor: Executor | None = None,
    trusted: bool = False,
) -> Result:
    """Print one article to a PDF in memory; the arguments and errors are those of `export`."""
    refuse_wrong_workers(executor, 1, ticket.fetch)
    source = source_of_one(record, name, folder, fetch=bool(ticket.fetch))
    source = fetched(source, ticket.limits)
    with open_press_room(ticket, trusted=trusted) as workers:
        own = ticket_for_workers(ticket, workers)
        suspicion = Suspicion(ticket.edition, workers)
        try:
            if executor is None:
                return workers.do(print_source, source, own)
            far = FarPress(executor, 1, ticket, workers, trusted=trusted)
            reading = workers.do(read_alone, source, ticket.limits)
            return next(far.run(print_article, _raise, [(reading, own)]))
        except (*LOSSES, PressError) as error:
            suspicion.note(error)
            suspicion.close()
            if not isinstance(error, LOSSES):
                raise
            raise error.at(source.where) from error


def _raise(error: PrintkitError, *_: object) -> NoReturn:
    raise error
