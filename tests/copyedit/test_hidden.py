"""Hidden elements go; a remark has the words that no visible neighbour repeats."""

import pytest

from printkit.article import Article
from printkit.copyedit import edit
from printkit.copyedit.clean_copy import Copy
from tests.support.clean_copy import write_html
from tests.support.time_limits import ends_soon


def copy_of(body: str, url: str | None = None) -> Copy:
    """Return the copy of a body, with plain links."""
    return edit(Article(headline="H", body=body, url=url), links="plain")


def lost(copy: Copy) -> list[str]:
    """Return the messages about removed content."""
    return [one.message for one in copy.remarks if one.code == "PK301"]


@pytest.mark.parametrize(
    "hidden",
    [
        "<span hidden> </span>",
        '<span aria-hidden="true">★ / ›</span>',
        '<i class="material-icons" aria-hidden="true">arrow_forward</i>',
        "<script>no</script><style>no</style><template>no</template>",
        "<noscript><img src=a width=1></noscript>",
        "<span class='sr-only'>A</span>",
        "<span hidden>b</span>",
    ],
)
def test_what_is_not_seen_is_not_printed(hidden: str) -> None:
    """No remark names hidden marks of a web page."""
    copy = copy_of(f"<p>a {hidden} b</p>")
    assert write_html(copy.body) in ("<p>a b</p>", "<p>a</p><p>b</p>")
    assert copy.remarks == ()


@pytest.mark.parametrize(
    "style",
    ["opacity:0", "font-size:0", "position:absolute;clip:rect(0,0,0,0)", "text-indent:-9999px",
     "position:absolute;left:-10000px", "visibility:hidden",
     "position:absolute;clip-path:inset(50%)"],
)  # fmt: skip
def test_words_that_a_style_takes_out_of_sight_are_named(style: str) -> None:
    """A browser shows nothing of them."""
    copy = copy_of(f"<p>a <span style='{style}'>Out of sight</span> b</p>")
    assert write_html(copy.body) == "<p>a b</p>"
    assert lost(copy) == ["not printable, removed: 1 hidden passage: “Out of sight”"]


@pytest.mark.parametrize(
    "body",
    [
        "<section style='opacity:0'><p>Fading</p></section>",
        "<h2 style='opacity:0;transform:translateY(9px)'>Fading</h2>",
        "<div style='font-size:0'><span style='font-size:16px'>Sized</span></div>",
    ],
)
def test_a_text_that_a_script_moves_into_view_is_printed(body: str) -> None:
    """Many sites hide all of their text until the page is scrolled."""
    copy = copy_of(body)
    assert "Fading" in write_html(copy.body) or "Sized" in write_html(copy.body)
    assert copy.remarks == ()


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
    """The picture with the address is printed."""
    copy = copy_of(f"<p>before</p><p>{twins}</p><p>after</p>")
    assert [figure.image.src for figure in copy.figures] == ["a.jpg"]
    assert write_html(copy.body) == '<p>before</p><figure data-figure="0"></figure><p>after</p>'


def test_of_two_sizes_beside_a_noscript_the_larger_survives() -> None:
    """Another picture in a `noscript` is printed: a script could show any picture."""
    copy = copy_of("<p>x</p><p><img src=a-300x200.jpg><noscript><img src=a.jpg></noscript></p>")
    assert [one.src for one in copy.images] == ["a.jpg"]
    assert [one.words for one in copy.rewritten] == ["a-300x200.jpg"]
    copy = copy_of("<p>x</p><p><img src=b.jpg><noscript><img src=a.jpg></noscript></p>")
    assert [one.src for one in copy.images] == ["b.jpg", "a.jpg"]


