"""While the press works, only fonts, styles and templates are opened, and no socket.

Python's audit hooks see every file, socket and process that Python code asks for. The hooks see
no file that C code opens: fontconfig reads its own files and the system's fonts, Pango and HarfBuzz
read the fonts that WeasyPrint gives them. The three libraries know neither URLs nor the record.
"""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from tests.support.paths import CHECKOUT
from tests.support.sample_records import PICTURE, PLAIN, RICH

# Prints a JSON line for each record of standard input: its status, and the opened files.
WATCH = """
import json, os, re, sys, tempfile
from importlib.resources import files
import platformdirs
import printkit
from printkit.press.fonts import FAMILIES
from printkit.themes import STYLES, TEMPLATES

fonts = [str(files(package.module)) for package in FAMILIES.values()]
cache = str(platformdirs.user_cache_path("printkit"))
# The packages' own folders and Python's: modules that are imported when they are needed.
code = [os.path.dirname(printkit.__file__), *(path for path in sys.path if path), sys.base_prefix]
allowed = [os.path.realpath(path) for path in (*fonts, cache, str(STYLES), str(TEMPLATES))]
modules = [os.path.realpath(path) for path in code if os.path.realpath(path) != os.getcwd()]
scratch = re.compile(re.escape(os.path.realpath(tempfile.gettempdir())) + "/weasyprint-[^/]+(/|$)")
DOORS = ("socket.", "subprocess.", "os.exec", "os.posix_spawn", "os.system", "os.fork", "ftplib.",
         "http.", "urllib.", "smtplib.", "os.startfile", "webbrowser.", "shutil.", "os.remove",
         "os.rename", "os.link", "os.symlink", "os.truncate", "os.chmod", "os.chown")
touched = []

def is_within(path, folders):
    return any(os.path.commonpath([path, folder]) == folder for folder in folders)

def watch(event, arguments):
    if event == "open":
        name, mode, flags = arguments
        if isinstance(name, int):
            return
        path = os.path.realpath(os.fsdecode(name))
        writes = bool(flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT))
        if is_within(path, allowed) or (not writes and is_within(path, modules)):
            return
        # What to install for a script that no font has depends on the system.
        if not scratch.match(path) and not path.endswith("/os-release"):
            touched.append(f"open {path}")
    elif event.startswith(DOORS) and not is_housekeeping(event, arguments):
        touched.append(f"{event} {arguments}"[:200])

def is_housekeeping(event, arguments):
    # A face that was cut is put into the cache; WeasyPrint empties its folder of fonts.
    if event == "os.rename":
        return is_within(os.path.realpath(arguments[1]), [cache])
    inside_a_folder_being_emptied = event == "os.remove" and arguments[1] != -1
    return inside_a_folder_being_emptied or scratch.match(str(arguments[0]))

printkit.export({"headline": "First", "body": "All that is imported once."}, trusted=True)
sys.addaudithook(watch)
for line in sys.stdin:
    order = json.loads(line)
    touched.clear()
    try:
        made = printkit.export(
            order["record"], name=order["name"], trusted=True, **order["choices"]
        )
        status = f"printed on {made.page_count} pages"
    except printkit.PrintkitError as error:
        status = f"{type(error).__name__}: {error}"
    if order["name"] == "a thief":
        open("/etc/hostname").close()
        __import__("socket").socket().close()
    print(json.dumps({"name": order["name"], "status": status, "touched": touched}), flush=True)
"""
LIMITS = "import resource; resource.setrlimit(resource.RLIMIT_AS, (4_000_000_000, 4_000_000_000));"


class Seen(NamedTuple):
    """The end of a record, and the files and sockets that were opened on the way."""

    name: str
    status: str
    touched: list[str]


Order = tuple[str, Any, dict[str, str]]  # the name of a record, the record, its choices


