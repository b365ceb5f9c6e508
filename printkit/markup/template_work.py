"""Bound the work of a user's own templates: takes values of a template, refuses what is too much.

A template may multiply: `'x' * 10**9` asks for more memory than the machine has, and two loops of
100 000 turns each for more time than anybody waits. So each text, each turn of a loop and each call
is counted. The count is the same on every machine, which a limit of seconds is not.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import TypeVar

from jinja2.exceptions import SecurityError

# Five times the longest body of a record (copyedit.limits); WeasyPrint prints no longer page in an
# hour. A template makes each part of a page several times: in a macro, a block, an included file.
LONGEST_TEXT = 10_000_000
MOST_CHARACTERS = 20 * LONGEST_TEXT
# A paragraph with a link takes 27 turns, and a body has at most 20,000 elements. Python takes some
# seconds for so many turns.
MOST_TURNS = 1_000_000
MOST_ON_PAGE = 20_000_000  # bytes of a page that is filled in

_Counted = TypeVar("_Counted")


@dataclass
class _WorkCount:
    """The work of one template, so far."""

    turns: int = 0
    characters: int = 0


_COUNT: ContextVar[_WorkCount | None] = ContextVar("work of the template that is filled in")


@contextmanager
def bounded(is_own: bool) -> Iterator[None]:
    """Count the work of a template meanwhile.

    Args:
        is_own: whether templates of the user's own take part; else nothing is refused, because
            printkit's templates do no more than the record asks for.
    """
    token = _COUNT.set(_WorkCount() if is_own else None)
    try:
        yield
    finally:
        _COUNT.reset(token)


def count_turn(characters: int = 0, turns: int = 1) -> bool:
    """Count a turn of a loop or a call, and the characters that the template itself writes there.

    Raises:
        SecurityError: there were too many.
    """
    if count := _COUNT.get(None):
        count.turns += turns
        if count.turns > MOST_TURNS:
            raise SecurityError(
                f"the template takes more than {MOST_TURNS:,} turns of loops and calls;"
                " shorten its loops"
            )
        count_characters(characters)
    return True


def count_characters(number: int) -> None:
    """Count characters of a text that a template makes or goes through.

    Raises:
        SecurityError: there were too many.
    """
    if count := _COUNT.get(None):
        count.characters += number
        if number > LONGEST_TEXT or count.characters > MOST_CHARACTERS:
            most = LONGEST_TEXT if number > LONGEST_TEXT else MOST_CHARACTERS
            raise SecurityError(
                f"the template makes more than {most:,} characters; shorten its texts"
            )


def joined_page(pieces: Iterable[str]) -> str:
    """Return the pieces of a page as one text.

    Raises:
        SecurityError: a page of the user's own template is too long.
    """
    written: list[str] = []
    size = 0
    for piece in pieces:
        size += len(piece.encode(errors="replace"))
        if size > MOST_ON_PAGE and _COUNT.get(None):
            most = MOST_ON_PAGE // 10**6
            raise SecurityError(f"the template makes a page of more than {most} MB; shorten it")
        written.append(piece)
    return "".join(written)


def count_value(value: _Counted) -> _Counted:
    """Count the characters of a text, or the entries of a list as a turn each; return the value.

    Raises:
        SecurityError: they are too many.
    """
    count_all([value])
    return value


def count_all(values: Iterable[object]) -> None:
    """Count values, and all values in their lists, as count_value does.

    Raises:
        SecurityError: they are too many.
    """
    waiting = list(values) if _COUNT.get(None) else []
    while waiting:
        value = waiting.pop()
        if isinstance(value, str):
            count_characters(len(value))
        elif isinstance(value, dict):
            count_turn(turns=len(value))
            waiting += (*value.keys(), *value.values())
        elif isinstance(value, list | tuple):
            count_turn(turns=len(value))
            waiting += value
