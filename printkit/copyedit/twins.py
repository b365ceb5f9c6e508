"""Twins: a body goes in; each picture that the page repeats for other screens comes out once.

Pictures stand in a run if no words but captions stand between them. Within a run, the same picture
is a twin, unless two captions or credits make two uses of it. Signs, such as the stars of a rating,
and pictures in different cells of a table are never twins.
"""

from collections import Counter
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from lxml import etree

from printkit.copyedit import pictures, tree
from printkit.copyedit.picture_list import DraftPicture
from printkit.copyedit.removals import Removals, place_of
from printkit.copyedit.same_picture import SamePicture
from printkit.copyedit.tree import Node
from printkit.copyedit.use_words import SHOWN, are_two_uses, differ
from printkit.text.patterns import regex

_PARTING = frozenset(("td", "th", "hr"))
# `hidden-mobile`, `show-for-small`, `md:hidden`, `only-phone`, `d-md-none`, `hero--desktop`
_SCREEN = "(mobile|phone|handheld|tablet|desktop|xs|sm|md|lg|xl|xxl|small|medium|large)"
_SHOW = "(hide|hidden|visible|show|only|none)"
_FOR_SCREENS = regex(
    rf"(^|[-_:@]){_SCREEN}[-_:](.{{1,20}}[-_:])?{_SHOW}([-_:]|$)"
    rf"|(^|[-_:@]){_SHOW}[-_:@](.{{1,20}}[-_:])?{_SCREEN}([-_:]|$)"
    r"|^d-(xs|sm|md|lg|xl|xxl)-(block|flex|inline|table)|(^|[-_])(mobile|desktop|phone)$"
)
_LONGEST = 60  # characters of a class name
_NEAR = 5  # elements around a picture whose class names count
_HOLDERS = frozenset(("p", "div", "figure", "picture", "a", "span", "center"))
_SIGNS = 3  # so many equal pictures in a row are signs, such as stars
_COMPARED = 20  # uses of one picture in a run; a body may repeat a picture without end
_KINDS = {"alt": "alternative text", "headline": "title"}
_SIZE = ("width", "height")


class _Seen(NamedTuple):
    """The element of a picture, with the address of the picture."""

    img: Node
    address: str


def drop_doubles(root: Node, same: SamePicture, removals: Removals) -> None:
    """Take out each picture that repeats a picture before it, with no words between the two.

    The pass comes before captions are bound: the caption behind both is about the first picture,
    which keeps its place and gets the larger of the two addresses.

    Args:
        root: the body; changed in place.
        same: tells which addresses show one picture.
        removals: gets the addresses and the other alternative texts of the repeated pictures.
    """
    for run in _runs(root, "img"):
        kept: list[_Seen] = []
        numbers: dict[str, int] = {}
        for one in _without_signs(run):
            rest, digest = same.rest(one.address), same.digest(one.address) if run[1:] else ""
            number = numbers.get(rest)
            if number is None and digest:
                number = numbers.get(digest)
                if number is not None and differ(kept[number].img.get("alt"), one.img.get("alt")):
                    number = None
            if number is None or _say_different(kept[number].img, one.img):
                numbers |= dict.fromkeys(filter(None, (rest, digest)), len(kept))
                kept.append(one)
            else:
                kept[number] = _merge(kept[number], one, same, removals)


def is_for_some_screens(img: Node) -> bool:
    """Tell whether a class name says that only some kinds of screens show a picture."""
    around = islice((img, *tree.ancestors(img)), _NEAR)
    return any(_FOR_SCREENS.search(name[:_LONGEST]) for one in around for name in tree.classes(one))


def join_twins(
    root: Node, body: list[DraftPicture], same: SamePicture, removals: Removals
) -> list[DraftPicture]:
    """Join each picture with its twins in the same run, when captions and credits are known.

    Args:
        root: the body with placeholders; changed in place.
        body: the pictures by the numbers of their placeholders.
        same: tells which addresses show one picture.
        removals: gets the addresses of the twins, and their words that are not printed.

    Returns:
        The pictures that are left, by the new numbers of their placeholders.
    """
    for run in _runs(root, "figure"):
        kept: dict[str, list[DraftPicture]] = {}
        for mark, picture in _without_repeated_signs(run, body):
            src = picture.image.src or ""
            keys = list(filter(None, (same.rest(src), same.digest(src) if run[1:] else "")))
            near = [one for key in keys for one in kept.get(key, [])[:_COMPARED]]
            first = next((one for one in near if _are_twins(one, picture, same)), None)
            if first is None:
                for key in keys:
                    kept.setdefault(key, []).append(picture)
            else:
                _join_words(first, picture, removals)
                removals.take(mark, "repeated picture", _join(first, picture, same))
    marks = [mark for mark in root.iter("figure", "img") if mark.get("data-figure") is not None]
    left = [body[int(mark.get("data-figure", ""))] for mark in marks]
    for number_left, mark in enumerate(marks):
        mark.set("data-figure", str(number_left))
    return left


