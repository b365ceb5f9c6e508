"""Forms: words for a reader stay; a remark names fields and buttons with their words."""

import pytest

from printkit.article import Article
from printkit.copyedit import edit
from printkit.copyedit.clean_copy import Copy
from tests.support.clean_copy import write_html


def copy_of(body: str) -> Copy:
    """Return the copy of a body."""
    return edit(Article(headline="H", body=f"{body}<p>End.</p>"), links="plain")


def removed(copy: Copy) -> list[tuple[str, str]]:
    """Return kind and words of everything that was removed."""
    return [(one.kind, one.words) for remark in copy.remarks for one in remark.removed]


@pytest.mark.parametrize(
    ("body", "printed"),
    [
        ("<p><label>It said: wait <input type=text value='till four'></label></p>",
         "<p>It said: wait till four</p>"),
        ("<p>Meet at <input value=noon readonly> sharp.</p>", "<p>Meet at noon sharp.</p>"),
        ("<p>Total: <output>42</output> crowns.</p>", "<p>Total: 42 crowns.</p>"),
        ("<form><p>Total: <output>42</output> crowns.</p></form>", "<p>Total: 42 crowns.</p>"),
        ("<p>Done: <progress value=3 max=10>3 of 10</progress>.</p>", "<p>Done: 3 of 10.</p>"),
        ("<textarea>Dear sir, come.</textarea>", "<p>Dear sir, come.</p>"),
        ("<label>By car</label><label>By bus</label>", "<p>By car</p><p>By bus</p>"),
        ("<fieldset><legend>Who?</legend><label><input type=radio checked> All</label>"
         "<label><input type=radio> Some</label></fieldset>",
         '<p class="label"><strong>Who?</strong></p>'
         "<p>● All</p><p>○ Some</p>"),
        ("<ul><li><input type=checkbox checked> Done<li><input type=checkbox> Open</ul>",
         "<ul><li>☑ Done</li><li>☐ Open</li></ul>"),
        ("<form><label><input type=checkbox checked> Tea</label><label><input type=checkbox> Milk"
         "</label></form>", "<p>☑ Tea</p><p>☐ Milk</p>"),
        ("<form><p><input type=radio checked> All <input type=radio> Some</p></form>",
         "<p>● All ○ Some</p>"),
        ("<form><p><input type=checkbox id=a checked><label for=a>Tea</label><br>"
         "<input type=checkbox id=b><label for=b>Milk</label></p></form>",
         "<p>☑ Tea<br>☐ Milk</p>"),
        ("<p>Rated <input type=radio> <input type=radio checked></p>", "<p>Rated ○ ●</p>"),
        ("<form><p>Done <progress value=7 max=10></progress></p></form>", "<p>Done 70%</p>"),
        ("<p>Full <meter min=10 max=30 value=25></meter>.</p>", "<p>Full 75%.</p>"),
        ("<p>Half <meter value=.5></meter>, over <progress value=9 max=3></progress>.</p>",
         "<p>Half 50%, over 100%.</p>"),
        ("<input type=checkbox checked id=c><label for=c>Done</label><br>"
         "<input type=checkbox id=d><label for=d>Open</label>", "<p>☑ Done<br>☐ Open</p>"),
        ("<input type=checkbox id=a><label for=a>More</label><div>Words</div>",
         "<p>More</p><p>Words</p>"),
        ("<div><input type=checkbox id=a><label for=a>More</label><div>Words</div></div>",
         "<p>More</p><p>Words</p>"),
        ("<p>a<input type=hidden value=secret></p>", "<p>a</p>"),
        ("<p>a<input type=password value=hunter2></p>", "<p>a</p>"),
        ("<input list=d value=x><datalist id=d><option>y</option></datalist>", "<p>x</p>"),
    ],
)  # fmt: skip
def test_words_of_a_field_outside_a_form_belong_to_the_text(body: str, printed: str) -> None:
    """No remark names the field."""
    copy = copy_of(body)
    assert write_html(copy.body) == f"{printed}<p>End.</p>"
    assert copy.remarks == ()


def test_of_a_choice_the_chosen_option_is_printed_and_the_others_are_named() -> None:
    """The sentence has one option, as the reader of the web page sees."""
    options = "<optgroup label=South><option>Pier A</option><option selected>Pier B</optgroup>"
    copy = copy_of(f"<p>Ferries leave from <select>{options}</select>.</p>")
    assert write_html(copy.body).startswith("<p>Ferries leave from Pier B.</p>")
    assert removed(copy) == [("other option", "South"), ("other option", "Pier A")]
    several = "<option selected>A<option>B<option selected>C"
    assert write_html(copy_of(f"<p>To <select multiple>{several}</select>.</p>").body) == (
        "<p>To A, C.</p><p>End.</p>"
    )
    in_form = copy_of(f"<form><label>Deck <select>{several}</select></label></form>")
    assert write_html(in_form.body) == "<p>Deck C</p><p>End.</p>"
    assert removed(in_form) == [("other option", "A"), ("other option", "B")]
    first = copy_of("<p>From <select><option>Pier A<option>Pier B</select>.</p>")
    assert write_html(first.body).startswith("<p>From Pier A.</p>")


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("<button>Buy a chart</button>", [("button", "Buy a chart")]),
        ("<p><input type=submit value=Subscribe></p>", [("button", "Subscribe")]),
        ("<form><label>Mail <input placeholder=you@x></label></form>",
         [("form field", "Mail you@x")]),
        ("<form><label for=m>Mail</label><input id=m></form>",
         [("form field", "Mail"), ("form field", "")]),
        ("<form><select><option>North<option>South</select></form>",
         [("form field", "North South")]),
        ("<form><input type=email><label><input type=checkbox> Keep me</label></form>",
         [("form field", ""), ("form field", "Keep me")]),
        ("<p><progress></progress><meter max=0 value=1></meter></p>",
         [("form field", ""), ("form field", "1")]),
        ("<input placeholder='Your name'>", [("form field", "Your name")]),
    ],
)  # fmt: skip
def test_what_only_serves_the_web_page_is_named_with_its_words(
    body: str, words: list[tuple[str, str]]
) -> None:
    """Buttons that act and fields to fill in are no part of the text."""
    copy = copy_of(body)
    assert write_html(copy.body) == "<p>End.</p>"
    assert removed(copy) == words
