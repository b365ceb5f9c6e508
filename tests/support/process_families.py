"""Families of processes: a process goes in, and comes out with all that it has started.

Linux only: elsewhere a process is alone. The list of children in /proc would be simpler, but many
kernels are built without this list.
"""

import os
from pathlib import Path

_PROCESSES = Path("/proc")
_PARENT = 1  # the place of the parent in /proc/NUMBER/stat, after the name of the program


class Family:
    """A process and its descendants; looks that follow each other are cheap.

    Args:
        number: the number of the process.
    """

    def __init__(self, number: int) -> None:
        self._first = number
        self._members = {number}
        self._known: set[int] = set()

    def find_members(self) -> list[int]:
        """Return the numbers of the process and of its descendants that live now, in order.

        A descendant whose parent has ended stays a member.
        """
        now = {int(name) for name in _names_of(_PROCESSES) if name.isdigit()}
        self._known &= now
        # A child may have a smaller number than its parent, but not often: the next look finds it.
        for number in sorted(now - self._known):
            if _parent_of(number) in self._members:
                self._members.add(number)
        self._known = now
        self._members &= now | {self._first}
        return sorted(self._members & now) or [self._first]

    def find_workers(self) -> list[int]:
        """Return the numbers of all members but the process itself, in order."""
        return [number for number in self.find_members() if number != self._first]


def read_process(path: Path) -> str:
    """Return a text of the system; empty for a process that has ended or is of another user."""
    try:
        return path.read_text(errors="replace")
    except OSError:
        return ""


def _names_of(folder: Path) -> list[str]:
    try:
        return os.listdir(folder)  # noqa: PTH208  called fifty times a second
    except OSError:
        return []


def _parent_of(number: int) -> int:
    told = read_process(_PROCESSES / str(number) / "stat").rpartition(")")[2].split()
    return int(told[_PARENT]) if told else 0
