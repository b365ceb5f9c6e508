"""The notes of a body stand behind the text, numbered together with the notes of links."""

import re

import pytest

from printkit.article import Article
from printkit.copyedit import edit
from printkit.copyedit.clean_copy import Copy
from tests.support.clean_copy import write_html
from tests.support.printed_articles import print_article, read_pages
from tests.support.structure_tree import find_faults
from tests.support.time_limits import ends_soon


def copy_of(body: str, body_format: str = "html") -> Copy:
    """Return the copy of a body."""
    return edit(Article.model_validate({"headline": "H", "body": body, "body_format": body_format}))


def text_of(copy: Copy) -> str:
    """Return the text of a copy, with each mark as `{1}`."""
    html = write_html(copy.body)
    html = re.sub(r'<a [^<>]*class="note-ref"[^<>]*><sup>(\u2009?)(\d+)</sup></a>', r"\1{\2}", html)
    return re.sub("<[^<>]*>", "", html).replace("\n", "")


def notes_of(copy: Copy) -> list[str]:
    """Return the words of each note, or its address."""
    return [" / ".join(note.blocks) or note.url for note in copy.notes]


PAGES = {
    "substack": '<p>a<a class="footnote-anchor" id="fa-1" href="#fn-1">1</a> b</p><div '
    'class="footnote"><a id="fn-1" href="#fa-1" class="footnote-number">1</a>'
    '<div class="footnote-content"><p>Note.</p></div></div>',
    "wikipedia": '<p>a<sup id="cite_ref-1"><a href="#cite_note-1">[1]</a></sup> b</p>'
    "<h2>References"
    '</h2><ol><li id="cite_note-1"><span class="mw-cite-backlink"><b><a href="#cite_ref-1">^</a>'
    '</b></span> <span class="reference-text">Note.</span></li></ol>',
    "word": '<p>a<a href="#_ftn1" name="_ftnref1"><span>[1]</span></a> b</p><hr><div id="ftn1">'
    '<p><a href="#_ftnref1" name="_ftn1"><span>[1]</span></a> Note.</p></div>',
    "wordpress": '<p>a<sup class="fn"><a id="x-link" href="#x">1</a></sup> b</p><ol class='
    '"wp-block-footnotes"><li id="x">Note. <a href="#x-link">↩︎</a></li></ol>',
    "pandoc": '<p>a<a href="#fn1" id="fr1" role="doc-noteref"><sup>1</sup></a> b</p><section '
    'role="doc-endnotes"><hr><ol><li id="fn1"><p>Note.<a href="#fr1" role="doc-backlink">↩︎</a>'
    "</p></li></ol></section>",
    "Hatena": '<p>a<span class="footnote"><a href="#f-1" name="fn-1">*1</a></span> b</p><div><p '
    'class="footnote"><a href="#fn-1" name="f-1">*1</a><span class="footnote-delimiter">:</span>'
    '<span class="footnote-text">Note.</span></p></div>',
    "a star": '<p>a<a href="#n">*</a> b</p><p id="n">* Note.</p>',
    "brackets": '<p>a [<a href="#n">2</a>] b</p><p id="n">2. Note.</p>',
    "a letter": '<p>a <sup><a href="#n">a</a></sup> b</p><p id="n"><sup>a</sup> Note.</p>',
    "Google Docs": '<p>a<sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup> b</p><hr><div><p><a '
    'href="#ftnt_ref1" id="ftnt1">[1]</a>&nbsp;Note.</p></div>',
    "DocBook": '<p>a<a href="#ftn.d1" class="footnote" name="d1"><sup class="footnote">[1]</sup>'
    '</a> b</p><div class="footnotes"><div id="ftn.d1" class="footnote"><p><a href="#d1" class='
    '"para"><sup class="para">[1] </sup></a>Note.</p></div></div>',
    "LibreOffice": '<p>a<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym">'
    '<sup>1</sup></a> b</p><div id="sdfootnote1"><p><a class="sdfootnotesym" name="sdfootnote1sym" '
    'href="#sdfootnote1anc">1</a> Note.</p></div>',
    "Sphinx": '<p>a <a class="footnote-reference brackets" href="#id2" id="id1"><span>[</span>1'
    '<span>]</span></a> b</p><aside class="footnote brackets" id="id2" role="doc-footnote"><span '
    'class="label"><span>[</span><a role="doc-backlink" href="#id1">1</a><span>]</span></span>'
    "<p>Note.</p></aside>",
    "Asciidoctor": '<p>a<sup class="footnote">[<a id="_footnoteref_1" class="footnote" href="'
    '#_footnotedef_1">1</a>]</sup> b</p><div id="footnotes"><hr><div class="footnote" id="'
    '_footnotedef_1"><a href="#_footnoteref_1">1</a>. Note.</div></div>',
    "PMC": '<p>a (<a href="#B1" class="xref bibr">1</a>) b</p><section class="ref-list"><h2>'
    'References</h2><ul><li id="B1"><span class="label">1.</span>Note.</li></ul></section>',
    "PLOS": '<p>a [<a href="#pone.01.ref001" class="ref-tip">1</a>] b</p><h2>References</h2><ol '
    'class="references"><li id="ref1"><span class="order">1.</span><a name="pone.01.ref001"></a>'
    "Note.</li></ol>",
    "Org mode": '<p>a<sup><a id="fnr.1" href="#fn.1" role="doc-backlink">1</a></sup> b</p><div id='
    '"footnotes"><h2>Footnotes: </h2><div class="footdef"><sup><a id="fn.1" href="#fnr.1" role='
    '"doc-backlink">1</a></sup> <div role="doc-footnote"><p>Note.</p></div></div></div>',
    "DokuWiki": '<p>a <sup><a href="#fn__1" id="fnt__1">1)</a></sup> b</p><div class="footnotes">'
    '<div class="fn"><sup><a href="#fnt__1" id="fn__1">1)</a></sup> <div class="content">Note.'
    "</div></div></div>",
    "a star in a list": '<p>a<a href="#n">*</a> b</p><ul><li id="n">* Note.</li></ul>',
    "a mark in round brackets": '<p>a<a href="#n">(3)</a> b</p><p><a name="n"></a>(3) Note.</p>',
    "a way back in words": '<p>a<sup><a href="#n">1</a></sup> b</p><ul><li id="n">1. Note. <a href='
    '"#r">Back to text</a></li></ul>',
    "a term": '<p>a<a href="#n">[1]</a> b</p><dl><dt id="n">[1]</dt><dd>Note.</dd></dl>',
}


