"""YAML as text: YAML goes in, mappings and lists of text come out.

A scalar stays the text that the author wrote. Aliases and deep nesting are refused.
"""

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode

from printkit.readers.decoding import readable

_DEEPEST = 50
_NULLS = ("", "~", "null", "Null", "NULL")


class TextLoader(yaml.BaseLoader):
    """A loader of one YAML document: an unquoted null becomes None, every other scalar a text.

    Attributes:
        repeated: the keys that are given more than once; their last value was taken.
        lost: the number of characters that could not be read.
    """

    def __init__(self, source: str) -> None:
        super().__init__(source)
        self.repeated: dict[str, None] = {}
        self.lost = 0
        self._depth = 0

    def compose_node(self, parent: Node | None, index: int) -> Node | None:
        """Compose a node; refuse aliases, and nodes that are nested too deeply."""
        if self.check_event(yaml.AliasEvent):
            # Aliases are refused: a few lines of nested aliases expand to gigabytes (the "billion
            # laughs" attack).
            mark = self.get_event().start_mark  # type: ignore[no-untyped-call]
            raise yaml.composer.ComposerError(None, None, "aliases (*name) are not read", mark)
        if self._depth >= _DEEPEST:
            raise RecursionError
        self._depth += 1
        node = super().compose_node(parent, index)
        self._depth -= 1
        return node

    def construct_scalar(  # type: ignore[override]  # the stubs know no null
        self, node: ScalarNode
    ) -> str | None:
        """Return a scalar as text, and a bare null as None."""
        # BaseLoader makes every scalar a text, and keeps YAML 1.1 from reading `no` as false.
        # A node without a style has no quotation marks: `"null"` is a text, and `null` is None.
        if node.style is None and node.value in _NULLS:
            return None
        text, lost = readable(str(super().construct_scalar(node)))
        self.lost += lost
        return text

    def construct_mapping(self, node: MappingNode, deep: bool = False) -> dict[object, object]:
        """Return a mapping, and note the keys that the mapping has twice."""
        # YAML 1.2 (3.2.1.3) forbids equal keys, but PyYAML takes the last without a word.
        seen = set()
        for key in (key.value for key, _ in node.value if isinstance(key, ScalarNode)):
            if key in seen:
                self.repeated[key] = None
            seen.add(key)
        return super().construct_mapping(node, deep=deep)
