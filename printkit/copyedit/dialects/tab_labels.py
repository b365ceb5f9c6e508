"""Labels of tabs: the calls of shortcodes go in, and each tab comes out with its label.

Some themes write the labels of all tabs into the shortcode around the tabs:
`{{< tabs items="JSON,YAML" >}}`.
"""

import re

from printkit.copyedit.dialects.calls import Call
from printkit.copyedit.removals import Removals
from printkit.text.patterns import regex

_NAME = regex(r"(?:tabs?|tab-?(?:set|group|pane)|code-?tabs)", re.IGNORECASE)
_SIGNS = " \t\n[]\"'"


class TabLabels:
    """The labels of the tabs of one body.

    Args:
        removals: gets each label that no tab takes.
    """

    def __init__(self, removals: Removals) -> None:
        self._removals = removals
        self._listed: list[str] = []  # the labels of the shortcode that was read last
        self._around: list[list[str]] = []

    def give(self, call: Call, *, is_panel: bool) -> None:
        """Give a tab its label, or keep the labels that a shortcode lists for its tabs."""
        self._listed = []
        if is_panel and self._around and self._around[-1]:
            label = self._around[-1].pop(0)
            if not call.label(label):
                self._removals.note("label of a tab", label, f"shortcode {call.name}")
        elif call.paired and _NAME.fullmatch(call.name):
            labels = call.take("items").split(",")
            self._listed = [label for one in labels if (label := one.strip(_SIGNS))]

    def open(self) -> None:
        """Go into the shortcode that was read last."""
        self._around.append(self._listed)
        self._listed = []

    def close(self) -> None:
        """Leave the innermost shortcode; note its labels that no tab has taken."""
        for label in self._around.pop() if self._around else ():
            self._removals.note("label of a tab", label)