@pytest.mark.parametrize("body", PAGES.values(), ids=PAGES)
def test_a_link_that_is_only_a_mark_is_the_mark_of_a_note(body: str) -> None:
    """Marks, brackets, arrows, the way back and the heading of the web page go without a remark."""
    copy = copy_of(body)
    assert text_of(copy) == "a{1} b"
    assert notes_of(copy) == ["Note."]
    assert copy.notes[0].mark == "a-ref-1-1"
    assert copy.remarks == ()


def test_a_raised_mark_behind_a_line_that_is_a_link_leads_to_a_note() -> None:
    """A list of pages, such as “1, 2, 3”, has no raised link."""
    line = '<p><a href="https://example.org/a">Report</a><sup><a href="#n">1</a></sup></p>'
    copy = copy_of(f'{line}<p id="n">1. Note.</p>')
    assert notes_of(copy) == ["https://example.org/a", "Note."]


RICH = {
    "a table": ("| x | y |\n    |---|---|\n    | 1 | 2 |", "x y 1 2"),
    "a heading": ("## Tides", "Tides"),
    "a quotation": ("> Item.", "Item."),
}


@pytest.mark.parametrize(("part", "words"), RICH.values(), ids=RICH)
def test_a_note_may_have_more_than_words(part: str, words: str) -> None:
    """The mark leads to this note only; a heading in a note is a bold line."""
    body = f"One[^a] two[^b].\n\n[^a]: First.\n\n    {part}\n\n[^b]: Other.\n"
    record = {"headline": "H", "body": body, "body_format": "markdown", "language": "en"}
    result = print_article(record)
    text = " ".join("".join(read_pages(result.pdf)).split())
    assert "One1 two2." in text
    assert f"First. {words} 2 Other." in text
    assert find_faults(result.pdf) == []
    assert result.remarks == ()


def test_a_picture_in_a_note_is_printed_in_the_note() -> None:
    """The record has no folder, so the note has the box of a lost picture with its caption."""
    figure = "<figure><img src='seal.png' alt='Seal'><figcaption>The seal.</figcaption></figure>"
    body = f"<p>a<a href=#fn1>1</a></p><div class=footnotes><ol><li id=fn1>See{figure}</li></ol>"
    result = print_article({"headline": "H", "body": body, "language": "en"})
    text = " ".join("".join(read_pages(result.pdf)).split())
    assert re.search(r"Notes 1 See .*seal.png The seal\.", text)
    assert {one.code for one in result.remarks} == {"PK403"}


def test_a_heading_that_a_link_leads_to_stays() -> None:
    """The heading stays even if only notes stand below the heading."""
    copy = copy_of(
        '<p>a<a href="#n">*</a>, see <a href="#s">Section 2</a>.</p><h2 id="s">Section 2</h2>'
        '<p id="n">* Note.</p>'
    )
    assert copy.blocks == ("a, see Section 2.", "Section 2")
    assert copy.remarks == ()


def test_a_note_may_lead_into_the_text() -> None:
    """The number of a section in a note is no way back."""
    copy = copy_of(
        '<p>a<a href="#n">1</a></p><h2 id="s">3 Tides</h2><p>b</p><h2>Notes</h2><ol><li id="n">'
        'See section <a href="#s">3</a>.</li></ol>'
    )
    assert notes_of(copy) == ["See section 3."]


