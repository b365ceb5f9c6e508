"""Outlines: elements of OPML and of maps of DITA go in, lists come out.

The words of such an element stand in its attributes.
"""

from collections.abc import Mapping
from html import escape

from printkit.copyedit.xml_dialects.translation import Handler, OpenElement, Translation

_ADDRESSES = ("htmlurl", "url", "xmlurl", "href")
_END = "</li></ul>"


def _outline(work: Translation, element: OpenElement) -> None:
    """Write a line of an outline as an item, in the list of the item before."""
    given = element.given
    said = given.get("text") or given.get("title") or given.get("navtitle") or ""
    address = next((given[one] for one in _ADDRESSES if given.get(one)), "")
    words = said if "<" in said else escape(said)
    if address:
        is_empty = work.source.endswith("/>", 0, work.position)
        words = words or (escape(address) if is_empty else "")
        words = f'<a href="{escape(address)}">{words}</a>'
    note = given.get("_note") or given.get("description") or ""
    words += f"<p>{escape(note)}</p>" if note else ""
    opening = "<ul><li>"
    while len(work.pieces) > 1 and not work.pieces[-1].strip():
        work.pieces.pop()
    if work.pieces and work.pieces[-1] == _END:
        work.pieces[-1] = "</li>"
        opening = "<li>"
    element.start = len(work.pieces)
    work.write(f"{opening}{words}")
    element.closing = _END


HANDLERS: Mapping[str, Handler] = {"outline": _outline, "topicref": _outline}
"""What is written for each name."""
