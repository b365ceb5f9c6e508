"""Notes that stand within a line, and that a style sheet would set into the margin."""

import pytest

from printkit.article import Article
from printkit.copyedit import edit
from tests.support.clean_copy import write_html
from tests.support.printed_articles import print_article, read_pages
from tests.support.time_limits import ends_soon

FORMS = {
    "tufte": '<label for="s" class="margin-toggle sidenote-number"></label><input type="checkbox" '
    'id="s" class="margin-toggle"/><span class="sidenote">Built by convicts.</span>',
    "with a sign": '<label for="m" class="margin-toggle">⊕</label><input type="checkbox" id="m" '
    'class="margin-toggle"><span class="marginnote">Built by convicts.</span>',
    "with a number": '<sup class="sidenote-number">1</sup> <small class="sidenote"><sup '
    'class="sidenote-number">1</sup> Built by convicts.</small>',
    "in a wrapper": '<span class="sidenote-wrapper"><label for="q" class="sidenote-label">1</label>'
    '<input type="checkbox" id="q"><span class="sidenote-content">Built by convicts.</span></span>',
    "a number without a class": '<span class="side-note"><sup>1</sup> Built by convicts.</span>',
    "LaTeXML": '<span class="ltx_note ltx_role_footnote"><sup class="ltx_note_mark">1</sup><span '
    'class="ltx_note_outer"><span class="ltx_note_content"><sup class="ltx_note_mark">1</sup>'
    '<span class="ltx_tag ltx_tag_note">1</span>Built by convicts.</span></span></span>',
    "Distill": "<d-footnote>Built by convicts.</d-footnote>",
}


@pytest.mark.parametrize("note", FORMS.values(), ids=FORMS)
def test_a_note_within_a_line_is_a_note(note: str) -> None:
    """The sentence keeps no word of the note, and no switch, sign or number."""
    body = f"<p>The mole{note} is long.</p>"
    result = print_article({"headline": "The harbour", "body": body, "language": "en"})
    text = "".join(read_pages(result.pdf))
    assert "The mole1 is long." in text
    assert "Notes\n1 Built by convicts." in text.replace("1\n", "1 ")
    assert [one.code for one in result.remarks] == []


def test_a_note_with_a_picture_stands_behind_its_paragraph() -> None:
    """The note is a figure, and the words of the note are the caption."""
    body = '<p>The <span class="marginnote"><img src="m.jpg" alt="M">The map.</span> mole.</p>'
    copy = edit(Article.model_validate({"headline": "H", "body": body}))
    assert write_html(copy.body) == '<p>The mole.</p><figure data-figure="0"></figure>'
    assert copy.figures[0].image.caption == "The map."


def test_a_note_that_is_its_own_block_stays() -> None:
    """Such a note interrupts no sentence."""
    body = '<p>Text.</p><div><span class="sidenote">Alone.</span></div>'
    assert edit(Article.model_validate({"headline": "H", "body": body})).notes == ()


@pytest.mark.slow
def test_thousands_of_side_notes_are_read_in_no_time() -> None:
    """One paragraph holds all notes."""
    with ends_soon():
        body = f"<p>{'word<span class=sidenote>note</span> ' * 2_000}</p>"
        assert len(edit(Article.model_validate({"headline": "H", "body": body})).notes) == 2_000
