"""Check a digest: every article is there, in its order, and every page number is right.

find_digest_faults(pdf, articles)   one sentence for each fault; empty for a sound digest

The check imports nothing of printkit: pypdf and pypdfium2 read the file as any software would.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from io import BytesIO
from itertools import pairwise
from typing import NamedTuple

from pypdf import PdfReader

from tests.support import digest_readback, structure_tree
from tests.support.printed_articles import keep_letters

_HEADINGS = ("H1", "H2", "H3", "H4", "H5", "H6")
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")


class ExpectedArticle(NamedTuple):
    """An article that must be in the digest, in the order of the issue.

    Attributes:
        section: the name of the article's section; empty if the article has no section.
        headline: the headline in the record.
        page: the page number that the article's account names.
    """

    section: str
    headline: str
    page: str


def find_digest_faults(
    pdf: bytes, pieces: Sequence[ExpectedArticle], *, publication: str, flow: bool = False
) -> list[str]:
    """Return the faults of a digest; the methods of `_DigestCheck` say what is checked."""
    collation = _DigestCheck(pdf, pieces, publication, flow=flow)
    return [
        *collation.folio_faults(),
        *collation.headline_faults(),
        *collation.running_head_faults(),
        *collation.contents_faults(),
        *collation.link_faults(),
        *collation.outline_faults(),
    ]


class _DigestCheck:
    """The checks of one digest; pages are counted from 0."""

    def __init__(
        self, pdf: bytes, pieces: Sequence[ExpectedArticle], publication: str, *, flow: bool
    ) -> None:
        self.pdf = pdf
        self.pieces = pieces
        self.publication = publication
        self.flow = flow
        self.reader = PdfReader(BytesIO(pdf))
        self.labels = self.reader.page_labels
        self.front = sum(label in _ROMAN for label in self.labels)
        self.headings = structure_tree.read_texts(pdf, "H1")

    @cached_property
    def starts(self) -> list[int]:
        """Return the page of each article's headline, in the order of the articles."""
        body = [page for page, _ in self.headings if page >= self.front]
        return body[: len(self.pieces)]

    @property
    def back(self) -> int:
        """Return the first page after the articles."""
        after = [page for page, _ in self.headings if page >= self.front][len(self.pieces) :]
        return after[0] if after else len(self.labels)

    def folio_faults(self) -> Iterator[str]:
        """Compare page labels with printed numbers: roman in front, then arabic from 1."""
        wanted = [*_ROMAN[: self.front], *map(str, range(1, len(self.labels) - self.front + 1))]
        if self.labels != wanted:
            yield f"pages are numbered {', '.join(self.labels)}"
        for number, (label, margins) in enumerate(zip(self.labels, self.margins, strict=True)):
            printed = {_western(one.strip()) for one in margins}
            if number and label not in printed:
                yield f"page {label} does not bear its number, but {margins}"
            elif not number and margins:
                yield f"the cover bears {margins}"

    @cached_property
    def margins(self) -> list[list[str]]:
        """Return the texts in the margins of each page: running heads and page numbers."""
        return digest_readback.read_margins_by_page(self.pdf)

    def headline_faults(self) -> Iterator[str]:
        """Find each article's headline on the page that its account names."""
        printed = [words for page, words in self.headings if page >= self.front]
        wanted = [piece.headline for piece in self.pieces]
        if _all_letters(printed[: len(wanted)]) != _all_letters(wanted):
            yield f"the headlines are {printed[: len(wanted)]}"
        for piece, start in zip(self.pieces, self.starts, strict=True):
            if self.labels[start] != piece.page:
                yield f"{piece.headline} is on page {self.labels[start]}, not {piece.page}"

    def running_head_faults(self) -> Iterator[str]:
        """Check running heads: the publication, and on later pages section and article as well.

        An opening page names the publication alone.
        """
        for page in range(self.front, self.back):
            label = self.labels[page]
            margins = [one for one in self.margins[page] if _western(one.strip()) != label]
            told = keep_letters("".join(margins)).casefold()
            ways = [
                [keep_letters(one).casefold() for one in (*heads, self.publication) if one]
                for heads in self._heads(page)
            ]
            if not any(_is_made_of(told, wanted) for wanted in ways):
                yield f"page {label} bears {margins}, and not one of {ways}"

    def _heads(self, page: int) -> list[list[str]]:
        """Return the running heads that a page may have.

        The heads name the article that continues on the page; an opening page has no heads. In a
        flowing section, an article may begin at the top of a page or below another article: both
        places are right.
        """
        begins = [number for number, start in enumerate(self.starts) if start == page]
        before = [number for number, start in enumerate(self.starts) if start < page]
        if begins and not (self.flow and before and self._go_on(before[-1], begins[0])):
            return [[]]
        on = self.pieces[before[-1]]
        return [[on.section, on.headline], *([[]] if begins else [])]

    def _go_on(self, before: int, after: int) -> bool:
        """Return whether two articles are in one section, and so may share a page."""
        return self.pieces[before].section == self.pieces[after].section

    def contents_faults(self) -> Iterator[str]:
        """Check the contents: all articles in their order, each with its page number."""
        listed = [one for one in self.links if one.page < self.front and one.page > 0]
        entries = [one for one in listed if self._page_of(one) is not None]
        wanted = [
            *self.pieces,
            *(ExpectedArticle("", words, self.labels[page]) for page, words in self.parts),
        ]
        titles = [one.words for one in entries]
        if _all_letters(titles) != _all_letters([one.headline for one in wanted]):
            yield f"the contents list {titles}"
        for entry, piece in zip(entries, wanted, strict=False):
            printed = _numbers(entry.around.replace(entry.words, ""))
            if printed != {piece.page} or self.labels[self._page_of(entry) or 0] != piece.page:
                yield f"the contents send to {entry.around}, and {piece} is meant"

    @property
    def parts(self) -> list[tuple[int, str]]:
        """Return page and title of the parts that follow the articles."""
        return [(page, words) for page, words in self.headings if page >= self.back]

    @cached_property
    def links(self) -> list[structure_tree.Link]:
        """Return all links that are in the structure tree."""
        return structure_tree.read_links(self.pdf)

    def link_faults(self) -> Iterator[str]:
        """Check links within the file: each leads to the page it names, or stays in its article."""
        for link in self.links:
            page = self._page_of(link)
            told = str(link.annotations[0].get("/Contents", ""))
            if len({str(one.get("/Dest")) for one in link.annotations}) > 1:
                yield f"the lines of {link.words} lead to different places"
            if page is None:
                continue
            if said := re.search(r", \D*(\d+)\D*$", told):
                yield from self._jump_faults(link, page, _western(said[1]))
            elif self._article(link.page) != self._article(page):
                yield f"{link.words} on page {self.labels[link.page]} leads to another article"

    def _jump_faults(self, link: structure_tree.Link, page: int, told: str) -> Iterator[str]:
        """Check a link to another part of the issue against the page number that the link names.

        A listing prints the number beside the link.
        """
        label = self.labels[page]
        if told != label:
            yield f"{link.words} is said to lead to page {told}, and leads to {label}"
        address = re.match(r"[\w-]+(\.[\w-]+)+/", link.words)
        listing = link.page < self.front or link.page >= self.back or address
        if listing and link.page and label not in _numbers(link.around):
            yield f"{link.around} leads to page {label}"

    def _article(self, page: int) -> int | tuple[str, int]:
        """Return the article that a page belongs to; in a flowing issue, the section."""
        if not self.front <= page < self.back:
            return ("page", page)
        number = max(n for n, start in enumerate(self.starts) if start <= page)
        if not self.flow:
            return number
        section = self.pieces[number].section
        return next(n for n, piece in enumerate(self.pieces) if piece.section == section)

    def _page_of(self, link: structure_tree.Link) -> int | None:
        """Return the page that a link leads to; None for an address on the web."""
        place = link.annotations[0].get("/Dest")
        if isinstance(place, str | bytes):
            place = self.reader.named_destinations[str(place)].dest_array
        if place is None:
            return None
        return self.reader.get_page_number(place[0].get_object())

    def outline_faults(self) -> Iterator[str]:
        """Check the outline: sections, below each its articles, below each article its headings.

        The bookmarks must stand in the order of the pages, and lead to the pages of their headings.
        """
        marks = digest_readback.read_outline(self.pdf)
        for (_, before, one), (_, after, other) in pairwise(marks):
            if other < one:
                yield f"the outline has {before} before {after}"
        for page, words in self.parts:
            if (1, words, page + 1) not in marks:
                yield f"the outline does not have {words}"
        found = [one for one in marks if self.front < one[2] <= self.back]
        shallow = [(level, keep_letters(label), page) for level, label, page in found]
        wanted = list(self._skeleton())
        if [one for one in shallow if one in wanted] != wanted:
            missing = [one for one in wanted if one not in shallow]
            yield f"the outline does not have {missing} in their order"
        sections = {keep_letters(piece.section) for piece in self.pieces}
        told = [
            (page, label) for level, label, page in shallow if level > 1 or label not in sections
        ]
        printed = [(page + 1, keep_letters(words)) for page, words in self._all_headings()]
        if told != printed:
            yield f"the outline has {set(told) ^ set(printed)}, or not in the order of the headings"

    def _skeleton(self) -> Iterator[tuple[int, str, int]]:
        """Yield level, letters and page of each section and article of the outline."""
        section = ""
        for piece, start in zip(self.pieces, self.starts, strict=True):
            if piece.section and piece.section != section:
                yield 1, keep_letters(piece.section), start + 1
            section = piece.section
            yield 1 + bool(section), keep_letters(piece.headline), start + 1

    def _all_headings(self) -> Iterator[tuple[int, str]]:
        """Yield page and words of all headings of the articles, headlines too."""
        for page, words in structure_tree.read_texts(self.pdf, *_HEADINGS):
            if self.front <= page < self.back:
                yield page, words


def _western(number: str) -> str:
    """Return a number in western digits, as in page labels; return other words unchanged."""
    return str(int(number)) if number.isdecimal() else number


def _numbers(words: str) -> set[str]:
    """Return the arabic and roman numerals in a text."""
    return {_western(one) for one in re.findall(r"\w+", words) if one.isdecimal() or one in _ROMAN}


def _all_letters(texts: Sequence[str]) -> list[str]:
    return [keep_letters(text) for text in texts]


def _is_made_of(text: str, wanted: Sequence[str]) -> bool:
    """Return whether a text consists of all the wanted texts, in any order.

    Each wanted text may lack its end, because a long text is shortened for the margin.
    """
    if not wanted:
        return not text
    return any(
        _is_made_of(text[length:], [*wanted[:turn], *wanted[turn + 1 :]])
        for turn, one in enumerate(wanted)
        for length in range(len(one), 0, -1)
        if text.startswith(one[:length])
    )
