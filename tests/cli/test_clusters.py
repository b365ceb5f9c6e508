"""`--dask`: one file needs no cluster, and a wrong address is one sentence."""

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
    assert "abc://nowhere:1: no Dask scheduler answers" in told.output
    assert not list(tmp_path.rglob("*.pdf"))
