"""The programs that print the digest: the single document, printkit, Chromium, Typst."""

import shutil
import sys
from collections.abc import Callable, Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from printkit import readers
from printkit.issue.plan import Plan
from tests.benchmarks import corpus, stopwatch, typst_page
from tests.support import single_document

SINGLE = "WeasyPrint, single document"
TITLE = "The Coast Weekly"
_BIN = Path(sys.executable).parent
_TYPST = """
import sys, typst
page, pdf, folder = sys.argv[1:]
typst.compile(
    page, output=pdf, root=folder, font_paths=[folder], ignore_system_fonts=True,
    pdf_standards=["a-3a", "ua-1"],
)
"""


def _nothing(number: int) -> None:
    """Prepare nothing."""


class Contender(NamedTuple):
    """A program that prints the digest.

    Attributes:
        name: the name of the program in the table.
        command: the command that is timed.
        pdf: the file that the command writes.
        environment: more variables for the command.
        prepare: the function that is called before each run with the round's number; not timed.
    """

    name: str
    command: list[str]
    pdf: Path
    environment: Mapping[str, str]
    prepare: Callable[[int], None] = _nothing


class Workplace(NamedTuple):
    """The folder and the files of one benchmark of digests.

    Attributes:
        folder: the folder for printed files.
        records: the records of the articles.
        page: the single document; pictures, styles, faces and records lie beside the page.
        typst: the same document for Typst, in the same folder.
        warm: a cache that has the faces, but no printed page.
    """

    folder: Path
    records: list[Path]
    page: Path
    typst: Path
    warm: Path

    @classmethod
    def made(cls, folder: Path, photographs: Path, articles: int) -> "Workplace":
        """Make the corpus, and lay the corpus out for the other programs; no step is timed.

        Args:
            folder: an empty folder.
            photographs: the folder that keeps the corpus from one run to the next.
            articles: the number of articles.
        """
        records = corpus.make(photographs, articles)
        readings = [reading for path in records for reading in readers.read_file(path)]
        laid_out = folder / "single"
        single = single_document.lay_out(readings, laid_out, plan=Plan(title=TITLE))
        typst = typst_page.write(single.readings, laid_out, TITLE)
        warm = folder / "warm"
        alone = [str(_BIN / "printkit"), "export", str(records[0]), "-o", str(folder / "one.pdf")]
        stopwatch.seconds(alone, {"XDG_CACHE_HOME": str(warm)})
        assert list(warm.rglob("face-*")), "the cache is elsewhere, and would never be cold"
        return cls(folder, records, single.page, typst, warm)


def contenders(place: Workplace) -> Iterator[Contender]:
    """Yield all programs that can print here, in the order in which they must run."""
    single = place.folder / "single.pdf"
    environment = {"XDG_CACHE_HOME": str(place.warm)}
    yield Contender(
        SINGLE, single_document.make_print_command(place.page, single), single, environment
    )
    yield from _ours(place)
    if browser := _browser():
        pdf = place.folder / "chromium.pdf"
        yield Contender("Chromium", _chromium(browser, place.page, pdf), pdf, environment)
    if find_spec("typst"):
        pdf = place.folder / "typst.pdf"
        paths = map(str, (place.typst, pdf, place.typst.parent))
        yield Contender("Typst", [sys.executable, "-c", _TYPST, *paths], pdf, environment)


def skipped() -> Iterator[str]:
    """Yield the programs that cannot print here, and why."""
    if not _browser():
        yield "Chromium, which is not installed: `apt-get install chromium`"
    if not find_spec("typst"):
        yield "Typst, which is not installed: `pip install typst`"


def _ours(place: Workplace) -> Iterator[Contender]:
    """Yield printkit with a cold cache, one article changed, none changed, and one longer."""
    kept, pdf = place.folder / "cache", place.folder / "printkit.pdf"
    changing = place.records[len(place.records) // 2]
    pristine = changing.read_bytes()

    def forget(_: int) -> None:
        shutil.rmtree(kept, ignore_errors=True)
        shutil.copytree(place.warm, kept)
        changing.write_bytes(pristine)

    def change(number: int) -> None:
        changing.write_bytes(pristine)
        corpus.change(changing, f"round {number}")

    def lengthen(number: int) -> None:
        changing.write_bytes(pristine)
        corpus.lengthen(changing, f"round {number}")

    command = [str(_BIN / "printkit"), "digest", *map(str, place.records), "-o", str(pdf)]
    command += ["--title", TITLE]
    environment = {"XDG_CACHE_HOME": str(kept)}
    for name, prepare in (
        ("printkit, all anew", forget),
        ("printkit, one article changed", change),
        ("printkit, nothing changed", _nothing),
        ("printkit, one a page longer", lengthen),
    ):
        yield Contender(name, command, pdf, environment, prepare)


def _browser() -> str | None:
    return shutil.which("chromium") or shutil.which("chromium-browser")


def _chromium(browser: str, page: Path, pdf: Path) -> list[str]:
    quiet = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking")
    output = (f"--print-to-pdf={pdf}", "--no-pdf-header-footer")
    return [browser, *quiet, *output, page.as_uri()]
