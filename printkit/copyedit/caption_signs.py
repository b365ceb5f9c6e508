"""Signs of captions: words behind a picture go in, and whether they are its caption comes out.

Words without a class of their own are a caption if they have one of these signs:

- they repeat the description of the picture (`alt`);
- they are set in small type or in italics, where most of the body is not;
- they are the only item of a list;
- they begin with a word such as `Photo:`, with the number of a figure, or with a sign that points
  at the picture, such as `▲`;
- they end with a credit such as `(Photo: …)`;
- they are few, and their place joins them to the picture: on the next line, without a full stop;
  centred, as the picture is; or alone with the picture in a box.

A note of the editor, a line of links, words in bold, verse, and long words are no caption.
"""

import re
from collections.abc import Callable
from typing import NamedTuple

from printkit.copyedit import tree
from printkit.copyedit.credit_labels import begins_with_label
from printkit.copyedit.tree import Node
from printkit.copyedit.vocabulary import names
from printkit.text.comparing import compared_words as compared
from printkit.text.comparing import letters
from printkit.text.patterns import regex

_CUE = regex(
    r"(photos?|photograph|picture|pictured|image|foto|fotos|bild|credit|cr[ée]dits?( photo)?"
    r"|caption|above|below|©)\s*([:：(]|©|by\s+[A-Z])|\(?(photo|image|credit|foto)s?\s*[:：]",
    re.IGNORECASE,
)
_CREDIT_AT_END = regex(
    r"(?:[(\[（]\s*|[.!?…\"”’»]\s+)(?:photos?|fotos?|bild|image|cr[ée]dits?( photo)?|photograph)"
    r"\s*[:：]\s*[^.:：()\[\]（）]{2,60}[)\]）]?[\s.]*$",
    re.IGNORECASE,
)
# As in `Figure 3: …`, in the languages of many manuals.
_NUMBERED = regex(
    r"(fig(ures?|\.)?|abb(ildung|\.)?|bild|foto|photo|picture|figura|illustration|afbeelding|kuva"
    r"|рис(унок|\.)?|rys(unek|\.)?|obr(ázek|\.)?|ábra|εικόνα|图|圖|図|그림|شكل)\s*\d{1,3}"
    r"[a-z]?\s*[.:：–—|-]",
    re.IGNORECASE,
)
# As Japanese and Korean papers write; `△` and `↑` stand before words below the picture, too.
_POINTING = regex(r"[▲△▴⬆↑☝]\ufe0f?\s?\w")
# An editor's note is often in italics, as a caption is; so is a line that leads to other pages.
_EDITORIAL = regex(
    r"(this|editor|note|(last )?updated?|published|posted|correction|read|related"
    r"|the author|see also|lesen sie|mehr zum"
    r"|anmerkung|hinweis|korrektur|lire aussi|à lire|lee también|lea también|leia|veja|leggi"
    r"|lees (ook|meer)|läs (mer|också)|les (også|mer)|læs (også|mere)|czytaj|читайте)\b",
    re.IGNORECASE,
)
_BOX = regex(
    r"(^|[-_ ])(images?|imgs?|photos?|photograph|pics?|pictures?|fig|figure|thumb\w*"
    r"|gallery\w*|fotos?|bild|imagen|immagine|illustration|attachment|captioned)([-_ ]|$)",
    re.IGNORECASE,
)
# Class names of text, and of boxes in which text stands with its pictures.
_TEXT = regex(r"(^|[-_ ])(content|body|text|copy|excerpt|summary|details)([-_ ]|$)", re.I)
_TEXT_BOX = regex(r"(^|[-_ ])(columns?|col|post|entry|article|story|card)([-_ ]|$)", re.I)
_QUIET = names("em i small")
_BOLD = names("b strong")
_FULL_STOP = regex(r"[.!?:;…。！？][\"”’»)\]]*$")
_SURE_MOST = 600  # characters of a list of one item, and of words that repeat the description
_MOST = 300  # characters of a caption that markup sets apart
_PLAIN_MOST = 150  # characters of words that only their place makes a caption
_BREAKS_MOST = 3  # line breaks; more are in a poem or in an address


class WordsBehind(NamedTuple):
    """The words right behind a picture.

    Attributes:
        said: the words.
        whole: the one element that holds all the words; None if several do.
        on_line: whether the words stand on the line of the picture, or on the next line after a
            single line break; else they are a block.
        is_next_line: whether a line break parts the words from the picture.
        box: the element around the picture and the words.
        alone: whether the box holds nothing else.
    """

    said: str
    whole: Node | None
    on_line: bool
    is_next_line: bool
    box: Node
    alone: bool


