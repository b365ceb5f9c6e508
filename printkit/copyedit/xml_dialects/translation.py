"""Translation: the tags of a body go in one by one, HTML comes out.

Each element that stands in a table is replaced; all other tags and all words stay as they are.
"""

import re
from collections import Counter
from collections.abc import Callable, Mapping
from html import escape, unescape

from printkit.copyedit.dialects.tags import HiddenTags
from printkit.copyedit.removals import Removals
from printkit.copyedit.vocabulary import VOID, names
from printkit.copyedit.xml_dialects.elements import BETWEEN, NAMED, SECTIONS, TEI, TRACKED
from printkit.text.patterns import regex

_TOKEN = regex(
    r"<!\[CDATA\[|<!--|<\?[^<>]{0,500}>"
    r"|<(?P<end>/?)(?P<name>[A-Za-z][\w.:-]{0,60})(?P<given>(?:\s[^<>]*?)?)(?P<alone>/?)>"
)
_GIVEN = regex(r"(?:[\w-]+:)?([\w.-]{1,60})\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_ELEMENT = regex(r"<[^<>]*>")
_PREFIX = regex(r"(?:db|d|docbook|tei|dita|jats|nlm|opml):")
# The parser of HTML has rules of its own for the elements in these.
_RAW = names("script style svg math mml:math m:math textarea")
_DEEPEST = 40  # elements through which a handler looks outwards


class OpenElement:
    """An element of a body whose end was not read yet.

    Attributes:
        name: in small letters, without the prefix of a dialect.
        given: the attributes, by their names without prefixes, in small letters.
        written: the tag as the body has it, without the sign of an element without words.
        closing: HTML to write at the end.
        start: the number of the piece that begins the element.
        level: how many sections stand around the element, and the element itself.
        label: HTML of a label or a title that waits for a caption.
        parameters: the parameters of a macro, or the target of a link.
        is_begun: whether the body of the macro or the link has begun.
        children: how many elements began within the element.
        take: gets the HTML within the element at its end; None if the HTML stays in its place.
        at_end: writes something at the end of the element.
    """

    def __init__(self, name: str, written: str, level: int) -> None:
        self.name = name
        self.written = written
        self.given = {
            key.lower(): unescape(one or two) for key, one, two in _GIVEN.findall(written)
        }
        self.closing = ""
        self.start = 0
        self.level = level
        self.label = ""
        self.parameters: dict[str, str] = {}
        self.is_begun = False
        self.children = 0
        self.take: Callable[[str], None] | None = None
        self.at_end: Callable[[], None] | None = None


def words_in_html(html: str) -> str:
    """Return the words of HTML on one line."""
    return unescape(" ".join(_ELEMENT.sub(" ", html).split()))


Handler = Callable[["Translation", OpenElement], None]


class Translation:
    """One reading of a body.

    Attributes:
        source: the body.
        position: where the reading is, behind the tag that a handler reads.
        is_tei: whether the body has elements that only TEI has.
        pieces: the HTML that was written.
        picture: the number of the piece with the last picture, or -1.
        alt: the description that waits for its picture.
    """

    def __init__(
        self,
        source: str,
        handlers: Mapping[str, Handler],
        tags: HiddenTags,
        removals: Removals,
    ) -> None:
        self.source, self.tags, self.removals = source, tags, removals
        self.is_tei = TEI.search(source) is not None
        self.position = 0
        self.pieces: list[str] = []
        self.picture, self.alt = -1, ""
        self._handlers = handlers
        self._open: list[OpenElement] = []
        self._counted: Counter[str] = Counter()
        self._raw = ""
        self._holding = False

    def finish(self) -> str:
        """Read the whole body; return its HTML."""
        while token := _TOKEN.search(self.source, self.position):
            self.write(self.source[self.position : token.start()])
            self.position = token.end()
            if token["name"]:
                self._read_tag(token)
            else:
                self._read_other(token)
        self.write(self.source[self.position :])
        while self._open:
            self._end_last()
        return "".join(self.pieces)

    def write(self, html: str) -> None:
        """Write HTML behind all that was written."""
        self.pieces.append(html)

    def wrap(self, element: OpenElement, opening: str, closing: str) -> None:
        """Write the beginning of an element, and keep its end for later."""
        if name := element.given.get("id"):
            opening = re.sub(r"^(<[a-z0-9]+)", rf'\1 id="{escape(name)}"', opening, count=1)
        self.write(opening)
        element.closing = closing

    def hold(self, element: OpenElement, take: Callable[[str], None]) -> None:
        """Keep the HTML within an element back; `take` gets the HTML at the end.

        Within an element that is held, no other element is held: its HTML stays in its place.
        """
        if not self._holding:
            self._holding, element.take = True, take

    def around(self, *wanted: str) -> OpenElement | None:
        """Return the innermost open element with one of some names."""
        return next((one for one in self._open[: -_DEEPEST - 1 : -1] if one.name in wanted), None)

    def parent(self) -> OpenElement | None:
        """Return the innermost open element."""
        return self._open[-1] if self._open else None

    def follows(self, pattern: re.Pattern[str]) -> bool:
        """Tell whether a pattern matches behind the tag that is read."""
        return pattern.match(self.source, self.position) is not None

    def _read_other(self, token: re.Match[str]) -> None:
        """Write the words of a CDATA section; leave comments and instructions as they are."""
        is_words = token[0].startswith("<![") and not self._raw
        marks = "]]>" if token[0].startswith("<![") else "-->"
        end = -1 if token[0].startswith("<?") else self.source.find(marks, token.end())
        if token[0].startswith("<?"):
            return
        if end < 0:
            # Without an end, the sign is no beginning; a browser reads a comment to the end.
            end = len(self.source)
        said = self.source[token.end() : end]
        self.position = min(len(self.source), end + len(marks))
        if is_words:
            parent = self.parent()
            is_source = parent is not None and parent.given.get("macro") == "html"
            self.write(said if is_source else escape(said, quote=False))
        else:
            self.write(f"{token[0]}{said}{marks}")

    def _read_tag(self, token: re.Match[str]) -> None:
        name = _PREFIX.sub("", token["name"].lower())
        if self._raw:
            self.write(token[0])
            self._raw = "" if token["end"] and name == self._raw else self._raw
        elif name in _RAW:
            self.write(token[0])
            self._raw = "" if token["end"] or token["alone"] else name
        elif token["end"]:
            self._end(name, token[0])
        elif name == "source" and "src" in token["given"]:
            self.write(token[0])  # of a film; in JATS, a source is the title of a book
        elif name in TRACKED or name in self._handlers:
            self._begin(name, token)
            if token["alone"] or (name in VOID and name not in self._handlers):
                self._end_last()
        elif token["alone"] and name not in VOID:
            self.write(f"<{token['name']}{token['given']}></{token['name']}>")
        else:
            self.write(token[0])

    def _begin(self, name: str, token: re.Match[str]) -> None:
        parent = self.parent()
        level = (parent.level if parent else 0) + (name in SECTIONS)
        if parent:
            parent.children += 1
            if parent.children > 1 and self.pieces and not self.pieces[-1][-1:].isspace():
                self.write(BETWEEN.get(parent.name, ""))
        element = OpenElement(name, f"<{token['name']}{token['given']}>", level)
        element.start = len(self.pieces)
        if handler := self._handlers.get(name):
            handler(self, element)
        elif (html := NAMED.get(name)) is not None:
            if "-" in name and (address := element.given.get("href")):
                self.removals.note("link", address)
            parts = html.split()
            opened = "".join(f"<{one}>" for one in parts)
            self.wrap(element, opened, "".join(f"</{one}>" for one in reversed(parts)))
        else:
            # An element of HTML around others.
            self.write(element.written)
            element.closing = f"</{name}>"
        self._open.append(element)
        self._counted[name] += 1

    def _end(self, name: str, written: str) -> None:
        if self._counted[name]:
            while self._end_last() != name:
                pass
        elif name not in TRACKED and name not in self._handlers:
            self.write(written)

    def _end_last(self) -> str:
        """End the innermost element; return its name."""
        element = self._open.pop()
        self._counted[element.name] -= 1
        if element.at_end:
            element.at_end()
        if element.take:
            self._holding = False
            held = "".join(self.pieces[element.start :])
            del self.pieces[element.start :]
            element.take(held)
        self.write(element.closing)
        return element.name
