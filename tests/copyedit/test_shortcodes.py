"""WordPress shortcodes, which the site would have replaced."""

import pytest

from printkit.article import Article
from printkit.copyedit import edit
from printkit.copyedit.removals import Removals
from printkit.copyedit.shortcodes import expand_shortcodes
from tests.support.clean_copy import write_html

# The place of a film or the like, behind which its caption may stand.
GONE = '<span class="embed"></span>'


@pytest.mark.parametrize("body_format", ["html", "markdown"])
def test_a_caption_becomes_a_figure(body_format: str) -> None:
    """The caption is the words behind the picture, or the words of the attribute."""
    for code in (
        '[caption id="a" width="640"]<a href="b.jpg"><img src="b.jpg"></a> Seen.[/caption]',
        '[caption id="a" caption="Seen."]<img src="b.jpg">[/caption]',
    ):
        body = f"Before.\n\n{code}\n\nAfter."
        copy = edit(Article(headline="H", body=body, body_format=body_format))
        assert [write_html(one.caption) for one in copy.figures] == ["Seen."]
        assert (
            write_html(copy.body) == '<p>Before.</p><figure data-figure="0"></figure><p>After.</p>'
        )


@pytest.mark.parametrize(
    "words",
    [
        "He said it [sic] twice [1], [emphasis added] [video call from home] [gallery of rogues]",
        "[/caption] [caption needed for this] [see also: page=3 and others]",
        '[What to read: <a href="https://o.org" title="">this</a>]',
        '<pre>[gallery ids="1,2"]</pre>',
        "<p><code>[caption]x[/caption]</code></p>",
        "[audio]",
    ],
)
def test_brackets_in_prose_and_code_stay(words: str) -> None:
    """Such brackets are the writer's own."""
    removals = Removals()
    assert expand_shortcodes(words, removals) == words
    assert removals.removed == []


@pytest.mark.parametrize(
    ("code", "left", "kind"),
    [
        ("[gallery]", GONE, "gallery shortcode"),
        ('[gallery ids="1,2" columns=3]', GONE, "gallery shortcode"),
        ("[gallery ids=&quot;1,2&quot;]", GONE, "gallery shortcode"),
        ('[vc_row gap="b"]words[/vc_row]', "<div>words</div>",
         "page builder shortcode"),
        ("[audio https://o.org/a.mp3]",
         '<p class="embed"><a href="https://o.org/a.mp3">https://o.org/a.mp3</a></p>', "audio"),
        ('[video mp4="https://o.org/a.mp4"][/video]',
         '<p class="embed"><a href="https://o.org/a.mp4">https://o.org/a.mp4</a></p>', "video"),
        ('[video src="a.mp4"]', GONE, "video"),
    ],
)  # fmt: skip
def test_everything_that_a_site_would_have_run_is_named(code: str, left: str, kind: str) -> None:
    """The words inside a shortcode stay, and a player leaves its address."""
    removals = Removals()
    assert expand_shortcodes(f"a {code} b", removals) == f"a {left} b"
    assert [one.kind for one in removals.removed] == [kind]


def test_an_embedded_address_is_words() -> None:
    """A reader can type the address."""
    removals = Removals()
    assert expand_shortcodes("[embed]https://o.org/v[/embed]", removals) == "https://o.org/v"


def test_shortcodes_are_remarked() -> None:
    """The remark PK301 has the name of the shortcode."""
    remarks = edit(Article(headline="H", body='<p>x</p>[gallery ids="1"]')).remarks
    assert [(one.code, one.message) for one in remarks] == [
        ("PK301", "not printable, removed: 1 gallery shortcode: “1”")
    ]


def test_many_open_brackets_take_no_time() -> None:
    """The reader passes over the text once."""
    removals = Removals()
    assert expand_shortcodes("[caption " * 100_000, removals) == "[caption " * 100_000
