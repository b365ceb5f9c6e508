"""Gives all parts and their furniture the same type, then draws the furniture over the pages."""

from collections.abc import Callable, Sequence

from pikepdf import Dictionary, Object, Pdf

from printkit.bindery.appended_pages import Gathering, read
from printkit.bindery.fonts.faces import Case
from printkit.bindery.stamping import Stamp


def set_type(pdf: Pdf, gatherings: Sequence[Gathering], programs: Callable[[str], bytes]) -> None:
    """Embed the faces of parts and furniture once, and draw the furniture.

    Args:
        pdf: the file that is bound.
        gatherings: its printed parts.
        programs: gives a whole font file by its SHA-256.
    """
    case = Case(pdf, programs)
    shelf = _FontDictionaries(pdf)
    stamp = Stamp(pdf)
    for gathering in gatherings:
        own = case.take(gathering.part.pages.faces, gathering.sheets[0].Resources.Font)
        dictionary = shelf.dictionary(own)
        for resources in gathering.resources:
            resources.Font = dictionary
        furniture = gathering.part.furniture
        if furniture:
            pages = read(furniture.pdf).pages
            printed = pdf.copy_foreign(pages[0].obj.Resources.Font)
            fonts = case.take(furniture.faces, printed)
            for sheet, page in zip(gathering.sheets, pages, strict=True):
                stamp.draw(sheet, page.obj, fonts)
    case.cast()


class _FontDictionaries:
    """The font dictionaries of the file: one, unless a name means two things."""

    def __init__(self, pdf: Pdf) -> None:
        self._pdf = pdf
        self._dictionaries: list[Object] = []

    def dictionary(self, fonts: dict[str, Object]) -> Object:
        """A dictionary with these fonts by these names, and maybe more."""
        for known in self._dictionaries:
            if all(name not in known or _is_same(known[name], fonts[name]) for name in fonts):
                known.update(Dictionary(fonts))
                return known
        self._dictionaries.append(self._pdf.make_indirect(Dictionary(fonts)))
        return self._dictionaries[-1]


def _is_same(one: Object, other: Object) -> bool:
    return one.objgen == other.objgen
