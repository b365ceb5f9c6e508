"""The jobs of the press, their results, and the tasks of an issue.

Takes the sections of an issue, gives one `ArticleTask` for each article, or for each section
whose articles flow on. The own pages of a digest, and its running heads, are `PressJob` values.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256
from typing import get_args

from printkit.edition.ticket import JobTicket
from printkit.issue.plan import Plan
from printkit.issue.sections import Section
from printkit.markup.cross_references import CrossReference
from printkit.markup.entries import ArticleEntry
from printkit.pages import PageMarkup, Pages, Picture
from printkit.printing.workers import Loss
from printkit.readers import Reading
from printkit.remarks import Remark
from printkit.report import Account


@dataclass(frozen=True)
class PressJob:
    """Page markup that the press prints in one go.

    Attributes:
        markup: the whole HTML page.
        theme: the name of the theme, or the path of its file.
        pictures: the gathered pictures by their `picture:` address.
        furniture: print running heads and folios alone; False prints the page without them.
        name: the name of the job in remarks and errors.
    """

    markup: PageMarkup
    theme: str
    pictures: Mapping[str, Picture] = field(default_factory=dict, repr=False)
    furniture: bool = False
    name: str = ""


@dataclass(frozen=True)
class ArticleTask:
    """Articles that are made ready and printed in one go.

    Attributes:
        readings: one article, or the articles of a section that flows on.
        prefixes: the beginning of all ids of each article; no two are alike in the issue.
        section: the name of the section.
        head: the name of the section where the task opens the section; else empty.
        ticket: how the articles are printed.
        flows: True for a section that flows on, and for a part of such a section.
        references: where the other articles of the issue stand, by their canonical addresses.
    """

    readings: tuple[Reading, ...]
    prefixes: tuple[str, ...]
    section: str
    head: str
    ticket: JobTicket
    flows: bool = False
    references: Mapping[str, CrossReference] = field(default_factory=dict)

    def of(self, places: Sequence[int]) -> "ArticleTask":
        """Return the same task with some of its articles alone."""
        return replace(
            self,
            readings=tuple(self.readings[place] for place in places),
            prefixes=tuple(self.prefixes[place] for place in places),
        )


@dataclass(frozen=True)
class PrintedRun:
    """What a task printed, and the accounts of articles that could not be printed.

    Attributes:
        pages: for the bindery, without running heads; None where no article was printed.
        entries: one for each article that was printed, in order.
        links: for each of these articles the web addresses that the article links to.
        remarks: for each of these articles the remarks on it.
        failures: the accounts of articles that were not printed, by their place in the task.
    """

    pages: Pages | None
    entries: tuple[ArticleEntry, ...] = ()
    links: tuple[tuple[str, ...], ...] = ()
    remarks: tuple[tuple[Remark, ...], ...] = ()
    failures: Mapping[int, Account] = field(default_factory=dict)

    @property
    def is_lost(self) -> bool:
        """Tell whether a process was lost over the task; an article may be the cause, or none."""
        return any(one.status in get_args(Loss) for one in self.failures.values())


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
    """Yield the id prefix of each article: the same in every issue, and no two alike."""
    seen: Counter[str] = Counter()
    for reading in readings:
        identity = reading.article.identity.encode(errors="replace")
        prefix = f"a{sha256(identity).hexdigest()[:10]}"
        seen[prefix] += 1
        yield prefix if seen[prefix] == 1 else f"{prefix}x{seen[prefix]}"
