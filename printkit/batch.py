"""Take many records one by one: print each to a file of its own, or only check it.

Gives one account for each record, in the order of the records. A record that fails, and even a
process that dies over a record, does not stop the others.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Unpack

from printkit.article.file_names import names_for
from printkit.edition import edition_from
from printkit.edition.choices import EditionChoices, Fetch
from printkit.edition.ticket import JobTicket
from printkit.errors import NoSpaceError, PrintkitError, RecordError, ThemeError
from printkit.files import publishing
from printkit.files.lack_of_space import refuse_full_scratch_folder
from printkit.pipeline import print_article
from printkit.prepare import prepare
from printkit.printing.worker_arguments import refuse_wrong_workers
from printkit.printing.workers import Loss, lost_error, run_tasks
from printkit.readers import Reading
from printkit.readers.inputs import Record, read, read_all
from printkit.report import Account
from printkit.themes import Theme, find_theme


def export_many(
    records: Record | Iterable[Record],
    folder: Path | str,
    *,
    jobs: int = 1,
    fetch: bool | Fetch = False,
    allow_embargoed: bool = False,
    strict: bool = False,
    **choices: Unpack[EditionChoices],
) -> Iterator[Account]:
    """Print each article to a file of its own; a record that fails does not stop the others.

    Args:
        records: one or several, as in export; a file or a folder may hold many.
        folder: where the PDFs go, named after dates and headlines. The choice `roots` names the
            folders of the pictures of records that are no files.
        jobs: the number of processes that print. A script that asks for several must keep its
            own work behind `if __name__ == "__main__":`, because each process imports the script.
        fetch, allow_embargoed, strict, choices: as in export.

    Yields:
        One account for each record, in the order of the records, as soon as it is done. After a
        NoSpaceError, all other records are `not_run`.

    Raises:
        ThemeError: the theme or a template is broken, which is the same for every record.
        NoSpaceError: temporary files cannot be written.
        PrintkitError: another choice is wrong, or the folder cannot be made.
    """
    refuse_wrong_workers(None, jobs, fetch)
    refuse_full_scratch_folder()
    ticket = JobTicket(edition_from(choices), fetch, allow_embargoed, strict)
    # Refuse a wrong theme or template once, before the first article, and not in every account.
    _find_look(ticket)
    publishing.make_folder(Path(folder))
    found = read_all(records)
    names = iter(names_for([one.article for one in found if isinstance(one, Reading)]))
    tasks = [
        (one, ticket, Path(folder) / next(names) if isinstance(one, Reading) else Path(folder))
        for one in found
    ]
    return _until_full(run_tasks(_print, _account_for_lost, tasks, jobs), found)


def _until_full(
    accounts: Iterator[Account], found: Sequence[Reading | RecordError]
) -> Iterator[Account]:
    """Yield the accounts; where nothing more can be written, no other record is printed."""
    done = 0
    for account in accounts:
        yield account
        done += 1
        if isinstance(account.error, NoSpaceError):
            break
    for one in found[done:]:
        yield Account(one.where, "not_run")


def check(
    record: Record,
    name: str = "",
    *,
    folder: Path | str | None = None,
    fetch: bool | Fetch = False,
    **choices: Unpack[EditionChoices],
) -> Iterator[Account]:
    """Read and copy-edit the articles of a record, and gather their pictures; print nothing.

    Args:
        record: as in export; a file or a folder may hold many articles.
        name: the record's name in remarks and errors, if it is not a file.
        folder, fetch, choices: as in export.

    Yields:
        One account for each article, with the remarks on reading, copy-editing and pictures.

    Raises:
        EditionError: a choice is wrong, or `folder` leads to no folder.
        ThemeError: as export_many.
    """
    ticket = JobTicket(edition_from(choices), fetch)
    theme = _find_look(ticket)
    return (_check_reading(one, ticket, theme) for one in read(record, name, folder))


def _find_look(ticket: JobTicket) -> Theme:
    """Return the theme, and refuse broken templates.

    Raises:
        ThemeError: the theme or a template is broken.
    """
    if ticket.edition.templates:
        from printkit.markup.templates import refuse_broken_templates  # Jinja takes long to import

        refuse_broken_templates(ticket.edition.templates)
    return find_theme(ticket.edition.theme)


def _print(one: Reading | RecordError, ticket: JobTicket, path: Path) -> Account:
    """Print one article to its file, and account for its record."""
    if isinstance(one, RecordError):
        return Account.of_error(one.where, one)
    try:
        made = print_article(one, ticket)
        publishing.publish(made.pdf, path)
        return Account(one.where, "ok", made.remarks, replace(made, path=path))
    except ThemeError:
        raise  # a wrong choice, and no fault of this record
    except PrintkitError as error:
        return Account.of_error(one.where, error, named=one.named)


def _account_for_lost(
    loss: Loss, one: Reading | RecordError, _ticket: JobTicket, _path: Path
) -> Account:
    """Account for a record whose process died, or was killed because it took too long."""
    return Account(one.where, loss, error=lost_error(loss, one.where))


def _check_reading(one: Reading | RecordError, ticket: JobTicket, theme: Theme) -> Account:
    """Prepare one article, fill in the user's own templates, and account for its record."""
    if isinstance(one, RecordError):
        return Account.of_error(one.where, one)
    try:
        prepared = prepare(one, ticket)
        if ticket.edition.templates:
            from printkit.markup.article import article_page  # Jinja takes long to import

            article_page(prepared, ticket.edition)
        return Account(one.where, "ok", (*prepared.remarks, *theme.remarks))
    except ThemeError:
        raise
    except PrintkitError as error:
        return Account.of_error(one.where, error, named=one.named)
