"""Check calculations of CSS: takes the node of `calc(2mm + 5%)`, gives the kinds of its value.

WeasyPrint raises an exception on some calculations that give no value, such as `calc(12 pt)`.
CSS Values 4, 10.8 says of which kinds the parts of a sum and of a product are.
"""

from collections.abc import Iterator, Sequence

from tinycss2.ast import Node

from printkit.themes.declarations import significant

LENGTH_UNITS = {
    *("px", "pt", "pc", "in", "cm", "mm", "q"),
    *("em", "rem", "ex", "rex", "ch", "rch", "ic", "ric", "cap", "rcap", "lh", "rlh"),
    *("vw", "vh", "vi", "vb", "vmin", "vmax"),
    *(f"{size}{side}" for size in "sld" for side in ("vw", "vh", "vi", "vb", "vmin", "vmax")),
}
# The least and the greatest number of arguments of each function.
_ARGUMENTS = {
    **{"calc": (1, 1), "abs": (1, 1), "clamp": (3, 3), "round": (1, 3), "mod": (2, 2)},
    **{"rem": (2, 2), "min": (1, 99), "max": (1, 99), "hypot": (1, 99)},
}
# Functions that take numbers, and give a number.
_OF_NUMBERS = {"pow": (2, 2), "sqrt": (1, 1), "log": (1, 2), "exp": (1, 1), "sign": (1, 1)}
_ROUNDINGS = ("nearest", "up", "down", "to-zero")
_CONSTANTS = ("e", "pi")
_Kinds = frozenset[str]
_NOTHING: _Kinds = frozenset()
_NUMBER: _Kinds = frozenset(("number",))


def calculated_kinds(node: Node) -> frozenset[str]:
    """Return the kinds of a calculation: number, length, percentage; both for `calc(1mm + 5%)`.

    Returns:
        An empty set for a calculation without a value, and for a node that is no calculation.
    """
    if node.type != "function" or node.lower_name not in _ARGUMENTS | _OF_NUMBERS:
        return _NOTHING
    name = node.lower_name
    least, most = (_ARGUMENTS | _OF_NUMBERS)[name]
    parts = list(split_at_commas(node))
    if name == "round" and len(parts[0]) == 1 and getattr(parts[0][0], "value", "") in _ROUNDINGS:
        parts = parts[1:]
    kinds = [_sum_kinds(one) for one in parts]
    if not least <= len(kinds) <= most:
        return _NOTHING
    if name in _OF_NUMBERS:
        return _NUMBER if all(one == _NUMBER for one in kinds) else _NOTHING
    found = _joined(kinds)
    # WeasyPrint fails on `clamp()` with numbers (resolve_math in css/__init__.py).
    return _NOTHING if name == "clamp" and found == _NUMBER else found


def split_at_commas(function: Node) -> Iterator[list[Node]]:
    """Yield the arguments of a function, which stand between commas."""
    part: list[Node] = []
    for node in significant(function.arguments):
        if node == ",":
            yield part
            part = []
        else:
            part.append(node)
    yield part


def _joined(kinds: Sequence[_Kinds]) -> _Kinds:
    """Return the kinds of values that are added or compared: a number fits numbers alone."""
    together = frozenset[str]().union(*kinds)
    if not all(kinds) or ("number" in together and together != _NUMBER):
        return _NOTHING
    return together


def _sum_kinds(nodes: Sequence[Node]) -> _Kinds:
    products: list[list[Node]] = [[]]
    for node in nodes:
        if node in ("+", "-"):
            products.append([])
        else:
            products[-1].append(node)
    return _joined([_product_kinds(one) for one in products])


def _product_kinds(nodes: Sequence[Node]) -> _Kinds:
    """Return the kinds of values between signs of multiplication and division."""
    # Values stand at even places, and signs between the values.
    if len(nodes) % 2 == 0 or any(one not in ("*", "/") for one in nodes[1::2]):
        return _NOTHING
    found = _value_kinds(nodes[0])
    for sign, node in zip(nodes[1::2], nodes[2::2], strict=True):
        kinds = _value_kinds(node)
        if sign == "/" and getattr(node, "value", 1) == 0:
            return _NOTHING
        if kinds == _NUMBER:
            continue
        if not kinds or sign == "/" or found != _NUMBER:
            return _NOTHING
        found = kinds
    return found


def _value_kinds(node: Node) -> _Kinds:
    if node.type == "dimension":
        return frozenset(("length",)) if node.lower_unit in LENGTH_UNITS else _NOTHING
    if node.type == "() block":
        return _sum_kinds([*significant(node.content)])
    if node.type == "ident":
        return _NUMBER if node.lower_value in _CONSTANTS else _NOTHING
    if node.type in ("number", "percentage"):
        return frozenset((node.type,))
    return calculated_kinds(node)
