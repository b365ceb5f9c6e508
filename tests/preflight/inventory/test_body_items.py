"""A raw body in any format → its items, with the words of Markdown and of shortcodes."""

import pytest

from printkit.preflight.inventory.body_items import read_body
from tests.support.quick_cases import mark_slow
from tests.support.time_limits import ends_soon


def read(body: str, body_format: str) -> list[tuple[str, str, str]]:
    """Return kind, words and first address of each item."""
    return [
        (one.kind, " ".join(one.words.split()), "".join(one.addresses[:1]))
        for one in read_body(body, body_format, "").items
    ]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("One *two*\n\nThree", [("words", "One two", ""), ("words", "Three", "")]),
        ("![alt](a.jpg)", [("picture", "alt", "a.jpg")]),
        ("[words](b)", [("link", "", "b"), ("words", "words", "")]),
        ("<div>\n![alt](a.jpg)\n</div>", [("picture", "", "a.jpg")]),
        ("Words[^1]\n\n[^1]: The note", [("words", "Words", ""), ("words", "The note", "")]),
        ("`![alt](a.jpg)`", [("words", "![alt](a.jpg)", "")]),
        ("| a | b |\n|---|---|\n| c | d |", [("words", "| a | b | |---|---| | c | d |", "")]),
    ],
)
def test_markdown_is_read_without_extensions(body: str, found: list[tuple[str, str, str]]) -> None:
    """The words of every extension are text, so no dialect loses a word."""
    assert read(body, "markdown") == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("He said [sic] so", [("words", "He said [sic] so", "")]),
        ('[quote cite="Orla Penn"]Words[/quote]', ["Orla Penn", "Words"]),
        ('{{< figure src="a.jpg" caption="Seen" >}}', ["Seen", "a.jpg"]),
        ('[et_pb_counter percent="57" width="9"]Rain[/et_pb_counter]', ["57", "Rain"]),
        ('[plan title="Pro" price="4,321" number="3px"]', ["Pro", "4,321"]),
        ('[ngg src="galleries" ids="1"]', []),
        ('{% include card.html title="Seen" %}', ["Seen"]),
        ("[button link='https://o.org/a']Go[/button]", ["https://o.org/a", "Go"]),
    ],
)
def test_words_in_shortcodes_are_items(
    body: str, found: list[str] | list[tuple[str, str, str]]
) -> None:
    """The names of shortcodes are no items."""
    items = read(body, "html")
    assert found in (items, [words or address for _, words, address in items])


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ('{{< figure\n src="a b.jpg"\n caption="A [hall](https://o.org/h) {x}" >}}',
         ["A", "https://o.org/h", "hall", "{x}", "a b.jpg"]),
        ('{{< video src="a.mp4" >}}', ["a.mp4"]),
        ("[a_b x=1][c_d x=1][e_f x=1][g_h x=1]<i>Rye</i>", ["Rye"]),
        ('{{<figure src="e.jpg" caption=`The "cap"`>}} end', ["The cap", "e.jpg", "end"]),
        ('[a]({{< ref "b.md" >}}) and ![]({{< ref "c.png" >}})', ["b.md", "c.png", "a and"]),
        ("![]({{ site.baseurl }}/a.jpg)", ["/a.jpg"]),
        ("![]({static}/a.jpg) [b]({filename}c.md)", ["/a.jpg", "c.md", "b"]),
        ('`{{< figure src="a.jpg" >}}` {{</* b */>}}',
         ['{{< figure src="a.jpg" >}} {{</* b */>}}']),
        ("```\n{{< figure src=\"a.jpg\" >}}\n```", ['{{< figure src="a.jpg" >}}']),
        ("<div>\n[![x](a.jpg)](https://o.org/b)\n</div>", ["a.jpg", "https://o.org/b"]),
    ],
)  # fmt: skip
def test_tags_of_sites_are_read(body: str, found: list[str]) -> None:
    """Words and addresses of a tag count; a tag in code is read as words."""
    items = read(body, "markdown")
    assert [address or words for _, words, address in items] == found


@pytest.mark.parametrize(
    "mark",
    mark_slow(
        ["{{<", "{%", '[quote a="', "`a", "```\n````\n", "![x](", "[[a|"], but={"{{<", "`a", "[[a|"}
    ),
)
def test_many_marks_take_no_time(mark: str) -> None:
    """A hundred thousand characters are read in one pass."""
    with ends_soon():
        read(mark * (100_000 // len(mark)), "markdown")


def test_plain_text_is_read_as_it_stands() -> None:
    """Plain text is read block by block."""
    assert read("One <b>two</b>\n\nThree", "text") == [
        ("words", "One <b>two</b>", ""),
        ("words", "Three", ""),
    ]