def test_the_words_of_a_picture_in_a_noscript_are_kept_or_named() -> None:
    """The picture beside the `noscript` often has its words in the `noscript` only."""
    twin = "<noscript><img src=a.jpg alt=Boat title=Dawn></noscript>"
    copy = copy_of(f"<p>x</p><p><img src=a.jpg>{twin}</p>")
    assert [(one.alt, one.headline) for one in copy.images] == [("Boat", "Dawn")]
    copy = copy_of(f"<p>x</p><p><img src=a.jpg alt=Ship title=dawn>{twin}</p>")
    assert lost(copy) == ["not printable, removed: 1 hidden passage: “Boat”"]


@pytest.mark.parametrize(
    ("hidden", "words"),
    [
        ("<span hidden>no</span>", "no"),
        ("<div hidden>no <b hidden>more</b> <p class=sr-only>words</p></div>", "no more words"),
        ('<span style="display:none" aria-hidden="true">no</span>', "no"),
        ('<span style="color:red; visibility : hidden">no</span>', "no"),
        ('<div class="screen-reader-text">no</div>', "no"),
        ('<div class="share d-print-none"><b>Share</b> <b>Save</b></div>', "Share Save"),
        ('<div class="noprint" style="display:none">no</div>', "no"),
        ("<span class=sr-only>no <math><mi>x</mi></math></span>", "no x"),
        ("<noscript>no <noscript>more</noscript></noscript>", "no more"),
    ],
)
def test_hidden_words_are_named(hidden: str, words: str) -> None:
    """Somebody may have meant the words to be read; nested hidden words are named once."""
    copy = copy_of(f"<p>a {hidden} b</p>")
    assert write_html(copy.body) in ("<p>a b</p>", "<p>a</p><p>b</p>")
    assert lost(copy) == [f"not printable, removed: 1 hidden passage: “{words}”"]


def test_links_that_only_the_screen_shows_are_named() -> None:
    """Wikipedia marks `[citation needed]` so, with a link to its rules."""
    mark = '<sup class="noprint">[<a href="/rules">citation needed</a>]</sup>'
    copy = copy_of(f"<p>A claim.{mark}</p>")
    assert lost(copy) == [
        "not printable, removed: 1 hidden passage, 1 link: “[citation needed]”, “/rules”"
    ]


@pytest.mark.parametrize(
    "content",
    [
        "<p>The whole article.</p>",
        "<h2>Timetable</h2>",
        "<table><tr><td>Crossing</td><td>9</td></tr></table>",
        '<img src="pier.jpg" alt="">',
        "Ferries leave from the old pier at nine, at noon, at three in the afternoon, and at "
        "sunset in summer; the last of them waits for the train from the capital.",
    ],
)
def test_a_part_of_the_article_that_its_site_leaves_off_paper_is_printed(content: str) -> None:
    """Some sites hide their whole text from the printer; a browser shows the text."""
    copy = copy_of(f'<p>Before.</p><div class="entry-content no-print">{content}</div>')
    plain = copy_of(f"<p>Before.</p><div>{content}</div>")
    assert write_html(copy.body) == write_html(plain.body)
    assert lost(copy) == []


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
    """KaTeX writes the formula for the eye and for the ear."""
    body = (
        '<p>Let <span class="katex"><span class="katex-mathml"><math><mi>x</mi>'
        '<annotation encoding="application/x-tex">x_1</annotation></math></span>'
        '<span class="katex-html" aria-hidden="true">x1</span></span> be.</p>'
    )
    assert write_html(copy_of(body).body).count("<i>x</i>") == 1
    alone = '<p>Let <span class="katex-html" aria-hidden="true">x1</span> be.</p>'
    assert "x1" in write_html(copy_of(alone).body)


@pytest.mark.parametrize(
    "body",
    [
        "<p>" + "words " * 60_000 + "</p>" + "<b class=sr-only>x</b>" * 9_000,
        "<div>" * 90 + "words " * 70_000 + "</div><b class=sr-only>x</b>" * 90,
    ],
)
def test_neighbours_are_read_in_no_time(body: str) -> None:
    """Neighbours may be long, and many, and hidden."""
    with ends_soon():
        copy_of(body)
