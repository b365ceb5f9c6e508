"""Tables: the name of a shortcode or a tag goes in, the meaning of the shortcode comes out."""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from printkit.copyedit.dialects import confluence, forms, hugo, jekyll, joomla_forms, wordpress
from printkit.copyedit.dialects.called_tags import Tag
from printkit.copyedit.dialects.forms import Form
from printkit.text.patterns import regex

Sense = Literal["form", "listing", "address", "value", "comment", "raw", "control", "unknown"]


class Meaning(NamedTuple):
    """The meaning of a shortcode.

    Attributes:
        sense: the kind of the shortcode; `form` and `listing` have a form.
        form: writes the shortcode.
    """

    sense: Sense
    form: Form | None = None


_VARIANT = regex(r"([-_]?(simple|lite|shortcode))$")
_UNKNOWN = Meaning("unknown")
_LISTING = Meaning("listing", forms.listing)


def shortcode_meaning(kind: str, name: str) -> Meaning:
    """Return the meaning of a shortcode.

    Args:
        kind: `bracket` for WordPress, `component` for an element such as `<TabItem>`, else the
            kind of a `Tag`.
        name: of the shortcode; of an include the name of the file.
    """
    if kind == "bracket":
        form = wordpress.form_of(name)
        if name in wordpress.LISTINGS:
            return _LISTING
        return Meaning("form", form) if form else _UNKNOWN
    if kind == "value" or (kind == "shortcode" and name in hugo.VALUES):
        return Meaning("value")
    if kind in ("shortcode", "component"):
        name = _VARIANT.sub("", name.lower())
        return _of_table(name, hugo.FORMS.get(name), hugo.LISTINGS, hugo.ADDRESSES)
    if kind == "liquid":
        return _of_liquid(name)
    if kind == "brace":
        return _of_table(name, joomla_forms.FORMS.get(name), frozenset(), frozenset())
    if kind == "confluence":
        return _of_table(name, confluence.FORMS.get(name), confluence.LISTINGS, frozenset())
    return Meaning("comment")


def _of_table(
    name: str, form: Form | None, listings: frozenset[str], addresses: frozenset[str]
) -> Meaning:
    if name in listings:
        return _LISTING
    if name in addresses:
        return Meaning("address")
    return Meaning("form", form) if form else _UNKNOWN


def _of_liquid(name: str) -> Meaning:
    if name in jekyll.RAW:
        return Meaning("raw")
    if name in jekyll.COMMENTS:
        return Meaning("comment")
    if name in jekyll.CONTROL:
        return Meaning("control")
    return _of_table(name, jekyll.FORMS.get(name), jekyll.LISTINGS, jekyll.ADDRESSES)


def named_include(said: str) -> tuple[str, str]:
    """Return the name that the file of an include gives, and the other arguments.

    `figure.html src="a.jpg"` is the figure; `note.liquid` is a note.
    """
    file, _, rest = said.strip().partition(" ")
    file = file.strip("\"',").rpartition("/")[2]
    return file.partition(".")[0].lstrip("_").lower(), rest.lstrip(", ")


def stand_alone(tags: Sequence[Tag]) -> bool:
    """Tell whether tags that are all of a line are blocks, and no part of a sentence."""
    for tag in tags:
        meaning = shortcode_meaning(tag.kind, tag.name)
        in_line = meaning.sense in ("address", "value") or tag.kind == "comment"
        if in_line or meaning.form is forms.line:
            return False
    return True
