"""Words right behind a picture that no markup calls a caption."""

import pytest

from printkit.article import Article
from printkit.copyedit import edit, tree
from printkit.copyedit.caption_signs import CaptionSigns
from printkit.copyedit.loose_captions import take_loose_caption
from tests.support import structure_tree
from tests.support.clean_copy import write_html
from tests.support.printed_articles import print_article
from tests.support.quick_cases import mark_slow
from tests.support.time_limits import ends_soon

TEXT = "<p>The ships came in at dawn, and the town went down to look at them.</p>"
A = '<img src="a.jpg" alt="Orla Penn on her launch" width="640"/>'
FIGURE = '<figure data-figure="0"></figure>'


def shown(body: str) -> tuple[str, str]:
    """Return the edited body between two paragraphs, and the caption of its first picture."""
    copy = edit(Article(headline="H", body=TEXT + body + TEXT), links="plain")
    html = write_html(copy.body).removeprefix(TEXT).removesuffix(TEXT)
    return html, write_html(copy.figures[0].caption)


@pytest.mark.parametrize(
    "body",
    [
        f"<p>{A}</p><p><small>Seen</small></p>",
        f"<p>{A}</p><p style='font-size:12px'>Seen</p>",
        f"<p>{A}</p><p><span style='font-size: 0.8em'>Seen</span></p>",
        f"<div align=center>{A}</div><div align=center><font size=1>Seen</font></div>",
        f"<center>{A}<br><font size='-1'>Seen</font></center>",
        f"<div style='text-align:center'>{A}</div><div style='text-align:center'>Seen</div>",
        f"<center>{A}</center><center>Seen</center>",
        f"<figure>{A}</figure><ul><li><p>Seen</p></li></ul>",
        f"<div>{A}<div>Seen</div></div>",
        f"<div class='post-image'><p>{A}</p><p>Seen.</p></div>",
        f"<span class='foto'>{A} <span>Seen</span></span>",
        f"<p>{A}<br>Seen</p>",
        f"<p>{A}<br>Seen<br><br></p>",
        f"{A}<br>Seen<br><br>",
        f"<ul><li>{A}<br>Seen</li></ul>",
        f"<ul class='gallery'><li><div>{A}</div><p>Seen</p></li></ul>",
        f"<blockquote><p>{A}</p><p><i>Seen</i></p></blockquote>",
        f"<p>{A}</p><p>&nbsp;</p><p><em>Seen</em></p>",
    ],
)
def test_words_with_a_sign_are_the_caption(body: str) -> None:
    """Signs are small type, the same line, a box, a centred pair, a single item, a gallery."""
    html, caption = shown(body)
    root = tree.parse(f"<p>{caption}</p>")
    assert tree.words(root).rstrip(".") == "Seen"
    assert html in (FIGURE, f"<blockquote>{FIGURE}</blockquote>")


@pytest.mark.parametrize(
    "words", ["Orla Penn on her launch", "Orla Penn on her launch, at dawn.", "Orla Penn on her…"]
)
def test_words_that_repeat_the_description_are_the_caption(words: str) -> None:
    """The words may stand in an ordinary paragraph."""
    assert shown(f"<p>{A}</p><p>{words}</p>") == (FIGURE, words)


@pytest.mark.parametrize(
    "behind",
    [
        "<p>Nobody came.</p>",
        "<p><b>The southern pier</b></p>",
        "<ul><li>Salt</li><li>Flour</li></ul>",
        "<p><em>Lesen Sie auch: Der Hafen</em></p>",
        "<p><a href='https://x.example/2'>Read on</a></p>",
        "<hr><p><small>So far.</small></p>",
        "<p><small>" + "Long words follow. " * 30 + "</small></p>",
        "<p class='verse'><small>The sea</small></p>",
        "<center>* * *</center>",
        "<blockquote>So it was.</blockquote>",
    ],
)
def test_other_words_stay_in_the_text(behind: str) -> None:
    """Prose, crosshead, list, note, link, words behind a rule, long words, verse."""
    plain = write_html(edit(Article(headline="H", body=TEXT + behind + TEXT), links="plain").body)
    html, caption = shown(f"<p>{A}</p>{behind}")
    assert caption == ""
    assert html.removeprefix(FIGURE) == plain.removeprefix(TEXT).removesuffix(TEXT)


