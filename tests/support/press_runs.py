"""Small records and readings for the digest's rooms, and a printer with a cache of its own.

make_record("a", section="Sea")       a record whose id is `a`
make_reading("a", folder=…)           the same record, read
open_printer(folder, jobs=2)          a printer whose cache is the folder
fetch_nothing, fetch_or_crash    fetch no pictures, or kill the process that asks
damage_entries(cache, "run")          spoil every cache entry of a kind
"""

import os
import signal
from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from printkit.article import Article
from printkit.edition import Edition
from printkit.edition.limits import Limits
from printkit.edition.ticket import JobTicket
from printkit.files.cache import CacheFolder
from printkit.issue.plan import Plan
from printkit.issue.plan_values import OwnPart
from printkit.issue.sections import Section
from printkit.markup import article
from printkit.pages import Bookmark, Pages, Position
from printkit.prepare import prepare
from printkit.press.fingerprint import fingerprint
from printkit.press.theme_trial import Suspicion
from printkit.printing.elsewhere import FarPress
from printkit.printing.jobs import ArticleTask, PressJob, plan_tasks
from printkit.printing.printer import Printer
from printkit.printing.readable import readable_files
from printkit.readers import Reading
from printkit.themes import find_theme
from printkit.workers.idle import PRELOADED
from printkit.workers.tasks import Workers
from tests.support.process_families import Family
from tests.support.sample_records import PLAIN

SITE = "https://news.example.org"
ALL_OWN_PAGES: tuple[OwnPart, ...] = ("cover", "contents", "sources", "picture-credits", "colophon")
# With this style, which no user would write, WeasyPrint fails on every <pre>.
UNPRINTABLE_PRE = (
    "pre { display: grid; grid-template-columns: repeat(2, 1fr) }"
    "pre code { display: table-cell; position: running(x) }"
)
PRE = "<p>A listing.</p><pre><code>salt 3\noranges 2</code></pre>"


def make_record(name: str, **fields: Any) -> dict[str, Any]:
    """Return a short record with a headline and an id of its own."""
    return {**PLAIN, "headline": f"Ship {name} comes in", "id": name, **fields}


def make_linking_record(name: str, *others: str, **fields: Any) -> dict[str, Any]:
    """Return a record that has an address, and links to the addresses of other records."""
    links = "".join(f'<p>See <a href="{SITE}/{one}">the other</a>.</p>' for one in others)
    return make_record(name, url=f"{SITE}/{name}", body=f"<p>It came in.</p>{links}", **fields)


def make_reading(name: str, folder: Path | None = None, **fields: Any) -> Reading:
    """Return a record that was read, with the name of its article."""
    return Reading(name, Article.model_validate(make_record(name, **fields)), folder, ())


def plan_section(
    *readings: Reading, ticket: JobTicket | None = None, name: str = "", **plan: Any
) -> list[ArticleTask]:
    """Return the press tasks of one section."""
    return plan_tasks([Section(name, readings)], Plan(**plan), ticket or JobTicket())


def make_press_job(name: str = "a", theme: str = "broadsheet", **fields: Any) -> PressJob:
    """Return the press job of one short article."""
    prepared = prepare(make_reading(name, **fields), JobTicket())
    return PressJob(article.article_page(prepared, Edition()), theme, name=name)


@contextmanager
def open_printer(
    folder: Path,
    jobs: int = 1,
    executor: Executor | None = None,
    *,
    theme: str = "broadsheet",
    patience: float = Limits.patience,
) -> Iterator[Printer]:
    """Open a printer whose cache is this folder."""
    workers = Workers(
        jobs,
        limits=Limits(patience=patience),
        preload=PRELOADED,
        readable=readable_files,
        trusted=jobs == 1,
    )
    with workers as room:
        room.let_write(folder)
        ticket = JobTicket(Edition(theme=theme))
        far = FarPress(executor, jobs, ticket, room) if executor else None
        mark = fingerprint(find_theme(theme))
        suspicion = Suspicion(ticket.edition, room)
        yield Printer(room, CacheFolder(folder), mark, suspicion, far)


def make_pages(count: int, *anchors: str, marks: tuple[Bookmark, ...] = ()) -> Pages:
    """Return pages without a print: a page count, and the ids of the last page."""
    return Pages(
        b"",
        count,
        anchors={name: Position(count - 1, 1, 2) for name in anchors},
        tops=(780,) * count,
        bookmarks=marks,
    )


def replace_entries(store: CacheFolder, kind: str) -> int:
    """Put other data with a right checksum under each key of a kind; return their number."""
    entries = list(store.folder.glob(f"{kind}-*"))
    for entry in entries:
        key = entry.name.removeprefix(f"{kind}-")
        store.put(kind, key, b'\0\0\0\x0d{"size": "12"}' if kind != "asked" else b"{}")
    return len(entries)


def damage_entries(store: CacheFolder, kind: str) -> int:
    """Change the last byte of every cache entry of a kind; return the number of entries."""
    entries = list(store.folder.glob(f"{kind}-*"))
    for entry in entries:
        data = entry.read_bytes()
        entry.unlink()
        entry.write_bytes(data[:-1] + bytes([data[-1] ^ 1]))
    return len(entries)


def remove_entries(store: CacheFolder, kind: str) -> int:
    """Remove every cache entry of a kind; return the number of entries."""
    entries = list(store.folder.glob(f"{kind}-*"))
    for entry in entries:
        entry.unlink()
    return len(entries)


def fetch_nothing(_: str) -> bytes | None:
    """Fetch nothing."""
    return None


def fetch_or_crash(url: str) -> bytes | None:
    """Fetch nothing; kill the workers of this process if the address contains "dying"."""
    if "dying" in url:
        for process in Family(os.getpid()).find_workers():
            os.kill(process, signal.SIGKILL)
    return None
