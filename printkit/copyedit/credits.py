"""Credits: a caption goes in, its credit comes out, and the caption keeps the other words.

A name that may belong to the caption's sentence stays in the caption.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from printkit.copyedit import tree
from printkit.copyedit.credit_labels import (
    BY,
    PHOTOGRAPH,
    CutCredit,
    begins_with_label,
    labels_of_all,
    part_label,
    tidy_name,
)
from printkit.copyedit.shown_things import names_shown_thing
from printkit.copyedit.tree import Node
from printkit.copyedit.vocabulary import names
from printkit.text.gaps import fold_gaps
from printkit.text.patterns import regex

_MARKED = regex(
    r"(^|[-_])(credits?|source|photographer|attribution|copyright|photocredit|imagecredit|byline"
    r"|(bild|foto)-?(nachweis|quelle|rechte|credits?)|fotograf[oaie]*|fotografer|valokuvaaja"
    r"|quelle|fuente|fonte|zdroj|kilde|bron)$"
)
# Outside a caption, `byline` or `source` alone most likely belongs to the whole article.
_MARKED_ALONE = regex(
    r"(^|[-_])((photo|image|img|caption|media|pic)[-_]{0,2}(credits?|source|attribution|byline"
    r"|author)|photographer|(bild|foto)-?(nachweis|quelle|rechte|credits?))$|^credits?$"
)
_HOLDERS = frozenset(("copyrightholder", "credittext", "creator", "author", "copyrightnotice"))

_AGENCY = (
    r"(?:AP(?:\s+Photo)?|Associated\s+Press|Reuters|AFP|Getty(?:\s+Images)?|EPA(?:-EFE)?|EFE|dpa"
    r"|Shutterstock|i?Stock(?:photo)?|Alamy|Unsplash|Magnum|Xinhua|TASS|ANSA|NTB|Flash90|Flickr"
    r"|Wikimedia(?:\s+Commons)?|CC[\s-]BY[\w.\s-]*|Bloomberg|Corbis|UPI|PA(?:\s+Wire)?"
    r"|PAP|ČTK|MTI|Scanpix|Lusa|Belga|Profimedia|Anadolu|DHA|İHA|ТАСС|РИА\s+Новости|Интерфакс"
    r"|Укринформ|Укрінформ|УНІАН|ΑΠΕ-ΜΠΕ|רויטרס|رويترز|أ\s?ف\s?ب|فرانس\s+برس|الأناضول"
    r"|(?:共同|時事)(?:通信社?)?|ロイター|新华社|新華社|中央社|연합뉴스|뉴시스)"
)
# A credit begins with the caption, behind a sentence, a bar or a dash, or on a new line.
_BREAK = r"(?:^|(?<=[.!?…\"”’»|])\s+|\s*[|·•]\s*|\s+[–—/]\s+|\n\s*)"
_NAME = r"(?P<name>[^\n|]{2,90}?)"
_TEXTUAL = tuple(
    regex(pattern, re.IGNORECASE)
    for pattern in (
        rf"\s*[(\[]\s*{PHOTOGRAPH}\s*[:：/]\s*{_NAME}\s*[)\]]\s*\.?\s*$",
        rf"\s*[(\[]\s*{BY}\s+{_NAME}\s*[)\]]\s*\.?\s*$",
        rf"{_BREAK}{PHOTOGRAPH}\s*[:：]\s*{_NAME}\s*$",
        rf"{_BREAK}{BY}\s+{_NAME}\s*$",
        r"\s*[(\[]\s*(?P<name>©[^()\[\]]{2,80})[)\]]\s*\.?\s*$",
        rf"{_BREAK}(?P<name>(?:©|copyright\s)[^\n|]{{2,80}}?)\s*$",
    )
)
_OF_AGENCY = tuple(
    regex(pattern)
    for pattern in (
        rf"\s*[(\[（]\s*(?P<name>(?:[^()\[\]\n]{{2,60}}[/,]\s*)?{_AGENCY}(?:\s*[/,][^()\[\]\n]{{2,60}})?)"
        r"\s*[)\]）]\s*[.。]?\s*$",
        r"\s*[(\[（]\s*(?P<name>[^()（）\[\]\n\d]{2,60}[摄攝])\s*[)\]）]\s*[.。]?\s*$",
        rf"\s*[＝=]\s*(?P<name>{_AGENCY}(?:提供|撮影)?)\s*$",
        rf"(?:^|\s*\|\s*|\s+[–—]\s+)(?P<name>{_AGENCY}\s*/[^\n|]{{2,60}}?)\s*$",
        rf"(?:^|\s*\|\s*|(?<=[.!?”\"])\s+)(?P<name>[^\n|.!?]{{2,60}}/\s*{_AGENCY})\.?\s*$",
        r"^\s*(?P<name>[A-Z][\w.'’-]+(?:\s[A-Z][\w.'’-]*){1,3}\s*/\s*[A-Z][\w .&’'-]{1,30})\s*$",
    )
)
# Agencies, and the word of German papers for a picture that its owner has lent.
_SMALL_NAME = regex(
    rf"(?:(?:{_AGENCY}|privat|zvg|imago|picture[ -]alliance|pixabay|handout"
    r"|archiv|archivo|archive)(?:\s*[/,]\s*|$)){1,3}",
    re.IGNORECASE,
)
_PARTICLES = names(
    """by of for the and via de la le da do di del von van der den und et y e courtesy from with
    permission in staff handout file no on at"""
)
_CLOSING = ("cite", "small", "em", "i", "span", "b", "strong", "font", "p", "div")
_WRAPPERS = ("figcaption", "div", "p")
_SENTENCE_ENDS = (".", "!", "?", "”", '"', "|", ")", "…")
_MOST_WORDS, _MOST_SIGNS = 8, 40  # of a name in a script without capitals
_MOST_LABELS = 6  # of one caption that are looked at
_LONGEST = 400  # characters of a credit with its label
_EDGES = " \t\r\n|·•–—/"


def split_marked(caption: Node) -> list[CutCredit]:
    """Cut the elements out of a caption that its markup calls credits.

    Returns:
        The credits, as often as the caption has them.
    """
    marked = [one for one in tree.each(caption) if is_marked(one)]
    within = set(marked)
    marked = [one for one in marked if within.isdisjoint(tree.ancestors(one))]
    if not marked:
        marked = list(_closing(caption))
    found = []
    for element in marked:
        found.append(part_label(map(str, element.itertext())))
        tree.drop(element)
    if found:
        _trim_end(caption)
    return found


def is_marked(element: Node) -> bool:
    """Tell whether a class name or a microdata property calls an element a credit."""
    if (element.get("itemprop") or "").lower() in _HOLDERS:
        return True
    return is_marked_alone(element) or any(map(_MARKED.search, tree.classes(element)))


def is_marked_alone(element: Node) -> bool:
    """Tell whether a class name calls an element a picture's credit, even outside a caption."""
    return any(_MARKED_ALONE.search(name) for name in tree.classes(element))


