"""Small issues for the rooms of the digest, and works to print them in.

ship("a", section="Sea")      a record; its id is the name
reading("a", folder=…)        the same, read
opened(folder, jobs=2)        printing works with a cache of their own
deaf, dying, hanging          what fetches pictures, and does harm in some ways
broken(shelf, "run")          every entry of a kind damaged as no checksum tells
"""

import os
import time
from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from printkit.article import Article
from printkit.edition import Edition
from printkit.edition.ticket import JobTicket
from printkit.files.cache import CacheFolder
from printkit.issue.plan import Plan
from printkit.issue.sections import Section
from printkit.markup import article
from printkit.pages import Bookmark, Pages, Position
from printkit.prepare import prepare
from printkit.press.fingerprint import fingerprint
from printkit.printing.jobs import ArticleTask, PressJob, plan_tasks
from printkit.printing.printer import Printer
from printkit.printing.workers import PATIENCE, Workers
from printkit.readers import Reading
from printkit.themes import find_theme
from tests.support.sample_records import PLAIN

SITE = "https://news.example.org"
ALL_OWN_PAGES = ("cover", "contents", "sources", "picture-credits", "colophon")
# With this style, which nobody would write, WeasyPrint fails on every <pre>.
UNPRINTABLE_PRE = (
    "pre { display: grid; grid-template-columns: repeat(2, 1fr) }"
    "pre code { display: table-cell; position: running(x) }"
)
PRE = "<p>A listing.</p><pre><code>salt 3\noranges 2</code></pre>"


def make_record(name: str, **fields: Any) -> dict[str, Any]:
    """A short record of its own headline and id."""
    return {**PLAIN, "headline": f"Ship {name} comes in", "id": name, **fields}


def make_linking_record(name: str, *others: str, **fields: Any) -> dict[str, Any]:
    """A record with an address, that links to the addresses of others."""
    links = "".join(f'<p>See <a href="{SITE}/{one}">the other</a>.</p>' for one in others)
    return make_record(name, url=f"{SITE}/{name}", body=f"<p>It came in.</p>{links}", **fields)


def make_reading(name: str, folder: Path | None = None, **fields: Any) -> Reading:
    """A record that was read; the record's name is the article's."""
    return Reading(name, Article.model_validate(make_record(name, **fields)), folder, ())


def plan_section(
    *readings: Reading, ticket: JobTicket | None = None, name: str = "", **plan: Any
) -> list[ArticleTask]:
    """The tasks of one section."""
    return plan_tasks([Section(name, readings)], Plan(**plan), ticket or JobTicket())


def make_press_job(name: str = "a", theme: str = "broadsheet", **fields: object) -> PressJob:
    """The job that prints one short article."""
    prepared = prepare(make_reading(name, **fields), JobTicket())
    page = article.article_page(prepared, Edition())
    return PressJob(page, theme, prepared.gathered.pictures, name=name)


@contextmanager
def open_printer(
    folder: Path,
    jobs: int = 1,
    executor: Executor | None = None,
    *,
    theme: str = "broadsheet",
    patience: float = PATIENCE,
) -> Iterator[Printer]:
    """A printer whose cache is this folder."""
    with Workers(jobs, executor, patience=patience, preload="printkit.printing.preloaded") as room:
        yield Printer(room, CacheFolder(folder), fingerprint(find_theme(theme)))


def make_pages(count: int, *anchors: str, marks: tuple[Bookmark, ...] = ()) -> Pages:
    """Pages that nobody has printed: so many, with the ids on the last, their text 780 pt high."""
    return Pages(
        b"",
        count,
        anchors={name: Position(count - 1, 1, 2) for name in anchors},
        tops=(780,) * count,
        bookmarks=marks,
    )


def replace_entries(shelf: CacheFolder, kind: str) -> int:
    """Put something else under the key of every entry of a kind; how many there were."""
    entries = list(shelf.folder.glob(f"{kind}-*"))
    for entry in entries:
        shelf.put(*entry.name.split("-"), b'\0\0\0\x0d{"size": "12"}' if kind != "asked" else b"{}")
    return len(entries)


def damage_entries(shelf: CacheFolder, kind: str) -> int:
    """Change the last byte of every entry of a kind; how many there were."""
    entries = list(shelf.folder.glob(f"{kind}-*"))
    for entry in entries:
        data = entry.read_bytes()
        entry.unlink()
        entry.write_bytes(data[:-1] + bytes([data[-1] ^ 1]))
    return len(entries)


def remove_entries(shelf: CacheFolder, kind: str) -> int:
    """Remove every entry of a kind; how many there were."""
    entries = list(shelf.folder.glob(f"{kind}-*"))
    for entry in entries:
        entry.unlink()
    return len(entries)


def fetch_nothing(url: str) -> bytes | None:
    """Fetches nothing."""
    return None


def fetch_or_crash(url: str) -> bytes | None:
    """Takes the process down over one address; and fetches nothing."""
    if "dying" in url:
        os._exit(7)
    return None


def fetch_or_hang(url: str) -> bytes | None:
    """Never comes back from one address; and fetches nothing."""
    if "hanging" in url:
        time.sleep(600)
    return None
