"""What a reader does not see goes; what paper cannot show leaves its address or is counted."""

from collections import Counter
from urllib.parse import urljoin, urlsplit

from printkit.copyedit import pictures, tree
from printkit.copyedit.tree import Node
from printkit.copyedit.vocabulary import names

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
_ICON = 48
_NO_PRINT = names(
    """noprint no-print d-print-none hidden-print print-hidden mw-editsection sr-only
    visually-hidden visuallyhidden screen-reader-text screen-reader-only"""
)


def strike(root: Node, base: str | None, lost: Counter[str]) -> None:
    """Take out what is hidden or cannot be printed.

    Args:
        root: the body; changed in place.
        base: the article's address, for the addresses of videos and frames.
        lost: counts each kind a reader would miss: video, iframe, drawing, form, ...
    """
    _strike_hidden(root)
    for mark in tree.each(root, "rp"):
        tree.drop(mark)
    _settle_formulas(root)
    _strike_twins(root)
    _strike_forms(root, lost)
    _strike_embeds(root, base, lost)
    _strike_drawings(root, lost)


def _strike_hidden(root: Node) -> None:
    """Hidden things go; a picture hidden from screen readers only is seen, and stays."""
    for element in tree.each(root):
        if element.getparent() is None:
            continue
        hidden = element.get("hidden") is not None or element.get("style") == "hidden"
        hidden = hidden or not _NO_PRINT.isdisjoint(tree.classes(element))
        unread = element.get("aria-hidden") == "true" and not _shows_picture(element)
        if hidden or unread:
            tree.drop(element)


def _shows_picture(element: Node) -> bool:
    return any(True for _ in element.iter("img", "picture", "video", "x-iframe", "x-math"))


def _settle_formulas(root: Node) -> None:
    """A formula that no picture stands in for is printed as its TeX or its own words."""
    for formula in tree.each(root, "x-math"):
        tex = [note for note in formula.iter("x-annotation") if "tex" in note.get("encoding", "")]
        said = formula.get("alttext") or (tree.words(tex[0]) if tex else "")
        for note in tree.each(formula, "x-annotation"):
            tree.drop(note)
        tree.replace(formula, tree.make("span", said or tree.words(formula), class_="formula"))


def _strike_twins(root: Node) -> None:
    """`noscript` repeats lazy pictures for old browsers: each must survive once.

    Its words are only for those without scripts; its pictures stay where they have no twin, or
    a twin without an address.
    """
    for fallback in tree.each(root, "x-noscript"):
        if fallback.getparent() is None:
            continue
        repeated = tree.each(fallback, "img")
        beside = [one for one in (fallback.getprevious(), fallback.getnext()) if one is not None]
        twins = [img for one in beside for img in one.iter("img")]
        if any(pictures.address(twin, None) for twin in twins):
            repeated = []
        for twin in twins if repeated else []:
            tree.drop(twin)
        group = tree.make("span")
        group.extend(repeated)
        for img in repeated:
            img.tail = None
        tree.replace(fallback, group)


def _strike_forms(root: Node, lost: Counter[str]) -> None:
    """Fields and buttons go with their labels; other words in a form are the writer's."""
    for control in tree.each(root, *_CONTROLS):
        if control.getparent() is None:
            continue
        label = next((one for one in tree.ancestors(control) if one.tag == "label"), None)
        form = next((one for one in tree.ancestors(control) if one.tag == "form"), None)
        if form is not None:
            form.set("class", "struck")
        if control.get("type") == "checkbox" and form is None:
            box = "☑ " if control.get("checked") is not None else "☐ "
            tree.replace(control, tree.make("span", box))
            continue
        tree.drop(label if label is not None and not _shows_picture(label) else control)
    lost["form"] += sum(form.get("class") == "struck" for form in tree.each(root, "form"))


def _strike_embeds(root: Node, base: str | None, lost: Counter[str]) -> None:
    """A film or a frame leaves its address, so that it can be found."""
    for element in tree.each(root, *_EMBEDS):
        if element.getparent() is None:
            continue
        lost[_EMBEDS[element.tag]] += 1
        address = _address(element, base)
        fallback = element.tag == "object" and not tree.holds_nothing(element)
        if fallback:
            tree.unwrap(element)
        elif not address:
            tree.drop(element)
        else:
            tree.replace(element, _pointer(element, address))


def _address(element: Node, base: str | None) -> str | None:
    own = [element.get(name) for name in ("src", "data-src", "data-lazy-src", "data")]
    sources = [source.get("src") for source in element.iter("source")]
    for given in (*own, *sources):
        if not given:
            continue
        address = _resolve(base, given)
        if address:
            return address
    return None


def _resolve(base: str | None, given: str) -> str | None:
    try:
        address = urljoin(base or "", given.strip())
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


def _strike_drawings(root: Node, lost: Counter[str]) -> None:
    """Drawings in the page's own code: icons are no loss, larger ones are counted."""
    for drawing in tree.each(root, "x-svg", "canvas"):
        if drawing.getparent() is None:
            continue
        width = drawing.get("width", "")
        icon = drawing.get("aria-hidden") is not None or (width.isdigit() and int(width) <= _ICON)
        lost["drawing"] += not icon
        tree.drop(drawing)
