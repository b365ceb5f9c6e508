"""Work may read the files that its arguments name."""

from pathlib import Path

from printkit.edition import Edition
from printkit.edition.ticket import JobTicket
from printkit.printing.readable import readable_files
from printkit.readers.record_sources import RecordSource
from tests.support.press_runs import make_press_job, make_reading, plan_section


def test_each_argument_names_its_files(tmp_path: Path) -> None:
    """A file brings the folder of its pictures along."""
    (tmp_path / "pics").mkdir()
    ticket = JobTicket(Edition(roots=(tmp_path / "pics",), templates=str(tmp_path)))
    reading = make_reading("a", folder=tmp_path / "week")
    (task,) = plan_section(reading, ticket=ticket)
    found = {
        "file": RecordSource(tmp_path / "a.json"),
        "bytes": RecordSource(b"{}", "stdin", tmp_path / "pics"),
        "task": task,
    }
    assert {name: set(readable_files([value])) for name, value in found.items()} == {
        "file": {tmp_path},
        "bytes": {tmp_path / "pics"},
        "task": {tmp_path / "week", tmp_path / "pics", tmp_path},
    }


def test_a_theme_brings_its_folder_along(tmp_path: Path) -> None:
    """A theme may import other files of its folder."""
    theme = tmp_path / "own.css"
    theme.write_text("")
    assert list(readable_files(make_press_job(theme=str(theme)))) == [tmp_path]
    assert list(readable_files(7)) == []
