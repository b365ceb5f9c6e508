"""Credits: a caption goes in, its credit comes out, and the caption keeps the other words.

A name that may belong to the caption's sentence stays in the caption.
"""

import re
from collections.abc import Iterator

from printkit.copyedit import tree
from printkit.copyedit.tree import Node
from printkit.copyedit.vocabulary import names
from printkit.text.gaps import GAP, fold_gaps

_MARKED = re.compile(
    r"(^|[-_])(credits?|source|photographer|attribution|copyright|photocredit|imagecredit|byline)$"
)
# Outside a caption, `byline` or `source` alone most likely belongs to the whole article.
_MARKED_ALONE = re.compile(
    r"(^|[-_])((photo|image|img|caption|media|pic)[-_]?(credits?|source|attribution|byline)"
    r"|photographer|photocredit|imagecredit)$|^credits?$"
)
_HOLDERS = frozenset(("copyrightholder", "credittext", "creator", "author", "copyrightnotice"))

_LABEL = (
    r"(?:(?:all\s+)?photo(?:graph|graphy|graphe)?s?|pictures?|images?|fotos?|bild|fotograf[ií]a|imagen"
    r"|(?:photo|image|picture|media|art)\s+credits?|cr[ée]dits?(?:\s+(?:photos?|images?))?"
    r"|cr[ée]ditos?|foto\s*credits?|photographer|fotograf|fotografo)"
)
_BY = r"(?:photo(?:graph|s|graphs|graphy)?|pictures?|images?)\s+(?:by|courtesy\s+of)"
_AGENCY = (
    r"(?:AP(?:\s+Photo)?|Associated\s+Press|Reuters|AFP|Getty(?:\s+Images)?|EPA(?:-EFE)?|EFE|dpa"
    r"|Shutterstock|i?Stock(?:photo)?|Alamy|Unsplash|Magnum|Xinhua|TASS|ANSA|NTB|Flash90|Flickr"
    r"|Wikimedia(?:\s+Commons)?|CC[\s-]BY[\w.\s-]*|Bloomberg|Corbis|UPI|PA(?:\s+Wire)?)"
)
# A credit begins with the caption, behind a sentence, a bar or a dash, or on a new line.
_BREAK = r"(?:^|(?<=[.!?…\"”’»|])\s+|\s*[|·•]\s*|\s+[–—/]\s+|\n\s*)"
_NAME = r"(?P<name>[^\n|]{2,90}?)"
_TEXTUAL = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\s*[(\[]\s*{_LABEL}\s*[:：/]\s*{_NAME}\s*[)\]]\s*\.?\s*$",
        rf"\s*[(\[]\s*{_BY}\s+{_NAME}\s*[)\]]\s*\.?\s*$",
        rf"{_BREAK}{_LABEL}\s*[:：]\s*{_NAME}\s*$",
        rf"{_BREAK}{_BY}\s+{_NAME}\s*$",
        r"\s*[(\[]\s*(?P<name>©[^()\[\]]{2,80})[)\]]\s*\.?\s*$",
        rf"{_BREAK}(?P<name>(?:©|copyright\s)[^\n|]{{2,80}}?)\s*$",
    )
)
_OF_AGENCY = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\s*[(\[]\s*(?P<name>(?:[^()\[\]\n]{{2,60}}[/,]\s*)?{_AGENCY}(?:\s*[/,][^()\[\]\n]{{2,60}})?)"
        r"\s*[)\]]\s*\.?\s*$",
        rf"(?:^|\s*\|\s*|\s+[–—]\s+)(?P<name>{_AGENCY}\s*/[^\n|]{{2,60}}?)\s*$",
        rf"(?:^|\s*\|\s*|(?<=[.!?”\"])\s+)(?P<name>[^\n|.!?]{{2,60}}/\s*{_AGENCY})\.?\s*$",
        r"^\s*(?P<name>[A-Z][\w.'’-]+(?:\s[A-Z][\w.'’-]*){1,3}\s*/\s*[A-Z][\w .&’'-]{1,30})\s*$",
    )
)
_LEAD_IN = re.compile(
    rf"{GAP}(?:[(\[]\s*+)?(?:{_BY}\s+|{_LABEL}(?:\s*[:：]\s*|\s+(?=\S))|by\s+)", re.I
)
_PARTICLES = names(
    """by of for the and via de la le da do di del von van der den und et y e courtesy from with
    permission in staff handout file no on at"""
)
_LONGEST = 400  # characters of a credit with its label
_EDGES = " \t\r\n|·•–—/"


