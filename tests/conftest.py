"""Fixtures of all tests: a cache for the tests alone, the corpus, and repeatable hypothesis."""

import os
import shutil
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import hypothesis
import pytest
from platformdirs import user_cache_path

if TYPE_CHECKING:
    from tests.ledger import Ledger

# tests.support.paths has the same path; test_conftest.py runs a copy of this file by itself.
CORPUS = Path(__file__).resolve().parents[2] / "shared" / "corpus"
CHECKOUT = Path(__file__).resolve().parents[1]
CORPUS_IS_REQUIRED = os.environ.get("PRINTKIT_CORPUS") == "required"
# Tools may put these into the checkout meanwhile; .gitignore has the same names.
OF_TOOLS = {
    *(".git", ".hypothesis", ".mypy_cache", ".pytest_cache", ".ruff_cache", ".venv"),
    *("__pycache__", "build", "dist"),
}

# Faces that printkit cuts are smaller; some faces of the system, which stay uncut, are larger.
_LARGEST_CUT = 1_000_000

hypothesis.settings.register_profile("printkit", derandomize=True, deadline=None, database=None)
hypothesis.settings.load_profile("printkit")


@pytest.fixture(scope="session", autouse=True)
def nothing_is_left_in_the_checkout() -> Iterator[None]:
    """Fail the last test if the tests have put a file into the checkout."""
    before = _files_of_checkout()
    yield
    left = sorted(_files_of_checkout() - before)
    assert not left, f"tests have left {', '.join(left)} in {CHECKOUT}"


def _files_of_checkout() -> set[str]:
    found = set()
    for folder, folders, files in os.walk(CHECKOUT):
        folders[:] = [name for name in folders if name not in OF_TOOLS]
        found |= {str(Path(folder, name).relative_to(CHECKOUT)) for name in files}
    return found


@pytest.fixture(scope="session", autouse=True)
def shared_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Give all tests one cache in place of the user's; return its folder."""
    users = user_cache_path("printkit")
    with pytest.MonkeyPatch.context() as patch:
        yield _empty_cache(tmp_path_factory.mktemp("cache"), users, patch)


@pytest.fixture
def cold_cache(
    shared_cache: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Path:
    """Give one test an empty cache; return its folder."""
    return _empty_cache(tmp_path_factory.mktemp("cold"), shared_cache, monkeypatch)


def _empty_cache(home: Path, faces: Path, patch: pytest.MonkeyPatch) -> Path:
    """Set up an empty cache; copy cut fonts from another one, as cutting takes seconds."""
    patch.setenv("XDG_CACHE_HOME", str(home))
    folder = home / "printkit"
    folder.mkdir(mode=0o700)
    for face in faces.glob("face-*"):
        if face.stat().st_size < _LARGEST_CUT:
            shutil.copy2(face, folder)
    return folder


@pytest.fixture(scope="session")
def corpus() -> Path:
    """Return the folder of real input beside the checkout, or skip the test."""
    if not CORPUS.is_dir():
        pytest.skip("the corpus ../shared/corpus is absent")
    return CORPUS


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator["Ledger"]:
    """Return the ledger of a test, which runs commands in a folder of its own."""
    from tests.ledger import Ledger  # test_conftest.py runs a copy of this file by itself

    with Ledger(tmp_path / "ledger") as one:
        yield one


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Fail a test that is skipped for want of the corpus, with PRINTKIT_CORPUS=required."""
    report = yield
    _require_corpus(report)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """Fail a file of tests that is skipped as a whole for want of the corpus."""
    report = yield
    _require_corpus(report)
    return report


def _require_corpus(report: pytest.TestReport | pytest.CollectReport) -> None:
    # The place of a skip is left aside: a folder's name may speak of the corpus, too.
    skip = report.longrepr if report.skipped and isinstance(report.longrepr, tuple) else None
    if CORPUS_IS_REQUIRED and skip and "corpus" in skip[2]:
        report.outcome = "failed"
        report.longrepr = f"{skip[0]}:{skip[1]}: PRINTKIT_CORPUS=required, and yet {skip[2]}"
