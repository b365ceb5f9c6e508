"""The body of an article: takes clean copy, pictures and a dateline, gives markup."""

from collections.abc import Callable

from markupsafe import Markup

from printkit.article import Article
from printkit.copyedit.clean_copy import Copy, DatelineHole, FigureHole, Hole
from printkit.markup.cross_references import CrossReferences
from printkit.markup.figures import ShownPictures
from printkit.markup.holes import fill_holes
from printkit.markup.templates import fill_part
from printkit.text.repeats import each_once


def dateline_of(article: Article) -> str:
    """Return the words that stand before the text: the dateline, else the place of writing."""
    if article.dateline or not article.location:
        return article.dateline or ""
    place = article.location
    return ", ".join(each_once(place.name, place.region, place.country))


def hole_filler(
    pictures: ShownPictures, dateline: str, links: CrossReferences, own: str | None = None
) -> Callable[[Hole], str]:
    """Return a function that gives the HTML for each hole of a body and of its notes.

    Args:
        pictures: the pictures of the body.
        dateline: the words that stand before the text, on its first line; may be empty.
        links: gives the address and the page number of each link to another article.
        own: the folder of the user's own templates.
    """

    def fill(hole: Hole) -> str:
        match hole:
            case FigureHole(number, in_line):
                macro = "inline" if in_line else "figure"
                return fill_part("parts/figure.html", macro, pictures.body[number], own=own)
            case DatelineHole(in_paragraph):
                macro = "dateline" if in_paragraph else "paragraph"
                part = "parts/dateline.html"
                return fill_part(part, macro, dateline, own=own) if dateline else ""
            case _:
                return links.fill(hole)

    return fill


def set_body(
    copy: Copy,
    pictures: ShownPictures,
    dateline: str,
    links: CrossReferences,
    own: str | None = None,
) -> Markup:
    """Put pictures, dateline and references into the body.

    Args:
        copy: the clean copy.
        pictures: the pictures of the same copy.
        dateline: the words that stand before the text, on its first line; may be empty.
        links: gives the address and the page number of each link to another article.
        own: the folder of the user's own templates.
    """
    return fill_holes(copy.body, hole_filler(pictures, dateline, links, own))
