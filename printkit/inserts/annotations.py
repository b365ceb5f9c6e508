"""Flatten the annotations of somebody else's pages, and keep only their links."""

from collections import Counter

from pikepdf import Array, Dictionary, Integer, Name, Object, Pdf

from printkit.inserts.links import LinkReducer
from printkit.inserts.untrusted_values import array_items, is_true

_PRINT, _HIDDEN = 4, 2  # flags of an annotation: ISO 32000-1, table 165
_NOT_DRAWN = ("Link", "Popup")  # kinds of annotations that are not drawn when a page is printed


def flatten(pdf: Pdf) -> tuple[Counter[str], Counter[str]]:
    """Make the look of annotations part of their page, as a printer would print it.

    Returns:
        For each kind of annotation, how many were drawn; and how many were not, because they
        have no appearance or are not for print.
    """
    form = pdf.Root.get("/AcroForm")
    # flatten_annotations draws appearance streams only, so missing ones are made first.
    if isinstance(form, Dictionary) and is_true(form.get("/NeedAppearances")):
        pdf.generate_appearance_streams()
    drawn: Counter[str] = Counter()
    lost: Counter[str] = Counter()
    for page in pdf.pages:
        for one in _annotations(page.obj):
            kind = str(one.get("/Subtype", "/"))[1:]
            if kind not in _NOT_DRAWN:
                (drawn if _is_printed(one) else lost)[kind] += 1
            # flatten_annotations would draw a link's appearance stream, and remove the link.
            elif "/AP" in one:
                del one["/AP"]
    pdf.flatten_annotations("print")
    return drawn, lost


def keep_links(pdf: Pdf) -> Counter[str]:
    """Keep the pages' links, each reduced to its target, and remove all other annotations.

    Returns:
        How many links had no allowed target and were removed.
    """
    reducer = LinkReducer(pdf)
    lost: Counter[str] = Counter()
    for page in pdf.pages:
        links = [one for one in _annotations(page.obj) if one.get("/Subtype") == Name.Link]
        kept = [link for link in links if reducer.reduce(link)]
        lost["Link"] += len(links) - len(kept)
        if "/Annots" in page.obj:
            del page.obj["/Annots"]
        if kept:
            page.obj["/Annots"] = Array(kept)
    return +lost  # without the kinds that were counted 0 times


def _annotations(page: Object) -> list[Dictionary]:
    return [one for one in array_items(page.get("/Annots")) if isinstance(one, Dictionary)]


def _is_printed(annotation: Dictionary) -> bool:
    flags, appearance = annotation.get("/F"), annotation.get("/AP")
    relevant = int(flags) & (_PRINT | _HIDDEN) if isinstance(flags, Integer) else 0
    return isinstance(appearance, Dictionary) and relevant == _PRINT
