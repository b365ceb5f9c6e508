"""The works: what is kept is not printed, the rest is, in order and wherever there is room."""

from collections.abc import Callable
from concurrent.futures import Executor
from pathlib import Path
from typing import Any

import pytest

from printkit.errors import PressError
from printkit.files import cache
from printkit.files.cache import CacheFolder
from printkit.press.fingerprint import fingerprint
from printkit.printing import works
from printkit.printing.leaves import FACE
from printkit.printing.run import Outcome
from printkit.printing.workers import Workers
from printkit.printing.works import LostFontError
from printkit.themes import find_theme
from tests.press.test_engine import own_theme
from tests.printing.test_leaves import leaf
from tests.support.press_runs import PRE, UNPRINTABLE_PRE, damaged, gone, opened, reading, tasks

THREE = tasks(reading("a"), reading("b", body="<p>Longer words.</p>" * 9), reading("c"))
Printed = tuple[Path, list[Outcome]]


class Striking(Executor):
    """Does no work."""

    def submit(self, *_: Any, **__: Any) -> Any:
        raise AssertionError("it was given work")


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Printed:
    """A cache, and what was printed there."""
    folder = tmp_path_factory.mktemp("works")
    with opened(folder) as own:
        return folder, own.print_runs(THREE)


def test_what_became_of_each_comes_in_the_order_of_the_tasks(printed: Printed) -> None:
    """Though the longest is printed first."""
    anchors = [one.run.stories[0].anchor for one in printed[1] if one.run]
    assert anchors == [task.prefixes[0] for task in THREE]


def test_what_is_kept_is_not_printed_again(printed: Printed) -> None:
    """Where it is kept is known beforehand."""
    folder, outcomes = printed
    with opened(folder, executor=Striking()) as own:
        keys = own.keys(THREE)
        assert all(keys)
        assert own.print_runs(THREE, keys) == own.print_runs(THREE) == outcomes
        with pytest.raises(AssertionError, match="given work"):
            own.print_runs(tasks(reading("new")))


def test_only_what_is_new_is_printed(printed: Printed) -> None:
    """Among the old, in its place."""
    folder, outcomes = printed
    (new,) = tasks(reading("new"))
    with opened(folder) as own:
        first, made, last = own.print_runs([THREE[0], new, THREE[2]])
    assert (first, last) == (outcomes[0], outcomes[2])
    assert made.run
    assert made.run.stories[0].anchor == new.prefixes[0]


def test_equal_leaves_are_printed_once(tmp_path: Path) -> None:
    """And taken up again from what is at hand, the cache being gone."""
    with opened(tmp_path) as own:
        first, other, again = own.print_leaves([leaf("a"), leaf("b"), leaf("a")])
        assert first is again
        assert first != other
        gone(own.shelf, "leaf")
        assert own.print_leaves([leaf("a")])[0] is first
    with opened(tmp_path, executor=Striking()) as own, pytest.raises(AssertionError):
        own.print_leaves([leaf("a")])


def test_a_leaf_that_cannot_be_printed_is_an_error(tmp_path: Path) -> None:
    """The digest's own pages are not to be left out."""
    theme = own_theme(tmp_path, UNPRINTABLE_PRE)
    with opened(tmp_path / "cache", theme=theme) as own, pytest.raises(PressError) as caught:
        own.print_leaves([leaf("a", theme), leaf("listing", theme, body=PRE)])
    assert caught.value.where == "listing"


@pytest.mark.parametrize("harm", [gone, damaged])
def test_a_lost_font_is_told_and_what_is_set_in_it_printed_again(
    printed: Printed, tmp_path: Path, harm: Callable[[CacheFolder, str], int]
) -> None:
    """By works that begin afresh; and the others go on with what they have."""
    with opened(tmp_path) as own:
        (outcome, *_) = own.print_runs(THREE[:1])
        assert outcome.run
        faces = [face.program for face in outcome.run.pages.faces]
        assert all(own.face(face) for face in faces)
        own.print_leaves([leaf("a")])
        assert harm(own.shelf, FACE)
        with pytest.raises(LostFontError, match="could not be kept") as caught:
            own.face(faces[0])
        assert caught.value.where == str(tmp_path)
        again = own.afresh()
        assert again.print_runs(THREE[:1]) == [outcome]
        again.print_leaves([leaf("a")])
        assert all(again.face(face) for face in faces)


def test_the_works_are_opened_with_the_users_cache_or_one_for_the_day(cold_cache: Path) -> None:
    """Of the latter nothing is left."""
    mark = fingerprint(find_theme("broadsheet"))
    with works.opened(Workers(), mark, keep=True) as own:
        assert (own.shelf.folder, own.fingerprint) == (cold_cache, mark)
    with works.opened(Workers(), mark, keep=False) as own:
        assert own.shelf.folder != cold_cache
        own.shelf.put(FACE, cache.key("x"), b"x")
        assert own.face(cache.key("x")) == b"x"
    assert not own.shelf.folder.exists()
