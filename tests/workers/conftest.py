"""Each test of the workers starts without a process that waits, and leaves none behind."""

from collections.abc import Iterator

import pytest

from printkit.workers import idle


@pytest.fixture(autouse=True)
def no_idle_workers() -> Iterator[None]:
    """Start each test without a process that waits, and leave none behind."""
    idle.dismiss()
    yield
    idle.dismiss()
