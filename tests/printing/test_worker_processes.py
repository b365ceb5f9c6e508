"""Worker processes have a scratch folder, and leave imported modules unchanged."""

import gc
import tempfile
from pathlib import Path

import pytest

from printkit.printing.worker_processes import open_pool


def settings(_: int) -> tuple[str, bool]:
    """Return the folder for temporary files, and whether the collector passes modules over."""
    return tempfile.gettempdir(), gc.get_freeze_count() > 0


@pytest.mark.parametrize("preload", ["", "printkit.printing.preloaded"])
def test_a_worker_is_prepared_however_it_starts(tmp_path: Path, preload: str) -> None:
    """A worker is spawned, or forked from a process that has imported the module."""
    with open_pool(1, preload, str(tmp_path)) as pool:
        found = pool.schedule(settings, args=(1,)).result()
    assert found == (str(tmp_path), True)
