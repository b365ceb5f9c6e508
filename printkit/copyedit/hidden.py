"""Hidden things: a body goes in, and comes out without everything that a browser does not show."""

import re
from collections.abc import Iterator

from printkit.copyedit import pictures, tree
from printkit.copyedit.picture_sizes import larger, split_size
from printkit.copyedit.removals import Removals, place_of, said_by
from printkit.copyedit.room import leave_room
from printkit.copyedit.tree import Node
from printkit.copyedit.use_words import differ
from printkit.copyedit.vocabulary import HEADINGS, names
from printkit.text.comparing import compared_words
from printkit.text.patterns import regex

# Class names of things that sites themselves leave off paper, such as a row of buttons.
_SCREEN_ONLY = names("noprint no-print d-print-none hidden-print print-hidden")
_SCREEN_ONLY_MOST = 120  # characters; some sites hide the whole article from paper
# Class names of words for screen readers: a reader may miss them.
_SPOKEN = names("sr-only visually-hidden visuallyhidden screen-reader-text screen-reader-only")
_WORD = regex(r"\w+")
_ICON_FONT = regex(r"(^|[-_])(icons?|glyphicon|dashicons|material-symbols)([-_]|$)")
# An icon font draws a picture in the place of a word such as `arrow_back`.
_LIGATURE = regex(r"[a-z0-9_]+")
# KaTeX and MathJax write a formula twice: once for the eye, once as MathML for screen readers.
_TYPESET = regex(r"katex|mathjax|mjx|mwe-math", re.IGNORECASE)
_SIGN = regex(r"[$€£¥₹₽₩%‰°±×÷=+\u2212–,.:/-]")  # without such a sign, a number is another
_NEAR_MOST = 2_000  # characters; a thousand hidden elements may stand beside a text of megabytes
_PASSAGE = "hidden passage"
_PLAYERS = ("x-iframe", "video", "audio", "embed", "object")


def remove_hidden(root: Node, removals: Removals) -> None:
    """Remove everything from a body that is hidden, or that repeats its neighbour.

    Args:
        root: the body; changed in place.
        removals: gets every hidden passage that a reader would miss.
    """
    _remove_hidden(root, removals)
    for mark in tree.each(root, "rp"):
        tree.drop(mark)
    _remove_twins(root, removals)


def _remove_hidden(root: Node, removals: Removals) -> None:
    """Remove hidden elements, and count the elements whose words a reader would miss.

    An element that only screen readers skip (`aria-hidden`) stays, unless it is an ornament.
    """
    hidden: list[Node] = []
    gone: set[Node] = set()
    for element in tree.each(root):
        if element not in gone and (is_hidden(element) or _is_ornament(element)):
            hidden.append(element)
            gone.update(element.iter())
    # The neighbours decide whether a reader misses an element: judge all before removing any.
    missed = [_is_missed(element) for element in hidden]
    for element, is_missed in zip(hidden, missed, strict=True):
        if element.get("data-by-sheet") is not None:
            _take_by_sheet(element, removals, is_missed=is_missed)
            continue
        if is_missed and not _SCREEN_ONLY.isdisjoint(tree.classes(element)):
            removals.take(element, _PASSAGE)  # a browser shows its pictures and links
            continue
        if is_missed:
            removals.note(_PASSAGE, said_by(element), place_of(element))
        if not is_hidden(element):
            leave_room(element)  # a browser shows the ornament
        tree.drop(element)


def _take_by_sheet(element: Node, removals: Removals, *, is_missed: bool) -> None:
    """Remove an element that a style sheet hides, and name the pictures and links in it, too.

    `preflight` reads no style sheet, and would miss these.
    """
    if is_missed or _shows_picture(element) or _holds(element, "a"):
        removals.take(element, _PASSAGE)
    else:
        removals.rewrite(_PASSAGE, said_by(element))
        tree.drop(element)


def is_hidden(element: Node) -> bool:
    """Tell whether a browser hides an element, or shows the element on a screen only."""
    if element.get("hidden") is not None or element.get("style") == "hidden":
        return True
    if element.tag == "dialog" and element.get("open") is None:
        return True
    if _is_styled_away(element):
        return not _shows_content(element)
    if not _SCREEN_ONLY.isdisjoint(tree.classes(element)):
        return not _shows_content(element)
    return not _SPOKEN.isdisjoint(tree.classes(element))


def _is_styled_away(element: Node) -> bool:
    """Tell whether a style leaves nothing to be seen of an element with words only."""
    styled = (element.get("style") or "").split()
    if any(one.startswith("url(") for one in styled):
        return False  # these words describe the picture behind them
    # Of a box without a size of its own, each part may have a size.
    return "unseen" in styled or ("sizeless" in styled and not len(element))


def _shows_content(element: Node) -> bool:
    """Tell whether an element that its site leaves off paper holds a part of the article."""
    blocks = element.iter("p", "figure", "table", "pre", "blockquote", "dl", *HEADINGS)
    return (
        _shows_picture(element)
        or any(tree.words(block) for block in blocks)
        or len(said_by(element)) > _SCREEN_ONLY_MOST
    )


