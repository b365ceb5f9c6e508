"""Run a batch: sources go in, and the account of each record comes out as soon as it is done.

The records that an earlier run printed are taken over from its manifest, and not printed again.
"""

from collections import Counter, defaultdict, deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from functools import partial
from itertools import chain, repeat, tee

from printkit.article.file_names import distinct_names
from printkit.article.output_patterns import OutputPattern, with_number
from printkit.edition.ticket import JobTicket
from printkit.errors import NoSpaceError, PrintkitError, RecordError
from printkit.files.addresses import Destination
from printkit.files.drafts import clear_dead_drafts
from printkit.files.run_manifest import RunManifest
from printkit.files.scratch import clear_dead_scratch
from printkit.pipeline.kept_account import (
    Keeping,
    RunPlace,
    keep_account,
    line_of_record,
    take_account,
)
from printkit.pipeline.listing import Listed, ListedSource, list_records_of
from printkit.pipeline.printed_records import (
    account_for_lost,
    print_record_of_batch,
    publish_on_worker,
    publish_printed,
)
from printkit.pipeline.record_hashes import hash_choices
from printkit.press.theme_trial import Suspicion
from printkit.printing.elsewhere import FarPress
from printkit.printing.press_room import ticket_for_workers
from printkit.printing.reading import read_sources
from printkit.printing.worker_arguments import find_shared_folder
from printkit.readers import Reading
from printkit.readers.record_sources import RecordSource
from printkit.report import Account
from printkit.themes import find_theme
from printkit.workers.tasks import Workers

_Placed = tuple[Reading | RecordError, RunPlace | None]


