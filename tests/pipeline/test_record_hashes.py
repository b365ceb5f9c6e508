"""Hashes of records and choices: whatever changes a PDF changes a hash, and little else does."""

import os
from dataclasses import replace
from pathlib import Path

from printkit.edition import Edition
from printkit.edition.limits import Limits
from printkit.edition.ticket import JobTicket
from printkit.errors import RecordError
from printkit.pipeline.record_hashes import PictureStates, hash_choices, hash_reading
from printkit.readers import Reading
from printkit.readers.inputs import read_one
from printkit.themes import find_theme
from tests.support.sample_records import PLAIN


def read_plain(**fields: object) -> Reading:
    """Read the plain record with other fields."""
    return read_one({**PLAIN, **fields}, "a")


def test_a_record_has_a_hash_of_its_words_and_not_of_its_place() -> None:
    """The name of the record and its folder do not count."""
    first = read_plain()
    assert hash_reading(first) == hash_reading(first._replace(where="b", folder=Path("x")))
    assert hash_reading(first) != hash_reading(read_plain(headline="Other"))
    assert hash_reading(RecordError("bad")) != hash_reading(RecordError("worse"))


def test_a_changed_picture_changes_the_hash_of_its_record(tmp_path: Path) -> None:
    """Pictures at any depth count, in the folder and in the roots."""
    folder, root = tmp_path / "in", tmp_path / "root"
    (folder / "deep").mkdir(parents=True)
    root.mkdir()
    pictures = [folder / "deep" / "a.png", folder / "without-ending", root / "b.jpg"]
    seen = set()
    for path in pictures:
        for data in (b"1", b"22"):
            path.write_bytes(data)
            seen.add(PictureStates([root]).hash_record("r", folder))
        os.utime(path, ns=(1, 1))
        seen.add(PictureStates([root]).hash_record("r", folder))
    assert len(seen) == 9
    assert PictureStates([root]).hash_record("other", folder) not in seen


def test_records_outputs_and_the_log_are_no_pictures(tmp_path: Path) -> None:
    """A run into the folder of its records changes no hash; nor does a hidden file."""
    before = PictureStates([]).hash_record("r", tmp_path)
    for name in ("b.json", "b.pdf", "b.html", "run.log", ".hidden", "log"):
        (tmp_path / name).write_text("x")
    log = Path(os.path.relpath(tmp_path / "log"))
    assert PictureStates([], log).hash_record("r", tmp_path) == before
    assert PictureStates([]).hash_record("r", tmp_path) != before


def test_a_missing_folder_is_no_error(tmp_path: Path) -> None:
    """A record without a folder has another hash."""
    states = PictureStates([])
    assert states.hash_record("r", tmp_path / "gone") != states.hash_record("r", None)


def test_each_choice_that_changes_a_page_changes_the_hash() -> None:
    """Limits of a worker, such as its patience, change no page."""
    ticket, theme = JobTicket(), find_theme("broadsheet")
    others = [
        replace(ticket, edition=Edition(paper="A5")),
        replace(ticket, edition=Edition(theme="reader")),
        replace(ticket, fetch=True),
        replace(ticket, allow_embargoed=True),
        replace(ticket, strict=True),
        replace(ticket, limits=Limits(links=7)),
    ]
    hashes = {hash_choices(one, theme, html=False) for one in (ticket, *others)}
    hashes |= {hash_choices(ticket, theme, html=True)}
    assert len(hashes) == 8
    patient = replace(ticket, limits=Limits(patience=7))
    assert hash_choices(patient, theme, html=False) == hash_choices(ticket, theme, html=False)
