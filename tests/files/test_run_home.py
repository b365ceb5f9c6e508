"""The home of a run: a folder of this machine, or a folder for the manifest of a store."""

from pathlib import Path

import pytest
from fsspec.implementations.memory import MemoryFileSystem

from printkit.errors import EditionError, OutputError
from printkit.files.addresses import Address
from printkit.files.kept_run import MANIFEST
from printkit.files.remote import RemoteFolder
from printkit.files.run_home import hold_home, open_kept_run
from printkit.files.run_manifest import RunManifest


def test_a_folder_of_this_machine_is_its_own_home(tmp_path: Path) -> None:
    """The folder is held."""
    with hold_home(tmp_path) as home:
        assert (home.folder, home.sum_of, home.shown) == (tmp_path, None, "")
        with pytest.raises(OutputError, match="another run"), hold_home(tmp_path):
            pass


def test_a_store_has_its_home_among_temporary_files() -> None:
    """The PDFs are looked for in the store, and messages name the store."""
    MemoryFileSystem.store.clear()
    week = Address("memory://week")
    RemoteFolder(week).publish(b"%PDF", "a.pdf")
    with hold_home(week) as home, RunManifest(home.folder, "c") as manifest:
        assert home.sum_of
        assert home.sum_of("a.pdf").startswith("315d429b7714")
        assert home.shown == "memory://week"
        with pytest.raises(OutputError, match="another run"), hold_home(week):
            pass
        manifest.end()
    with open_kept_run(week) as kept:
        assert kept.ended
    RemoteFolder(week).publish(b"damaged\n", MANIFEST)
    with open_kept_run(week) as kept:
        assert kept.problems == (f"memory://week/{MANIFEST}: line 1 left out: damaged",)
    none = Address("memory://none")
    with pytest.raises(EditionError, match="memory://none: no run of"), open_kept_run(none):
        pass
