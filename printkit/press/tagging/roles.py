"""Roles: give each HTML element its structure type (ISO 32000-1, 14.8.4)."""

from printkit.press.tagging.fold import splice
from printkit.press.tagging.tree import ElementKid, MarkedContent, StructureElement

GROUPS = (
    *("address", "center", "details", "dialog", "div", "fieldset", "figure", "footer"),
    *("form", "header", "hgroup", "nav", "search"),
)
ROLES = {
    "main": "Part",
    "article": "Art",
    "section": "Sect",
    "aside": "Sect",
    "blockquote": "BlockQuote",
    **dict.fromkeys(GROUPS, "Div"),
    **dict.fromkeys(("p", "pre", "summary", "legend"), "P"),
    **{f"h{level}": f"H{level}" for level in range(1, 7)},
    **dict.fromkeys(("ul", "ol", "dl", "menu", "dir"), "L"),
    **dict.fromkeys(("li", "dt", "dd"), "LI"),
    "li::marker": "Lbl",
    "table": "Table",
    "thead": "THead",
    "tbody": "TBody",
    "tfoot": "TFoot",
    "tr": "TR",
    "th": "TH",
    "td": "TD",
    "caption": "Caption",
    "figcaption": "Caption",
    "q": "Quote",
    **dict.fromkeys(("code", "kbd", "samp", "tt"), "Code"),
}
# Roles that WeasyPrint or an earlier step of the repair gave, and that stay.
SETTLED = {"Document", "Figure", "Form", "Formula", "Link", "Note", "Reference"}
# Roles that hold text, so that no block may stand in them.
TEXT = {"P", "H1", "H2", "H3", "H4", "H5", "H6", "Lbl"}
INLINE = {"Span", "Quote", "Code", "Link", "Reference", "Note", "Figure", "Form", "Formula"}

# Inline elements that are kept as a Span; the others have no meaning and dissolve.
TELLING = {
    *("abbr", "b", "cite", "del", "dfn", "em", "i", "ins", "mark", "s", "small", "strong"),
    *("sub", "sup", "time", "u", "var"),
}


def assign(node: StructureElement, within_text: bool = False) -> None:
    """Give every element its role, and dissolve elements without a meaning.

    Args:
        node: the tree, with the roles that WeasyPrint gave.
        within_text: whether the node is within a paragraph or heading, where no block may be.
    """
    if node.role not in SETTLED:
        node.role = ROLES.get(node.tag, "Span")
    if node.tag == "abbr" and (expansion := node.attribute("title")):
        node.entries["E"] = expansion
    for kid in node.nodes:
        assign(kid, within_text or node.role in TEXT)
    splice(node, _hollow)
    node.role = _settled(node, within_text)


def _hollow(node: StructureElement) -> bool:
    if node.role != "Span" or node.entries or node.attribute("lang"):
        return False
    return node.tag not in TELLING


def _settled(node: StructureElement, within_text: bool) -> str:
    """Return the role that fits what the element holds."""
    if within_text:
        return "Span" if node.role in ("Div", "P") else node.role
    if node.role == "Span" and not all(map(is_inline, node.kids)):
        return "Div"
    if node.role == "Div" and is_paragraph(node.kids):
        return "P"
    return node.role


def is_inline(kid: ElementKid) -> bool:
    """Return whether a kid may stand in a line of text."""
    if not isinstance(kid, StructureElement) or kid.role == "Note":
        return True
    return kid.role in INLINE and all(map(is_inline, kid.kids))


def has_words(kid: ElementKid) -> bool:
    """Return whether a kid has any text outside of figures."""
    if isinstance(kid, StructureElement):
        return kid.role != "Figure" and any(map(has_words, kid.kids))
    return isinstance(kid, MarkedContent)


def is_paragraph(kids: list[ElementKid]) -> bool:
    """Return whether kids are text without a block among them."""
    return all(map(is_inline, kids)) and any(map(has_words, kids))
