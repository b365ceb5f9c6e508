"""Clean copy: the values that copy-editing hands on to markup.

A text is a tuple of pieces of safe HTML, with typed holes between them. A hole is a place that
only markup can fill: with a picture, with the dateline in the article's language, or with the
page on which another article of the issue is printed.
"""

from dataclasses import dataclass
from typing import NamedTuple, NewType, TypeAlias

from printkit.article import Image
from printkit.remarks import Remark, Removed

SafeHtml = NewType("SafeHtml", str)
"""HTML that may be printed as it is. Only copy-editing makes such HTML."""


class DatelineHole(NamedTuple):
    """The place of the dateline, at the beginning of the body.

    Attributes:
        in_paragraph: whether the hole is inside the first paragraph; outside of it, the
            dateline needs a paragraph of its own.
    """

    in_paragraph: bool


class FigureHole(NamedTuple):
    """The place of a picture.

    Attributes:
        number: the index of the picture in `Copy.figures`.
        in_line: whether the picture stands within a line of text, or on a line of its own.
    """

    number: int
    in_line: bool


class AddressHole(NamedTuple):
    """The value of a link's `href`: a web address, or the place of another article of the issue.

    Attributes:
        url: the web address.
        written: the same address, escaped for the attribute.
    """

    url: str
    written: SafeHtml


class PageHole(NamedTuple):
    """The place behind a link for the page number of another article of the issue.

    Attributes:
        url: the web address that the link leads to.
        in_brackets: whether the hole is inside the brackets around a printed address.
    """

    url: str
    in_brackets: bool


Hole: TypeAlias = DatelineHole | FigureHole | AddressHole | PageHole
CleanText: TypeAlias = tuple[SafeHtml | Hole, ...]
"""Safe HTML, cut into pieces at its holes."""


class Note(NamedTuple):
    """A note at the article's end: an address that the body links to, or a note of the body.

    Attributes:
        number: counted from 1 in order of first mention.
        url: the address, absolute, of scheme http, https, mailto or tel; empty if the note has
            a text.
        text: the text of a note of the body; empty if the note is an address.
        blocks: the words of the text, block by block.
        mark: the id of the first mark that leads to the text; empty if no mark does.
    """

    number: int
    url: str
    text: CleanText = ()
    blocks: tuple[str, ...] = ()
    mark: str = ""


class Figure(NamedTuple):
    """A picture where it stands in the article.

    Attributes:
        image: the record's Image, with missing fields filled from the markup of the body.
        caption: the caption as inline HTML, links and emphasis kept; empty if none.
    """

    image: Image
    caption: CleanText = ()


@dataclass(frozen=True)
class Copy:
    """Clean copy: a body that has been copy-edited and is safe to print.

    Attributes:
        body: the text, with a hole for the dateline, for each picture, and for the address and
            the page of each link, which are known only when the whole issue is known.
        blocks: the words of the body's paragraphs, headings, items and cells, in reading
            order, without numbers of notes, printed addresses and captions.
        figures: the pictures in the body, in order.
        lead: the picture that opens the article, or None.
        gallery: the pictures of the record that are printed after the body.
        notes: the addresses linked from the body, when links are printed as notes.
        links: the web addresses that body and captions link to, each once.
        rewritten: the words of the body that are printed in other signs, such as TeX.
        remarks: what was removed or mended.
    """

    body: CleanText = ()
    blocks: tuple[str, ...] = ()
    figures: tuple[Figure, ...] = ()
    lead: Figure | None = None
    gallery: tuple[Figure, ...] = ()
    notes: tuple[Note, ...] = ()
    links: tuple[str, ...] = ()
    rewritten: tuple[Removed, ...] = ()
    remarks: tuple[Remark, ...] = ()

    @property
    def every_figure(self) -> tuple[Figure, ...]:
        """Return all pictures, in reading order."""
        return (*((self.lead,) if self.lead else ()), *self.figures, *self.gallery)

    @property
    def images(self) -> tuple[Image, ...]:
        """The images of all pictures, in reading order."""
        return tuple(figure.image for figure in self.every_figure)
