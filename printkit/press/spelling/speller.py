"""The texts of the glyphs of a font: takes a cluster, gives the `/ActualText` that it needs.

The ToUnicode map of a font has one text for each glyph. This text is the first of these that is
known: the letter for which the font has the glyph; the text for which the glyph is first drawn
alone; the letters of a cluster that its other glyphs do not have. If several glyphs of a cluster
share such letters, their texts are guesses, and the cluster always gets an `/ActualText`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple
from unicodedata import bidirectional, category, normalize

from printkit.press.spelling.clusters import HYPHEN, JOINERS, SOFT_HYPHEN, Cluster

if TYPE_CHECKING:
    import uharfbuzz
    from weasyprint.pdf.fonts import Font

# The text of a glyph for which no letter is left: no PDF reader shows this character.
_NOTHING = "\N{WORD JOINER}"

_SPACES = "\N{EM SPACE}\N{EN SPACE} "
_CARRIERS = "-.\N{ARABIC FULL STOP}\N{ARABIC COMMA}"

# Hebrew letters that have one character with their point, and two after normalisation: שׁ, וּ, בּ …
_POINTED = {
    parted: chr(code)
    for code in range(0xFB1D, 0xFB50)
    if len(parted := normalize("NFC", chr(code))) > 1
}


class Glyph(NamedTuple):
    """A glyph of a font, with its width in thousandths of the font size."""

    number: int
    width: float


class Speller:
    """The texts of the glyphs of one font, in WeasyPrint's own map.

    Attributes:
        plain: the glyphs whose text is one letter and stays so, each with its letter, in text
            that runs from left to right.
    """

    def __init__(self, font: Font) -> None:
        self.plain: set[tuple[int, str]] = set()
        self._font = font
        self._says: dict[int, str] = font.to_unicode
        self._sure: set[int] = set()
        self._known: dict[tuple[tuple[int, ...], str, bool], str | None] = {}
        self._own_glyphs: dict[str, int | None] = {}
        self._forms: dict[str, set[int]] = {}

    def spell(self, cluster: Cluster) -> str | None:
        """Return the `/ActualText` of a cluster; None if the texts of its glyphs are right."""
        if self._font.bitmap:
            return None
        seen = cluster.glyphs, cluster.text, cluster.leftwards
        if seen not in self._known:
            told = self._spell(*seen)
            if cluster.glyphs and not self._sure.issuperset(cluster.glyphs):
                return told  # a guess may still become a certain text
            self._known[seen] = told
            if told is None and len(cluster.glyphs) == len(cluster.text) == 1:
                self.plain.add((cluster.glyphs[0], cluster.text))
        return self._known[seen]

    def letters(self, cluster: Cluster) -> list[str]:
        """Return the letters of a cluster in the order of reading: the base, then its marks.

        There may be more letters than glyphs. There are fewer letters if one mark is drawn with
        several glyphs.
        """
        base, *others = cluster.glyphs[:: -1 if cluster.leftwards else 1]
        text = cluster.text.replace(SOFT_HYPHEN, "") or _NOTHING
        said = self._says[base] if base in self._sure else text[0]
        left = _without(normalize("NFD", text), said)
        if left is None:
            return [*text]
        # A font may draw marks in another order than that of Unicode, such as shadda and damma.
        drawn = [self.says(glyph) or "" for glyph in others]
        return [said, *(drawn if sorted("".join(drawn)) == sorted(left) and all(drawn) else left)]

    def says(self, glyph: int) -> str | None:
        """Return the text that PDF readers copy for a glyph; None if this text is not sure."""
        return self._says[glyph] if glyph in self._sure else None

    def _spell(self, glyphs: tuple[int, ...], text: str, leftwards: bool) -> str | None:
        if glyphs and text == SOFT_HYPHEN:
            # The glyph's own text is a hyphen, for PDF readers that know no `/ActualText`.
            self._learn(glyphs[0], "-" if self._own_glyph("-") == glyphs[0] else HYPHEN, leftwards)
            return text
        if not glyphs:
            return text if leftwards and text in JOINERS else None
        text = text.replace(SOFT_HYPHEN, "") or _NOTHING
        glyphs = glyphs[::-1] if leftwards else glyphs
        # The joiner belongs to this place, and not to every place of the glyph.
        learned = text if leftwards else text.rstrip("".join(JOINERS)) or text
        if len(glyphs) == 1:
            self._learn(glyphs[0], learned, leftwards)
        else:
            self._learn_together(glyphs, learned, leftwards)
        said = "".join(self._says[glyph] for glyph in glyphs)
        if said.isspace() and text.isspace():
            return None
        same = normalize("NFC", said) == normalize("NFC", text)
        if same and len(glyphs) == 1 and glyphs[0] in self._sure and not (leftwards and said[1:]):
            return None
        # MuPDF gives a letter twice if the glyphs and the `/ActualText` spell it in two ways.
        return said if same else text

    def _learn(self, glyph: int, text: str, leftwards: bool) -> None:
        """Set the text of a glyph that is drawn alone, unless its text is certain already."""
        if glyph not in self._sure:
            if text.isspace() and self._own_glyph(" ") == glyph:
                text = " "  # a page may begin with a no-break space
            self._says[glyph] = self._one_letter(glyph, text) if leftwards else text
            self._sure.add(glyph)

    def _one_letter(self, glyph: int, text: str) -> str:
        """Return the text of a glyph as one character, if the font has the glyph for it.

        PDF readers that reverse a line also reverse the characters of one glyph.
        """
        whole = normalize("NFC", text)
        if len(whole) == 1:
            return whole
        pointed = _POINTED.get(whole, "")
        return pointed if pointed and self._own_glyph(pointed) == glyph else text

    def _learn_together(self, glyphs: Sequence[int], text: str, leftwards: bool) -> None:
        """Set the text of each glyph of a cluster: its own letter, or a letter that is left."""
        # A font may draw é with two glyphs, e and ´.
        left = normalize("NFD", text)
        each_marked = len(glyphs) == len(left) and all(category(one) == "Mn" for one in left[1:])
        if each_marked or self._is_form_of(glyphs[0], text[0]):
            # The other glyphs are marks. Two marks may share one glyph, as in Arabic.
            self._learn(glyphs[0], text[0], leftwards)
        strange: list[int] = []
        for glyph in glyphs:
            own = next((one for one in text + left if self._own_glyph(one) == glyph), None)
            if own is not None and glyph not in self._sure:
                self._says[glyph] = own
                self._sure.add(glyph)
            if glyph in self._sure:
                rest = _without(left, self._says[glyph])
                left = left if rest is None else rest
            else:
                strange.append(glyph)
        if len(strange) == 1 and left:
            self._learn(strange[0], normalize("NFC", left), leftwards)
            return
        for place, glyph in enumerate(strange, 1):
            self._says[glyph] = (left if place == len(strange) else left[:1]) or _NOTHING
            left = left[1:]

    def _is_form_of(self, glyph: int, letter: str) -> bool:
        """Return whether a glyph is a form of a letter that joins its neighbours, as in Arabic."""
        if letter not in self._forms:
            self._forms[letter] = set(self._shaped_forms(letter))
        return glyph in self._forms[letter]

    def _shaped_forms(self, letter: str) -> Iterator[int]:
        """Yield the glyph of a joining letter at each place in a word, without its marks."""
        import uharfbuzz

        if bidirectional(letter) != "AL":
            return
        for before in ("", JOINERS[1]):
            for behind in ("", JOINERS[1]):
                buffer = uharfbuzz.Buffer()
                buffer.add_str(before + letter + behind)
                buffer.guess_segment_properties()
                uharfbuzz.shape(self._shapes, buffer)
                shown = {one.codepoint for one in buffer.glyph_infos}
                unseen = {self._own_glyph(one) for one in (*JOINERS, " ")}
                forms = shown - unseen
                if len(forms) == 1:
                    yield from forms

    def _own_glyph(self, letter: str) -> int | None:
        """Return the glyph that the font has for a single letter."""
        if letter not in self._own_glyphs:
            self._own_glyphs[letter] = self._shapes.get_nominal_glyph(ord(letter))
        return self._own_glyphs[letter]

    @cached_property
    def space(self) -> Glyph | None:
        """The font's widest space, which shows nothing; None if the font has none.

        PDFium takes two pieces for one line if the second piece is raised by less than half the
        width of the glyph at the edge of the piece.
        """
        return self._first_of(_SPACES)

    @cached_property
    def carrier(self) -> Glyph | None:
        """A small glyph that is drawn invisibly and has a text; None if the font has none.

        PDFium leaves out an object that shows nothing, and an object that shows the same as the
        object before it.
        """
        return self._first_of(_CARRIERS)

    def _first_of(self, letters: str) -> Glyph | None:
        """Return the glyph of the first letter that the font has, ready to be drawn."""
        for letter in letters:
            glyph = self._own_glyph(letter)
            if glyph and glyph not in self._font.widths and "fvar" not in self._font.tables:
                advance = self._shapes.get_glyph_h_advance(glyph)
                self._font.widths[glyph] = round(1000 * advance / self._font.upem)
            if glyph and self._font.widths.get(glyph, 0) > 0:
                self._says.setdefault(glyph, letter)
                return Glyph(glyph, self._font.widths[glyph])
        return None

    @cached_property
    def _shapes(self) -> uharfbuzz.Font:
        import uharfbuzz

        return uharfbuzz.Font(uharfbuzz.Face(self._font.file_content, self._font.index))


def _without(text: str, letters: str) -> str | None:
    """Return a text without each of some letters once; None if one of them is not in the text."""
    for one in normalize("NFD", letters):
        if one not in text:
            return None
        text = text.replace(one, "", 1)
    return text
