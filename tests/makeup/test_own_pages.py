"""The own pages of a digest: which there are, and what they are called in the book."""

from pathlib import Path
from typing import Any

from printkit.edition import Edition
from printkit.issue.plan import Plan
from printkit.makeup.articles import print_issue
from printkit.makeup.cover_picture import Cover
from printkit.makeup.own_pages import OwnPages
from printkit.printing.printer import Printer
from tests.support.press_runs import opened, reading, tasks


def own_pages(printer: Printer, **plan: Any) -> OwnPages:
    edition, planned = Edition(language="en"), tasks(reading("a"))
    articles = print_issue(planned, printer.keys(planned), (), edition, printer)
    return OwnPages(Plan(title="The Week", **plan), None, edition, articles, Cover())


def test_own_pages_stand_around_the_articles(tmp_path: Path) -> None:
    """The back matter shares its pages; a note is there where somebody wrote one."""
    with opened(tmp_path) as printer:
        own = own_pages(printer, note="Forty years.")
        assert [one.names for one in own.cover_pages()] == [("cover",)]
        assert [one.names for one in own.front_matter([], [])] == [("note",), ("contents",)]
        (back,) = own.back_matter(printer)
        assert back.names == ("sources", "colophon")
        part = own.part(back, *printer.print_jobs([back.job]), "arabic")
    assert part.title == "Sources, Colophon"
    assert [target.anchor for target in part.targets] == ["sources", "colophon"]
    assert "Source Serif" in back.job.markup.html


def test_what_the_plan_leaves_away_is_no_job(tmp_path: Path) -> None:
    """Nothing is printed in vain."""
    everything = ["cover", "note", "contents", "sources", "picture-credits", "colophon"]
    with opened(tmp_path) as printer:
        own = own_pages(printer, note="Forty years.", without=everything)
        assert [*own.cover_pages(), *own.front_matter([], []), *own.back_matter(printer)] == []
