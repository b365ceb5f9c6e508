"""Mark an open file as in use, so that other processes can tell whether its process still lives.

The mark is a lock of the operating system: the mark ends with the process, however that ends, and
holds for processes in other containers, too. Windows needs no mark, because Windows removes no
file that is open.
"""

import os
import stat
import sys
import time
from contextlib import suppress
from pathlib import Path

from printkit.files.opening import open_no_link

_HOUR = 3600.0


def mark_in_use(descriptor: int) -> bool:
    """Mark an open file as in use by this process; return False if another process has a mark.

    A file system without locks takes no mark, and the file then counts as unmarked.
    """
    if sys.platform == "win32":
        return True
    import fcntl

    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        return True
    return True


def is_left_behind(path: Path) -> bool:
    """Tell whether a file of this user is older than an hour, and no process has it marked."""
    try:
        found = path.lstat()
        if not stat.S_ISREG(found.st_mode) or not is_own_and_old(found):
            return False
        # Network file systems lock only a file that is open for writing.
        with open(path, "r+b", opener=open_no_link) as file:
            return mark_in_use(file.fileno())
    except OSError:
        return False


def is_own_and_old(found: os.stat_result) -> bool:
    """Tell whether a file or folder is of this user, and was written to an hour ago or earlier."""
    # Windows has no user numbers: `st_uid` is 0 there, and so is `int()`.
    is_own = found.st_uid == getattr(os, "geteuid", int)()
    return is_own and time.time() - found.st_mtime > _HOUR


def remove_quietly(path: Path) -> None:
    """Remove a file; a file that cannot be removed stays."""
    with suppress(OSError):
        path.unlink()
