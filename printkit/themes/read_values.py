"""Put values in the place of `var()`: takes the declarations of a theme, gives whole values.

WeasyPrint does the same for each element of a page, and names neither the theme nor the token in
its message on a wrong value.
"""

from collections.abc import Iterable, Iterator

import tinycss2
from tinycss2.ast import FunctionBlock, Node, ParenthesesBlock

from printkit.themes.declarations import Declaration, significant
from printkit.themes.printkit_styles import scanned_style

# A value that reads more properties is not known: two properties that each read the next one twice
# would make a value of endless length.
_MOST_READ = 200
_DEEPEST = 32


class ReadValues:
    """The values of custom properties in each rule of a theme, and in `:root` of printkit's base.

    Args:
        settings: the declarations of the theme.
    """

    def __init__(self, settings: Iterable[Declaration]) -> None:
        self._rules: dict[str, dict[str, Declaration]] = {":root": {}}
        base = scanned_style("printkit:base/tokens.css").declarations
        for one in (*(each for each in base if each.selector == ":root"), *settings):
            if one.name.startswith("--"):
                self._rules.setdefault(one.selector, {})[one.name] = one

    def loop_of(self, one: Declaration) -> str:
        """Say by which property a custom property reads its own value; empty if it does not."""
        # `var()` in another rule may read the value of an element further out, which is no circle.
        rule = self._rules.get(one.selector, {}) if one.name.startswith("--") else {}
        told = f"so {one.name} has no value; write a value in the place of var()"
        reached: set[str] = set()
        waiting = [(each.text, each.text) for each in one.used if rule]
        while waiting:
            first, name = waiting.pop()
            if name == one.name:
                through = "" if first == name else f" through {first}"
                return f"{one.name} reads its own value{through}, {told}"
            if name not in reached:
                reached.add(name)
                used = {each.text for each in rule[name].used} if name in rule else ()
                waiting += [(first, each) for each in sorted(used)]
        return ""

    def read_by(self, one: Declaration) -> Iterator[Declaration]:
        """Yield the declarations whose values a declaration reads, directly or not."""
        reached: set[Declaration] = set()
        waiting = [one]
        while waiting:
            current = waiting.pop()
            for name in current.used:
                found = self._find(name.text, current.selector)
                if found and found not in reached:
                    reached.add(found)
                    waiting.append(found)
                    yield found

    def whole_value(self, one: Declaration) -> str:
        """Return the value of a declaration with the values that `var()` reads.

        The value keeps a `var()` that reads a property without a known value.
        """
        nodes = tinycss2.parse_component_value_list(one.text)
        reads = iter(range(_MOST_READ))
        whole = tinycss2.serialize(self._replaced(nodes, one.selector, reads, 0))
        return " ".join(whole.replace("/**/", " ").split())

    def _find(self, name: str, selector: str) -> Declaration | None:
        rule = self._rules.get(selector, {})
        return rule.get(name) or self._rules[":root"].get(name)

    def _replaced(
        self, nodes: Iterable[Node], selector: str, reads: Iterator[int], depth: int
    ) -> list[Node]:
        replaced: list[Node] = []
        for node in nodes:
            if node.type == "function" and node.lower_name == "var":
                replaced += self._read(node, selector, reads, depth)
            elif node.type == "function":
                inner = self._replaced(node.arguments, selector, reads, depth)
                replaced.append(FunctionBlock(0, 0, node.name, inner))
            elif node.type == "() block":
                inner = self._replaced(node.content, selector, reads, depth)
                replaced.append(ParenthesesBlock(0, 0, inner))
            else:
                replaced.append(node)
        return replaced

    def _read(self, var: Node, selector: str, reads: Iterator[int], depth: int) -> list[Node]:
        """Return the nodes that one `var()` reads, its fallback, or `var()` itself."""
        if depth == _DEEPEST or next(reads, None) is None:
            return [var]
        arguments = list(significant(var.arguments))
        name, fallback = getattr(arguments[0], "value", "") if arguments else "", arguments[2:]
        if found := self._find(name, selector):
            text, _, _ = found.text.partition("!")
            nodes = tinycss2.parse_component_value_list(text)
            return self._replaced(nodes, found.selector, reads, depth + 1)
        return self._replaced(fallback, selector, reads, depth + 1) if fallback else [var]
