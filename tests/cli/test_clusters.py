"""`--dask` and `--publish`: wrong choices are told in one sentence, before a cluster is joined."""

from pathlib import Path

import pytest

from tests.support.command_line import run_command, write_record
from tests.support.sample_records import PLAIN


def test_a_single_file_needs_no_cluster(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The error comes before a cluster is joined."""
    monkeypatch.chdir(tmp_path)
    told = run_command("export", write_record(PLAIN), "-o", "a.pdf", "--dask", "local")
    assert told.exit_code == 2
    assert "--dask belongs to a run of many records" in told.output


@pytest.mark.parametrize("command", [("export", "-d", "out"), ("digest", "-o", "a.pdf")])
def test_a_wrong_address_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: tuple[str, str, str]
) -> None:
    """Nothing is printed."""
    monkeypatch.chdir(tmp_path)
    name, option, output = command
    told = run_command(name, write_record(PLAIN), option, output, "--dask", "abc://nowhere:1")
    assert told.exit_code == 2
    assert "abc://nowhere:1: is not the address of a Dask scheduler: abc is none" in told.output
    assert not list(tmp_path.rglob("*.pdf"))


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("-d", "s3://bucket/out"), "--publish worker needs --dask"),
        (("--dask", "local"), "and -d with an address"),
        (("-o", "a.pdf", "--dask", "local"), "--publish belongs to a run of many records"),
        (("-d", "out", "--dask", "local"), "out: workers cannot publish to this folder"),
        (("-d", "memory://out", "--dask", "local"), "memory://out: workers cannot publish"),
    ],
)
def test_workers_publish_to_a_store_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, options: tuple[str, ...], told: str
) -> None:
    """No cluster is joined, and nothing is printed."""
    monkeypatch.chdir(tmp_path)
    record = write_record(PLAIN)
    ran = run_command("export", record, *options, "--publish", "worker")
    assert ran.exit_code == 2
    assert told in " ".join(ran.output.split())
    assert [one.name for one in tmp_path.iterdir()] == [Path(record).name]


def test_a_client_that_publishes_needs_no_cluster(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The default can be given, too."""
    monkeypatch.chdir(tmp_path)
    ran = run_command("export", write_record(PLAIN), "-d", "out", "--publish", "client")
    assert ran.exit_code == 0
    assert len(list((tmp_path / "out").glob("*.pdf"))) == 1
