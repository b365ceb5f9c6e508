"""Haste: after an interrupt, all calls together have a second."""

import pytest

from printkit.files.haste import begin_haste, end_haste, in_haste_after, note_seconds, seconds_left


def test_without_an_interrupt_each_call_has_its_own_time() -> None:
    """Another error before the block is no interrupt."""
    with in_haste_after(ValueError()):
        note_seconds(50)
        assert seconds_left(60) == 60


def test_after_an_interrupt_all_calls_share_a_second() -> None:
    """A later block has all its time again."""
    with in_haste_after(KeyboardInterrupt()):
        assert seconds_left(60) == 1
        note_seconds(0.75)
        assert seconds_left(60) == 0.25
        assert seconds_left(0.125) == 0.125
        note_seconds(5)
        assert seconds_left(60) == 0
    assert seconds_left(60) == 60


@pytest.fixture
def hasty_process() -> None:
    """Be in haste, as after a signal."""
    begin_haste()


@pytest.mark.usefixtures("hasty_process")
def test_a_block_takes_no_second_of_its_own() -> None:
    """The haste of a command goes on behind the block."""
    note_seconds(0.5)
    with in_haste_after(KeyboardInterrupt()):
        assert seconds_left(60) == 0.5
    assert seconds_left(60) == 0.5
    end_haste()
    assert seconds_left(60) == 60
