"""Clean copy as one string of HTML, to compare with the HTML that a test expects.

write_html(copy.body)        each picture is an empty element with its number
write_safe_html(copy.body)   only the HTML that copy-editing has certified
lose_pictures(copy)          the pictures of a copy, each as a lost picture

The first two functions leave out the texts of powers and indices, which stand in attributes.
"""

import re

from printkit.copyedit.clean_copy import AddressHole, CleanText, Copy, FigureHole, Hole
from printkit.pages import Gathered, LostPicture


def write_html(text: CleanText) -> str:
    """Return a clean text with its pictures shown and its addresses written out."""
    html = "".join(_written(piece) if isinstance(piece, tuple) else piece for piece in text)
    return re.sub(r' data-(?:said|before|after)="[^"]*"', "", html)


def write_safe_html(text: CleanText) -> str:
    """Return a clean text with its addresses written out and without its pictures."""
    return write_html(tuple(piece for piece in text if not isinstance(piece, FigureHole)))


def lose_pictures(copy: Copy) -> Gathered:
    """Return the pictures of a copy as lost pictures."""
    return Gathered(tuple(LostPicture(image, "gone") for image in copy.images))


def _written(hole: Hole) -> str:
    match hole:
        case FigureHole(number, in_line):
            shown = f'data-figure="{number}">'
            return f"<img {shown}" if in_line else f"<figure {shown}</figure>"
        case AddressHole(_, written):
            return written
        case _:
            return ""
