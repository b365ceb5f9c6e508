"""Make-up: the parts of an issue are put in their order, until every number is right.

The articles' lengths give the folios. Then comes what speaks of folios: the lists at the end,
the contents, the cover; and last, running heads and the folios themselves. The front matter
is counted apart, in roman numerals, so that its own length moves nothing.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import NamedTuple

from printkit.bindery.book import TOP, Book, Enclosure, Inserts, Numbering, Part
from printkit.edition import Edition
from printkit.files import publishing
from printkit.issue.period import Period
from printkit.issue.plan import Plan
from printkit.makeup.articles import Body, Unit
from printkit.makeup.cover_picture import Cover
from printkit.makeup.folios import (
    LinkTarget,
    PlacedPart,
    insert_slots,
    jumps,
    listings,
    numbers,
    outline,
)
from printkit.markup import digest, metadata
from printkit.markup.digest import MatterPart
from printkit.markup.entries import Listing
from printkit.pages import PageMarkup, Pages, Position
from printkit.press.fonts import family
from printkit.printing.leaves import PressJob
from printkit.printing.works import Printer
from printkit.remarks import Remark
from printkit.wording.attribution import attribution_in


class _Own(NamedTuple):
    """Pages of the digest's own before they are printed.

    Attributes:
        names: of the parts that stand there; each is the id of a heading.
        markup: the pages.
    """

    names: tuple[str, ...]
    markup: PageMarkup


class MadeUp(NamedTuple):
    """An issue ready for the bindery, and what was noticed of the digest's own pages."""

    book: Book
    remarks: tuple[Remark, ...]


