"""The log of a run: a line an event, without controls and secrets, and no reason to stop a run."""

import json
import re
from pathlib import Path

import pytest

from printkit.cli.event_log import LogEntry, LogFormat, event_of_status, open_event_log
from printkit.errors import OutputError
from tests.support.small_disks import run_on_small_disk

HOSTILE = "a\x1b[31m\n\x00b\u2028c\u202e\rd https://ana:CANARY@e.org/?token=CANARY&w=3"


def write(path: Path, form: LogFormat, *entries: LogEntry) -> list[str]:
    """Write events, and return the lines of the log."""
    with open_event_log(path, form) as tell:
        for entry in entries:
            tell(entry)
    return path.read_text(encoding="utf-8").split("\n")


def test_an_event_is_an_object_of_json() -> None:
    """Only known values are there."""
    entry = LogEntry("printed", "a.json", "ok", seconds=1.23456, memory_mb=310.0)
    first, second, rest = write(Path("log"), "json", LogEntry("started"), entry)
    values = json.loads(second)
    time = values.pop("time")
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", time)
    assert values == {
        "event": "printed",
        "record": "a.json",
        "status": "ok",
        "seconds": 1.235,
        "memory_mb": 310.0,
    }
    assert list(json.loads(first)) == ["time", "event"]
    assert rest == ""


def test_an_event_is_a_line_of_names_and_values() -> None:
    """Values with spaces or quotes have quotes around them."""
    entry = LogEntry("failed", 'a "b".json', "failed", "PK110", "it is no article", 0.5)
    line, counts, _ = write(
        Path("log"), "text", entry, LogEntry("finished", counts={"ok": 57, "failed": 3})
    )
    assert line.partition(" ")[2] == (
        r'event=failed record="a \"b\".json" status=failed code=PK110 message="it is no article"'
        " seconds=0.5"
    )
    assert counts.endswith("Z event=finished ok=57 failed=3")


@pytest.mark.parametrize("form", ["json", "text"])
def test_no_control_and_no_secret_is_in_a_line(form: LogFormat) -> None:
    """The words around a secret stay; each event is one line."""
    entries = (
        LogEntry("failed", HOSTILE, "failed", "PK110", HOSTILE),
        LogEntry("finished", counts={HOSTILE: 1}),
    )
    lines = write(Path("log"), form, *entries)
    assert len(lines) == 3
    assert all(line.isprintable() for line in lines)
    assert "CANARY" not in "".join(lines)
    assert "https://***@e.org/?token=***&w=3" in lines[0]


def test_a_long_value_is_cut() -> None:
    """The error of a hostile record may quote megabytes."""
    line, _ = write(Path("log"), "json", LogEntry("failed", message="word " * 1_000_000))
    assert len(line) < 2_200
    assert json.loads(line)["message"].endswith("…")


def test_a_second_run_goes_on_in_the_log() -> None:
    """A line of another program that is cut off is ended."""
    Path("log").write_text("cut off")
    assert write(Path("log"), "text", LogEntry("started"))[0] == "cut off"
    lines = write(Path("log"), "text", LogEntry("finished"))
    assert [line.rpartition("event=")[2] for line in lines[1:]] == ["started", "finished", ""]


def test_a_dash_is_standard_error(capsys: pytest.CaptureFixture[str]) -> None:
    """A service reads the log from there."""
    with open_event_log(Path("-"), "text") as tell:
        tell(LogEntry("started"))
    assert capsys.readouterr().err.endswith("Z event=started\n")


def test_no_log_is_no_file() -> None:
    """The events go nowhere."""
    with open_event_log(None, "text") as tell:
        tell(LogEntry("started"))
    assert not list(Path().iterdir())


def test_a_log_that_cannot_be_opened_is_told_before_the_run() -> None:
    """The folder is missing."""
    with pytest.raises(OutputError), open_event_log(Path("missing/log"), "text"):
        pass


def test_a_full_disk_ends_the_log_and_not_the_run(tmp_path: Path) -> None:
    """The user is told once."""
    program = """
from pathlib import Path
from printkit.cli.event_log import LogEntry, open_event_log
import sys
sys.stderr = sys.stdout
with open_event_log(Path("log"), "text") as tell:
    for _ in range(1_000):
        tell(LogEntry("failed", message="x" * 1_000))
lines = Path("log").read_text().splitlines()
print(len(lines) > 10, {len(line) for line in lines} == {len(lines[0])})
"""
    told = run_on_small_disk(tmp_path, "64k", program)
    assert told == (
        "the log ends here: log: a line could not be written: No space left on device;"
        " the lines before are whole\n  Free space there. [PK171]\nTrue True\n"
    )


@pytest.mark.parametrize(
    ("status", "event"),
    [
        ("ok", "printed"),
        ("refused", "refused"),
        ("skipped", "refused"),
        ("duplicate", "refused"),
        ("failed", "failed"),
        ("timeout", "failed"),
        ("crashed", "failed"),
        ("not_run", "failed"),
    ],
)
def test_each_status_is_an_event(status: str, event: str) -> None:
    """The line has the status, too."""
    assert event_of_status(status) == event
