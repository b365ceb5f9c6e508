"""Marks of notes that lead to another note on the page than in the record."""

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from printkit.preflight.inventory.html_trees import all_words
from printkit.preflight.inventory.misplaced.compared import Compared
from printkit.remarks import Removed
from printkit.text.comparing import letters
from printkit.text.patterns import regex

_CONTEXT = 16  # letters before a mark, by which the mark is found on the page
_BEGINNING = 24  # letters of a note, by which the note is known
_MARK_MOST = 4  # letters of a mark; a link with more letters is a cross-reference
_LEAST = 4  # letters of a note that can be known
_BEHIND = 200  # characters before a mark that are looked at
_MARK = regex(r"\[\^([^\]\s\[]{1,80})\](?!:)")
_NOTE = regex(r"^ {0,3}\[\^([^\]\s\[]{1,80})\]:[ \t]*([^\n]*)", re.MULTILINE)
_END_OF_TEXT = regex(r"\]\(|<|https?:")


class _NoteMark(NamedTuple):
    """The letters before the mark of a note, the letters of the note, and its first words."""

    context: str
    note: str
    words: str = ""


def misplaced_notes(one: Compared) -> Iterator[Removed]:
    """Yield the notes whose mark leads to another note of the record."""
    marks = [*_marks(one.body), *_marks_of_markdown(one.markdown)]
    marks = [mark for mark in marks if len(mark.note) >= _LEAST and mark.context]
    if len({mark.note for mark in marks}) < 2:
        return
    shown: dict[str, list[str]] = defaultdict(list)
    for mark in _marks(one.page, "note-ref"):
        shown[mark.context].append(mark.note)
    notes = {mark.note for mark in marks}
    own: dict[str, dict[str, str]] = defaultdict(dict)
    for mark in marks:
        own[mark.context][mark.note] = mark.words
    for context, right in own.items():
        found = "\n".join(shown.get(context, ()))
        if any(note in found for note in right):
            continue
        if found and any(note in found for note in notes):
            yield Removed("mark of another note", next(iter(right.values())), "a")


def _marks(root: etree._Element, named: str = "") -> Iterator[_NoteMark]:
    """Yield the links within the text whose target is known.

    Args:
        root: the body or the page.
        named: the class of the links; empty for all links.
    """
    links = [a for a in root.iter("a") if _is_mark(a, named)]
    if not links:
        return
    by_name = {e.get(n): e for n in ("name", "id") for e in root.iter() if e.get(n)}
    notes: dict[str, tuple[str, str]] = {}
    before, mark = "", None
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if event == "end":
            mark = None if element is mark else mark
            text = element.tail
        elif element.tag == "a" and _is_mark(element, named):
            mark, text = element, None
            name = (element.get("href") or "")[1:]
            if name in by_name and name not in notes:
                target = by_name[name]
                notes[name] = _known_by(target), " ".join(all_words(target).split())
            if name in notes:
                yield _NoteMark(letters(before)[-_CONTEXT:], *notes[name])
        else:
            text = element.text
        if text and mark is None:
            before = (before + text)[-_BEHIND:]


def _is_mark(element: etree._Element, named: str) -> bool:
    if element.tag != "a" or not (element.get("href") or "").startswith("#"):
        return False
    if not named:
        return len(letters(all_words(element))) <= _MARK_MOST
    return named in (element.get("class") or "").split()


def _known_by(target: etree._Element) -> str:
    """Return the first letters of a note, without its number and without links back."""
    own = letters(all_words(target))
    around = target.getparent()
    if len(own) < _LEAST and around is not None:
        own = letters(all_words(around))
    for link in target.iter("a"):
        back = letters(all_words(link)) if (link.get("href") or "").startswith("#") else ""
        own = own.removeprefix(back)
    return own.lstrip("0123456789")[:_BEGINNING]


def _marks_of_markdown(source: str) -> Iterator[_NoteMark]:
    notes = {found[1]: _END_OF_TEXT.split(found[2], 1)[0] for found in _NOTE.finditer(source)}
    for mark in _MARK.finditer(source) if notes else ():
        before = letters(_MARK.sub(" ", source[max(0, mark.start() - _BEHIND) : mark.start()]))
        words = notes.get(mark[1], "")
        yield _NoteMark(before[-_CONTEXT:], letters(words)[:_BEGINNING], words)
