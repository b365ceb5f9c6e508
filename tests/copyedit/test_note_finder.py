"""Marks lead to blocks: some blocks are notes, and other blocks stay in the text."""

import pytest

from printkit.article import Article
from printkit.copyedit import edit
from printkit.copyedit.clean_copy import Copy
from tests.support.clean_copy import write_html
from tests.support.printed_articles import print_article, read_pages
from tests.support.time_limits import ends_soon


def copy_of(body: str, body_format: str = "html") -> Copy:
    """Return the copy of a body."""
    return edit(Article.model_validate({"headline": "H", "body": body, "body_format": body_format}))


STEPS = "<ol><li id=step-1>Boil.</li><li id=step-2>Salt.</li><li id=step-3>Stir.</li></ol>"
TERMS = "<dl><dt id=A>A</dt><dd>Alder</dd><dt id=B>B</dt><dd>Brink</dd></dl>"
REFERENCES = {
    "a step": f"<p>Repeat step <a href=#step-3>3</a> twice.</p>{STEPS}<p>Serve.</p>",
    "all steps, at the end": "<p>Repeat steps <a href=#step-1>1</a>, <a href=#step-2>2</a> and "
    f"<a href=#step-3>3</a>.</p>{STEPS}",
    "a step in brackets": f"<p>Go back to step [<a href=#step-3>3</a>] now.</p>{STEPS}",
    "steps with other ids": "<p>Do number <a href=#x1>1</a>, then number <a href=#x2>2</a>.</p>"
    "<ol><li id=x1>Boil.</li><li id=x2>Salt.</li></ol>",
    "steps in German": "<p>Wiederhole Schritt <a href=#schritt2>2</a>.</p><ol><li>Kochen.</li>"
    "<li id=schritt2>Salzen.</li></ol>",
    "steps in Chinese": "<p>重复步骤<a href=#s2>2</a>。</p><ol><li>煮。</li>"
    "<li id=s2>盐。</li></ol>",
    "a rule with an anchor": "<p>See rule <a href=#r-2>2</a>.</p><ol><li>One</li><li><a id=r-2>"
    "</a>Two</li><li>Three</li></ol>",
    "paragraph, point and article": "<p>Paragraph <a href=#p2>2</a> and point (<a href=#pc>c</a>) "
    "of Article <a href=#a6>6</a>.</p><ol><li>One.</li><li id=p2>Two.</li></ol><ol type=a><li>a"
    "</li><li id=pc>b</li></ol><p id=a6>6. Every harbour keeps a book.</p>",
    "a paragraph behind its sign": "<p>Nach Abs.<a href=#abs2>2</a> gilt das.</p><p id=abs2>2 Nie."
    "</p>",
    "an equation": "<p>From (<a href=#e1>1</a>).</p><div id=e1>(1) <math><mi>v</mi><mo>=</mo>"
    "<mi>s</mi></math></div>",
    "a question": "<p>See question <a href=#q7>7</a>.</p><p id=q7>7. What is the tide?</p>",
    "an index": f"<p>Jump to <a href=#A>A</a> or <a href=#B>B</a>.</p>{TERMS}",
    "options": "<p>Vitamin <a href=#vd>D</a>, option <a href=#ob>B</a>.</p><ul><li id=vd>D is good."
    "</li><li id=ob>Take the bus.</li></ul>",
    "roman numbers": "<p>Louis <a href=#x>XIV</a>; Part <a href=#p>II</a>; 10<a href=#u>m</a>.</p>"
    "<p id=x>XIV was king.</p><div id=p><p>II. The part.</p></div><p id=u>m is the metre.</p>",
    "chapters": "<p>Contents: chapter <a href=#c1>1</a>, chapter <a href=#c2>2</a>.</p><div id=c1>"
    "<p>1 Begin here. <a href=#t>back</a></p></div><div id=c2><p>2 It rained.</p></div><p>End.</p>",
    "chapters with ways back": "<p>Chapters <a id=t1 href=#k1>1</a>, <a id=t2 href=#k2>2</a>.</p>"
    "<div id=k1><p>1 Begin here. <a href=#t1>↑</a></p></div><div id=k2><p>2 It rained.</p></div>",
    "comments": "<p>See reader <a href=#c2>2</a>.</p><ol><li id=c1>First!</li><li id=c2>No.</li>"
    "<li id=c3>Me too.</li></ol>",
    "weeks": "<p>In week <a href=#w3>3</a>.</p><dl><dt>2</dt><dd>War.</dd><dt id=w3>3</dt><dd>"
    "Peace.</dd></dl>",
    "a power": "<p>10<sup><a href=#u>3</a></sup> m.</p><ul><li>x</li><li>y</li><li id=u>unit</li>"
    "</ul><p>End.</p>",
    "a theorem": "<p>By Theorem <a href=#thm1>1</a>.</p><div id=thm1><p>1. All ships float.</p>"
    "</div>",
}  # fmt: skip


