"""Style sheets in a body: HTML goes in, the declarations of its `style` elements come out.

Pages write `.old { text-decoration: line-through }` in a `style` element, and then only the class
at the words. Rules for a class, an id or an attribute count; rules for all paragraphs are a design.
Owns cssselect2.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import cssselect2
import tinycss2

from printkit.copyedit import tree
from printkit.copyedit.style_meanings import style_meaning
from printkit.copyedit.tree import Node
from printkit.copyedit.vocabulary import names
from printkit.text.patterns import regex

_CHARACTERS_MOST = 200_000  # of all sheets; a body with more is a web page with a theme
_RULES_MOST = 400
_SELECTOR_MOST = 200  # characters
_WORK_MOST = 10_000_000  # elements that are looked at for selectors with several parts
_PROPERTIES = names(
    """display visibility text-decoration text-decoration-line vertical-align white-space
    white-space-collapse text-transform font-variant font-variant-caps font-variant-position font
    font-style font-weight font-size float position clip clip-path top bottom width min-width
    text-align list-style list-style-type flex-direction flex-flow grid-template-columns"""
)
_SIDES = ("margin", "padding", "border")
# A page shows what such a selector finds when a reader presses a button, or on another screen.
_STATE = regex(
    r":checked|:target|\[(open|aria-)|\.(active|open|opened|show|shown|visible|current|selected"
    r"|expanded|in|is-[a-z]{2,12})(?![\w-])"
)
_POINTED = (":hover", ":focus", ":active")
_NAME = regex(r"[.#][\w-]{1,80}")
_PARTS = regex(r"[\s>+~]+")


class Rule(NamedTuple):
    """One selector of a style sheet, with its declarations.

    Attributes:
        selector: as the sheet has it.
        given: name and value of each declaration.
        ruling: name and value of each declaration that is `!important`.
        always: whether the rule counts on each screen, as rules outside `@media` do.
    """

    selector: str
    given: str
    ruling: str
    always: bool


def read_sheets(source: str) -> list[Rule]:
    """Return the rules of all style sheets in a body that may mean something on paper.

    Args:
        source: HTML; a sheet over the limits has no rules.
    """
    sheets = list(_sheets_of(source))
    if not sheets or sum(len(text) for text, _ in sheets) > _CHARACTERS_MOST:
        return []
    found: list[Rule] = []
    for text, always in sheets:
        nodes = tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True)
        found += _rules_in(nodes, always=always)
    return found if len(found) <= _RULES_MOST else []


def apply_sheets(root: Node, rules: Sequence[Rule]) -> None:
    """Write for each element of a body the meaning of its own style and of the sheets.

    Args:
        root: the body, whose styles are as the record has them; changed in place.
        rules: of the style sheets of the body. `data-by-sheet` marks all elements that these hide.
    """
    matcher = _matcher(root, rules)
    known: dict[tuple[str, ...], str | None] = {}
    shown = _shown_names(rules)
    wrapped = cssselect2.ElementWrapper.from_html_root(root)
    for one in wrapped.iter_subtree():
        element, own = one.etree_element, one.etree_element.get("style") or ""
        matched = [rule for *_, rule in sorted(matcher.match(one), key=_precedence)]
        if shown & _names_of(element):
            matched = [rule for rule in matched if not _hides(rule)]
        parts = (*(rule.given for rule in matched), own, *(rule.ruling for rule in matched))
        if parts not in known:
            known[parts] = style_meaning(";".join(filter(None, parts)))
        meaning = known[parts]
        tree.pop(element, "style")
        if meaning:
            element.set("style", meaning)
        if meaning == "hidden" and matched:
            element.set("data-by-sheet", "")


def _names_of(element: Node) -> set[str]:
    """Return the classes and the id of an element as selectors name them."""
    return {*(f".{one}" for one in (element.get("class") or "").split()), f"#{element.get('id')}"}


def _precedence(match: tuple[tuple[int, ...], int, str | None, Rule]) -> tuple[object, ...]:
    return match[0], match[1]


def _sheets_of(source: str) -> Iterator[tuple[str, bool]]:
    """Yield each style sheet of a body, and whether the sheet counts on each screen."""
    folded, at = source.lower(), 0
    while (begin := folded.find("<style", at)) >= 0:
        opened = folded.find(">", begin)
        end = folded.find("</style", opened)
        if opened < 0 or end < 0:
            return
        yield (
            source[opened + 1 : end],
            "media" not in folded[begin:opened]
            or ("media=all" in folded[begin:opened].replace('"', "").replace("'", "")),
        )
        at = end


def _rules_in(nodes: Iterable[tinycss2.ast.Node], *, always: bool) -> Iterator[Rule]:
    for node in nodes:
        if node.type == "at-rule" and node.content is not None:
            condition = tinycss2.serialize(node.prelude).strip().lower()
            if node.lower_at_keyword in ("media", "supports", "layer"):
                inner = tinycss2.parse_rule_list(node.content, True, True)
                every = condition in ("all", "screen") or node.lower_at_keyword == "layer"
                yield from _rules_in(inner, always=always and every)
        elif node.type == "qualified-rule":
            given, ruling = _declarations_of(node.content)
            if given or ruling:
                selectors = tinycss2.serialize(node.prelude).split(",")
                yield from (Rule(one.strip(), given, ruling, always) for one in selectors)


def _declarations_of(content: Sequence[tinycss2.ast.Node]) -> tuple[str, str]:
    given: list[str] = []
    ruling: list[str] = []
    for one in tinycss2.parse_blocks_contents(content, True, True):
        if one.type == "declaration" and _means_something(one.lower_name):
            written = f"{one.lower_name}:{tinycss2.serialize(one.value).strip()}"
            (ruling if one.important else given).append(written)
    return ";".join(given), ";".join(ruling)


def _means_something(name: str) -> bool:
    return name in _PROPERTIES or name.startswith(_SIDES)


def _matcher(root: Node, rules: Sequence[Rule]) -> cssselect2.Matcher:
    """Return what finds the rules of an element."""
    depth = max((sum(1 for _ in tree.ancestors(one)) for one in root.iter()), default=0)
    work, elements = 0, sum(1 for _ in root.iter())
    matcher = cssselect2.Matcher()
    for rule in rules:
        *outer, last = _PARTS.split(rule.selector) or [""]
        if not rule.always or not ({*".#["} & set(last)) or "(" in rule.selector:
            continue
        work += elements * depth ** len(outer) if outer else 0
        if len(rule.selector) > _SELECTOR_MOST or work > _WORK_MOST:
            continue
        for selector in _compiled(rule.selector):
            if selector.pseudo_element is None:
                matcher.add_selector(selector, rule)
    return matcher


def _compiled(selector: str) -> list[cssselect2.compiler.CompiledSelector]:
    try:
        found = list(cssselect2.compile_selector_list(selector))
    except cssselect2.SelectorError:
        return []
    return found


def _shown_names(rules: Iterable[Rule]) -> set[str]:
    """Return the classes and ids of panels: one rule hides such an element, another shows it."""
    found: set[str] = set()
    for rule in rules:
        pointed = any(one in rule.selector for one in _POINTED)
        may_show = not rule.always or _STATE.search(rule.selector) is not None
        if may_show and not pointed and _brings_back(rule):
            found.update(_NAME.findall((_PARTS.split(rule.selector) or [""])[-1]))
    return found


def _hides(rule: Rule) -> bool:
    return style_meaning(f"{rule.given};{rule.ruling}") == "hidden"


def _brings_back(rule: Rule) -> bool:
    named = f"{rule.given};{rule.ruling}"
    return not _hides(rule) and ("display:" in named or "visibility:" in named)
