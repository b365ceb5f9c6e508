"""Record's pictures: pictures of body and record go in; each use comes out with its own words.

A picture of the record is a use of its own, or has words for a use in the body:

- If record and body have one use each, or if the words of both agree, the words of the record
  replace the words of the body, with a remark: so an editor mends a caption in the record.
- If the body uses the picture several times, the words of the record only fill gaps.
- If the record has more uses than the body, or a lead with another caption than the body, the use
  is printed besides.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import reduce

from printkit.article import Article, Image
from printkit.copyedit import tree
from printkit.copyedit.picture_list import DraftPicture, PictureList
from printkit.copyedit.picture_matching import PictureGroup, match_pictures
from printkit.copyedit.removals import Removals
from printkit.copyedit.same_picture import SamePicture
from printkit.copyedit.use_words import SHOWN, fill_use_gaps, replaced_words
from printkit.remarks import Remark, Removed
from printkit.text.comparing import alike

_SIZE = ("width", "height")
_FIELDS = frozenset(Image.model_fields) - {"src", "role", "decorative", "provenance", *_SIZE}
# A caption belongs to one use; who made the picture, and who may print it, is true of every use.
_OF_EVERY_USE = _FIELDS - {"caption", "headline", "place", "date_created"}


@dataclass
class _Teller:
    """Makes remarks on words that are not printed."""

    remarks: list[Remark]
    where: str

    def tell(self, message: str, gone: Iterable[Removed]) -> None:
        """Remark with PK205 on words, if there are any."""
        if words := tuple(gone):
            said = "; ".join(f"{one.kind} “{one.words}”" for one in words)
            self.remarks.append(Remark("PK205", f"{message}: {said}", self.where, removed=words))


def list_pictures(
    body: list[DraftPicture], article: Article, same: SamePicture, removals: Removals, where: str
) -> PictureList:
    """Give each picture of the record to a use of the same picture in the body, or add a use.

    Args:
        body: the uses that the body shows.
        article: the record.
        same: tells which addresses show one picture.
        removals: gets the addresses in the body of pictures that are printed from another address.
        where: the record's name, for remarks.
    """
    listed = PictureList(body)
    teller = _Teller(listed.remarks, where)
    entries, groups = match_pictures(body, article.images, same)
    for group in groups:
        _join_repeats(group, same, teller)
        _enlarge(group, same)
    for entry in entries:
        if entry.use is None:
            _add(listed, entry.image)
            continue
        if entry.is_sure:
            _prefer_record(entry.use, entry.image, removals, teller)
        else:
            _fill_gaps(entry.use, entry.image)
        _choose_address(entry.use, entry.image.src or "", same, removals)
        if entry.image.role == "lead" and listed.lead is None:
            listed.lead = entry.use
    for group in groups:
        for use in group.uses:
            for entry in group.entries[:1]:
                names = {"usage_terms"} if use.in_line else _OF_EVERY_USE
                use.image = fill_use_gaps(use.image, entry.image, names)
        _tell_unused(group, teller)
    return listed


def _join_repeats(group: PictureGroup, same: SamePicture, teller: _Teller) -> None:
    """Fill the gaps of each entry of the record with the words of its repeats."""
    for entry, image in group.repeats:
        message = "the record has a picture twice; these words of the second are not printed"
        teller.tell(message, replaced_words(image, entry.image))
        joined = fill_use_gaps(entry.image, image, {*_FIELDS, "role", *_SIZE})
        larger = same.larger(entry.image.src or "", image.src or "")
        entry.image = joined.model_copy(update={"src": larger})


def _enlarge(group: PictureGroup, same: SamePicture) -> None:
    """Print the record's own uses of a picture in the largest size that the body has."""
    shown = dict.fromkeys(use.image.src or "" for use in group.uses)
    for entry in group.entries:
        if entry.use is None:
            largest = reduce(same.larger, shown, entry.image.src or "")
            entry.image = entry.image.model_copy(update={"src": largest})


def _add(listed: PictureList, image: Image) -> None:
    opens = image.role == "lead" or (image.role is None and listed.lead is None)
    picture = DraftPicture(image, tree.make("div", image.caption or ""))
    if opens and listed.lead is None:
        listed.lead = picture
    else:
        picture.image = image.model_copy(update={"role": "gallery"})
        listed.gallery.append(picture)


def _prefer_record(use: DraftPicture, image: Image, removals: Removals, teller: _Teller) -> None:
    """Give a use the fields of the record; keep fields of the body that the record lacks."""
    seen = use.image
    gaps = {n: getattr(seen, n) for n in (*SHOWN, *_SIZE) if getattr(image, n) is None}
    came = {name: way for name, way in seen.provenance.items() if name in gaps}
    message = "words of a picture in the body were replaced by the record's words"
    teller.tell(message, replaced_words(seen, image))
    # The body's caption may have links and emphasis, and the record's has none.
    if image.caption and not alike(image.caption, seen.caption or ""):
        for link in use.caption.iter("a"):
            removals.unlink(link, "it stands in a caption that the record's caption replaces")
        use.caption = tree.make("div", image.caption)
    own = {"src": seen.src, "role": "inline", "provenance": came | dict(image.provenance)}
    use.image = image.model_copy(update={**gaps, **own})


def _fill_gaps(use: DraftPicture, image: Image) -> None:
    """Give a use the fields of the record that the use lacks; the words of the body stay."""
    if image.caption and not use.image.caption:
        use.caption = tree.make("div", image.caption)
    use.image = fill_use_gaps(use.image, image, _FIELDS)


def _tell_unused(group: PictureGroup, teller: _Teller) -> None:
    """Tell the words of the record that no use of the picture has taken."""
    for entry in group.entries:
        if entry.use is not None and not entry.is_sure:
            message = "the body has other words for this picture than the record; not printed"
            teller.tell(message, _unused(entry.image, [use.image for use in group.uses]))


def _unused(image: Image, printed: list[Image]) -> Iterator[Removed]:
    """Yield the words of a picture of the record that no use is printed with."""
    for name in SHOWN:
        said = getattr(image, name)
        if said and not any(alike(said, getattr(use, name) or "") for use in printed):
            yield Removed(name, said, "figure")


def _choose_address(use: DraftPicture, src: str, same: SamePicture, removals: Removals) -> None:
    """Print a use from the larger of two addresses; of equal sizes, from the record's address."""
    seen = use.image.src or ""
    larger = same.larger(src, seen)
    if larger != seen:
        removals.rewrite("picture", seen)
        use.image = use.image.model_copy(update={"src": larger})
