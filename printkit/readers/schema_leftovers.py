"""Leftovers of schema.org: objects and the HTML made of them go in, what is not printed comes out.

Each text within the objects is looked for in the HTML, so a text is told that has no place there.
"""

import html
from collections.abc import Iterator, Mapping, Sequence, Set

from printkit.readers.field_values import without_entities
from printkit.readers.schema_pictures import is_placed
from printkit.readers.schema_ratings import OF_RATING, printed_forms
from printkit.readers.schema_values import bare_words, clock, words_of_value

_SILENT = frozenset(("position", "answerCount", "worstRating", "itemListOrder"))
_MAYBE_NUMBERS = frozenset(("name", "headline", "title", "text", "datePublished", "description"))
_DEEPEST = 8
_MOST_COMPARED = 300_000_000  # characters, in all comparisons


class MarkupWords:
    """The words and addresses of HTML, to look texts up."""

    def __init__(self, markup: str) -> None:
        self.markup = markup
        self._words = bare_words(markup)
        self._single = frozenset(self._words.split())
        self._left = _MOST_COMPARED

    def has(self, text: str) -> bool:
        """Tell whether a text is among the words, or is an address in the markup."""
        words = words_of_value(text)
        self._left -= len(self._words)
        if self._left < 0:
            # A hostile record has thousands of texts: from here on, single words are compared.
            return self._single.issuperset(words.split())
        return (
            words in self._words
            or " ".join(without_entities(text).split()) in self._words
            or clock(words) in self._words
            or (f'="{html.escape(text)}"' in self.markup)
        )

    def has_one_of(self, forms: Sequence[str]) -> bool:
        """Tell whether the markup holds one of several pieces of HTML."""
        self._left -= len(self.markup) * len(forms)
        return self._left >= 0 and any(one in self.markup for one in forms)


def unread_words(value: object, path: str, printed: MarkupWords, depth: int = 0) -> Iterator[str]:
    """Yield each text within objects that is not printed, with its path: `step.url: step-1`."""
    for one in value if isinstance(value, list | tuple) else (value,):
        if isinstance(one, Mapping) and depth <= _DEEPEST:
            shown = _shown_in_line(one, path, printed)
            for key, inner in one.items():
                if str(key) == "@value":
                    yield from unread_words(inner, path, printed, depth + 1)
                elif key not in shown and not _is_silent(str(key), inner, printed):
                    yield from unread_words(inner, f"{path}.{key}", printed, depth + 1)
        elif isinstance(one, list | tuple | Mapping):
            yield from unread_words(one, path, printed, depth + 1) if depth <= _DEEPEST else [path]
        elif isinstance(one, str | int | float) and not _is_printed(one, path, printed):
            yield f"{path}: {one}"


def _shown_in_line(one: Mapping[str, object], path: str, printed: MarkupWords) -> Set[str]:
    """Return the keys of a rating whose values stand in one printed line; none of other objects."""
    is_rating = path.rpartition(".")[2] == "reviewRating"
    return OF_RATING if is_rating and printed.has_one_of(printed_forms(one)) else frozenset()


def _is_printed(one: str | float, path: str, printed: MarkupWords) -> bool:
    # A number alone is found too easily: the 3 of `upvoteCount` may be the 3 of `3 onions`.
    worded = isinstance(one, str) and any(letter.isalpha() for letter in one)
    worded = worded or path.rpartition(".")[2] in _MAYBE_NUMBERS or "." not in path
    return (isinstance(one, str) and not one.strip()) or (worded and printed.has(str(one).strip()))


def _is_silent(key: str, value: object, printed: MarkupWords) -> bool:
    """Tell whether a value is no text, or is told with the pictures of the article."""
    if key.startswith("@") or key in _SILENT or value is None or value in ("", [], {}):
        return True
    return is_placed(key, value, printed.markup)
