"""Bylines: an article goes in, a line for each craft comes out, with names and words apart."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from printkit.article import Article, Person
from printkit.text.repeats import distinct, mentions
from printkit.wording.words import Words

# The names of roles in records, by the key of the phrase that printkit prints for them. The order
# is that of printing.
_ROLES = {
    "by": ("author", "by", "byline", "creator", "journalist", "reporter", "writer"),
    "additional_reporting_by": ("contributor", "additional reporting", "reporting"),
    "photographs_by": ("photographer", "photo", "photos", "photographs", "photography"),
    "illustrations_by": ("illustrator", "illustration", "illustrations"),
    "translated_by": ("translator", "translation"),
    "edited_by": ("editor", "editing"),
}
_PHRASES = {role: phrase for phrase, roles in _ROLES.items() for role in roles}


class BylineSpan(NamedTuple):
    """A stretch of a byline: a name where `name` is True, else the words around names.

    A theme may print names in bold.
    """

    text: str
    name: bool


BylineLine = tuple[BylineSpan, ...]
Byline = tuple[BylineLine, ...]


def byline(words: Words, article: Article) -> Byline:
    """Return a line for each craft: By Ana Ruiz and Li Wei; Photographs by Bo Ek.

    A byline that the record gives is printed as it stands, with `By` in front unless the byline
    begins with such a word.
    """
    lines = [_line(words, phrase, people) for phrase, people in _by_phrase(article).items()]
    if article.byline:
        lines.insert(0, _verbatim(words, article.byline, article.authors))
    return tuple(lines)


def _by_phrase(article: Article) -> dict[str, list[Person]]:
    """Return the people of an article, grouped by a phrase such as `photographs_by`.

    A role that is not in `_ROLES` is itself the key. If the record has a byline, there is no group
    `by`, and no other group has a person whom the byline names.
    """
    groups: dict[str, list[Person]] = {phrase: [] for phrase in _ROLES}
    credited = [(person, "author") for person in article.authors]
    credited += [(person, "contributor") for person in article.contributors]
    for person, default in dict.fromkeys(credited):
        role = person.role or default
        group = groups.setdefault(_PHRASES.get(role.casefold(), role), [])
        if not mentions(article.byline or "", person.name):
            group.append(person)
    if article.byline:
        groups["by"].clear()
    return {phrase: people for phrase, people in groups.items() if people}


def _line(words: Words, phrase: str, people: Sequence[Person]) -> BylineLine:
    before, after = _around(words, phrase)
    first, *joints = words.joints([person.name for person in people])
    pieces = [BylineSpan(before + first, False)]
    for person, joint in zip(people, joints, strict=True):
        detail = _about(words, person, alone=len(people) == 1)
        name = words.isolated(person.name)
        pieces += [BylineSpan(name, True), BylineSpan(detail + joint, False)]
    return tuple(_joined([*pieces, BylineSpan(after, False)]))


def _around(words: Words, phrase: str) -> tuple[str, str]:
    """Return the words before and after the names; a role without a phrase becomes a label."""
    if phrase in _ROLES:
        before, _, after = words.word(phrase).partition("{names}")
    else:
        label = phrase[:1].title() + phrase[1:]
        before, _, after = words.labelled(label, "\0").partition("\0")
    return before, after


def _about(words: Words, person: Person, *, alone: bool) -> str:
    """Return the details of a person, `, Madrid correspondent`.

    In a list of names the details stand in brackets, because a comma would end the person's entry.
    """
    details = distinct(person.job_title, person.organization, person.location)
    if not details:
        return ""
    text = words.listed(details)
    return words.word("comma") + text if alone else words.word("brackets", text=text)


def _verbatim(words: Words, text: str, authors: Sequence[Person]) -> BylineLine:
    before, after = "", ""
    opened = words.opening("byline_openings").match(text)
    end = opened.end() if opened else 0
    if not opened:
        before, after = _around(words, "by")
    pieces = (
        BylineSpan(before + text[:end], False),
        *_names_in(text[end:], authors),
        BylineSpan(after, False),
    )
    return tuple(_joined(pieces))


def _names_in(text: str, authors: Sequence[Person]) -> Iterator[BylineSpan]:
    """Yield a text in spans, with the authors' names apart.

    If the text has none of these names, the whole text counts as a name.
    """
    # The longest first: a regular expression takes the first alternative that matches.
    names = sorted((one.name for one in authors if mentions(text, one.name)), key=len, reverse=True)
    if not names:
        yield BylineSpan(text, True)
        return
    pattern = "|".join(re.escape(name) for name in names)
    for at, piece in enumerate(re.split(rf"(?<!\w)({pattern})(?!\w)", text, flags=re.IGNORECASE)):
        yield BylineSpan(piece, at % 2 == 1)


def _joined(spans: Sequence[BylineSpan]) -> Iterator[BylineSpan]:
    """Leave out empty spans, then join neighbours that are all names, or all other words."""
    for name, group in groupby((span for span in spans if span.text), key=lambda span: span.name):
        yield BylineSpan("".join(span.text for span in group), name)
