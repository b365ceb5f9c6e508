"""Marked captions: a body goes in, the picture of each caption that its markup names comes out.

A caption belongs to the only picture in the innermost box around the caption. In a box of several
pictures, `caption_rows` tells whether captions stand above or below their pictures.
"""

from collections import defaultdict
from collections.abc import Iterator

from printkit.copyedit import credits, tree
from printkit.copyedit.caption_rows import CaptionRow, Word, pair_row
from printkit.copyedit.film_captions import is_of_film
from printkit.copyedit.tree import Node
from printkit.text.patterns import regex

_MARKED = regex(
    r"(^|[-_])((img|image|photo|media|fig|figure|thumb|text)?[-_]?captions?([-_]?text)?"
    r"|thumbcaption|msocaption|cutline|legende?|legenda|leyenda|pie-?(de-?)?foto|didascalia|onderschrift"
    r"|bild-?unterschrift|bild-?text|bildetekst|billedtekst|kuvateksti)$"
)
_LABELS = frozenset(("image", "photo", "photograph", "picture", "photos", "images"))
_NO_CAPTION = frozenset(("a", "caption", "img", "table", "figure"))
# Things that have captions of their own.
_OTHERS = ("video", "audio", "iframe", "x-iframe", "object", "embed", "table", "pre")
# In characters. Longer words are no caption, even if the markup calls them a caption.
_LONG = 1_200


def pair_marked(root: Node) -> list[tuple[Node, Node]]:
    """Return the captions that belong to a picture, each with its picture, in reading order."""
    filled = {box for img in root.iter("img") for box in tree.ancestors(img)}
    # A table that holds pictures only puts the pictures in their places.
    sequence = [one for one in _in_reading_order(root) if not _is_layout(one, filled)]
    paired: dict[int, Node] = {}
    for box, row in _rows(sequence, filled).items():
        pictures = [sequence[at].element for at in row if sequence[at].kind == "picture"]
        if len(pictures) == 1 and _is_of_one_picture(box, filled):
            paired |= dict.fromkeys(_captions_of(sequence, row), pictures[0])
            continue
        told = pair_row(CaptionRow(sequence, row))
        in_figure = box.tag == "figure" or any(one.tag == "figure" for one in tree.ancestors(box))
        if told is not None and (told or not in_figure):
            paired |= told
            continue
        for at in _captions_of(sequence, row):
            if (img := _picture_before(sequence, at)) is not None:
                paired[at] = img
    return [(sequence[at].element, paired[at]) for at in sorted(paired)]


def _in_reading_order(element: Node) -> Iterator[Word]:
    """Yield the parts of a body in order; a caption is one part, after the pictures in it."""
    if (element.tag == "figcaption" and not is_of_film(element)) or _is_caption(element):
        yield from (Word("picture", img) for img in element.iter("img"))
        alone = element.tag != "figcaption" and credits.is_marked_alone(element)
        yield Word("credit" if alone else "caption", element)
        return
    if element.tag == "img":
        yield Word("picture", element)
    elif element.tag in _OTHERS:
        yield Word("other", element)
    if not tree.is_unseen(element.text):
        yield Word("words", element)
    for child in element:
        yield from _in_reading_order(child)
        if not tree.is_unseen(child.tail):
            yield Word("words", element)


def _is_caption(element: Node) -> bool:
    marked = any(_MARKED.search(name) for name in tree.classes(element))
    if not (marked or credits.is_marked_alone(element)) or element.tag in _NO_CAPTION:
        return False
    if len(tree.text(element)) > _LONG or any(True for _ in element.iter("img")):
        return False
    return not tree.holds_nothing(element) and not is_of_film(element)


def _is_layout(one: Word, filled: set[Node]) -> bool:
    return one.kind == "other" and one.element in filled


def _rows(sequence: list[Word], filled: set[Node]) -> dict[Node, list[int]]:
    """Return the places of captions and pictures, by the innermost box around a caption."""
    rows: defaultdict[Node, list[int]] = defaultdict(list)
    boxes = {
        at: next((box for box in tree.ancestors(one.element) if box in filled), None)
        for at, one in enumerate(sequence)
        if one.kind in ("caption", "credit")
    }
    wanted = set(boxes.values())
    for at, one in enumerate(sequence):
        if (box := boxes.get(at)) is not None:
            rows[box].append(at)
        elif one.kind == "picture":
            for around in wanted.intersection(tree.ancestors(one.element)):
                if around is not None:
                    rows[around].append(at)
    return rows


def _is_of_one_picture(box: Node, filled: set[Node]) -> bool:
    """Tell whether a box with one picture is made for the picture, and not for a long text."""
    if box.getparent() is None or any(one not in filled for one in box.iter(*_OTHERS)):
        return False
    return len(tree.text(box)) <= _LONG


def _captions_of(sequence: list[Word], row: list[int]) -> list[int]:
    return [at for at in row if sequence[at].kind != "picture"]


def _picture_before(sequence: list[Word], at: int) -> Node | None:
    """Return the picture directly before a caption, else the first picture of its figure."""
    around = (one for one in tree.ancestors(sequence[at].element) if one.tag == "figure")
    figure = next((one for one in around if any(True for _ in one.iter("img"))), None)
    for kind, element in reversed(sequence[:at]):
        inside = figure is not None and figure in tree.ancestors(element)
        if figure is not None and not inside:
            break
        if kind == "picture":
            return element
        if kind in ("words", "other") and not inside and not is_label(element):
            break
    return None if figure is None else next(iter(figure.iter("img")))


def is_label(element: Node) -> bool:
    """Tell whether an element says no more than `Image` or `Photo`."""
    return tree.words(element).lower() in _LABELS
