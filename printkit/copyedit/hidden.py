"""Hidden things: a body goes in, and comes out without everything that paper cannot show.

A video or a frame is replaced by its address. All things that a reader would miss are counted.
"""

import re
from collections import Counter
from collections.abc import Iterator
from urllib.parse import urlsplit

from printkit.copyedit import pictures, tree
from printkit.copyedit.addresses import join_address
from printkit.copyedit.tree import Node
from printkit.copyedit.vocabulary import names
from printkit.text.comparing import words

_EMBEDS = {
    "x-iframe": "iframe",
    "video": "video",
    "audio": "audio",
    "embed": "embedded object",
    "object": "embedded object",
}
_CONTROLS = {
    "button": "button",
    "select": "form field",
    "textarea": "form field",
    "input": "form field",
    "output": "form field",
    "progress": "form field",
    "meter": "form field",
}
_ICON = 48  # pixels
# Class names of things that sites themselves leave off paper: no reader misses such a thing.
_SCREEN_ONLY = names("noprint no-print d-print-none hidden-print print-hidden mw-editsection")
# Class names of words for screen readers: a reader may miss them.
_SPOKEN = names("sr-only visually-hidden visuallyhidden screen-reader-text screen-reader-only")
_WORD = re.compile(r"\w+")
_ICON_FONT = re.compile(r"(^|[-_])(icons?|glyphicon|dashicons|material-symbols)([-_]|$)")
# An icon font draws a picture in the place of a word such as `arrow_back`.
_LIGATURE = re.compile(r"[a-z0-9_]+")
# KaTeX and MathJax write a formula twice: once for the eye, once as MathML for screen readers.
_TYPESET = re.compile(r"katex|mathjax|mjx|mwe-math", re.IGNORECASE)
_NEAR_MOST = 2_000  # characters; a thousand hidden elements may stand beside a text of megabytes
_PASSAGE = "hidden passage"


def remove_hidden(root: Node, base: str | None, lost: Counter[str]) -> None:
    """Remove everything from a body that is hidden or cannot be printed.

    Args:
        root: the body; changed in place.
        base: the article's address, for the addresses of videos and frames.
        lost: counts things that a reader would miss, by kind: hidden passage, video, form, ...
    """
    _remove_hidden(root, lost)
    for mark in tree.each(root, "rp"):
        tree.drop(mark)
    _settle_formulas(root)
    _remove_twins(root, lost)
    _remove_forms(root, lost)
    _remove_embeds(root, base, lost)
    _remove_drawings(root, lost)


def _remove_hidden(root: Node, lost: Counter[str]) -> None:
    """Remove hidden elements, and count the elements whose words a reader would miss.

    An element that only screen readers skip (`aria-hidden`) stays, unless it is an ornament.
    """
    hidden: list[Node] = []
    gone: set[Node] = set()
    for element in tree.each(root):
        if element not in gone and (_is_hidden(element) or _is_ornament(element)):
            hidden.append(element)
            gone.update(element.iter())
    # The neighbours decide whether a reader misses an element: judge all before removing any.
    lost[_PASSAGE] += sum(_is_missed(element) for element in hidden)
    for element in hidden:
        tree.drop(element)


def _is_hidden(element: Node) -> bool:
    if element.get("hidden") is not None or element.get("style") == "hidden":
        return True
    return not (_SCREEN_ONLY | _SPOKEN).isdisjoint(tree.classes(element))


def _is_ornament(element: Node) -> bool:
    """Tell whether an `aria-hidden` element has no words, is an icon, or repeats a formula."""
    if element.get("aria-hidden") != "true" or _shows_picture(element):
        return False
    said, parent = tree.words(element), element.getparent()
    named = (element.get("class") or "") + " " + ("" if parent is None else parent.get("class", ""))
    if _TYPESET.search(named) and parent is not None and _holds(parent, "x-math"):
        return True
    drawn = any(_ICON_FONT.search(name) for name in tree.classes(element))
    return not _WORD.search(said) or (drawn and _LIGATURE.fullmatch(said) is not None)


def _is_missed(element: Node) -> bool:
    if not _is_hidden(element) or not _SCREEN_ONLY.isdisjoint(tree.classes(element)):
        return False
    around = element.getparent()
    drawn = around is not None and _holds(element, "x-math") and _holds(around, "img")
    return not drawn and _says_more(element)


def _says_more(element: Node) -> bool:
    """Tell whether an element has words that none of its neighbours has."""
    said = _spaced(tree.text(element))
    return bool(said.strip()) and not any(said in _spaced(near) for near in _beside(element))


def _beside(element: Node) -> Iterator[str]:
    """Yield the texts that a reader sees right before and behind an element."""
    before, after, around = element.getprevious(), element.getnext(), element.getparent()
    yield element.tail or ""
    yield (before.tail if before is not None else around.text if around is not None else "") or ""
    for one in (before, after):
        if one is not None and not _is_hidden(one):
            yield tree.text(one)


