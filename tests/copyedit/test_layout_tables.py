"""Tables that only placed pictures and words become figures and text; data stay tables."""

import json
from base64 import b64encode

import pypdfium2
import pytest

from printkit.article import Article
from printkit.copyedit import edit, tree
from printkit.copyedit.clean_copy import Copy
from printkit.copyedit.layout_tables import is_layout_table
from tests.support import structure_tree
from tests.support.clean_copy import write_html
from tests.support.made_pictures import draw_scene, encode_picture
from tests.support.paths import CASES
from tests.support.printed_articles import print_article, read_pages
from tests.support.time_limits import ends_soon

A, B = '<img src="a.jpg" width="400"/>', '<img src="b.jpg" width="400"/>'
SCENE = f"data:image/png;base64,{b64encode(encode_picture(draw_scene(600, 400))).decode()}"
PROSE = "The ships came in at dawn. The town went down to look at them, and stayed."


def copy_of(body: str) -> Copy:
    """Return the copy of a body between two paragraphs."""
    return edit(Article(headline="H", body=f"<p>Before.</p>{body}<p>After.</p>"), links="plain")


def shown(body: str) -> tuple[str, list[str]]:
    """Return the edited body without the paragraphs around it, and the captions of its pictures."""
    copy = copy_of(body)
    html = write_html(copy.body).removeprefix("<p>Before.</p>").removesuffix("<p>After.</p>")
    return html, [write_html(figure.caption) for figure in copy.figures]


ONE, TWO = (f'<figure data-figure="{number}"></figure>' for number in (0, 1))


@pytest.mark.parametrize(
    ("body", "captions"),
    [
        (f'<table class="tr-caption-container"><tr><td>{A}<tr><td class="tr-caption">One</table>',
         ["One"]),
        (f"<table><tr><td>{A}<tr><td>One</table>", ["One"]),
        (f"<table><caption>One</caption><tr><td>{A}</table>", ["One"]),
        (f"<table><tr><td>{A}<td>{B}<tr><td>One<td>Two</table>", ["One", "Two"]),
        (f"<table><tr><td>One<td>Two<tr><td>{A}<td>{B}</table>", ["One", "Two"]),
        (f"<table border=1><tr><td>{A}<br>One<td>{B}<br>Two</table>", ["One", "Two"]),
        (f"<table><tr><td>{A}<td>One<tr><td>{B}<td>Two</table>", ["One", "Two"]),
        (f'<table class="mcnCaptionBlock"><tr><td><table><tr><td>{A}<tr><td class="mcnTextContent">'
         "One</table></table>", ["One"]),
        (f"<table role=presentation><tr><td><table><tr><td width=20>&nbsp;<td>{A}<td>&nbsp;"
         "</table><tr><td><div class=image-caption>One</div></table>", ["One"]),
        (f"<table><tr><th class=columns><table><tr><th>{A}</table><th class=columns><table><tr>"
         "<th><p>One</p><th class=expander></table></table>", ["One"]),
    ],
)  # fmt: skip
def test_a_picture_in_a_layout_table_is_a_figure_with_its_caption(
    body: str, captions: list[str]
) -> None:
    """Blogger, Mailchimp, Substack, Foundation and writers by hand make such tables."""
    figures = "".join((ONE, TWO)[: len(captions)])
    assert shown(body) == (figures, captions)


def test_prose_beside_pictures_is_text_in_reading_order() -> None:
    """Rows follow each other; the sentence beside a picture is no caption."""
    html, captions = shown(f"<table><tr><td>{A}<td>{PROSE}<tr><td>{PROSE}<td>{B}</table>")
    assert html == f"{ONE}<p>{PROSE}</p><p>{PROSE}</p>{TWO}"
    assert captions == ["", ""]


def test_words_beside_a_picture_over_two_rows_are_text() -> None:
    """The first of the two rows is no caption."""
    html, captions = shown(f"<table><tr><td rowspan=2>{A}<td>Heron<tr><td>90 cm</table>")
    assert (html, captions) == (f"{ONE}<p>Heron</p><p>90 cm</p>", [""])


def test_a_picture_and_its_caption_with_one_link_print_the_link_once() -> None:
    """A table of teasers links picture and caption to one page."""
    link = '<a href="https://x.example/a">'
    _, captions = shown(f"<table><tr><td>{link}{A}</a><tr><td>{link}Alder Bay</a></table>")
    assert captions == [f"{link}Alder Bay</a>"]


