"""Drawings: a body goes in, and comes out with the words of each drawing in the drawing's place.

printkit draws no SVG from a record: a drawing may load files and pretend to be text. The words of a
small drawing, such as a badge, stand in their line. The words of a larger drawing make up a
paragraph of their own. A drawing without words is named, with its description or its size.
"""

import re
from base64 import b64decode
from collections.abc import Iterator
from urllib.parse import unquote_to_bytes

from printkit.copyedit import tree
from printkit.copyedit.pictures import written_address
from printkit.copyedit.placing import words_beside
from printkit.copyedit.removals import Removals, place_of
from printkit.copyedit.room import leave_room, make_room
from printkit.copyedit.svg_sources import texts_in
from printkit.copyedit.tree import Node
from printkit.copyedit.vocabulary import INLINE, names
from printkit.text.patterns import regex

_ICON = 48  # pixels of a side; a larger drawing is no icon
_NAMED_ICON = regex(r"(^|[-_])(icons?|ico|fa|glyphicon|dashicons)([-_]|$)")
_WRITTEN = regex(
    r"\s*data:image/svg\+xml(?:;(?:charset=)?[\w-]{1,20})??(?P<coded>;base64)?,(?P<data>.*)",
    re.IGNORECASE | re.DOTALL,
)
_RENAMED = regex(r"<(/?)x-")
_RIGHT_TO_LEFT = regex("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_CROWD = 200  # elements; nobody reads a row of more icons
_BETWEEN = " · "
_SIGNS = names("span i b em strong")
# A paragraph may stand in none of these.
_LINES = names("h1 h2 h3 h4 h5 h6 dt caption summary a")
_STRUCTURE = names("p table ul ol dl h2 h3 h4 h5 h6 figure img picture pre blockquote")
# A browser shows the words in a `canvas` only where it cannot draw; these words say so.
_COMPLAINTS = ("canvas", "browser", "javascript", "html5", "navegador", "navigateur", "браузер")


def print_drawings(root: Node, removals: Removals) -> None:
    """Write the words of each `svg` and `canvas`, and the label of each sign of an icon font.

    Args:
        root: the body, whose drawings `svg_sources` has read; changed in place.
        removals: gets every drawing that is larger than an icon, and each label of an icon that
            stands beside words.
    """
    for drawing in tree.each(root):
        if drawing.getparent() is None:
            continue
        if drawing.tag == "img" and (texts := _texts_of(drawing)):
            _settle_svg(_svg_like(drawing, texts), removals)
        if drawing.tag == "canvas":
            _settle_canvas(drawing, removals)
        elif drawing.tag == "x-svg":
            _settle_svg(drawing, removals)
        elif drawing.tag in _SIGNS and (drawing.get("role") or "").lower() in ("img", "image"):
            _settle_sign(drawing, removals)


def _texts_of(img: Node) -> list[str]:
    """Return the words of a drawing that the address of a picture itself holds."""
    found = _WRITTEN.match(img.get("src") or "")
    if not found or written_address(img):
        return []
    coded = unquote_to_bytes(found["data"])
    if found["coded"]:
        try:
            coded = b64decode(coded)
        except ValueError:
            return []
    # `renaming` has renamed the elements within the address, too.
    return texts_in(_RENAMED.sub(r"<\1", coded.decode("utf-8", "replace")))


def _svg_like(img: Node, texts: list[str]) -> Node:
    """Put an `x-svg` with these texts in the place of a picture."""
    drawing = tree.make("x-svg")
    for name, way in (("data-across", "width"), ("data-up", "height"), ("aria-label", "alt")):
        drawing.set(name, img.get(way) or "")
    drawing.extend([tree.make("span", words) for words in texts])
    for part in list(drawing)[:-1]:
        part.tail = " "
    tree.replace(img, drawing)
    return drawing


def _settle_svg(drawing: Node, removals: Removals) -> None:
    """Replace a drawing by its words, its pictures and its description."""
    label = tree.fold_space(drawing.get("data-described") or drawing.get("aria-label") or "")
    shows, has_shapes = len(drawing) > 0, drawing.get("data-shapes") is not None
    ornament = drawing.get("aria-hidden") == "true" and not shows
    named = any(_NAMED_ICON.search(name) for name in tree.classes(drawing))
    is_icon = any(0 < side <= _ICON for side in _sides_of(drawing)) or (named and not shows)
    if ornament or not (shows or has_shapes or label):
        leave_room(drawing)
        tree.drop(drawing)
        return
    if has_shapes and not is_icon:
        told = ": ".join(filter(None, (_size_of(drawing), drawing.get("data-tips"))))
        removals.note("drawing", told, place_of(drawing))
    lines = any(one.tag in _LINES for one in tree.ancestors(drawing))
    in_line = lines or any(words_beside(drawing))
    if not is_icon and not in_line:
        _write_paragraph(drawing, label)
    elif shows:
        if label and label not in tree.words(drawing):
            removals.note("description", label, place_of(drawing))
        _write_in_line(drawing)
    else:
        _write_label(drawing, label, removals)


def _sides_of(drawing: Node) -> list[int]:
    """Return width and height of a drawing in pixels; 0 where the markup does not tell."""
    given = [drawing.get(name) or "" for name in ("data-across", "data-up")]
    return [int(one) if re.fullmatch("[0-9]{1,7}", one) else 0 for one in given]


def _size_of(drawing: Node) -> str:
    across, up = _sides_of(drawing)
    return f"{across} × {up} pixels" if across and up else ""


def _write_in_line(drawing: Node) -> None:
    """Write the words of a drawing into the line around the drawing, apart from other words."""
    previous, around = drawing.getprevious(), drawing.getparent()
    before = previous.tail if previous is not None else around.text if around is not None else ""
    group = tree.make("span", " " * (before or "")[-1:].isalnum())
    for piece in _joined(drawing, " "):
        tree.put(group, piece)
    if (drawing.tail or "")[:1].isalnum():
        drawing.tail = f" {drawing.tail}"
    tree.replace(drawing, group)


def _write_paragraph(drawing: Node, label: str) -> None:
    """Replace a drawing by its pictures, and by a paragraph of its description and its words."""
    for picture in drawing.findall("img"):
        picture.tail = None
        drawing.addprevious(picture)
    line = tree.make("p", class_="drawing")
    if label:
        drawing.insert(0, tree.make("span", label))
    apart = _RIGHT_TO_LEFT.search(tree.text(drawing))
    for part in drawing.findall("span") if apart else ():
        part.tag = "bdi"  # a number at the beginning would join the text before
    for piece in _joined(drawing, _BETWEEN):
        tree.put(line, piece)
    if len(line) or line.text:
        tree.replace(drawing, line)
    else:
        leave_room(drawing)
        tree.drop(drawing)


def _joined(drawing: Node, between: str) -> Iterator[str | Node]:
    """Yield the words of a drawing, with its links and pictures as elements in their places.

    A chart may have thousands of texts: each run of plain texts comes as one.
    """
    run: list[str] = []
    is_first = True
    for part in list(drawing):
        part.tail = None
        words = tree.words(part)
        if words:
            run.append("" if is_first else between)
            is_first = False
        if words and not len(part) and part.tag == "span":
            run.append(words)
        else:
            yield "".join(run)
            run = []
            yield part
    yield "".join(run)


def _write_label(drawing: Node, label: str, removals: Removals) -> None:
    """Write the description of an icon that says something of its own; note any other.

    In a table, a tick may be all that a cell says, and stars may be a part of a sentence. Before a
    word, an icon mostly repeats the word; before a credit, it shows a camera; and a row of links
    that only icons show leads to other sites.
    """
    if not label:
        leave_room(drawing)
        tree.drop(drawing)
    elif _says_something(drawing):
        make_room(drawing)
        tree.replace(drawing, tree.make("span", label))
    else:
        removals.take(drawing, "icon", label)


def _says_something(icon: Node) -> bool:
    """Tell whether a page would lack a word if nothing stood in the place of an icon."""
    around = list(tree.ancestors(icon))
    if all(words_beside(icon)):
        return not any(one.tag == "figcaption" for one in around)
    holder = next((one for one in around if one.tag not in _SIGNS), None)
    block = next((one for one in around if one.tag not in INLINE), None)
    if holder is None or block is None or max(len(holder), len(block)) > _CROWD:
        return False
    if not tree.holds_nothing(holder) or _stands_beside_icon(holder, icon):
        return False
    return holder.tag != "a" or not tree.holds_nothing(block)


def _stands_beside_icon(around: Node, icon: Node) -> bool:
    others = around.iter("x-svg", "x-iframe", "video")
    return any(True for one in others if one is not icon)


def _settle_sign(sign: Node, removals: Removals) -> None:
    label = tree.fold_space(sign.get("aria-label") or sign.get("title") or "")
    if label and tree.holds_nothing(sign) and not len(sign):
        _write_label(sign, label, removals)


def _settle_canvas(canvas: Node, removals: Removals) -> None:
    """Print what a `canvas` holds for browsers that cannot draw, unless these words only say so."""
    words = tree.words(canvas)
    label = tree.fold_space(canvas.get("aria-label") or "")
    structured = any(True for _ in canvas.iter(*_STRUCTURE))
    if words and not structured and any(one in words.lower() for one in _COMPLAINTS):
        removals.take(canvas, "drawing", words)
        return
    removals.note("drawing", "" if words or label else _size_of(canvas), place_of(canvas))
    line = tree.make("p", label, class_="drawing")
    if label and label not in words:
        canvas.addprevious(line)
    elif words and not structured:
        canvas.tag = "p"
        canvas.attrib.clear()
        canvas.set("class", "drawing")
        return
    leave_room(canvas)
    tree.unwrap(canvas)
