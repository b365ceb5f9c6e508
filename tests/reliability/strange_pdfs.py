"""Suite: hostile PDFs and damaged copies of good PDFs, by `--append`, `inspect` and `impose`.

Each file is taken or refused by name, and a file that is taken brings no active content along. The
good files are an article of ours and three files of other programs.
"""

import io
import json
import random
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import islice
from pathlib import Path
from typing import NamedTuple

import pikepdf

import printkit
from tests.ledger import Ledger
from tests.reliability.cases import Case, Setting, faults_of_end, try_all
from tests.support.paths import CASES, CHECKOUT, CORPUS
from tests.support.sample_records import PLAIN
from tests.support.watched_commands import start

_DAMAGED = 300
_GROUP = 12  # PDFs of one command
# Keys, and names of actions and annotations, that no file of ours may have.
ACTIVE = (
    *("/JS", "/JavaScript", "/AA", "/OpenAction", "/Launch", "/SubmitForm", "/ImportData"),
    *("/GoToR", "/GoToE", "/XFA", "/RichMedia", "/FileAttachment", "/Rendition", "/Movie"),
)
_DRIVER = """
import json, sys
import printkit
from printkit.inspect import inspect
door, *paths = sys.argv[1:]
for path in paths:
    try:
        if door == "impose":
            made = printkit.impose(path, booklet=True).pdf
            open(path + ".out", "wb").write(made)
        else:
            inspect(path)
        print(json.dumps(""), flush=True)
    except printkit.PrintkitError as error:
        print(json.dumps(str(error)), flush=True)
"""


class StrangePdf(NamedTuple):
    """A PDF to try: its name and its bytes."""

    name: str
    data: bytes


def try_strange_pdfs(setting: Setting) -> Iterator[Case]:
    """Yield a case for each file and each of the three commands."""
    files = setting.pick([*_hostile(), *_damaged(setting.seed)])
    groups = list(_in_groups(files))
    for work in (_append, partial(_drive, "inspect"), partial(_drive, "impose")):
        yield from try_all(partial(work, setting), groups)


def _hostile() -> Iterator[StrangePdf]:
    for path in sorted((CORPUS / "hostile-pdf").glob("*.pdf")):
        yield StrangePdf(path.stem, path.read_bytes())


def _damaged(seed: int) -> Iterator[StrangePdf]:
    others = sorted(CASES.glob("b2*.pdf"))[:3]
    good = {"ours": printkit.export(PLAIN).pdf} | {one.stem: one.read_bytes() for one in others}
    names = sorted(good)
    for number in range(_DAMAGED):
        chance = random.Random(f"{seed} {number}")
        name, damage = names[number % len(names)], _DAMAGES[number % len(_DAMAGES)]
        yield StrangePdf(f"{name}-{number}", damage(good[name], chance))


def _flip(data: bytes, chance: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.randrange(1, 40)):
        changed[chance.randrange(len(data))] = chance.randrange(256)
    return bytes(changed)


def _cut(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randrange(20, len(data))]


def _take_out(data: bytes, chance: random.Random) -> bytes:
    begin = chance.randrange(len(data))
    return data[:begin] + data[begin + chance.randrange(1, 3_000) :]


def _repeat(data: bytes, chance: random.Random) -> bytes:
    begin = chance.randrange(len(data))
    return data[: begin + chance.randrange(1, 3_000)] + data[begin:]


def _change_numbers(data: bytes, chance: random.Random) -> bytes:
    digits = [place for place, byte in enumerate(data) if 48 <= byte < 58]
    changed = bytearray(data)
    for place in chance.sample(digits, min(len(digits), 30)):
        changed[place] = chance.choice(b"0123456789")
    return bytes(changed)


_DAMAGES: Sequence[Callable[[bytes, random.Random], bytes]] = (
    _flip, _cut, _take_out, _repeat, _change_numbers,
)  # fmt: skip


def _in_groups(files: Sequence[StrangePdf]) -> Iterator[list[StrangePdf]]:
    rest = iter(files)
    while group := list(islice(rest, _GROUP)):
        yield group


def _write(ledger: Ledger, files: Sequence[StrangePdf]) -> list[Path]:
    folder = ledger.folder.parent / "given"
    folder.mkdir()
    paths = [folder / f"{one.name}.pdf" for one in files]
    for path, one in zip(paths, files, strict=True):
        path.write_bytes(one.data)
    return paths


def _append(setting: Setting, files: Sequence[StrangePdf]) -> Iterator[Case]:
    """Bind all files of a group into one digest."""
    with setting.open_ledger() as ledger:
        paths = _write(ledger, files)
        (ledger.folder / "a.json").write_text(json.dumps(PLAIN))
        joined = [word for path in paths for word in ("--append", str(path))]
        ran = ledger.run(
            *("digest", "a.json", "-o", "d.pdf", "--title", "T", "--report", "r.json", *joined),
            *setting.limits("digest"),
            seconds=setting.longest(len(files)),
        )
        shared = [*faults_of_end(ran, setting), *ledger.find_faults(ran, 1, "r.json")]
        shared += find_active_words(ledger.folder / "d.pdf")
    for one in files:
        yield Case("--append", one.name, tuple(shared), ran.seconds, ran.megabytes)


def _drive(door: str, setting: Setting, files: Sequence[StrangePdf]) -> Iterator[Case]:
    """Give all files of a group to one function of the library, one after the other."""
    with setting.open_ledger() as ledger:
        paths = _write(ledger, files)
        command = [sys.executable, "-c", _DRIVER, door, *map(str, paths)]
        surroundings = {"TMPDIR": str(ledger.scratch), "PYTHONPATH": str(CHECKOUT)}
        running = start(command, ledger.folder, surroundings)
        ran = running.wait(setting.longest(len(files)))
        shared = [*faults_of_end(ran, setting, (0,)), *ledger.find_traces(ran)]
        told = [json.loads(line) for line in ran.output.splitlines()]
        for number, (path, one) in enumerate(zip(paths, files, strict=True)):
            own = find_active_words(path.with_name(f"{path.name}.out")) if door == "impose" else []
            if number < len(told) and told[number] and path.name not in told[number]:
                own.append(f"the refusal does not name the file: {told[number]}")
            if number >= len(told):
                own.append("the file has no end")
            yield Case(door, one.name, (*shared, *own), ran.seconds, ran.megabytes)


def find_active_words(path: Path) -> list[str]:
    """Return active keys and actions in any object of a file."""
    if not path.is_file():
        return []
    try:
        with pikepdf.open(io.BytesIO(path.read_bytes())) as pdf:
            words = {word for one in pdf.objects for word in _names_in(one)}
    except pikepdf.PdfError as error:
        return [f"the new file does not open: {error}"]
    return [f"the file has {word}" for word in ACTIVE if word in words]


def _names_in(value: pikepdf.Object, depth: int = 0) -> Iterator[str]:
    """Yield all names in a direct value: keys, and names that are values."""
    if depth > 60 or (depth and value.is_indirect):
        return
    if isinstance(value, pikepdf.Name):
        yield value.unparse().decode("latin-1")  # a damaged name may be no text
    elif isinstance(value, pikepdf.Array):
        for one in value:
            yield from _names_in(one, depth + 1) if isinstance(one, pikepdf.Object) else ()
    elif isinstance(value, pikepdf.Dictionary | pikepdf.Stream):
        for key, one in value.items():
            yield key
            yield from _names_in(one, depth + 1) if isinstance(one, pikepdf.Object) else ()
