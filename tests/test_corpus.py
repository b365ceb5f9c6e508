"""Forty-three real articles and all field cases: prints conform, and lose no word in silence."""

import json
from pathlib import Path

import page as page_validation
import pytest

import printkit
from printkit.inspect import Inspection, inspect
from tests.ledger import Ledger
from tests.support import pdf_objects, structure_tree
from tests.support.paths import CORPUS
from tests.support.quick_cases import mark_slow
from tests.support.sample_records import CORPUS_REMARKS

ARTICLES = CORPUS / "articles"
# One for each script, and for each kind of thing in a body; `make slow` prints all others.
QUICK = {
    "aktualne", "guardian-1", "hukumusume", "keep-images", "la-nacion", "liberation-1", "nytimes-1",
    "qq", "table-style-attributes", "wikia",
}  # fmt: skip
NAMES = mark_slow((path.stem for path in sorted(ARTICLES.glob("*.json"))), but=QUICK)


@pytest.fixture(scope="module", params=NAMES or [pytest.param("")])
def printed(request: pytest.FixtureRequest) -> printkit.Result:
    """Print one article, once for all its tests."""
    if not request.param:
        pytest.skip("the corpus ../shared/corpus is absent")
    return printkit.export(ARTICLES / f"{request.param}.json")


@pytest.fixture(scope="module")
def inspected(printed: printkit.Result) -> Inspection:
    """Return the contents of the file as `inspect` reads them."""
    return inspect(printed.pdf)


def test_nothing_is_lost(printed: printkit.Result) -> None:
    """Every filled field of an article is on paper, and every character has a glyph."""
    surprises = [remark for remark in printed.remarks if remark.code not in CORPUS_REMARKS]

    if any(remark.code == "PK502" for remark in surprises):
        assert "fonts-noto-cjk" in str(surprises) or "install a font" in str(surprises)
        pytest.skip("no font of this machine's has these characters")
    assert surprises == []


def test_the_file_conforms(printed: printkit.Result, inspected: Inspection, tmp_path: Path) -> None:
    """The file keeps its claims, PDF/A-3A and PDF/UA-1; a lost glyph takes both claims away."""
    complete = not any(remark.code == "PK502" for remark in printed.remarks)
    profiles = ["3a", "ua1"] if complete else []
    path = tmp_path / "printed.pdf"
    path.write_bytes(printed.pdf)
    verdicts = [page_validation.validate_pdf(str(path), profile=profile) for profile in profiles]

    assert inspected.claims == (("PDF/A-3A", "PDF/UA-1") if complete else ())
    for verdict in verdicts:
        assert verdict.rules.total > 0
        faults = {failure.rule_id for failure in verdict.failures}
        if pdf_objects.lengths_are_right(printed.pdf):
            # The validator takes a carriage return that ends compressed data for the line's end.
            faults.discard("PDFA3A-STREAM-LENGTH-001")
        assert faults == set()


def test_the_structure_is_whole(printed: printkit.Result) -> None:
    """Parents, orphans, ids and references are right: PDF/UA validators do not check them."""
    assert structure_tree.find_faults(printed.pdf) == []


def test_the_record_comes_back(printed: printkit.Result, inspected: Inspection) -> None:
    """The file gives back the article that went in, with equal fields."""
    record = json.loads(inspected.attachments[0].data)

    assert inspected.articles == (printed.article,)
    assert record == printed.article.to_record()


@pytest.mark.slow
def test_the_ledger_of_the_corpus_balances(corpus: Path, ledger: Ledger) -> None:
    """Each article has its account and its whole file, and nothing else is left of the run."""
    records = sorted((corpus / "articles").glob("*.json"))[::4]
    assert len(records) > 10
    ran = ledger.run("export", *records, "-d", "out", "--report", "r.json")
    assert ledger.find_faults(ran, len(records), "r.json") == []


FIELD = CORPUS / "field"
# Cases of which a part is not printed yet: the code of the remark that names the part, and words.
# A case that is mended leaves this table.
UNPRINTED = {
    "c/c01-button-in-form.json": ("PK301", "nine crowns"),
    "c/c09-background-picture.json": ("PK301", "front.jpg"),
}
# Cases that are refused with a reason, or that hold several articles and need a digest.
REFUSED = ("A01", "A11", "P06", "P09")
FIELD_CASES = sorted(
    path.relative_to(FIELD).as_posix()
    for path in FIELD.glob("[abc]/*")
    if path.suffix in (".json", ".md") and not path.name.startswith(REFUSED)
)


@pytest.mark.parametrize("case", mark_slow(FIELD_CASES or [""], but=FIELD_CASES[::3] or [""]))
def test_a_complaint_from_the_field_loses_nothing_in_silence(case: str) -> None:
    """Every word, picture, caption, credit, link and formula is on paper, or in a remark."""
    if not case:
        pytest.skip("the corpus ../shared/corpus is absent")
    remarks = printkit.export(FIELD / case).remarks
    if case not in UNPRINTED:
        assert [one for one in remarks if one.code == "PK608"] == []
        return
    code, words = UNPRINTED[case]
    removed = [one.words for remark in remarks if remark.code == code for one in remark.removed]
    assert words in " ".join(removed)
