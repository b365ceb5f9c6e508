"""Take many records one by one, and print each to a file of its own.

Gives one account for each record, in the order of the records. A record that fails, and even a
process that dies over a record, does not stop the others.
"""

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple, Unpack

from printkit.article.file_names import FileName, distinct_names, file_name
from printkit.edition import edition_from
from printkit.edition.choices import EditionChoices, Fetch
from printkit.edition.limits import DEFAULTS, Limits
from printkit.edition.ticket import JobTicket
from printkit.errors import NoSpaceError, PrintkitError, RecordError, ThemeError
from printkit.files import publishing
from printkit.files.lack_of_space import refuse_full_scratch_folder
from printkit.printing.article import print_article
from printkit.printing.press_room import open_press_room, ticket_for_workers
from printkit.printing.reading import LostRecordError, lost_record, read_sources, sources_of_all
from printkit.printing.worker_arguments import refuse_wrong_workers
from printkit.readers import Reading
from printkit.readers.inputs import Record, RecordSource, read_source
from printkit.report import Account
from printkit.themes import Theme, find_theme
from printkit.workers.tasks import Workers


def export_many(
    records: Record | Iterable[Record],
    folder: Path | str,
    *,
    jobs: int = 1,
    fetch: bool | Fetch = False,
    allow_embargoed: bool = False,
    strict: bool = False,
    trusted: bool = False,
    limits: Limits = DEFAULTS,
    **choices: Unpack[EditionChoices],
) -> Iterator[Account]:
    """Print each article to a file of its own; a record that fails does not stop the others.

    Args:
        records: one or several, as in export; a file or a folder may hold many.
        folder: where the PDFs go, named after dates and headlines. The choice `roots` names the
            folders of the pictures of records that are no files.
        jobs: the number of processes that print.
        fetch, allow_embargoed, strict, trusted, limits, choices: as in export.

    Yields:
        One account for each record, in the order of the records, as soon as it is done. After a
        NoSpaceError, all other records are `not_run`.

    Raises:
        ThemeError: the theme or a template is broken, which is the same for every record.
        NoSpaceError: temporary files cannot be written.
        PrintkitError: another choice is wrong, or the folder cannot be made.
    """
    ticket = JobTicket(edition_from(choices), fetch, allow_embargoed, strict, limits)
    return open_batch(records, folder, ticket, jobs, trusted=trusted).accounts()


def open_batch(
    records: Record | Iterable[Record],
    folder: Path | str,
    ticket: JobTicket,
    jobs: int = 1,
    *,
    trusted: bool = False,
) -> "Batch":
    """Return a run of many records that is ready to begin; see export_many for the arguments.

    Raises:
        PrintkitError: as export_many.
    """
    refuse_wrong_workers(None, jobs, ticket.fetch)
    refuse_full_scratch_folder()
    # Refuse a wrong theme or template once, before the first article, and not in every account.
    find_look(ticket)
    publishing.make_folder(Path(folder))
    workers = open_press_room(ticket, jobs, trusted=trusted)
    return Batch(sources_of_all(records, None, ticket.limits), Path(folder), ticket, workers)


class Listed(NamedTuple):
    """The name of a record and of its file, which a run keeps of each record before printing.

    Attributes:
        where: the name of the record.
        name: the name of its file; None if the record cannot be read.
    """

    where: str
    name: FileName | None


class Batch:
    """A run of many records, each printed to a file of its own.

    All records are read twice: first for the names of their files, which no two records share;
    then one after the other to be printed. So a run of any length holds only a few records.

    Args:
        sources: the records.
        folder: where the PDFs go; the folder exists.
        ticket: how the articles are printed.
        workers: the processes that read and print.

    Attributes:
        places: the names of the records; before the records are listed, the names of their sources.
    """

    def __init__(
        self, sources: Sequence[RecordSource], folder: Path, ticket: JobTicket, workers: Workers
    ) -> None:
        self.places = [one.where for one in sources]
        self._sources = sources
        self._folder = folder
        self._ticket = ticket
        self._workers = workers

    def accounts(self) -> Iterator[Account]:
        """Print the records, and yield the account of each as soon as its file is written.

        After a NoSpaceError, all other records are `not_run`.
        """
        with self._workers as workers:
            listed = list(self._listed(workers))
            self.places = [one.where for one in listed]
            done = 0
            for account in self._printed(listed, workers):
                yield account
                done += 1
                if isinstance(account.error, NoSpaceError):
                    break
        for place in self.places[done:]:
            yield Account(place, "not_run")

    def _listed(self, workers: Workers) -> Iterator[Listed]:
        """Yield what the run keeps of each record; a source that was lost is not read again."""
        kept = []
        results: Iterator[tuple[Listed, ...] | LostRecordError] = workers.run(
            _list, lost_record, ((one, workers.limits) for one in self._sources)
        )
        for source, found in zip(self._sources, results, strict=True):
            if isinstance(found, LostRecordError):
                kept.append(RecordSource(found))
                yield Listed(source.where, None)
            else:
                kept.append(source)
                yield from found
        self._sources = kept

    def _printed(self, listed: Sequence[Listed], workers: Workers) -> Iterator[Account]:
        ticket = ticket_for_workers(self._ticket, workers)
        names = distinct_names([one.name for one in listed if one.name])
        paths: dict[str, deque[Path]] = defaultdict(deque)
        for one, name in zip((one for one in listed if one.name), names, strict=True):
            paths[one.where].append(self._folder / name)
        found = read_sources(self._sources, workers)
        for account in workers.run(_print, _account_for_lost, ((one, ticket) for one in found)):
            waiting = paths[account.record]
            yield _published(account, waiting.popleft()) if waiting else account


def _list(source: RecordSource, limits: Limits) -> tuple[Listed, ...]:
    """Read a source in a worker, and return only what the run keeps of its records."""
    return tuple(
        Listed(one.where, file_name(one.article) if isinstance(one, Reading) else None)
        for one in read_source(source, limits)
    )


def find_look(ticket: JobTicket) -> Theme:
    """Return the theme of a ticket; refuse broken templates.

    Raises:
        ThemeError: the theme or a template is broken.
    """
    if ticket.edition.templates:
        from printkit.markup.templates import refuse_broken_templates  # Jinja takes long to import

        refuse_broken_templates(ticket.edition.templates)
    return find_theme(ticket.edition.theme)


def _print(one: Reading | RecordError, ticket: JobTicket) -> Account:
    """Print one article, and account for its record."""
    if isinstance(one, RecordError):
        return Account.of_error(one.where, one)
    try:
        made = print_article(one, ticket)
        return Account(one.where, "ok", made.remarks, made)
    except ThemeError:
        raise  # a wrong choice, and no fault of this record
    except PrintkitError as error:
        return Account.of_error(one.where, error, named=one.named)


def _published(account: Account, path: Path) -> Account:
    """Write the PDF of an account to its file."""
    made = account.result
    if made is None:
        return account
    try:
        publishing.publish(made.pdf, path)
    except PrintkitError as error:
        return Account.of_error(account.record, error)
    return replace(account, result=replace(made, path=path))


def _account_for_lost(
    error: PrintkitError, one: Reading | RecordError, _ticket: JobTicket
) -> Account:
    """Account for a record whose process died, or was killed at a limit."""
    return Account.of_error(one.where, error.at(one.where))
