"""Events of a run: each account and each second try is a line of the log."""

import json
from pathlib import Path

import pytest

from printkit.cli.run_events import tell_events
from printkit.cli.run_options import RunChoices
from printkit.report import Account
from printkit.workers.losses import UnfitWorkerError, crash_error, time_error


def test_each_kind_of_account_is_an_event(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A record of an earlier run and a record that was not run are only counted."""
    log = tmp_path / "log"
    lost = Account.of_error("b", time_error(3))
    with tell_events(RunChoices(log=log, log_format="json", verbose=True)) as events:
        events.take_retry("a", crash_error("signal 11"))
        events.take(Account("a", "ok", seconds=2.0, memory_mb=90))
        events.take(lost)
        events.take(Account("c", "refused"))
        events.take(Account.of_earlier_run({"record": "d", "status": "ok"}))
        events.take(Account("e", "not_run"))
        events.take_rest(1)
    told = [json.loads(line) for line in log.read_text().splitlines()]
    kinds = ["started", "retried", "printed", "killed", "refused", "finished"]
    assert [one["event"] for one in told] == kinds
    assert (told[1]["record"], told[1]["code"]) == ("a", "PK155")
    assert (told[3]["status"], told[3]["code"]) == ("timeout", "PK153")
    counts = {name: told[-1][name] for name in ("ok", "timeout", "refused", "not_run")}
    assert counts == {"ok": 1, "timeout": 1, "refused": 1, "not_run": 1}
    assert told[-1]["taken_over"] == 1
    assert "the slowest 1 of 1 records" in capsys.readouterr().err


def test_an_unfit_worker_is_named_once_on_standard_error(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The log has a line for each record that is tried again."""
    log = tmp_path / "log"
    unfit = UnfitWorkerError("pydyf is 1 here, and 2 on the worker", where="worker on a")
    with tell_events(RunChoices(log=log)) as events:
        events.take_retry("a", unfit)
        events.take_retry("b", unfit)
    told = "worker on a: pydyf is 1 here, and 2 on the worker; other workers print its records"
    assert capsys.readouterr().err == f"{told} [PK130]\n"
    assert log.read_text().count('message="worker on a: pydyf is 1 here') == 2


def test_the_end_is_told_even_if_the_run_fails(tmp_path: Path) -> None:
    """The last line is `finished`."""
    log = tmp_path / "log"
    with pytest.raises(KeyboardInterrupt), tell_events(RunChoices(log=log)):
        raise KeyboardInterrupt
    assert "event=finished" in log.read_text().splitlines()[-1]
