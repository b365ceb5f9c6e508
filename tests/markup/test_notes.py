"""Notes: the addresses that a text links to, by number."""

from printkit.copyedit.clean_copy import Note, SafeHtml
from printkit.markup.cross_references import CrossReference, CrossReferences
from printkit.markup.notes import NoteLine, note_lines, notes_width
from printkit.wording.attribution import attribution_in

QUAY = Note(1, "https://example.org/quay")


def test_a_note_names_the_page_of_an_article_of_the_issue_and_leads_there() -> None:
    """Other notes lead to the web."""
    away = Note(2, "https://example.org/away")
    links = CrossReferences(attribution_in("en"), {QUAY.url: CrossReference("a7", "12")})
    assert note_lines((QUAY, away), links) == (
        NoteLine(1, QUAY.url, "printkit:a7", "page 12"),
        NoteLine(2, away.url, away.url, ""),
    )


def test_a_note_of_the_body_has_its_text_and_its_mark() -> None:
    """Preflight looks for the words of the text, else for the address."""
    text = Note(1, "", (SafeHtml("<b>So</b>"),), ("So",), "a-ref-1-1")
    (line, address) = note_lines((text, QUAY), CrossReferences(attribution_in("en")))
    assert (line.text, line.mark, line.url) == ("<b>So</b>", "a-ref-1-1", "")
    assert list(line.printed) == ["So"]
    assert list(address.printed) == ["example.org/quay"]


def test_long_addresses_keep_notes_out_of_columns() -> None:
    """WeasyPrint would take minutes to balance the columns."""
    long = Note(2, "https://example.org/" + "a" * 200)
    assert notes_width(()) == notes_width((QUAY,)) == ""
    assert notes_width((QUAY, long)) == "is-wide"