@dataclass(frozen=True)
class MakeUp:
    """An issue whose articles are printed.

    Attributes:
        plan, period, edition: of the issue.
        body: its articles.
        cover: its picture.
        inserts: somebody else's pages.
        works: where the digest's own pages are printed.
    """

    plan: Plan
    period: Period | None
    edition: Edition
    body: Body
    cover: Cover
    inserts: Inserts
    works: Printer

    @property
    def title(self) -> str:
        """Of the issue and its file."""
        return digest.title_of(self.plan, self.edition)

    def made_up(self) -> MadeUp:
        """Print the digest's own pages, and put everything in its order.

        Raises:
            PrintkitError: one of them cannot be printed.
        """
        articles = [self._article_slot(unit) for unit in self.body.units]
        appended = insert_slots(self.inserts.appended, "appended")
        covers, back_matter = list(self._cover()), list(self._back())
        # The lists take about as long as half the running heads, and the contents, which wait
        # for them, as the other half; what is printed here beside is taken up later.
        heads = list(self._furniture(articles).values())
        half = len(heads) // 2
        self.works.print_leaves([*map(self._leaf, (*back_matter, *covers)), *heads[:half]])
        back, of_the_back = self._printed("arabic", back_matter)
        cover, of_the_cover = self._printed("roman", covers)
        prepended = insert_slots(self.inserts.prepended, "prepended")
        listed = listings([*cover, *prepended, *articles, *appended, *back])
        inserts, parts = _of(listed, (*prepended, *appended)), _of(listed, back)
        front_matter = list(self._front_matter(inserts, parts))
        self.works.print_leaves([*map(self._leaf, reversed(front_matter)), *heads[half:]])
        front, of_the_front = self._printed("roman", front_matter)
        slots = [*cover, *prepended, *front, *articles, *appended, *back]
        book = self._book(self._furnished(slots))
        return MadeUp(book, (*of_the_cover, *of_the_front, *of_the_back))

    def _cover(self) -> Iterator[_Own]:
        if "cover" not in self.plan.without:
            sections, picture = self.body.placed(), self.cover.picture
            page = digest.cover_page(
                self.plan, self.period, sections, picture, self.edition, lead=self.cover.anchor
            )
            yield _Own(("cover",), page)

    def _front_matter(self, inserts: Sequence[Listing], back: Sequence[Listing]) -> Iterator[_Own]:
        if self.plan.note and "note" not in self.plan.without:
            yield _Own(("note",), digest.note_page(self.plan, self.edition))
        if "contents" not in self.plan.without:
            sections = self.body.placed()
            page = digest.contents_page(sections, self.edition, inserts=inserts, back=back)
            yield _Own(("contents",), page)

    def _back(self) -> Iterator[_Own]:
        """The back matter; none of its parts fills a page of its own."""
        if parts := list(self._back_matter()):
            names = tuple(part.name for part in parts)
            yield _Own(names, digest.matter_page(parts, self.edition))

    def _back_matter(self) -> Iterator[MatterPart]:
        sections, without = self.body.placed(), self.plan.without
        if self.body.articles and "sources" not in without:
            yield digest.sources(sections, self.edition)
        shown = None if "cover" in without else self.cover.picture
        if "picture-credits" not in without and (shown or _pictured(self.body)):
            yield digest.picture_credits(sections, self.edition, cover=shown)
        if "colophon" not in without:
            articles, families = self.body.articles, self._families()
            yield digest.colophon(self.plan, self.period, articles, families, self.edition)

    def _families(self) -> list[str]:
        """The names of the faces that the articles are set in."""
        programs = {
            face.program: face.index for unit in self.body.units for face in unit.pages.faces
        }
        names = {family(self.works.face(name), index) for name, index in programs.items()}
        return sorted(names)

    def _article_slot(self, unit: Unit) -> PlacedPart:
        anchors = unit.pages.anchors
        targets = []
        for entry in unit.entries:
            names = (entry.story.anchor, *(one.anchor for one in entry.story.pictures))
            targets += [
                LinkTarget(name, entry.title, anchors[name]) for name in names if name in anchors
            ]
        part = Part(unit.pages, unit.title, unit.language)
        return PlacedPart(
            part, tuple(targets), unit.margins(self.title, self.edition.sheet), unit.section
        )

    def _leaf(self, wanted: _Own) -> PressJob:
        picture = self.cover.picture if "cover" in wanted.names else None
        pictures = {picture.url: picture} if picture else {}
        return PressJob(wanted.markup, self.edition.theme, pictures, name=", ".join(wanted.names))

    def _printed(
        self, numbering: Numbering, wanted: Sequence[_Own]
    ) -> tuple[list[PlacedPart], tuple[Remark, ...]]:
        """The digest's own pages, printed; and what was noticed of them."""
        printed = self.works.print_leaves([self._leaf(one) for one in wanted])
        remarks = chain.from_iterable(
            (*one.markup.remarks, *pages.remarks)
            for one, pages in zip(wanted, printed, strict=True)
        )
        slots = [
            self._own_slot(one.names, pages, numbering)
            for one, pages in zip(wanted, printed, strict=True)
        ]
        return slots, tuple(remarks)

    def _own_slot(self, names: Sequence[str], pages: Pages, numbering: Numbering) -> PlacedPart:
        titles = [mark.label for mark in pages.bookmarks] or [self.title]
        targets = tuple(
            LinkTarget(name, title, pages.anchors.get(name, Position(0, 0, TOP)))
            for name, title in zip(names, titles, strict=True)
        )
        title = attribution_in(self.edition.language).word("comma").join(titles)
        part = Part(pages, title, "", numbering)
        begun = [(target.place, target.title) for target in targets]
        margins = digest.furniture_of(begun, pages.page_count, self.edition.sheet, self.title)
        return PlacedPart(part, targets, () if "cover" in names else margins)

    def _furniture(self, slots: Sequence[PlacedPart]) -> dict[int, PressJob]:
        """The running heads and folios of the slots that have any, by their places."""
        return {
            place: PressJob(
                digest.furniture_pages(
                    slot.margins,
                    self.edition,
                    numbering=slot.part.numbering,
                    first=number,
                    language=slot.language,
                ),
                self.edition.theme,
                furniture=True,
                name="running heads",
            )
            for place, (slot, number) in enumerate(zip(slots, numbers(slots), strict=True))
            if slot.margins
        }

    def _furnished(self, slots: Sequence[PlacedPart]) -> list[PlacedPart]:
        """The slots with their running heads and folios."""
        wanted = self._furniture(slots)
        printed = dict(zip(wanted, self.works.print_leaves(list(wanted.values())), strict=True))
        return [
            slot._replace(part=replace(slot.part, furniture=printed.get(place)))
            if isinstance(slot.part, Part)
            else slot
            for place, slot in enumerate(slots)
        ]

    def _book(self, slots: Sequence[PlacedPart]) -> Book:
        articles, own = self.body.articles, attribution_in(self.edition.language)
        day = self.plan.date or (self.period.last if self.period else None)
        packets = metadata.issue_packets(articles, self.edition, self.title, day)
        newest = max((metadata.dated(one.date_published) for one in articles), default=None)
        return Book(
            parts=tuple(slot.part for slot in slots),
            title=self.title,
            language=own.language,
            rightward=own.direction == "rtl",
            bookmarks=tuple(outline(slots)),
            jumps=dict(jumps(slots, own)),
            enclosures=tuple(_enclosures(self.body)),
            packet=packets.packet,
            humble_packet=packets.humble_packet,
            dated=metadata.dated(day) if day else newest,
            archive=self.edition.profile == "archive",
        )


def _of(listed: Sequence[Listing], slots: Sequence[PlacedPart]) -> list[Listing]:
    """The lines that lead to these slots."""
    anchors = {target.anchor for slot in slots for target in slot.targets}
    return [one for one in listed if one.anchor in anchors]


def _pictured(body: Body) -> bool:
    """Whether anybody is to be credited for a picture."""
    return any(picture.credit for entry in body.entries for picture in entry.story.pictures)


def _enclosures(body: Body) -> Iterator[Enclosure]:
    """The records of the articles that are printed."""
    articles = body.articles
    for article, name in zip(articles, publishing.names_for(articles), strict=True):
        yield Enclosure(
            f"article-{name.removesuffix('.pdf')}.json",
            metadata.record(article).encode(),
            "The article's record",
            metadata.dated(article.date_modified or article.date_published),
        )
