"""A batch prints a record once, in its place, even if files change while it runs."""

import json
from pathlib import Path

import pytest

from printkit import export_many
from printkit.edition.ticket import JobTicket
from printkit.errors import PrintkitError, ThemeError
from printkit.files.kept_run import KeptRun
from printkit.pipeline.batch import open_batch
from printkit.report import Account
from printkit.workers.losses import crash_error
from tests.support.own_themes import write_theme
from tests.support.sample_records import PLAIN, TEN


def write_lines(path: Path, count: int) -> None:
    """Write so many of the ten records as JSON Lines."""
    path.write_text("\n".join(map(json.dumps, TEN[:count])))


def test_a_file_that_grows_while_the_run_goes_on_is_told(tmp_path: Path) -> None:
    """The record that nobody expected has an account, and no file."""
    first, second = tmp_path / "a.json", tmp_path / "b.json"
    first.write_text(json.dumps(PLAIN))
    second.write_text(json.dumps([TEN[0]]))
    batch = open_batch([first, second], tmp_path / "out", JobTicket(), trusted=True)
    run = batch.accounts()
    accounts = [next(run)]
    second.write_text(json.dumps(TEN[:2]))
    accounts += run
    assert [one.status for one in accounts] == ["ok", "ok", "failed"]
    assert "changed" in str(accounts[2].error)
    assert len(list((tmp_path / "out").iterdir())) == 2


def test_a_file_that_shrinks_while_the_run_goes_on_loses_no_account(tmp_path: Path) -> None:
    """The record that is gone was not run, and the run has not ended."""
    lines = tmp_path / "a.json"
    lines.write_text(json.dumps(TEN[:3]))
    out = tmp_path / "out"
    run = export_many([PLAIN, lines], out, manifest=True, trusted=True)
    accounts = [next(run)]
    lines.write_text(json.dumps(TEN[:2]))
    accounts += run
    assert [one.status for one in accounts] == ["ok", "ok", "ok", "not_run"]
    assert not KeptRun(out).ended


def test_only_what_is_left_of_a_source_is_printed_again(tmp_path: Path) -> None:
    """A source of which nothing is left is not read again."""
    first, second = tmp_path / "a.jsonl", tmp_path / "b.jsonl"
    write_lines(first, 2)
    write_lines(second, 3)
    out = tmp_path / "out"
    made = list(export_many([first, second], out, manifest=True, trusted=True))
    result = made[3].result
    assert result
    assert result.path
    result.path.unlink()
    again = list(export_many([first, second], out, resume=True, trusted=True))
    assert [one.earlier is None for one in again] == [False, False, False, True, False]
    assert [one.record for one in again] == [one.record for one in made]
    assert [one.to_json() for one in again] == [one.to_json() for one in made]


def test_a_second_try_is_told_with_the_name_of_the_record(tmp_path: Path) -> None:
    """The function of the caller gets the error of the first try."""
    told: list[tuple[str, PrintkitError]] = []
    batch = open_batch(PLAIN, tmp_path, JobTicket(), trusted=True)
    batch.tell_retries(lambda where, error: told.append((where, error)))
    error = crash_error("signal 11")
    batch.workers.note_retry(error, next(iter(batch.sources)), JobTicket())
    assert told == [("record 1", error)]


def test_many_records_end_after_two(tmp_path: Path) -> None:
    """Two records have accounts, and the manifest says that the run has not ended."""
    accounts: list[Account] = []
    out = tmp_path / "out"
    run = export_many(
        TEN, out, theme=write_theme(tmp_path, "p { line-clamp: 0 }"), manifest=True, trusted=True
    )
    with pytest.raises(ThemeError, match=r"the theme .*ours\.css: no article can be printed"):
        accounts.extend(run)
    assert [one.status for one in accounts] == ["failed", "failed"]
    assert not KeptRun(out).ended


def test_records_that_fail_by_themselves_end_no_run(tmp_path: Path) -> None:
    """The theme prints the sample, so the third record is printed."""
    bad = {**PLAIN, "body": "<dl><dt>Salt</dt><dd>Two sacks.</dd></dl>"}
    theme = write_theme(tmp_path, "dd { line-clamp: 0 }")
    accounts = list(export_many([bad, bad, PLAIN], tmp_path, theme=theme, trusted=True))
    assert [one.status for one in accounts] == ["failed", "failed", "ok"]
