"""Copy-editing: a body in any state goes in, clean copy comes out, the only safe HTML there is.

Owns nh3, markdown-it and, for trees, lxml. The passes, in order:

    limits              refuse a body that takes too long to read
    formats             turn Markdown and plain text into HTML
    shortcodes          do what a WordPress site would have done with its shortcodes
    sanitise            repair: make the tree that a browser would make, without scripts
    hidden              take out what nobody sees, count what paper cannot show
    links               make addresses absolute, or keep the words of a link alone
    figures             bind captions and credits to pictures, put placeholders in their places
    picture_list        compare the body's pictures with the record's
    lists, tables       make them regular
    compose             write the body anew, in clean blocks
    columns             mark columns of numbers
    headings            take off the repeated headline, close gaps between levels
    datelines           take off the repeated dateline
    targets             make the ids of places in the text unique
    foreign_blocks      give blocks in another script their language and direction
    directions          close bidi controls within their block
    notes               number the notes
    writing             mark the holes, and write the tree down
    sanitise            certify: only printed elements and attributes leave
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

_REMEDY = "Give it text that is not hidden, or a picture."


def edit(article: Article, *, links: Links = "notes", prefix: str = "a", where: str = "") -> Copy:
    """Copy-edit an article's body and list its pictures.

    Args:
        article: the record; its body may hold anything.
        links: how addresses are printed.
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
    """Return the body as repaired markup, within all limits, and what was noticed."""
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
        many = f"{marks} marks piled on letters were taken off, {MARKS} left on each"
        remarks.append(Remark("PK205", many, where))
    return markup, remarks


def _edited_body(root: Node, article: Article, where: str) -> Node:
    """Return the body in clean blocks, without what the page says above it."""
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
