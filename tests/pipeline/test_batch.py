"""Many records, printed separately: each has a file and an account, even if others fail."""

import json
from pathlib import Path
from typing import Any

import pytest

from printkit import export_many
from printkit.errors import RecordError, ThemeError
from tests.support.printed_articles import print_article
from tests.support.sample_records import BROKEN, PLAIN, TEN, replace_fifth_by_broken


@pytest.mark.parametrize("jobs", [1, pytest.param(2, marks=pytest.mark.slow)])
def test_a_broken_record_among_ten_costs_no_other(tmp_path: Path, jobs: int) -> None:
    """The call prints nine PDFs, and one account names the tenth record."""
    lines = tmp_path / "ten.jsonl"
    lines.write_text("\n".join(map(json.dumps, replace_fifth_by_broken(TEN))))
    accounts = list(export_many([lines], tmp_path / "out", jobs=jobs))
    assert [account.status for account in accounts] == ["ok"] * 4 + ["failed"] + ["ok"] * 5
    assert accounts[4].record == f"{lines}:5"
    assert isinstance(accounts[4].error, RecordError)
    assert "nothing to print" in str(accounts[4].error)
    made = [account.result for account in accounts if account.result]
    assert [result.remarks for result in made] == [()] * 9
    assert sorted(path.read_bytes() for path in (tmp_path / "out").iterdir()) == sorted(
        result.pdf for result in made
    )


def test_every_kind_of_record_is_accounted_for(tmp_path: Path) -> None:
    """Mappings, bytes, articles, missing files: a call gives as many accounts as records."""
    records: list[Any] = [
        PLAIN,
        BROKEN,
        json.dumps(PLAIN).encode(),
        b"\x00\x01\x02",
        tmp_path / "missing.json",
        print_article(PLAIN).article,
    ]
    accounts = list(export_many(records, tmp_path))
    assert [account.status for account in accounts] == [
        "ok",
        "failed",
        "ok",
        "failed",
        "failed",
        "ok",
    ]
    assert [account.record for account in accounts[:4]] == [f"record {n}" for n in (1, 2, 3, 4)]
    assert accounts[4].record.endswith("missing.json")
    assert len(list(tmp_path.glob("*.pdf"))) == 3


def test_a_wrong_choice_stops_all_at_once(tmp_path: Path) -> None:
    """The error comes before a record is read or a folder is made."""
    with pytest.raises(ThemeError):
        export_many(TEN, tmp_path / "out", theme="broadshet")
    assert not (tmp_path / "out").exists()
