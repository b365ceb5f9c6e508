"""Room of a style: the declarations of an element go in, the sides with room come out.

Margins, padding and borders part words on a web page as a space does.
"""

from collections.abc import Mapping

from printkit.text.patterns import regex

_LENGTH = regex(r"(\d{1,4}(?:\.\d{1,6})?|\.\d{1,6})(px|pt|r?em|ex|ch|%|mm|cm|in|vw)")
# The least length, in each unit, that is as wide as a space.
_LEAST = {"px": 4.0, "pt": 3.0, "em": 0.25, "rem": 0.25, "ex": 0.5, "ch": 0.5, "%": 1.0,
          "mm": 1.0, "cm": 0.1, "in": 0.04, "vw": 0.5}  # fmt: skip
_LINE = regex(r"(?<![\w-])(solid|dashed|dotted|double|groove|ridge|inset|outset)(?![\w-])")
_NO_LINE = regex(r"(?<![\w.-])(none|hidden|transparent|0(px|pt|em)?)(?![\w.-])")
_SIDES = {"left": 3, "right": 1}  # the place of a side among the four lengths of a short form
_FLOWING = {"left": "start", "right": "end"}


def sides_with_room(given: Mapping[str, str]) -> list[str]:
    """Return `roomleft`, `roomright`, or both, for the sides on which a browser shows room.

    Args:
        given: the value of each property of a style.
    """
    wide = "inline-block" in given.get("display", "") and _is_wide(
        given.get("width", given.get("min-width", ""))
    )
    return [f"room{side}" for side in _SIDES if wide or _has_room(given, side)]


def _has_room(given: Mapping[str, str], side: str) -> bool:
    for name in ("margin", "padding"):
        lengths = (
            given.get(f"{name}-{side}"),
            given.get(f"{name}-inline-{_FLOWING[side]}"),
            _of_two(given.get(f"{name}-inline"), side),
            _of_four(given.get(name), side),
        )
        if any(_is_wide(one) for one in lengths if one):
            return True
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


def _is_wide(length: str) -> bool:
    found = _LENGTH.fullmatch(length)
    return found is not None and float(found[1]) >= _LEAST[found[2]]
