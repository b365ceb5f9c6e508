"""Kinds of notes: a body and its language go in, the labels of notes come out in this language.

Site programs show the kind of a note where the note has no title: `> [!WARNING]`, `!!! tip`.
"""

from printkit.copyedit import tree
from printkit.copyedit.dialects.forms import KIND_OF_NOTE
from printkit.copyedit.removals import Removals
from printkit.copyedit.tree import Node
from printkit.wording.words import Words

_KINDS = ("note", "tip", "important", "warning", "caution")


def translate_kinds(root: Node, language: str | None, removals: Removals) -> None:
    """Write the labels that only name the kind of a note in the language of the article.

    Args:
        root: the body; changed in place. A label with other words stays as it is.
        language: the tag of the language; without words for this language, the labels are English.
        removals: gets the English labels, which are printed in other words.
    """
    if not language:
        return
    for label in tree.each(root, "summary"):
        kind = tree.text(label).strip().lower()
        if KIND_OF_NOTE in tree.classes(label) and kind in _KINDS and not len(label):
            removals.rewrite("kind of note", kind)
            label.text = Words.of(language).word(f"alert_{kind}")
