"""Fill holes: takes pieces of safe HTML and holes, gives markup without holes."""

from collections.abc import Callable

from markupsafe import Markup

from printkit.copyedit.clean_copy import CleanText, Hole


def fill_holes(text: CleanText, fill: Callable[[Hole], str]) -> Markup:
    """Join the pieces of a clean text, and fill each hole.

    Args:
        text: the pieces and holes that copy-editing gives.
        fill: returns the HTML for a hole: an escaped text, or the markup that a template made.
    """
    filled = (fill(piece) if isinstance(piece, tuple) else piece for piece in text)
    # Only copy-editing makes SafeHtml, and `fill` escapes: no other text of a record is markup.
    return Markup("".join(filled))