def test_notes_and_addresses_share_one_numbering() -> None:
    """Marks in captions, cells and notes count; a note that is named twice has one number."""
    body = (
        '<p>a<a href="#n1">1</a> <a href="https://one.example/">link</a><sup><a href="#n2">2</a>, '
        '<a href="#n1">1</a></sup></p><table><tr><th>x</th><td>12<a href="#n3">3</a></td></tr>'
        '</table><ol><li id="n1">First, see <a href="#n2">2</a>.</li><li id="n2">Second: <a '
        'href="https://two.example/">there</a>.</li><li id="n3"><p>Third.</p><p>More.</p></li></ol>'
    )
    copy = copy_of(body)
    assert text_of(copy) == "a{1} link{2}\u2009{3}\u2009{1}x12\u2009{4}"
    assert notes_of(copy) == [
        "First, see.", "https://one.example/", "Second: there.", "Third. / More."
    ]  # fmt: skip
    assert "(two.example" in write_html(copy.notes[2].text)
    assert "#a-note-3" in write_html(copy.notes[0].text)


@pytest.mark.parametrize(
    "body",
    [
        '<p>See section <a href="#s">3</a>.</p><h2 id="s">Three</h2><p>Words.</p>',
        '<p>See page <a href="#s">3</a>.</p><p id="s">Words of the text.</p>',
        '<p><a href="#s">1</a> <a href="#t">2</a></p><p id="s">1 Words.</p><p id="t">2 Words.</p>',
        '<p>Equation (<a href="#s">1</a>).</p><div id="s">\\[a=b\\] (1)</div>',
        '<p>Row <a href="#s">1</a>.</p><table><tr id="s"><td>1</td><td>x</td></tr></table>',
        '<p>Figure <a href="#s">1</a>.</p><div id="s">1 <img src="https://x.example/1.png"></div>',
    ],
)
def test_a_number_that_leads_into_the_text_is_no_mark(body: str) -> None:
    """The number is that of a section, a page, an equation, a row or a picture."""
    copy = copy_of(body)
    assert copy.notes == ()
    assert "#a-s" in write_html(copy.body)


def test_a_note_without_a_mark_is_printed_and_told() -> None:
    """Markdown, a list of notes, and a list with mostly notes may hold such a note."""
    markdown = copy_of("a[^a] b\n\n[^a]: In June.\n\n[^b]: The crane was sold.\n", "markdown")
    assert notes_of(markdown) == ["In June.", "The crane was sold."]
    assert text_of(markdown) == "a{1} b"
    (remark,) = markdown.remarks
    assert (remark.code, "The crane was sold." in remark.message) == ("PK205", True)
    listed = copy_of('<p>a</p><section class="footnotes"><ol><li>Alone.</li></ol></section>')
    assert notes_of(listed) == ["Alone."]
    mixed = '<p>a<a href="#n">1</a></p><ol><li id="n">Note.</li><li>Alone.</li></ol>'
    assert notes_of(copy_of(mixed)) == ["Note.", "Alone."]


def test_markdown_notes_have_no_marks_of_mentions() -> None:
    """`[1:1]` is such a mark; a note may have several blocks, and stand in a cell."""
    table = "| c | d |\n|---|---|\n| 0 | e[^x] |"
    body = f"a[^x] b[^x]\n\n{table}\n\n[^x]: One.\n\n    Two.\n\n    > Three.\n"
    copy = copy_of(body, "markdown")
    assert text_of(copy) == "a{1} b{1}cd0e{1}"
    assert notes_of(copy) == ["One. / Two. / Three."]
    assert copy.remarks == ()


def test_a_note_is_printed_with_the_number_of_its_mark() -> None:
    """51 and a raised 1 are two numbers in copied text, too; mark and note lead to each other."""
    body = PAGES["substack"].replace("<p>a<", "<p>Prices rose to 51<")
    body += '<p>See <a href="https://one.example/">one</a>.</p>'
    result = print_article({"headline": "The ledger", "body": body, "language": "en"})
    text = "".join(read_pages(result.pdf))
    assert "511" not in text
    assert re.search(r"rose to 51\s1 b", text)
    assert re.search(r"Notes\n1\s*Note\.\s2\s*one\.example", text)
    assert find_faults(result.pdf) == []
    assert result.remarks == ()


@pytest.mark.slow
def test_a_thousand_marks_are_read_in_no_time() -> None:
    """One paragraph has all marks, and each mark has a note."""
    marks = "".join(f'words <a href="#n{n}">{n % 999}</a> ' for n in range(2_000))
    notes = "".join(f'<li id="n{n}">Note {n}.</li>' for n in range(2_000))
    with ends_soon():
        copy = copy_of(f"<p>{marks}</p><ol>{notes}</ol>")
    assert len(copy.notes) == 2_000
