"""Inline styles: the `style` of elements goes in, elements that mean the same come out.

Programs write `text-decoration: line-through` in the place of `s`, and `display: block` in the
place of `div`. The words are right only with this meaning: a struck price is no price.
"""

from printkit.copyedit import tree
from printkit.copyedit.kept_lines import keep_lines
from printkit.copyedit.letter_case import CASES, set_case
from printkit.copyedit.named_spans import part_named_spans
from printkit.copyedit.overlines import draw_overline
from printkit.copyedit.style_boxes import has_room, part_boxes
from printkit.copyedit.style_tables import name_table
from printkit.copyedit.tree import Node
from printkit.copyedit.vocabulary import INLINE, names

_TAGS = {"struck": "s", "bold": "strong", "italic": "em"}
_SAME = {"struck": ("s", "del", "strike"),
         "bold": ("b", "strong", "th", "h1", "h2", "h3", "h4", "h5", "h6", "dt"),
         "italic": ("i", "em", "cite", "var")}  # fmt: skip
# Google Docs writes `<b style="font-weight: normal">` around whole texts.
_UNDONE = {"light": ("b", "strong"), "upright": ("i", "em")}
_SHIFTED = {"raised": "sup", "lowered": "sub"}
_CLASSES = {"sup": "raised", "superscript": "raised", "sub": "lowered", "subscript": "lowered"}
_IN_LINE = INLINE | names("label font big data tt")
# Only the parts of these may hold words or inline elements.
_SHELLS = names(
    "ul ol dl menu dir table tbody thead tfoot tr figure details fieldset select picture"
)
_CASES = frozenset(CASES)


def settle_styles(root: Node, language: str | None) -> None:
    """Replace the styles of a body by elements with the same meaning; keep addresses of pictures.

    Args:
        root: the body, whose styles are in our own words; changed in place.
        language: of the article.
    """
    styled = [(one, (tree.pop(one, "style") or "").split()) for one in tree.each(root)]
    boxes = {element for element, meanings in styled if has_room(meanings)}
    cased = {element for element, meanings in styled if not _CASES.isdisjoint(meanings)}
    known = dict(styled)
    tabled: set[Node] = set()
    for element, meanings in styled:
        if "table" in meanings and element not in tabled:
            tabled |= name_table(element, known)
        tree.pop(element, "data-said")  # a body may not bring its own text behind the page
        if shown := [one for one in meanings if one.startswith("url(")]:
            element.set("style", " ".join(shown))
        shifted = [_CLASSES[name] for name in tree.classes(element) if name in _CLASSES]
        _set_type(element, [*meanings, *shifted[:1]])
        # Words in small type behind a picture may be a caption: `loose_captions` asks for these.
        for meaning in ("small", "centred", "unmarked"):
            if meaning in meanings:
                element.set(f"data-{meaning}", "")
        set_case(element, meanings, cased, language)
        if element.tag in ("ol", "li") and not element.get("type"):
            _set_numbering(element, meanings)
        if "overlined" in meanings:
            draw_overline(element)
        if "lines" in meanings and element.tag != "pre":
            keep_lines(element, spaces="spaces" in meanings)
        if element not in tabled:
            part_boxes(element, meanings, boxes)
    part_named_spans(root)


def _set_numbering(element: Node, meanings: list[str]) -> None:
    """Give a list, or an item, the letters or the Roman numbers of its style."""
    for meaning in meanings:
        if meaning.startswith("type-"):
            element.set("type", meaning.removeprefix("type-"))


def _set_type(element: Node, meanings: list[str]) -> None:
    """Write bold type, italics, struck and raised words as elements."""
    for meaning in meanings:
        if meaning in _UNDONE and element.tag in _UNDONE[meaning]:
            element.tag = "span"
        elif meaning in _SHIFTED:
            _shift(element, _SHIFTED[meaning])
        elif meaning in _TAGS and element.tag not in _SAME[meaning]:
            _wrap_contents(element, _TAGS[meaning])


def _shift(element: Node, tag: str) -> None:
    """Raise or lower the words of an inline element; blocks and cells keep their place."""
    around = element.getparent()
    same = around is not None and around.tag == tag and tree.words(around) == tree.words(element)
    if element.tag in _SHIFTED.values():
        element.tag = tag
    elif element.tag in _IN_LINE and not same:
        _wrap_contents(element, tag)


def _wrap_contents(element: Node, tag: str) -> None:
    """Put all that is in an element into one new element; of a list, all that is in each item."""
    if element.tag in _SHELLS:
        for child in element:
            _wrap_contents(child, tag)
        return
    inner = tree.make(tag)
    for part in tree.take_apart(element):
        tree.put(inner, part)
    if not tree.holds_nothing(inner):
        tree.put(element, inner)
        return
    for part in tree.take_apart(inner):
        tree.put(element, part)