def _runs(root: Node, tag: str) -> list[list[Node]]:
    """Return the elements of a name in runs: words, rules and edges of cells part two runs."""
    runs: list[list[Node]] = [[]]
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if event == "start" and element.tag == tag:
            runs[-1].append(element)
        text = element.text if event == "start" else element.tail
        if runs[-1] and (element.tag in _PARTING or not tree.is_blank(text)):
            runs.append([])
    return runs


def _without_signs(run: list[Node]) -> Iterator[_Seen]:
    found = [(img, pictures.written_address(img)) for img in run if not pictures.is_sign(img)]
    seen = [_Seen(img, address) for img, address in found if address]
    times = Counter((one.img.getparent(), one.address) for one in seen)
    yield from (one for one in seen if times[one.img.getparent(), one.address] < _SIGNS)


def _without_repeated_signs(
    run: list[Node], body: list[DraftPicture]
) -> list[tuple[Node, DraftPicture]]:
    numbers = [(mark, mark.get("data-figure")) for mark in run]
    found = [(mark, body[int(number)]) for mark, number in numbers if number is not None]
    found = [one for one in found if not _is_small(one[1])]
    times = Counter((mark.getparent(), picture.image.src) for mark, picture in found)
    return [one for one in found if times[one[0].getparent(), one[1].image.src] < _SIGNS]


def _is_small(picture: DraftPicture) -> bool:
    sides = (picture.image.width or 0, picture.image.height or 0)
    return any(0 < side <= pictures.INLINE_MOST for side in sides)


def _say_different(first: Node, other: Node) -> bool:
    """Tell whether two elements have different captions, credits or titles in their attributes."""
    return any(differ(first.get(name), other.get(name)) for name in pictures.SAID_BY)


def _merge(first: _Seen, other: _Seen, same: SamePicture, removals: Removals) -> _Seen:
    """Take the other picture out; the first gets the words that it lacks, and the larger size."""
    for name in ("alt", *pictures.SAID_BY):
        said, told = first.img.get(name), other.img.get(name)
        if told and not said:
            first.img.set(name, told)
        elif told and differ(said, told):
            removals.note("alternative text", told, place_of(other.img))
    larger = same.larger(first.address, other.address)
    smaller = other.address
    if larger != first.address:
        smaller = first.address
        pictures.set_address(first.img, larger, pictures.read_size(other.img))
    link = next((one for one in tree.ancestors(other.img) if one.tag == "a"), None)
    if link is not None and tree.is_blank(tree.text(link)):
        linked = {one.get("href") for one in tree.ancestors(first.img) if one.tag == "a"}
        if link.get("href") not in linked:
            removals.unlink(link, "the picture in the link is a repeated picture")
    around = other.img.getparent()
    removals.take(other.img, "repeated picture", smaller)
    # An empty paragraph would part the first picture from its caption.
    while around is not None and around.tag in _HOLDERS and tree.holds_nothing(around):
        empty, around = around, around.getparent()
        tree.unwrap(empty)
    return _Seen(first.img, larger)


def _are_twins(first: DraftPicture, other: DraftPicture, same: SamePicture) -> bool:
    one, two = first.image, other.image
    has_same_address = same.rest(one.src or "") == same.rest(two.src or "")
    if are_two_uses(one, two):
        # The page shows one of the two captions at a time.
        return has_same_address and (first.for_some_screens or other.for_some_screens)
    return has_same_address or not differ(one.alt, two.alt)


def _join_words(first: DraftPicture, other: DraftPicture, removals: Removals) -> None:
    """Give the first picture the caption that it lacks; note the words that are not printed."""
    for name in ("headline", "credit", "alt"):
        said, told = getattr(first.image, name), getattr(other.image, name)
        # Nobody misses the repetition of an alternative text, which no reader sees.
        if said and told and (name != "alt" or differ(said, told)):
            removals.note(_KINDS.get(name, name), told)
    if tree.holds_nothing(first.caption):
        first.caption = other.caption
    elif not tree.holds_nothing(other.caption):
        removals.note("caption", tree.words(other.caption))
        printed = {link.get("href") for link in first.caption.iter("a")}
        for link in other.caption.iter("a"):
            if link.get("href") not in printed:
                removals.unlink(link, "it stands in the caption of a repeated picture")


def _join(first: DraftPicture, other: DraftPicture, same: SamePicture) -> str:
    """Give the first picture the larger size and the fields it lacks; return the other address."""
    one, two = first.image, other.image
    larger = same.larger(one.src or "", two.src or "")
    is_other = larger != one.src
    names = [name for name in (*SHOWN, *_SIZE) if getattr(one, name) is None]
    names += _SIZE if is_other else ()
    came = {name: way for name, way in two.provenance.items() if name in names}
    first.image = one.model_copy(
        update={
            **{name: getattr(two, name) for name in names},
            "src": larger,
            "decorative": one.decorative and two.decorative,
            "provenance": came | dict(one.provenance),
        }
    )
    return (one.src if is_other else two.src) or ""
