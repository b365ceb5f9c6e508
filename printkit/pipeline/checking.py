"""Check records: read, copy-edit and gather pictures as for printing, and print nothing.

Gives one account for each record, in the order of the records.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Unpack

from printkit.edition import Edition, edition_from
from printkit.edition.choices import EditionChoices, Fetch
from printkit.edition.limits import DEFAULTS, Limits
from printkit.edition.ticket import JobTicket
from printkit.errors import PrintkitError, RecordError, ThemeError
from printkit.pipeline.batch import find_look
from printkit.prepare import prepare
from printkit.press.theme_trial import Suspicion
from printkit.printing.press_room import open_press_room, ticket_for_workers
from printkit.printing.reading import read_sources
from printkit.readers import Reading
from printkit.readers.inputs import sources_of
from printkit.readers.record_sources import Record, RecordSource
from printkit.remarks import Remark
from printkit.report import Account
from printkit.themes import Theme


def check(
    record: Record,
    name: str = "",
    *,
    folder: Path | str | None = None,
    fetch: bool | Fetch = False,
    jobs: int = 1,
    trusted: bool = False,
    limits: Limits = DEFAULTS,
    **choices: Unpack[EditionChoices],
) -> Iterator[Account]:
    """Read and copy-edit the articles of a record, and gather their pictures; print nothing.

    Args:
        record: as in export; a file or a folder may hold many articles.
        name: the record's name in remarks and errors, if it is not a file.
        folder, fetch, trusted, limits, choices: as in export.
        jobs: as in export_many.

    Yields:
        One account for each article, with the remarks on reading, copy-editing and pictures.

    Raises:
        EditionError: a choice is wrong, or `folder` leads to no folder.
        ThemeError: as export_many.
    """
    ticket = JobTicket(edition_from(choices), fetch, limits=limits)
    theme = find_look(ticket)
    sources = sources_of(record, name, folder, limits, fetch=bool(fetch))
    return _check_all(sources, ticket, theme, jobs, trusted=trusted)


def _check_all(
    sources: Sequence[RecordSource],
    ticket: JobTicket,
    theme: Theme,
    jobs: int,
    *,
    trusted: bool,
) -> Iterator[Account]:
    with open_press_room(ticket, jobs, trusted=trusted) as workers:
        ticket = ticket_for_workers(ticket, workers)
        tasks = ((one, ticket, theme.remarks) for one in read_sources(sources, workers))
        # Only templates can be to blame, because nothing is printed.
        suspicion = Suspicion(replace(ticket.edition, theme=Edition().theme), workers)
        for account in workers.run(_check_reading, _unchecked, tasks):
            yield account
            suspicion.note(account.error)
        suspicion.close()


def _unchecked(
    error: PrintkitError, one: Reading | RecordError, _ticket: JobTicket, _: tuple[Remark, ...]
) -> Account:
    return Account.of_error(one.where, error.at(one.where))


def _check_reading(
    one: Reading | RecordError, ticket: JobTicket, on_theme: tuple[Remark, ...]
) -> Account:
    """Prepare one article, fill in the user's own templates, and account for its record."""
    if isinstance(one, RecordError):
        return Account.of_error(one.where, one)
    try:
        prepared = prepare(one, ticket)
        if ticket.edition.templates:
            from printkit.markup.article import article_page  # Jinja takes long to import

            article_page(prepared, ticket.edition)
        return Account(one.where, "ok", (*prepared.remarks, *on_theme))
    except ThemeError:
        raise
    except PrintkitError as error:
        return Account.of_error(one.where, error, named=one.named)
