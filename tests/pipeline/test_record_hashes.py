"""Hashes of records and choices: whatever changes a PDF changes a hash, and little else does."""

import os
from dataclasses import replace
from pathlib import Path

from printkit.edition import Edition
from printkit.edition.limits import Limits
from printkit.edition.ticket import JobTicket
from printkit.errors import RecordError
from printkit.pipeline.record_hashes import hash_choices, hash_reading, hash_with_files
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


def test_a_changed_picture_changes_the_hash_of_the_record_that_names_it(tmp_path: Path) -> None:
    """Pictures at any depth count, in the folder and in the roots; also one that was missing."""
    folder, root = tmp_path / "in", tmp_path / "root"
    (folder / "deep").mkdir(parents=True)
    root.mkdir()
    names = ("deep/a.png", "without-ending", "b.jpg")
    pictures = [folder / "deep" / "a.png", folder / "without-ending", root / "b.jpg"]
    seen = {hash_with_files("r", names, folder, [root])}
    for path in pictures:
        for data in (b"1", b"22"):
            path.write_bytes(data)
            seen.add(hash_with_files("r", names, folder, [root]))
        os.utime(path, ns=(1, 1))
        seen.add(hash_with_files("r", names, folder, [root]))
    assert len(seen) == 10
    assert hash_with_files("other", names, folder, [root]) not in seen


def test_other_files_and_the_path_of_the_folder_do_not_count(tmp_path: Path) -> None:
    """Reports, logs and outputs often stand beside records."""
    (tmp_path / "a.png").write_bytes(b"1")
    names = ("a.png", "../outside.png", "/etc/passwd", "x" * 999, "gone.png", "http://[x")
    before = hash_with_files("r", names, tmp_path)
    (tmp_path / "out").mkdir()
    for name in ("report.xml", "run.txt", "b.png", "out/c.png"):
        (tmp_path / name).write_text("x")
    assert hash_with_files("r", names, tmp_path) == before
    assert hash_with_files("r", names, Path(os.path.relpath(tmp_path))) == before
    assert hash_with_files("r", names, None) != before
    assert hash_with_files("r", names, tmp_path / "gone") != before


def test_the_name_of_a_record_does_not_count() -> None:
    """An absolute path and a relative path of one record give one hash."""
    odd = read_plain(oddity="x")
    assert odd.remarks
    moved = odd._replace(remarks=tuple(one._replace(record="b") for one in odd.remarks))
    assert hash_reading(moved) == hash_reading(odd)
    assert hash_reading(RecordError("bad", where="a")) == hash_reading(RecordError("bad"))


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
