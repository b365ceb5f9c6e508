"""Names of notes: an element goes in; out comes whether its role, class or id names a note.

The names are those of word processors, wikis, journals, and programs that make HTML.
"""

import re

from printkit.copyedit import tree
from printkit.copyedit.tree import Node
from printkit.copyedit.vocabulary import names
from printkit.text.patterns import regex

_ROLES = names(
    "doc-footnote doc-endnote doc-biblioentry footnote endnote rearnote note biblioentry"
)
_LIST_ROLES = names(
    "doc-endnotes doc-bibliography doc-footnotes footnotes endnotes rearnotes bibliography"
)
_MARK_ROLES = names("doc-noteref doc-biblioref noteref biblioref")
_NOTE = regex(
    r"(^|[-_ .:])(foot|end|rear)[-_]?note(?!s?[-_]?(ref|anchor|call))"
    r"|(^|[ _])(ftnt?|edn|fn)[-_:.]?\d|(^| )fn[-_:]|cite_note|sd(foot|end)note\d+sym"
    r"|biblio(entry|mixed)|bib_?item|ltx_note"
    r"|(^|[-_. ])(ref|bib|cit|cite|CR)[-_.]?(CR|bib)?\d+($| )",
    re.IGNORECASE,
)
_LIST = regex(
    r"(^|[-_ ])((foot|end|rear)-?_?notes?|references?(-?list)?|ref-?list|refs|bibliography|biblist"
    r"|works-?cited|citation-?list|notes-?list|note-?list|easy-footnotes?-wrapper)([-_ ]|$)"
    r"|wp-block-footnotes|article-references",
    re.IGNORECASE,
)
_BOX = regex(r"(^|[-_ ])(foot|end)-?notes?([-_ ]|$)|doc-endnotes", re.IGNORECASE)
_MARK = regex(
    r"(^|[-_ ])((foot|end)-?note(-?(ref|anchor|reference|link|call))?|note-?ref|fn-?ref|bibr"
    r"|xref-(fn|bibr)|ref-tip|biblio-?ref|cite-?ref|citation-ref)([-_ :.\d]|$)"
    r"|(^|[ _])(ftn|edn)ref|cite_ref|(foot|end)note-?(ref|anchor)|sd(foot|end)note(anc|\d+anc)"
    r"|Mso(Foot|End)noteReference",
    re.IGNORECASE,
)
_RAISED = frozenset(("sup", "span", "cite", "b", "small"))


def is_named_mark(link: Node) -> bool:
    """Tell whether a link, or an inline element around or in the link, is named a note mark."""
    near = [link, *link]
    for one in tree.ancestors(link):
        if one.tag not in _RAISED:
            break
        near.append(one)
    return any(_note_roles(one) & _MARK_ROLES or _MARK.search(_named(one)) for one in near)


def is_named_note(element: Node) -> bool:
    """Tell whether an element is named a note."""
    return bool(_note_roles(element) & _ROLES or _NOTE.search(_named(element)))


def is_named_list(listed: Node, link: Node) -> bool:
    """Tell whether a list, or an element around the list but not its mark, is named for notes."""
    around_mark = set(tree.ancestors(link))
    near = [one for one in (listed, *tree.ancestors(listed)) if one not in around_mark]
    return any(names_list(one) for one in near)


def is_footnote_box(element: Node) -> bool:
    """Tell whether an element is named a box of footnotes, which no text may need.

    A list of references may stand in a text without a mark.
    """
    return _BOX.search(" ".join((_named(element), element.get("role") or ""))) is not None


def names_list(element: Node) -> bool:
    """Tell whether an element is named a list of notes."""
    return bool(_note_roles(element) & _LIST_ROLES or _LIST.search(_named(element)))


def _note_roles(element: Node) -> set[str]:
    """Return the roles of an element: `data-type` is the word of HTMLBook."""
    given = (element.get(name) or "" for name in ("role", "data-epub-type", "data-type"))
    return set(" ".join(given).split())


def _named(element: Node) -> str:
    return " ".join(filter(None, map(element.get, ("id", "class", "name"))))
