"""A caller's program for mypy to judge: calls of the four public functions, good and wrong.

CALLS                           the beginning of each call, by the function's name
find_refused_lines(folder)      the lines that mypy refuses, and the lines that mypy should
"""

import os
import subprocess
import sys
from pathlib import Path

CALLS = {
    "export": 'export({"headline": "A", "body": "b"}, "a.pdf"',
    "export_many": 'export_many([Path("a.json"), b"{}", {"headline": "A"}], "folder"',
    "digest": 'digest(Path("articles"), "week.pdf"',
    "check": 'check("a.json", "the record"',
}
WRONG = ('papr="A4"', "paper=4", "roots=4", 'weak="2019-W37"', "links='foot'", "fetch='yes'")
_EDITION = (
    'theme="reader", paper="170x240mm", language="en", links="inline", profile="plain"',
    "allow_restricted=True",
    'theme=Path("ours.css"), templates=Path("pages")',
    "language=None, fetch=True",
    'roots="static"',
    'roots=[Path("static"), "assets"]',
    "fetch=fetch",
    "**small",
)
_TICKET = ("allow_embargoed=True, strict=False, fetch=fetch",)
_PLAN = (
    'title="The Week", masthead="THE WEEK", number=37, note="Dear", note_by="A", date=TODAY',
    'number="37a", cover_picture=Path("a.jpg"), cover_caption="A", cover_credit="B"',
    'cover_picture="a.jpg", week="2019-W37", timezone="Europe/Madrid", undated=True',
    'since="2019-09-09", until=TODAY, limit=9, max_per_source=None',
    'sections=["World"], only_sections=("World",), only_tags=["a"], only_sources=["example.org"]',
    'start="flow", without=["cover", "sources"], colophon="A"',
    'append=[Path("a.pdf")], prepend=["b.pdf", "c.pdf"]',
    'append=(Path("a.pdf"), "b.pdf")',
    'append=["a.pdf", Path("b.pdf")], prepend=mixed',
    "append=paths, prepend=names",
    'paper="A5", title="The Week", executor=None, jobs=None, cache=False',
)
_GOOD = {
    "export": (*_EDITION, *_TICKET, 'name="a"', 'folder=Path("pictures")'),
    "export_many": (*_EDITION, *_TICKET, "jobs=2"),
    "digest": (*_EDITION, *_TICKET, *_PLAN, 'folder="pictures"'),
    "check": (*_EDITION, 'folder="pictures"'),
}
_WRONG_PLAN = (
    "since=2019",
    'sections="World"',
    'without=["covers"]',
    'start="left"',
    'limit="9"',
    'append="a.pdf"',
)
_HEAD = """
from datetime import date
from pathlib import Path

from printkit import digest, export, export_many
from printkit.edition.choices import EditionChoices
from printkit.pipeline.checking import check

TODAY = date(2019, 9, 16)
small: EditionChoices = {"paper": "A5", "theme": "reader"}
paths = [Path("a.pdf")]
names = ["a.pdf"]
mixed: list[str | Path] = ["a.pdf", Path("b.pdf")]


def fetch(url: str) -> bytes | None:
    return None


"""


def find_refused_lines(
    folder: Path, python: str | Path = sys.executable
) -> tuple[set[str], set[str]]:
    """Run mypy on the program as a user of printkit would; return refused lines and wrong lines.

    Args:
        folder: the folder for the program, outside the checkout.
        python: the interpreter in whose environment printkit is installed.
    """
    good = [f"{CALLS[name]}, {given})" for name, all_given in _GOOD.items() for given in all_given]
    wrong = [f"{call}, {given})" for call in CALLS.values() for given in WRONG]
    wrong += [f"{CALLS['digest']}, {given})" for given in _WRONG_PLAN]
    program = folder / "caller.py"
    program.write_text(_HEAD.lstrip() + "\n".join((*good, *wrong)) + "\n", encoding="utf-8")
    lines = program.read_text(encoding="utf-8").splitlines()
    command = [sys.executable, "-m", "mypy", "--strict", "--config-file", os.devnull]
    command += ["--python-executable", str(python), "--cache-dir", os.devnull, program.name]
    ran = subprocess.run(command, cwd=folder, capture_output=True, text=True)
    errors = [line.split(":") for line in ran.stdout.splitlines() if ": error: " in line]
    assert all(name == program.name for name, *_ in errors), ran.stdout
    assert ran.returncode == 1, ran.stdout + ran.stderr
    return {lines[int(number) - 1] for _, number, *_ in errors}, set(wrong)
