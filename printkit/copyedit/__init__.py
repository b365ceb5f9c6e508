"""Copy-editing: a body in any state becomes clean copy, the only safe HTML in the house.

The passes, in order:

    limits       refuse what is too long to read
    formats      Markdown and plain text become HTML
    shortcodes   what a WordPress site would have run
    sanitise     repair: the tree a browser would see, without scripts
    hidden       what is not seen goes, what paper cannot show is counted
    links        addresses made absolute, or the words kept
    figures      pictures bound to caption and credit, placeholders in their place
    sheet        the body's pictures and the record's, each printed once
    lists, tables   made regular
    compose      the text set anew: clean blocks, lines, headings
    columns      those of numbers marked
    headings     levels closed up, the repeated headline taken off
    datelines    the repeated dateline taken off
    links        targets prefixed, notes numbered
    sanitise     certify: only printed elements and attributes leave
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from printkit.article import Article
from printkit.copyedit import (
    columns,
    compose,
    datelines,
    directions,
    figures,
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
from printkit.copyedit import links as linking
from printkit.copyedit.blocks import plain_blocks
from printkit.copyedit.clean_copy import Copy
from printkit.copyedit.combining_marks import MARKS, cap_marks
from printkit.copyedit.holes import Holes
from printkit.copyedit.picture_list import PictureList, gather
from printkit.copyedit.tree import Node
from printkit.edition.choices import Links
from printkit.errors import RecordError
from printkit.remarks import Remark
from printkit.text.characters import printable

__all__ = ["edit"]


def edit(article: Article, *, links: Links = "notes", prefix: str = "a", where: str = "") -> Copy:
    """Copy-edit an article's body and gather its pictures.

    Args:
        article: the record; its body may hold anything.
        links: how addresses are printed.
        prefix: put before every id, so that articles bound together do not collide.
        where: the record as the user named it, for remarks and errors.

    Raises:
        RefusedError: the body is over a limit.
        RecordError: nothing printable is left: no word and no picture.
    """
    markup, lost, remarks = _repair_body(article, where)
    root = tree.parse(markup)
    hidden.strike(root, article.url, lost)
    unlinked = linking.resolve_links(root, article.url)
    sheet = gather(figures.lift(root, article.url, lost), article, where)
    lists.mend_lists(root)
    tables.mend_tables(root)
    body = compose.compose(root, article.language, article.direction)
    limits.check_elements(sum(1 for _ in body.iterdescendants()), where)
    columns.mark_numbers(body)
    headings.drop_repeats(body, article)
    datelines.take_off(body, article.dateline)
    headings.close_up(body)
    sheet.settle(body)
    for drawn in sheet:
        drawn.caption = compose.compose_line(drawn.caption)
    unlinked += linking.settle_targets(body, [drawn.caption for drawn in sheet], prefix)
    if not len(body) and not any(sheet):
        raise RecordError("nothing printable is left of the body", where=where, remedy=_REMEDY)
    for block in body:
        directions.balance(block)
    blocks, holes = plain_blocks(body), Holes()
    found = list(_links(body, sheet))
    web = linking.web_addresses(found)
    notebook = linking.Notebook(links, prefix, holes)
    notebook.annotate(found)
    remarks += [*_tell_lost(lost, where), *linking.tell(unlinked, where), *sheet.remarks]
    copy = writing.write(body, sheet, holes, prefix)
    return replace(copy, blocks=blocks, links=web, notes=notebook.notes, remarks=tuple(remarks))


_REMEDY = "Give it text that is not hidden, or a picture."


def _repair_body(article: Article, where: str) -> tuple[str, Counter[str], list[Remark]]:
    """The body as repaired markup, within all limits."""
    lost: Counter[str] = Counter()
    limits.check_characters(article.body, where)
    source = formats.to_html(printable(article.body), article.body_format, where)
    source = shortcodes.expand(source, lost)
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
    return markup, lost, remarks


def _links(body: Node, sheet: PictureList) -> Iterator[Node]:
    """All links in the order they are read, those in captions where their picture stands."""
    if sheet.lead:
        yield from list(sheet.lead.caption.iter("a"))
    for element in list(body.iter("a", "figure", "img")):
        if element.tag == "a":
            yield element
        else:
            yield from list(sheet.body[int(element.get("data-figure", ""))].caption.iter("a"))
    for drawn in sheet.gallery:
        yield from list(drawn.caption.iter("a"))


def _tell_lost(lost: Counter[str], where: str) -> list[Remark]:
    kinds = [f"{count} {kind}{'s' * (count > 1)}" for kind, count in lost.items() if count]
    return [Remark("PK301", f"not printable, removed: {', '.join(kinds)}", where)] if kinds else []
