"""Clean text becomes markup: takes pieces of safe HTML and holes, gives one text without holes."""

from collections.abc import Callable

from markupsafe import Markup

from printkit.copyedit.clean_copy import CleanText, Hole


def fill_holes(text: CleanText, fill: Callable[[Hole], str]) -> Markup:
    """Join the pieces of a clean text, with something put into each hole.

    Args:
        text: as copy-editing hands it on.
        fill: returns what goes into a hole: escaped, or written by a template.
    """
    filled = (fill(piece) if isinstance(piece, tuple) else piece for piece in text)
    # Only copy-editing makes SafeHtml, and `fill` escapes: no other text of a record is markup.
    return Markup("".join(filled))
