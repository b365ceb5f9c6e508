"""Texts of scripts: takes a line of a power or an index, gives the text that stands behind it.

Copy-editing writes these texts into attributes, since only copy-editing knows whether a raised 3
is a power.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from printkit.press.spelling.clusters import Cluster
from printkit.press.spelling.passages import Passage

if TYPE_CHECKING:
    from weasyprint.formatting_structure.boxes import TextBox


def script_passage(textbox: TextBox, clusters: Sequence[Cluster]) -> Passage | None:
    """Return the whole line as one passage with its text; None if markup gives the line no text.

    Args:
        textbox: the line, a `TextBox`; a part of a text that goes on in the next line gets no text.
        clusters: the clusters of the line.
    """
    given = getattr(textbox.element, "attrib", {})
    said, before, behind = (given.get(f"data-{name}") for name in ("said", "before", "after"))
    text = "".join(one.text for one in clusters)
    alike = {(one.digits, one.leftwards) for one in clusters}
    whole = (textbox.element.text or "").strip() if given else ""
    if not (said or before or behind) or whole != text.strip() or len(alike) != 1:
        return None
    if any(one.leftwards for one in clusters):
        return None
    widths = [one.font.widths.get(glyph, 0) for one in clusters for glyph in one.glyphs]
    told = f"{before or ''}{said or text}{behind or ''}"
    return Passage(tuple(widths), clusters[0].digits, told)
