"""The account that a batch keeps beside its PDFs, for callers of the library."""

import json
from hashlib import sha256
from pathlib import Path

import pytest

from printkit import export_many
from printkit.article import Article
from printkit.errors import EditionError, OutputError
from printkit.files.folder_lock import hold_folder
from printkit.files.kept_run import MANIFEST, KeptRun
from printkit.pipeline.kept_account import RunPlace, line_of_record
from printkit.report import Account, Result
from tests.support.command_line import run_command
from tests.support.sample_records import PLAIN, TEN


def test_the_library_keeps_a_manifest_only_if_it_is_asked(tmp_path: Path) -> None:
    """Without a manifest, the folder has the PDFs and no other file."""
    list(export_many(TEN[:2], tmp_path))
    assert {one.suffix for one in tmp_path.iterdir()} == {".pdf"}
    list(export_many(TEN[:2], tmp_path, manifest=True))
    assert [one.name for one in tmp_path.iterdir() if one.suffix != ".pdf"] == [MANIFEST]
    kept = KeptRun(tmp_path)
    assert [(one.record, one.status, one.number) for one in kept.lines()] == [
        ("record 1", "ok", 1),
        ("record 2", "ok", 2),
    ]
    assert kept.ended


def test_a_resumed_call_yields_the_earlier_accounts_in_their_places(tmp_path: Path) -> None:
    """One account of three is of this run; all say the same in a report."""
    lines = tmp_path / "a.jsonl"
    lines.write_text("\n".join(map(json.dumps, [*TEN[:2], *TEN[:1]])))
    out = tmp_path / "out"
    first = [one.to_json() for one in export_many(lines, out, manifest=True)]
    Path(str(first[1]["output"])).unlink()
    again = list(export_many(lines, out, resume=True))
    assert [one.earlier is None for one in again] == [False, True, False]
    assert [one.to_json() for one in again] == first


def test_a_run_that_the_caller_leaves_goes_on_later(tmp_path: Path) -> None:
    """The lock ends with the generator; what was done is taken over."""
    run = export_many(TEN[:4], tmp_path, manifest=True)
    next(run)
    next(run)
    with pytest.raises(OutputError, match="another run"):
        next(export_many(PLAIN, tmp_path, manifest=True))
    del run
    again = list(export_many(TEN[:4], tmp_path, resume=True))
    assert [one.earlier is None for one in again] == [False, False, True, True]


def test_two_records_of_one_name_have_lines_of_their_own(tmp_path: Path) -> None:
    """A file that is given twice is taken over twice."""
    record = tmp_path / "a.json"
    record.write_text(json.dumps(PLAIN))
    list(export_many([record, record], tmp_path / "out", manifest=True))
    again = list(export_many([record, record], tmp_path / "out", resume=True))
    assert [one.earlier is None for one in again] == [False, False]
    assert len({one.to_json()["output"] for one in again}) == 2


@pytest.mark.parametrize("wrong", ["retry", "wait"])
def test_choices_that_need_others_are_refused(tmp_path: Path, wrong: str) -> None:
    """Nothing is made."""
    out = tmp_path / "out"
    with pytest.raises(EditionError, match=f"{wrong} needs"):
        export_many(PLAIN, out, retry=wrong == "retry", wait=wrong == "wait")
    assert not out.exists()


def test_a_folder_of_an_earlier_run_may_be_held(tmp_path: Path) -> None:
    """A call that keeps no account does not ask who holds the folder."""
    with hold_folder(tmp_path):
        assert [one.status for one in export_many(PLAIN, tmp_path)] == ["ok"]


@pytest.mark.parametrize("change", ["gone", "changed"])
def test_a_record_whose_html_page_is_gone_or_changed_is_printed_again(
    tmp_path: Path, change: str
) -> None:
    """The PDF is there with its bytes; the pages of the other records are taken over."""
    (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, TEN[:3])))
    words = ("export", tmp_path / "a.jsonl", "-d", tmp_path / "out", "--resume", "--html")
    run_command(*words)
    page, *others = sorted((tmp_path / "out").glob("*.html"))
    whole = page.read_bytes()
    page.unlink() if change == "gone" else page.write_bytes(whole + b"<!-- -->")
    done = run_command(*words)
    assert done.stdout.split() == [str(page.with_suffix(".pdf"))]
    assert page.read_bytes() == whole
    assert len(others) == 2
    assert run_command(*words).stdout == ""


def test_a_line_has_the_hash_of_a_page_that_a_worker_kept() -> None:
    """A later run compares the page, whoever wrote it."""
    made = Result(Article(**PLAIN), b"%PDF", 1, (), "<html>", Path("a.pdf"))
    place = RunPlace("a", "a.pdf", "0" * 64, 1, 1)
    whole, light = (Account("a", "ok", (), one) for one in (made, made.without_bytes()))
    lines = [line_of_record(one, place, html=True) for one in (whole, light)]
    assert lines[0] == lines[1]
    assert lines[0].html_sha256 == sha256(b"<html>").hexdigest()
    assert not line_of_record(whole, place).html_sha256
