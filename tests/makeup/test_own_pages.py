"""The own pages of a digest: which pages there are, and their names in the book."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from printkit.edition import Edition
from printkit.edition.limits import Limits
from printkit.errors import EditionError
from printkit.issue.plan import Plan
from printkit.makeup.articles import print_issue
from printkit.makeup.cover_picture import Cover
from printkit.makeup.own_pages import OwnPages
from printkit.printing.printer import Printer
from printkit.workers.idle import PRELOADED
from printkit.workers.tasks import Workers
from tests.support.press_runs import make_reading, open_printer, plan_section


def own_pages(printer: Printer, **plan: Any) -> OwnPages:
    """Return the own pages of a digest of one article."""
    edition, planned = Edition(language="en"), plan_section(make_reading("a"))
    articles = print_issue(planned, printer.keys(planned), (), edition, printer)
    return OwnPages(
        Plan(title="The Week", **plan), None, edition, articles, Cover(), printer.workers
    )


def test_own_pages_stand_around_the_articles(tmp_path: Path) -> None:
    """The lists of the back matter share pages; a note is there if the editor wrote a note."""
    with open_printer(tmp_path) as printer:
        own = own_pages(printer, note="Forty years.")
        assert [one.names for one in own.designed_cover()] == [("cover",)]
        assert [one.names for one in own.front_matter([], [])] == [("note",), ("contents",)]
        (back,) = own.back_matter(printer)
        assert back.names == ("sources", "colophon")
        (pages,) = printer.print_jobs([back.job])
        part = own.part(back, pages, "arabic")
    assert part.title == "Sources, Colophon"
    assert list(part.targets) == ["sources", "colophon"]
    assert "Source Serif" in back.job.markup.html


def test_what_the_plan_leaves_away_is_no_job(tmp_path: Path) -> None:
    """The press does not print such a part."""
    everything = ["cover", "note", "contents", "sources", "picture-credits", "colophon"]
    with open_printer(tmp_path) as printer:
        own = own_pages(printer, note="Forty years.", without=everything)
        covers = [*own.designed_cover(), *own.fitted_cover(printer)]
        assert [*covers, *own.front_matter([], []), *own.back_matter(printer)] == []


def test_a_cover_that_fits_is_printed_as_it_is_designed(tmp_path: Path) -> None:
    """The printer knows its pages already: nothing is printed twice."""
    with open_printer(tmp_path) as printer:
        own = own_pages(printer)
        assert list(own.fitted_cover(printer)) == list(own.designed_cover())


def test_a_cover_that_does_not_fit_is_printed_again(tmp_path: Path) -> None:
    """The remark on the cover goes the way of all remarks on own pages."""
    with open_printer(tmp_path) as printer:
        edition, title = Edition(language="en", paper="90x140mm"), "Ship after ship comes in " * 9
        planned = plan_section(*(make_reading(name, headline=title + name) for name in "abcdefgh"))
        articles = print_issue(planned, printer.keys(planned), (), edition, printer)
        own = OwnPages(Plan(title=title), None, edition, articles, Cover(), printer.workers)
        (cover,) = own.fitted_cover(printer)
        (pages,) = printer.print_jobs([cover.job])
    assert pages.page_count == 1
    assert [remark.code for remark in cover.job.markup.remarks] == ["PK704"]


@pytest.mark.parametrize("name", ["note", "colophon"])
def test_a_text_of_the_plan_is_edited_in_a_process_that_can_be_killed(
    tmp_path: Path, name: str
) -> None:
    """The error names the text, and no article is searched for the fault."""
    with open_printer(tmp_path) as printer:
        own = own_pages(printer, **{name: "Forty *years*. " * 20_000})
        workers = Workers(limits=Limits(patience=0.01), preload=PRELOADED)
        hurried = replace(own, workers=workers)
        with pytest.raises(EditionError, match=r"took more than 0\.01 seconds") as caught:
            list(hurried.front_matter([], []) if name == "note" else hurried.back_matter(printer))
    assert caught.value.where == name