def split_textual(caption: Node) -> CutCredit | None:
    """Cut a credit off the end of a caption's words.

    Returns:
        The credit, or None if no words are surely a credit.
    """
    # The patterns are made for single spaces: a long run of white space would take them minutes.
    text, places = fold_gaps(tree.text(caption))
    for pattern in (*_TEXTUAL, *_labelled(), *_OF_AGENCY):
        if found := _credit_in(text, pattern):
            tree.cut_from(caption, places[found.start()])
            _trim_end(caption)
            label = text[found.start() : found.start("name")].strip()
            return CutCredit(tidy_name(found["name"]), label)
    return None


def _credit_in(text: str, pattern: re.Pattern[str]) -> re.Match[str] | None:
    """Return the credit that a pattern finds; a label may stand before the caption, too."""
    start = max(0, len(text) - _LONGEST)
    for _ in range(_MOST_LABELS):
        found = pattern.search(text, start)
        if found is None or pattern in _OF_AGENCY or _names_maker(found):
            return found
        start = found.start("name")
    return None


@lru_cache(maxsize=1)
def _labelled() -> tuple[re.Pattern[str], ...]:
    """Return the patterns of credits with a label of any language, which stays with the credit."""
    credit = rf"(?P<name>(?:{labels_of_all()})(?!\s*\d+\b)(?P<said>[^\n|]{{2,90}}?))"
    return tuple(
        re.compile(pattern, re.IGNORECASE)
        for pattern in (
            rf"\s*[(\[（［【]\s*{credit}\s*[)\]）］】]\s*[.。]?\s*$",
            rf"(?:{_BREAK}|(?<=[。！？])\s*){credit}\s*$",
        )
    )


def _names_maker(found: re.Match[str]) -> bool:
    """Tell whether the words behind a label name a person or an agency."""
    group = "said" if "said" in found.re.groupindex else "name"
    label = found.string[found.start() : found.start(group)]
    return _is_name(found[group]) and not (label and names_shown_thing(label, found[group]))


def _closing(caption: Node) -> Iterator[Node]:
    """Yield the element that closes a caption, if the element is a credit.

    A `cite` or a `small` is one after a whole sentence; any element that begins with the label of
    a credit needs no sentence before.
    """
    around = caption
    last = _closing_part(caption)
    while last is not None:
        own = tree.words(last)
        if last.tag in _CLOSING and len(own) <= _LONGEST and _is_whole_credit(last):
            yield last
            return
        if last.tag not in _WRAPPERS:
            before = tree.words(around).removesuffix(own).rstrip()
            if last.tag in ("cite", "small") and before.endswith(_SENTENCE_ENDS) and own:
                yield last
            return
        around = last
        last = _closing_part(last)


def _closing_part(element: Node) -> Node | None:
    """Return the element that closes another element; None if words stand behind."""
    last = element[-1] if len(element) else None
    return last if last is not None and tree.is_blank(last.tail) else None


def _is_whole_credit(element: Node) -> bool:
    """Tell whether an element has the label of a credit, a name, and no other words."""
    words = tree.twin(element, "div")
    said = tree.words(words)
    labelled = begins_with_label(said) or part_label([said]).label
    found = split_textual(words) if labelled else None
    return found is not None and tree.holds_nothing(words)


def _is_name(text: str) -> bool:
    """Tell whether words look like a name: few words, and nearly all with a capital."""
    said = tree.fold_space(text).strip(" .©").split()
    if _SMALL_NAME.fullmatch(" ".join(said)):
        return True
    if text.lower() == text.upper():  # a script without capitals
        return 0 < len(said) <= _MOST_WORDS and len(text) <= _MOST_SIGNS
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
