"""`printkit check`: remarks without a print."""

from tests.support.command_line import files, order, written
from tests.support.printed_articles import PLAIN
from tests.test_batch import BROKEN


def test_a_check_prints_nothing() -> None:
    """It says what an export would say."""
    good, bad = written({**PLAIN, "colour": "red"}, "good.json"), written(BROKEN, "bad.json")
    assert order("check", good).exit_code == 0
    assert order("check", good, "--strict").exit_code == 1
    done = order("check", good, bad)
    assert done.exit_code == 1
    assert "PK201 good.json" in done.stderr
    assert "failed: bad.json" in done.stderr
    assert files() == {"good.json", "bad.json"}
