"""Suite: real faults of the machine, each injected into several commands.

Full and read-only disks are mounted in a namespace of their own; limits are those of the system;
workers are killed or stopped from outside. A machine that mounts no disk for a test tries the
other faults.
"""

import json
import os
import random
import resource
import shlex
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import partial
from itertools import product
from typing import NamedTuple

from tests.ledger import Ledger
from tests.reliability.cases import Case, Setting, faults_of_end, try_all
from tests.support.paths import CHECKOUT
from tests.support.watched_commands import Ran, Watched, start

_RECORDS = 8
_SLOW_START = 120.0  # seconds
_COMMANDS = {
    "export one": "export one.json -o out/a.pdf --report r.json",
    "export many": "export many -d out --report r.json",
    "export with two workers": "export many -d out --report r.json --jobs 2",
    "digest": "digest many -o out/a.pdf --title T --report r.json --jobs 2",
    "check": "check many",
}


class Fault(NamedTuple):
    """A fault of the machine.

    Attributes:
        shell: what a shell does before the command; `$@` is the command.
        mount: whether the shell mounts a disk.
        disturb: what is done to the running command from outside.
        limit: the limit of the system and its value.
    """

    shell: str = 'exec "$@"'
    mount: bool = False
    disturb: Callable[[Watched, random.Random], None] | None = None
    limit: tuple[int, int] | None = None


def _signal_child(number: int, running: Watched, chance: random.Random) -> None:
    """Send a signal to a process that the command has started, if there is one."""
    running.sleep(chance.uniform(1, 3))
    if workers := running.workers:
        os.kill(chance.choice(workers), number)


def _disk(where: str, options: str, before: str = "") -> Fault:
    """Return the fault of a small disk that is mounted in a folder."""
    return Fault(f'{before}mount -t tmpfs -o {options} none {where} && exec "$@"', mount=True)


def _instead_of_record(made: str) -> Fault:
    """Return the fault that something else stands in the place of a record."""
    lines = f"for name in one.json many/3.json; do mv $name one.txt; {made}; done"
    return Fault(f'{lines}; exec "$@"')


_SCRATCH, _CACHE = "export TMPDIR=$PWD/small; ", "export XDG_CACHE_HOME=$PWD/small; "


FAULTS: dict[str, Fault] = {
    "temporary folder full": _disk("small", "size=64k", _SCRATCH),
    "temporary folder read-only": _disk("small", "ro", _SCRATCH),
    "temporary folder without inodes": _disk("small", "nr_inodes=1", _SCRATCH),
    "temporary folder missing": Fault('export TMPDIR=$PWD/nowhere; exec "$@"'),
    "output full": _disk("out", "size=64k"),
    "output read-only": _disk("out", "ro"),
    "output without inodes": _disk("out", "nr_inodes=1"),
    "output is missing": Fault('rmdir out; exec "$@"'),
    "output is a folder": Fault('mkdir out/a.pdf; exec "$@"'),
    "output is a pipe": Fault('mkfifo out/a.pdf; exec "$@"'),
    "output is a link": Fault('ln -s /dev/full out/a.pdf; exec "$@"'),
    "report is a full device": Fault('ln -s /dev/full r.json; exec "$@"'),
    "standard output closed": Fault('exec "$@" >&-'),
    "standard output full": Fault('exec "$@" >/dev/full'),
    "standard output goes away": Fault('"$@" | true; exit ${PIPESTATUS[0]}'),
    "standard error closed": Fault('exec "$@" 2>&-'),
    "standard input closed": Fault('exec "$@" <&-'),
    "cache is a device": Fault('export XDG_CACHE_HOME=/dev/null; exec "$@"'),
    "cache full": _disk("small", "size=64k", _CACHE),
    "no environment": Fault('exec env -i PYTHONPATH="$PYTHONPATH" "$@"'),
    "record is a pipe": _instead_of_record("mkfifo $name"),
    "record is a device": _instead_of_record("ln -s /dev/zero $name"),
    "record is cut": _instead_of_record("head -c 20 one.txt > $name"),
    "files of 20 KB at most": Fault(limit=(resource.RLIMIT_FSIZE, 20_000)),
    "memory of 400 MB": Fault(limit=(resource.RLIMIT_AS, 400_000_000)),
    "24 open files": Fault(limit=(resource.RLIMIT_NOFILE, 24)),
    "a child killed": Fault(disturb=partial(_signal_child, signal.SIGKILL)),
    "a child crashed": Fault(disturb=partial(_signal_child, signal.SIGSEGV)),
    "a child stopped": Fault(disturb=partial(_signal_child, signal.SIGSTOP)),
}


