"""The printer of a digest: takes tasks and jobs, gives printed pages, many of them from the cache.

A printer has the workers, the cache, and the fingerprint of everything that pages depend on.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeVar

from printkit.edition import Edition
from printkit.errors import PrintkitError
from printkit.files import cache
from printkit.files.cache import CacheFolder
from printkit.issue.plan import Plan
from printkit.issue.selection import Issue
from printkit.pages import Pages
from printkit.press.fingerprint import fingerprint
from printkit.press.theme_trial import Suspicion
from printkit.printing import kept, keys, run
from printkit.printing.brought_pages import bring
from printkit.printing.elsewhere import FarPress
from printkit.printing.jobs import ArticleTask, PressJob, PrintedRun
from printkit.report import Digest
from printkit.themes import find_templates, find_theme
from printkit.workers.tasks import Workers

S = TypeVar("S")
T = TypeVar("T")


@dataclass(frozen=True)
class Printer:
    """Prints tasks and jobs that the cache lacks, several at a time if there are many.

    Attributes:
        workers: the processes that print.
        cache: the folder where pages are kept.
        fingerprint: stands for everything that pages depend on besides their markup.
        suspicion: tells of a theme of the user's own with which no article can be printed.
        far: prints in the place of the workers; None if the caller gave no executor.
    """

    workers: Workers
    cache: CacheFolder
    fingerprint: str
    suspicion: Suspicion
    far: FarPress | None = None
    _at_hand: dict[str, Pages] = field(default_factory=dict, repr=False)

    def keys(self, tasks: Sequence[ArticleTask]) -> list[str]:
        """Return the key of each task's printed articles; empty if its pictures are not known yet.

        Pictures of the network may change, so they are known only after they are fetched.
        """
        return [self._key(task) for task in tasks]

    def print_articles(
        self, tasks: Sequence[ArticleTask], known: Sequence[str] = ()
    ) -> list[PrintedRun]:
        """Return the printed articles of each task, in order; print tasks that the cache lacks.

        Args:
            tasks: the articles.
            known: the keys of the tasks, if the caller has them already; else empty.

        Raises:
            ThemeError: a theme or templates of the user's own let no article be printed.
        """
        runs = dict(enumerate(kept.find_run(key, self.cache) for key in known or self.keys(tasks)))
        # The longest tasks go first. Else other workers would wait at the end for a long task.
        wanted = sorted(
            (n for n, found in runs.items() if not found), key=lambda n: -_length(tasks[n])
        )
        sizes = [len(tasks[n].readings) for n in wanted]
        subjects = [tasks[n] for n in wanted]
        printed = self._printed(run.print_articles, run.lost_articles, subjects, sizes)
        runs |= zip(wanted, self._watched(printed), strict=True)
        # If a worker dies over several articles, nobody knows which of them is the cause.
        return [
            self._without_the_lost(task) if one.loss and len(task.readings) > 1 else one
            for task, one in zip(tasks, filter(None, runs.values()), strict=True)
        ]

    def print_jobs(self, jobs: Sequence[PressJob]) -> list[Pages]:
        """Return the pages of each job, in their order; print equal jobs once.

        Raises:
            PrintkitError: a job cannot be printed.
        """
        names = [keys.of_job(job, self.fingerprint) for job in jobs]
        for name in set(names) - self._at_hand.keys():
            if pages := kept.find_pages(name, self.cache):
                self._at_hand[name] = pages
        missing = {
            name: job for name, job in zip(names, jobs, strict=True) if name not in self._at_hand
        }
        printed = self._printed(run.print_job, run.lost_job, list(missing.values()))
        for name, one in zip(missing, printed, strict=True):
            if isinstance(one, PrintkitError):
                raise one
            self._at_hand[name] = one
        return [self._at_hand[name] for name in names]

    def find_digest(
        self,
        issue: Issue,
        plan: Plan,
        edition: Edition,
        runs: Sequence[str],
        inserts: Sequence[bytes],
    ) -> Digest | None:
        """Return the digest from the cache; None if a part of the digest changed or is not kept.

        Args:
            issue, plan, edition: the issue, the plan and the edition of the digest.
            runs: the keys of the issue's tasks.
            inserts: the PDF files that are bound in, and all values that change their pages.
        """
        key = keys.of_digest(issue, plan, edition, runs, inserts, self.fingerprint)
        return kept.find_digest(key, self.cache)

    def keep_digest(
        self,
        digest: Digest,
        issue: Issue,
        plan: Plan,
        edition: Edition,
        tasks: Sequence[ArticleTask],
        inserts: Sequence[bytes],
    ) -> None:
        """Keep the digest, if every article was printed and the keys of all articles are known."""
        runs = self.keys(tasks)
        key = keys.of_digest(issue, plan, edition, runs, inserts, self.fingerprint)
        if key and not any(account.error for account in digest.accounts):
            kept.keep_digest(key, digest, self.cache)

    def font(self, name: str) -> bytes:
        """Return a font file that printed pages use; see `kept.find_font`."""
        return kept.find_font(name, self.cache)

    def _key(self, task: ArticleTask) -> str:
        if task.ticket.fetch:
            return ""  # a server may now give other pictures, so the key is not known yet
        asked = kept.find_asked(keys.of_task(task, self.fingerprint), self.cache)
        if asked is None or len(asked) != len(task.readings):
            return ""
        return keys.of_run(task, asked, self.fingerprint)

    def _watched(self, runs: Iterator[PrintedRun]) -> Iterator[PrintedRun]:
        """Yield printed articles; refuse a theme with which no article can be printed."""
        for one in runs:
            if one.loss or one.pages:
                self.suspicion.note(one.loss)
            yield one
        self.suspicion.close()

    def _printed(
        self,
        work: Callable[[S, str, Path], T],
        lost: Callable[[PrintkitError, S, str, Path], T],
        subjects: Sequence[S],
        sizes: Sequence[int] = (),
    ) -> Iterator[T]:
        """Yield what the workers print, or what the executor prints."""
        mark, folder = self.fingerprint, self.cache.folder
        orders = [(one, mark, folder) for one in subjects]
        if self.far:
            return bring(self.far, work, lost, orders, sizes)
        return self.workers.run(work, lost, orders, sizes)

    def _without_the_lost(self, task: ArticleTask) -> PrintedRun:
        """Print a task again after its process died, without the articles that are the cause.

        To find these articles, print each article alone.
        """
        places = range(len(task.readings))
        alone = self.print_articles([task.of([place]) for place in places])
        lost = {place: one.failures[0] for place, one in enumerate(alone) if one.loss}
        rest = [place for place in places if place not in lost]
        if not rest:
            return PrintedRun(None, failures=lost)
        (together,) = self._printed(
            run.print_articles, run.lost_articles, [task.of(rest)], [len(rest)]
        )
        failures = {rest[place]: account for place, account in together.failures.items()}
        return replace(together, failures=lost | failures)


@contextmanager
def opened(
    workers: Workers, edition: Edition, far: FarPress | None = None, *, keep: bool
) -> Iterator[Printer]:
    """Open a printer with its workers and its cache.

    Args:
        workers: the processes that print; they stop when the printer is closed.
        edition: names the theme and the folder of the user's own templates.
        far: prints in the place of the workers; None if the caller gave no executor.
        keep: True opens the user's cache; False opens a temporary cache, which is removed when the
            printer is closed.

    Raises:
        ThemeError: there is no such theme, or no such folder of templates.
    """
    mark = fingerprint(find_theme(edition.theme), find_templates(edition.templates).state)
    # Order counts: the workers must stop before the folder that they write to is removed.
    with cache.open_cache(keep) as folder, workers:
        workers.let_write(folder.folder)
        yield Printer(workers, folder, mark, Suspicion(edition, workers), far)


def with_printer(
    press: Callable[[Printer], T],
    workers: Workers,
    edition: Edition,
    far: FarPress | None = None,
    *,
    keep: bool,
) -> T:
    """Return what a function makes with a printer; see `opened` for the other arguments.

    If a kept font was damaged or removed, the function is called once more, without the cache.
    """
    try:
        with opened(workers, edition, far, keep=keep) as printer:
            return press(printer)
    except kept.LostFontError:
        with opened(workers, edition, far, keep=False) as printer:
            return press(printer)


def _length(task: ArticleTask) -> int:
    return sum(len(reading.article.body) for reading in task.readings)
