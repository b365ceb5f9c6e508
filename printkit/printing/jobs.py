"""Tasks and jobs: takes the sections of an issue, gives the tasks that print the issue.

An `ArticleTask` prints one article, or a section whose articles flow on, and gives a `PrintedRun`.
A `PressJob` prints markup that is ready: own pages of a digest, or running heads.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path

from printkit.edition.ticket import JobTicket
from printkit.errors import PrintkitError
from printkit.issue.plan import Plan
from printkit.issue.sections import Section
from printkit.markup.cross_references import CrossReference
from printkit.markup.entries import ArticleEntry
from printkit.pages import PageMarkup, Pages
from printkit.printing.readable import folder_of_theme, readable_files
from printkit.readers import Reading
from printkit.remarks import Remark
from printkit.report import Account
from printkit.workers.losses import LOSSES


@dataclass(frozen=True)
class PressJob:
    """Page markup that the press prints in one go.

    Attributes:
        markup: the page with its pictures.
        theme: the name of the theme, or the path of its file.
        furniture: True for markup of running heads and folios, False for other pages.
        name: the name of the job in remarks and errors.
    """

    markup: PageMarkup
    theme: str
    furniture: bool = False
    name: str = ""


@dataclass(frozen=True)
class ArticleTask:
    """Articles that are prepared and printed in one go.

    Attributes:
        readings: one article, or the articles of a section that flows on.
        prefixes: the id prefix of each article; no two articles of the issue have the same.
        section: the name of the section.
        head: the name of the section, if the task opens the section; else empty.
        ticket: how the articles are printed.
        flows: True for a section that flows on, and for a part of such a section.
        references: the ids and pages of the other articles that these articles link to, by
            canonical address; empty until these pages are known.
    """

    readings: tuple[Reading, ...]
    prefixes: tuple[str, ...]
    section: str
    head: str
    ticket: JobTicket
    flows: bool = False
    references: Mapping[str, CrossReference] = field(default_factory=dict)

    def of(self, places: Sequence[int]) -> "ArticleTask":
        """Return the same task with only the articles at some places."""
        return replace(
            self,
            readings=tuple(self.readings[place] for place in places),
            prefixes=tuple(self.prefixes[place] for place in places),
        )


@dataclass(frozen=True)
class PrintedRun:
    """The printed articles of a task, and the accounts of articles that could not be printed.

    Attributes:
        pages: the printed pages without running heads; None if no article was printed.
        entries: one for each article that was printed, in order.
        links: for each of these articles the web addresses that the article links to.
        remarks: for each of these articles the remarks on the article.
        failures: the accounts of articles that were not printed, by their place in the task.
    """

    pages: Pages | None
    entries: tuple[ArticleEntry, ...] = ()
    links: tuple[tuple[str, ...], ...] = ()
    remarks: tuple[tuple[Remark, ...], ...] = ()
    failures: Mapping[int, Account] = field(default_factory=dict)

    @property
    def loss(self) -> PrintkitError | None:
        """Return the error of a task whose process died, or was killed at a limit; else None."""
        errors = (one.error for one in self.failures.values())
        return next((one for one in errors if isinstance(one, LOSSES)), None)


def plan_tasks(sections: Sequence[Section], plan: Plan, ticket: JobTicket) -> list[ArticleTask]:
    """Return the tasks that print an issue, in its order.

    There is one task for each article, or for each section if articles flow on.
    """
    prefixes = _prefixes([one for section in sections for one in section.readings])
    tasks = []
    for section in sections:
        flowing = plan.start == "flow"
        groups = [section.readings] if flowing else [(one,) for one in section.readings]
        head = "" if "heads" in plan.without else section.name
        for group in groups:
            own = tuple(next(prefixes) for _ in group)
            tasks.append(
                ArticleTask(tuple(group), own, section.name, head, ticket, flows=len(group) > 1)
            )
            head = ""
    return tasks


def _prefixes(readings: Sequence[Reading]) -> Iterator[str]:
    """Yield the id prefix of each article: no two alike, and mostly the same in every issue.

    So the cache can keep pages for other issues. Only articles of equal identity are numbered.
    """
    seen: Counter[str] = Counter()
    for reading in readings:
        identity = reading.article.identity.encode(errors="replace")
        prefix = f"a{sha256(identity).hexdigest()[:10]}"
        seen[prefix] += 1
        yield prefix if seen[prefix] == 1 else f"{prefix}x{seen[prefix]}"


@readable_files.register
def _of_task(task: ArticleTask) -> Iterator[Path]:
    yield from readable_files(task.readings)
    yield from readable_files(task.ticket)


@readable_files.register
def _of_job(job: PressJob) -> Iterator[Path]:
    return folder_of_theme(job.theme)