def watched(orders: list[Order], seconds: int = 280) -> list[Seen]:
    """Print records in a process that is watched, and is killed after so many seconds."""
    lines = [
        json.dumps({"name": name, "record": record, "choices": choices})
        for name, record, choices in orders
    ]
    ran = subprocess.run(
        [sys.executable, "-c", (LIMITS if os.name == "posix" else "") + WATCH],
        input="\n".join(lines).encode(),
        capture_output=True,
        cwd=CHECKOUT / "tests",
        timeout=seconds,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr.decode()[-2_000:]
    return [Seen(**json.loads(line)) for line in ran.stdout.splitlines()]


def body(markup: str) -> dict[str, Any]:
    """Return a record with this markup in its body."""
    return {**PLAIN, "body": f"<p>Ships came in.</p>{markup}"}


OWN = {
    "a rich article": RICH,
    "files": body(
        "<img src=/etc/hostname alt=a><img src=file:///etc/hostname alt=b>"
        "<object data=/etc/hostname></object><embed src=file:///etc/hostname>"
        "<iframe src=file:///etc/hostname></iframe><link rel=attachment href=/etc/hostname>"
    ),
    "addresses": body(
        "<img src=http://127.0.0.1:9/a.png alt=a><video poster=//127.0.0.1:9/></video>"
        "<link rel=stylesheet href=http://127.0.0.1:9/a.css>"
        "<a href=http://127.0.0.1:9/ ping=/>x</a>"
    ),
    "styles": body(
        "<style>@import url(file:///etc/hostname); @font-face { font-family: X; "
        "src: url(http://127.0.0.1:9/x) } p { background: url(/etc/hostname) }</style>"
        "<p style='background: url(file:///etc/hostname); content: url(http://127.0.0.1:9/)'>x</p>"
    ),
    "drawings": body(
        "<svg><image href=file:///etc/hostname /><use href=/etc/hostname#a /></svg>"
        '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><p>&x;</p>'
    ),
    "a picture that is a program": {
        **PLAIN,
        "images": [
            {"src": "data:image/svg+xml,<svg xmlns:x='http://www.w3.org/1999/xlink'/>", "alt": "a"},
            {"src": "data:image/png;base64,JSFQUy1BZG9iZQovZXRjL2hvc3RuYW1l", "alt": "postscript"},
            {"src": "file:///etc/hostname", "alt": "a"},
            {"src": "\\\\127.0.0.1\\share\\a.png", "alt": "a"},
            {"src": PICTURE, "alt": "a"},
        ],
    },
    "templates": {**PLAIN, "headline": "{% include '/etc/hostname' %}", "kicker": "{{ open }}"},
    "addresses of sources": {
        **PLAIN,
        "url": "http://127.0.0.1:9/",
        "source": {"name": "S", "url": "http://127.0.0.1:9/", "logo": "http://127.0.0.1:9/l.png"},
        "license": "http://127.0.0.1:9/",
    },
}


@pytest.fixture(scope="module")
def all_seen() -> list[Seen]:
    """Return what was seen of all records, and last of a program that opens a file and a socket."""
    return watched([(name, record, {}) for name, record in [*OWN.items(), ("a thief", PLAIN)]])


def test_the_press_touches_nothing_of_a_hostile_record(all_seen: list[Seen]) -> None:
    """Each record is printed, and no file or socket of the record is opened."""
    seen = all_seen[:-1]
    assert [one.name for one in seen] == list(OWN)
    assert [one.touched for one in seen] == [[] for _ in OWN]
    assert [one.status for one in seen if not one.status.startswith("printed")] == []


@pytest.mark.slow
def test_a_theme_that_reads_elsewhere_is_refused_before_anything_is_opened(tmp_path: Path) -> None:
    """The theme's own file is the only file that is opened."""
    theme = tmp_path / "thief.css"
    theme.write_text('@import "printkit:base.css"; @import url(file:///etc/hostname);')
    (seen,) = watched([("a theme", PLAIN, {"theme": str(theme)})])
    assert seen.status.startswith("ThemeError: ")
    assert "thief.css: line 1: cannot use 'file:///etc/hostname'" in seen.status
    assert set(seen.touched) == {f"open {theme.resolve()}"}


def test_the_watch_sees_what_it_is_there_to_see(all_seen: list[Seen]) -> None:
    """The watch sees an opened file and a socket."""
    seen = all_seen[-1]
    assert f"open {Path('/etc/hostname').resolve()}" in seen.touched
    assert [event for event in seen.touched if event.startswith("socket.")]


@pytest.mark.slow
def test_the_press_touches_nothing_of_the_hostile_corpus(corpus: Path) -> None:
    """Every hostile page is a body here: printed or refused, in time, in 4 GB, and sealed."""
    hostile = sorted((corpus / "hostile").glob("*.html"))
    if not hostile:
        pytest.skip("the corpus ../shared/corpus has no hostile pages")
    orders: list[Order] = [
        (path.name, {**PLAIN, "body": path.read_bytes().decode(errors="surrogateescape")}, {})
        for path in hostile
    ]
    seen = watched(orders)
    assert [one.name for one in seen] == [path.name for path in hostile]
    assert {one.name: one.touched for one in seen if one.touched} == {}
