"""Inspecting a finished PDF, and taking its records out."""

import io
import json
import re
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from printkit.article import Article
from printkit.errors import InspectionError
from printkit.inspect import inspect
from tests.support.attached_files import RECORD, make_pdf_with_files
from tests.support.plain_weasyprint import print_plain
from tests.support.time_limits import ends_soon


@pytest.fixture(scope="module")
def whole() -> bytes:
    """Return a page with its record."""
    return make_pdf_with_files(("article.json", json.dumps(RECORD).encode()))


def test_a_page_of_ours_is_read_back(whole: bytes) -> None:
    """The article comes back as given, with all facts about the file."""
    found = inspect(whole)
    assert found.articles == (Article.model_validate(RECORD),)
    assert (found.title, found.language, found.claims) == ("Harbour news", "en", ("PDF/A-3A",))
    assert (found.page_count, found.page_labels, found.tagged) == (1, ("1",), True)
    assert (found.paper, found.paper_size) == ("", (105.0, 148.0))
    assert [(one.page, one.width, one.dpi) for one in found.pictures] == [(1, 60, 76)]
    assert [one.name for one in found.attachments] == ["article.json"]
    assert [one.code for one in found.findings] == ["PK602"]


def test_a_field_that_was_not_printed_is_found_out() -> None:
    """Inspecting compares the page with the attached record."""
    record = {**RECORD, "kicker": "Coast", "body": "<p>…</p>"}
    found = inspect(make_pdf_with_files(("article.json", json.dumps(record).encode())))
    assert ("PK601", "kicker") in [(one.code, one.where) for one in found.findings]


def test_a_lost_field_of_one_among_several_articles_names_the_article() -> None:
    """The articles are counted in the order of their attachments."""
    records = [{**RECORD, "kicker": kicker, "body": "<p>…</p>"} for kicker in ("", "Coast")]
    files = [(f"article-{n}.json", json.dumps(one).encode()) for n, one in enumerate(records)]
    lost = [one for one in inspect(make_pdf_with_files(*files)).findings if one.field == "kicker"]
    assert [(one.where, one.record) for one in lost] == [("article 2: kicker", "article 2")]


def test_an_inspection_is_plain_json(whole: bytes, tmp_path: Path) -> None:
    """A file and its bytes give the same JSON, without the contents of attachments."""
    path = tmp_path / "a.pdf"
    path.write_bytes(whole)
    told: dict[str, Any] = inspect(path).to_json()
    assert told == inspect(whole).to_json()
    assert json.loads(json.dumps(told)) == told
    assert told["attachments"][0]["size"] == len(json.dumps(RECORD))
    assert "data" not in told["attachments"][0]
    assert told["articles"] == [RECORD]
    assert told["findings"][0]["code"] == "PK602"


@pytest.mark.parametrize(
    ("size", "name"), [("A5", "A5"), ("letter landscape", "Letter"), ("100mm 140mm", "")]
)
def test_paper_has_a_name_if_it_is_known(size: str, name: str) -> None:
    """An upright sheet and a wide sheet of one size have one name."""
    assert inspect(print_plain("<p>Text", f"@page {{ size: {size} }}")).paper == name


def test_a_file_whose_pages_are_found_by_one_reader_only_is_refused(whole: bytes) -> None:
    """The trailer leads to an object that is no catalog: pypdf repairs this, PDFium does not."""
    plain = io.BytesIO()
    with pikepdf.open(io.BytesIO(whole)) as pdf:
        pdf.save(plain, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    damaged = re.sub(rb"/Root \d", b"/Root 2", plain.getvalue())
    assert damaged != plain.getvalue()
    with pytest.raises(InspectionError, match="none of its pages can be read"):
        inspect(damaged)


def test_hostile_files_end_in_a_report_or_a_refusal(corpus: Path) -> None:
    """Loops, bombs, broken and encrypted files end fast; each error names its file."""
    paths = sorted((corpus / "hostile-pdf").glob("*.pdf"))
    assert len(paths) >= 24
    refused = {}
    for path in paths:
        try:
            with ends_soon():
                assert inspect(path).page_count > 0
        except InspectionError as error:
            refused[path.name[:3]] = error
    assert {"p02", "p05", "p06", "p07", "p12", "p15", "p20"} <= refused.keys()
    assert not {"p01", "p03", "p08", "p13", "p17", "p18", "p23"} & refused.keys()
    assert all(error.where.endswith(".pdf") for error in refused.values())
