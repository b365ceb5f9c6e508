"""Suite: guards are made weak, one at a time, in a copy of the checkout; tests must notice.

A guard is caught if its tests pass as they are, and fail without the guard.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from compileall import compile_dir
from functools import cache
from pathlib import Path
from py_compile import PycInvalidationMode
from queue import SimpleQueue
from time import monotonic

from tests.reliability.cases import Case, Setting, try_all
from tests.reliability.guards import GUARDS, Guard
from tests.support.paths import CHECKOUT

_COPIED = ("printkit", "styles", "templates", "tests", "pyproject.toml", "README.md", "Makefile")
_COPIES = 2  # one for each lane
_LONGEST = 600  # seconds of the tests of one guard
_FAILED = 1  # the exit code of pytest for a failed test


def try_sabotage(setting: Setting) -> Iterator[Case]:
    """Yield a case for each guard."""
    copies: SimpleQueue[Path] = SimpleQueue()
    for number in range(_COPIES):
        copies.put(copy_checkout(setting.home / f"copy-{number}"))

    def work(guard: Guard) -> list[Case]:
        copy = copies.get()
        try:
            return [try_guard(copy, guard)]
        finally:
            copies.put(copy)

    yield from try_all(work, setting.pick(GUARDS))


def copy_checkout(home: Path) -> Path:
    """Copy the package and its tests to a new folder; return the folder."""
    home.mkdir()
    ignore = shutil.ignore_patterns("__pycache__")
    for name in _COPIED:
        source = CHECKOUT / name
        if source.is_dir():
            shutil.copytree(source, home / name, ignore=ignore)
        else:
            shutil.copy2(source, home)
    # Byte code that knows the hash of its module is fresh even where time and size agree.
    compile_dir(home / "printkit", quiet=2, invalidation_mode=PycInvalidationMode.CHECKED_HASH)
    corpus = CHECKOUT.parent / "shared"
    if corpus.is_dir() and not (home.parent / "shared").exists():
        (home.parent / "shared").symlink_to(corpus)
    return home


def try_guard(copy: Path, guard: Guard) -> Case:
    """Weaken a guard, run its tests, and put the guard back."""
    began, module = monotonic(), copy / "printkit" / guard.module
    sound = module.read_text(encoding="utf-8") if module.is_file() else ""
    if sound.count(guard.words) != 1:
        return Case("guards", guard.name, ("the words of the guard are not in its module once",))
    faults = []
    if _run_sound_tests(copy, guard.tests, guard.chosen):
        faults.append("its tests fail with the guard, too")
    module.write_text(sound.replace(guard.words, guard.weak), encoding="utf-8")
    try:
        if (code := _run_tests(copy, guard.tests, guard.chosen)) != _FAILED:
            faults.append(f"no test fails without the guard; pytest ended with {code}")
    finally:
        module.write_text(sound, encoding="utf-8")
    return Case("guards", guard.name, tuple(faults), monotonic() - began)


def _run_tests(copy: Path, tests: str, chosen: str) -> int | None:
    """Return the exit code of pytest; None if the tests did not end."""
    command = [sys.executable, "-m", "pytest", "-q", "-x", f"tests/{tests}"]
    command += ["-p", "no:cacheprovider", "-k", chosen]
    try:
        return subprocess.run(
            command, cwd=copy, capture_output=True, timeout=_LONGEST, env=_surroundings(copy)
        ).returncode
    except subprocess.TimeoutExpired:
        return _FAILED  # a test that no longer ends has noticed


_run_sound_tests = cache(_run_tests)  # several guards have the same tests


def _surroundings(copy: Path) -> dict[str, str]:
    return os.environ | {"PYTHONPATH": str(copy), "PYTHONDONTWRITEBYTECODE": "1"}
