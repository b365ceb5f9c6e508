"""A raw body and the markup of its page → the parts that the page shows in a wrong place."""

import pytest

from printkit.article import Article
from printkit.pages import ArticleOnPage
from printkit.preflight.inventory.body_items import read_body
from printkit.preflight.inventory.misplaced import find_misplaced
from printkit.preflight.inventory.misplaced.compared import compare, page_tree
from printkit.remarks import Removed
from tests.support.quick_cases import mark_slow
from tests.support.time_limits import ends_soon


def misplaced(body: str, page: str, body_format: str = "html") -> list[Removed]:
    """Return the misplaced parts; the page may have figures of `a.jpg` and `b.jpg`."""
    article = Article(headline="H", body=body, body_format=body_format)
    on_page = ArticleOnPage(article, ("a.jpg", "b.jpg"), ("a.1", "a.2"))
    raw = read_body(body, body_format, "")
    return list(find_misplaced(compare(raw.source, on_page, page_tree(page), ""), raw.items))


def told(body: str, page: str, body_format: str = "html") -> list[tuple[str, str]]:
    """Return the kinds and the words of the misplaced parts."""
    return [(one.kind, one.words) for one in misplaced(body, page, body_format)]


PICTURES = (
    "<figure><img src=a.jpg><figcaption>Fog at dawn</figcaption></figure>"
    "<figure><img src=b.jpg><figcaption>Fog at noon</figcaption></figure>"
)
FIGURES = "<figure id=a.1>{0}</figure><figure id=a.2>{1}</figure>"


@pytest.mark.parametrize(
    ("shown", "words"),
    [
        (("Fog at dawn", "Fog at noon"), []),
        (("Fog at noon", "Fog at dawn"), ["Fog at dawn", "Fog at noon"]),
        (("", "Fog at noon. Fog at dawn"), ["Fog at dawn"]),
        (("", "Fog at noon"), []),
    ],
)
def test_a_caption_belongs_to_its_picture(shown: tuple[str, str], words: list[str]) -> None:
    """A caption that no figure shows is printed elsewhere, or is lost: other rules tell."""
    assert told(PICTURES, FIGURES.format(*shown)) == [
        ("caption of another picture", one) for one in words
    ]


LINKS = (
    "<p>In <a href=https://x.example/1>the hull</a>, <a href=https://x.example/2>a keel</a>.</p>"
)


@pytest.mark.parametrize(
    ("page", "words"),
    [
        (LINKS, []),
        ("<p>In the hull, a keel.</p>", []),
        (LINKS.replace("/2", "/3").replace("/1", "/2"), ["the hull", "the hull"]),
        ("<p>In the hull, <a href=https://x.example/1>a keel</a>.</p>", ["a keel", "a keel"]),
        ("<p>In <a href=https://x.example/1>the</a> <a href=https://x.example/1>hull</a>", []),
        ("<p>x <a href=https://x.example/1>x.example/1</a></p>", []),
    ],
)
def test_a_link_leads_from_its_words(page: str, words: list[str]) -> None:
    """A link may be printed in parts, as an address in a note, or be named in a remark."""
    assert [one for _, one in told(LINKS, page)] == words


