"""Try a user's theme or templates on a sample article: tells whether they are to blame.

A theme may ask for pages without end, and no style sheet tells this before the press begins. Then
the task of each record is lost, and the record looks guilty. So when two records in a row are lost,
the caller prints a sample article in a worker that can be killed: an article that has nothing
strange in it.

    suspicion = Suspicion(edition)
    if suspicion.grows(lost=True):               # after each record
        for trial in suspicion.trials:
            ...                                  # print_sample(trial.edition), in a worker
            raise trial.blame("took more than 60 seconds")      # if the sample is lost, too
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from printkit.article import Article
from printkit.edition import Edition
from printkit.edition.ticket import JobTicket
from printkit.errors import ThemeError
from printkit.markup.article import article_page
from printkit.prepare import prepare
from printkit.press.engine import print_pages
from printkit.readers import Reading
from printkit.themes import find_theme

IN_A_ROW = 2
_SAMPLE = Article(
    headline="A sample article",
    kicker="Trial",
    subheadline="This article has a bit of everything, and nothing strange.",
    authors=["Ann Lee", "Ben Ruiz"],
    source="The Sample",
    date_published="2026-01-02",
    url="https://example.org/sample",
    language="en",
    body_format="markdown",
    body="\n\n".join(
        (
            "A first paragraph with *words*, **more words** and a [link](https://example.org/).",
            *["A paragraph of plain words, as every article has many of them."] * 6,
            "## A heading",
            "- One\n- Two\n    1. Inner",
            "> A quotation.",
            "```\na = 1\nb = 2\n```",
            "---",
            "| Name | Number |\n|---|---|\n| Ann | 1 |\n| Ben | 2 |",
            "![A picture](none.jpg)",
            "### A smaller heading",
            "The last words.",
        )
    ),
)


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

    def blame(self, told: str) -> ThemeError:
        """Return the error that ends a run.

        Args:
            told: the fate of the sample, in words that follow its name: `took more than 60
                seconds`.
        """
        return ThemeError(
            f"no article can be printed with {'this' if self.noun == 'theme' else 'these'}"
            f" {self.noun}: even a short sample article {told}",
            where=self.where,
            remedy="Take out the last changes, or print with a theme of printkit's own.",
        )


class Suspicion:
    """Counts the records of a run that are lost one after the other.

    Attributes:
        trials: the things of the user's own, each for itself; none for a run that has only things
            of printkit's.
    """

    def __init__(self, edition: Edition) -> None:
        self.trials: Sequence[Trial] = tuple(_trials(edition))
        self._lost = 0
        self._was_tried = False

    def grows(self, *, lost: bool) -> bool:
        """Count a record; return whether the trials must be made now: once in a run.

        Args:
            lost: whether the record was not printed, for a reason that may be the theme's: out of
                time or memory, a crash, or an error of the press.
        """
        self._lost = self._lost + 1 if lost else 0
        if self._was_tried or not self.trials or self._lost < IN_A_ROW:
            return False
        self._was_tried = True
        return True


def print_sample(edition: Edition) -> None:
    """Print a sample article, and forget the pages; call this in a process that can be killed.

    Raises:
        PressError: the sample cannot be printed.
        ThemeError: the theme or a template is broken.
    """
    ticket = JobTicket(edition, allow_embargoed=True)
    prepared = prepare(Reading("the sample article", _SAMPLE, None, ()), ticket)
    print_pages(article_page(prepared, edition), find_theme(edition.theme), "the sample article")


def _trials(edition: Edition) -> list[Trial]:
    trials = []
    if edition.theme.endswith(".css"):
        trials.append(Trial(edition.theme, "theme", replace(edition, templates=None)))
    if edition.templates:
        plain = replace(edition, theme=Edition().theme)
        trials.append(Trial(edition.templates, "templates", plain))
    return trials
