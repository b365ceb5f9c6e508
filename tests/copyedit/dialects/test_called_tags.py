"""Tags with arguments like those of a function: Zola, Eleventy, mdBook and Kirby."""

import pytest

from printkit.copyedit.dialects.tags import HiddenTags
from tests.support.dialect_bodies import read_dialect
from tests.support.time_limits import ends_soon


@pytest.mark.parametrize(
    ("written", "picture"),
    [
        ('{{ figure(src="a.jpg", caption="The *hall*", alt="Alt") }}',
         ("a.jpg", "The <em>hall</em>", "")),
        ("{{ image(path='a.jpg', title='Hall, old') }}",
         ("a.jpg", "<b>Hall, old</b>", "")),
        ('{% figure "a.jpg", "alt here", "The hall" %}', ("a.jpg", "The hall", "")),
        ('{% image "a.jpg", "alt here", "(min-width: 30em) 50vw" %}', ("a.jpg", "", "")),
        ("(image: a.jpg caption: The hall alt: Alt A)", ("a.jpg", "The hall", "")),
    ],
)  # fmt: skip
def test_a_picture_is_a_picture(written: str, picture: tuple[str, str, str]) -> None:
    """Commas and brackets are no words."""
    found = read_dialect(f"Words.\n\n{written}\n\nMore.")
    assert found.pictures == [picture]
    assert "{" not in found.html


@pytest.mark.parametrize(
    ("written", "html"),
    [
        ('{% quote(author="Karel") %}\nWords\n{% end %}',
         "<blockquote><p>Words</p><p><cite>Karel</cite></p></blockquote>"),
        ('{% alert(type="warning", title="Mind") %}\nWords\n{% end %}',
         "<aside><b>Mind</b><p>Words</p></aside>"),
        ('A {{ badge(text="new", color="red") }} b.', "<p>A new b.</p>"),
        ("`{{ code() }}` and {{ entity }}", "<p><code>{{ code() }}</code> and {{ entity }}</p>"),
        ("A (link: https://e.org/k text: Words) b.",
         '<p>A <a href="https://e.org/k">Words</a>  b.</p>'),
        ("The (image: Reuters) and (link: see below) (video: none)",
         "<p>The (image: Reuters) and (link: see below) (video: none)</p>"),
    ],
)  # fmt: skip
def test_words_of_a_call_stay(written: str, html: str) -> None:
    """Words in brackets that name no address are the writer's own."""
    assert read_dialect(written).html.replace("</a> b", "</a>  b") == html.replace(
        "</a> b", "</a>  b"
    )


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ('{{ weather(label="Rain", data="a b") }}', "Rain a b"),
        ("{{#include file.rs:2:10}}", "file.rs:2:10"),
        ("{{/* a remark */}}", "a remark"),
    ],
)
def test_a_call_that_nobody_knows_is_named(written: str, words: str) -> None:
    """The remark has all words of the call."""
    found = read_dialect(f"Words.\n\n{written}\n\nMore.")
    assert found.html == "<p>Words.</p><p>More.</p>"
    assert found.removed["PK301"] == [words]


@pytest.mark.parametrize(
    "source",
    ["{{ a(" * 200_000, "(image: " * 150_000, "{% a('" * 200_000, "(link: a text: " * 70_000,
     "{{ a(" + "'," * 200 + ") }}" + "{{#a " * 200_000],
)  # fmt: skip
def test_long_calls_that_never_end_are_read_soon(source: str) -> None:
    """Each mark is looked at a few times at most."""
    with ends_soon():
        HiddenTags().hide(source)


@pytest.mark.parametrize("body_format", ["markdown", "html"])
@pytest.mark.parametrize(
    "words",
    [
        "In Flask use {{ url_for(\"y\") }} or {{ name }} here.",
        "The words {{ t(\"hello\") }} are translated.",
        "Jinja has {% if user %}, {% trans %} and {% url \"home\" %}.",
        "A filter: {{ user | upper }} shouts.",
        "Handlebars: {{#each items}} begins a loop.",
    ],
)  # fmt: skip
def test_words_that_look_like_tags_stay(words: str, body_format: str) -> None:
    """No site program shows elsewhere in the text, and code is no such sign."""
    found = read_dialect(f"{words} <code>{{% include a %}}</code>", body_format)
    assert found.html.startswith(f"<p>{words} <code>")
    assert not found.removed.get("PK301")


def test_a_tag_counts_where_its_program_shows() -> None:
    """An include of Jekyll shows the program; a tag alone on its line needs no such sign."""
    found = read_dialect('A {{ t("hello") }} b.\n\n{% include note.html content="Words" %}')
    assert found.html.startswith("<p>A b.</p>")
    assert found.removed["PK301"] == ["hello"]
