"""Embed each face of the book once, and stamp the furniture over the pages.

In: the appended parts and the whole font files. Out: pages that share their fonts, with running
heads and folios. Each part gets its fonts and its furniture together: furniture has the same fonts
as the page below, so that the page can take the furniture's resources among its own.
"""

from collections.abc import Callable, Sequence

from pikepdf import Dictionary, Object, Pdf

from printkit.bindery.appended_pages import AppendedPart, open_printed
from printkit.bindery.fonts.faces import EmbeddedFaces
from printkit.bindery.stamping import Stamp


def embed_fonts_and_stamp(
    pdf: Pdf, parts: Sequence[AppendedPart], font_files: Callable[[str], bytes]
) -> None:
    """Embed the faces of parts and furniture once, and stamp the furniture over the pages.

    Args:
        pdf: the file that is bound.
        parts: its printed parts.
        font_files: returns a whole font file by its SHA-256.
    """
    faces = EmbeddedFaces(pdf, font_files)
    dictionaries = _FontDictionaries(pdf)
    stamp = Stamp(pdf)
    for part in parts:
        own = faces.add(part.part.pages.faces, part.pages[0].Resources.Font)
        dictionary = dictionaries.dictionary_of(own)
        for resources in part.resources:
            resources.Font = dictionary
        furniture = part.part.furniture
        if furniture:
            furniture_pages = open_printed(furniture.pdf).pages
            printed = pdf.copy_foreign(furniture_pages[0].obj.Resources.Font)
            fonts = faces.add(furniture.faces, printed)
            for page, furniture_page in zip(part.pages, furniture_pages, strict=True):
                stamp.draw(page, furniture_page.obj, fonts)
    faces.embed()


class _FontDictionaries:
    """The font dictionaries of the file: one, or more where a name stands for two fonts."""

    def __init__(self, pdf: Pdf) -> None:
        self._pdf = pdf
        self._dictionaries: list[Object] = []

    def dictionary_of(self, fonts: dict[str, Object]) -> Object:
        """Return a dictionary that has these fonts by these names, and maybe more fonts."""
        for known in self._dictionaries:
            if all(name not in known or known[name].objgen == fonts[name].objgen for name in fonts):
                known.update(Dictionary(fonts))
                return known
        self._dictionaries.append(self._pdf.make_indirect(Dictionary(fonts)))
        return self._dictionaries[-1]
