"""Style meanings: the `style` of an element goes in, its meaning on paper in our words comes out.

A later declaration wins over an earlier one, as in a browser. Colours and fonts mean nothing here:
they belong to printkit's own style sheet.
"""

import re

from printkit.copyedit import backgrounds
from printkit.copyedit.style_room import sides_with_room
from printkit.copyedit.vocabulary import names
from printkit.text.patterns import regex

# A string always ends: at its quotation mark, or at the end of the style.
_VALUES = regex(r"url\([^()]*\)?|\"[^\"]*\"?|'[^']*'?", re.IGNORECASE)
_SIZE = r"(\d{1,4}(\.\d{1,6})?|\.\d{1,6})"
_LENGTH = regex(rf"([+-]?){_SIZE}(px|pt|r?em|ex|ch|%)")
# The least shift, in each unit, of a letter that stands higher or lower than its line. Smaller
# shifts only align icons and words in large type.
_LEAST = {"px": 3.0, "pt": 2.0, "em": 0.2, "rem": 0.2, "ex": 0.4, "ch": 0.4, "%": 15.0}
_LEAST_SMALL = 0.4  # of these shifts, for words in small type
_SHIFT = regex(r"translate(?:y|3d)?\((?:[^,()]{1,20},)?([^,()]{1,20})(?:,[^,()]{1,20})?\)")
_NOTHING = regex(r"[+-]?(0{1,9}(\.0{0,9})?|\.0{1,9})(px|pt|r?em|%)?")
_CLIPPED = regex(
    r"rect\(\s*(0|1px)(px)?[\s,]+(0|1px)(px)?[\s,]+(0|1px)(px)?[\s,]+(0|1px)(px)?\s*\)"
    r"|inset\(\s*(100|50)%\s*\)|circle\(\s*0(px|%)?\s*\)"
)
_MOVES = names("transform transition animation animation-name will-change translate scale")
_OUTSIDE = regex(r"-\d{4,6}(px|em|rem|%)?|-\d{3}(em|rem|%)")
_FONT_SIZE = regex(rf"(?<![\w.-])({_SIZE}(px|pt|r?em|%)|((xx?|xxx)-)?(small|large)|medium"
                        r"|smaller|larger)(?=[\s/]|$)")  # fmt: skip
_SLANTED, _HEAVY = names("italic oblique"), names("bold bolder 600 700 800 900")
_SMALL = regex(
    r"((xx?-)?small|smaller|([1-9]|1[0-3])(\.\d+)?px|([1-9]|10)(\.\d+)?pt|0?\.[0-8]\d*r?em"
    r"|[1-8]\d(\.\d+)?%)"
)
_PREFIX = regex(r"-(webkit|moz|ms|o)-")
_BLOCKS = names(
    """block flex grid table list-item flow-root box flexbox table-row table-row-group
    table-header-group table-footer-group table-caption"""
)
_ITEMS = names("flex inline-flex grid inline-grid table-row table inline-table")
_TABLES = {"table": "table", "table-row": "tablerow", "table-cell": "tablecell",
           "table-header-group": "tablehead"}  # fmt: skip
_APART = names("inline-block inline-flex inline-grid inline-table")
_TRANSFORMS = {"uppercase": "uppercase", "lowercase": "lowercase", "capitalize": "capitalize",
               "none": "as-written"}  # fmt: skip
_TYPES = {"lower-alpha": "a", "lower-latin": "a", "upper-alpha": "A", "upper-latin": "A",
          "lower-roman": "i", "upper-roman": "I"}  # fmt: skip
_ALL_SMALL = names("all-small-caps all-petite-caps")
_SPACES = regex(r"pre(-wrap)?|break-spaces|preserve|preserve-spaces")
_LINES = regex(r"pre(-\w+)?|break-spaces|preserve(-\w+)?")


def style_meaning(style: str) -> str | None:
    """Return in our own words what a style means on paper; None if the style means nothing there.

    The addresses of background pictures stand at the end, behind the size of their element.

    Args:
        style: the value of the attribute.
    """
    given = _declarations(style)
    if given.get("display") == "none" or given.get("visibility") in ("hidden", "collapse"):
        return "hidden"
    meanings = [*_places(given), *_types(given), *backgrounds.pictures_in_style(style)]
    return " ".join(meanings) or None


def _declarations(style: str) -> dict[str, str]:
    """Return the value of each property of a style, in lower case."""
    plain = _VALUES.sub("url", _without_comments(style)).lower()
    given: dict[str, str] = {}
    for declaration in plain.split(";"):
        name, _, value = declaration.partition(":")
        value = " ".join(value.partition("!")[0].split())
        if name.strip() == "font":
            given |= _of_font(value)
        elif value:
            given[name.strip()] = value
    return given


def _without_comments(style: str) -> str:
    """Return a style without comments; a comment that is never closed goes on to the end."""
    first, *others = style.split("/*")
    kept = [first]
    closed = True
    for part in others:
        _, end, rest = part.partition("*/")
        closed = closed or bool(end)
        kept.append(rest if end else "")
    return " ".join(kept)


def _of_font(value: str) -> dict[str, str]:
    """Return what the short form of a font sets; a font without a size sets nothing."""
    size = _FONT_SIZE.search(value)
    if size is None:
        return {}
    before = set(value[: size.start()].split())
    slanted, heavy = before & _SLANTED, before & _HEAVY
    return {
        "font-variant": "small-caps" if "small-caps" in before else "normal",
        "font-style": "italic" if slanted else "normal",
        "font-weight": "bold" if heavy else "normal",
        "font-size": size[1],
    }


