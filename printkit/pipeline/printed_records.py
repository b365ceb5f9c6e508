"""Print a record of a batch in a worker, and put its PDF in its place.

A reading goes into the worker, and an account comes out; the account and a name give a file.
"""

import time
from dataclasses import replace
from pathlib import Path

from printkit.edition.ticket import JobTicket
from printkit.errors import OutputError, PrintkitError, RecordError, ThemeError
from printkit.files.addresses import Address, Destination
from printkit.files.drafts import clear_dead_drafts
from printkit.files.opening import read_at_most
from printkit.files.output_folders import make_place
from printkit.files.publishing import publish
from printkit.printing.article import print_article
from printkit.printing.far_stores import THIS_WORKER, refuse_worker_without_package
from printkit.printing.reading import LostRecordError
from printkit.readers import Reading
from printkit.report import Account
from printkit.workers.losses import LOSSES

_LARGEST_STATUS = 100_000  # bytes; the system tells about 2 kB of a process


def print_record_of_batch(one: Reading | RecordError, ticket: JobTicket) -> Account:
    """Print one article, and account for its record, with time and memory.

    Raises:
        ThemeError: the theme or a template is broken, which is the same for every record.
    """
    begin = time.monotonic()
    account = _printed_account(one, ticket)
    seconds = time.monotonic() - begin
    if isinstance(one, LostRecordError):
        return replace(account, seconds=seconds + one.seconds)
    return replace(account, seconds=seconds, memory_mb=_peak_memory())


def account_for_lost(
    error: PrintkitError, one: Reading | RecordError, _ticket: JobTicket
) -> Account:
    """Account for a record whose process died, or was killed at a limit."""
    account = Account.of_error(one.where, error.at(one.where))
    return replace(account, seconds=error.seconds) if isinstance(error, LOSSES) else account


def publish_printed(account: Account, folder: Destination, name: str, *, html: bool) -> Account:
    """Write the PDF of an account to its file.

    Args:
        account: a record that was printed, or not; then nothing is written.
        folder: the folder for all files, which exists.
        name: the path of the PDF from the folder, with slashes; empty for a record that could not
            be read when the run began.
        html: write the HTML of the page beside the PDF, too.

    Returns:
        The account, with the place of the PDF; an account of the error if a file cannot be written.
    """
    made = account.result
    if made is None:
        return account
    try:
        if not name:
            raise _changed(account.record)
        place = make_place(folder, name)
        if place.parent != folder:
            clear_dead_drafts(place.parent)
        if html:
            publish(made.markup.encode(), place.with_suffix(".html"))
        publish(made.pdf, place)
    except PrintkitError as error:
        failed = Account.of_error(account.record, error)
        return replace(failed, seconds=account.seconds, memory_mb=account.memory_mb)
    return replace(account, result=replace(made, place=place))


def publish_on_worker(account: Account, folder: Address, name: str, *, html: bool) -> Account:
    """Write the PDF of an account from the machine that printed the record.

    Args:
        account, name, html: as in publish_printed.
        folder: the folder for all files.

    Returns:
        The account as publish_printed gives it, with the hash in the place of the bytes. An error
        of the store names this machine.

    Raises:
        EditionError: this machine lacks the package of the store.
    """
    if account.result is None:
        return account
    refuse_worker_without_package(folder)
    done = publish_printed(account, folder, name, html=html)
    if done.result:
        return replace(done, result=done.result.without_bytes())
    named = isinstance(done.error, OutputError) and done.error.at(THIS_WORKER)
    return replace(done, error=named or done.error)


def _printed_account(one: Reading | RecordError, ticket: JobTicket) -> Account:
    if isinstance(one, RecordError):
        return Account.of_error(one.where, one)
    try:
        made = print_article(one, ticket)
        return Account(one.where, "ok", made.remarks, made)
    except ThemeError:
        raise  # a wrong choice, and no fault of this record
    except PrintkitError as error:
        return Account.of_error(one.where, error, named=one.named)


def _changed(where: str) -> RecordError:
    return RecordError(
        "the record changed while the run went on",
        where=where,
        remedy="Print the record again when nobody writes to its file.",
    )


def _peak_memory() -> float | None:
    """Return the most memory that this process had, in MB; None where the system does not tell.

    A worker begins each task anew with this figure.
    """
    # ru_maxrss would count the memory of the parent, too: this process began as its copy.
    try:
        told = read_at_most(Path("/proc/self/status"), _LARGEST_STATUS)
    except OSError:
        return None
    found = [line.split()[1] for line in told.splitlines() if line.startswith(b"VmHWM:")]
    return int(found[0]) * 1024 / 1_000_000 if found else None
