"""Many records, printed separately: each has a file and an account, even if others fail."""

import json
import multiprocessing
from collections.abc import Callable
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from printkit import export, export_many
from printkit.errors import PressError, RecordError, ThemeError
from tests.support.printed_articles import print_article
from tests.support.sample_records import BROKEN, PLAIN, TEN, replace_fifth_by_broken

OwnProcesses = partial(ProcessPoolExecutor, mp_context=multiprocessing.get_context("spawn"))


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


@pytest.mark.parametrize(
    "kind", [ThreadPoolExecutor, pytest.param(OwnProcesses, marks=pytest.mark.slow)]
)
def test_the_bytes_do_not_depend_on_the_executor(
    tmp_path: Path, kind: Callable[[int], Executor]
) -> None:
    """A broken record among the others costs no other; the accounts are equal, too."""
    records = [TEN[0], BROKEN, TEN[1]]
    here = list(export_many(records, tmp_path / "here"))
    with kind(2) as executor:
        there = list(export_many(records, tmp_path / "there", executor=executor, jobs=2))
        alone = export(TEN[0], executor=executor)
    assert [one.status for one in there] == ["ok", "failed", "ok"]
    assert [one.remarks for one in there] == [one.remarks for one in here]
    assert here[0].result
    assert alone.pdf == here[0].result.pdf
    printed = {path.name: path.read_bytes() for path in (tmp_path / "here").iterdir()}
    assert printed == {path.name: path.read_bytes() for path in (tmp_path / "there").iterdir()}


def test_what_is_done_stays_when_the_executor_stops(tmp_path: Path) -> None:
    """The next run takes over what was printed, and prints the rest."""
    with ThreadPoolExecutor(1) as executor:
        accounts = export_many(TEN[:6], tmp_path, executor=executor, manifest=True)
        assert next(accounts).status == "ok"
        executor.shutdown(wait=False, cancel_futures=True)
        with pytest.raises(PressError, match=r"stopped|takes no"):
            list(accounts)
    done = len(list(tmp_path.glob("*.pdf")))
    assert 1 <= done < 6
    again = list(export_many(TEN[:6], tmp_path, resume=True))
    assert [one.status for one in again] == ["ok"] * 6
    assert sum(one.earlier is not None for one in again) == done
