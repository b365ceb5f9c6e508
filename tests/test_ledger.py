"""The ledger: a sound run balances, and each line fails for the fault that the line is about."""

import fcntl
import json
import os
import shutil
import signal
import socket
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from tests.ledger import Ledger
from tests.support.sample_records import PLAIN
from tests.support.watched_commands import Ran, kill_all, start

if sys.platform != "linux":
    pytest.skip("the ledger counts processes as Linux does", allow_module_level=True)

Spoil = Callable[[Ledger, Ran], object]


def hostile(ledger: Ledger) -> dict[str, Any]:
    """Return a record that asks for the secret and for the canary server."""
    address = f"http://127.0.0.1:{ledger.server.port}/a.png"
    body = (
        f'<p>Ships.</p><img src="file://{ledger.secret}" alt="a"><img src="{address}" alt="b">'
        f'<link rel="attachment" href="{ledger.secret}"><object data="{ledger.secret}"></object>'
    )
    return {**PLAIN, "headline": "A thief", "body": body}


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, Ran, Ran]]:
    """Return the files of two sound runs, an export and a digest, and the ends of the runs."""
    with Ledger(tmp_path_factory.mktemp("sound")) as ledger:
        records = [PLAIN, hostile(ledger), {"headline": "Without a body"}]
        (ledger.folder / "a.jsonl").write_text("\n".join(map(json.dumps, records)))
        exported = ledger.run("export", "a.jsonl", "-d", "out", "--report", "r.json")
        assert ledger.find_faults(exported, 3, "r.json") == []
        bound = ledger.run(
            *("digest", "a.jsonl", "--title", "T", "-o", "d.pdf", "--report", "d.json"),
            *("--without", "cover", "--without", "contents", "--without", "colophon"),
        )
        assert [exported.code, bound.code] == [1, 1]
        yield ledger.folder, exported, bound


@pytest.fixture
def ledger(sound: tuple[Path, Ran, Ran], tmp_path: Path) -> Iterator[Ledger]:
    """Return a ledger of its own for each test, over copies of the sound files."""
    with Ledger(tmp_path) as one:
        shutil.copytree(sound[0], one.folder, dirs_exist_ok=True)
        (one.folder / "d.pdf").unlink()
        yield one


def rewrite(ledger: Ledger, change: Callable[[list[dict[str, Any]]], object]) -> None:
    """Change the accounts of the report."""
    path = ledger.folder / "r.json"
    told = json.loads(path.read_text())
    change(told["records"])
    path.write_text(json.dumps(told))


def first_file(ledger: Ledger) -> Path:
    """Return a PDF of the run."""
    return min((ledger.folder / "out").glob("*.pdf"))


def put_words(ledger: Ledger, words: str) -> None:
    """Put words into a packed stream of a PDF."""
    path = first_file(ledger)
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        pdf.Root.Secret = pdf.make_stream(words.encode())
        pdf.save(path, compress_streams=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)


def leave_process(ledger: Ledger, _: Ran) -> Ran:
    """Run a program whose child lives longer than the program."""
    program = "import subprocess; subprocess.Popen(['sleep', '60'])"
    return start([sys.executable, "-c", program], ledger.folder).wait(60)


def hold_lock(ledger: Ledger, _: Ran) -> None:
    """Take a lock and keep it as long as this process lives."""
    file = os.open(ledger.folder / "out" / "a.lock", os.O_CREAT | os.O_RDWR)
    fcntl.flock(file, fcntl.LOCK_EX)