class CaptionSigns:
    """The signs by which captions are known in one body.

    Args:
        root: the body. A sign that most of its text has is no sign.
    """

    def __init__(self, root: Node) -> None:
        self._root = root
        self._quiet_tells = _share(root, _is_quiet) < 0.5
        self._centre_tells = _share(root, is_centred) < 0.5
        self._length = len(tree.words(root))
        self._galleries: dict[Node, bool] = {}

    def are_in(self, behind: WordsBehind, img: Node) -> bool:
        """Tell whether words are the caption of a picture."""
        said, whole = behind.said, behind.whole
        if not re.search(r"\w", said) or len(said) > _SURE_MOST or _is_poem(whole):
            return False
        if _repeats(said, img.get("alt") or ""):
            return True
        if _EDITORIAL.match(said) or _is_all_in(whole, lambda one: one.tag in ("a", "time")):
            return False
        quiet = self._quiet_tells and len(said) <= _MOST and _is_all_in(whole, _is_quiet)
        numbered = len(said) <= _MOST and (_NUMBERED.match(said) or _POINTING.match(said))
        if quiet or numbered or (whole is not None and whole.tag in ("ul", "ol")):
            return True
        bold = _is_all_in(whole, lambda one: one.tag in _BOLD)
        placed = len(said) <= _PLAIN_MOST and not bold and self._is_placed(behind, img)
        credited = len(said) <= _MOST and _CREDIT_AT_END.search(said) is not None
        return placed or credited or begins_with_cue(said)

    def _is_placed(self, behind: WordsBehind, img: Node) -> bool:
        box = behind.box
        called_text = behind.whole is not None and _TEXT.search(behind.whole.get("class") or "")
        if box.tag in ("td", "th", "dd") or called_text:
            return False
        if box.tag == "li":
            return behind.alone and self._is_gallery(box)
        if behind.alone and _BOX.search(box.get("class") or ""):
            return True
        if behind.on_line:
            centred = self._centre_tells and is_centred(box)
            return behind.is_next_line and (centred or not _FULL_STOP.search(behind.said))
        if self._centre_tells and _is_all_in(behind.whole, is_centred):
            return any(is_centred(one) for one in tree.ancestors(img) if one is not box)
        # A sentence beside a picture is text, and a sentence below a picture is its caption.
        beside = "" if behind.whole is None else behind.whole.get("data-beside", "")
        if beside == "rows" or (beside and _FULL_STOP.search(behind.said)):
            return False
        named = box.get("class") or ""
        holds_text = box.tag == "blockquote" or _TEXT.search(named) or _TEXT_BOX.search(named)
        if not behind.alone or holds_text or box is self._root:
            return False
        # No caption is all of the text.
        return len(tree.words(box)) < self._length

    def _is_gallery(self, item: Node) -> bool:
        """Tell whether each item of a list without numbers has a picture and few words."""
        around = item.getparent()
        if around is None or around.tag == "ol":
            return False
        if around not in self._galleries:
            self._galleries[around] = all(
                any(True for _ in one.iter("img")) and len(tree.words(one)) <= _PLAIN_MOST
                for one in around
            )
        return self._galleries[around]


def begins_with_cue(said: str) -> bool:
    """Tell whether words begin as captions and credits do, as with `Photo:`."""
    if len(said) > _PLAIN_MOST:
        return False
    return _CUE.match(said) is not None or begins_with_label(said)


def is_centred(element: Node) -> bool:
    """Tell whether markup centres the words of an element."""
    named = (element.get("align") or "").lower() == "center" or element.tag == "center"
    return named or element.get("data-centred") is not None


def _is_quiet(element: Node) -> bool:
    """Tell whether an element is in italics, or in small type."""
    if element.tag == "font":
        return (element.get("size") or "").strip() in ("1", "2", "-1", "-2", "-3")
    return element.tag in _QUIET or element.get("data-small") is not None


def _share(root: Node, test: Callable[[Node], bool]) -> float:
    """Return how much of the text of a body stands in elements that pass a test: 0 to 1."""
    passing: set[Node] = set()
    inside = whole = 0
    for element in root.iter():
        around = element.getparent()
        if element is not root and around in passing:
            inside += len(element.tail or "")
            passing.add(element)
        elif test(element):
            passing.add(element)
        own = len(element.text or "")
        inside += own if element in passing else 0
        whole += own + len(element.tail or "")
    return inside / whole if whole else 0.0


def _is_all_in(whole: Node | None, test: Callable[[Node], bool]) -> bool:
    """Tell whether an element that passes a test holds all the words of another element."""
    at = whole
    while at is not None and not test(at):
        filled = [one for one in at if not _says_nothing(one)]
        loose = (at.text, *(one.tail for one in at))
        at = filled[0] if len(filled) == 1 and all(map(tree.is_unseen, loose)) else None
    return at is not None


def _says_nothing(element: Node) -> bool:
    return all(tree.is_unseen(str(said)) for said in element.itertext())


def _is_poem(whole: Node | None) -> bool:
    if whole is None:
        return False
    named = any("verse" in tree.classes(one) for one in (whole, *tree.ancestors(whole)))
    return named or sum(1 for _ in whole.iter("br")) > _BREAKS_MOST


def _repeats(said: str, alt: str) -> bool:
    """Tell whether words begin with the description of a picture, or the description with them.

    Many more words than the description has are a text that begins alike.
    """
    if letters(said) == letters(alt):
        return bool(letters(alt))
    words, described = compared(said), compared(alt)
    short = min(len(words), len(described))
    return short > 2 and len(words) <= 2 * len(described) and words[:short] == described[:short]
