"""The printing works: a press room, a cache, and the fingerprint of what prints there."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from printkit.errors import PressError, PrintkitError
from printkit.files import cache
from printkit.files.cache import CacheFolder
from printkit.pages import Pages
from printkit.printing import leaves
from printkit.printing import run as runs
from printkit.printing.leaves import PressJob
from printkit.printing.run import ArticleTask, Outcome
from printkit.printing.workers import Loss, Workers, lost_error


class LostFontError(PressError):
    """A font file is not in the cache: it could not be kept, or is damaged."""


@dataclass(frozen=True)
class Printer:
    """Prints what is not kept yet, several at a time where there is much to print.

    Attributes:
        room: where it is printed.
        shelf: where it is kept.
        fingerprint: of all that pages depend on besides their markup.
    """

    room: Workers
    shelf: CacheFolder
    fingerprint: str
    _at_hand: dict[str, Pages] = field(default_factory=dict, repr=False)

    def afresh(self) -> "Printer":
        """The same works with nothing at hand, and no damaged font on the shelf."""
        self.shelf.weed(leaves.FACE)
        return Printer(self.room, self.shelf, self.fingerprint)

    def keys(self, tasks: Sequence[ArticleTask]) -> list[str]:
        """Where the run of each is kept; empty where its pictures must be asked for first."""
        return [runs.expected(task, self.fingerprint, self.shelf) for task in tasks]

    def print_runs(self, tasks: Sequence[ArticleTask], keys: Sequence[str] = ()) -> list[Outcome]:
        """What became of each task, in their order; what is not kept is printed.

        Args:
            tasks: what is wanted.
            keys: of the same, where they were asked for before.
        """
        keys = keys or self.keys(tasks)
        known = [runs.kept(key, self.shelf) for key in keys]
        outcomes = {n: Outcome(run, {}) for n, run in enumerate(known) if run}
        # The longest first, so that none is left to wait for at the end.
        wanted = sorted(set(range(len(tasks))) - outcomes.keys(), key=lambda n: -_length(tasks[n]))
        printed = self._printed([tasks[n] for n in wanted])
        for n, outcome in zip(wanted, printed, strict=True):
            several = len(tasks[n].readings) > 1
            outcomes[n] = self._apart(tasks[n]) if several and outcome.is_lost else outcome
        return [outcomes[n] for n in range(len(tasks))]

    def _printed(self, tasks: Sequence[ArticleTask]) -> list[Outcome]:
        jobs = [(task, self.fingerprint, self.shelf.folder) for task in tasks]
        sizes = [len(task.readings) for task in tasks]
        return list(self.room.run(runs.print_run, runs.lost_run, jobs, sizes))

    def _apart(self, task: ArticleTask) -> Outcome:
        """A run over which a process was lost, without the articles that are to blame."""
        alone = self._printed([task.of([place]) for place in range(len(task.readings))])
        lost = {place: one.failures[0] for place, one in enumerate(alone) if one.is_lost}
        rest = [place for place in range(len(task.readings)) if place not in lost]
        if not rest:
            return Outcome(None, lost)
        (together,) = self._printed([task.of(rest)])
        failures = {rest[place]: account for place, account in together.failures.items()}
        return Outcome(together.run, lost | failures)

    def print_leaves(self, wanted: Sequence[PressJob]) -> list[Pages]:
        """The pages of each leaf, in their order.

        Raises:
            PrintkitError: one of them cannot be printed.
        """
        keys = [leaf.key(self.fingerprint) for leaf in wanted]
        for key in set(keys) - self._at_hand.keys():
            if pages := leaves.kept(key, self.shelf):
                self._at_hand[key] = pages
        missing = {
            key: (leaf, self.fingerprint, self.shelf.folder)
            for key, leaf in zip(keys, wanted, strict=True)
            if key not in self._at_hand
        }
        printed = self.room.run(_print_leaf, _lost_leaf, list(missing.values()))
        for key, one in zip(missing, printed, strict=True):
            if isinstance(one, PrintkitError):
                raise one
            self._at_hand[key] = one
        return [self._at_hand[key] for key in keys]

    def face(self, name: str) -> bytes:
        """A font file that printed pages use, by its SHA-256.

        Raises:
            LostFontError: it is not there any more.
        """
        program = self.shelf.get(leaves.FACE, name)
        if program is None:
            raise LostFontError(
                "a font could not be kept for the bindery",
                where=str(self.shelf.folder),
                remedy="See that there is room on the disk.",
            )
        return program


@contextmanager
def opened(room: Workers, fingerprint: str, *, keep: bool) -> Iterator[Printer]:
    """Open the works, with the user's cache or, if nothing is to be kept, one for the day."""
    # Whoever is still printing is stopped before there is nowhere to keep it.
    with cache.opened(keep) as shelf, room:
        yield Printer(room, shelf, fingerprint)


def _length(task: ArticleTask) -> int:
    return sum(len(reading.article.body) for reading in task.readings)


def _print_leaf(leaf: PressJob, fingerprint: str, folder: Path) -> Pages | PrintkitError:
    try:
        return leaves.print_leaf(leaf, fingerprint, CacheFolder(folder))
    except PrintkitError as error:
        return error


def _lost_leaf(loss: Loss, leaf: PressJob, fingerprint: str, folder: Path) -> PrintkitError:
    return lost_error(loss, leaf.name)