def try_faults(setting: Setting) -> Iterator[Case]:
    """Yield a case for each fault and each command."""
    possible = [name for name, fault in FAULTS.items() if not fault.mount or _mounts()]
    pairs = setting.pick(list(product(possible, _COMMANDS)))
    yield from try_all(lambda pair: [_try(setting, *pair)], pairs)


def _mounts() -> bool:
    command = [*_NAMESPACE, "true"]
    try:
        return not subprocess.run(command, capture_output=True).returncode
    except FileNotFoundError:
        return False


_NAMESPACE = ("unshare", "--user", "--map-root-user", "--mount")


def _try(setting: Setting, name: str, command: str) -> Case:
    with setting.open_ledger() as ledger:
        _fill(ledger)
        ran = _run(ledger, setting, name, command)
        faults = [*faults_of_end(ran, setting, (0, 1, 2)), *ledger.find_traces(ran)]
        faults += _faults_of_report(ledger, command)
    return Case(command, name, tuple(faults), ran.seconds, ran.megabytes)


def _fill(ledger: Ledger) -> None:
    for folder in ("out", "small", "many"):
        (ledger.folder / folder).mkdir()
    records = [
        {"headline": f"Ship {n}", "language": "en", "body": "<p>She sails.</p>"}
        for n in range(_RECORDS)
    ]
    (ledger.folder / "one.json").write_text(json.dumps(records[0]))
    for number, record in enumerate(records):
        (ledger.folder / "many" / f"{number}.json").write_text(json.dumps(record))


def _run(ledger: Ledger, setting: Setting, name: str, command: str) -> Ran:
    fault, words = FAULTS[name], shlex.split(_COMMANDS[command])
    printkit = [sys.executable, "-m", "printkit", *words, *setting.limits(words[0])]
    shell = [*(_NAMESPACE if fault.mount else ()), "bash", "-c", fault.shell, "bash"]
    surroundings = {"TMPDIR": str(ledger.scratch), "PYTHONPATH": str(CHECKOUT)}
    running = start([*shell, *_limited(fault), *printkit], ledger.folder, surroundings)
    if fault.disturb:
        fault.disturb(running, random.Random(f"{setting.seed} {name} {command}"))
    # A worker that is stopped before it is ready gets the time that a slow start may take.
    return running.wait(setting.longest(2) + (_SLOW_START if fault.disturb else 0))


def _limited(fault: Fault) -> list[str]:
    """Return a program that sets the limit of a fault before the command."""
    if fault.limit is None:
        return []
    which, value = fault.limit
    program = (
        f"import os, resource, sys; resource.setrlimit({which}, ({value}, {value}));"
        " os.execv(sys.argv[1], sys.argv[1:])"
    )
    return [sys.executable, "-c", program]


def _faults_of_report(ledger: Ledger, command: str) -> list[str]:
    """Return a fault if the report lacks an account; a run that was refused has no report."""
    path = ledger.folder / "r.json"
    if not path.is_file():
        return []
    accounts = json.loads(path.read_text(encoding="utf-8")).get("records", [])
    # A pipe or a device in a folder is no record.
    files = [path for path in (ledger.folder / "many").iterdir() if path.is_file()]
    wanted = 1 if command == "export one" else len(files)
    return [] if len(accounts) == wanted else [f"{wanted} records have {len(accounts)} accounts"]
