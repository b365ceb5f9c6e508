"""Give printed lines a text: programs that read the PDF get the text that was laid out.

Takes a line that WeasyPrint drew; gives the same glyphs at the same places, with a text for each
glyph. Wraps WeasyPrint's `draw_first_line`.

WeasyPrint gives each glyph one text in the whole document: the text of the cluster in which the
glyph is drawn first. If the glyph of `o` is first drawn below a mark, every `o` of the article has
the wrong text. Here the text of a glyph is its own letter. A cluster whose letters are not the
texts of its glyphs gets an `/ActualText` (ISO 32000-1, 14.9.4).

runs.py       the runs of a line, as Pango shaped them
clusters.py   the clusters of a line: their glyphs and their letters
speller.py    the texts of the glyphs of one font, and the clusters that need an `/ActualText`
passages.py   the parts of a line that share one `/ActualText`, or need none
script_texts.py  the texts of powers and indices, which the markup gives
splitting.py  the operators that draw a line, with `/ActualText` round some glyphs
"""

import inspect
from functools import wraps
from threading import Lock
from typing import Any

from printkit.press.spelling.clusters import clusters_of
from printkit.press.spelling.passages import known_in, passages_of
from printkit.press.spelling.script_texts import script_passage
from printkit.press.spelling.splitting import with_texts

__all__ = ["watch"]

MAJOR_VERSION = "70"
SIGNATURE = ("stream", "textbox", "text_overflow", "block_ellipsis", "matrix")

_wrapping = Lock()


def watch_lines() -> bool:
    """Give each line that WeasyPrint draws from now on its text, in every thread.

    A second call changes nothing.

    Returns:
        False if this version of WeasyPrint is not known; then lines are left as they are.
    """
    import weasyprint
    from weasyprint.draw import text

    with _wrapping:
        draw: Any = text.draw_first_line
        if hasattr(draw, "printkit_original"):
            return True
        known = weasyprint.VERSION.split(".")[0] == MAJOR_VERSION
        if not known or tuple(inspect.signature(draw).parameters) != SIGNATURE:
            return False
        text.draw_first_line = _spelling(draw)
    return True


def _spelling(draw: Any) -> Any:
    @wraps(draw)
    def drawn(stream: Any, textbox: Any, *rest: Any) -> Any:
        begun = len(stream.stream)
        emojis = draw(stream, textbox, *rest)
        if len(stream.stream) > begun:
            clusters = clusters_of(stream, textbox, known_in)
            passages = passages_of(clusters, _closeness(textbox))
            if script := script_passage(textbox, clusters):
                passages = [script]
            if any(passage.text is not None for passage in passages):
                stream.stream[begun:] = with_texts(stream.stream[begun:], passages)
        return emojis

    drawn.printkit_original = draw  # type: ignore[attr-defined]
    return drawn


def _closeness(textbox: Any) -> float:
    """Return how much a negative letter spacing moves letters to the left.

    The result is in thousandths of the font size. Pango moves a letter, but not the place of the
    letter's marks.
    """
    spacing = textbox.style["letter_spacing"]
    return 0 if spacing == "normal" else max(0, -1000 * spacing / textbox.style["font_size"])
