"""The search for losses catches a pass of copy-editing that loses a part of the record.

Each case lets one real pass run, and takes a text or an address away behind the pass, as a fault
in the pass would; or puts a part in a wrong place. The rest of the line does not know of this.
"""

from collections.abc import Callable
from functools import reduce
from typing import Any

import pytest

import printkit
from printkit import copyedit
from printkit.copyedit.tree import Node
from printkit.remarks import Removed

BODY = """<p>The crane Bertha costs <b>1,250,000</b> crowns.<sup><a href="#n1">1</a></sup></p>
<p id="n1">1. Sold in Kiel.</p>
<h2>Ferries return</h2><p>Rust was found in <a
href="https://yard.example/a?page=7">the hull</a>.</p>
<div><button>Opening hours</button><div>From nine to five.</div></div>
<details><summary>Tariffs</summary><p>Two crowns a day.</p></details>
<form><label>Berth <input value="Pier four"></label></form>
<ul><li>Ropes<li>Anchors<li>Lanterns</ul>
<table><tr><th>Boat<th>Tons<tr><td>Alder<td>4,711</table>
<p>Pressure is \\(p = 17 q\\) at the valve.</p>
<pre>halt = 3
reboot()</pre>
<p style="white-space:pre-line">Grey water
Wide harbour</p>
<svg width="300" height="90"><text x="9" y="40">Depth twelve</text></svg>
<tide-clock>High water at noon</tide-clock>
<figure><img src="https://yard.example/b.jpg?id=8"><figcaption>Divers at dusk</figcaption></figure>
<iframe src="https://film.example/v9"></iframe>
<p>Ten<sup>6</sup> litres of <i>bilge water</i>.</p>
<blockquote>Nobody had asked the pilots.</blockquote><dl><dt>Fender<dd>A cushion of cork</dl>
<p>The yard in Lübeck closes.</p>"""

# The room and the pass; the text or address that is lost; what the remark says.
PASSES = [
    ("picture_elements.name_pictures", "?id=8", "https://yard.example/b.jpg?id=8"),
    ("background_pictures.name_backgrounds", "Nobody had asked the pilots.", "pilots"),
    ("translate_kinds", "A cushion of cork", "cushion"),
    ("replace_pictures", "the hull", "the hull"),
    ("disclosures.open_panels", "Opening hours", "Opening hours"),
    ("hidden.remove_hidden", "Tariffs", "Tariffs"),
    ("remove_edit_marks", "in Lübeck", "Lübeck"),
    ("set_out_side_notes", "Fender", "Fender"),
    ("open_note_tables", "Bertha", "Bertha"),
    ("page_leftovers.remove_leftovers", "Ferries return", "Ferries return"),
    ("mend_listings", "reboot()", "reboot()"),
    ("formulas.settle_formulas", "valve", "valve"),
    ("forms.remove_forms", "From nine to five.", "nine"),
    ("inline_styles.settle_styles", "bilge water", "bilge water"),
    ("keep_verse", "Wide harbour", "Wide harbour"),
    ("settle_custom_elements", "High water at noon", "noon"),
    ("drawings.print_drawings", "Depth twelve", "Depth twelve"),
    ("resolve_links", "?page=7", "https://yard.example/a?page=7"),
    ("lists.mend_lists", "Anchors", "Anchors"),
    ("tables.mend_tables", "4,711", "4,711"),
    ("columns.mark_numbers", "1,250,000", "1,250,000"),
    ("keep_numbers_whole", "Two crowns", "Two crowns"),
    ("mark_crossheads", "litres", "litres"),
    ("headings.close_gaps", "Lanterns", "Lanterns"),
    ("mark_foreign_blocks", "Rust was found", "Rust"),
]


def lost(body: str = BODY) -> list[str]:
    """Return the words and addresses that the search for losses names."""
    return [one.words for one in losses(body)]


def losses(body: str) -> list[Removed]:
    """Return all that the search for losses names."""
    record = {"headline": "A harbour", "language": "en", "body": body, "body_format": "html"}
    made = printkit.export(record, trusted=True)  # the sabotage is in this process
    told = [remark for remark in made.remarks if remark.code == "PK608"]
    return [one for remark in told for one in remark.removed]


