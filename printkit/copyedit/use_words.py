"""Words of uses: two uses of a picture go in; how their words agree, and filled gaps, come out."""

from collections.abc import Iterable, Iterator

from printkit.article import Image
from printkit.copyedit import tree
from printkit.remarks import Removed
from printkit.text.comparing import alike, letters

SHOWN = ("headline", "caption", "credit", "alt")
"""The words of a use that a body can give."""

_MAKERS = ("credit", "creator", "source")
_WEIGHTS = {"caption": 8, "headline": 4, "alt": 2, "credit": 1}
_COMPARED = 400  # characters of a caption; the record's may be of any length


def differ(one: str | None, other: str | None) -> bool:
    """Tell whether two texts are both filled, and say different things."""
    if not one or not other or one == other:
        return False
    # Most texts differ at their beginning, and a record may compare many long texts.
    first, second = letters(one[:_COMPARED]), letters(other[:_COMPARED])
    shorter = min(len(first), len(second))
    return first[:shorter] != second[:shorter] or not alike(one, other)


def are_two_uses(one: Image, other: Image, *, by_alt: bool = False) -> bool:
    """Tell whether two uses say different things, so that both must be printed.

    Args:
        one, other: the uses.
        by_alt: whether two alternative texts make two uses, too.
    """
    names = ("caption", "headline", "alt") if by_alt else ("caption", "headline")
    said = [(getattr(one, name), getattr(other, name)) for name in names]
    return any(differ(*pair) for pair in (*said, (_maker(one), _maker(other))))


def agreement(one: Image, other: Image) -> int:
    """Return how much the words of two uses have in common; 0 if their captions differ.

    A caption may be the beginning of the other.
    """
    first, second = (letters((image.caption or "")[:_COMPARED]) for image in (one, other))
    if first and second and not first.startswith(second[: len(first)]):
        return 0
    return sum(
        weight
        for name, weight in _WEIGHTS.items()
        if (said := getattr(one, name)) and (told := getattr(other, name))
        if name == "caption" or alike(said, told)
    )


def fill_use_gaps(image: Image, other: Image, names: Iterable[str]) -> Image:
    """Return a use with its gaps in some fields filled; credits of two uses are never mixed."""
    has_maker = bool(_maker(image))
    values = {
        name: getattr(other, name)
        for name in names
        if not getattr(image, name) and getattr(other, name)
        if not (has_maker and name in _MAKERS)
        if not (name == "alt" and image.decorative)
    }
    return image.model_copy(update=values)


def replaced_words(image: Image, printed: Image) -> Iterator[Removed]:
    """Yield the words of a use that the words of the printed use replace, field by field."""
    for name in SHOWN:
        said, given = getattr(image, name), getattr(printed, name)
        if said and given and tree.fold_space(given) != tree.fold_space(said):
            yield Removed(name, said, "figure")


def _maker(image: Image) -> str:
    return image.credit or ", ".join(image.creator)