def _spaced(text: str) -> str:
    """Return the first words of a text between spaces, so that only whole words are found."""
    return f" {' '.join(words(text[:_NEAR_MOST]))} "


def _holds(element: Node, tag: str) -> bool:
    return any(True for _ in element.iter(tag))


def _shows_picture(element: Node) -> bool:
    return any(True for _ in element.iter("img", "picture", "video", "x-iframe", "x-math"))


def _settle_formulas(root: Node) -> None:
    """Replace each formula by its `alttext`, else by its TeX, else by its words.

    A hidden formula that stands beside its picture is removed before this.
    """
    for formula in tree.each(root, "x-math"):
        tex = [note for note in formula.iter("x-annotation") if "tex" in note.get("encoding", "")]
        said = formula.get("alttext") or (tree.words(tex[0]) if tex else "")
        for note in tree.each(formula, "x-annotation"):
            tree.drop(note)
        tree.replace(formula, tree.make("span", said or tree.words(formula), class_="formula"))


def _remove_twins(root: Node, lost: Counter[str]) -> None:
    """Unwrap each `noscript`, whose picture often repeats the picture beside the `noscript`.

    The picture beside the `noscript` is kept if it has an address, else the picture inside. Words
    in a `noscript` are removed, and counted if they say something new.
    """
    for fallback in tree.each(root, "x-noscript"):
        if any(one.tag == fallback.tag for one in tree.ancestors(fallback)):
            continue
        lost[_PASSAGE] += _says_more(fallback)
        repeated = tree.each(fallback, "img")
        beside = [one for one in (fallback.getprevious(), fallback.getnext()) if one is not None]
        twins = [img for one in beside for img in one.iter("img")]
        if any(pictures.best_address(twin, None) for twin in twins):
            repeated = []
        for twin in twins if repeated else []:
            tree.drop(twin)
        group = tree.make("span")
        group.extend(repeated)
        for img in repeated:
            img.tail = None
        tree.replace(fallback, group)


def _remove_forms(root: Node, lost: Counter[str]) -> None:
    """Remove fields and buttons with their labels; keep other words that stand in a form."""
    for control in tree.each(root, *_CONTROLS):
        if control.getparent() is None:
            continue
        label = next((one for one in tree.ancestors(control) if one.tag == "label"), None)
        form = next((one for one in tree.ancestors(control) if one.tag == "form"), None)
        if form is not None:
            # Some sites put the whole page into a form: a form without fields is no loss.
            form.set("class", "struck")
        # A checkbox outside a form belongs to a list of tasks, and says whether a task is done.
        if control.get("type") == "checkbox" and form is None:
            box = "☑ " if control.get("checked") is not None else "☐ "
            tree.replace(control, tree.make("span", box))
            continue
        tree.drop(label if label is not None and not _shows_picture(label) else control)
    lost["form"] += sum(form.get("class") == "struck" for form in tree.each(root, "form"))


def _remove_embeds(root: Node, base: str | None, lost: Counter[str]) -> None:
    """Replace a video or a frame by a link to its address; keep the words inside an `object`."""
    for element in tree.each(root, *_EMBEDS):
        if element.getparent() is None:
            continue
        lost[_EMBEDS[element.tag]] += 1
        address = _address_of_embed(element, base)
        fallback = element.tag == "object" and not tree.holds_nothing(element)
        if fallback:
            tree.unwrap(element)
        elif not address:
            tree.drop(element)
        else:
            tree.replace(element, _pointer(element, address))


def _address_of_embed(element: Node, base: str | None) -> str | None:
    own = [element.get(name) for name in ("src", "data-src", "data-lazy-src", "data")]
    sources = [source.get("src") for source in element.iter("source")]
    for given in (*own, *sources):
        if not given:
            continue
        address = _web_address(base, given)
        if address:
            return address
    return None


def _web_address(base: str | None, given: str) -> str | None:
    """Return an address of the web, made absolute; None for any other address."""
    address = join_address(base, given)
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    if given.startswith("//") and not base:
        return f"https:{given}"
    return address if parts.scheme in ("http", "https") and parts.hostname else None


def _pointer(element: Node, address: str) -> Node:
    paragraph = tree.make("p", class_="embed")
    named = element.get("title") or element.get("aria-label") or address
    paragraph.append(tree.make("a", tree.fold(named), href=address))
    return paragraph


def _remove_drawings(root: Node, lost: Counter[str]) -> None:
    """Remove each `svg` and `canvas`; count the drawings that are larger than an icon."""
    for drawing in tree.each(root, "x-svg", "canvas"):
        if drawing.getparent() is None:
            continue
        width = drawing.get("width", "")
        icon = drawing.get("aria-hidden") is not None or (width.isdigit() and int(width) <= _ICON)
        lost["drawing"] += not icon
        tree.drop(drawing)
