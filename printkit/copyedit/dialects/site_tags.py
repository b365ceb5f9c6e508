"""Site tags: the values that hold the shortcodes of a body, and the language of the body's site."""

from collections.abc import Callable, Mapping
from html import escape
from typing import NamedTuple

from printkit.copyedit.dialects.forms import Inline
from printkit.copyedit.dialects.tags import HiddenTags


class Site(NamedTuple):
    """The parts of a body that are written in the language of its site.

    Attributes:
        tags: the tags that marks in the body stand for.
        fields: the values that tags may name, such as `title`.
        as_written: makes HTML of the source of a tag.
        inline: makes HTML of the words in an argument.
    """

    tags: HiddenTags
    fields: Mapping[str, str]
    as_written: Callable[[str], str]
    inline: Inline

    @classmethod
    def without_tags(cls) -> "Site":
        """Return a site for a body in which no tag is hidden."""
        return cls(HiddenTags(), {}, str, escape)


class Shortcode(NamedTuple):
    """A shortcode as it stands in a body.

    Attributes:
        kind: `bracket` for WordPress, `component` for an element such as `<TabItem>`, else the
            kind of a `Tag`.
        name: of the shortcode.
        said: all that stands behind the name.
        closes: whether the shortcode ends the words of another one.
        alone: whether the shortcode says itself that no closing shortcode follows.
        written: the shortcode as the body has it.
    """

    kind: str
    name: str
    said: str
    closes: bool
    alone: bool
    written: str
