"""The plan of an issue: the choice and order of its articles, and the parts around them."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import get_type_hints

from printkit.errors import EditionError
from printkit.issue.plan_choices import PlanChoices
from printkit.issue.plan_values import OwnPart, Start


@dataclass(frozen=True)
class Plan:
    """Every choice for one issue.

    A plan may be made of any values that PlanChoices allows. Lists become tuples, and days that
    are written as text become dates.

    Attributes:
        title: the publication's name, and the file's title.
        masthead: the publication's name on the cover, if it differs from the title.
        number: the issue's number.
        note, note_by: the editor's note, Markdown, and who signs the note.
        cover_picture: the path of a picture; empty for the first article's lead picture.
        cover_caption, cover_credit: the caption and the credit of that picture.
        sections: the sections in their order; articles of other sections come last, under the
            head `More`.
        week: an ISO week, `2019-W37`, or `last` for the last complete week.
        since, until: the first and the last day of the period; the period includes both.
        timezone: the time zone of the period's days, and of the dates on the pages; an IANA name.
        undated: let articles without a date into a period.
        only_sections, only_tags: take only articles that have one of these sections, or tags.
        only_sources: take only articles of these sources: their names, or their hosts such as
            `example.org`.
        limit, max_per_source: how many articles at most, of the whole issue and of each source;
            the newest are kept.
        start: each article starts on a new `page`, or articles of a section `flow` on.
        without: parts to leave out.
        colophon: text to add to the colophon, Markdown.
        date: the day of the issue itself.
        append, prepend: the paths of PDFs to bind in after the articles, or after the cover.

    Raises:
        EditionError: a choice has a wrong value, or two choices contradict each other; the error
            names every wrong choice.
    """

    title: str = ""
    masthead: str = ""
    number: str = ""
    note: str = ""
    note_by: str = ""
    cover_picture: str = ""
    cover_caption: str = ""
    cover_credit: str = ""
    sections: tuple[str, ...] = ()
    week: str = ""
    since: datetime.date | None = None
    until: datetime.date | None = None
    timezone: str = "UTC"
    undated: bool = False
    only_sections: tuple[str, ...] = ()
    only_tags: tuple[str, ...] = ()
    only_sources: tuple[str, ...] = ()
    limit: int | None = None
    max_per_source: int | None = None
    start: Start = "page"
    without: tuple[OwnPart, ...] = ()
    colophon: str = ""
    date: datetime.date | None = None
    append: tuple[str, ...] = ()
    prepend: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        problems: list[str] = []
        for name, read in _readers().items():
            try:
                object.__setattr__(self, name, read(name, getattr(self, name)))
            except EditionError as error:
                problems += error.problems
        problems += self._contradictions()
        if problems:
            raise EditionError(*problems)

    def _contradictions(self) -> list[str]:
        problems = []
        if self.week and (self.since or self.until):
            problems.append("week is given, and from or to as well; leave one of them out")
        # A refused value stays as the caller gave it, perhaps as a text: compare only dates.
        ends = [day for day in (self.since, self.until) if type(day) is datetime.date]
        if ends != sorted(ends):
            problems.append(f"from is {self.since}, and to is {self.until}, which is earlier")
        return problems


@cache
def _readers() -> dict[str, Callable[[str, object], object]]:
    """Return the reader of each choice, which PlanChoices names in the type of the choice."""
    kinds = get_type_hints(PlanChoices, include_extras=True)
    return {name: kind.__metadata__[0] for name, kind in kinds.items()}