SABOTAGE: dict[str, tuple[Spoil, str]] = {
    "a lost account": (
        lambda one, _: rewrite(one, lambda accounts: accounts.pop()),
        "3 records have 2 accounts",
    ),
    "an account that is told twice": (
        lambda one, _: rewrite(one, lambda accounts: accounts[1].update(record="a.jsonl:1")),
        "two accounts have the name of one record",
    ),
    "an unknown status": (
        lambda one, _: rewrite(one, lambda accounts: accounts[2].update(status="lost")),
        "nobody knows the status lost",
    ),
    "a failure without a reason": (
        lambda one, _: rewrite(one, lambda accounts: accounts[2].update(error=None)),
        "failed, with the error None",
    ),
    "no report": (lambda one, _: (one.folder / "r.json").unlink(), "there is no report"),
    "a lost file": (lambda one, _: first_file(one).unlink(), "is told of, and is not there"),
    "an ok without a file": (
        lambda one, _: rewrite(one, lambda accounts: accounts[0].update(output=None)),
        "is told of, and is not there",
    ),
    "a file that nobody tells of": (
        lambda one, _: shutil.copy(first_file(one), one.folder / "more.pdf"),
        "more.pdf has no account",
    ),
    "other bytes": (
        lambda one, _: put_words(one, "words"),
        "has other bytes than its account says",
    ),
    "half a file": (
        lambda one, _: first_file(one).write_bytes(first_file(one).read_bytes()[:9_000]),
        "does not open",
    ),
    "a temporary file": (
        lambda one, _: (one.scratch / "weasyprint-a").mkdir(),
        "a temporary file is left: weasyprint-a",
    ),
    "a draft": (
        lambda one, _: (one.folder / "out" / ".0a.part").touch(),
        "a draft is left: .0a.part",
    ),
    "a lock": (hold_lock, "a lock is held: a.lock"),
    "a process": (leave_process, "a process is left: sleep 60"),
    "a word on the terminal": (
        lambda one, ran: ran._replace(errors=f"warning: {one.token}"),
        "the secret word was told on the terminal",
    ),
    "a word in a name": (
        lambda one, _: (one.folder / f"{one.token}.txt").touch(),
        "a file has the secret word in its name",
    ),
    "a word in a log": (
        lambda one, _: (one.folder / "log").write_text(f"saw {one.token}"),
        "log has the secret word",
    ),
    "a word in a PDF": (lambda one, _: put_words(one, one.token), "has the secret word"),
    "a request": (
        lambda one, _: socket.create_connection(("127.0.0.1", one.server.port)).close(),
        "requests to the canary server",
    ),
}


def test_a_sound_run_balances(ledger: Ledger, sound: tuple[Path, Ran, Ran]) -> None:
    """Two records are printed, and the third has its reason; the thief gets nothing."""
    ledger.note_earlier()
    assert ledger.find_faults(sound[1], 3, "r.json") == []
    told = json.loads((ledger.folder / "r.json").read_text())["records"]
    assert [one["status"] for one in told] == ["ok", "ok", "failed"]


@pytest.mark.parametrize("kind", SABOTAGE)
def test_each_line_fails(ledger: Ledger, sound: tuple[Path, Ran, Ran], kind: str) -> None:
    """The fault is named, and the sentence says which line of the ledger does not hold."""
    spoil, told = SABOTAGE[kind]
    spoilt = spoil(ledger, sound[1])
    ran = spoilt if isinstance(spoilt, Ran) else sound[1]
    if kind == "a request":
        _wait_for_hit(ledger)
    assert told in "\n".join(ledger.find_faults(ran, 3, "r.json"))


def _wait_for_hit(ledger: Ledger) -> None:
    for _ in range(1_000):
        if ledger.server.hits:
            return
        socket.create_connection(("127.0.0.1", ledger.server.port)).close()


def test_a_word_on_a_page_is_found(tmp_path: Path) -> None:
    """On a page, the word stands as numbers of glyphs."""
    with Ledger(tmp_path) as ledger:
        record = {**PLAIN, "body": f"<p>The word is {ledger.token}.</p>"}
        (tmp_path / "a.json").write_text(json.dumps(record))
        ran = ledger.run("export", tmp_path / "a.json", "-o", "a.pdf")
        assert ledger.find_traces(ran) == ["a.pdf has the secret word"]


