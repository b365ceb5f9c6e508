"""Hidden elements go; what paper cannot show leaves its address or is counted."""

import time

import pytest

from printkit.article import Article
from printkit.copyedit import edit
from printkit.copyedit.clean_copy import Copy
from tests.support.clean_copy import write_html


def copy_of(body: str, url: str | None = None) -> Copy:
    """Return the copy of a body, with plain links."""
    return edit(Article(headline="H", body=body, url=url), links="plain")


def lost(copy: Copy) -> list[str]:
    """Return the messages about what was left out."""
    return [one.message for one in copy.remarks if one.code == "PK301"]


@pytest.mark.parametrize(
    "hidden",
    [
        "<span hidden> </span>",
        '<span aria-hidden="true">★ / ›</span>',
        '<i class="material-icons" aria-hidden="true">arrow_forward</i>',
        '<span class="mw-editsection">no</span>',
        '<div class="noprint" style="display:none">no</div>',
        "<script>no</script><style>no</style><template>no</template>",
        "<noscript><img src=a width=1></noscript>",
        "<span class='sr-only'>A</span>",
        "<span hidden>b</span>",
    ],
)
def test_what_is_not_seen_is_not_printed(hidden: str) -> None:
    """And there is no remark about it."""
    copy = copy_of(f"<p>a {hidden} b</p>")
    assert write_html(copy.body) in ("<p>a b</p>", "<p>a</p><p>b</p>")
    assert copy.remarks == ()


def test_a_formula_drawn_as_a_picture_keeps_its_picture_only() -> None:
    """Wikipedia hides MathML before the picture, and hides the picture from screen readers."""
    body = (
        '<p>Let <span><span style="display:none"><math><mi>A</mi></math></span>'
        '<img src="https://example.org/math/render/svg/1" aria-hidden="true"'
        ' alt="{\\displaystyle A}"></span> be.</p>'
    )
    copy = copy_of(body)
    assert write_html(copy.body) == '<p>Let <img data-figure="0"> be.</p>'
    assert copy.figures[0].image.alt == "{\\displaystyle A}"
    assert lost(copy) == []


@pytest.mark.parametrize(
    ("formula", "printed"),
    [
        ('<math alttext="x^2"><mi>x</mi></math>', "x^2"),
        ('<math><mi>x</mi><annotation encoding="application/x-tex">x_1</annotation></math>', "x_1"),
        ("<math><mi>x</mi><mo>+</mo><mn>1</mn></math>", "x+1"),
    ],
)
def test_a_formula_without_a_picture_is_printed_in_words(formula: str, printed: str) -> None:
    """Its TeX if it gives one."""
    assert (
        write_html(copy_of(f"<p>{formula}</p>").body)
        == f'<p><span class="formula">{printed}</span></p>'
    )


@pytest.mark.parametrize(
    "twins",
    [
        "<img data-src=a.jpg src=data:image/gif;base64,R0lG><noscript><img src=a.jpg></noscript>",
        "<img src=data:image/gif;base64,R0lG><noscript><img src=a.jpg></noscript>",
        "<noscript><img src=a.jpg></noscript><img data-src=a.jpg>",
        "<noscript><img src=a.jpg></noscript>",
        "<picture><source srcset='a.jpg 2x'><img src=a.jpg></picture><noscript><img src=a.jpg>"
        "</noscript>",
    ],
)
def test_of_a_lazy_picture_and_its_twin_one_survives(twins: str) -> None:
    """The one that has the address."""
    copy = copy_of(f"<p>before</p><p>{twins}</p><p>after</p>")
    assert [figure.image.src for figure in copy.figures] == ["a.jpg"]
    assert write_html(copy.body) == '<p>before</p><figure data-figure="0"></figure><p>after</p>'


@pytest.mark.parametrize(
    ("element", "kind"),
    [
        ("<iframe src='{}'></iframe>", "iframe"),
        ("<video src='{}'></video>", "video"),
        ("<video><source src='{}'>Your browser is old.</video>", "video"),
        ("<audio src='{}'></audio>", "audio"),
        ("<embed src='{}'>", "embedded object"),
        ("<object data='{}'></object>", "embedded object"),
        ("<iframe data-src='{}' src='about:blank'></iframe>", "iframe"),
    ],
)
def test_a_player_leaves_its_address(element: str, kind: str) -> None:
    """Where a reader can find what paper cannot show."""
    address = "https://example.org/v/1"
    copy = copy_of("<p>a</p>" + element.format(address))
    assert (
        write_html(copy.body) == f'<p>a</p><p class="embed"><a href="{address}">{address}</a></p>'
    )
    assert lost(copy) == [f"not printable, removed: 1 {kind}"]


