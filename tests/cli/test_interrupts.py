"""Interrupts of a run, also interrupts that Python loses."""

import os
import signal
import sys
import time
from collections.abc import Generator, Iterator
from contextlib import closing, suppress
from pathlib import Path

import pytest

from printkit.cli.interrupts import (
    Interrupted,
    held_interrupts,
    ignore_signals,
    import_whole,
    raised_signals,
)

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows interrupts otherwise")


@pytest.fixture(autouse=True)
def no_signal_is_ignored() -> Iterator[None]:
    """Take SIGHUP as usual: `nohup` ignores the signal, and tests may run under `nohup`."""
    before = signal.signal(signal.SIGHUP, signal.SIG_DFL)
    yield
    signal.signal(signal.SIGHUP, before)


ENDS = () if os.name == "nt" else (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class Interrupting:
    """A value that interrupts this process while Python deletes the value."""

    def __del__(self) -> None:
        os.kill(os.getpid(), signal.SIGINT)


@pytest.fixture(autouse=True)
def _usual_interrupts() -> Iterator[None]:
    # A shell starts a job in the background with the interrupt ignored.
    before = {one: signal.getsignal(one) for one in ENDS}
    signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    for one, handler in before.items():
        signal.signal(one, handler)


def lose_interrupt_and_wait() -> None:
    """Lose an interrupt, and wait for half a minute."""
    Interrupting()
    time.sleep(30)


def swallow_interrupt_and_wait() -> None:
    """Swallow an interrupt as some packages do, and wait for half a minute."""
    with suppress(BaseException):
        os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(30)


def test_an_interrupt_that_other_code_caught_comes_once_more() -> None:
    """The command ends without another signal of the user, and soon."""
    with pytest.raises(Interrupted) as caught, raised_signals():
        swallow_interrupt_and_wait()
    assert caught.value.exit_code == 128 + signal.SIGTERM


def tidied(cleaned: list[str]) -> Generator[None]:
    """Tidy up when the generator is closed, in spite of another signal."""
    try:
        yield
    finally:
        os.kill(os.getpid(), signal.SIGTERM)
        cleaned.append("generator")


def ended_by(number: int, cleaned: list[str]) -> None:
    """Send this process a signal, and two more during the clean-up."""
    with raised_signals():
        try:
            os.kill(os.getpid(), number)
        finally:
            os.kill(os.getpid(), number)
            os.kill(os.getpid(), signal.SIGINT)
            with closing(tidied(cleaned)) as generator:
                next(generator)
            time.sleep(0.5)  # the signal comes by itself meanwhile
            cleaned.append("all")


@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_each_signal_has_its_exit_code_and_the_second_is_ignored(name: str) -> None:
    """The clean-up after the first signal is not interrupted."""
    number, cleaned = getattr(signal, name), list[str]()
    with pytest.raises(Interrupted) as caught:
        ended_by(number, cleaned)
    assert cleaned == ["generator", "all"]
    assert caught.value.exit_code == 128 + number


def test_a_lost_interrupt_comes_once_more() -> None:
    """Work that looks at no items is ended, too, and nothing is told on the terminal."""
    with pytest.raises(Interrupted), raised_signals():
        lose_interrupt_and_wait()


def test_a_process_that_ends_is_not_interrupted_again() -> None:
    """A second Ctrl-C may come while Python ends."""
    with raised_signals():
        ignore_signals()
        for one in ENDS:
            os.kill(os.getpid(), one)
    assert all(signal.getsignal(one) is signal.SIG_IGN for one in ENDS)


def end_in_held_block(seen: list[str]) -> None:
    """Send this process a signal in two blocks that are done whole."""
    with held_interrupts():
        with held_interrupts():
            os.kill(os.getpid(), signal.SIGTERM)
            seen.append("inner")
        seen.append("outer")
    seen.append("after")


def test_a_block_that_holds_interrupts_is_done_whole() -> None:
    """The interrupt comes after the outermost block, once."""
    seen: list[str] = []
    with pytest.raises(Interrupted), raised_signals():
        end_in_held_block(seen)
    assert seen == ["inner", "outer"]


def test_the_usual_handler_is_back_after_the_run() -> None:
    """A program may run a command, and go on."""
    with raised_signals():
        assert signal.getsignal(signal.SIGINT) is not signal.default_int_handler
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_a_process_that_ignores_interrupts_goes_on_ignoring_them() -> None:
    """The shell command `nohup` and jobs in the background rely on this."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    seen = []
    with raised_signals():
        for item in (1, 2):
            os.kill(os.getpid(), signal.SIGINT)
            seen.append(item)
    assert seen == [1, 2]


def test_a_module_is_imported_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An interrupt in the middle of an import comes when the module is whole."""
    lines = "import os, signal\nos.kill(os.getpid(), signal.SIGTERM)\nWHOLE = True\n"
    (tmp_path / "interrupted_module.py").write_text(lines)
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(Interrupted), raised_signals():
        import_whole("interrupted_module")
    assert sys.modules["interrupted_module"].WHOLE
