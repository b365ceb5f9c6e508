"""Elements of JSX: HTML with values in braces goes in, HTML with plain values comes out.

MDX, Astro and Docusaurus write `<Card img={<img src="a.jpg" />} onClick={() => go()}>`. A value may
be a text, the name of an imported picture, more elements, or a part of the program.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from html import escape, unescape

from printkit.copyedit import vocabulary
from printkit.copyedit.dialects.settings import sets_look
from printkit.copyedit.removals import Removals
from printkit.text.patterns import regex

_BEGINNING = regex(r"<([A-Za-z][\w-]*(?:\.[A-Za-z]\w*)*)(?=[\s/>{])")
_ATTRIBUTE = regex(
    r"\s*([A-Za-z_@:][\w:.@-]*)(?:\s*=\s*(?:(\"[^\"]*\"|'[^']*')|(?=\{)|([^\s\"'<>{}=`]+)))?"
)
_SPREAD = regex(r"\s*\{")
_END = regex(r"\s*/?>")
_DOTTED = regex(r"(</?)((?:[A-Za-z]\w*\.)+)([A-Za-z]\w*)(?=[\s/>])")
_DOTTED_TAG = regex(r"</?(?:[A-Za-z]\w*\.)+[A-Za-z]\w*\s*>")
_STRING = r"\"((?:[^\"\\\n]|\\.)*)\"|'((?:[^'\\\n]|\\.)*)'|`((?:[^`\\]|\\.)*)`"
# A quotation mark behind a letter is an apostrophe in the words of an inner element.
_SIGN = regex(rf"(?<!\w)(?:{_STRING})|[{{}}]")
_TEXT = regex(rf"(?:[\w.]+\(\s*)?(?:{_STRING})\s*(?:,\s*\{{[^{{}}]*\}}\s*)?\)?(?:\.\w+)?;?")
_NAME = regex(r"(\w+)(?:\.(?:src|default))?")
_PLAIN = regex(r"-?\d[\d._]*|true|false|\[[^<>{}()]*\]")
_PICTURE = regex(r"[\"'`]([^\"'`\s]+\.(?:jpe?g|png|gif|webp|avif|svg))[\"'`]", re.IGNORECASE)
_MARKUP = regex(r"\(?\s*(<.*>)\s*\)?", re.DOTALL)
_FRAGMENT = regex(r"</?>")
_UNSEEN = regex(r"on[A-Z]\w*|className|key|ref|sx|client:\w+|initial|exit|variants|while\w+")
_DEEPEST = 20  # elements in the values of elements


def program_element(source: str, at: int) -> str:
    """Return the tag of JSX that begins at a position; empty if there is HTML or no tag."""
    if dotted := _DOTTED_TAG.match(source, at):
        return dotted[0]
    begun = _BEGINNING.match(source, at)
    end = _end_of(source, begun.end(), _known_braces(source)) if begun else -1
    element = source[at : max(at, end)]
    return element if "{" in element else ""


def _end_of(source: str, at: int, braces: Mapping[int, int]) -> int:
    """Return the position behind a tag whose attributes begin at a position; -1 without end."""
    while (end := _END.match(source, at)) is None:
        attribute = _ATTRIBUTE.match(source, at) or _SPREAD.match(source, at)
        if attribute is None:
            return -1
        at = attribute.end()
        if attribute.re is _SPREAD or source.startswith("{", at):
            at = braces.get(at - (attribute.re is _SPREAD), -1)
            if at < 0:
                return -1
    return end.end()


def plain_elements(
    source: str, imported: Mapping[str, str], removals: Removals, depth: int = 0
) -> str:
    """Write all elements with values in braces as HTML.

    Args:
        source: HTML in which code is escaped.
        imported: the addresses of imported pictures, by their names in the program.
        removals: gets the values that only the program knows.
        depth: how many elements are around the source.
    """
    if "{" not in source and not _DOTTED.search(source):
        return source
    pieces, at, braces = list[str](), 0, _brace_ends(source)
    for begun in _BEGINNING.finditer(source):
        end = _end_of(source, begun.end(), braces) if begun.start() >= at else -1
        if end < 0 or "{" not in source[begun.start() : end]:
            continue
        pieces.append(source[at : begun.start()])
        element = source[begun.start() : end]
        removals.rewrite("element", element)
        pieces.append(_Element(element, imported, removals, depth).write())
        at = end
    whole = "".join((*pieces, source[at:]))
    for dotted in _DOTTED.finditer(whole):
        removals.rewrite("element", dotted[0])
    return _DOTTED.sub(_undotted, whole)


def _undotted(found: re.Match[str]) -> str:
    """Return `<Tab` for `<Tabs.Tab`, but `<CardTitle` for `<Card.Title`: a title is HTML."""
    name = found[3]
    is_html = name[0].isupper() and name.lower() in vocabulary.READ_TAGS | vocabulary.UNREAD
    return f"{found[1]}{found[2].replace('.', '') if is_html else ''}{name}"


class _Element:
    """One opening tag.

    Args:
        written: the tag as the body has it.
        imported: as above.
        removals: as above.
        depth: as above.
    """

    def __init__(
        self, written: str, imported: Mapping[str, str], removals: Removals, depth: int
    ) -> None:
        self._written = written
        self._braces = _brace_ends(written)
        self._imported = imported
        self._removals = removals
        self._depth = depth
        self._plain: list[str] = []
        self._inside: list[str] = []

    def write(self) -> str:
        """Return the tag without braces, and behind it the elements that were values."""
        begun = _BEGINNING.match(self._written)
        name = begun[1] if begun else ""
        at = begun.end() if begun else 0
        while (end := _END.match(self._written, at)) is None:
            at = self._take(name, at)
        return f"<{name}{''.join(self._plain)}{end[0].strip()}{''.join(self._inside)}"

    def _take(self, name: str, at: int) -> int:
        """Take the attribute at a position; return the position behind the attribute."""
        found = _ATTRIBUTE.match(self._written, at)
        if found is None:
            return self._braces[self._written.index("{", at)]
        at = found.end()
        if found[2]:
            self._keep(name, found[1], unescape(found[2][1:-1]))
            return at
        if not self._written.startswith("{", at):
            self._plain.append(f" {found[0].strip()}")
            return at
        end = self._braces[at]
        self._take_value(name, found[1], self._written[at + 1 : end - 1].strip())
        return end

    def _take_value(self, name: str, key: str, value: str) -> None:
        markup = _MARKUP.fullmatch(value)
        if markup and self._depth < _DEEPEST:
            inside = _FRAGMENT.sub("", markup[1])
            self._inside.append(
                plain_elements(inside, self._imported, self._removals, self._depth + 1)
            )
            return
        text = self._text_of(value)
        if text is not None:
            self._keep(name, key, text)
        elif value.startswith("{") and (picture := _PICTURE.search(value)):
            self._keep(name, "src", picture[1])
        elif not (_UNSEEN.fullmatch(key) or sets_look(key.lower())):
            self._removals.note(f"{name} {key}", value)

    def _keep(self, name: str, key: str, text: str) -> None:
        if name[:1].isupper():
            shown = escape(text.replace("\\", "\\\\").replace('"', '\\"'), quote=False)
        else:
            shown = escape(text)
        self._plain.append(f' {key}="{shown}"')

    def _text_of(self, value: str) -> str | None:
        """Return the text of a value; None if only the program knows the text."""
        if quoted := _TEXT.fullmatch(value):
            text = next(filter(None, quoted.groups()), "")
            # A function may translate the text; only an address stays as it is.
            is_known = value[0] in "\"'`" or "/" in text or _PICTURE.search(value)
            return re.sub(r"\\([\"'`\\])", r"\1", text) if is_known and "${" not in text else None
        if _PLAIN.fullmatch(value):
            return value
        named = _NAME.fullmatch(value)
        return self._imported.get(named[1]) if named else None


@lru_cache(maxsize=4)
def _known_braces(source: str) -> Mapping[int, int]:
    """Return the braces of a paragraph, in which a rule asks for each `<`."""
    return _brace_ends(source)


def _brace_ends(source: str) -> Mapping[int, int]:
    """Return the position behind the end of each pair of braces, by its beginning."""
    ends: dict[int, int] = {}
    opened: list[int] = []
    at = source.find("{")
    while at >= 0:
        if source[at] == "{":
            opened.append(at)
        elif source[at] == "}":
            ends[opened.pop()] = at + 1
        if not opened:
            at = source.find("{", at + 1)
            continue
        found = _SIGN.search(source, at + 1)
        while found and found[0] not in ("{", "}"):
            found = _SIGN.search(source, found.end())
        at = found.start() if found else -1
    return ends
