"""Page text: takes the lines of printed pages, gives the places of a text on these pages."""

from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property

from printkit.preflight.proofreading.insertions import INSERTIONS
from printkit.preflight.proofreading.letter_string import SHORT, LetterString, Span
from printkit.preflight.proofreading.lines import PrintedLines
from printkit.preflight.proofreading.page_by_page import read_page_by_page
from printkit.text.direction import is_right_to_left

# A text this long can be told from other texts even if its numbers and addresses are left out.
LONG = 24  # letters that are compared


class PageText:
    """The text of all pages. A position counts letters from the beginning of the first page.

    Args:
        pages: the lines of every page, in reading order.
        ignored: characters that comparisons leave out.
    """

    def __init__(self, pages: Sequence[Sequence[str]], *, ignored: str = "") -> None:
        self._pages = ["\n".join(page) for page in pages]
        self._lines_of_pages = pages
        self._lines = [line for page in pages for line in page]
        self._ignored = ignored
        self._whole = LetterString("\n".join(self._pages), ignored)

    @cached_property
    def _strings(self) -> tuple[LetterString, ...]:
        """Return the whole text, then three copies that leave out more and more insertions.

        Insertions are words that the page has and the record has not. The first copy leaves out
        numbers of notes, the second also addresses of links, the third also words in brackets.
        """
        text = "\n".join(self._pages)
        return self._whole, *(LetterString(text, self._ignored, some) for some in INSERTIONS)

    def _strings_for(self, text: str, least: int) -> list[LetterString]:
        """Return the strings in which a text keeps all its letters, or at least so many."""
        whole = self.length(text)
        lengths = [len(string.reduce(text)) for string in self._strings]
        return [
            string
            for string, left in zip(self._strings, lengths, strict=True)
            if left == whole or left >= least
        ]

    @cached_property
    def _page_ends(self) -> list[int]:
        ends = [0]
        for page in self._pages:
            ends.append(ends[-1] + len(self._whole.reduce(page)))
        return ends

    def of_texts(self, texts: Sequence[str]) -> "PageText":
        """Return other texts as a page text of one page, with the same ignored characters."""
        return PageText([texts], ignored=self._ignored)

    def reduce(self, text: str) -> str:
        """Return the letters of a text that a comparison counts."""
        return self._whole.reduce(text)

    def length(self, text: str) -> int:
        """Return how many letters of a text a comparison counts."""
        return len(self.reduce(text))

    def lines(self) -> PrintedLines:
        """Return the printed lines, all of which are still free for a text to take."""
        return PrintedLines([self.reduce(line) for line in self._lines])

    def read_page_by_page(self, texts: Sequence[str]) -> set[int]:
        """Return the numbers of the texts that go on page by page, such as cells of a tall row.

        If one of the other texts is on paper, its place is wrong, and no text counts as found.
        """
        found: set[int] = set()
        for string in self._strings:
            pages = [[string.reduce(line) for line in page] for page in self._lines_of_pages]
            bare = [string.reduce(text) for text in texts]
            for number in read_page_by_page(pages, bare):
                left = len(bare[number])
                if left >= LONG or left == self.length(texts[number]):
                    found.add(number)
        others = (text for number, text in enumerate(texts) if number not in found)
        return set() if any(map(self.find, others)) else found

    @property
    def end(self) -> int:
        """Return the position behind the last letter."""
        return len(self._whole.letters)

    def find_all(self, text: str, within: Span | None = None) -> list[Span]:
        """Find all places of a whole text; if there are none, the place of its parts."""
        space = within or Span(0, self.end)
        strings = reversed(self._strings_for(text, SHORT))
        found = {one.start: one for some in strings for one in some.find_all(text, space.start)}
        if not found and (parts := self._find_parts(text, space.start)):
            found = {parts.start: parts}
        return [found[start] for start in sorted(found) if found[start].end <= space.end]

    def find(self, text: str, after: int = 0, least: int = SHORT) -> Span | None:
        """Find a text after a position: the whole text, else its parts, else a similar text."""
        strings = self._strings_for(text, least)
        whole = next((one for some in strings for one in some.find_all(text, after)), None)
        return whole or self._find_parts(text, after) or self._find_similar(text, after)

    def count(self, text: str) -> list[int]:
        """Count a text on the pages as they are, then on the pages without insertions."""
        return [sum(1 for _ in some.find_all(text)) for some in self._strings_for(text, LONG)]

    def page_at(self, position: int) -> int:
        """Return the page of a position, counted from 1."""
        return min(bisect_right(self._page_ends, position), len(self._pages))

    def page_of_beginning(self, text: str) -> int:
        """Return the page on which the first letters of a text stand; 0 if there is none."""
        place = next(self._whole.find_all(self.reduce(text)[:SHORT]), None)
        return self.page_at(place.start) if place and self.length(text) > SHORT else 0

    def _find_parts(self, text: str, after: int) -> Span | None:
        found = (some.find_parts(text, after) for some in self._strings)
        return next((one for one in found if one), None)

    def _find_similar(self, text: str, after: int) -> Span | None:
        if not is_right_to_left(text):
            return None
        return self._whole.find_similar(text, after, 0.8)
