"""Headings of notes: a body goes in, its headings come out, with those such as “Notes”."""

import re

from printkit.copyedit import tree
from printkit.copyedit.tree import Node
from printkit.copyedit.vocabulary import HEADINGS, names
from printkit.text.patterns import regex

_NAMES = (
    r"((foot|end)?notes?|references|citations|sources|bibliography|works cited|literature( cited)?"
    r"|notes? (and|&) (references|sources)|references (and|&) notes|(fuß|end)noten|anmerkungen"
    r"|einzelnachweise|quellen(verzeichnis)?|belege|literatur(verzeichnis)?|bibliogra(f|ph)ie"
    r"|références|notes et références|notas|notas al pie|notas y referencias|referencias"
    r"|referências|bibliogra[fp]h?[ií]a|fuentes|note|riferimenti|fonti|noten|referenties|bronnen"
    r"|voetnoten|eindnoten|przypisy|źródła|noter|notar|referenser|fotnoter|kilder|källor|referanser"
    r"|viitteet|lähteet|poznámky|zdroje|jegyzetek|lábjegyzetek|források|note de subsol|opombe"
    r"|bilješke|pastabos|piezīmes|märkused|бележки|примечания|сноски|литература|источники|примітки"
    r"|посилання|джерела|σημειώσεις|παραπομπές|πηγές|脚注|注释|註釋|注釋|注釈|注|註|出典|参考文献"
    r"|參考文獻|参考资料|參考資料|각주|주석|주|참고 문헌|참고문헌"
    r"|الهوامش|هوامش|المراجع|مراجع|المصادر"
    r"|پانویس|منابع|הערות( שוליים)?|מקורות|dipnotlar|notlar|kaynaklar|kaynakça|catatan( kaki)?"
    r"|referensi|ghi chú|chú thích|tham khảo|หมายเหตุ|เชิงอรรถ|อ้างอิง|टिप्पणियाँ|सन्दर्भ|संदर्भ)"
)
_WORDS = regex(rf"{_NAMES}(\s*\[[^\[\]]{{1,40}}\])?\W*", re.IGNORECASE)
_HEADS = names("h1") | HEADINGS
_LONGEST = 60  # characters of a paragraph that may be a heading


def find_headings(root: Node) -> list[tuple[Node, bool]]:
    """Return the headings of a body in order, each with whether notes stand below such words.

    A paragraph such as “Notes:” counts as a heading of notes.
    """
    found = []
    for one in root.iter(*_HEADS, "p"):
        if one.tag in _HEADS:
            found.append((one, is_of_notes(one)))
        elif is_line_above(one):
            found.append((one, True))
    return found


def is_of_notes(heading: Node) -> bool:
    """Tell whether the words of an element are such as “Notes” or “References”."""
    said = tree.words(heading)
    return len(said) <= _LONGEST and _WORDS.fullmatch(said) is not None


def heading_of(note: Node) -> Node | None:
    """Return the heading right above a note, or above the list or section around the note."""
    at: Node | None = note
    while at is not None:
        before = at.getprevious()
        while before is not None and before.tag == "hr":
            before = before.getprevious()
        if before is not None:
            return before if before.tag in _HEADS or is_line_above(before) else None
        at = at.getparent()
    return None


def is_line_above(element: Node) -> bool:
    """Tell whether an element is a paragraph of such words alone, without a link."""
    plain = element.tag == "p" and len(element) <= 2 and not any(True for _ in element.iter("a"))
    return plain and is_of_notes(element)