def test_all_that_was_lost_is_one_remark() -> None:
    """With kinds and counts."""
    body = (
        "<p>a</p><video></video><video></video><iframe></iframe>"
        "<form><input><button>Send</button></form><svg width=600><text>chart</text></svg>"
    )
    assert lost(copy_of(body)) == [
        "not printable, removed: 1 form, 2 videos, 1 iframe, 1 drawing",
    ]


def test_a_named_player_is_a_named_link() -> None:
    """A relative address is resolved against the article's."""
    copy = copy_of("<p>a</p><iframe title='The film' src='/v'></iframe>", "https://example.org/n/1")
    assert '<a href="https://example.org/v">The film</a>' in write_html(copy.body)


def test_words_in_a_form_stay_and_fields_go_with_their_labels() -> None:
    """Some sites wrap all they have in one form."""
    body = "<form><p>Words.</p><label>Mail <input></label><select><option>x</select></form>"
    assert write_html(copy_of(body).body) == "<p>Words.</p>"


def test_boxes_of_a_task_list_are_printed() -> None:
    """They say what is done."""
    body = "<ul><li><input type=checkbox checked> a</li><li><input type=checkbox> b</li></ul>"
    assert write_html(copy_of(body).body) == "<ul><li>☑ a</li><li>☐ b</li></ul>"


def test_icons_are_no_loss() -> None:
    """A drawing of the size of a letter is decoration."""
    assert lost(copy_of("<p>a <svg width=16><path/></svg></p>")) == []


def test_words_in_place_of_an_object_are_kept() -> None:
    """They were written for readers who cannot see the object."""
    assert write_html(copy_of("<object data=x.swf><p>A chart of rain.</p></object>").body) == (
        "<p>A chart of rain.</p>"
    )


@pytest.mark.parametrize(
    "hidden",
    [
        "<span hidden>no</span>",
        "<div hidden>no <b hidden>more</b> <p class=sr-only>words</p></div>",
        '<span style="display:none" aria-hidden="true">no</span>',
        '<span style="color:red; visibility : hidden">no</span>',
        '<div class="screen-reader-text">no</div>',
        "<span class=sr-only>no <math><mi>x</mi></math></span>",
        "<noscript>no <noscript>more</noscript></noscript>",
    ],
)
def test_hidden_words_are_counted(hidden: str) -> None:
    """Nested ones once: somebody may have meant them to be read."""
    copy = copy_of(f"<p>a {hidden} b</p>")
    assert write_html(copy.body) in ("<p>a b</p>", "<p>a</p><p>b</p>")
    assert lost(copy) == ["not printable, removed: 1 hidden passage"]


@pytest.mark.parametrize(
    ("body", "printed"),
    [
        ("<span class='dropcap' aria-hidden='true'>O</span>nce upon a time.", "Once upon a time."),
        ("Rose <span aria-hidden='true'>by 40%</span> then.", "Rose <span>by 40%</span> then."),
        ("<span aria-hidden='true'>Five min</span> <span class='sr-only'>five min</span> on.",
         "Five min on."),
        ("<span class='visually-hidden'>Five min</span><b aria-hidden='true'>Five min</b> on.",
         "<b>Five min</b> on."),
        ("The <i class='icon' aria-hidden='true'>North star</i>", "The <i>North star</i>"),
    ],
)  # fmt: skip
def test_what_is_kept_from_screen_readers_only_is_seen(body: str, printed: str) -> None:
    """`aria-hidden` hides nothing from the eye; text for screen readers alone is left out."""
    copy = copy_of(f"<p>{body}</p>")
    assert write_html(copy.body).replace("<span>", "").replace("</span>", "") == (
        f"<p>{printed}</p>".replace("<span>", "").replace("</span>", "")
    )
    assert copy.remarks == ()


def test_a_typeset_formula_is_printed_once() -> None:
    """KaTeX writes it for the eye and for the ear; its TeX is printed."""
    body = (
        '<p>Let <span class="katex"><span class="katex-mathml"><math><mi>x</mi>'
        '<annotation encoding="application/x-tex">x_1</annotation></math></span>'
        '<span class="katex-html" aria-hidden="true">x1</span></span> be.</p>'
    )
    assert write_html(copy_of(body).body).count("x") == 1
    alone = '<p>Let <span class="katex-html" aria-hidden="true">x1</span> be.</p>'
    assert "x1" in write_html(copy_of(alone).body)


@pytest.mark.parametrize(
    "body",
    [
        "<p>" + "words " * 150_000 + "</p>" + "<b class=sr-only>x</b>" * 9_000,
        "<div>" * 90 + "words " * 200_000 + "</div><b class=sr-only>x</b>" * 90,
    ],
)
def test_neighbours_are_read_in_no_time(body: str) -> None:
    """However long they are, and however many hidden ones are beside them."""
    start = time.process_time()
    copy_of(body)
    assert time.process_time() - start < 4
