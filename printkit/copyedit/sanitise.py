"""Safe HTML: any HTML goes in, repaired or certified HTML comes out. Owns nh3.

`repair_markup` comes before the passes over the tree, and makes the HTML that a browser would make.
`certify` comes last, and lets out only listed elements and attributes, whatever the other passes
have done.
"""

import re
from collections import Counter

import nh3

from printkit.copyedit import limits, vocabulary
from printkit.copyedit.renaming import rename_unread
from printkit.copyedit.style_meanings import style_meaning
from printkit.text.patterns import regex
from printkit.text.printed_address import is_web_address

# No printable text has a noncharacter.
_NO_BREAK = "\ufdd5"
_ANY_SCHEME = vocabulary.SCHEMES | {"data", "file", "ftp", "blob", "cid"}

_SPANS = {"colspan": (1, limits.SPAN), "rowspan": (1, limits.SPAN)}
_NUMBERS = {"start": (-limits.NUMBER, limits.NUMBER), "value": (-limits.NUMBER, limits.NUMBER)}
_LANGUAGE = regex(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")
# RFC 3986 allows none of these characters in an address; `links` has escaped them (` ` as `%20`).
_NO_PART_OF_AN_ADDRESS = regex(r"[\s\"<>\\]")


def repair_markup(source: str, *, as_written: bool = False) -> tuple[str, Counter[str]]:
    """Parse HTML as browsers do, and write it down again, every element closed, without scripts.

    Args:
        source: the HTML of a record.
        as_written: whether styles stay as they are, for `style_sheets`; else their meaning stands
            in their place.

    Returns:
        The markup; and for each attribute, how often its number was outside the limits.
    """
    lowered: Counter[str] = Counter()

    def judge(tag: str, name: str, value: str) -> str | None:
        value = value.replace(_NO_BREAK, "\xa0")
        if name == "data-figure":
            return None  # only `figures` makes placeholders: a body may not bring its own
        if name == "style":
            return value if as_written else style_meaning(value)
        if name in _SPANS or (name in _NUMBERS and tag in ("ol", "li")):
            return _number(name, value, lowered)
        return value

    markup = nh3.clean(
        _hidden(rename_unread(source)),
        tags=set(vocabulary.READ_TAGS),
        clean_content_tags=set(vocabulary.UNREAD),
        attributes={tag: set(names) for tag, names in vocabulary.READ_ATTRIBUTES.items()},
        generic_attribute_prefixes={"data-"},
        attribute_filter=judge,
        url_schemes=set(_ANY_SCHEME),
        link_rel=None,
    )
    return _shown(markup), lowered


def certify(html: str, prefix: str, around_addresses: str = "") -> str:
    """Return HTML with only printed elements and attributes, and only ids with the prefix.

    Args:
        html: the body after the other passes.
        prefix: the beginning of the article's ids; an id with another beginning is removed.
        around_addresses: a text to put before and after the web address of every link.
    """

    def judge(_: str, name: str, value: str) -> str | None:
        value = value.replace(_NO_BREAK, "\xa0")
        if name == "id":
            return value if value.startswith(f"{prefix}-") else None
        if name == "href":
            if not _is_printed_address(value, prefix):
                return None
            return (
                f"{around_addresses}{value}{around_addresses}" if is_web_address(value) else value
            )
        if name == "class":
            return " ".join(word for word in value.split() if word in vocabulary.CLASSES) or None
        return value if _fits(name, value) else None

    clean = nh3.clean(
        _hidden(html),
        tags=set(vocabulary.PRINTED_TAGS),
        clean_content_tags=set(vocabulary.UNREAD),
        attributes={tag: set(names) for tag, names in vocabulary.PRINTED_ATTRIBUTES.items()},
        attribute_filter=judge,
        url_schemes=set(vocabulary.SCHEMES),
        link_rel=None,
    )
    return _shown(clean)


def _hidden(html: str) -> str:
    """Put a noncharacter in the place of each no-break space.

    nh3 writes `&nbsp;` in a time that grows with the square of their number.
    """
    return html.replace("&nbsp;", _NO_BREAK).replace("\xa0", _NO_BREAK)


def _shown(html: str) -> str:
    return html.replace(_NO_BREAK, "&nbsp;")


def _is_printed_address(value: str, prefix: str) -> bool:
    if _NO_PART_OF_AN_ADDRESS.search(value):
        return False
    return value.startswith(f"#{prefix}-") or value.partition(":")[0].lower() in vocabulary.SCHEMES


def _fits(name: str, value: str) -> bool:
    if name == "role":
        return value == "math"
    if name == "lang":
        return bool(_LANGUAGE.fullmatch(value))
    if name == "dir":
        return value in ("ltr", "rtl", "auto")
    if name == "scope":
        return value in ("row", "col", "rowgroup", "colgroup")
    if name == "type":
        return value in ("1", "a", "A", "i", "I", "disc", "circle", "square")
    if name in _SPANS or name in _NUMBERS:
        return _number(name, value, Counter()) == value
    return True


def _number(name: str, value: str, lowered: Counter[str]) -> str | None:
    """Return the number that a browser would read, within its limits; None for other text."""
    found = re.match(r"\s*([+-]?[0-9]{1,20})", value)
    if not found:
        return None
    least, most = (_SPANS | _NUMBERS)[name]
    number = int(found[1])
    if name in _SPANS and number < 1:
        return None
    if number > most or number < least:
        lowered[name] += 1
    return str(max(least, min(most, number)))
