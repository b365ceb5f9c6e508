"""Room of a style: the declarations of an element go in, the sides with room come out.

Margins, padding and borders part words on a web page as a space does. Narrow padding also stands
within a word, where it widens the colour behind a highlighted half of the word.
"""

from collections.abc import Mapping

from printkit.text.patterns import regex

_LENGTH = regex(r"(\d{1,4}(?:\.\d{1,6})?|\.\d{1,6})(px|pt|r?em|ex|ch|%|mm|cm|in|vw)")
# The least length, in each unit, that is as wide as a space.
_LEAST = {"px": 4.0, "pt": 3.0, "em": 0.25, "rem": 0.25, "ex": 0.5, "ch": 0.5, "%": 1.0,
          "mm": 1.0, "cm": 0.1, "in": 0.04, "vw": 0.5}  # fmt: skip
_LINE = regex(r"(?<![\w-])(solid|dashed|dotted|double|groove|ridge|inset|outset)(?![\w-])")
_NO_LINE = regex(r"(?<![\w.-])(none|hidden|transparent|0(px|pt|em)?)(?![\w.-])")
_WIDE_PADDING = 2.5  # spaces; padding within a word is narrower
_SIDES = {"left": 3, "right": 1}  # the place of a side among the four lengths of a short form
_FLOWING = {"left": "start", "right": "end"}


def sides_with_room(given: Mapping[str, str]) -> list[str]:
    """Return the sides on which a browser shows room.

    Args:
        given: the value of each property of a style.

    Returns:
        `gapleft` or `gapright` for room that no word has inside, `roomleft` or `roomright` for
        narrower padding and for borders.
    """
    wide = "inline-block" in given.get("display", "") and _is_wide(
        given.get("width", given.get("min-width", ""))
    )
    found = []
    for side in _SIDES:
        padding = _side_lengths(given, "padding", side)
        far = any(_is_wide(one, _WIDE_PADDING) for one in padding)
        if wide or far or any(map(_is_wide, _side_lengths(given, "margin", side))):
            found.append(f"gap{side}")
        elif any(map(_is_wide, padding)) or _has_line(given, side):
            found.append(f"room{side}")
    return found


def _side_lengths(given: Mapping[str, str], name: str, side: str) -> list[str]:
    """Return all values of a style for the margin, or the padding, of one side."""
    lengths = (
        given.get(f"{name}-{side}"),
        given.get(f"{name}-inline-{_FLOWING[side]}"),
        _of_two(given.get(f"{name}-inline"), side),
        _of_four(given.get(name), side),
    )
    return [one for one in lengths if one]


def _has_line(given: Mapping[str, str], side: str) -> bool:
    lines = (given.get(f"border-{side}"), given.get("border"), given.get("border-style"))
    return any(_LINE.search(one) and not _NO_LINE.search(one) for one in lines if one)


def _of_four(value: str | None, side: str) -> str:
    """Return the length of a side in a short form: for all, for two pairs, or for each side."""
    lengths = (value or "").split()[:4]
    if not lengths:
        return ""
    places = {1: (0, 0, 0, 0), 2: (0, 1, 0, 1), 3: (0, 1, 2, 1), 4: (0, 1, 2, 3)}
    return lengths[places[len(lengths)][_SIDES[side]]]


def _of_two(value: str | None, side: str) -> str:
    lengths = (value or "").split()
    return lengths[0 if side == "left" else -1] if lengths else ""


def _is_wide(length: str, spaces: float = 1) -> bool:
    """Tell whether a length is at least as wide as so many spaces."""
    found = _LENGTH.fullmatch(length)
    return found is not None and float(found[1]) >= spaces * _LEAST[found[2]]
