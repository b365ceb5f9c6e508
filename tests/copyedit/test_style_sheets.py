"""Rules of `style` elements count as inline styles do."""

import pytest

from printkit.article import Article
from printkit.copyedit import edit
from tests.support.clean_copy import write_html
from tests.support.printed_articles import print_article, read_pages
from tests.support.time_limits import ends_soon


def html_of(css: str, body: str) -> str:
    """Return the copy of a body with a style sheet."""
    source = f"<style>{css}</style>{body}<p>End.</p>"
    html = write_html(edit(Article(headline="H", body=source), links="plain").body)
    return html.removesuffix("<p>End.</p>")


@pytest.mark.parametrize(
    ("css", "body", "printed"),
    [
        (".y{text-decoration:line-through}", "<p>Was <span class=y>$30</span></p>",
         "<p>Was <s>$30</s></p>"),
        (".x{display:none}", "<p>a<span class=x>b</span></p>", "<p>a</p>"),
        ("p .up{vertical-align:super}", "<p>1<i class=up>3</i></p>", "<p>1<i><sup>3</sup></i></p>"),
        ("#n{font-weight:bold}", "<p><span id=n>a</span></p>", "<p><strong>a</strong></p>"),
        ("[data-k=v]{font-style:italic}", "<p><span data-k=v>a</span></p>", "<p><em>a</em></p>"),
        (".k{margin-left:1em}", "<p>one<span class=k>two</span></p>", "<p>one two</p>"),
        (".a, .b{display:block}", "<p><span class=a>one</span><span class=b>two</span></p>",
         "<p>one</p><p>two</p>"),
        ("<!-- .y{text-decoration:line-through} -->", "<p><i class=y>a</i></p>",
         "<p><i><s>a</s></i></p>"),
        # The cascade: the style of an element, then the order, then `!important`.
        (".y{text-decoration:line-through}", "<p><i class=y style='text-decoration:none'>a</i></p>",
         "<p><i>a</i></p>"),
        (".y{display:none}.y{display:inline}", "<p><i class=y>a</i></p>", "<p><i>a</i></p>"),
        (".b.y{display:inline}.y{display:none}", "<p><i class='b y'>a</i></p>", "<p><i>a</i></p>"),
        (".y{display:none!important}", "<p>x<i class=y style='display:block'>a</i></p>",
         "<p>x</p>"),
        ("@media screen{.y{display:none}}", "<p>x<i class=y>a</i></p>", "<p>x</p>"),
        # These are no words for this paper: another screen, another state, a design.
        ("@media (max-width:600px){.y{display:none}}", "<p class=y>a</p>", "<p>a</p>"),
        ("@media print{.y{display:none}}", "<p class=y>a</p>", "<p>a</p>"),
        ("p{text-decoration:line-through}", "<p>a</p>", "<p>a</p>"),
        (".y::before{text-decoration:line-through}", "<p class=y>a</p>", "<p>a</p>"),
        (".y:hover{display:none}", "<p class=y>a</p>", "<p>a</p>"),
        # Panels that a reader opens are printed.
        (".p{display:none}.p.active{display:block}", "<div class=p>a</div>", "<p>a</p>"),
        (".p{display:none}#r:checked~.p{display:block}", "<div class=p>a</div>", "<p>a</p>"),
        (".p{display:none}@media(min-width:9em){.p{display:block}}", "<p class=p>a</p>",
         "<p>a</p>"),
        (".p{display:none}#r:checked~.b{display:block}", "<div class='p b'>a</div>", "<p>a</p>"),
        # Broken sheets mean nothing.
        (".y{display:none", "<p class=z>a</p>", "<p>a</p>"),
        ("}}}.y{{display:none}", "<p class=y>a</p>", "<p>a</p>"),
        (".y:has(.z){display:none}", "<p class=y>a<i class=z>b</i></p>", "<p>a<i>b</i></p>"),
    ],
)  # fmt: skip
def test_rules_count_as_styles_do(css: str, body: str, printed: str) -> None:
    """Only rules for a class, an id or an attribute, outside of conditions."""
    assert html_of(css, body) == printed


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("<p>Seen<span class=x>Seen</span> words.</p>", []),
        ("<p>Seen<span class=x>Secret</span> words.</p>", ["Secret"]),
        ("<p>Seen words.</p><p class=x><a href='https://e.org/q'>link</a></p>",
         ["link", "https://e.org/q"]),
    ],
)  # fmt: skip
def test_hidden_words_are_told_and_nothing_counts_as_lost(body: str, told: list[str]) -> None:
    """Words that a neighbour has, too, need no remark."""
    body = f"<style>.x{{display:none}}</style>{body}"
    result = print_article({"headline": "H", "body": body, "language": "en"})
    assert [one.words for remark in result.remarks for one in remark.removed] == told
    assert {one.code for one in result.remarks} == ({"PK301"} if told else set())
    assert "Seen words." in " ".join(read_pages(result.pdf)[0].split())


@pytest.mark.parametrize(
    "css",
    [
        ".a .a .a .a .a .a{display:none}" * 300,
        "".join(f".a{{margin:{n}px}}" for n in range(390)),
        ".a{" * 60_000,
        ".a{}" * 40_000,
        "/*" * 90_000,
        ".a" * 60_000 + "{display:none}",
        "[" * 90_000,
    ],
)
def test_a_hostile_sheet_is_read_soon(css: str) -> None:
    """A sheet over the limits has no rules; a selector over the limits finds nothing."""
    nested = "<div class=a>" * 80 + "words" + "</div>" * 80
    with ends_soon():
        assert "words" in html_of(css, nested + "<p class=a>one</p>" * 2_000)
