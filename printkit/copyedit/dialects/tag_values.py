"""Tag values: a tag such as `{{ page.title }}` goes in, the value that the tag names comes out."""

import re
from collections.abc import Mapping

from printkit.copyedit.dialects import jekyll
from printkit.copyedit.removals import Removals
from printkit.text.patterns import regex

# A filter that makes an address of a text, or leaves the text as it is.
_LITERAL = regex(
    r"\s*(?:\"([^\"]*)\"|'([^']*)')\s*(?:\|\s*(?:relative_url|absolute_url|prepend|append|relurl|absurl"
    r"|rellangurl|abslangurl|url|url_for|asset_url|escape|strip|markdownify|safe)\b.*)?",
    re.DOTALL | re.IGNORECASE,
)
_ASSIGNED = regex(r"\s*([\w-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')\s*$")


class TagValues:
    """The values that tags of one body may name: fields of the record, and values that tags set.

    Args:
        fields: the fields of the record, by the names that sites give these fields.
        removals: gets the source of each value that is printed, and each tag without a value.
    """

    def __init__(self, fields: Mapping[str, str], removals: Removals) -> None:
        self._fields = fields
        self._removals = removals
        self._set: dict[str, str] = {}

    def keep(self, name: str, said: str) -> None:
        """Keep the value that a tag sets; other tags set none.

        Args:
            name: of the tag.
            said: all that stands behind the name.
        """
        assigned = _ASSIGNED.match(said) if name == "assign" else None
        if assigned:
            self._set[assigned[1]] = assigned[2] or assigned[3] or ""
        if name == "capture":
            # The words stand where the site keeps them for later.
            self._set[said.strip()] = ""

    def find(self, name: str, said: str) -> str | None:
        """Return the value that a tag names; None if nobody knows the value.

        Args:
            name: of the tag; empty for a tag in double braces.
            said: all that stands behind the name.
        """
        literal = _LITERAL.fullmatch(said)
        if not name and literal:
            self._removals.rewrite("value", said)
            return literal[1] or literal[2] or ""
        asked = said.partition("|")[0].strip().strip("\"'")
        value = "" if asked in jekyll.SITE_PREFIXES else self._set.get(asked)
        if value is None:
            value = self._fields.get(asked.removeprefix("page.").lower())
        if value is not None:
            self._removals.rewrite("value", said)
        elif name:
            self._removals.note(f"{name} shortcode", said, f"shortcode {name}")
        return value
