"""Take many records one by one, and print each to a file of its own.

Gives one account for each record, in the order of the records. A record that fails, and even a
process that dies over a record, does not stop the others.
"""

from collections.abc import Iterable, Iterator
from concurrent.futures import Executor
from typing import Literal, Unpack

from printkit.article.output_patterns import OutputPattern
from printkit.edition import edition_from
from printkit.edition.choices import EditionChoices, Fetch
from printkit.edition.limits import DEFAULTS, Limits
from printkit.edition.ticket import JobTicket
from printkit.errors import EditionError
from printkit.files import publishing
from printkit.files.addresses import Destination, find_destination
from printkit.files.lack_of_space import refuse_full_scratch_folder
from printkit.pipeline.batch_run import Batch
from printkit.pipeline.kept_account import Keeping
from printkit.printing.elsewhere import open_presses
from printkit.printing.reading import sources_of_all
from printkit.printing.worker_arguments import refuse_wrong_publisher, refuse_wrong_workers
from printkit.readers.record_sources import Record
from printkit.report import Account
from printkit.themes import Theme, find_theme


def export_many(
    records: Record | Iterable[Record],
    folder: Destination | str,
    *,
    executor: Executor | None = None,
    jobs: int = 1,
    fetch: bool | Fetch = False,
    allow_embargoed: bool = False,
    strict: bool = False,
    trusted: bool = False,
    limits: Limits = DEFAULTS,
    pattern: str = "",
    manifest: bool = False,
    resume: bool = False,
    retry: bool = False,
    wait: bool = False,
    publish: Literal["client", "worker"] = "client",
    **choices: Unpack[EditionChoices],
) -> Iterator[Account]:
    """Print each article to a file of its own; a record that fails does not stop the others.

    Args:
        records: one or several, as in export; a file or a folder may hold many.
        folder: where the PDFs go, a path or an address such as s3://bucket/week.
        executor, jobs: as in FarPress; without an executor, so many processes of this machine.
        pattern: names the PDFs, as `{year}/{date}-{slug}-{id8}.pdf`; empty for date and headline.
        manifest, wait: keep `.printkit-run.jsonl` in the folder; wait until no other run holds it.
        resume: keep a manifest, and print no record again that an earlier run printed.
        retry: with `resume`, print records again that ran out of time or crashed.
        publish: `worker`: the executor writes the PDFs to the address; results have no bytes.
        fetch, allow_embargoed, strict, trusted, limits, choices: as in export.

    Yields:
        One account for each record, in order; after a NoSpaceError, all others are `not_run`.

    Raises:
        PressError: the executor stopped; printed records stay, and `resume` prints the rest.
        PrintkitError: a choice is wrong, nothing can be written, or another run holds the folder.
    """
    refuse_wrong_publisher(publish, executor, find_destination(folder))
    keeping = _keeping_from(manifest, Keeping(resume, retry, wait))
    ticket = JobTicket(edition_from(choices), fetch, allow_embargoed, strict, limits)
    batch = open_batch(records, folder, ticket, jobs, executor, trusted=trusted, keeping=keeping)
    batch.pattern, batch.publish = OutputPattern(pattern) if pattern else None, publish
    return batch.accounts()


def _keeping_from(manifest: bool, wanted: Keeping) -> Keeping | None:
    """Return how a run keeps its account; None for a run that keeps none.

    Raises:
        EditionError: a choice has no sense without another choice.
    """
    if wanted.retry and not wanted.resume:
        raise EditionError("retry needs resume", remedy="Give resume=True, too.")
    if wanted.wait and not (manifest or wanted.resume):
        raise EditionError("wait needs a manifest", remedy="Give manifest=True, too.")
    return wanted if manifest or wanted.resume else None


def open_batch(
    records: Record | Iterable[Record],
    folder: Destination | str,
    ticket: JobTicket,
    jobs: int = 1,
    executor: Executor | None = None,
    *,
    trusted: bool = False,
    keeping: Keeping | None = None,
) -> Batch:
    """Return a run of many records that is ready to begin; see export_many for the arguments.

    Args:
        records, folder, ticket, jobs, executor, trusted: as in export_many.
        keeping: how the run keeps its account in the folder; None for a run that keeps none.

    Raises:
        PrintkitError: as export_many.
    """
    refuse_wrong_workers(executor, jobs, ticket.fetch)
    refuse_full_scratch_folder()
    # Refuse a wrong theme or template once, before the first article, and not in every account.
    find_look(ticket)
    place = find_destination(folder)
    publishing.make_folder(place)
    workers, far = open_presses(ticket, jobs, executor, trusted=trusted)
    sources = sources_of_all(records, None, ticket.limits, fetch=bool(ticket.fetch))
    batch = Batch(sources, place, ticket, workers, keeping)
    batch.presses = far or workers
    return batch


def find_look(ticket: JobTicket) -> Theme:
    """Return the theme of a ticket; refuse broken templates.

    Raises:
        ThemeError: the theme or a template is broken.
    """
    if ticket.edition.templates:
        from printkit.markup.templates import refuse_broken_templates  # Jinja takes long to import

        refuse_broken_templates(ticket.edition.templates)
    return find_theme(ticket.edition.theme)
