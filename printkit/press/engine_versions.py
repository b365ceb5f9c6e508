"""Versions of printkit and its engines: two processes with the same versions print the same bytes.

Imports no engine: takes the metadata of the installed packages, and asks Pango for its version.
"""

import ctypes
import platform
from collections.abc import Iterable, Mapping
from contextlib import suppress
from functools import lru_cache
from importlib.metadata import requires, version

from packaging.requirements import Requirement

from printkit.press.libraries import LIBRARIES
from printkit.workers.losses import UnfitWorkerError

_OWN = "printkit-press"


@lru_cache(maxsize=1)
def engine_versions() -> Mapping[str, str]:
    """Return the version of printkit, of Python, of Pango and of each package that printkit needs.

    The versions stand by the names of the packages.
    """
    needed = (Requirement(line) for line in requires(_OWN) or ())
    names = [one.name for one in needed if not one.marker or one.marker.evaluate({"extra": ""})]
    found = {name: version(name) for name in (_OWN, *names)}
    return {**found, "Python": platform.python_version(), "Pango": _pango()}


def refuse_other_versions(ours: Mapping[str, str], theirs: Mapping[str, str], where: str) -> None:
    """Refuse a worker whose pages would have other bytes.

    Args:
        ours: the versions of the process that gives work.
        theirs: the versions of the process that does the work.
        where: names the worker.

    Raises:
        UnfitWorkerError: a version differs; the error names each with both versions.
    """
    if problems := tuple(_differences(ours, theirs)):
        raise UnfitWorkerError(
            *problems, where=where, remedy="Install the same versions here and on all workers."
        )


def _differences(ours: Mapping[str, str], theirs: Mapping[str, str]) -> Iterable[str]:
    for name in dict.fromkeys((*ours, *theirs)):
        here, there = ours.get(name), theirs.get(name)
        if here != there:
            yield f"{name} is {here or 'not known'} here, and {there or 'not known'} on the worker"


def _pango() -> str:
    """Return the version of the library that WeasyPrint sets text with; `unknown` without it."""
    (pango,) = (one for one in LIBRARIES if one.stem == "pango-1.0")
    for name in pango.files:
        with suppress(OSError):
            told = ctypes.CDLL(name).pango_version_string
            told.restype = ctypes.c_char_p
            return bytes(told()).decode()
    return "unknown"
