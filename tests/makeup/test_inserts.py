"""The PDFs that a plan joins: cleaned, in their order, with anchors that links can lead to."""

from io import BytesIO
from pathlib import Path

import pytest
from pikepdf import Encryption, Pdf
from pypdf import PdfReader

import printkit
from printkit.bindery.book import MissingInsert
from printkit.issue.plan import Plan
from printkit.makeup.inserts import admit_inserts
from tests.support.digest_readback import read_outline
from tests.support.paths import CASES
from tests.support.plain_weasyprint import print_plain as leaflet


def test_inserts_are_counted_apart_before_and_after_the_articles(tmp_path: Path) -> None:
    """Inserts before the articles have roman numbers, inserts after them arabic numbers."""
    names = []
    for name in ("one", "two", "three"):
        (tmp_path / f"{name}.pdf").write_bytes(leaflet(f"<p>{name}</p>", pdf_variant=None))
        names.append(str(tmp_path / f"{name}.pdf"))
    made = admit_inserts(Plan(prepend=tuple(names[:1]), append=tuple(names[1:])))
    assert [one.anchor for one in (*made.prepended, *made.appended)] == [
        "prepended-1",
        "appended-1",
        "appended-2",
    ]
    assert [one.numbering for one in (*made.prepended, *made.appended)] == [
        "roman",
        "arabic",
        "arabic",
    ]
    assert [one.code for one in made.remarks] == ["PK712"] * 3
    assert made.errors == ()


def test_a_file_that_is_no_pdf_has_a_stub_in_its_place(tmp_path: Path) -> None:
    """The stub does not name the folder, so that the bytes are the same from any folder."""
    for name in ("here", "there"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "tide-tables.pdf").write_text("no PDF")
    found = [
        admit_inserts(Plan(append=(str(tmp_path / name / "tide-tables.pdf"),)))
        for name in ("here", "there")
    ]
    assert found[0].identities == found[1].identities
    (missing,) = found[0].appended
    assert isinstance(missing, MissingInsert)
    assert (missing.title, missing.anchor) == ("Tide tables", "appended-1")
    (error,) = found[0].errors
    assert error.where == str(tmp_path / "here" / "tide-tables.pdf")


def test_the_identity_tells_all_that_is_shown_of_an_insert(tmp_path: Path) -> None:
    """Two files whose pages are equal may have other titles and bookmarks."""
    pages = tmp_path / "a.pdf"
    pages.write_bytes(leaflet("<h1>Tides</h1><p>High at noon", pdf_variant=None))
    plan = Plan(append=(str(pages),))
    before = admit_inserts(plan).identities
    with Pdf.open(pages, allow_overwriting_input=True) as pdf:
        with pdf.open_outline() as outline:
            outline.root[0].title = "Floods"
        pdf.save(pages)
    assert admit_inserts(plan).identities != before


@pytest.mark.parametrize("language", ["en", "he"])
def test_bad_files_cost_no_digest(tmp_path: Path, language: str) -> None:
    """A bad file has a stub with name and reason, a line in the contents, and a bookmark."""
    (tmp_path / "notice.pdf").write_text("no PDF")
    locked = tmp_path / "locked_2019.pdf"
    with Pdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(locked, encryption=Encryption(user="secret", owner="secret"))
    made = printkit.digest(
        CASES / "b20-small.json",
        prepend=[tmp_path / "notice.pdf"],
        append=[locked, tmp_path / "gone.pdf", CASES / "b23-outline-labels-links.pdf"],
        language=language,
    )
    assert [error.where.rpartition("/")[2] for error in made.missing_inserts] == [
        "notice.pdf",
        "locked_2019.pdf",
        "gone.pdf",
    ]
    assert [account.status for account in made.accounts] == ["ok"]
    pages = [" ".join(one.extract_text().split()) for one in PdfReader(BytesIO(made.pdf)).pages]
    outline = {title: page for _, title, page in read_outline(made.pdf)}
    for title, reason in {
        "Notice": "the file is no PDF",
        "Locked 2019": "the file is encrypted and needs a password",
        "Gone": "there is no such file",
    }.items():
        assert f"could not be bound in: {reason}." in pages[outline[title] - 1]
        assert title in pages[outline[title] - 1]
        assert sum(title in page for page in pages) == 2  # the stub's own page, and the contents
    assert "Annual report of the harbour" in outline


@pytest.mark.usefixtures("cold_cache")
def test_a_digest_with_a_stub_is_kept_until_the_file_is_there(tmp_path: Path) -> None:
    """The cache gives the same bytes with the error; once the file is there, the bytes are new."""
    record, joined = CASES / "b20-small.json", tmp_path / "tides.pdf"
    missing = [printkit.digest(record, append=[joined]) for _ in range(2)]
    assert missing[0].pdf == missing[1].pdf
    assert len(missing[1].missing_inserts) == 1
    joined.write_bytes(leaflet("<p>High at noon", pdf_variant=None))
    whole = printkit.digest(record, append=[joined])
    assert whole.missing_inserts == ()
    assert "High at noon" in PdfReader(BytesIO(whole.pdf)).pages[3].extract_text()
