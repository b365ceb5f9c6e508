"""A theme or templates that fail on the digest's own pages alone are named."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from printkit import digest
from printkit.edition import Edition
from printkit.edition.limits import Limits
from printkit.errors import PrintkitError, StyleError, ThemeError
from printkit.issue.plan import Plan
from printkit.makeup.articles import print_issue
from printkit.makeup.cover_picture import Cover
from printkit.makeup.look_trial import blame_look, fails_on_own_pages
from printkit.makeup.own_pages import OwnPages
from printkit.press.theme_trial import Suspicion
from printkit.printing.printer import Printer
from printkit.workers.losses import time_error
from tests.support.own_templates import write_templates
from tests.support.own_themes import write_theme
from tests.support.press_runs import make_reading, open_printer, plan_section
from tests.support.sample_records import PLAIN

HARMLESS = "p { color: red }"
LIMITS = Limits(processor_time=4)
LOST = time_error(60).at("contents")


@contextmanager
def own_pages(folder: Path, edition: Edition) -> Iterator[tuple[OwnPages, Printer]]:
    """Give the own pages of a digest of one article, which is printed in printkit's own look."""
    with open_printer(folder) as opened:
        printer = replace(opened, suspicion=Suspicion(edition, opened.workers))
        planned = plan_section(make_reading("a"))
        articles = print_issue(planned, printer.keys(planned), (), Edition(), printer)
        plan = Plan(title="The Week")
        yield OwnPages(plan, None, edition, articles, Cover(), printer.workers), printer


def blamed(folder: Path, edition: Edition, error: PrintkitError = LOST) -> PrintkitError:
    """Return the error that a digest ends with, whose own pages failed with an error."""
    with own_pages(folder, edition) as (own, printer):
        return blame_look(own, error, printer)


def test_the_theme_is_named_with_what_happened(tmp_path: Path) -> None:
    """The pages can be printed with the theme of printkit's own."""
    theme = write_theme(tmp_path, HARMLESS)
    error = blamed(tmp_path, Edition(theme=theme, language="en"))
    assert isinstance(error, ThemeError)
    assert error.where == f"the theme {theme}"
    assert "contents: took more than 60 seconds" in error.problems[0]


def test_of_theme_and_templates_the_one_that_fails_alone_is_named(tmp_path: Path) -> None:
    """The theme is tried without the templates, and the templates without the theme."""
    harmless = write_theme(tmp_path, HARMLESS)
    templates = write_templates(tmp_path, contents="{{ titel }}")
    error = blamed(tmp_path, Edition(theme=harmless, templates=templates, language="en"))
    assert error.where == f"the templates {templates}"
    (other := tmp_path / "other").mkdir()
    broken = write_theme(other, ".entry { line-clamp: 0 }")
    with own_pages(tmp_path, Edition(theme=broken, language="en")) as (own, printer):
        assert fails_on_own_pages(own, printer)
    sound = write_templates(other, cover='{% extends "base/cover.html" %}')
    error = blamed(tmp_path, Edition(theme=broken, templates=sound, language="en"))
    assert error.where == f"the theme {broken}"


@pytest.mark.parametrize(
    ("edition", "error"),
    [
        (Edition(language="en"), LOST),
        (Edition(theme="ours.css", language="en"), StyleError("line 1")),
        (Edition(theme="ours.css", language="en"), ThemeError("line 1")),
    ],
)
def test_other_errors_stay_as_they_are(
    tmp_path: Path, edition: Edition, error: PrintkitError
) -> None:
    """Printkit's own theme is not to blame, and two kinds of errors name the theme already."""
    assert blamed(tmp_path, edition, error) is error


def test_words_that_fail_in_any_look_are_no_fault_of_the_theme(tmp_path: Path) -> None:
    """Nothing in the note can be printed."""
    theme = write_theme(tmp_path, HARMLESS)
    with own_pages(tmp_path, Edition(theme=theme, language="en")) as (own, printer):
        noted = replace(own, plan=replace(own.plan, note="<script>alert(1)</script>"))
        assert blame_look(noted, LOST, printer) is LOST


@pytest.mark.slow
def test_a_digest_whose_contents_never_end_names_the_theme(tmp_path: Path) -> None:
    """The articles are printed, so no article is to blame."""
    css = ".contents, .contents :not(b) { display: flex; flex-wrap: wrap }"
    records = [PLAIN | {"headline": f"Ship {n}"} for n in range(3)]
    with pytest.raises(ThemeError, match="own pages can be printed only without the theme"):
        digest(records, theme=write_theme(tmp_path, css), limits=LIMITS, cache=False)
