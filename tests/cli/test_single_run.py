"""One record goes to a worker, and its account says how the printing ended."""

import json
from pathlib import Path

import pytest

from printkit.cli.single_run import SingleRun
from printkit.edition import Edition
from printkit.edition.ticket import JobTicket
from printkit.errors import ThemeError
from tests.support.sample_records import PLAIN


@pytest.mark.parametrize("trusted", [True, False])
def test_the_account_names_the_file(tmp_path: Path, trusted: bool) -> None:
    """The PDF stands in its place when the account comes."""
    record, pdf = tmp_path / "a.json", tmp_path / "a.pdf"
    record.write_text(json.dumps(PLAIN))
    run = SingleRun(str(record), pdf, JobTicket(), trusted=trusted)
    assert run.places == [str(record)]
    (account,) = run.accounts()
    assert account.result
    assert (account.status, account.result.path) == ("ok", pdf)
    assert pdf.read_bytes() == account.result.pdf


def test_a_failure_is_the_account_and_a_wrong_theme_ends_the_run(tmp_path: Path) -> None:
    """No file is written."""
    missing = str(tmp_path / "missing.json")
    (account,) = SingleRun(missing, tmp_path / "a.pdf", JobTicket(), trusted=False).accounts()
    assert (account.record, account.status) == (missing, "failed")
    record = tmp_path / "a.json"
    record.write_text(json.dumps(PLAIN))
    ticket = JobTicket(Edition(theme="broadshet"))
    with pytest.raises(ThemeError):
        list(SingleRun(str(record), tmp_path / "a.pdf", ticket, trusted=False).accounts())
    assert [one.name for one in tmp_path.iterdir()] == ["a.json"]
