"""Lines of a manifest: an account of a record goes in, a line of JSON comes out, and back.

Each line ends with a checksum of the line, so that damage is seen. A line names the version of
printkit that wrote it.
"""

import json
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache
from importlib.metadata import version
from pathlib import PurePosixPath
from typing import Literal

from printkit.text.patterns import regex

_FORMAT = 1
_CHECK = regex(r'(?P<values>\{.*), "check": "(?P<sum>[0-9a-f]{8})"\}', 16)  # re.DOTALL
_SUM = regex(r"[0-9a-f]{64}")

RunState = Literal["started", "resumed", "ended"]


class LineError(ValueError):
    """A line that cannot be used: damaged, or of a newer printkit; the text says which."""


@dataclass(frozen=True)
class RunLine:
    """A line that says when a run began, went on or ended.

    Attributes:
        state: `started` for a run from the beginning, `resumed` for a run that goes on.
        time: the moment in UTC, as ISO 8601.
        printkit: the version that wrote the line.
    """

    state: RunState
    time: str = ""
    printkit: str = ""


@dataclass(frozen=True)
class TakenLine:
    """A line that says that a resumed run printed a record no second time.

    Attributes:
        record, copy, number: as in RecordLine.
    """

    record: str
    copy: int
    number: int


@dataclass(frozen=True)
class RecordLine:
    """A line on a record that is done.

    Attributes:
        account: the account as `Account.to_json` gives it: record, status, remarks and so on.
        record_sha256: the hash of everything that the record brings: its bytes, its pictures.
        choices_sha256: the hash of the choices, and of all else that the bytes depend on.
        file: the path of the PDF from the folder of the manifest, with slashes; empty for none.
        seconds: how long the record took on the clock.
        memory_mb: the most memory that its process had, in MB; None if nobody measured this.
        number: the place of the record in its run; the first record has 1.
        copy: 2 if the same run was given the record a second time, and so on.
        html_sha256: the hash of the HTML page beside the PDF; empty for no such page.
        time: the moment in UTC, as ISO 8601.
        printkit: the version that wrote the line.
    """

    account: Mapping[str, object]
    record_sha256: str
    choices_sha256: str
    file: str = ""
    seconds: float = 0.0
    memory_mb: float | None = None
    number: int = 1
    copy: int = 1
    html_sha256: str = ""
    time: str = field(default="", compare=False)
    printkit: str = field(default="", compare=False)

    @property
    def record(self) -> str:
        """Return the name of the record, as the user gave it."""
        return str(self.account["record"])

    @property
    def status(self) -> str:
        """Return the status of the account."""
        return str(self.account["status"])


ManifestLine = RunLine | TakenLine | RecordLine


@cache
def own_version() -> str:
    """Return the version of this printkit, which is read from the disk only once."""
    return version("printkit-press")


def line_text(line: ManifestLine) -> str:
    """Return the text of a line of the present moment, without a line end."""
    about = {
        "manifest": _FORMAT,
        "printkit": own_version(),
        "time": datetime.now(UTC).isoformat(timespec="seconds"),
    }
    match line:
        case RunLine():
            values: dict[str, object] = {**about, "run": line.state}
        case TakenLine():
            own = {"record": line.record, "copy": line.copy, "number": line.number}
            values = {**about, "run": "taken over", **own}
        case RecordLine():
            values = {**about, **_values_of_record(line), **line.account}
    text = json.dumps(values, ensure_ascii=True)
    return f'{text[:-1]}, "check": "{_sum_of(text[:-1])}"}}'


def read_manifest_line(text: str) -> ManifestLine:
    """Return what a line of a manifest says.

    Raises:
        LineError: the line is damaged, or another version of printkit wrote it in another format.
    """
    found = _CHECK.fullmatch(text)
    if not found or found["sum"] != _sum_of(found["values"]):
        raise LineError("damaged")
    values = json.loads(found["values"] + "}")
    if values.get("manifest") != _FORMAT:
        raise LineError("of another version of printkit, which writes other lines")
    try:
        return _line_of(values)
    except (KeyError, TypeError, ValueError) as error:
        raise LineError("damaged") from error


def _values_of_record(line: RecordLine) -> dict[str, object]:
    return {
        "number": line.number,
        "copy": line.copy,
        "record_sha256": line.record_sha256,
        "choices_sha256": line.choices_sha256,
        "file": line.file,
        "html_sha256": line.html_sha256,
        "seconds": round(line.seconds, 3),
        "memory_mb": line.memory_mb,
    }


def _line_of(values: dict[str, object]) -> ManifestLine:
    about = {"time": str(values.pop("time")), "printkit": str(values.pop("printkit"))}
    del values["manifest"]
    match values.pop("run", None):
        case "started" | "resumed" | "ended" as state:
            return RunLine(state, **about)
        case "taken over":
            copy, number = _number(values["copy"]), _number(values["number"])
            return TakenLine(str(values["record"]), copy, number)
        case None:
            return _record_line(values, about)
        case _:
            raise LineError("damaged")


def _record_line(values: dict[str, object], about: dict[str, str]) -> RecordLine:
    memory = values.pop("memory_mb")
    line = RecordLine(
        number=_number(values.pop("number")),
        copy=_number(values.pop("copy")),
        record_sha256=str(values.pop("record_sha256")),
        choices_sha256=str(values.pop("choices_sha256")),
        file=str(values.pop("file")),
        html_sha256=str(values.pop("html_sha256", "")),
        seconds=float(str(values.pop("seconds"))),
        memory_mb=None if memory is None else float(str(memory)),
        account=values,
        **about,
    )
    path = PurePosixPath(line.file)
    if path.is_absolute() or ".." in path.parts or not line.record or not line.status:
        raise LineError("damaged")
    return line


def _number(value: object) -> int:
    if not isinstance(value, int) or value < 1:
        raise LineError("damaged")
    return value


def _sum_of(text: str) -> str:
    return f"{zlib.crc32(text.encode()):08x}"
