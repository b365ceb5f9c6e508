"""Arguments for workers: wrong values are refused, and functions that cannot be sent away."""

from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from printkit.errors import EditionError
from printkit.files.addresses import Address
from printkit.pipeline.batch import export_many
from printkit.pipeline.digest import digest
from printkit.printing.worker_arguments import (
    find_shared_folder,
    refuse_wrong_publisher,
    refuse_wrong_workers,
)
from tests.support.press_runs import fetch_nothing


@pytest.mark.parametrize("wrong", [{"jobs": "2"}, {"jobs": 0}, {"jobs": True}, {"executor": 5}])
def test_a_digest_refuses_wrong_workers(wrong: dict[str, Any]) -> None:
    """The refusal comes before any record is read."""
    (name,) = wrong
    with pytest.raises(EditionError, match=f"{name} is "):
        digest([], **wrong)


def test_all_problems_are_told_at_once() -> None:
    """One error names the problems of the executor and of the jobs."""
    with pytest.raises(EditionError) as caught:
        refuse_wrong_workers("none", 0, False)
    assert len(caught.value.problems) == 2


@pytest.mark.parametrize(
    ("executor", "jobs"), [(None, 1), (None, None), (None, 2), (ThreadPoolExecutor(1), 1)]
)
@pytest.mark.parametrize("fetch", [True, False, fetch_nothing])
def test_good_workers_pass(executor: Executor | None, jobs: int | None, fetch: object) -> None:
    """A function of a module may be called in any process."""
    refuse_wrong_workers(executor, jobs, fetch)


def test_a_function_of_this_process_alone_is_not_sent_away(tmp_path: Path) -> None:
    """Within this process, and in its threads, any function may fetch."""

    def own(_: str) -> bytes | None:
        return None

    refuse_wrong_workers(None, 1, own)
    refuse_wrong_workers(ThreadPoolExecutor(1), 1, own)
    for executor, jobs in ((ProcessPoolExecutor(1), 1), (None, 2)):
        with pytest.raises(EditionError, match="cannot be sent to another process"):
            refuse_wrong_workers(executor, jobs, own)
    with pytest.raises(EditionError, match="cannot be sent to another process"):
        export_many([], tmp_path, jobs=2, fetch=own)


@pytest.mark.parametrize(
    ("folder", "wrong", "told"),
    [
        ("s3://bucket/week", {"publish": "nobody"}, "publish is 'nobody'"),
        ("s3://bucket/week", {"publish": "worker"}, "this run has no executor"),
        ("out", {"publish": "worker", "executor": ThreadPoolExecutor(1)}, "only this machine"),
        ("memory://b", {"publish": "worker", "executor": ThreadPoolExecutor(1)}, "only this mac"),
    ],
)
def test_workers_publish_only_where_all_machines_see_the_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, folder: str, wrong: dict[str, Any], told: str
) -> None:
    """The refusal comes before a folder is made or a record is read."""
    monkeypatch.chdir(tmp_path)
    with pytest.raises(EditionError, match=told) as caught:
        export_many(["missing.json"], folder, **wrong)
    assert caught.value.remedy
    assert not list(tmp_path.iterdir())


def test_a_store_is_seen_by_all_machines() -> None:
    """A client may publish to any folder."""
    refuse_wrong_publisher("client", None, Path("out"))
    refuse_wrong_publisher("worker", ThreadPoolExecutor(1), Address("s3://bucket/week"))
    assert find_shared_folder(Address("s3://bucket/week")) == Address("s3://bucket/week")
