"""Inline styles: the `style` of elements goes in, elements that mean the same come out.

Programs write `text-decoration: line-through` in the place of `s`, and `display: block` in the
place of `div`. The words are right only with this meaning: a struck price is no price.
"""

import re

from printkit.copyedit import backgrounds, tree
from printkit.copyedit.tree import Node
from printkit.copyedit.vocabulary import INLINE, names

_HIDDEN = re.compile(r"display:none|visibility:hidden")
# What a style means on paper, and the declaration that says so, without spaces.
_MEANINGS = {
    "block": r"(?<![\w-])display:(block|flex|grid|table|list-item)(?![\w-])",
    "apart": r"(?<![\w-])display:inline-(block|flex|grid|table)(?![\w-])",
    "struck": r"(?<![\w-])text-decoration(-line)?:[^;]{0,200}line-through",
    "raised": r"(?<![\w-])vertical-align:(super|text-top)(?![\w-])",
    "lowered": r"(?<![\w-])vertical-align:sub(?![\w-])",
    "light": r"(?<![\w-])font-weight:(normal|lighter|[1-5]00)(?![\w-])",
    "upright": r"(?<![\w-])font-style:normal(?![\w-])",
    "bold": r"(?<![\w-])font-weight:(bold|bolder|[6-9]00)(?![\w-])",
    "italic": r"(?<![\w-])font-style:(italic|oblique)(?![\w-])",
    "small": r"(?<![\w-])font-size:((xx?-)?small|smaller|([1-9]|1[0-3])(\.\d+)?px"
    r"|([1-9]|10)(\.\d+)?pt|0?\.[0-8]\d*r?em|[1-8]\d(\.\d+)?%)(?![\w-])",
    "centred": r"(?<![\w-])text-align:(-\w+-)?center(?![\w-])",
    "lines": r"(?<![\w-])white-space(-collapse)?:(pre(-\w+)?|break-spaces|preserve)(?![\w-])",
}
_FOUND = {name: re.compile(pattern, re.IGNORECASE) for name, pattern in _MEANINGS.items()}
_TAGS = {"struck": "s", "raised": "sup", "lowered": "sub", "bold": "strong", "italic": "em"}
_SAME = {"struck": ("s", "del", "strike"), "raised": ("sup",), "lowered": ("sub",),
         "bold": ("b", "strong", "th", "h1", "h2", "h3", "h4", "h5", "h6", "dt"),
         "italic": ("i", "em", "cite", "var")}  # fmt: skip
# Google Docs writes `<b style="font-weight: normal">` around whole texts.
_UNDONE = {"light": ("b", "strong"), "upright": ("i", "em")}
_IN_LINE = (INLINE - {"br", "img", "code"}) | names("span label font big data")
_LINE_MOST = 80  # characters; a text with a longer line is prose
_BLOCKS = names("p div li td th dd dt blockquote section article h1 h2 h3 h4 h5 h6")


def meaning_of(style: str) -> str | None:
    """Return in our own words what a style means on paper; None if the style means nothing there.

    The addresses of background pictures stand at the end, behind the size of their element.

    Args:
        style: the value of the attribute.
    """
    plain = re.sub(r"\s", "", style.lower())
    if _HIDDEN.search(plain):
        return "hidden"
    meanings = [name for name, found in _FOUND.items() if found.search(plain)]
    return " ".join([*meanings, *backgrounds.pictures_in_style(style)]) or None


def settle_styles(root: Node) -> None:
    """Replace the styles of a body by elements with the same meaning; keep addresses of pictures.

    Args:
        root: the body, whose styles are in our own words; changed in place.
    """
    for element in tree.each(root):
        meanings = (tree.pop(element, "style") or "").split()
        if shown := [one for one in meanings if one.startswith("url(")]:
            element.set("style", " ".join(shown))
        _set_type(element, meanings)
        # Words in small type behind a picture may be a caption: `loose_captions` asks for these.
        for meaning in ("small", "centred"):
            if meaning in meanings:
                element.set(f"data-{meaning}", "")
        if "lines" in meanings and element.tag != "pre":
            keep_lines(element)
        if "apart" in meanings or element.tag == "a":
            _set_apart(element)
        if "block" in meanings and element.tag in _IN_LINE and _may_hold_blocks(element):
            _part(element)


def _set_type(element: Node, meanings: list[str]) -> None:
    """Write bold type, italics, struck and raised words as elements."""
    for meaning in meanings:
        if meaning in _UNDONE and element.tag in _UNDONE[meaning]:
            element.tag = "span"
        elif meaning in _TAGS and element.tag not in _SAME[meaning]:
            _wrap_contents(element, _TAGS[meaning])


def _set_apart(element: Node) -> None:
    """Put a space between two boxes, or between two links of a list of links.

    On the web page, the style sheet puts room between these elements.
    """
    following, around = element.getnext(), element.getparent()
    if following is None or around is None or element.tail or following.tag != element.tag:
        return
    listed = element.tag != "a" or (
        element.get("x-href") != following.get("x-href")
        and tree.is_blank(around.text)
        and all(one.tag == "a" and tree.is_blank(one.tail) for one in around)
    )
    if listed:
        element.tail = " "


def _wrap_contents(element: Node, tag: str) -> None:
    """Put all that is in an element, but for blocks, into one new element."""
    inner = tree.make(tag)
    for part in tree.take_apart(element):
        tree.put(inner, part)
    if not tree.holds_nothing(inner):
        tree.put(element, inner)
        return
    for part in tree.take_apart(inner):
        tree.put(element, part)


def _may_hold_blocks(element: Node) -> bool:
    return not any(one.tag in ("a", "pre") for one in tree.ancestors(element))


def _part(element: Node) -> None:
    """Put an inline element on a line of its own."""
    block = tree.make("div")
    tree.replace(element, block)
    if element.tag in ("span", "label", "font", "big", "data"):
        for name, value in tree.attributes(element).items():
            block.set(name, value)
        for part in tree.take_apart(element):
            tree.put(block, part)
    else:
        block.append(element)


def keep_lines(element: Node) -> None:
    """Make a line break of each end of a line in an element, as in verse.

    Args:
        element: a block or an inline element; code becomes a `pre`.
    """
    if not tree.words(element) or any(one.tag == "pre" for one in tree.ancestors(element)):
        return
    if element.tag == "code":
        block = tree.make("pre")
        tree.replace(element, block)
        block.append(element)
        return
    longest = max(map(len, tree.text(element).splitlines()))
    for one in [element, *element.iter("span", "em", "i", "b", "strong", "a", "p")]:
        _break_text(one, None)
        for child in list(one):
            _break_text(one, child)
    short = longest <= _LINE_MOST and element.tag in _BLOCKS
    if short and any(True for _ in element.iter("br")):
        element.set("class", f"{element.get('class') or ''} verse".strip())


def _break_text(element: Node, child: Node | None) -> None:
    text = (element.text if child is None else child.tail) or ""
    first, *rest = text.strip("\n").split("\n")
    if child is None:
        element.text = first
    else:
        child.tail = first
    at = 0 if child is None else element.index(child) + 1
    for line in rest:
        broken = tree.make("br")
        indent = len(line) - len(line.lstrip(" \t"))
        broken.tail = "\xa0" * indent + line.lstrip(" \t")
        element.insert(at, broken)
        at += 1
