"""Captions and credits that the page shows below another picture than the record."""

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from lxml import etree

from printkit.preflight.inventory.addresses import bare_address
from printkit.preflight.inventory.html_trees import all_words
from printkit.preflight.inventory.item_addresses import picture_addresses
from printkit.preflight.inventory.misplaced.compared import Compared
from printkit.preflight.inventory.tokens import tokens_of
from printkit.remarks import Removed
from printkit.text.comparing import letters
from printkit.text.patterns import regex

_OF_BOX = ("figure", "gu-figure")
_CAPTIONS = frozenset(("figcaption", "gu-caption"))
_CREDIT = regex(r"\bcredit\b")
_PICTURES = ("img", "amp-img", "image", "input")
_SHORT = 3  # letters of a word that says something


class _Caption(NamedTuple):
    """Words that belong to some figures of the page; `kind` is `caption` or `credit`."""

    kind: str
    figures: frozenset[str]
    words: str


def misplaced_captions(one: Compared) -> Iterator[Removed]:
    """Yield captions and credits of which another figure shows words that its own figure lacks."""
    shown = {
        str(figure.get("id")): letters(all_words(figure))
        for figure in one.page.iter("figure")
        if figure.get("id") in one.figures
    }
    if len(shown) < 2:
        return
    captions = list(_captions(one, shown.keys()))
    due = dict.fromkeys(shown, "")
    for caption in captions:
        for name in caption.figures:
            due[name] += letters(caption.words)
    recorded = letters(one.recorded)
    for caption in captions:
        own = "\n".join(shown[name] for name in caption.figures)
        tokens = [word for word in tokens_of(caption.words) if len(word) >= _SHORT]
        gone = [word for word in tokens if word not in own and word not in recorded]
        others = (name for name in shown if name not in caption.figures) if gone else ()
        if any(_has_got(gone, shown[name], due[name]) for name in others):
            kind = f"{caption.kind} of another picture"
            yield Removed(kind, " ".join(caption.words.split()), "figure")


def _has_got(gone: Sequence[str], shown: str, due: str) -> bool:
    """Tell whether a figure shows words that another figure lacks, and not only by chance."""
    return all(word in shown for word in gone) and any(word not in due for word in gone)


def _captions(one: Compared, shown: Collection[str]) -> Iterator[_Caption]:
    by_address: dict[str, set[str]] = {}
    for name in shown:
        by_address.setdefault(bare_address(one.figures[name], one.base), set()).add(name)
    for box in filter(_is_box, one.body.iter(*_OF_BOX, "div")):
        figures = {
            name
            for picture in box.iter(*_PICTURES)
            for address in picture_addresses(picture, str(picture.tag), one.base)
            for name in by_address.get(bare_address(address, one.base), ())
        }
        for caption in box.iter() if figures else ():
            if _is_caption(caption) and next(caption.iterancestors(*_OF_BOX), box) is box:
                kind = "caption" if _is_text(caption) else "credit"
                yield _Caption(kind, frozenset(figures), _words_of_caption(caption))


def _is_box(element: etree._Element) -> bool:
    return element.tag in _OF_BOX or "wp-caption" in (element.get("class") or "")


def _is_caption(element: etree._Element) -> bool:
    return _is_text(element) or bool(_CREDIT.search(element.get("class") or ""))


def _is_text(element: etree._Element) -> bool:
    return element.tag in _CAPTIONS or "wp-caption-text" in (element.get("class") or "")


def _words_of_caption(caption: etree._Element) -> str:
    """Return the words of a caption without those of a credit within the caption."""
    parts: list[str] = []
    walker = etree.iterwalk(caption, events=("start", "end"))
    for event, element in walker:
        if event == "end":
            parts.append(element.tail or "" if element is not caption else "")
        elif element is not caption and _is_caption(element):
            walker.skip_subtree()
        else:
            parts.append(element.text or "")
    return "".join(parts)