def test_a_file_of_an_earlier_run_is_guarded(ledger: Ledger, sound: tuple[Path, Ran, Ran]) -> None:
    """Another run that writes elsewhere leaves the file as it was."""
    first_file(ledger).rename(ledger.folder / "old.pdf")
    ledger.note_earlier()
    (ledger.folder / "old.pdf").write_bytes(b"%PDF-")
    faults = ledger.find_faults(sound[1], 3, "r.json")
    assert "old.pdf was there before, and is changed" in faults


@pytest.mark.parametrize(("parts", "more"), [([1, 1], 0), ([1, 2], 0), ([1, 1], 1)])
def test_the_pages_of_a_digest_are_those_of_its_parts(
    ledger: Ledger, sound: tuple[Path, Ran, Ran], parts: list[int], more: int
) -> None:
    """The report says how many pages the file has; each of the two articles has one page."""
    shutil.copy(sound[0] / "d.pdf", ledger.folder)
    shutil.rmtree(ledger.folder / "out")
    path = ledger.folder / "d.json"
    told = json.loads(path.read_text())
    own = told["digest"]["pages"] - 2
    told["digest"]["pages"] += more
    path.write_text(json.dumps(told))
    faults = ledger.find_faults(sound[2], 3, "d.json", [*parts, own])
    assert len(faults) == (parts != [1, 1]) + more


def test_a_pipe_and_a_device_are_no_pdfs(ledger: Ledger, sound: tuple[Path, Ran, Ran]) -> None:
    """Nobody opens them: a pipe is waited for, and /dev/full has no end."""
    os.mkfifo(ledger.folder / "pipe.pdf")
    (ledger.folder / "device.pdf").symlink_to("/dev/full")
    assert ledger.find_faults(sound[1], 3, "r.json") == []


def test_a_program_that_does_not_end_is_killed_with_its_children(tmp_path: Path) -> None:
    """The exit code is None, and nothing is left behind."""
    program = "import subprocess; subprocess.run(['sleep', '60'])"
    ran = start([sys.executable, "-c", program], tmp_path).wait(1)
    assert (ran.code, ran.left) == (None, ())
    assert 1 <= ran.seconds < 30


def test_programs_that_nobody_waits_for_can_be_killed(tmp_path: Path) -> None:
    """A run of many programs that is ended leaves none of its programs behind."""
    running = start([sys.executable, "-c", "import time; time.sleep(60)"], tmp_path)
    kill_all()
    assert running.wait(30).code == -signal.SIGKILL


def test_the_memory_of_a_child_counts(tmp_path: Path) -> None:
    """A child that takes 200 MB is seen, whoever waits for the child."""
    hungry = "import time; held = b'x' * 200_000_000; time.sleep(1)"
    program = f"import subprocess; subprocess.run(['{sys.executable}', '-c', {hungry!r}])"
    assert 190 < start([sys.executable, "-c", program], tmp_path).wait(60).megabytes < 400


def test_the_memory_of_a_killed_child_counts(tmp_path: Path) -> None:
    """The system counts no child that its parent does not wait for."""
    hungry = "import time; held = b'x' * 200_000_000; print(flush=True); time.sleep(60)"
    program = (
        "import os, subprocess, time;"
        f" child = subprocess.Popen(['{sys.executable}', '-c', {hungry!r}], stdout=-1);"
        " child.stdout.readline(); time.sleep(0.5); child.kill(); os._exit(0)"
    )
    assert 190 < start([sys.executable, "-c", program], tmp_path).wait(60).megabytes < 400


def test_the_memory_of_this_process_does_not_count(tmp_path: Path) -> None:
    """A program begins as a copy of the process that starts the program."""
    held = bytearray(400_000_000)
    ran = start([sys.executable, "-c", "import time; time.sleep(0.5)"], tmp_path).wait(60)
    assert len(held) > ran.megabytes * 1_000_000
    assert 1 < ran.megabytes < 200
