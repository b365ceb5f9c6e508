"""Note and colophon: the editor's Markdown is copy-edited like an article."""

from datetime import date

import pytest

from printkit.edition import Edition
from printkit.errors import RecordError
from printkit.issue.plan import Plan
from printkit.markup.digest import colophon, editors_note, matter_page
from printkit.pages import PrintedText
from printkit.preflight import check
from printkit.preflight.readback import ReadPdf
from tests.support import structure_tree
from tests.support.sample_issue import BREAD, FERRY, print_page

EDITION = Edition(language="en")
NOTE = "We went to *the harbour*, and [found it](https://example.org/x) full.\n\n- boats\n- gulls"


def test_a_note_is_set_as_text_and_signed() -> None:
    """The note has emphasis, lists, and the address of each link."""
    page = matter_page([editors_note(Plan(note=NOTE, note_by="The editors"), EDITION)], EDITION)
    made = print_page(page)
    assert (page.remarks, check.check_texts(ReadPdf(made.pdf), page.printed)) == ((), ())
    assert structure_tree.find_faults(made.pdf) == []
    tree = structure_tree.show_tree(made.pdf)
    assert "H1('Editor’s note')" in tree
    assert "Span('the harbour')" in tree
    assert "P('The editors')" in tree
    assert PrintedText("note", "example.org/x") in page.printed
    assert [one.label for one in made.bookmarks] == ["Editor’s note"]


def test_what_an_editor_cannot_have_is_remarked_on() -> None:
    """An iframe is taken out; a picture becomes a ruled box."""
    note = f"{NOTE}\n\n<iframe src='https://example.org'></iframe>\n\n![a quay](quay.jpg)"
    page = matter_page([editors_note(Plan(note=note), EDITION)], EDITION)
    assert "<iframe" not in page.html
    assert [remark.code for remark in page.remarks] == ["PK301", "PK401"]
    assert all(remark.where == "note" for remark in page.remarks)
    assert print_page(page).remarks == ()


def test_a_note_of_which_nothing_is_left_is_an_error() -> None:
    """The editor ordered a note, so the note must not be missing in silence."""
    with pytest.raises(RecordError, match="note: nothing printable"):
        editors_note(Plan(note="<script>alert(1)</script>"), EDITION)


def test_a_colophon_says_how_the_issue_was_made() -> None:
    """The colophon has its own words, the fonts, each rights notice once, and a given date."""
    plan = Plan(title="The Weekly", colophon="Write to *us*.", date=date(2019, 9, 20))
    part = colophon(plan, None, [FERRY, BREAD], ["Literata", "Amiri"], EDITION)
    page = matter_page([part], EDITION)
    made = print_page(page)
    assert (page.remarks, check.check_texts(ReadPdf(made.pdf), page.printed)) == ((), ())
    assert structure_tree.find_faults(made.pdf) == []
    tree = structure_tree.show_tree(made.pdf)
    assert "P('Write to' Span('us') '.')" in tree
    assert "P(Span('Fonts:') 'Literata, Amiri')" in tree
    assert tree.count("© 2019 The Coast Herald") == 1
    assert "Made with printkit" in tree
    assert "Printed on September 20, 2019" in tree


def test_a_colophon_has_no_date_that_nobody_gave() -> None:
    """A line without words is left out, too."""
    page = matter_page([colophon(Plan(title="The Weekly"), None, [], [], EDITION)], EDITION)
    (*_, made) = page.printed
    assert len(page.printed) == 3
    assert made.words.startswith("Made with printkit")
    assert structure_tree.find_faults(print_page(page).pdf) == []
