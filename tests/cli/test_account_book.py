"""The account book prints each account, and the report has an account of every record."""

import json
from pathlib import Path

import pytest

from printkit.cli.account_book import AccountBook
from printkit.errors import PressError
from printkit.remarks import Remark
from printkit.report import Account


def test_every_record_is_in_the_report(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Records behind the end of a run were not run; the error that ended the run is told."""
    book = AccountBook(tmp_path / "report.json")
    book.take(Account("a", "ok"))
    assert not book.has_failures
    book.take(Account.of_error("b", PressError("no ink", where="b")))
    assert book.has_failures
    book.close(["a", "b", "c", "d"], PressError("no paper"))
    book.tell_left()
    told = json.loads((tmp_path / "report.json").read_text())
    assert [(one["record"], one["status"]) for one in told["records"]] == [
        ("a", "ok"),
        ("b", "failed"),
        ("c", "not_run"),
        ("d", "not_run"),
    ]
    assert told["error"]["problems"] == ["no paper"]
    shown = capsys.readouterr().err
    assert "failed: b: no ink" in shown
    assert "not run: 2 of 4 records" in shown


def test_a_remark_on_the_theme_is_told_once(capsys: pytest.CaptureFixture[str]) -> None:
    """The theme is the same for every record; a remark on a record is told each time."""
    book = AccountBook(None)
    on_theme = Remark("PK501", "the theme has a fault", "", file="own.css")
    on_record = Remark("PK201", "colour is unknown", "a")
    for _ in range(2):
        book.take(Account("a", "ok", (on_theme, on_record)))
    book.close(["a", "a"], None)
    shown = capsys.readouterr().err
    assert shown.count("the theme has a fault") == 1
    assert shown.count("colour is unknown") == 2
