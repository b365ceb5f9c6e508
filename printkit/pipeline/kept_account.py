"""Keep the account of a batch beside its PDFs: a folder goes in, the manifest of the run comes out.

While the run goes on, the folder is locked for other runs that keep an account.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from hashlib import sha256
from typing import NamedTuple

from printkit.files.addresses import Destination
from printkit.files.manifest_lines import RecordLine
from printkit.files.run_home import hold_home
from printkit.files.run_manifest import RunManifest
from printkit.report import Account, Result


class Keeping(NamedTuple):
    """How a run keeps its account in a manifest beside the PDFs.

    Attributes:
        resume: take over what the earlier run printed.
        retry: with `resume`, print records again that ran out of time or crashed.
        wait: wait for the end of another run that holds the folder.
    """

    resume: bool = False
    retry: bool = False
    wait: bool = False


class RunPlace(NamedTuple):
    """The place of a record in its run.

    Attributes:
        where: the name of the record.
        name: the path of its PDF from the folder of the run, with slashes; empty for a record that
            cannot be read.
        sha256: the hash of all that the record brings.
        number: 1 for the first record of the run.
        copy: 2 if the run has a record of this name before, and so on.
    """

    where: str
    name: str
    sha256: str
    number: int
    copy: int


@contextmanager
def keep_account(
    folder: Destination, keeping: Keeping | None, choices_sha256: Callable[[], str]
) -> Iterator[RunManifest | None]:
    """Hold a folder and its manifest for a run.

    Args:
        folder: the folder of the PDFs; a folder of this machine exists.
        keeping: how the account is kept; None for a run that keeps none.
        choices_sha256: gives the hash of the choices of the run.

    Yields:
        The manifest; None for a run that keeps none.

    Raises:
        OutputError: another run holds the folder, or the folder cannot be written.
        EditionError: the manifest of the earlier run cannot be read.
    """
    if keeping is None:
        yield None
        return
    with (
        hold_home(folder, wait=keeping.wait) as home,
        RunManifest(
            home.folder,
            choices_sha256(),
            resume=keeping.resume,
            retry=keeping.retry,
            sum_of=home.sum_of,
            shown=home.shown,
        ) as manifest,
    ):
        yield manifest


def take_account(manifest: RunManifest, place: RunPlace, folder: Destination) -> Account | None:
    """Return the account that an earlier run gave of a record; None for a record to print.

    Args:
        manifest: the manifest of the run.
        place: the place of the record in the run.
        folder: the folder of the PDFs, which the earlier run may have called by another path.
    """
    line = manifest.take_over(
        place.where, place.sha256, number=place.number, copy=place.copy, file=place.name
    )
    if line is None:
        return None
    output = str(folder / line.file) if line.file else None
    found = Account.of_earlier_run({**line.account, "output": output})
    return replace(found, seconds=line.seconds, memory_mb=line.memory_mb)


def line_of_record(account: Account, place: RunPlace, *, html: bool = False) -> RecordLine:
    """Return the line of the manifest for a record that is done.

    Args:
        account: the account of the record, after its files were written.
        place: the place of the record in the run.
        html: whether the HTML of the page stands beside the PDF.
    """
    return RecordLine(
        account.to_json(),
        place.sha256,
        "",
        file=place.name if account.status == "ok" else "",
        seconds=account.seconds or 0.0,
        memory_mb=account.memory_mb,
        number=place.number,
        copy=place.copy,
        html_sha256=_hash_of_page(account.result) if html and account.result else "",
    )


def _hash_of_page(made: Result) -> str:
    """Return the SHA-256 of a page's HTML, also of HTML that a worker kept."""
    return made.html_sha256 or sha256(made.markup.encode()).hexdigest()