def split_marked(caption: Node) -> list[str]:
    """Cut the elements out of a caption that its markup calls credits.

    Returns:
        The credits without their labels, as often as the caption has them.
    """
    marked = [one for one in tree.each(caption) if is_marked(one)]
    within = set(marked)
    marked = [one for one in marked if within.isdisjoint(tree.ancestors(one))]
    if not marked:
        marked = list(_closing(caption))
    names = []
    for element in marked:
        if name := _unlabelled(tree.fold_space(" ".join(map(str, element.itertext())))):
            names.append(name)
        tree.drop(element)
    if names:
        _trim_end(caption)
    return names


def is_marked(element: Node) -> bool:
    """Tell whether a class name or a microdata property calls an element a credit."""
    if (element.get("itemprop") or "").lower() in _HOLDERS:
        return True
    return any(_MARKED.search(name) for name in tree.classes(element))


def is_marked_alone(element: Node) -> bool:
    """Tell whether a class name calls an element a picture's credit, even outside a caption."""
    return any(_MARKED_ALONE.search(name) for name in tree.classes(element))


def split_textual(caption: Node) -> str | None:
    """Cut a credit off the end of a caption's words.

    Returns:
        The credit without its label, or None if no words are surely a credit.
    """
    # The patterns are made for single spaces: a long run of white space would take them minutes.
    text, places = fold_gaps(tree.text(caption))
    for pattern in (*_TEXTUAL, *_OF_AGENCY):
        found = pattern.search(text, max(0, len(text) - _LONGEST))
        if found and (pattern in _OF_AGENCY or _is_name(found["name"])):
            tree.cut_from(caption, places[found.start()])
            _trim_end(caption)
            return _tidy(found["name"])
    return None


def _closing(caption: Node) -> Iterator[Node]:
    """Yield the `cite` or `small` that closes a caption after a whole sentence."""
    last = caption[-1] if len(caption) else None
    if last is None or last.tag not in ("cite", "small") or not tree.is_blank(last.tail):
        return
    own = tree.words(last)
    before = tree.words(caption).removesuffix(own).rstrip()
    if before.endswith((".", "!", "?", "”", '"', "|", ")", "…")) and own:
        yield last


def _unlabelled(text: str) -> str:
    return _tidy(_LEAD_IN.sub("", text))


def _tidy(name: str) -> str:
    name = tree.fold_space(name).strip(_EDGES)
    if name.startswith("(") and name.endswith(")"):
        name = name[1:-1].strip()
    if name.endswith(")") and "(" not in name:
        name = name[:-1].strip()
    return name


def _is_name(text: str) -> bool:
    """Tell whether words look like a name: few words, and nearly all with a capital."""
    said = tree.fold_space(text).strip(" .©").split()
    lower = [word for word in said if word[0].islower() and word.lower() not in _PARTICLES]
    starts = bool(said) and not said[0][0].islower()
    return starts and len(said) <= 14 and len(lower) <= (0 if len(said) < 4 else 1)


def _trim_end(element: Node) -> None:
    """Remove the separators that stood between the caption and the credit behind it."""
    while len(element) and tree.is_blank(element[-1].tail) and tree.holds_nothing(element[-1]):
        tree.drop(element[-1])
    if len(element):
        element[-1].tail = (element[-1].tail or "").rstrip(_EDGES)
        if not element[-1].tail:
            _trim_end(element[-1])
    else:
        element.text = (element.text or "").rstrip(_EDGES)
