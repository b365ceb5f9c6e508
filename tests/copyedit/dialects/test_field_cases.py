"""Bodies of the kinds that people complained of: the test holds the right print of each body."""

import pytest

import printkit
from printkit.copyedit import edit
from tests.support.clean_copy import write_html
from tests.support.paths import CORPUS

FIELD = CORPUS / "field"
YOUTUBE = "https://www.youtube.com/watch?v=w7Ft2ymGmfc"
RIGHT = {
    "a/A07-hugo-body.md": (
        '<p>The sun is low.</p><figure data-figure="0"></figure><aside><p class="label"><strong>'
        "Warning</strong></p><p>Do not look into the sun.</p></aside><pre><code>if low:\n    print("
        f'"hello")</code></pre><p class="embed"><a href="{YOUTUBE}">{YOUTUBE}</a></p><p>See the'
        " other post.</p>",
        [("pics/market.jpg", "The market hall", "Ana Ruiz")],
    ),
    "a/A13-mkdocs-admonition.md": (
        '<p>Release 2 is faster.</p><aside><p class="label"><strong>Deprecated</strong></p><p>The'
        " old flag goes away.</p><p>Write to us <strong>before</strong> June.</p></aside>"
        '<p class="label"><strong>Linux</strong></p><p>Use <code>apt</code>.</p><p class="label">'
        "<strong>Windows</strong></p><p>Use <code>winget</code>.</p><p>The end.</p>",
        [],
    ),
    "a/A16-page-builder.json": (
        "<p>Words inside a page builder [sic].</p><p>He said [laughs] and left.</p>",
        [],
    ),
    "a/A21-markdown-in-div.md": (
        '<p>Before.</p><figure data-figure="0"></figure><p>After.</p>',
        [("pics/market.jpg", "Caption text beside", "")],
    ),
    "c/c10-shortcode-words.json": (
        "<p>The harbour opened at noon.</p><blockquote><p>Never sail on a Friday.</p>"
        "<p><cite>Captain Orla Penn</cite></p></blockquote>",
        [],
    ),
}


@pytest.mark.parametrize("case", RIGHT)
def test_a_complaint_is_mended(case: str) -> None:
    """The words stand in their elements, pictures have caption and credit; no word is lost."""
    if not (FIELD / case).exists():
        pytest.skip("the corpus ../shared/corpus is absent")
    printed = printkit.export(FIELD / case)
    copy = edit(printed.article, links="plain")
    pictures = [
        (one.image.src or "", write_html(one.caption), one.image.credit or "")
        for one in copy.figures
    ]
    assert (write_html(copy.body), pictures) == RIGHT[case]
    assert [one for one in printed.remarks if one.code in ("PK601", "PK608")] == []


def test_marks_of_notes_are_left_out() -> None:
    """P05: three marks have one note; marks and arrows of the web page are left out."""
    case = FIELD / "a/P05-notes-in-table.md"
    if not case.exists():
        pytest.skip("the corpus ../shared/corpus is absent")
    copy = edit(printkit.export(case).article)
    html = write_html(copy.body)
    assert [one.blocks for one in copy.notes] == [
        ("Rankin, Journal, 45.",), ("Switches that are not core.",),
    ]  # fmt: skip
    assert html.count('href="#a-note-1"') == 3
    assert ":1]" not in html
