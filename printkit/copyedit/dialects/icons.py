"""Icons: a reader goes in, and comes out with a rule for names of icons, such as `:fa-home:`.

Themes of MkDocs and Hexo draw a picture from a font in the place of such a name. A name such as
`:smile:` has no collection before it, and stays.
"""

from typing import TYPE_CHECKING

from printkit.copyedit.dialects.reading import removals_of
from printkit.text.patterns import regex

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline

_ICON = regex(
    r":(?P<name>(?:material|fontawesome|octicons|simple|fa|fas|far|fab|mdi|icon)-[a-z0-9-]{1,80}):"
    r"(?:\{[^{}\n]{0,100}\})?"
)


def read_icons(reader: "MarkdownIt") -> None:
    """Let a reader take the names of icons out of the text."""
    reader.inline.add_terminator_char(":")
    reader.inline.ruler.before("escape", "icon", _read_icon)


def _read_icon(state: "StateInline", silent: bool) -> bool:
    found = _ICON.match(state.src, state.pos) if state.src[state.pos] == ":" else None
    if found is None or found.end() > state.posMax:
        return False
    if not silent:
        removals_of(state.env).note("icon", found["name"])
        removals_of(state.env).rewrite("icon", found[0])
    state.pos = found.end()
    return True
