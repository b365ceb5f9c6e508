"""Run a program of Python that writes to a disk of some kilobytes.

The disk is mounted in a namespace of its own, which ends with the program.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.paths import CHECKOUT

_INSIDE = ("unshare", "--user", "--map-root-user", "--mount", "sh", "-c")


def run_on_small_disk(folder: Path, size: str, program: str, *, read_only: bool = False) -> str:
    """Return the standard output of a program; the program must end with exit code 0.

    Args:
        folder: an empty folder, on which the disk is mounted and in which the program runs.
        size: the size of the disk, as `64k`.
        program: lines of Python.
        read_only: mount the disk for reading only.
    """
    if shutil.which("unshare") is None:
        pytest.skip("there is no unshare to mount a small disk with")
    kind = "ro" if read_only else "rw"
    mount = f"mount -t tmpfs -o size={size},{kind} none {folder} && cd {folder}"
    if subprocess.run([*_INSIDE, mount], capture_output=True).returncode:
        pytest.skip("this machine mounts no disk for a test")
    ran = subprocess.run(
        [*_INSIDE, f'{mount} && exec "$@"', "sh", sys.executable, "-c", program],
        capture_output=True,
        text=True,
        env=os.environ | {"PYTHONPATH": str(CHECKOUT)},
    )
    assert ran.returncode == 0, ran.stderr
    return ran.stdout
