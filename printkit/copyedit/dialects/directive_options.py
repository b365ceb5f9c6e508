"""Options of directives: lines such as `:link: https://e.org` go in, links and remarks come out."""

from collections.abc import Mapping
from html import escape

from printkit.copyedit.dialects.calls import Call
from printkit.copyedit.removals import Removals

_LINKS = ("link", "target", "url")
# Names of places, and settings that only MyST has.
_SETTINGS = frozenset(
    ["name", "label", "depth", "maxdepth", "nonumber", "delim", "widths", "figwidth"]
)


def link_of(options: Mapping[str, str]) -> str:
    """Return a line of HTML with the address that the options name; an empty text if none do."""
    given = [options.get(name, "") for name in _LINKS]
    address = next((one for one in given if one.startswith(("http://", "https://"))), "")
    shown = escape(address)
    return f'<p><a href="{shown}">{shown}</a></p>' if address else ""


def tell_options(
    name: str, options: Mapping[str, str], printed: tuple[str, ...], removals: Removals
) -> None:
    """Note the options with words or addresses that are not printed.

    Args:
        name: of the directive.
        options: of the directive.
        printed: the names of the options whose values are printed.
        removals: gets the other options.
    """
    linked = link_of(options)
    left = {
        key: value
        for key, value in options.items()
        if key not in (*printed, *_SETTINGS) and value and escape(value) not in linked
    }
    said = " ".join(f"{key}={_quoted(value)}" for key, value in left.items())
    for key, words in Call(name, said, paired=True).unused():
        removals.note(key, words, f"directive {name}")


def _quoted(value: str) -> str:
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
