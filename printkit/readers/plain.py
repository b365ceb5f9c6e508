"""Plain text: a text copied from a print-friendly page goes in, an Article comes out."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import zip_longest
from typing import Literal

from printkit.article import Article
from printkit.edition.limits import DEFAULTS, Limits
from printkit.errors import RecordError
from printkit.readers.chrome import is_button, is_notice, is_rule
from printkit.readers.datelines import part_dateline
from printkit.readers.labels import Facts, ends_sentence, facts_in, warning_in
from printkit.readers.paragraphs import LONG, Paragraph, paragraphs_of, part_foot, units_of
from printkit.readers.problems import quoted
from printkit.readers.record import article_from
from printkit.remarks import Remark
from printkit.text.patterns import regex

_LONGEST_HEADLINE = 300
_LOOSE = 2  # so many short paragraphs may stand between the headline and the prose
_REMARKED = 20
_MOST_LINES = 1000  # so many lines around the text are searched for facts
_CAPTION_CUE = regex(
    r"(?i)\((?:left|right|cent(?:re|er)|above|below|top|bottom|front|back|pictured|file)\b[^)]*\)"
    r"|\bpictured\b|\bfile (?:photo|image)\b|\bin this (?:photo|image)\b"
)


def read_plain(
    text: str, where: str, limits: Limits = DEFAULTS
) -> tuple[Article, tuple[Remark, ...]]:
    """Make an Article of a text: its headline, facts under it, paragraphs, and facts at the foot.

    Raises:
        RecordError: there is no headline, or no text under the headline.
    """
    reading = _TextReading(paragraphs_of(text), where)
    reading.read_warnings()
    reading.read_headline()
    reading.read_head()
    reading.read_foot()
    reading.read_caption()
    reading.read_dateline()
    article, doubts = article_from(reading.record(), where, limits=limits)
    return article, (*reading.remarks(), *doubts)


class _TextReading:
    """A text that is being read: lines that are understood become facts, other lines stay."""

    def __init__(self, paragraphs: list[Paragraph], where: str) -> None:
        self.where = where
        self.facts: dict[str, object] = {}
        self.captions: list[str] = []
        self.credits: list[str] = []
        self._lists: defaultdict[str, list[object]] = defaultdict(list)
        self._noticed: dict[tuple[str, str], int] = {}  # number of times, by code and message
        self._before: list[Paragraph] = []  # short paragraphs above the prose
        self._prose = [one for one in paragraphs if not self._is_chrome(one)]
        self._candidate: Paragraph | None = None
        self._lines = 0

    def read_warnings(self) -> None:
        """Take the lines above the headline that warn the desk: `NOT FOR PUBLICATION`."""
        while self._prose and (warning := warning_in(self._prose[0][0])):
            self._enter(warning)
            self._prose[:1] = [self._prose[0][1:]] if self._prose[0][1:] else []

    def read_headline(self) -> None:
        """Take the first line as the headline; refuse a line that is too long for a headline."""
        first, *others = self._prose[0] if self._prose else [""]
        self._prose[:1] = [others] if others else []
        self.facts["headline"] = (facts_in(first) or {}).get("headline", first)
        if len(first) > _LONGEST_HEADLINE:
            raise RecordError(
                f"begins with a paragraph of {len(first):,} characters, where a headline is wanted",
                where=self.where,
                remedy="Put the headline on the first line by itself.",
            )

    def read_head(self) -> None:
        """Take dates, byline and buttons between the headline and the first prose."""
        loose: list[Paragraph] = []
        for at, paragraph in enumerate(self._prose):
            rest, prose = self._sift(paragraph)
            if prose and (sum(map(len, rest)) >= LONG or part_dateline(rest[0])):
                self._candidate = loose[-1] if loose else None
                self._prose = [rest, *self._prose[at + 1 :]]
                return
            if prose and len(loose) == _LOOSE:
                self._prose = [rest, *self._prose[at + 1 :]]
                return
            if rest:
                self._before.append(rest)
            if prose:
                loose.append(rest)
        self._prose = []

    def read_foot(self) -> None:
        """Take credits, source and buttons below the last prose."""
        text = self._prose or self._before
        foot: list[Paragraph] = []
        while text and len(text[-1]) + len(foot) < _MOST_LINES:
            prose, labelled = part_foot(text.pop())
            foot.append(labelled)
            if prose:
                text.append(prose)
                break
        sifted = (self._sift(paragraph)[0] for paragraph in reversed(foot))
        text.extend(rest for rest in sifted if rest)

    def read_caption(self) -> None:
        """Take a short paragraph just before the prose as the caption of a picture.

        The paragraph must point at a picture (`(left)`, `pictured`), or the text must credit one.
        """
        if self._candidate is None or self.captions:
            return
        words = " ".join(self._candidate)
        if _CAPTION_CUE.search(words) or (self.credits and self._may_be_caption(words)):
            self.captions.append(words)
            self._before = [one for one in self._before if one is not self._candidate]

    def read_dateline(self) -> None:
        """Take the dateline, a place or a date, from the beginning of the prose."""
        # The dateline is printed before the whole body, so its paragraph must be the first.
        opens = self._prose and not self._before
        if opens and "dateline" not in self.facts:
            first, *others = self._prose[0]
            if parted := part_dateline(first):
                self.facts["dateline"], rest = parted
                self._prose[0] = [rest, *others]

    def record(self) -> dict[str, object]:
        """Return the record by printkit's field names; blank lines part the body's paragraphs."""
        body = "\n\n".join("\n".join(one) for one in (*self._before, *self._prose))
        pairs = zip_longest(self.captions, self.credits)
        images = [{"caption": caption, "credit": credit} for caption, credit in pairs]
        pictures = {"images": images} if images else {}
        return {**self.facts, **self._lists, **pictures, "body": body, "body_format": "text"}

    def remarks(self) -> Iterator[Remark]:
        """Yield a remark for each line that was left out or unclear; after twenty, their number."""
        noticed = [
            Remark(code, message if times == 1 else f"{message} ({times} times)", self.where)
            for (code, message), times in self._noticed.items()
        ]
        yield from noticed[:_REMARKED]
        if more := noticed[_REMARKED:]:
            yield Remark(more[0].code, f"and {len(more)} more lines in the same way", self.where)

    def _may_be_caption(self, words: str) -> bool:
        """Tell whether a short paragraph before the prose may be a caption, rather than prose."""
        return not ends_sentence(words) or bool(self._prose and part_dateline(self._prose[0][0]))

    def _is_chrome(self, paragraph: Paragraph) -> bool:
        if not all(is_notice(line) for line in paragraph):
            return False
        for line in paragraph:
            self._drop(line)
        return True

    def _drop(self, line: str) -> None:
        noticed = "PK202", f"a line of the web page was left out: {quoted(line.strip())}"
        self._noticed[noticed] = self._noticed.get(noticed, 0) + 1

    def _sift(self, paragraph: Paragraph) -> tuple[Paragraph, bool]:
        """Take the facts from the first lines of a paragraph.

        Return the lines that stay, and whether prose is among them.
        """
        self._lines += len(paragraph)
        if self._lines > _MOST_LINES:
            return paragraph, True
        kept: list[str] = []
        units = units_of(paragraph)
        for at, unit in enumerate(units):
            verdict = self._take(" ".join(unit))
            if verdict == "prose":
                return kept + [line for rest in units[at:] for line in rest], True
            if verdict == "kept":
                kept += unit
        return kept, False

    def _take(self, line: str) -> Literal["taken", "kept", "prose"]:
        line = line.strip()
        if is_rule(line):
            return "taken"  # a rule needs no remark
        if is_button(line):
            self._drop(line)
            return "taken"
        facts = facts_in(line)
        if facts is None:
            return "prose"
        if doubt := self._doubt(facts):
            self._noticed["PK205", f"{doubt} and stays in the text: {quoted(line)}"] = 1
            return "kept"
        self._enter(facts)
        return "taken"

    def _doubt(self, facts: Facts) -> str:
        if None in facts.values():
            return "a line could not be read"
        listed = ("caption", "credit", "corrections", "source")
        known = ((field, value) for field, value in facts.items() if field not in listed)
        clash = any(self.facts.get(field, value) != value for field, value in known)
        return "a line contradicts an earlier line" if clash else ""

    def _enter(self, facts: Facts) -> None:
        for field, value in facts.items():
            match field:
                case "caption":
                    self.captions.append(str(value))
                case "credit":
                    self.credits.append(str(value))
                case "corrections":
                    self._lists["corrections"].append(value)
                case "source" if "source" in self.facts:
                    self._lists["info_sources"].append(value)
                case _:
                    self.facts[field] = value
