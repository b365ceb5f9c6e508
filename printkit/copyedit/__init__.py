"""Copy-editing: any body goes in, clean copy comes out. Only this room makes safe HTML.

Owns nh3, markdown-it, latex2mathml, pyphen and, for trees, lxml. The passes, in order:

    limits              refuse a body that takes too long to read
    formats             turn Markdown and plain text into HTML
    shortcodes          replace or remove WordPress shortcodes
    renaming            rename elements that nh3 would drop, for the passes to see
    sanitise            repair: make the HTML that a browser would make, without scripts
    combining_marks     take marks off letters that have too many
    disclosures         open folded panels, put the labels of tabs before the panels
    hidden              remove hidden elements
    page_leftovers      remove permalinks, share lines, labels of advertisements
    listings            make code of tables of code
    formulas            turn formulas into text with powers and indices
    forms               write values of fields into the text, remove other fields and buttons
    inline_styles       turn styles into elements with the same meaning
    verse               keep the lines of poems
    embeds              replace videos and frames by their addresses, remove drawings
    links               make addresses absolute, or remove links and keep their words
    footnotes           lift notes out of the text
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
    soft_hyphens        put words with soft hyphens into elements of their own
    script_texts        give powers and indices the texts that stand behind the page
    blocks              list the words of the body for preflight
    notes               number notes and addresses
    writing             mark the holes, and write the tree as HTML
    sanitise            certify: let out only printed elements and attributes
"""

from collections.abc import Iterable
from dataclasses import replace

from printkit.article import Article
from printkit.copyedit import (
    columns,
    datelines,
    directions,
    disclosures,
    embeds,
    formats,
    forms,
    formulas,
    headings,
    hidden,
    inline_styles,
    limits,
    lists,
    page_leftovers,
    sanitise,
    shortcodes,
    soft_hyphens,
    tables,
    tree,
    writing,
)
from printkit.copyedit.blocks import plain_blocks
from printkit.copyedit.clean_copy import Copy
from printkit.copyedit.combining_marks import MARKS, cap_marks
from printkit.copyedit.compose import compose_body, compose_line
from printkit.copyedit.figures import lift_pictures
from printkit.copyedit.footnotes import lift_notes, tell_unmarked
from printkit.copyedit.foreign_blocks import mark_foreign_blocks
from printkit.copyedit.holes import Holes
from printkit.copyedit.links import resolve_links
from printkit.copyedit.listings import mend_listings
from printkit.copyedit.note_texts import drop_ways_back
from printkit.copyedit.notes import Notebook, web_addresses
from printkit.copyedit.picture_list import list_pictures
from printkit.copyedit.removals import Removals
from printkit.copyedit.script_texts import spell_scripts
from printkit.copyedit.targets import settle_targets
from printkit.copyedit.tree import Node
from printkit.copyedit.verse import keep_verse
from printkit.edition.choices import Links
from printkit.errors import RecordError
from printkit.remarks import Remark, summary
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
    removals = Removals()
    markup, remarks = _repair_body(article, removals, where)
    root = tree.parse(markup)
    _settle_elements(root, article, removals, where)
    footnotes = lift_notes(root, removals)
    pictures = list_pictures(lift_pictures(root, article.url, removals), article, where)
    body = _edited_body(root, article, removals, where)
    pictures.settle(body)
    for picture in pictures:
        picture.caption = compose_line(picture.caption)
        spell_scripts(picture.caption)
    notes = [_edited_note(one.element, article) for one in footnotes]
    removals.links += settle_targets(body, [*(one.caption for one in pictures), *notes], prefix)
    if not len(body) and not notes and not any(pictures):
        gone = f"; removed: {summary(removals.removed)}" if removals.removed else ""
        told = f"nothing printable is left of the body{gone}"
        raise RecordError(told, where=where, remedy=_REMEDY)
    _settle_characters((body, *notes), article.language)
    blocks, found, holes = plain_blocks(body), list(pictures.links(body)), Holes()
    notebook = Notebook(links, prefix, holes, notes)
    web = web_addresses([*found, *notebook.links_in_notes()])
    notebook.annotate(found)
    copy = writing.write(body, pictures, holes, prefix)
    remarks += [*tell_unmarked(footnotes, where), *removals.remarks(where), *pictures.remarks]
    return replace(
        copy,
        blocks=blocks,
        links=web,
        notes=notebook.notes,
        rewritten=tuple(removals.rewritten),
        remarks=tuple(remarks),
    )


def _settle_characters(parts: Iterable[Node], language: str | None) -> None:
    """Close bidirectional controls, and set words with soft hyphens apart, in every block."""
    for block in [block for part in parts for block in part]:
        directions.balance(block)
        soft_hyphens.set_apart(block, language)
        spell_scripts(block)


def _repair_body(article: Article, removals: Removals, where: str) -> tuple[str, list[Remark]]:
    """Return the body as repaired markup, within all limits, and the remarks on the repair."""
    limits.check_characters(article.body, where)
    source = formats.to_html(printable(article.body), article.body_format, where)
    source = shortcodes.expand_shortcodes(source, removals)
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


def _settle_elements(root: Node, article: Article, removals: Removals, where: str) -> None:
    """Replace everything that only a browser can show by elements that paper can show."""
    disclosures.open_panels(root, removals)
    hidden.remove_hidden(root, removals)
    page_leftovers.remove_leftovers(root, article.url, removals)
    mend_listings(root, removals)
    formulas.settle_formulas(root, removals, where)
    forms.remove_forms(root, removals)
    inline_styles.settle_styles(root)
    keep_verse(root)
    embeds.remove_embeds(root, article.url, removals)
    drop_ways_back(root, removals)
    resolve_links(root, article.url, removals)


def _edited_body(root: Node, article: Article, removals: Removals, where: str) -> Node:
    """Return the body in clean blocks, without a repeated headline, byline or dateline."""
    lists.mend_lists(root)
    tables.mend_tables(root)
    body = compose_body(root, article.language, article.direction)
    limits.check_elements(sum(1 for _ in body.iterdescendants()), where)
    columns.mark_numbers(body)
    headings.drop_repeats(body, article, removals)
    datelines.remove_dateline(body, article.dateline, removals)
    headings.close_gaps(body)
    mark_foreign_blocks(body, article.language, article.direction)
    return body


def _edited_note(note: Node, article: Article) -> Node:
    """Return a note in clean blocks; the words of its first paragraph stand behind its number."""
    lists.mend_lists(note)
    tables.mend_tables(note)
    composed = compose_body(note, article.language, article.direction)
    if len(composed) and composed[0].tag == "p":
        tree.unwrap(composed[0])
    return composed