def test_a_mark_leads_to_its_note() -> None:
    """The notes are known by their first words, for the page numbers notes anew."""
    body = "Sold in spring[^a] and bought[^b] back.\n\n[^a]: To a miller.\n\n[^b]: By a baker."
    page = (
        "<p>Sold in spring<a href=#{0} class=note-ref>1</a> and bought<a href=#{1} class=note-ref>"
        "2</a> back.</p><ol><li id=n1>1 To a miller.<li id=n2>2 By a baker.</ol>"
    )
    assert told(body, page.format("n1", "n2"), "markdown") == []
    assert told(body, page.format("n2", "n1"), "markdown") == [
        ("mark of another note", "To a miller."), ("mark of another note", "By a baker.")
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("body", "page", "words"),
    [
        ("<ol start=3><li>Hemp", "<ol><li value=3>Hemp", []),
        ("<ol start=3><li>Hemp", "<ol><li>Hemp", ["3. Hemp"]),
        ("<ol start=3><li>Hemp", "<p>3. Hemp", []),
        ("<ol><li value=7>Hemp<li>Iron", "<ol start=7><li>Hemp<li>Iron", []),
        ("<ol reversed><li>Hemp<li>Iron", "<ol><li>Hemp<li>Iron", ["2. Hemp", "1. Iron"]),
        ("<ol><li>Hemp<ol type=i><li>Iron</ol></ol>", "<ol><li>Hemp<ol><li>Iron</ol></ol>",
         ["1. Iron"]),
        ("<ol style='list-style:none'><li>Hemp", "<ul><li>Hemp", []),
        ("<ol><li hidden>Flax<li>Hemp", "<ol><li>Hemp", []),
        ("<ol><li style='display: none'>Flax<li>Hemp", "<ol><li>Hemp", []),
        ("<ol><div><li>Hemp</div><li>Iron</ol>", "<ol><li>Hemp<li>Iron</ol>", []),
        ("<ol><li data-list=bullet>Hemp", "<ul><li>Hemp", []),
        ("<ol class=letters><li>Hemp", "<ol type=a><li>Hemp", []),
        ("<ol class=letters><li>Hemp", "<ol type=a><li value=2>Hemp", ["1. Hemp"]),
    ],
)  # fmt: skip
def test_an_item_keeps_its_number(body: str, page: str, words: list[str]) -> None:
    """`start`, `value`, `reversed` and `type` make the number."""
    assert [one for _, one in told(body, page)] == words


def test_an_item_of_quill_has_a_kind_of_its_own() -> None:
    """The editor puts bullets into a numbered list, and a style sheet shows them as bullets."""
    body = "<ol><li data-list=bullet>Rye bread</li><li data-list=ordered>Sow rye</li></ol>"
    assert told(body, "<ul><li>Rye bread</li></ul><ol><li>Sow rye</li></ol>") == []


TABLE = "<table><tr><th>Boat<th><th>Tons<th>Crew<tr><td>Alder<td><td>47<td><tr><td>Oak<td><td><td>9"


@pytest.mark.parametrize(
    ("page", "words"),
    [
        (TABLE, []),
        ("<table><tr><th>Boat<th>Tons<th>Crew<tr><td>Alder<td>47<td><tr><td>Oak<td><td>9", []),
        ("<table><tr><th>Boat<th>Tons<th>Crew<tr><td>Alder<td>47<tr><td>Oak<td>9", ["oak | 9"]),
        (TABLE.replace("<td>47<td>", "<td><td>47"), ["alder | 47"]),
        (TABLE.replace("<td>Alder<td><td>47", "<td rowspan=2>Alder<td><td>47"), ["oak | 9"]),
    ],
)
def test_a_cell_keeps_its_column(page: str, words: list[str]) -> None:
    """A page may leave out an empty column."""
    assert [one for _, one in told(TABLE, page)] == words


def test_a_table_of_markdown_keeps_its_columns() -> None:
    """The cells are read from the lines with bars."""
    body = "|Boat|Tons|Crew|\n|---|---|---|\n|Alder||47|"
    page = "<table><tr><th>Boat<th>Tons<th>Crew<tr><td>Alder<td>{}</table>"
    assert told(body, page.format("<td>47"), "markdown") == []
    assert told(body, page.format("47<td>"), "markdown") == [("row of other columns", "alder | 47")]


