"""The ledger: what must hold after every run, whatever came in and whatever went wrong.

    with Ledger(folder) as ledger:
        ran = ledger.run("export", "a.jsonl", "-d", "out", "--report", "r.json")
        assert ledger.find_faults(ran, records=3, report="r.json") == []

As many accounts come out as records went in. Each account that says `ok` has its PDF, and each PDF
has its account. Each PDF opens. A digest has the pages of its parts. No temporary file, no process
and no lock is left. The canary, a secret in a file and a server that nobody may ask, stays unseen.
Files of earlier runs are as they were. Each line is a function, which returns one sentence for each
fault. `test_ledger.py` sees each line fail.
"""

import fcntl
import io
import json
import socket
import sys
import threading
from collections.abc import Collection, Iterable, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from secrets import token_hex
from types import TracebackType
from typing import Any, Self, get_args

import pikepdf
import pypdf
import pypdfium2
from pypdf.errors import PyPdfError

from printkit.report import AccountStatus
from tests.support.paths import CHECKOUT
from tests.support.watched_commands import Ran, Watched, start

Accounts = Sequence[Mapping[str, Any]]
STATUSES: frozenset[str] = frozenset(get_args(AccountStatus))
_DRAFTS = ("*.part", "*.draft", "*.tmp")
_WITHOUT_GAPS = str.maketrans("", "", " \n\r\t\u00ad\ufffe-")


class CanaryServer:
    """A server on this machine that answers nothing, and counts who asks.

    Attributes:
        port: the number of its port.
        hits: how many connections were made.
    """

    def __init__(self) -> None:
        self._door = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._door.getsockname()[1]
        self.hits = 0
        self._thread = threading.Thread(target=self._count, daemon=True)
        self._thread.start()

    def _count(self) -> None:
        while True:
            try:
                line, _ = self._door.accept()
            except OSError:
                return
            self.hits += 1
            line.close()

    def close(self) -> None:
        """Stop counting."""
        self._door.shutdown(socket.SHUT_RDWR)
        self._door.close()
        self._thread.join()


class Ledger:
    """The ledger of the runs in one folder; use an instance in a `with` statement.

    Attributes:
        folder: where the commands run, and where their files go.
        scratch: the folder of the commands' temporary files.
        token: a secret word, which stands in the file `secret`.
        secret: a file outside `folder` that no command may tell of.
        server: a server that no command may ask.
    """

    def __init__(self, home: Path) -> None:
        self.folder, self.scratch = home / "work", home / "scratch"
        self.secret = home / "secret" / "canary.txt"
        self.token = f"canary{token_hex(10)}"
        for folder in (self.folder, self.scratch, self.secret.parent):
            folder.mkdir(parents=True)
        self.secret.write_text(self.token)
        self.server = CanaryServer()
        self._earlier: dict[Path, str] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.server.close()

    def run(
        self, *arguments: str | Path, seconds: float = 240, stdin: bytes = b"", **variables: str
    ) -> Ran:
        """Run a command of printkit; a command that does not end in time is killed."""
        return self.begin(*arguments, stdin=stdin, **variables).wait(seconds)

    def begin(self, *arguments: str | Path, stdin: bytes = b"", **variables: str) -> Watched:
        """Start a command of printkit, with these variables of the environment, and go on."""
        self.note_earlier()
        surroundings = {"TMPDIR": str(self.scratch), "PYTHONPATH": str(CHECKOUT)} | variables
        command = [sys.executable, "-m", "printkit", *arguments]
        return start(command, self.folder, surroundings, stdin)

    def note_earlier(self) -> None:
        """Note all PDFs that are there; a later run leaves these as they are."""
        self._earlier = {path: _sum_of(path) for path in _pdfs_in(self.folder)}

    def find_faults(
        self, ran: Ran, records: int, report: str = "", parts: Iterable[int] | None = None
    ) -> list[str]:
        """Return a sentence for each line of the ledger that does not hold.

        Args:
            ran: the end of the command.
            records: how many records went in.
            report: the name of the report; empty if the command writes none.
            parts: the numbers of pages of all parts of the digest, if the test knows these.
        """
        told = _read_report(self.folder / report) if report else {}
        if told is None:
            return ["there is no report"]
        accounts = told.get("records", [])
        faults = unaccounted_records(records, accounts) if report else []
        if report:
            bound = [told["digest"]] if told.get("digest") else []
            replaced = {self.folder / one["output"] for one in (*bound, *accounts) if _wrote(one)}
            faults += unaccounted_files(self.folder, accounts, bound, self._earlier)
            faults += changed_files({k: v for k, v in self._earlier.items() if k not in replaced})
            faults += [one for digest in bound for one in wrong_pages(self.folder, digest, parts)]
        else:
            faults += changed_files(self._earlier)
        return faults + self.find_traces(ran)

    def find_traces(self, ran: Ran) -> list[str]:
        """Return the faults that need no report: broken files, leftovers, leaks and requests."""
        return [
            *broken_files(_pdfs_in(self.folder)),
            *leftovers(self.folder, self.scratch),
            *(f"a process is left: {name[:200]}" for name in ran.left),
            *leaks(self.token, self.folder, (ran.output, ran.errors.encode())),
            *unwanted_requests(self.server),
        ]


