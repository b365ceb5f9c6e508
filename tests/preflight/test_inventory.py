"""The raw body of a record and its printed pages → one remark on all lost words and pictures."""

import pytest

import printkit
from printkit.errors import RecordError
from printkit.remarks import Remark, Removed
from tests.support.fuzzed_bodies import make_body, spoil_body
from tests.support.loss_judge import judge_print, print_spoilt
from tests.support.quick_cases import mark_slow

PROSE = "The ferry was delayed by fog for three hours, said the harbour master."


def losses(body: str, body_format: str = "html") -> list[Remark]:
    """Return the remarks PK608 on the print of a body."""
    record = {"headline": "A headline", "body": body, "body_format": body_format}
    return [one for one in printkit.export(record).remarks if one.code == "PK608"]


def test_a_body_that_is_printed_whole_has_no_remark() -> None:
    """The body has a list, a table, notes of links, code, a formula and a missing picture."""
    body = (
        f"<p>{PROSE} <a href='https://example.org/a'>More</a></p><ul><li>One<li>Two</ul>"
        "<table><tr><th>Port<th>Ferries<tr><td>Alder<td>17</table><pre>a = 17</pre>"
        "<math><mi>x</mi><mo>+</mo><mn>1</mn></math><figure><img src=a.jpg><figcaption>Seen."
        "</figcaption></figure><iframe src='https://example.org/film'></iframe>"
    )
    assert losses(body) == []


def test_latin_words_in_hebrew_are_not_called_lost() -> None:
    """PDFium turns the parts of these words, and writes `TM` for the sign of a trade mark."""
    said = "ABC™ ועוד 5°C ו-H₂O, iPhone® וגם x² של R&amp;D בסוף. "
    assert losses(f"<p>{'מילה ' * 16}{said * 2}</p><p>ראו R&amp;D כאן.</p>") == []


@pytest.mark.parametrize(
    "body",
    [
        "<button>Buy</button><select><option>North</option></select>",
        "<canvas>A chart</canvas>",
        "[quote cite='Orla Penn']Words[/quote] [gallery ids='1,2']",
        "<a href='javascript:x'>Go</a><a href='file:///x'>There</a>",
        "<p hidden>Words</p><noscript>More</noscript>",
    ],
)
def test_all_that_copy_editing_removes_is_named(body: str) -> None:
    """Another remark names the words, so PK608 does not repeat them."""
    assert losses(f"<p>{PROSE}</p>{body}") == []


def remarks_on(body: str, spoilt: str, body_format: str = "html") -> list[Remark]:
    """Return the remarks PK608 on a print of which a part of the body was lost on the way."""
    found = print_spoilt(body, spoilt, body_format).remarks
    return [one for one in found if one.code == "PK608"]


def test_losses_name_their_words() -> None:
    """One remark on the article has each loss with its kind and its place."""
    body = f"<p>{PROSE}</p><ul><li>Buy <b>bread</b> today</ul><button>Call</button>"
    (remark,) = remarks_on(body, f"<p>{PROSE}</p><ul><li>Buy</ul>")
    assert (remark.field, remark.message) == (
        "body",
        "neither on paper nor named in another remark: 3 words: “bread today”, “Call”",
    )
    assert [one._asdict() for one in remark.removed] == [
        {"kind": "words", "words": "bread today", "place": "body div ul li", "times": 1},
        {"kind": "words", "words": "Call", "place": "html body div button", "times": 1},
    ]


