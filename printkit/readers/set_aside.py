"""Set aside: values that no field of an article takes go in, their remarks come out."""

from collections.abc import Iterator, Mapping, Sequence

from printkit.readers.left_texts import left_texts
from printkit.readers.problems import quoted
from printkit.remarks import Remark
from printkit.text.comparing import alike
from printkit.text.patterns import regex

SHOWN_BY = frozenset(("src", "caption", "credit"))
"""The fields of a picture of which one must be there, to have something to print."""

_REMARKED = 20  # a hostile record has a million keys; more are only counted
_TEXTS = 20
_LONGEST_KEY = 100
_DEEPEST = 3
_NAMING = regex(
    r"(?:^|\.)name$|(?:ed|en|photo|image)_?by$"
    r"|(?:title|headline|caption|description|author|bylines?|credit|photographer)$"
)
_RATED = regex(r"rating|score\b|\bstars\b|_stars\b|verdict|\bgrade\b|wertung|puntuaci|\bnote_?sur")
_LONGEST_TEXT = 300


class SetAside:
    """The values of one record that are kept in `extra`, and the reasons.

    Attributes:
        values: the dotted path and the value of each, in their order.
    """

    def __init__(self) -> None:
        self.values: list[tuple[str, object]] = []
        self._messages: list[str] = []
        self._doubts: list[str] = []

    @property
    def is_full(self) -> bool:
        """Return whether so many keys were told that others are only counted."""
        return len(self._messages) >= _REMARKED

    def tell(self, message: str) -> None:
        """Tell why the value of a key was kept."""
        self._messages.append(message)

    def tell_unknown(self, key: str, hint: str, value: object) -> None:
        """Tell a key that is no field, with the words of its value."""
        told = "" if self.is_full else _told_words(key, value)
        self.tell(f"{quoted(key)} is no field and was kept in extra{hint}{told}")

    def tell_second(self, key: str, winner: str, value: object, taken: object) -> None:
        """Tell a second key for a field that another key fills, with its other words."""
        others = "" if self.is_full or alike(str(value), str(taken)) else _told_words(key, value)
        self.tell(f"{quoted(key)} was kept in extra, since {winner} gives the same field{others}")

    def doubt(self, message: str) -> None:
        """Tell how an unclear value was understood."""
        self._doubts.append(message)

    def keep(self, key: str, value: object, why: str) -> None:
        """Keep an unclear value, and tell how the value was understood."""
        self._doubts.append(f"{key} {quoted(value)} {why}")
        self.values.append((key, value))

    def leave_out(self, key: str, value: object, why: str) -> None:
        """Keep a value that is left out of its field, and tell why."""
        self.keep(key, value, f"{why}; left out")

    def keep_others(self, key: str, values: Sequence[object]) -> None:
        """Keep all but the first of several values, and tell their number."""
        self.values.append((key, values[1:]))
        self.tell(f"{key} has {len(values)} values; all but the first were kept in extra")

    def leave_links(self, key: str, addresses: Sequence[str]) -> None:
        """Tell the addresses of links and pictures in a line, which has neither on paper."""
        if addresses:
            told = ", ".join(repr(one[:_LONGEST_TEXT]) for one in addresses)
            self._doubts.append(f"{key} has links or pictures, which are not printed: {told}")

    def leave_picture(self, key: str, value: object, fields: Mapping[str, object]) -> None:
        """Keep a picture without an address, a caption and a credit; tell its other words."""
        words = ", ".join(
            repr(one[:_LONGEST_TEXT]) for one in fields.values() if isinstance(one, str)
        )
        self._doubts.append(
            f"{key} is a picture without an address; left out{words and ': '}{words}"
        )
        self.values.append((key, value))

    def tell_topics(self, key: str, section: object, topics: Sequence[object]) -> None:
        """Tell which of several sections is the section, and which are tags."""
        if topics:
            others = ", ".join(map(str, topics))
            self._doubts.append(
                f"of {key} {quoted(section)} is the section; these are tags: {others}"
            )

    def leave_texts(self, key: str, value: object, taken: object, left: Sequence[str]) -> None:
        """Keep a value of several texts, and tell which text was taken and which are left out."""
        if not left:
            return
        more = f" and {len(left) - _TEXTS} more" if len(left) > _TEXTS else ""
        words = ", ".join(repr(one[:_LONGEST_TEXT]) for one in left[:_TEXTS])
        first = taken if isinstance(taken, str) else ", ".join(map(str, _each_of(taken)))
        self._doubts.append(f"of {key} {quoted(first)} was taken; left out: {words}{more}")
        self.values.append((key, value))

    def remarks(self, where: str) -> Iterator[Remark]:
        """Yield a remark for each key that was set aside; after twenty, only their number."""
        for message in self._messages[:_REMARKED]:
            yield Remark("PK201", message, where)
        more = len(self._messages) - _REMARKED
        if more > 0:
            yield Remark("PK201", f"and {more} more keys were kept in extra", where)
        for doubt in self._doubts[:_REMARKED]:
            yield Remark("PK205", doubt, where)
        more = len(self._doubts) - _REMARKED
        if more > 0:
            yield Remark("PK205", f"and {more} more values were unclear", where)


def _told_words(key: str, value: object) -> str:
    """Return the end of a remark that names the words of a value; empty for words of machines."""
    texts = left_texts([value], "", "")[:_TEXTS]
    said = [one for one in texts if _is_for_readers(key, one)] + _ratings_in(key, value)
    words = ", ".join(repr(one[:_LONGEST_TEXT]) for one in said)
    return f"; not printed: {words}" if words else ""


def _is_for_readers(key: str, text: str) -> bool:
    """Tell whether a text is for readers; an address and most single words are for machines.

    In many scripts, no spaces part the words. A single word is told of a name or a title.
    """
    if "://" in text:
        return False
    foreign = not text.isascii() and any(map(str.isalpha, text))
    return " " in text or foreign or _NAMING.search(key[-_LONGEST_KEY:].lower()) is not None


def _ratings_in(key: str, value: object, depth: int = 0) -> list[str]:
    """Return the values of keys such as `rating` and `stars`, which a reader wants to see."""
    if isinstance(value, list | tuple):
        value = value[0] if len(value) == 1 else None
    if isinstance(value, Mapping):
        inner = value.items() if depth < _DEEPEST else ()
        return [
            said for name, one in inner for said in _ratings_in(f"{key}.{name}", one, depth + 1)
        ]
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    is_word = isinstance(value, str) and value.strip() != "" and " " not in value.strip()
    if not (is_number or is_word) or len(key) > _LONGEST_KEY or not _RATED.search(key.lower()):
        return []
    return [] if "@" in key else [f"{key}: {value}" if depth else str(value).strip()]


def _each_of(value: object) -> list[object]:
    return list(value) if isinstance(value, list | tuple) else [value]
