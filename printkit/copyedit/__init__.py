"""Copy-editing: any body goes in, clean copy comes out. Only this room makes safe HTML.

Owns nh3, markdown-it and, for trees, lxml. The passes, in order:

    limits              refuse a body that takes too long to read
    formats             turn Markdown and plain text into HTML
    shortcodes          replace or remove WordPress shortcodes
    sanitise            repair: make the HTML that a browser would make, without scripts
    combining_marks     take marks off letters that have too many
    hidden              remove hidden elements, and things that paper cannot show
    links               make addresses absolute, or remove links and keep their words
    figures             find captions and credits of pictures, put placeholders for pictures
    picture_list        match the body's pictures with the record's
    lists, tables       repair lists and tables
    compose             write the body anew, in clean blocks
    columns             mark columns of numbers
    headings            remove a repeated headline, close gaps between levels
    datelines           remove a repeated dateline
    targets             make the ids of link targets unique
    foreign_blocks      give blocks in another script their language and direction
    directions          close bidirectional controls within their block
    blocks              list the words of the body for preflight
    notes               number the notes
    writing             mark the holes, and write the tree as HTML
    sanitise            certify: let out only printed elements and attributes
"""

from collections import Counter
from dataclasses import replace

from printkit.article import Article
from printkit.copyedit import (
    columns,
    datelines,
    directions,
    formats,
    headings,
    hidden,
    limits,
    lists,
    sanitise,
    shortcodes,
    tables,
    tree,
    writing,
)
from printkit.copyedit.blocks import plain_blocks
from printkit.copyedit.clean_copy import Copy
from printkit.copyedit.combining_marks import MARKS, cap_marks
from printkit.copyedit.compose import compose_body, compose_line
from printkit.copyedit.figures import lift_pictures
from printkit.copyedit.foreign_blocks import mark_foreign_blocks
from printkit.copyedit.holes import Holes
from printkit.copyedit.links import resolve_links
from printkit.copyedit.notes import Notebook, web_addresses
from printkit.copyedit.picture_list import list_pictures
from printkit.copyedit.removed_links import tell_removed
from printkit.copyedit.targets import settle_targets
from printkit.copyedit.tree import Node
from printkit.edition.choices import Links
from printkit.errors import RecordError
from printkit.remarks import Remark
from printkit.text.characters import printable

__all__ = ["edit"]

_REMEDY = "Give the body visible text, or a picture."


def edit(article: Article, *, links: Links = "notes", prefix: str = "a", where: str = "") -> Copy:
    """Copy-edit an article's body and list its pictures.

    Args:
        article: the record; its body may hold anything.
        links: how the addresses of links are printed: as notes, in the text, or not at all.
        prefix: put before every id, so that the ids of articles bound together differ.
        where: the record as the user named it, for remarks and errors.

    Raises:
        RefusedError: the body is over a limit.
        RecordError: nothing printable is left: no word and no picture.
    """
    lost: Counter[str] = Counter()
    markup, remarks = _repair_body(article, lost, where)
    root = tree.parse(markup)
    hidden.remove_hidden(root, article.url, lost)
    removed = resolve_links(root, article.url)
    pictures = list_pictures(lift_pictures(root, article.url, lost), article, where)
    body = _edited_body(root, article, where)
    pictures.settle(body)
    for picture in pictures:
        picture.caption = compose_line(picture.caption)
    removed += settle_targets(body, [picture.caption for picture in pictures], prefix)
    if not len(body) and not any(pictures):
        raise RecordError("nothing printable is left of the body", where=where, remedy=_REMEDY)
    for block in body:
        directions.balance(block)
    blocks, found, holes = plain_blocks(body), list(pictures.links(body)), Holes()
    web, notebook = web_addresses(found), Notebook(links, prefix, holes)
    notebook.annotate(found)
    copy = writing.write(body, pictures, holes, prefix)
    remarks += [*_tell_lost(lost, where), *tell_removed(removed, where), *pictures.remarks]
    return replace(copy, blocks=blocks, links=web, notes=notebook.notes, remarks=tuple(remarks))


def _repair_body(article: Article, lost: Counter[str], where: str) -> tuple[str, list[Remark]]:
    """Return the body as repaired markup, within all limits, and the remarks on the repair."""
    limits.check_characters(article.body, where)
    source = formats.to_html(printable(article.body), article.body_format, where)
    source = shortcodes.expand_shortcodes(source, lost)
    limits.check_source(source, where)
    markup, lowered = sanitise.repair(source)
    limits.check_markup(markup, where)
    markup, marks = cap_marks(markup)
    remarks = []
    if lowered:
        found = ", ".join(f"{name} {count} times" for name, count in sorted(lowered.items()))
        remarks.append(Remark("PK303", f"a number was brought down to its limit: {found}", where))
    if marks:
        many = f"{marks} combining marks were removed: a letter keeps at most {MARKS}"
        remarks.append(Remark("PK205", many, where))
    return markup, remarks


def _edited_body(root: Node, article: Article, where: str) -> Node:
    """Return the body in clean blocks, without a repeated headline, byline or dateline."""
    lists.mend_lists(root)
    tables.mend_tables(root)
    body = compose_body(root, article.language, article.direction)
    limits.check_elements(sum(1 for _ in body.iterdescendants()), where)
    columns.mark_numbers(body)
    headings.drop_repeats(body, article)
    datelines.remove_dateline(body, article.dateline)
    headings.close_gaps(body)
    mark_foreign_blocks(body, article.language, article.direction)
    return body


def _tell_lost(lost: Counter[str], where: str) -> list[Remark]:
    kinds = [f"{count} {kind}{'s' * (count > 1)}" for kind, count in lost.items() if count]
    return [Remark("PK301", f"not printable, removed: {', '.join(kinds)}", where)] if kinds else []