# Each row is a faulty pass of copy-editing: this part of the body, the rest that the pass leaves of
# the part, and the kind and the words that the remark must have.
SABOTAGES = {
    "a button": ("<button>Reserve berths</button>", "", "words", "Reserve berths"),
    "a label": ("<label>Leave at <input></label>", "<input>", "words", "Leave at"),
    "the value of a field": ("<input value='noon sharp'>", "<input>", "control", "noon sharp"),
    "a choice": ("<select><option>Pier North</select>", "", "words", "Pier North"),
    "a query": ("<img src='i.php?id=2'>", "<img src='i.php'>", "picture", "i.php?id=2"),
    "a caption": ("<figure><img src=b.jpg><figcaption>Fog at dawn.</figcaption></figure>",
                  "<figure><img src=b.jpg></figure>", "words", "Fog at dawn."),
    "a credit": ("<figure><img src=c.jpg><figcaption>Rain. Photo: Li Wei</figcaption></figure>",
                 "<figure><img src=c.jpg><figcaption>Rain.</figcaption></figure>",
                 "words", "Photo: Li Wei"),
    "a word in a name": ("<figure><img src=d.jpg><figcaption>Hail. <i class=credit>Sea Photo Shop"
                         "</i></figcaption></figure>", "<figure><img src=d.jpg><figcaption>Hail. "
                         "<i class=credit>Sea Shop</i></figcaption></figure>", "words", "Photo"),
    "a link": ("<a href='https://link.example/a'>the report</a>", "the report",
               "link", "https://link.example/a"),
    "an item": ("<ul><li>Ropes<li>Anchors</ul>", "<ul><li>Ropes</ul>", "words", "Anchors"),
    "a cell": ("<table><tr><th>Day<th>Boats<tr><td>May<td>417</table>",
               "<table><tr><th>Day<th>Boats<tr><td>May<td></table>", "words", "417"),
    "a twin": ("<p><img src=d.jpg> <br> <img src=d.jpg></p>", "<p><img src=d.jpg></p>",
               "picture", "d.jpg"),
    "a formula": ("<p><math><mi>q</mi><mo>=</mo><mn>73</mn></math> holds</p>", "<p>holds</p>",
                  "formula", "q = 73"),
    "a formula in TeX": ("<p><script type='math/tex'>k^9</script> too</p>", "<p>too</p>",
                         "formula", "k^9"),
    "a heading": ("<h2>Next summer</h2>", "", "words", "Next summer"),
    "a summary": ("<details><summary>Who pays?</summary>Nobody.</details>", "<p>Nobody.</p>",
                  "words", "Who pays?"),
    "a term": ("<dl><dt>Quoin<dd>A wedge.</dl>", "<dl><dd>A wedge.</dl>", "words", "Quoin"),
    "a drawing's words": ("<svg width=9><text>Herring</text></svg>", "", "words", "Herring"),
    "a still picture": ("<video src='https://film.example/v' poster=e.jpg></video>",
                        "<video src='https://film.example/v'></video>", "picture", "e.jpg"),
    "a film": ("<iframe src='https://frame.example/f'></iframe>", "", "embed",
               "https://frame.example/f"),
    "a background": ("<div style='background:url(f.jpg)'>Shed</div>", "<div>Shed</div>",
                     "picture", "f.jpg"),
    "a shortcode": ("[quote cite='Orla Penn']So be it.[/quote]", "So be it.", "words", "Orla Penn"),
    "a repeated word": ("<p>Sold</p><p>Sold</p>", "<p>Sold</p>", "words", "Sold"),
    "the end of a number": ("<p>It costs 1,250,000 crowns.</p>", "<p>It costs 1,250 crowns.</p>",
                            "words", "1,250,000"),
    "code": ("<pre>halt = 3\nreboot()</pre>", "<pre>halt = 3</pre>", "words", "reboot()"),
    "a word of Chinese": ("<p>港口關閉了</p>", "<p>港口關了</p>", "words", "港口關閉了"),
}  # fmt: skip


@pytest.fixture(scope="module")
def sabotaged() -> list[Removed]:
    """Return the losses of one print, in which each faulty pass has done its harm."""
    whole = "".join(f"<div>{part}</div>" for part, *_ in SABOTAGES.values())
    left = "".join(f"<div>{rest}</div>" for _, rest, *_ in SABOTAGES.values())
    return [one for remark in remarks_on(whole, left) for one in remark.removed]


@pytest.mark.parametrize("name", SABOTAGES)
def test_every_sabotaged_pass_is_caught(name: str, sabotaged: list[Removed]) -> None:
    """The body between the rooms lacks a part that the record has."""
    *_, kind, words = SABOTAGES[name]
    assert (kind, words) in [(one.kind, one.words) for one in sabotaged]


def test_nothing_else_is_called_lost(sabotaged: list[Removed]) -> None:
    """There is one loss for each sabotage."""
    assert len(sabotaged) == len(SABOTAGES)


def test_a_lost_note_is_caught() -> None:
    """The body has a note of Markdown, and the note has a link."""
    body = "Words.[^1]\n\n[^1]: The crane is [sold](https://note.example/a)."
    found = [one for remark in remarks_on(body, "Words.", "markdown") for one in remark.removed]
    assert [one.words for one in found] == ["The crane is sold", "https://note.example/a"]


def judge(seed: int) -> None:
    """Refuse a body that loses a word in silence, and a guard that misses or invents a loss."""
    made = make_body(seed)
    try:
        whole = judge_print(made)
    except RecordError:
        return  # the record has no printable word, and the error says so
    assert whole == ((), (), ()), made
    spoilt = judge_print(made, spoil_body(made, seed) + "<p>end</p>")
    assert (spoilt.missed, spoilt.false) == ((), ()), made


@pytest.mark.parametrize("seed", mark_slow(range(20), but=range(6)))
def test_fuzzed_bodies_lose_nothing_in_silence(seed: int) -> None:
    """Every word and address is on paper or named; a spoilt body has all its losses named."""
    judge(seed)


@pytest.mark.slow
@pytest.mark.parametrize("first", range(20, 320, 25))
def test_three_hundred_fuzzed_bodies_lose_nothing_in_silence(first: int) -> None:
    """Each case tries 25 bodies, in the same way as the test above."""
    for seed in range(first, first + 25):
        judge(seed)
