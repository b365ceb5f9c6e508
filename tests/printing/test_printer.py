"""The printer: kept pages come from the cache, other pages are printed, in order."""

from collections.abc import Callable
from concurrent.futures import Executor
from pathlib import Path
from typing import Any

import pytest

from printkit.edition import Edition
from printkit.errors import PressError
from printkit.files import cache
from printkit.files.cache import CacheFolder
from printkit.press.fingerprint import fingerprint
from printkit.printing import printer
from printkit.printing.jobs import PrintedRun
from printkit.printing.kept import FONT, LostFontError
from printkit.themes import find_theme
from printkit.workers.tasks import Workers
from tests.support.own_themes import write_theme
from tests.support.press_runs import (
    PRE,
    UNPRINTABLE_PRE,
    damage_entries,
    make_press_job,
    make_reading,
    open_printer,
    plan_section,
    remove_entries,
)

THREE = plan_section(
    make_reading("a"), make_reading("b", body="<p>Longer words.</p>" * 9), make_reading("c")
)
Printed = tuple[Path, list[PrintedRun]]


class Striking(Executor):
    """An executor that fails as soon as work comes in."""

    def submit(self, *_: Any, **__: Any) -> Any:
        """Fail: no work must come here."""
        raise AssertionError("it was given work")


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Printed:
    """Return a cache, and the articles that were printed into the cache."""
    folder = tmp_path_factory.mktemp("works")
    with open_printer(folder) as own:
        return folder, own.print_articles(THREE)


def test_what_became_of_each_comes_in_the_order_of_the_tasks(printed: Printed) -> None:
    """The longest article is printed first all the same."""
    anchors = [one.entries[0].anchor for one in printed[1]]
    assert anchors == [task.prefixes[0] for task in THREE]


def test_what_is_kept_is_not_printed_again(printed: Printed) -> None:
    """The printer looks in the cache before a worker gets work."""
    folder, outcomes = printed
    with open_printer(folder, executor=Striking()) as own:
        keys = own.keys(THREE)
        assert all(keys)
        assert own.print_articles(THREE, keys) == own.print_articles(THREE) == outcomes
        with pytest.raises(PressError, match="given work"):
            own.print_articles(plan_section(make_reading("new")))


def test_only_what_is_new_is_printed(printed: Printed) -> None:
    """The new article stands in its place among the kept articles."""
    folder, outcomes = printed
    (new,) = plan_section(make_reading("new"))
    with open_printer(folder) as own:
        first, made, last = own.print_articles([THREE[0], new, THREE[2]])
    assert (first, last) == (outcomes[0], outcomes[2])
    assert made.pages
    assert made.entries[0].anchor == new.prefixes[0]


def test_equal_jobs_are_printed_once(tmp_path: Path) -> None:
    """A job that is asked for again comes from memory, though the cache is gone."""
    with open_printer(tmp_path) as own:
        first, other, again = own.print_jobs(
            [make_press_job("a"), make_press_job("b"), make_press_job("a")]
        )
        assert first is again
        assert first != other
        remove_entries(own.cache, "pages")
        assert own.print_jobs([make_press_job("a")])[0] is first
    with (
        open_printer(tmp_path, executor=Striking()) as own,
        pytest.raises(PressError, match="given work"),
    ):
        own.print_jobs([make_press_job("a")])


def test_a_job_that_cannot_be_printed_is_an_error(tmp_path: Path) -> None:
    """A digest without its own pages is no digest."""
    theme = write_theme(tmp_path, UNPRINTABLE_PRE)
    with open_printer(tmp_path / "cache", theme=theme) as own, pytest.raises(PressError) as caught:
        own.print_jobs([make_press_job("a", theme), make_press_job("listing", theme, body=PRE)])
    assert caught.value.where == "listing: ours.css:2"


@pytest.mark.parametrize("harm", [remove_entries, damage_entries])
@pytest.mark.usefixtures("printed")
def test_a_lost_font_is_told_and_what_is_set_in_it_printed_again(
    tmp_path: Path, harm: Callable[[CacheFolder, str], int]
) -> None:
    """A printer that is opened later prints the pages again."""
    with open_printer(tmp_path) as own:
        (outcome, *_) = own.print_articles(THREE[:1])
        assert outcome.pages
        faces = [face.program for face in outcome.pages.faces]
        assert all(own.font(face) for face in faces)
        own.print_jobs([make_press_job("a")])
        assert harm(own.cache, FONT)
        with pytest.raises(LostFontError, match="could not be kept") as caught:
            own.font(faces[0])
        assert caught.value.where == str(tmp_path)
    with open_printer(tmp_path) as again:
        assert again.print_articles(THREE[:1]) == [outcome]
        again.print_jobs([make_press_job("a")])
        assert all(again.font(face) for face in faces)


def test_a_printer_is_opened_with_the_users_cache_or_one_for_the_day(cold_cache: Path) -> None:
    """The temporary cache leaves nothing behind."""
    mark = fingerprint(find_theme("broadsheet"))
    with printer.opened(Workers(), Edition(), keep=True) as own:
        assert (own.cache.folder, own.fingerprint) == (cold_cache, mark)
    with printer.opened(Workers(), Edition(), keep=False) as own:
        assert own.cache.folder != cold_cache
        own.cache.put(FONT, cache.key("x"), b"x")
        assert own.font(cache.key("x")) == b"x"
    assert not own.cache.folder.exists()
