"""Try a user's theme or templates on a sample article: tells whether they are to blame.

A theme may ask for pages without end, and no style sheet tells this before the press begins. Then
the task of each record is lost, and the record looks guilty. So when two records in a row are lost,
a sample article is printed in a worker that can be killed: an article that has nothing strange in
it.

    suspicion = Suspicion(edition, workers)
    suspicion.note(account.error)                # after each record
    suspicion.close()                            # after the last record
"""

import time
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from printkit.edition import Edition
from printkit.edition.ticket import JobTicket
from printkit.errors import PressError, PrintkitError, StyleError, ThemeError
from printkit.press.sample_article import SAMPLE
from printkit.readers import Reading
from printkit.themes import find_theme
from printkit.workers.losses import LOSSES, TimeLimitError, UnexpectedError
from printkit.workers.tasks import Workers

_IN_A_ROW = 2
_PLAIN = Edition().theme
# A theme that takes so many times longer than printkit's own theme, and so many seconds at least,
# is not waited for until the end of the patience.
_SLOWER, _LEAST = 5, 5.0
_WARMING_UP = 60.0  # seconds, also where a record has less


class Trial(NamedTuple):
    """A trial of one thing that comes from the user.

    Attributes:
        where: the theme or the folder of templates, as the user named it.
        noun: `theme` or `templates`.
        edition: the choices, in which nothing else comes from the user.
    """

    where: str
    noun: str
    edition: Edition

    def blame(self, error: PrintkitError) -> ThemeError:
        """Return the error that ends a run.

        Args:
            error: the error of the sample article.
        """
        words = ": ".join(filter(None, (error.where, "; ".join(error.problems))))
        ended = "did not end" if isinstance(error, TimeLimitError) else f"failed: {words}"
        return ThemeError(
            f"no article can be printed; the printing of a short sample article, too, {ended}",
            where=f"the {self.noun} {self.where}",
            remedy=f"Take out the last changes, or print without the {self.noun}.",
        )


class Suspicion:
    """Counts the records of a run that are lost one after the other, and tries the theme once.

    Args:
        edition: the choices of the run.
        workers: the processes in which the sample article is printed.

    Attributes:
        trials: the things of the user's own, each for itself; none for a run that has only things
            of printkit's.
    """

    def __init__(self, edition: Edition, workers: Workers) -> None:
        self.trials = tuple(_trials(edition))
        self._workers = workers
        self._lost: list[PrintkitError] = []
        self._has_printed = False
        self._was_tried = False

    def note(self, error: PrintkitError | None) -> None:
        """Note the end of a record, and try the theme after two lost records in a row.

        Args:
            error: the error of the record; None for a record that was printed.

        Raises:
            ThemeError: the sample article cannot be printed with the theme or the templates.
        """
        if error is None:
            self._has_printed = True
            self._lost.clear()
        elif isinstance(error, PressError | UnexpectedError):
            self._lost.append(error)
            if len(self._lost) == _IN_A_ROW:
                self._try_all()

    def close(self) -> None:
        """Try the theme at the end of a run in which a record was lost, and none was printed.

        The error of the press that already names the theme is enough for one record.

        Raises:
            ThemeError: as `note`.
        """
        if self._lost and not self._has_printed and not isinstance(self._lost[-1], StyleError):
            self._try_all()

    def _try_all(self) -> None:
        if self._was_tried:
            return
        self._was_tried = True
        for trial in self.trials:
            plain = trial._replace(edition=replace(trial.edition, theme=_PLAIN, templates=None))
            # A new process loads its fonts with the first print; the second tells the time.
            first = self._error_of_sample(plain, _WARMING_UP)
            begin = time.monotonic()
            patience = self._workers.limits.patience
            if first or self._error_of_sample(plain, patience):
                return  # the limits are too low for any article
            seconds = max(_LEAST, _SLOWER * (time.monotonic() - begin))
            if error := self._error_of_sample(trial, min(seconds, patience)):
                raise trial.blame(error) from error

    def _error_of_sample(self, trial: Trial, seconds: float) -> PrintkitError | None:
        try:
            size = seconds / self._workers.limits.patience
            return self._workers.do(print_sample, trial, size=size)
        except LOSSES as error:
            return error


def print_sample(trial: Trial) -> PressError | None:
    """Print a sample article, and forget the pages; return the error of the press.

    Raises:
        ThemeError: the theme or a template is broken, and the error names the line.
    """
    # The engines take long to import, and only printing needs them.
    from printkit.markup.article import article_page
    from printkit.prepare import prepare
    from printkit.press.engine import print_pages

    edition = trial.edition
    ticket = JobTicket(edition, allow_embargoed=True)
    prepared = prepare(Reading("the sample article", SAMPLE, None, ()), ticket)
    try:
        print_pages(article_page(prepared, edition), find_theme(edition.theme))
    except PressError as error:
        return error
    return None


def _trials(edition: Edition) -> Iterator[Trial]:
    if edition.theme.endswith(".css"):
        yield Trial(edition.theme, "theme", replace(edition, templates=None))
    if edition.templates:
        yield Trial(edition.templates, "templates", replace(edition, theme=_PLAIN))
