"""`printkit check`: remarks without a print."""

from tests.support.command_line import list_files, run_command, write_record
from tests.support.sample_records import BROKEN, PLAIN


def test_a_check_prints_nothing() -> None:
    """A check gives the remarks and the errors that an export would give."""
    good, bad = (
        write_record({**PLAIN, "colour": "red"}, "good.json"),
        write_record(BROKEN, "bad.json"),
    )
    assert run_command("check", good).exit_code == 0
    assert run_command("check", good, "--strict").exit_code == 1
    done = run_command("check", good, bad)
    assert done.exit_code == 1
    assert "PK201 good.json" in done.stderr
    assert "failed: bad.json" in done.stderr
    assert list_files() == {"good.json", "bad.json"}
