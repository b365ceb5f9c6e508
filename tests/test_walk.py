"""The walk of a record: the number of calls that lead from a public function to the press."""

import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

import printkit
from tests.support.press_runs import make_record

PACKAGE = str(Path(printkit.__file__).parent)
PRESS = str(Path("press", "engine.py"))


def depths(call: Callable[[], object], door: str) -> list[int]:
    """Return the number of printkit's frames from the door to the press, for each press run."""
    found: list[int] = []

    def look(frame: FrameType, event: str, _: Any) -> None:
        code = frame.f_code
        if event != "call" or code.co_name not in ("print_pages", "print_for_binding"):
            return
        if not code.co_filename.endswith(PRESS) or "self" in code.co_varnames[:1]:
            return
        depth, at = 0, frame
        while at.f_back:
            depth += at.f_code.co_filename.startswith(PACKAGE)
            if at.f_code.co_name == door and at.f_code.co_filename.startswith(PACKAGE):
                break
            at = at.f_back
        found.append(depth)

    sys.setprofile(look)
    try:
        call()
    finally:
        sys.setprofile(None)
    return found


def test_an_article_is_three_calls_from_the_press() -> None:
    """In a worker: a source, then an article is taken down the line, then the press."""
    assert depths(lambda: printkit.export(make_record("a"), trusted=True), "print_source") == [3]


def test_the_door_of_the_workers_is_five_calls_more() -> None:
    """The five are `export`, `print_record`, and three calls that keep errors and limits."""
    assert depths(lambda: printkit.export(make_record("a"), trusted=True), "export") == [8]


def test_an_article_of_a_digest_is_fourteen_calls_from_the_press() -> None:
    """Five of the calls are the door of the workers, and one gives a damaged cache a second try."""
    found = depths(
        lambda: printkit.digest(
            [make_record("a"), make_record("b")], jobs=1, cache=False, trusted=True
        ),
        "digest",
    )
    assert len(found) > 4
    assert max(found) <= 14
