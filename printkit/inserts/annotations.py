"""What lies upon the pages: links stay, what is drawn becomes part of the page, the rest goes."""

from collections import Counter

from pikepdf import Array, Boolean, Dictionary, Integer, Name, Object, Pdf

from printkit.inserts.links import Concourse

_PRINTED, _HIDDEN = 4, 2  # flags of an annotation
_PRESSED = ("Link", "Popup")  # these are not looked at


def flatten(pdf: Pdf) -> tuple[Counter[str], Counter[str]]:
    """Make what annotations draw part of their page, as a printer would.

    Returns:
        How many of each kind were drawn, and how many had nothing to draw.
    """
    form = pdf.Root.get("/AcroForm")
    if isinstance(form, Dictionary) and is_true(form.get("/NeedAppearances")):
        pdf.generate_appearance_streams()
    drawn: Counter[str] = Counter()
    lost: Counter[str] = Counter()
    for page in pdf.pages:
        for one in _annotations(page.obj):
            kind = str(one.get("/Subtype", "/"))[1:]
            if kind not in _PRESSED:
                (drawn if _is_printed(one) else lost)[kind] += 1
            elif "/AP" in one:
                del one["/AP"]
    pdf.flatten_annotations("print")
    return drawn, lost


def keep_links(pdf: Pdf) -> Counter[str]:
    """Leave the pages their links, each reduced to where it leads; count those without aim."""
    concourse = Concourse(pdf)
    lost: Counter[str] = Counter()
    for page in pdf.pages:
        links = [one for one in _annotations(page.obj) if one.get("/Subtype") == Name.Link]
        kept = [link for link in links if concourse.mend(link)]
        lost["Link"] += len(links) - len(kept)
        if "/Annots" in page.obj:
            del page.obj["/Annots"]
        if kept:
            page.obj["/Annots"] = Array(kept)
    return +lost


def is_true(value: object) -> bool:
    """Whether a value of the file is the word true."""
    return isinstance(value, Boolean) and bool(value)


def _annotations(page: Object) -> list[Dictionary]:
    listed = page.get("/Annots")
    found = list(listed) if isinstance(listed, Array) else []
    return [one for one in found if isinstance(one, Dictionary)]


def _is_printed(annotation: Dictionary) -> bool:
    flags, looks = annotation.get("/F"), annotation.get("/AP")
    shown = int(flags) & (_PRINTED | _HIDDEN) if isinstance(flags, Integer) else 0
    return isinstance(looks, Dictionary) and shown == _PRINTED
