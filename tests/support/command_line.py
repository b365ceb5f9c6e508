"""Commands of printkit, run in this process: the command line in, exit code and output out.

Tests of commands run in a folder of their own, and name their files from this folder.
"""

import json
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result

from printkit.cli import main


def run_command(*arguments: str | Path, stdin: bytes = b"") -> Result:
    """Run a command line of printkit; an error other than an exit fails the test."""
    result = CliRunner().invoke(main, [str(argument) for argument in arguments], input=stdin)
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def write_record(record: Any, name: str = "a.json") -> Path:
    """Write a record as a JSON file into the current folder; a text is written as it is."""
    path = Path(name)
    path.write_text(record if isinstance(record, str) else json.dumps(record), encoding="utf-8")
    return path


def list_files() -> set[str]:
    """Return the paths of all files below the current folder."""
    return {str(path) for path in Path().rglob("*") if path.is_file()}


def read_accounts(report: Path) -> list[dict[str, Any]]:
    """Return the accounts of the records in a report."""
    accounts: list[dict[str, Any]] = json.loads(report.read_text(encoding="utf-8"))["records"]
    return accounts
