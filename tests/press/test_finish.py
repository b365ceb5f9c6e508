"""The finishers: labels, metadata, claims and the attached record, read back from the file."""

import re
from io import BytesIO

from pypdf import PdfReader

from printkit import export
from tests.support import structure_tree
from tests.support.printed_articles import (
    DC,
    print_article,
    read_aloud,
    read_attached_record,
    read_pages,
    read_xmp,
    read_xmp_values,
)
from tests.support.sample_records import PLAIN, RICH

PDFA = "{http://www.aiim.org/pdfa/ns/id/}"
PDFUA = "{http://www.aiim.org/pdfua/ns/id/}"
XMP = "{http://ns.adobe.com/xap/1.0/}"
RIGHTS = "{http://ns.adobe.com/xap/1.0/rights/}"


def test_pages_are_numbered_and_labelled() -> None:
    """Each page has the number `n / total`; the viewer's sidebar has the same numbers."""
    made = print_article()
    total = made.page_count
    for number, text in enumerate(read_pages(made.pdf), 1):
        assert f"{number}/{total}" in re.sub(r"\s", "", text)
    reader = PdfReader(BytesIO(made.pdf))
    assert "/PageLabels" in reader.root_object
    assert reader.page_labels == [str(number) for number in range(1, total + 1)]


def test_the_file_says_what_it_is() -> None:
    """Archives and readers need title, makers, rights, dates and source."""
    pdf = print_article().pdf
    assert read_xmp_values(pdf, f"{DC}title") == [RICH["headline"]]
    assert read_xmp_values(pdf, f"{DC}creator") == ["Ana Ruiz", "Li Wei"]
    assert read_xmp_values(pdf, f"{DC}contributor") == ["Sam Okafor"]
    assert read_xmp_values(pdf, f"{DC}description") == [RICH["summary"]]
    assert read_xmp_values(pdf, f"{DC}publisher") == ["The Coast Herald"]
    assert read_xmp_values(pdf, f"{DC}rights") == ["© 2019 The Coast Herald"]
    assert read_xmp_values(pdf, f"{DC}language") == ["en"]
    assert read_xmp_values(pdf, f"{DC}source") == [RICH["url"]]
    assert read_xmp_values(pdf, f"{DC}subject") == ["harbours", "trade"]
    assert read_xmp_values(pdf, f"{XMP}CreateDate") == [RICH["date_published"]]
    assert read_xmp_values(pdf, f"{XMP}ModifyDate") == [RICH["date_modified"]]
    assert read_xmp_values(pdf, f"{RIGHTS}WebStatement") == [RICH["license"]]


def test_the_information_dictionary_says_the_same() -> None:
    """PDF/A requires that dictionary and XMP agree."""
    info = PdfReader(BytesIO(print_article().pdf)).metadata
    assert info is not None
    assert (info.title, info.author) == (RICH["headline"], "Ana Ruiz, Li Wei")
    assert info.creation_date is not None
    assert info.creation_date.isoformat() == RICH["date_published"]


def test_the_archive_profile_claims_both_standards() -> None:
    """The file claims PDF/A-3A and PDF/UA-1 at once."""
    pdf = print_article().pdf
    assert (read_xmp_values(pdf, f"{PDFA}part"), read_xmp_values(pdf, f"{PDFA}conformance")) == (
        ["3"],
        ["A"],
    )
    assert read_xmp_values(pdf, f"{PDFUA}part") == ["1"]


def test_the_plain_profile_claims_nothing() -> None:
    """The words are the same, and the file is tagged."""
    plain = print_article(profile="plain")
    assert plain.remarks == ()
    claims = {element.tag for element in read_xmp(plain.pdf).iter()}
    assert not [tag for tag in claims if "aiim.org" in str(tag)]
    assert read_xmp_values(plain.pdf, f"{DC}title") == [RICH["headline"]]
    assert read_aloud(plain.pdf) == read_aloud(print_article().pdf)
    assert structure_tree.find_faults(plain.pdf) == []


def test_the_record_is_attached() -> None:
    """The record is whole, under printkit's names of the fields."""
    assert read_attached_record(print_article().pdf) == RICH


def test_characters_without_a_font_are_told_and_the_claim_is_dropped() -> None:
    """An empty box can be neither read aloud nor copied: no PDF/UA, no PDF/A."""
    made = export({**PLAIN, "body": "<p>A sign \ue123 and \U000f1234 here.</p>"}, name="r")
    assert {remark.code for remark in made.remarks} == {"PK502"}
    told_ = "\n".join(map(str, made.remarks))
    assert "U+E123" in told_
    assert "U+F1234" in told_
    assert "install" in told_
    assert read_xmp_values(made.pdf, f"{PDFUA}part") == []
    assert read_xmp_values(made.pdf, f"{PDFA}part") == []
