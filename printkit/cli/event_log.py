"""The log of a run: events go in, and each becomes a line of text or of JSON in a file.

A line has no control character and no secret of an address. A log that can no longer be written
does not end the run: the user is told once.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

import click

from printkit.errors import OutputError
from printkit.files.line_file import LineFile
from printkit.text.address_secrets import hide_secrets
from printkit.text.characters import safe_for_terminal
from printkit.text.patterns import regex

Event = Literal["started", "printed", "refused", "failed", "retried", "killed", "finished"]
LogFormat = Literal["text", "json"]

_STANDARD = Path("-")
_LONGEST = 2_000  # characters of a value; an error of a hostile record may quote megabytes
_PLAIN = regex(r'[^\s"=]+')
_PRINTED = ("ok",)
_REFUSED = ("refused", "skipped", "duplicate")


@dataclass(frozen=True)
class LogEntry:
    """An event of a run.

    Attributes:
        event: the kind of event.
        record: the record as the user named it; empty for an event of the whole run.
        status: the status of the record's account.
        code: the code of the error, such as PK120.
        message: the error, or other words.
        seconds: how long the record or the run took on the clock.
        memory_mb: the most memory that the record's process had, in MB.
        counts: the number of records of each status.
    """

    event: Event
    record: str = ""
    status: str = ""
    code: str = ""
    message: str = ""
    seconds: float | None = None
    memory_mb: float | None = None
    counts: Mapping[str, int] = field(default_factory=dict)

    def values(self) -> dict[str, str | float]:
        """Return the values that are known, in their order, safe to show."""
        texts = {
            "event": self.event,
            "record": self.record,
            "status": self.status,
            "code": self.code,
            "message": self.message,
        }
        told: dict[str, str | float] = {name: _safe(text) for name, text in texts.items() if text}
        numbers = {"seconds": self.seconds, "memory_mb": self.memory_mb}
        told |= {name: round(one, 3) for name, one in numbers.items() if one is not None}
        return told | {_safe(status): number for status, number in self.counts.items()}


def event_of_status(status: str) -> Event:
    """Return the event that the account of a record with this status is."""
    if status in _PRINTED:
        return "printed"
    return "refused" if status in _REFUSED else "failed"


@contextmanager
def open_event_log(path: Path | None, form: LogFormat) -> Iterator[Callable[[LogEntry], None]]:
    """Open the log of a run, and close the log afterwards.

    Args:
        path: the file to which lines are appended; `-` for standard error; None for no log.
        form: the format of a line. Text has `name=value`, with quotes where they are needed.

    Yields:
        A function that writes an event.

    Raises:
        OutputError: the file cannot be opened.
    """
    write_line = _line_of_json if form == "json" else _line_of_text
    if path is None:
        yield lambda _: None
    elif path == _STANDARD:
        yield lambda entry: click.echo(write_line(entry), err=True)
    else:
        lines = LineFile(path, drop_cut_line=False)
        try:
            yield _writer(lines, write_line)
        finally:
            _survive(lines.close)


def _writer(lines: LineFile, write_line: Callable[[LogEntry], str]) -> Callable[[LogEntry], None]:
    lost = False

    def write(entry: LogEntry) -> None:
        nonlocal lost
        # After one failure the user has been told, and a full disk would fail for every line.
        if not lost:
            lost = not _survive(lambda: lines.append(write_line(entry)))

    return write


def _survive(work: Callable[[], None]) -> bool:
    """Do a work on the log, and return whether the work was done; tell of an error."""
    try:
        work()
    except OutputError as error:
        click.echo(safe_for_terminal(f"the log ends here: {error} [{error.code}]"), err=True)
        return False
    return True


def _line_of_json(entry: LogEntry) -> str:
    return json.dumps({"time": _now(), **entry.values()}, ensure_ascii=False)


def _line_of_text(entry: LogEntry) -> str:
    told = (f"{name}={_quoted(value)}" for name, value in entry.values().items())
    return " ".join((_now(), *told))


def _quoted(value: str | float) -> str:
    text = str(value)
    return text if _PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _safe(text: str) -> str:
    """Return a text on one line, without controls and secrets, and cut if long."""
    line = hide_secrets(safe_for_terminal(" ".join(text[: 4 * _LONGEST].split())))
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"