@pytest.mark.parametrize("body", REFERENCES.values(), ids=REFERENCES)
def test_a_cross_reference_keeps_its_words_and_its_target(body: str) -> None:
    """The target stays in its place, and the link leads to the target."""
    copy = copy_of(body)
    html = write_html(copy.body)
    assert copy.notes == ()
    assert [one.code for one in copy.remarks if one.code != "PK302"] == []
    links = body.count("href=#") - body.count("<a href=#t>") - body.count("<a href=#t1>")
    assert html.count('href="#a-') == links


def test_a_recipe_is_printed_as_it_is_cooked() -> None:
    """Paper has all steps in their order, and the number of the step in the sentence."""
    body = REFERENCES["a step"]
    result = print_article({"headline": "Soup", "body": body, "language": "en"})
    text = " ".join("".join(read_pages(result.pdf)).split())
    assert "Repeat step 3 twice. Boil. Salt. Stir. Serve. 1. 2. 3." in text
    assert result.remarks == ()


def test_a_rule_of_markdown_stays_in_its_list() -> None:
    """A list that stays keeps all its items."""
    body = "See rule [2](#rule-2).\n\n1. First\n2. <a id='rule-2'></a>Second\n3. Third\n"
    copy = copy_of(body, "markdown")
    assert copy.notes == ()
    assert copy.blocks == ("See rule 2.", "First", "Second", "Third")


@pytest.mark.parametrize(
    ("body", "notes"),
    [
        ("<p>a <a href=#x>1</a> b</p><h2>Notes</h2><ol><li id=x>One.</li><li>Two.</li></ol>", 2),
        ("<p>a <a href=#x>1</a> b</p><p><b>Notes:</b></p><ol><li id=x>One.</li></ol>", 1),
        ("<p>a (<a href=#x>1</a>) b</p><p>c</p><p id=x>(1) One.</p>", 1),
        ("<p>a<a href=#x>¹</a> b</p><p id=x>¹ One.</p>", 1),
        ("<p>a<a epub:type=noteref href=#x>1</a> b</p><aside id=x epub:type=footnote>One.</aside>",
         1),
        ("<p>a <a class=footnote-reference href=#x id=y>[1]</a></p><table class=footnote id=x><tr>"
         "<td><a class=fn-backref href=#y>[1]</a></td><td>One.</td></tr></table>", 1),
        ("<p>a <a href=#x id=y>1</a> b</p><p>c</p><p id=x>One. <a href=#y>↩</a></p><p>d</p>", 1),
        ("<p>a<a href=#x>1</a></p><ul><li id=x>1. One.</li></ul><h2>B</h2><p>b</p>", 1),
        ("<p>a [<a href=#x>1</a>–<a href=#z>4</a>]</p><ol><li id=x>One.</li><li>Two.</li><li>3</li>"
         "<li id=z>Four.</li></ol><p>End.</p>", 4),
    ],
)  # fmt: skip
def test_a_note_is_known_without_a_raised_mark(body: str, notes: int) -> None:
    """A heading, a name, a way back, brackets, or a place at the end tells."""
    copy = copy_of(body)
    assert len(copy.notes) == notes
    assert copy.notes[0].blocks == ("One.",)


def test_thousands_of_ways_back_are_read_in_no_time() -> None:
    """Each note leads back to its mark."""
    marks = "".join(f"<p>x <a id=r{n} href=#n{n}>1</a></p>" for n in range(1_500))
    notes = "".join(f"<p id=n{n}>Note <a href=#r{n}>↩</a></p>" for n in range(1_500))
    with ends_soon():
        assert len(copy_of(marks + notes).notes) == 1_500
