"""Signs of notes: what speaks for a note goes in, the judgement comes out.

Web pages have no rule that all of them keep, so the signs are weighed; `is_note` has the rule.
"""

from typing import NamedTuple

from printkit.copyedit.mark_looks import Look

_LISTED_LEAST = 3  # items of a list to which plain numbers may lead as marks
_NEARLY_ALL = 0.8


class Evidence(NamedTuple):
    """The signs for and against a list of notes, or a single note outside a list.

    Attributes:
        items: how many items the list has; 0 for a single note.
        share: the part of the items that marks lead to; 1 for a single note.
        look: the look of the surest mark.
        is_letter: whether all marks are letters.
        named: whether a role, a class, an id or an `epub:type` names a note or its mark.
        answered: whether links lead back to marks.
        headed: whether the text stands below a heading such as “Notes”.
        repeated: whether the note begins with its mark.
        ends: whether only notes follow until the next heading or the end of the text.
        counted: whether the sentence counts the targets, as in “step 3” or “steps 1 and 2”.
        long: whether the note has a picture, a table, a heading or very many words.
    """

    items: int
    share: float
    look: Look
    is_letter: bool
    named: bool
    answered: bool
    headed: bool
    repeated: bool
    ends: bool
    counted: bool
    long: bool


def is_note(signs: Evidence) -> bool:
    """Weigh the signs that links with short words lead to notes, and not into the text.

    A name of a note and a way back are proof; in a list, for half of the items at least, unless
    the list ends the text. A way back to “chapter 3” is no proof. Below a heading such as “Notes”,
    each list that a mark leads to and each block that begins with its mark is a note. Without
    proof, a mark must be raised, or a number or a letter in square brackets behind a word, or a
    number that is attached to a word. A list must then end the text, or marks must lead to half of
    its items. A single block must begin with its mark, and must end its passage, unless the mark
    is raised. A plain number is a mark only if marks lead in order to nearly all items of a list
    that ends the text. Everything else is a cross-reference, such as “step 3”: its target stays in
    the text.
    """
    half = signs.share * 2 >= 1
    if signs.named or (signs.answered and not signs.counted):
        return half or signs.ends or signs.headed
    if signs.long and not signs.items:
        return False
    if signs.headed:
        return bool(signs.items) or signs.repeated
    if signs.look is Look.RAISED:
        return (half or signs.ends) if signs.items else signs.repeated
    return not signs.counted and _is_likely(signs, half=half)


def _is_likely(signs: Evidence, *, half: bool) -> bool:
    """Weigh the signs of a mark that is not raised, without a proof of a note."""
    if signs.look is Look.BRACKETED and signs.is_letter:
        return half and signs.ends and signs.repeated
    if signs.look in (Look.BRACKETED, Look.ATTACHED):
        return (half or signs.ends) if signs.items else signs.repeated and signs.ends
    if signs.is_letter or not signs.ends:
        return False
    if not signs.items:
        return signs.look is Look.ROUND and signs.repeated
    return signs.items >= _LISTED_LEAST and signs.share >= _NEARLY_ALL
