"""The search for losses catches a pass of copy-editing that loses a part of the record.

Each case lets one real pass run, and takes a text or an address away behind the pass, as a fault
in the pass would. The rest of the line does not know of the theft.
"""

from collections.abc import Callable
from functools import reduce
from typing import Any

import pytest

import printkit
from printkit import copyedit
from printkit.copyedit.tree import Node

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
    record = {"headline": "A harbour", "language": "en", "body": body, "body_format": "html"}
    made = printkit.export(record)
    told = [remark for remark in made.remarks if remark.code == "PK608"]
    return [one.words for remark in told for one in remark.removed]


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


@pytest.mark.parametrize(("name", "words", "told"), PASSES, ids=[one[0] for one in PASSES])
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
