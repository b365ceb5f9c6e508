"""Edit marks: a body goes in, and comes out without the links that edit the web page.

Wikis put `[edit]` behind each heading, and sites of documentation put `Edit this page` below the
text. Copied pages keep these words, often without the markup that tells them from the heading.
"""

import re
from collections.abc import Iterator

from printkit.copyedit import tree
from printkit.copyedit.removals import Removals, place_of
from printkit.copyedit.tree import Node
from printkit.copyedit.vocabulary import HEADINGS, names
from printkit.text.patterns import regex

_KIND = "edit mark"
_CLASS = regex(
    r"(^|\s)(mw-editsection|editsection|edit-section|edit-this-page|viewcode-(?:link|back))(\s|$)",
    re.I,
)
# The word `edit`, and the words for editing the source, as wikis have them in their languages.
_WORD = (
    r"(?:edit(?: source| section)?|(?:quelltext |abschnitt )?bearbeiten"
    r"|modifier(?: le (?:wiki)?code)?"
    r"|editar(?: (?:código(?:-fonte)?|fuente|a fonte))?|modifica(?: (?:wikitesto|sorgente))?"
    r"|(?:brontekst )?bewerken|edytuj(?: kod)?|править(?: код| вики-текст)?|редагувати(?: код)?"
    r"|редактиране|уреди(?: извор)?|rediger(?: kilde)?|redigér(?: wikikode| kildetekst)?"
    r"|redigera(?: wikitext)?|muokkaa(?: wikitekstiä)?|upravit|editovat(?: zdroj)?"
    r"|upraviť(?: (?:kód|zdroj))?|szerkesztés|forrásszöveg szerkesztése|düzenle|değiştir"
    r"|kaynağı (?:düzenle|değiştir)|sửa(?: mã nguồn)?|uredi(?: k[oô]d)?|modificare(?: sursă)?"
    r"|editează|edita(?: el codi)?|sunting(?: sumber)?|επεξεργασία(?: κώδικα)?|编辑(?:源代码)?"
    r"|編輯(?:原始碼)?|編集|ソースを編集|편집|원본 편집|تعديل|عدل المصدر|تعديل المصدر|ویرایش"
    r"|ویرایش مبدأ|עריכה|עריכת קוד מקור|แก้ไข|แก้ไขต้นฉบับ|संपादित करें|स्रोत संपादित करें)"
)
_BRACKETED = regex(rf"\s*[\[［]\s*{_WORD}(?:\s*[|/·,]\s*{_WORD})?\s*[\]］]\s*", re.IGNORECASE)
_LINE = regex(
    rf"{_WORD}|(?:edit|improve|bearbeite) (?:this|diese) (?:page|article|post|section|seite)"
    r"(?: on \w+)?|edit on (?:github|gitlab|bitbucket|codeberg)|suggest (?:an )?edits?"
    r"|(?:seite|artikel) bearbeiten|modifier cette page|editar esta página",
    re.IGNORECASE,
)
_EDITS = regex(r"action=(?:edit|submit)|veaction=|/edit(?:/|$|\?)|/-/edit/|_edit/", re.I)
_MOST = 80  # characters of an edit mark
_LINES = names("p div span small li footer aside section")


def remove_edit_marks(root: Node, removals: Removals) -> None:
    """Remove the links and the words that edit a page from a body.

    Args:
        root: the body, with links as they came; changed in place.
        removals: gets each edit mark, with its words and its addresses.
    """
    taken: set[Node] = set()
    for element in tree.each(root, "a", *_LINES):
        if taken.isdisjoint(tree.ancestors(element)) and _is_mark(element):
            taken.add(element)
            removals.take(element, _KIND)
    for heading in tree.each(root, "h1", *sorted(HEADINGS)):
        _cut_mark(heading, removals)


def _is_mark(element: Node) -> bool:
    said = "".join(_first_words(element))
    if len(said) > _MOST or any(True for _ in element.iter("img", "picture", "video")):
        return False
    if _CLASS.search(element.get("class") or ""):
        return True
    if element.tag == "a" or not any(map(_EDITS.search, _edit_addresses(element))):
        return False
    return bool(_BRACKETED.fullmatch(said) or _LINE.fullmatch(tree.fold_space(said)))


def _first_words(element: Node) -> Iterator[str]:
    """Yield the texts in an element, but no more than tell that it is too long for a mark."""
    count = 0
    for text in element.itertext():
        yield str(text)
        count += len(text)
        if count > _MOST:
            return


def _edit_addresses(element: Node) -> list[str]:
    return [one.get("x-href") or one.get("href") or "" for one in element.iter("a")]


def _cut_mark(heading: Node, removals: Removals) -> None:
    """Cut a mark in brackets off the end of a heading."""
    text = tree.text(heading)
    at = max(text.rfind("["), text.rfind("［"))
    if at < 1 or len(text) - at > _MOST or not _BRACKETED.fullmatch(text, at):
        return
    links = list(heading.iter("a"))
    removals.note(_KIND, tree.fold_space(text[at:]), place_of(heading))
    tree.cut_from(heading, len(text[:at].rstrip()))
    for link in links:
        if heading not in tree.ancestors(link) and (address := link.get("x-href")):
            removals.note("link", address, place_of(heading))
