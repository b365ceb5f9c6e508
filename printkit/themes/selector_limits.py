"""Limits of selectors: takes a style sheet, names each rule whose selectors are too many.

WeasyPrint writes the selector of a rule into each selector of the rules within. So two selectors in
each of 25 rules, of which each stands in the rule before, make 33 million.
"""

from collections.abc import Iterator, Sequence

import tinycss2
from tinycss2.ast import Node

from printkit.themes.declarations import Mention, inner_nodes, significant

# Characters, with the selectors of the rules around. The longest of printkit's own has 300.
LONGEST_SELECTOR = 10_000
# Elements, classes and signs of one selector. Printkit's longest has 17. WeasyPrint makes a Python
# expression with three brackets of each, and Python reads 200 brackets.
MOST_STEPS = 50
MOST_RULES = 5_000


def selector_excesses(text: str) -> Iterator[Mention]:
    """Yield the place of each rule that has too many selectors, with the reason.

    Args:
        text: a style sheet, with few brackets around each place.
    """
    for rules, (rule, length, steps) in enumerate(_rules(text), 1):
        if steps > MOST_STEPS:
            told = f"a selector of this rule has more than {MOST_STEPS} parts"
            yield Mention(rule.source_line, f"{told}, with the selectors of the rules around")
        elif length > LONGEST_SELECTOR:
            told = f"the selectors of this rule have more than {LONGEST_SELECTOR:,} characters"
            yield Mention(rule.source_line, f"{told}, with the selectors of the rules around")
        if rules > MOST_RULES:
            yield Mention(rule.source_line, f"there are more than {MOST_RULES:,} rules")
            return


def _rules(text: str) -> Iterator[tuple[Node, int, int]]:
    """Yield each rule, with the characters of its selectors and the parts of the longest one.

    Both count as WeasyPrint writes the selectors.
    """
    waiting = [(one, 0, 0) for one in tinycss2.parse_stylesheet(text, True, True)]
    while waiting:
        rule, around, steps = waiting.pop()
        if rule.type not in ("qualified-rule", "at-rule") or rule.content is None:
            continue
        is_selected = rule.type == "qualified-rule"
        groups = _groups(rule.prelude) if is_selected else []
        length = len(tinycss2.serialize(rule.prelude)) if is_selected else 0
        length += _copies(groups) * around if is_selected else around
        steps += max(map(_steps, groups), default=0)
        yield rule, length, steps
        if length <= LONGEST_SELECTOR and steps <= MOST_STEPS:
            within = tinycss2.parse_blocks_contents(rule.content, True, True)
            waiting += [(one, length, steps) for one in within]


def _copies(groups: Sequence[Sequence[Node]]) -> int:
    """Return how often WeasyPrint writes the selector around into the selectors of a rule."""
    nested = sum(group.count("&") for group in groups)
    return sum(max(1, nested if "&" in group else 1) for group in groups)


def _steps(selector: Sequence[Node]) -> int:
    """Return the number of elements, classes and signs of a selector, also in its brackets."""
    return sum(
        1 + max(map(_steps, _groups(inner_nodes(one))), default=0) for one in significant(selector)
    )


def _groups(nodes: Sequence[Node]) -> list[list[Node]]:
    """Return the selectors between the commas."""
    groups: list[list[Node]] = [[]]
    for node in nodes:
        if node == ",":
            groups.append([])
        else:
            groups[-1].append(node)
    return groups