@pytest.mark.parametrize(
    ("body", "page", "found"),
    [
        ("<p>un<b>believ</b>able", "<p>un<b>be\u00adliev</b>able", []),
        ("<p>un<b>believ</b>able", "<p>un <b>believ</b>able", ["unbeliev"]),
        ("<p><span style='padding:1em'>high</span>light", "<p>high light", []),
        ("<p>The quay of Kiel closes", "<p>The Kiel of quay closes", ["The quay of Kiel closes"]),
        ("<p>Quay 1 of Kiel closes 2", "<p>1 Quay of Kiel closes", []),
        ("<p>Quay 1 of Kiel closes", "<p>1 Quay of Kiel closes", ["Quay 1 of Kiel closes"]),
        ("<p>::youtube[Quay of Kiel]{#abc}", "<p>youtube abc Quay of Kiel", []),
        ("<p>The quay of Kiel closes", "<p>The quay<sup>1</sup> of Kiel (north) closes", []),
    ],
)
def test_a_sentence_keeps_its_words(body: str, page: str, found: list[str]) -> None:
    """A note or a word more is no other order."""
    assert [one for _, one in told(body, page)] == found


def test_the_meaning_of_an_abbreviation_may_stand_behind_the_abbreviation() -> None:
    """Markdown defines the abbreviation on a line of its own."""
    body = "*[HTML]: Hyper Text\nThe HTML spec."
    assert told(body, "<p>The HTML (Hyper Text) spec.</p>", "markdown") == []


@pytest.mark.parametrize(
    ("body", "drawn", "lost"),
    [
        ("<math><mi>a</mi><mo>−</mo><mi>b</mi></math>", "a − b", ""),
        ("<math><mi>a</mi><mo>−</mo><mi>b</mi></math>", "a-b", ""),
        ("<math><mi>a</mi><mo>−</mo><mi>b</mi></math>", "a b", "a − b: -"),
        ("<math><msub><mi>x</mi><mn>1</mn></msub><mo>+</mo><mi>y</mi></math>", "x₁ + y", ""),
        ("<math><msub><mi>x</mi><mn>1</mn></msub><mo>+</mo><mi>y</mi></math>", "x + y",
         "x 1 + y: 1"),
        ("<math><mover><mi>x</mi><mo>¯</mo></mover><mo>=</mo><mi>y</mi></math>", "x̄ = y", ""),
        ("<math><maction><mn>11</mn><mn>22</mn></maction><mi>x</mi></math>", "11x", ""),
        ("<math><maction actiontype=toggle selection=2><mn>1</mn><mn>2</mn></maction><mi>x</mi>"
         "<mi>y</mi></math>", "1xy", "2 x y: 2"),
        (r"<p>\(\frac{a}{b} \le x'\)", "a/b ≤ x′", ""),
        (r"<p>\(\frac{a}{b} \le x'\)", "a/b ≤ x", r"\frac{a}{b} \le x': '"),
        (r"<p>\(\strange{a} - b\)", "a b", ""),
    ],
)  # fmt: skip
def test_a_formula_is_drawn_with_all_its_signs(body: str, drawn: str, lost: str) -> None:
    """The description for screen readers does not count; nor does TeX with an unknown command."""
    page = f"<p><span role=math aria-label='{drawn} described'>{drawn}</span></p>"
    expected = [("formula without a sign", lost)] if lost else []
    assert told(body, page) == expected


@pytest.mark.parametrize(
    "mark",
    mark_slow(
    ["<figure><img src=a.jpg><figcaption>x y", "<a href=https://x.example/1>x</a>", "<ol><li>abc",
     "<table><tr><td>a<td>b", "a<b>b</b>", "<math><mi>a</mi></math>", r"\(a", "$$a ", "[^a] ",
     "|-|-|\n", "<b>a", "<figure><img src=a.jpg>",
     "<li>a<ol>", "<td>a<table>", "<p><i>a</p>", "<a href=#x>1</a>", "<p>one two three four"],
     but={"a<b>b</b>", "[^a] "}),
)  # fmt: skip
def test_long_hostile_bodies_end_fast(mark: str) -> None:
    """The time grows with the length of the body, not faster."""
    body = mark * (100_000 // len(mark))
    with ends_soon():
        misplaced(body, f"<p><span role=math>z</span>{body[:20_000]}</p>", "html")
