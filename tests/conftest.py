"""What all tests share: the corpus of real input, and hypothesis settings that repeat."""

import os
from collections.abc import Generator
from pathlib import Path

import hypothesis
import pytest

CORPUS = Path(__file__).resolve().parents[2] / "shared" / "corpus"
CORPUS_IS_REQUIRED = os.environ.get("PRINTKIT_CORPUS") == "required"

hypothesis.settings.register_profile("printkit", derandomize=True, deadline=None, database=None)
hypothesis.settings.load_profile("printkit")


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The folder of real input that lies beside the checkout."""
    if not CORPUS.is_dir():
        pytest.skip("the corpus ../shared/corpus is absent")
    return CORPUS


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """A test that passes over the corpus fails where PRINTKIT_CORPUS=required."""
    report = yield
    _require_corpus(report)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """So does a whole file of tests."""
    report = yield
    _require_corpus(report)
    return report


def _require_corpus(report: pytest.TestReport | pytest.CollectReport) -> None:
    # The place of a skip is left aside: a folder's name may speak of the corpus, too.
    skip = report.longrepr if report.skipped and isinstance(report.longrepr, tuple) else None
    if CORPUS_IS_REQUIRED and skip and "corpus" in skip[2]:
        report.outcome = "failed"
        report.longrepr = f"{skip[0]}:{skip[1]}: PRINTKIT_CORPUS=required, and yet {skip[2]}"