class Batch:
    """A run of many records, each printed to a file of its own.

    All records are read twice: first for the names of their files, which no two records share;
    then one after the other to be printed. So a run of any length holds only a few records.

    Args:
        sources: the records.
        folder: where the PDFs go; a folder of this machine exists.
        ticket: how the articles are printed.
        workers: the processes that read and print.
        keeping: how the run keeps its account in the folder; None for a run that keeps none.

    Attributes:
        sources, workers: as the arguments.
        presses: what prints: the workers, or the executor of the caller.
        places: the names of the records; before the records are listed, the names of their sources.
        earlier: the accounts that were taken over from an earlier run, by their index in `places`.
        problems: a sentence for each kind of bad line in the manifest of the earlier run.
        pattern: names the PDFs; None for names of day and headline.
        html: whether the HTML of a page is kept beside its PDF.
        publish: one of PUBLISHERS; workers publish only if they belong to an executor.
    """

    def __init__(
        self,
        sources: Sequence[RecordSource],
        folder: Destination,
        ticket: JobTicket,
        workers: Workers,
        keeping: Keeping | None = None,
    ) -> None:
        self.places = [one.where for one in sources]
        self.earlier: dict[int, Account] = {}
        self.problems: tuple[str, ...] = ()
        self.pattern: OutputPattern | None = None
        self.html = False
        self.publish = "client"
        self.presses: Workers | FarPress = workers
        self.sources = sources
        self._folder = folder
        self._ticket = ticket
        self.workers = workers
        self._keeping = keeping

    def tell_retries(self, tell: Callable[[str, PrintkitError], None]) -> None:
        """Let a function be called for each record that is tried again, with name and error."""
        self.workers.note_retry = lambda error, one, *_: tell(one.where, error)

    def accounts(self) -> Generator[Account, None, None]:
        """Print the records, and yield the account of each as soon as its file is written.

        After a NoSpaceError, all other records are `not_run`.

        Raises:
            OutputError: another run holds the folder, or the manifest cannot be written.
            ThemeError: a theme or templates of the user's own let no article be printed; the
                accounts of the records that showed this come before.
        """
        clear_dead_scratch()
        clear_dead_drafts(self._folder)
        with (
            keep_account(self._folder, self._keeping, self._hash_choices) as manifest,
            self.workers as workers,
        ):
            listed = self._listed(workers)
            planned = self._planned([one for found in listed for one in found.records])
            if manifest:
                self._take_over(planned, manifest)
            suspicion = Suspicion(self._ticket.edition, workers)
            done = 0
            for account in self._in_order(self._printed(listed, planned, workers, manifest)):
                yield account
                done += 1
                if isinstance(account.error, NoSpaceError):
                    break
                if account.earlier is None:
                    suspicion.note(account.error)
            suspicion.close()
            if manifest and done == len(planned):
                manifest.end()
        for index, place in enumerate(self.places[done:], done):
            yield self.earlier.get(index) or Account(place, "not_run")

    def _hash_choices(self) -> str:
        return hash_choices(self._ticket, find_theme(self._ticket.edition.theme), html=self.html)

    def _listed(self, workers: Workers) -> list[ListedSource]:
        roots = self._ticket.edition.roots if self._keeping else None
        listed = list(list_records_of(self.sources, self.pattern, workers, roots))
        self.places = [one.where for found in listed for one in found.records]
        return listed

    def _planned(self, listed: Sequence[Listed]) -> list[RunPlace]:
        """Return the place of each record, with the name of its file."""
        wanted = [with_number(one.name, number) for number, one in enumerate(listed, 1) if one.name]
        names = iter(distinct_names(wanted))
        copies: Counter[str] = Counter()
        planned = []
        for number, one in enumerate(listed, 1):
            copies[one.where] += 1
            name = next(names) if one.name else ""
            planned.append(RunPlace(one.where, name, one.sha256, number, copies[one.where]))
        return planned

    def _take_over(self, planned: Sequence[RunPlace], manifest: RunManifest) -> None:
        self.problems = manifest.problems
        for index, place in enumerate(planned):
            if account := take_account(manifest, place, self._folder):
                self.earlier[index] = account

    def _in_order(self, printed: Iterator[Account]) -> Iterator[Account]:
        """Yield the accounts of printed records, and in their places those that were taken over."""
        for index in range(len(self.places)):
            account = self.earlier.get(index) or next(printed, None)
            if account is None:
                return
            yield account
        yield from printed

    def _printed(
        self,
        listed: Sequence[ListedSource],
        planned: Sequence[RunPlace],
        workers: Workers,
        manifest: RunManifest | None,
    ) -> Iterator[Account]:
        """Print the records that were not taken over, and yield their accounts."""
        sources, wanted = self._left_sources(listed)
        # A file that grew since it was listed has more records than were expected.
        found = zip(read_sources(sources, workers), chain(wanted, repeat(True)), strict=False)
        left = (one for one, is_wanted in found if is_wanted)
        placed, kept = tee(self._with_places(left, planned))
        accounts = self._published(placed, ticket_for_workers(self._ticket, workers))
        for account, (_, place) in zip(accounts, kept, strict=True):
            yield from self._noted(account, place, manifest)

    def _with_places(
        self, found: Iterable[Reading | RecordError], planned: Sequence[RunPlace]
    ) -> Iterator[_Placed]:
        """Yield each record with its place in the run; None for a record that nobody expected."""
        waiting: dict[str, deque[RunPlace]] = defaultdict(deque)
        for index, place in enumerate(planned):
            if index not in self.earlier:
                waiting[place.where].append(place)
        for one in found:
            known = waiting[one.where]
            yield one, known.popleft() if known else None

    def _published(self, placed: Iterator[_Placed], ticket: JobTicket) -> Iterator[Account]:
        """Print records and publish their files, here or on the workers of the executor."""
        first, second = tee(placed)
        tasks = ((one, ticket) for one, _ in first)
        names = (place.name if place else "" for _, place in second)
        folder, html = self._folder, self.html
        work, lost = print_record_of_batch, account_for_lost
        if self.publish == "worker" and isinstance(self.presses, FarPress):
            finish = partial(publish_on_worker, folder=find_shared_folder(folder), html=html)
            finishes = (partial(finish, name=name) for name in names)
            yield from self.presses.run(work, lost, tasks, finishes=finishes)
            return
        for account, name in zip(self.presses.run(work, lost, tasks), names, strict=True):
            yield publish_printed(account, folder, name, html=html)

    def _left_sources(
        self, listed: Sequence[ListedSource]
    ) -> tuple[list[RecordSource], list[bool]]:
        """Return the sources that are read again, and for each of their records if it is printed.

        A source whose records were all taken over is left out.
        """
        sources, wanted, index = [], [], 0
        for source, records in listed:
            own = [index + n not in self.earlier for n in range(len(records))]
            index += len(records)
            if any(own):
                sources.append(source)
                wanted += own
        return sources, wanted

    def _noted(
        self, account: Account, place: RunPlace | None, manifest: RunManifest | None
    ) -> Iterator[Account]:
        """Note a record in the manifest; yield its account, whatever happens."""
        try:
            if manifest and place:
                manifest.add(line_of_record(account, place, html=self.html))
        finally:
            yield account
