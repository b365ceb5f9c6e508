"""Picture matching: uses in a body and pictures of a record go in, and come out in pairs."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from printkit.article import Image
from printkit.copyedit.picture_list import DraftPicture
from printkit.copyedit.same_picture import SamePicture
from printkit.copyedit.use_words import agreement, are_two_uses

_COMPARED = 20  # uses or entries of one picture: a record may repeat a picture without end


@dataclass
class Entry:
    """A picture of the record.

    Attributes:
        image: the fields of the record.
        use: the use in the body that the entry has words for; None for a use of its own.
        is_sure: whether the entry is surely about this use.
    """

    image: Image
    use: DraftPicture | None = None
    is_sure: bool = False


@dataclass
class PictureGroup:
    """One picture: its uses in the body, and its entries in the record, both in their order.

    Attributes:
        repeats: entries that say nothing different from an entry before, each with that entry.
    """

    uses: list[DraftPicture] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    repeats: list[tuple[Entry, Image]] = field(default_factory=list)

    def images(self) -> list[Image]:
        """Return the words of the first uses and entries."""
        uses, entries = self.uses[:_COMPARED], self.entries[:_COMPARED]
        return [*(one.image for one in uses), *(one.image for one in entries)]


def match_pictures(
    body: list[DraftPicture], images: Iterable[Image], same: SamePicture
) -> tuple[list[Entry], list[PictureGroup]]:
    """Find for each picture of the record the use in the body that the picture has words for.

    Returns:
        The entries of the record in their order, without repeats; and all pictures.
    """
    groups = _Groups(body, same)
    entries = [entry for image in images if (entry := groups.add(image))]
    for group in groups.every:
        _match(group)
    return entries, groups.every


class _Groups:
    def __init__(self, body: list[DraftPicture], same: SamePicture) -> None:
        self.every: list[PictureGroup] = []
        self._same = same
        self._by_rest: dict[str, PictureGroup] = {}
        self._by_digest: dict[str, PictureGroup] = {}
        for use in body:
            self._of_rest(same.rest(use.image.src or "")).uses.append(use)

    def add(self, image: Image) -> Entry | None:
        """Return the entry of a picture of the record; None for a repeat of another entry."""
        entry = Entry(image)
        if image.src is None:
            return entry
        group = self._find(image, image.src)
        by_alt = len(group.uses) > 1
        for first in group.entries[:_COMPARED]:
            if not are_two_uses(first.image, image, by_alt=by_alt):
                group.repeats.append((first, image))
                return None
        group.entries.append(entry)
        return entry

    def _find(self, image: Image, src: str) -> PictureGroup:
        """Return the group of a picture, by address or by bytes.

        Bytes count only if no words contradict: a server may give one answer at many addresses,
        such as a picture that says “not found”.
        """
        rest = self._same.rest(src)
        if rest not in self._by_rest and (digest := self._same.digest(src)):
            if not self._by_digest:
                self._index_digests()
            group = self._by_digest.get(digest)
            if group and not any(are_two_uses(one, image) for one in group.images()):
                self._by_rest[rest] = group
            else:
                self._by_digest[digest] = self._of_rest(rest)
        return self._of_rest(rest)

    def _index_digests(self) -> None:
        for group in self.every:
            src = group.images()[0].src or ""
            if digest := self._same.digest(src):
                self._by_digest.setdefault(digest, group)

    def _of_rest(self, rest: str) -> PictureGroup:
        if rest not in self._by_rest:
            self._by_rest[rest] = PictureGroup()
            self.every.append(self._by_rest[rest])
        return self._by_rest[rest]


def _match(group: PictureGroup) -> None:
    left = list(group.uses)
    for entry in group.entries[:_COMPARED]:
        near = left[:_COMPARED]
        use = max(near, key=lambda one: agreement(entry.image, one.image), default=None)
        if use is not None and agreement(entry.image, use.image):
            entry.use, entry.is_sure = use, True
            left = [one for one in left if one is not use]
    has_more = len(group.entries) > len(group.uses)
    for entry in group.entries:
        if entry.use is not None or not group.uses:
            continue
        if len(group.uses) == 1 and left and not _stands_apart(entry.image, left[0].image):
            entry.use, entry.is_sure = left.pop(), True
        elif len(group.uses) > 1 and not has_more:
            near = (left or group.uses)[:_COMPARED]
            use = min(near, key=lambda one: (one.in_line, bool(one.image.caption)))
            if not _stands_apart(entry.image, use.image):
                entry.use = use
                left = [one for one in left if one is not use]


def _stands_apart(image: Image, seen: Image) -> bool:
    """Tell whether a lead or a gallery has its own caption, unlike the caption in the body."""
    apart = image.role in ("lead", "gallery") and image.caption and seen.caption
    return bool(apart) and not agreement(image, seen)