def unaccounted_records(records: int, accounts: Accounts) -> list[str]:
    """Return faults of the number of accounts, of their names and of their statuses."""
    faults = []
    if len(accounts) != records:
        faults.append(f"{records} records have {len(accounts)} accounts")
    if len({one["record"] for one in accounts}) != len(accounts):
        faults.append("two accounts have the name of one record")
    for one in accounts:
        if one["status"] not in STATUSES:
            faults.append(f"{one['record']}: nobody knows the status {one['status']}")
        if (one["status"] in ("refused", "failed", "timeout", "crashed")) != bool(one["error"]):
            faults.append(f"{one['record']}: {one['status']}, with the error {one['error']}")
    return faults


def unaccounted_files(
    folder: Path, accounts: Accounts, digests: Accounts, earlier: Collection[Path] = ()
) -> list[str]:
    """Return accounts without their file, and files without an account."""
    said = {}
    for one in (*(one for one in accounts if one["status"] == "ok"), *digests):
        if one.get("output"):
            said[folder / one["output"]] = one["sha256"]
        elif not digests:
            said[folder / f"no file of {one['record']}"] = ""
    there = {path: _sum_of(path) for path in _pdfs_in(folder)}
    return [
        *(f"{path.name} is told of, and is not there" for path in said.keys() - there.keys()),
        *(f"{path.name} has no account" for path in there.keys() - said.keys() - set(earlier)),
        *(
            f"{path.name} has other bytes than its account says"
            for path in said.keys() & there.keys()
            if said[path] != there[path]
        ),
    ]


def broken_files(paths: Iterable[Path]) -> list[str]:
    """Return files that pypdf, which is strict here, or pikepdf does not open, or without pages."""
    faults = []
    for path in paths:
        try:
            counts = {len(pypdf.PdfReader(path, strict=True).pages)}
            with pikepdf.open(path) as pdf:
                counts.add(len(pdf.pages))
        except (PyPdfError, pikepdf.PdfError, ValueError) as error:
            faults.append(f"{path.name} does not open: {error}")
        else:
            if len(counts) > 1 or not min(counts):
                faults.append(f"{path.name} has {counts} pages")
    return faults


def wrong_pages(
    folder: Path, digest: Mapping[str, Any], parts: Iterable[int] | None = None
) -> list[str]:
    """Return faults of a digest's number of pages: in the report, in the file, of its parts."""
    faults = []
    with pikepdf.open(folder / digest["output"]) as pdf:
        found = len(pdf.pages)
    if found != digest["pages"]:
        faults.append(f"the digest has {found} pages, and its report says {digest['pages']}")
    if parts is not None and (total := sum(parts)) != found:
        faults.append(f"the digest has {found} pages, and its parts have {total}")
    return faults


def leftovers(folder: Path, scratch: Path) -> list[str]:
    """Return temporary files and drafts that are left, and locks that somebody still holds."""
    drafts = [path for kind in _DRAFTS for path in folder.rglob(kind)]
    held = [path for path in folder.rglob("*.lock") if _is_held(path)]
    return [
        *(f"a temporary file is left: {path.name}" for path in scratch.iterdir()),
        *(f"a draft is left: {path.name}" for path in drafts),
        *(f"a lock is held: {path.name}" for path in held),
    ]


def _is_held(path: Path) -> bool:
    with path.open("rb+") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
    return False


def leaks(token: str, folder: Path, told: Iterable[bytes] = ()) -> list[str]:
    """Return the places where the secret word stands: names, files, PDFs, and what was told."""
    word = token.encode()
    faults = ["the secret word was told on the terminal"] if word in b"\n".join(told) else []
    for path in folder.rglob("*"):
        if token in path.name:
            faults.append("a file has the secret word in its name")
        if path.is_file():
            data = path.read_bytes()
            if word in data or (path.suffix == ".pdf" and word in _unpacked(data)):
                faults.append(f"{path.name} has the secret word")
    return faults


def _unpacked(data: bytes) -> bytes:
    """Return all streams, strings and words of a PDF; nothing for a PDF that does not open."""
    try:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            streams = [one for one in pdf.objects if isinstance(one, pikepdf.Stream)]
            found = [one.read_bytes() for one in streams if "/Width" not in one]
            # A null is None here, and a number is a number of Python.
            found += [one.unparse() for one in pdf.objects if isinstance(one, pikepdf.Object)]
    except pikepdf.PdfError:
        return b""
    document = pypdfium2.PdfDocument(data)
    words = [page.get_textpage().get_text_range() for page in document]
    return b"\n".join([*found, "".join(words).translate(_WITHOUT_GAPS).encode(errors="replace")])


def unwanted_requests(server: CanaryServer) -> list[str]:
    """Return a fault if somebody asked the server that nobody may ask."""
    return [f"{server.hits} requests to the canary server"] if server.hits else []


def changed_files(earlier: Mapping[Path, str]) -> list[str]:
    """Return files of earlier runs that are gone or have other bytes."""
    return [
        f"{path.name} was there before, and is changed"
        for path, told in earlier.items()
        if not path.is_file() or _sum_of(path) != told
    ]


def _pdfs_in(folder: Path) -> list[Path]:
    """Return the PDFs of a folder: a pipe or a device of this name would be read for ever."""
    return [path for path in folder.rglob("*.pdf") if path.is_file()]


def _wrote(account: Mapping[str, Any]) -> bool:
    return bool(account.get("output"))


def _sum_of(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()


def _read_report(path: Path) -> dict[str, Any] | None:
    if not path.is_file():
        return None
    told: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return told
