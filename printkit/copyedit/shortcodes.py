"""Shortcodes: HTML with shortcodes and tags of site programs goes in, HTML without them comes out.

A site replaces a shortcode such as `[gallery]` or `{{< figure >}}` when it shows the page. The
tables in `dialects/` say what is printed for each name.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from html import escape, unescape

from printkit.copyedit import vocabulary
from printkit.copyedit.dialects import tables, wordpress
from printkit.copyedit.dialects.page_addresses import complete_addresses
from printkit.copyedit.dialects.settling import ADDRESS, Settler
from printkit.copyedit.dialects.site_tags import Shortcode, Site
from printkit.copyedit.dialects.tags import ends_alone
from printkit.copyedit.removals import Removals
from printkit.text.patterns import regex

_TOKEN = regex(
    r"<(?P<end>/?)(?P<element>[a-zA-Z][\w-]*)(?P<inside>[^<>]*)>"
    r"|<!--\s*(?:tab|timeline)\s+(?P<tab>[^<>@]{1,100}?)(?:@[^<>]{0,100})?-->"
    r"|\ufdd0(?P<mark>\d+)\ufdd1"
    r"|\[\[(?P<shown>/?[a-z][a-z0-9_-]{1,30}(?:\s[^\[\]]{0,2000})?)\]\]"
    r"|\[(?P<close>/?)(?P<name>[a-z][a-z0-9_-]{1,30})(?P<said>\s[^\[\]]{0,2000})?\]"
)
_CODE = frozenset(("pre", "code"))
_COMPONENT = regex(r"[A-Z][A-Za-z0-9]*[a-z][A-Za-z0-9]*")
_HTML = vocabulary.READ_TAGS | vocabulary.VOID | vocabulary.UNREAD
# Components with the name of an element of HTML, whose arguments HTML does not have.
_OWN = frozenset(("Button", "Figure", "Link", "Details", "Blockquote", "Progress", "Meter"))
_ATTRIBUTE = regex(
    r"([\w-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|[“”″]([^“”″]*)[“”″]|([^\s\"'<>“”″]+))"
)
_LOOK_AHEAD = 1_000  # characters behind the opening of a shortcode
_Key = tuple[str, str]


def expand_shortcodes(source: str, removals: Removals, site: Site | None = None) -> str:
    """Put in the place of each shortcode what the site would show, and remove other shortcodes.

    Brackets in prose (`[sic]`) and in code stay, and the words between an opening and a closing
    shortcode stay, too.

    Args:
        source: HTML as it came, not yet safe. New markup is put in before the source is cleaned.
        removals: gets every removed shortcode, with the words and addresses in its arguments.
        site: the tags that marks in the source stand for, and the values of the site.
    """
    if not re.search(r"<[A-Z][A-Za-z0-9]*[a-z]|[\[\ufdd0{|]|%7[BC]|%EF%B7%90", source):
        return source
    site = site or Site.without_tags()
    tokens = list(_TOKEN.finditer(source))
    found = [_shortcode(token, site) for token in tokens]
    partners = _partners(tokens, found)
    settler = Settler(removals, site)
    at = 0
    for number, (token, shortcode) in enumerate(zip(tokens, found, strict=True)):
        role = _role(number, shortcode, partners)
        settler.write(source[at : token.start()])
        if shortcode and role:
            partner = tokens[partners[number]] if role == "paired" else None
            settler.settle(shortcode, partner and _between(token, partner))
            if shortcode.closes and re.match(r"\[[^/]", source[token.end() : token.end() + 2]):
                settler.write(" ")
        elif role and token["shown"]:
            settler.write(_unescaped(token))
        else:
            settler.write(_as_written(token, shortcode, site, settler))
        at = token.end()
    settler.write(source[at:])
    return settler.finish()


def _shortcode(token: re.Match[str], site: Site) -> Shortcode | None:
    """Return the shortcode that a token may be."""
    if token["mark"]:
        tag = site.tags.find(token["mark"])
        return Shortcode(tag.kind, tag.name, tag.said, tag.closes, tag.alone, tag.written)
    if token["name"]:
        said = unescape(token["said"] or "").strip()
        alone = ends_alone(said)
        said = said[:-1] if alone else said
        return Shortcode("bracket", token["name"], said, bool(token["close"]), alone, token[0])
    name = token["element"]
    if name and _COMPONENT.fullmatch(name) and (name in _OWN or name.lower() not in _HTML):
        said = unescape(token["inside"].replace("&quot;", '\\"')).strip()
        alone = said.endswith("/")
        said = said[:-1] if alone else said
        return Shortcode("component", name, said, bool(token["end"]), alone, token[0])
    return None


def _role(number: int, shortcode: Shortcode | None, partners: Mapping[int, int]) -> str:
    """Return whether a token is `paired`, stands `alone`, or stays as it is written."""
    if number not in partners:
        return ""
    if shortcode is None:
        return "alone"
    if partners[number] >= 0:
        return "paired"
    if shortcode.kind != "bracket" or _is_shortcode(shortcode, closed=False):
        return "alone"
    return ""


def _between(opening: re.Match[str], closing: re.Match[str]) -> str:
    """Return the first words between two tokens, enough to tell whether the words are few."""
    return opening.string[opening.end() : min(closing.start(), opening.end() + _LOOK_AHEAD)]


def _partners(tokens: Sequence[re.Match[str]], found: Sequence[Shortcode | None]) -> dict[int, int]:
    """Return for each token outside of code the token that closes or opens the shortcode, or -1."""
    partners: dict[int, int] = {}
    opened: dict[_Key, list[int]] = defaultdict(list)
    closers = Counter((one.kind, one.name) for one in found if one and one.closes)
    unclosed = _unclosed(found)
    depth, verbatim = 0, None
    for at, (token, one) in enumerate(zip(tokens, found, strict=True)):
        key = (one.kind, one.name) if one else ("", "")
        if one and one.closes:
            closers[key] -= 1
        if verbatim and key == verbatim and one and one.closes:
            verbatim = None
        if verbatim:
            continue
        if token["element"] and token["element"].lower() in _CODE:
            depth = max(0, depth + (-1 if token["end"] else 1))
        if depth or (token["element"] and one is None):
            continue
        partners[at] = -1
        if one and one.closes and opened[key]:
            partners[at] = opened[key].pop()
            partners[partners[at]] = at
        elif one and at not in unclosed and _may_open(one):
            opened[key].append(at)
            sense = tables.shortcode_meaning(*key).sense
            if sense in ("listing", "raw", "comment") and closers[key] > 0:
                verbatim = key
    return partners


def _may_open(one: Shortcode) -> bool:
    return not one.closes and not one.alone and _is_shortcode(one, closed=True)


def _unclosed(found: Sequence[Shortcode | None]) -> set[int]:
    """Return the tags of code that another tag of the same name follows before any closing tag.

    Only tags count: WordPress reads from the first opening bracket to the first closing bracket.
    """
    unclosed: set[int] = set()
    behind: dict[_Key, bool] = {}  # whether the next tag of a name closes
    for at in range(len(found) - 1, -1, -1):
        one = found[at]
        if one is None or one.kind in ("bracket", "liquid"):
            continue
        key = (one.kind, one.name)
        is_code = tables.shortcode_meaning(*key).sense == "listing"
        if is_code and not one.closes and not behind.get(key, False):
            unclosed.add(at)
        behind[key] = one.closes
    return unclosed


def _is_shortcode(one: Shortcode, *, closed: bool) -> bool:
    """Tell whether words in brackets are a shortcode, and no words of the writer.

    Args:
        one: the words.
        closed: whether a closing shortcode of the name follows.
    """
    if one.kind != "bracket":
        return True
    if wordpress.is_builder(one.name):
        return True
    if one.closes or _prose(one.said):
        return False
    return closed or bool(one.said.strip(" /")) or wordpress.stands_bare(one.name)


def _prose(said: str) -> bool:
    """Tell whether the words behind a shortcode's name are more than attributes and an address."""
    return bool(ADDRESS.sub("", _ATTRIBUTE.sub("", said)).strip(" /\t\n"))


def _as_written(
    token: re.Match[str], shortcode: Shortcode | None, site: Site, settler: Settler
) -> str:
    """Return a token as the body has it, with complete addresses in the attributes."""
    if token["mark"] and shortcode:
        return site.as_written(shortcode.written)
    if token["tab"] and ("endtab" in token.string or "endtimeline" in token.string):
        return f"<summary>{token['tab']}</summary>"
    if token["inside"]:
        inside = complete_addresses(token["inside"])
        inside = site.tags.show(inside, settler.address_of)
        return f"<{token['end']}{token['element']}{inside}>"
    return token[0]


def _unescaped(token: re.Match[str]) -> str:
    """Return a shortcode that a writer has put into two pairs of brackets, to show its source."""
    name = re.match(r"/?([\w-]+)", token["shown"])
    known = name is not None and (
        wordpress.stands_bare(name[1]) or wordpress.form_of(name[1]) is not None
    )
    return f"[{token['shown']}]" if known else escape(token[0], quote=False)