def _places(given: dict[str, str]) -> list[str]:
    """Return how an element stands beside its neighbours."""
    display, found = given.get("display", ""), []
    # Of `inline flex`, both words count, and `-webkit-box` is an older name of `flex`.
    shown = {_PREFIX.sub("", one) for one in display.split()}
    outside = given.get("float") in ("left", "right", "inline-start", "inline-end")
    if shown & _BLOCKS and not outside:
        found.append("block")
    if shown & _APART:
        found.append("apart")
    if outside or "table-cell" in shown or given.get("position") in ("absolute", "fixed"):
        found.append("box")
    found += [_TABLES[one] for one in sorted(shown) if one in _TABLES]
    found += sides_with_room(given)
    if shown & _ITEMS:
        found.append("rows" if _stands_in_rows(shown, given) else "items")
    if _is_clipped(given):
        found.append("unseen")
    if _NOTHING.fullmatch(given.get("font-size", "")):
        found.append("sizeless")
    return found


def _stands_in_rows(shown: set[str], given: dict[str, str]) -> bool:
    """Tell whether the items of a flexible box or of a grid stand below each other."""
    flow = f"{given.get('flex-direction', '')} {given.get('flex-flow', '')}"
    if "flex" in shown or "inline-flex" in shown:
        return "column" in flow
    named = (
        "grid-template-columns",
        "grid-template",
        "grid",
        "grid-auto-flow",
        "grid-auto-columns",
    )
    return bool(shown & {"grid", "inline-grid"}) and not any(name in given for name in named)


def _is_clipped(given: dict[str, str]) -> bool:
    """Tell whether a style leaves nothing of an element to be seen, as for screen readers.

    A page that moves its parts into view hides them only until its script runs.
    """
    lifted = given.get("position") in ("absolute", "fixed")
    if lifted and any(_OUTSIDE.fullmatch(given.get(side, "")) for side in ("left", "top", "right")):
        return True
    if lifted and any(_CLIPPED.fullmatch(given.get(name, "")) for name in ("clip", "clip-path")):
        return True
    if _OUTSIDE.fullmatch(given.get("text-indent", "")):
        return True
    clear = _NOTHING.fullmatch(given.get("opacity", "")) is not None
    return clear and not _MOVES & set(given)


def _types(given: dict[str, str]) -> list[str]:
    """Return how the words of an element are set."""
    size, weight = given.get("font-size", ""), given.get("font-weight", "")
    slant = given.get("font-style", "")
    small = _SMALL.fullmatch(size) is not None
    lines = given.get("white-space", given.get("white-space-collapse", ""))
    decorated = ("text-decoration", "text-decoration-line", "-webkit-text-decoration")
    lined = " ".join(given.get(name, "") for name in decorated)
    told = {
        "struck": "line-through" in lined,
        "overlined": "overline" in lined,
        "unmarked": "none" in (given.get("list-style", ""), given.get("list-style-type", "")),
        "raised": (shift := _shift_of(given, small=small)) > 0,
        "lowered": shift < 0,
        "light": re.fullmatch(r"normal|lighter|[1-5]00", weight) is not None,
        "upright": slant == "normal",
        "bold": re.fullmatch(r"bold|bolder|[6-9]\d\d|1000", weight) is not None,
        "italic": slant.startswith(("italic", "oblique")),
        "small": small,
        "centred": re.fullmatch(r"(-\w+-)?center", given.get("text-align", "")) is not None,
        "lines": any(map(_LINES.fullmatch, lines.split())),
        "spaces": any(map(_SPACES.fullmatch, lines.split())),
    }
    return [*(name for name, is_so in told.items() if is_so), *_cases(given), *_numbering(given)]


def _numbering(given: dict[str, str]) -> list[str]:
    """Return how the items of a list are numbered: `type-a` for letters, `type-i` for Roman."""
    named = f"{given.get('list-style', '')} {given.get('list-style-type', '')}".split()
    return [f"type-{_TYPES[one]}" for one in named if one in _TYPES][-1:]


def _cases(given: dict[str, str]) -> list[str]:
    """Return the case that a style sets: a transform of the letters, or small capitals."""
    named = f"{given.get('font-variant', '')} {given.get('font-variant-caps', '')}".split()
    found = [_TRANSFORMS[one] for one in given.get("text-transform", "").split()
             if one in _TRANSFORMS]  # fmt: skip
    if _ALL_SMALL & set(named):
        return [*found, "allsmallcaps"]
    return [*found, "smallcaps"] if "small-caps" in named or "petite-caps" in named else found


def _shift_of(given: dict[str, str], *, small: bool) -> int:
    """Return 1 for words above their line, -1 for words below, else 0."""
    aligned, variant = given.get("vertical-align", ""), given.get("font-variant-position", "")
    if aligned in ("super", "text-top") or variant == "super" or (small and aligned == "top"):
        return 1
    if aligned == "sub" or variant == "sub" or (small and aligned in ("bottom", "text-bottom")):
        return -1
    if found := _direction(aligned, small=small):
        return found
    if not small:
        return 0
    if given.get("position") == "relative":
        up = _direction(given.get("bottom", ""), small=True)
        if found := up or -_direction(given.get("top", ""), small=True):
            return found
    moved = _SHIFT.fullmatch(given.get("transform", "")) or re.fullmatch(
        r"[^\s]{1,20} ([^\s]{1,20})", given.get("translate", "")
    )
    return -_direction(moved[1].strip(), small=True) if moved else 0


def _direction(length: str, *, small: bool) -> int:
    """Return 1 for a length that is more than nothing, -1 for less than nothing, else 0."""
    found = _LENGTH.fullmatch(length)
    if not found:
        return 0
    least = _LEAST[found[4]] * (_LEAST_SMALL if small else 1)
    if float(found[2]) < least:
        return 0
    return -1 if found[1] == "-" else 1