@pytest.mark.parametrize("name", ["wp-block-column", "post-body", "entry-content", "card"])
def test_a_box_of_text_is_no_box_of_a_picture(name: str) -> None:
    """The box is a column with a picture and a paragraph, or the whole text of a post."""
    assert shown(f'<div class="{name}"><p>{A}</p><p>It has nine berths.</p></div>')[1] == ""


def test_a_sentence_behind_a_line_break_is_text() -> None:
    """A line that goes on in the next line is text, too."""
    assert shown(f"<p>{A}<br>Nobody came.</p>")[1] == ""
    assert shown(f"<p>{A}<br>Nobody<br>came</p>")[1] == ""
    assert shown(f"<p>{A}<br><br>Nobody came</p>")[1] == ""


@pytest.mark.parametrize("style", ["font-size:12px", "text-align:center", "font-style:italic"])
def test_a_sign_that_all_the_text_has_is_no_sign(style: str) -> None:
    """Some blogs set every paragraph in small type, or in the middle."""
    lines = [f"<p style='{style}'>Line {number}, and so on</p>" for number in range(4)]
    body = f"<p style='{style}'>{A}</p>".join(lines)
    copy = edit(Article(headline="H", body=body))
    assert [write_html(figure.caption) for figure in copy.figures] == ["", "", ""]


def test_a_long_list_of_one_item_is_a_caption() -> None:
    """The caption of a group, with `clockwise from top`, is longer than other captions."""
    words = "Clockwise from top: the quay. " * 15
    assert shown(f"<figure>{A}</figure><ul><li>{words}</li></ul>") == (FIGURE, words.strip())


def test_each_picture_of_a_paragraph_gets_its_own_line() -> None:
    """Old blogs set a whole gallery in one paragraph."""
    body = "<p>" + "<br><br>".join(f"<img src='{n}.jpg'><br>Seen {n}" for n in "abc") + "</p>"
    copy = edit(Article(headline="H", body=TEXT + body))
    captions = [write_html(figure.caption) for figure in copy.figures]
    assert captions == ["Seen a", "Seen b", "Seen c"]


def test_a_credit_on_a_line_of_its_own_follows_the_caption() -> None:
    """Caption and credit both leave the text."""
    body = f"{TEXT}<p>{A}</p><p><small>Seen at dawn</small></p><p>Photo: Li Wei</p>"
    copy = edit(Article(headline="H", body=body))
    assert (copy.figures[0].image.caption, copy.figures[0].image.credit) == (
        "Seen at dawn",
        "Li Wei",
    )
    assert write_html(copy.body) == TEXT + FIGURE


def test_numbered_steps_keep_their_words() -> None:
    """A sentence of an `ol` is no caption."""
    html, caption = shown(f"<ol><li>{A}Peel the apples.</li><li>Bake.</li></ol>")
    assert caption == ""
    assert "<p>Peel the apples.</p>" in html


def test_taken_words_are_on_paper_as_a_caption() -> None:
    """The words are tagged as the figure's caption; the check of the body finds no loss."""
    body = f"{TEXT}<figure>{A}</figure><ul><li>Orla Penn, at the quay</li></ul>{TEXT}"
    result = print_article({"headline": "H", "language": "en", "body": body})
    assert structure_tree.find_faults(result.pdf) == []
    captions = structure_tree.read_texts(result.pdf, "Caption")
    assert [words for _, words in captions] == ["Orla Penn, at the quay"]
    assert not [one for one in result.remarks if one.code in ("PK601", "PK608")]


def test_a_picture_alone_gets_no_caption() -> None:
    """A picture without words behind has no caption to take."""
    root = tree.parse(f"<p>{A}</p>")
    assert take_loose_caption(tree.each(root, "img")[0], root, CaptionSigns(root)) is None


@pytest.mark.parametrize(
    "piece",
    mark_slow(
        [
            "<img src='{0}.jpg'><br><i>a</i>" + "<br><b>b</b>" * 18,
            "<img src='{0}.jpg'>" + "<br>" * 38,
            "<div><img src='{0}.jpg'><div>x</div></div>" + "<p></p>" * 36,
        ],
        but={"<img src='{0}.jpg'>" + "<br>" * 38},
    ),
)
def test_long_lines_of_pictures_end_fast(piece: str) -> None:
    """A body may hold thousands of pictures, breaks, inline elements and empty blocks."""
    body = "<p>" + "".join(piece.format(number) for number in range(240))
    with ends_soon():
        edit(Article(headline="H", body=body))