def test_a_sign_beside_words_stays_in_their_line() -> None:
    """The notices of Wikipedia have such signs."""
    sign = '<img src="q.png" width="40" height="40"/>'
    html, _ = shown(f"<table role=presentation><tr><td>{sign}<td><div>Wanting.</div></table>")
    assert html == '<p><img data-figure="0"> Wanting.</p>'


@pytest.mark.parametrize(
    "table",
    [
        f"<table><tr><th>Bird</th><th>Seen</th></tr><tr><td>Heron</td><td>{A}</td></tr></table>",
        f"<table><tr><td>Heron</td><td>{A}</td><td>90 cm</td></tr><tr><td>Stork</td><td>{B}</td>"
        "<td>1 m</td></tr></table>",
        "<table border='1'><tr><td>Name</td><td></td></tr><tr><td>Town</td><td></td></tr></table>",
        f"<table border='1'><tr><td>Heron</td><td>{A}</td></tr></table>",
        f"<table><tr><td>Bird</td><td>Seen</td></tr><tr><td>Heron</td><td>{A}</td></tr><tr>"
        f"<td>Stork</td><td>{B}</td></tr></table>",
        "<table><tr><td>1990</td><td>3</td></tr><tr><td>1991</td><td>4</td></tr></table>",
        "<table><caption>C</caption><tr><td>1990</td><td>3</td></tr></table>",
    ],
)
def test_a_table_of_data_stays_a_table(table: str) -> None:
    """Heads, a caption, a border, or words in rows and columns show that a table is data."""
    assert not is_layout_table(tree.each(tree.parse(table), "table")[0])
    assert write_html(copy_of(table).body).count("<table>") == 1


def test_a_picture_in_a_table_of_data_stays_in_its_cell() -> None:
    """The picture is a figure, with its caption and credit."""
    html, captions = shown(
        f"<table><tr><th>Bird<th>Seen<tr><td>Heron<td>{A}<p class=wp-caption-text>At dawn. "
        "Photo: Li Wei</p></table>"
    )
    assert f"<td>Heron</td><td>{ONE}</td>" in html
    assert captions == ["At dawn."]


def test_pictures_in_a_table_are_printed_at_their_size() -> None:
    """The cells have figures; five columns of pictures stay on the sheet."""
    cells = f'<td><img src="{SCENE}" alt="A heron"></td>' * 5
    heads = "".join(f"<th>Head {number}</th>" for number in range(6))
    body = f"<p>x</p><table><tr>{heads}</tr><tr><td>Heron</td>{cells}</tr></table>"
    result = print_article({"headline": "H", "language": "en", "body": body})
    assert structure_tree.find_faults(result.pdf) == []
    assert [one.code for one in result.remarks if one.code in ("PK601", "PK603", "PK608")] == []
    found = structure_tree.find_elements(result.pdf, "Figure")
    assert [str(one["/Alt"]) for one in found] == ["A heron"] * 5
    assert structure_tree.show_tree(result.pdf).count("TD(Div(Figure(") == 5
    assert "Head 5" in "".join(read_pages(result.pdf))


@pytest.mark.parametrize(
    ("case", "address", "caption"),
    [
        ("A05-blogger-caption-table.json", "pics/dome.jpg",
         "The pie, out of the oven. Photograph: Li Wei"),
        ("c17-two-marked-credits.json", "https://pics.example/pie.jpg",
         "The pie, at noon Photograph: Li Wei, Quay Press"),
    ],
)  # fmt: skip
def test_the_pictures_of_the_field_cases_are_figures(case: str, address: str, caption: str) -> None:
    """Each picture has its own size, with caption and credit below."""
    record = json.loads((CASES / "field" / case).read_text(encoding="utf-8"))
    record["body"] = record["body"].replace(address, SCENE)
    result = print_article(record)
    assert [words for _, words in structure_tree.read_texts(result.pdf, "Caption")] == [caption]
    drawn = pypdfium2.PdfDocument(result.pdf)[0].get_objects()
    (found,) = [one for one in drawn if isinstance(one, pypdfium2.PdfImage)]
    left, _, right, _ = found.get_bounds()
    assert right - left > 250
    assert not [one for one in result.remarks if one.code in ("PK601", "PK608")]


def test_deep_tables_of_pictures_end_fast() -> None:
    """Each table is judged by its own content."""
    inner = f"<table><tr><td>{A}<td>{'word ' * 20_000}</table>"
    for _ in range(24):
        inner = f"<table><tr><td>{inner}<td>{A}</table>"
    with ends_soon():
        edit(Article(headline="H", body=inner))
