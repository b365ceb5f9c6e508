"""Pages that an executor prints for a digest: their fonts and pages come into the cache here."""

import pickle
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from printkit.files.cache import CacheFolder
from printkit.printing.brought_pages import Brought
from tests.support.press_runs import make_press_job, make_reading, open_printer, plan_section


def test_pages_and_fonts_are_kept_here(tmp_path: Path) -> None:
    """A second print takes the pages from the cache; the fonts of all pages can be bound."""
    tasks = plan_section(make_reading("a"))
    with ThreadPoolExecutor(1) as executor, open_printer(tmp_path, executor=executor) as own:
        (run,) = own.print_articles(tasks)
        (pages,) = own.print_jobs([make_press_job("b")])
        assert run.pages
        fonts = {face.program for one in (run.pages, pages) for face in one.faces}
        assert fonts
        assert all(own.font(name) for name in fonts)
        assert all(own.keys(tasks))


def test_pages_of_a_look_of_ones_own_are_not_kept(tmp_path: Path) -> None:
    """The keys of such pages are those of paths that are gone; fonts have keys of their own."""
    cache = CacheFolder(tmp_path)
    brought = Brought(1, (("font", "a" * 64, b"f"), ("run", "b" * 64, b"r")))
    pickle.loads(pickle.dumps(brought)).keep(cache, only_fonts=True)  # noqa: S301
    assert [kind for kind, _, _ in cache.entries()] == ["font"]
    brought.keep(cache, only_fonts=False)
    assert sorted(kind for kind, _, _ in cache.entries()) == ["font", "run"]
