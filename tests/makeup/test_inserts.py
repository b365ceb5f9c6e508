"""The PDFs that a plan joins: cleaned, in their order, with anchors that links can lead to."""

from pathlib import Path

import pytest

from printkit.errors import InsertError
from printkit.issue.plan import Plan
from printkit.makeup.inserts import admit_inserts
from tests.support.plain_weasyprint import print_plain as leaflet


def test_inserts_are_counted_apart_before_and_after_the_articles(tmp_path: Path) -> None:
    """Roman before the articles and arabic after them; what is noticed is a remark."""
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
    assert made.pdfs == tuple(one.pdf for one in (*made.prepended, *made.appended))


def test_a_file_that_is_no_pdf_is_refused(tmp_path: Path) -> None:
    """Before anything is printed."""
    (tmp_path / "a.pdf").write_text("no PDF")
    with pytest.raises(InsertError):
        admit_inserts(Plan(append=(str(tmp_path / "a.pdf"),)))
