"""The properties of elements in the tree: descriptions, languages, heads, places."""

from typing import Any

import pytest

from tests.support import structure_tree
from tests.support.pdf_objects import list_annotations
from tests.support.tagged_snippets import SQUARE, print_snippet


def one(body: str, role: str, css: str = "") -> Any:
    """Return the only element of a role, of a page without faults."""
    page = print_snippet(body, css)
    assert page.faults == []
    (found,) = structure_tree.find_elements(page.pdf, role)
    return found


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (f"<img alt='A  square' src=\"{SQUARE}\">", "A square"),
        (f"<img aria-label='B' src=\"{SQUARE}\">", "B"),
        (f"<img title='C' src=\"{SQUARE}\">", "C"),
        ("<svg width=9 height=9><title>D</title><g/></svg>", "D"),
        ("<svg width=9 height=9 aria-label='E'><g/></svg>", "E"),
    ],
)
def test_description(body: str, words: str) -> None:
    """A picture is described by any words that the page has for the picture."""
    assert one(body, "Figure")["/Alt"] == words


@pytest.mark.parametrize("said", ["", "alt=''", "alt='x' aria-hidden=true", "alt='x' role=none"])
def test_decoration(said: str) -> None:
    """A picture without a description is decoration; a remark says so, unless the page does."""
    page = print_snippet(f'<p>a<img {said} src="{SQUARE}">')
    assert page.outline == "P('a')"
    assert page.faults == []
    assert [remark.code for remark in page.remarks] == ([] if said else ["PK604"])


def test_a_picture_without_a_description_is_named_with_its_page_and_the_last_id() -> None:
    """The id belongs to the element around the picture, or else to an element before."""
    body = f"<p id=a1>a<p id=a2 style='break-before: page'>b<p>c<img src=\"{SQUARE}\">"
    (remark,) = print_snippet(body).remarks
    assert (remark.code, remark.page, remark.article) == ("PK604", 2, "a2")
    assert remark.file == SQUARE[:100]


def test_place() -> None:
    """The box of a picture is its place, in points from the lower edge."""
    css = """@page{size: 100pt 200pt; margin: 0} body{margin: 0} img{display: block; margin: 10pt;
      width: 30pt; height: 15pt}"""
    figure = one(f'<img alt="x" src="{SQUARE}">', "Figure", css)
    assert [float(edge) for edge in figure["/A"]["/BBox"]] == [10, 175, 40, 190]


def test_an_element_that_stands_for_a_picture_is_one_figure() -> None:
    """The figure holds the pictures of both pages; its box is the box on the first page."""
    css = """@page{size: 100pt 200pt; margin: 0} body{margin: 0} img{display: block; margin: 10pt;
      width: 30pt; height: 100pt}"""
    pieces = f'<img alt="" src="{SQUARE}">' * 2
    figure = one(f'<div role="img" aria-label="x">{pieces}</div>', "Figure", css)
    assert figure["/Alt"] == "x"
    assert len(figure["/K"]) == 2
    assert [float(edge) for edge in figure["/A"]["/BBox"]] == [10, 90, 40, 190]


@pytest.mark.parametrize(
    ("body", "role", "language"),
    [
        ("<p>a <q lang=fr>b</q>", "Quote", "fr"),
        ("<p>a <span lang=pt_BR>b</span>", "Span", "pt-BR"),
        ("<p lang=de>a", "P", "de"),
        ("<p lang=EN>a", "P", None),
        ("<p lang='no such; thing'>a", "P", None),
    ],
)
def test_language(body: str, role: str, language: str | None) -> None:
    """An element names its language where the language changes."""
    assert one(body, role).get("/Lang") == language


def test_language_is_told_once() -> None:
    """An element below another element of the same language does not repeat the language."""
    page = print_snippet("<div lang=fr><p>a</p><p lang=fr>b <i lang=en>c</i></p></div>")
    told = {
        role: [e.get("/Lang") for e in structure_tree.find_elements(page.pdf, role)]
        for role in ("Div", "P", "Span")
    }
    assert told == {"Div": ["fr"], "P": [None, None], "Span": ["en"]}


def test_abbreviation() -> None:
    """The tag of an abbreviation has the full words."""
    assert one("<p><abbr title='World Health Organization'>WHO</abbr>", "Span")["/E"] == (
        "World Health Organization"
    )


@pytest.mark.parametrize(
    ("style", "kind"),
    [("ul", "/Disc"), ("ol", "/Decimal"), ("ol style='list-style: lower-alpha'", "/LowerAlpha")],
)
def test_numbering(style: str, kind: str) -> None:
    """A list tells the kind of its labels."""
    assert one(f"<{style}><li>a", "L")["/A"]["/ListNumbering"] == kind


TABLE = """<table><thead><tr><th>Year<th colspan=2>Sum<tbody>
<tr><th>1990<td>1<td>2<tr><th scope=row>1991<td>3<td>4
<tr><th colspan=3>Later<tr><th>2000<td>5<td>6</table>"""


def test_heads() -> None:
    """Each data cell names the heads above the cell and beside the cell."""
    page = print_snippet(TABLE)
    assert page.faults == []
    said = structure_tree.read_marked_words(page.pdf)
    heads = {}
    for head in structure_tree.find_elements(page.pdf, "TH"):
        words = said[head["/Pg"].indirect_reference.idnum, head["/K"][0]]
        heads[head["/ID"]] = f"{words.strip()} {head['/A']['/Scope']}"
    cells = structure_tree.find_elements(page.pdf, "TD")
    assert [[heads[name] for name in cell["/A"]["/Headers"]] for cell in cells] == [
        *[["Sum /Column", "1990 /Row"]] * 2,
        *[["Sum /Column", "1991 /Row"]] * 2,
        *[["Later /Column", "2000 /Row"]] * 2,
    ]


def test_link_words() -> None:
    """Each rectangle of a link has its words, and its address on the web."""
    body = f"""<p id=top><a href="http://x.y/">In <b>full</b></a> <a href="#top">up</a>
    <a href="http://x.y/">http://x.y/</a> <a href="http://z/"><img alt="Pic" src="{SQUARE}"></a>"""
    page = print_snippet(body)
    assert page.faults == []
    annotations = list_annotations(page.pdf)
    told = [annotation["/Contents"] for annotation in annotations]
    assert list(dict.fromkeys(told)) == [
        "In full (http://x.y/)",
        "up",
        "http://x.y/",
        "Pic (http://z/)",
    ]


def test_same_bytes() -> None:
    """The same page makes the same file."""
    assert print_snippet(TABLE).pdf == print_snippet(TABLE).pdf