def _is_ornament(element: Node) -> bool:
    """Tell whether an `aria-hidden` element has no words, is an icon, or repeats a formula."""
    if element.get("aria-hidden") != "true" or _shows_picture(element):
        return False
    said, parent = tree.words(element), element.getparent()
    named = (element.get("class") or "") + " " + ("" if parent is None else parent.get("class", ""))
    if _TYPESET.search(named) and parent is not None and _holds(parent, "x-math"):
        return True
    drawn = any(_ICON_FONT.search(name) for name in tree.classes(element))
    if _SIGN.fullmatch(said) and _belongs_to_number(element):
        return False
    return not _WORD.search(said) or (drawn and _LIGATURE.fullmatch(said) is not None)


def _belongs_to_number(sign: Node) -> bool:
    """Tell whether a sign stands right beside a figure, as the $ of $45 and the % of 45%."""
    previous, around = sign.getprevious(), sign.getparent()
    led = previous.tail if previous is not None else around.text if around is not None else ""
    if previous is not None and not led:
        led = tree.text(previous)
    following, behind = sign.getnext(), sign.tail or ""
    if following is not None and not behind:
        behind = tree.text(following)
    return (led or "")[-1:].isdecimal() or behind[:1].isdecimal()


def _is_missed(element: Node) -> bool:
    if not is_hidden(element):
        return False
    around = element.getparent()
    drawn = around is not None and _holds(element, "x-math") and _holds(around, "img")
    return not drawn and (_is_styled_away(element) or _says_more(element))


def _says_more(element: Node) -> bool:
    """Tell whether an element has words that none of its neighbours has."""
    said = _spaced(tree.text(element))
    return bool(said.strip()) and not any(said in _spaced(near) for near in _beside(element))


def _beside(element: Node) -> Iterator[str]:
    """Yield the texts that a reader sees right before and behind an element."""
    before, after, around = element.getprevious(), element.getnext(), element.getparent()
    yield element.tail or ""
    yield (before.tail if before is not None else around.text if around is not None else "") or ""
    for one in (before, after):
        if one is not None and not is_hidden(one):
            yield tree.text(one)


def _spaced(text: str) -> str:
    """Return the first words of a text between spaces, so that only whole words are found."""
    return f" {' '.join(compared_words(text[:_NEAR_MOST]))} "


def _holds(element: Node, tag: str) -> bool:
    return any(True for _ in element.iter(tag))


def _shows_picture(element: Node) -> bool:
    return any(True for _ in element.iter("img", "picture", "video", "x-iframe", "x-math"))


def _remove_twins(root: Node, removals: Removals) -> None:
    """Unwrap each `noscript`, whose picture often repeats the picture beside the `noscript`.

    The picture beside the `noscript` is kept if it has an address, else the picture inside; of two
    sizes the larger. Films and frames inside stay, if none stands beside. Words in a `noscript` are
    removed, and counted if they say something new.
    """
    for fallback in tree.each(root, "x-noscript"):
        if any(one.tag == fallback.tag for one in tree.ancestors(fallback)):
            continue
        if _says_more(fallback):
            removals.note(_PASSAGE, said_by(fallback), place_of(fallback))
        group = tree.make("span")
        group.extend(_only_here(fallback, removals))
        for one in group:
            one.tail = None
        tree.replace(fallback, group)


def _only_here(fallback: Node, removals: Removals) -> list[Node]:
    """Return the pictures and films of a `noscript` that nothing beside the `noscript` repeats."""
    beside = [one for one in (fallback.getprevious(), fallback.getnext()) if one is not None]
    played = _seen_players(fallback)
    if any(one.tag != fallback.tag and _seen_players(one) for one in beside):
        played = []
    repeated = tree.each(fallback, "img")
    shown: dict[str, Node] = {}
    twins = [img for one in beside for img in one.iter("img")]
    for twin in twins:
        if address := pictures.written_address(twin):
            shown.setdefault(split_size(address).rest, twin)
    if shown:
        return [img for img in repeated if not _is_shown(img, shown, removals)] + played
    for twin in twins if repeated else []:
        tree.drop(twin)
    return repeated + played


def _is_shown(img: Node, shown: dict[str, Node], removals: Removals) -> bool:
    """Tell whether the picture of a `noscript` is shown beside, where the larger size is kept."""
    address = pictures.written_address(img)
    if not address or pictures.is_beacon(img):
        return True
    twin = shown.get(split_size(address).rest)
    if twin is None:
        return False
    for name in ("alt", *pictures.SAID_BY):
        said, told = twin.get(name), img.get(name)
        if told and not said:
            twin.set(name, told)
        elif told and differ(said, told):
            removals.note(_PASSAGE, told, place_of(img))
    beside = pictures.written_address(twin) or ""
    if larger(beside, address) != beside:
        removals.rewrite("picture", beside)
        pictures.set_address(twin, address, pictures.read_size(img))
    elif address != beside:
        removals.rewrite("picture", address)
    return True


def _seen_players(element: Node) -> list[Node]:
    """Return the films and frames in an element, but for frames that only programs notice."""
    return [
        one
        for one in element.iter(*_PLAYERS)
        if not any(one.get(side) in ("0", "1") for side in ("width", "height"))
    ]