def steal(root: Node, words: str) -> bool:
    """Take the first occurrence of words out of a tree; return whether the words were there."""
    for element in root.iter():
        if words in (element.text or ""):
            element.text = (element.text or "").replace(words, "", 1)
            return True
        if words in (element.tail or ""):
            element.tail = (element.tail or "").replace(words, "", 1)
            return True
    for element in root.iter():
        for name, value in element.attrib.items():
            if words in str(value):
                element.attrib[name] = str(value).replace(words, "", 1)
                return True
    return False


def test_the_sound_passes_lose_nothing() -> None:
    """Every part of the body is on paper, or another remark names the part."""
    assert lost() == []


@pytest.mark.parametrize(
    ("name", "words", "told"),
    [
        pytest.param(*row, id=row[0], marks=[pytest.mark.slow] if number % 4 else [])
        for number, row in enumerate(PASSES)
    ],
)
def test_a_faulty_pass_is_caught(
    name: str, words: str, told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The remark names the words that the pass has lost, and nothing else."""
    *rooms, called = name.split(".")
    room = reduce(getattr, rooms, copyedit)
    sound: Callable[..., Any] = getattr(room, called)
    thefts: list[bool] = []

    def spoilt(root: Node, *rest: object) -> object:
        result = sound(root, *rest)
        thefts.append(steal(root, words))
        return result

    monkeypatch.setattr(room, called, spoilt)
    found = lost()
    assert thefts.count(True) == 1
    assert len(found) == 1
    assert told in found[0]


MOVED = """<figure><img src="fog.jpg"><figcaption>Fog at dawn <i class="credit">Ann Lee</i>
</figcaption></figure>
<figure><img src="hail.jpg"><figcaption>Hail at noon <i class="credit">Bo Ray</i></figcaption>
</figure><p>Rust in <a href="https://yard.example/1">the hull</a> and in
<a href="https://yard.example/2">both keels</a>.</p>
<p>Sold twice<sup><a href="#n1">1</a></sup> and bought back.<sup><a href="#n2">2</a></sup></p>
<table><tr><th>Boat<th>Tons<th>Crew<tr><td>Alder<td>4711<td>23</table>
<ol start="4"><li>Ropes of hemp<li>Anchors of iron</ol>
<ol type="a"><li>Lanterns of brass<li>Bells of bronze</ol>
<p>An un<b>believ</b>able tide.</p><p dir="rtl">שלום לך עולם גדול ויפה</p>
<p>So <math><msub><mi>x</mi><mn>6</mn></msub><mo>−</mo><mi>y</mi><mo>=</mo><mn>2</mn></math>
and <math><msup><mi>f</mi><mo>′</mo></msup><mo>(</mo><mi>t</mi><mo>)</mo></math> hold.</p>
<p>Pressure is \\(u + v = 17 q\\) here.</p><p>Berths 7 8 are free.</p>
<ol><li id="n1">To a miller of Kiel.<li id="n2">By a baker of Bonn.</ol>"""


def swap_texts(root: Node, name: str) -> None:
    """Swap the texts of the first two elements of a class or a name."""
    one, other = [each for each in root.iter() if name in (each.tag, each.get("class"))][:2]
    one.text, other.text = other.text, one.text


def swap_values(root: Node, tag: str, name: str, beginning: str) -> None:
    """Swap the values of an attribute of two elements."""
    one, other = [e for e in root.iter(tag) if (e.get(name) or "").startswith(beginning)][:2]
    first, second = one.get(name, ""), other.get(name, "")
    one.set(name, second)
    other.set(name, first)


def write_over(root: Node, old: str, new: str) -> None:
    """Write a text in the place of another text."""
    for element in root.iter():
        if old in (element.text or ""):
            element.text = (element.text or "").replace(old, new, 1)
            return
        if old in (element.tail or ""):
            element.tail = (element.tail or "").replace(old, new, 1)
            return
    raise AssertionError(old)


def take_number(root: Node, name: str) -> None:
    """Take an attribute from the first list that has the attribute."""
    next(one for one in root.iter("ol") if one.get(name)).attrib.pop(name)


def make_plain_list(root: Node) -> None:
    """Make a list without numbers of the first numbered list."""
    listed = next(one for one in root.iter("ol") if one.get("start"))
    listed.tag = "ul"
    del listed.attrib["start"]


def move_cell(root: Node) -> None:
    """Move the last cell of a row to the front."""
    row = [one for one in root.iter("tr") if one[0].tag == "td"][-1]
    row.insert(1, row[-1])


# The room and the pass; the harm; the beginning of the kinds and the words of the remark.
HARMS: list[tuple[str, Callable[[Node], None], list[tuple[str, str]]]] = [
    ("drawings.print_drawings", lambda root: swap_texts(root, "figcaption"),
     [("caption of another picture", "Fog at dawn"),
      ("caption of another picture", "Hail at noon")]),
    ("settle_custom_elements", lambda root: swap_texts(root, "credit"),
     [("credit of another picture", "Ann Lee"), ("credit of another picture", "Bo Ray")]),
    ("resolve_links", lambda root: swap_values(root, "a", "href", "https://yard"),
     [("link of other words", "the hull"), ("link of other words", "both keels")]),
    ("replace_pictures", lambda root: swap_values(root, "a", "x-href", "#n"),
     [("mark of another note", "To a miller"), ("mark of another note", "By a baker")]),
    ("translate_kinds", lambda root: take_number(root, "start"),
     [("number of an item", "4. Ropes"), ("number of an item", "5. Anchors")]),
    ("remove_edit_marks", lambda root: take_number(root, "type"),
     [("number of an item", "1. Lanterns"), ("number of an item", "2. Bells")]),
    ("forms.remove_forms", make_plain_list,
     [("number of an item", "4. Ropes"), ("number of an item", "5. Anchors")]),
    ("tables.mend_tables", move_cell, [("row of other columns", "alder | 4711 | 23")]),
    ("inline_styles.settle_styles", lambda root: write_over(root, "An un", "An un "),
     [("gap in a word", "unbeliev")]),
    ("mark_crossheads", lambda root: write_over(root, "לך עולם", "עולם לך"),
     [("order of words", "שלום לך עולם")]),
    ("hidden.remove_hidden", lambda root: write_over(root, "−", ""),
     [("formula without a sign", "x 6 − y = 2: -")]),
    ("set_out_side_notes", lambda root: write_over(root, "′", ""),
     [("formula without a sign", "f ′ ( t ): '")]),
    ("open_note_tables", lambda root: write_over(root, "6", ""),
     [("formula", "x 6 − y = 2"), ("formula without a sign", "x 6 − y = 2: 6")]),
    ("mend_listings", lambda root: write_over(root, "u + v", "u v"),
     [("formula without a sign", "u + v = 17 q: +")]),
    ("headings.close_gaps", lambda root: write_over(root, "7 8", "78"), [("words", "7 8")]),
]  # fmt: skip


def test_the_sound_passes_misplace_nothing() -> None:
    """Captions, links, notes, numbers, cells and formulas are where the record has them."""
    assert lost(MOVED) == []


@pytest.mark.parametrize(
    ("name", "harm", "told"),
    [
        pytest.param(*row, id=row[0], marks=[pytest.mark.slow] if number % 3 else [])
        for number, row in enumerate(HARMS)
    ],
)
def test_a_pass_that_misplaces_a_part_is_caught(
    name: str,
    harm: Callable[[Node], None],
    told: list[tuple[str, str]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """All words are on paper; the remark names the part that stands in a wrong place."""
    *rooms, called = name.split(".")
    room = reduce(getattr, rooms, copyedit)
    sound: Callable[..., Any] = getattr(room, called)
    done: list[bool] = []

    def spoilt(root: Node, *rest: object) -> object:
        result = sound(root, *rest)
        if not done:
            harm(root)
            done.append(True)
        return result

    monkeypatch.setattr(room, called, spoilt)
    found = losses(MOVED)
    assert done
    assert [one.kind for one in found] == [kind for kind, _ in told]
    for one, (_, words) in zip(found, told, strict=True):
        assert one.words.startswith(words)
