"""Flatten the annotations of somebody else's pages, and keep only their links."""

from collections import Counter
from dataclasses import dataclass, field

from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream

from printkit.inserts import appearances
from printkit.inserts.fields import flags_of, words_of_annotation
from printkit.inserts.links import LinkReducer
from printkit.inserts.untrusted_values import array_items
from printkit.text.comparing import letters
from printkit.text.direction import is_right_to_left
from printkit.text.patterns import regex

_PRINT, _HIDDEN = 4, 2  # flags of an annotation: ISO 32000-1, table 165
_NOT_DRAWN = ("Link", "Popup")  # kinds of annotations that are not drawn when a page is printed

_FEW_WORDS = 2
_WORD = regex(r"\w+")


@dataclass(frozen=True)
class Flattened:
    """The annotations of a file that were drawn, and the annotations that were lost.

    Attributes:
        drawn: for each kind of annotation, how many became part of their page.
        lost: for each kind, how many were not drawn, because they have no appearance or are not
            for print.
        words: the words of each note and each value of a field, with the number of the page
            from 0.
        without_font: the words for which no face has all letters.
    """

    drawn: Counter[str] = field(default_factory=Counter)
    lost: Counter[str] = field(default_factory=Counter)
    words: list[tuple[int, str]] = field(default_factory=list)
    without_font: list[str] = field(default_factory=list)


def flatten_annotations(pdf: Pdf) -> Flattened:
    """Make the appearance of annotations part of their page, as a viewer shows them."""
    found = Flattened(without_font=appearances.complete(pdf))
    for number, page in enumerate(pdf.pages):
        for one in _annotations(page.obj):
            kind = str(one.get("/Subtype", "/"))[1:]
            if kind not in _NOT_DRAWN:
                (found.drawn if _is_printed(one) else found.lost)[kind] += 1
            # flatten_annotations would draw a link's appearance stream, and remove the link.
            elif "/AP" in one:
                del one["/AP"]
            _keep_layer(one)
            if not flags_of(one) & _HIDDEN:
                found.words.extend((number, words) for words in words_of_annotation(one))
    pdf.flatten_annotations("print")
    return found


def _keep_layer(one: Dictionary) -> None:
    """Give the layer of an annotation to its appearance, because flattening loses the former."""
    layer, look = one.get("/OC"), one.get("/AP", Dictionary()).get("/N")
    if layer is None:
        return
    for stream in [look, *(look.values() if isinstance(look, Dictionary) else ())]:
        if isinstance(stream, Stream):
            stream["/OC"] = layer


def unprinted_words(pdf: bytes, words: list[tuple[int, str]]) -> list[str]:
    """Return the words of annotations that are not on their page.

    Args:
        pdf: the file after its annotations were flattened.
        words: the words of each annotation, with the number of its page from 0.
    """
    if not words:
        return []
    # Only files with notes or filled fields need the engine, which takes long to import.
    import pypdfium2

    printed: dict[int, str] = {}
    try:
        with pypdfium2.PdfDocument(pdf) as document:
            for number in sorted({number for number, _ in words}):
                text = document[number].get_textpage().get_text_bounded()
                printed[number] = letters(text)
    except pypdfium2.PdfiumError:
        printed = {}
    read = [(printed.get(number, ""), text) for number, text in words]
    return [_missing(text, found) for found, text in read if not _is_in(text, found)]


def _is_in(text: str, printed: str) -> bool:
    """Return whether the words of a text are printed.

    PDFium turns the words of a Hebrew line that it takes for a part of a Latin line, and the words
    of a Latin or Chinese line that it takes for a part of a Hebrew line.
    """
    may_turn = is_right_to_left(text + printed)
    turned = " ".join(reversed(_WORD.findall(text))) if may_turn else text
    return letters(text) in printed or letters(turned) in printed


def _missing(text: str, printed: str) -> str:
    """Return the words behind the printed beginning of a value that its field cuts off.

    A beginning of a few words may be printed elsewhere on the page: then return all words.
    """
    each = text.split()
    cut = next(n for n in range(1, len(each) + 1) if letters(" ".join(each[:n])) not in printed)
    return " ".join(each[cut - 1 :] if cut > _FEW_WORDS else each)


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
    is_drawn = isinstance(annotation.get("/AP"), Dictionary)
    return is_drawn and flags_of(annotation) & (_PRINT | _HIDDEN) == _PRINT
