"""Copy-editing: any body goes in, clean copy comes out. Only this room makes safe HTML.

Owns nh3, markdown-it, latex2mathml, pyphen, cssselect2 and, for trees, lxml. The passes, in order:

    limits              refuse a body that takes too long to read
    site_values         take the values that tags of a site may name
    xml_dialects        put HTML in the place of foreign XML
    dialects            put marks in the place of tags; read the dialects of Markdown
    formats             turn Markdown and plain text into HTML
    shortcodes          replace or remove shortcodes and tags
    svg_sources         replace each `svg` by its words and its pictures
    renaming            rename elements that nh3 would drop, for the passes to see
    sanitise            repair: make the HTML that a browser would make, without scripts
    style_sheets        add the rules of `style` elements to the styles of their elements
    parted_numbers      part numbers on both sides of an element without words
    picture_elements    make an `img` of every element that shows a picture
    background_pictures the same for pictures behind elements
    film_captions       mark the captions of films, which are of no picture
    combining_marks     take marks off letters that have too many
    note_kinds          write the kinds of notes in the article's language
    formulas            put formulas in the place of their pictures
    disclosures         open folded panels, put the labels of tabs before the panels
    hidden, edit_marks  remove hidden elements, and links that edit the web page
    item_numbers        note the numbers of items, which `compose` gives back
    side_notes          move notes within a line into a list of notes
    note_tables         make blocks of tables that hold one note
    page_leftovers      remove permalinks, share lines, labels of advertisements
    listings            make code of tables of code
    formulas            turn formulas into text with powers and indices
    forms               write values of fields into the text, remove other fields and buttons
    inline_styles       turn styles into elements with the same meaning
    verse               keep the lines of poems
    custom_elements     replace the elements of web components by their contents
    embeds              replace videos and frames by their addresses
    drawings            replace drawings by their words
    own_addresses       shorten links to the article's own address
    links               make addresses absolute, or remove links and keep their words
    footnotes           lift notes out of the text
    layout_tables       make blocks of tables that only placed pictures and words
    figures             find captions and credits of pictures, put placeholders for pictures
    twins, record_pictures   join repeated pictures, match the body's pictures with the record's
    lists, tables       repair lists and tables
    compose             write the body anew, in clean blocks
    columns, whole_numbers   mark columns of numbers, forbid line ends within numbers
    crossheads          make headings of short paragraphs in bold
    headings, datelines remove a repeated headline or dateline, close gaps between levels
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
    background_pictures,
    columns,
    datelines,
    directions,
    disclosures,
    drawings,
    embeds,
    forms,
    formulas,
    headings,
    hidden,
    inline_styles,
    item_numbers,
    lists,
    page_leftovers,
    soft_hyphens,
    tables,
    tree,
    writing,
)
from printkit.copyedit.blocks import plain_blocks
from printkit.copyedit.body_markup import repair_body
from printkit.copyedit.clean_copy import Copy
from printkit.copyedit.compose import compose_body, compose_line
from printkit.copyedit.crossheads import mark_crossheads
from printkit.copyedit.custom_elements import settle_custom_elements
from printkit.copyedit.edit_marks import remove_edit_marks
from printkit.copyedit.footnotes import lift_notes, tell_unmarked
from printkit.copyedit.foreign_blocks import mark_foreign_blocks
from printkit.copyedit.formulas.pictured import replace_pictures
from printkit.copyedit.holes import Holes
from printkit.copyedit.limits import check_elements, check_letters
from printkit.copyedit.links import resolve_links
from printkit.copyedit.listings import mend_listings
from printkit.copyedit.note_kinds import translate_kinds
from printkit.copyedit.note_tables import open_note_tables
from printkit.copyedit.note_texts import drop_ways_back
from printkit.copyedit.notes import Notebook, web_addresses
from printkit.copyedit.own_addresses import shorten_own_addresses
from printkit.copyedit.picture_list import PictureList
from printkit.copyedit.picture_passes import find_uses, name_uses
from printkit.copyedit.removals import Removals
from printkit.copyedit.removed_links import tell_left_off
from printkit.copyedit.same_picture import DigestOf, SamePicture, digest_of_none
from printkit.copyedit.script_texts import spell_scripts
from printkit.copyedit.shown_attributes import show_attributes
from printkit.copyedit.side_notes import set_out_side_notes
from printkit.copyedit.targets import settle_targets
from printkit.copyedit.tree import Node
from printkit.copyedit.verse import keep_verse
from printkit.copyedit.whole_numbers import keep_numbers_whole
from printkit.edition.choices import Links
from printkit.edition.limits import DEFAULTS, Limits
from printkit.errors import RecordError
from printkit.remarks import summary

__all__ = ["edit"]


def edit(
    article: Article,
    *,
    links: Links = "notes",
    prefix: str = "a",
    where: str = "",
    digest_of: DigestOf = digest_of_none,
    limits: Limits = DEFAULTS,
) -> Copy:
    """Copy-edit an article's body and list its pictures.

    Args:
        article: the record; its body may hold anything.
        links: how the addresses of links are printed: as notes, in the text, or not at all.
        prefix: put before every id, so that the ids of articles bound together differ.
        where: the record as the user named it, for remarks and errors.
        digest_of: reads pictures, to find equal pictures at several addresses.
        limits: how much work the body may cost.

    Raises:
        RefusedError: the body is over a limit.
        RecordError: nothing printable is left: no word and no picture.
    """
    removals = Removals()
    root, remarks = repair_body(article, removals, where, limits)
    ways_back = _settle_elements(root, article, removals, where, limits)
    footnotes = lift_notes(root, ways_back, removals)
    lifted, same = [one.element for one in footnotes], SamePicture(article.url, digest_of)
    pictures = find_uses(root, lifted, article, same, removals, where)
    body = _body_of(root, article, removals, where, limits)
    notes = [_edited_note(one.element, article, removals) for one in footnotes]
    pictures.settle(body, notes)
    for picture in pictures:
        picture.caption = compose_line(picture.caption)
        spell_scripts(picture.caption)
    removals.links += settle_targets(body, [*(one.caption for one in pictures), *notes], prefix)
    if not len(body) and not notes and not any(pictures):
        raise _empty(removals, where)
    _settle_characters((body, *notes), article.language)
    numbers = [one.number for one in footnotes]
    notebook = Notebook(links, prefix, Holes(), notes, numbers, limits.told_addresses)
    copy = _write_numbered(body, pictures, notes, notebook, prefix)
    remarks += tell_left_off(notebook.left_off, limits, where)
    remarks += [*tell_unmarked(footnotes, where), *removals.remarks(where), *pictures.remarks]
    return replace(copy, rewritten=tuple(removals.rewritten), remarks=tuple(remarks))


def _write_numbered(
    body: Node, pictures: PictureList, notes: list[Node], notebook: Notebook, prefix: str
) -> Copy:
    """Return the copy with numbered notes and addresses."""
    blocks, found = plain_blocks(body), list(pictures.links(body, notes))
    web = web_addresses([*found, *notebook.links_in_notes()])
    notebook.annotate(found)
    copy = writing.write_copy(body, notes, pictures, notebook.holes, prefix)
    return replace(copy, blocks=blocks, links=web, notes=notebook.notes)


def _empty(removals: Removals, where: str) -> RecordError:
    gone = f"; removed: {summary(removals.removed)}" if removals.removed else ""
    told = f"nothing printable is left of the body{gone}"
    return RecordError(told, where=where, remedy="Give the body visible text, or a picture.")


def _settle_characters(parts: Iterable[Node], language: str | None) -> None:
    """Close bidirectional controls, and set words with soft hyphens apart, in every block."""
    for block in [block for part in parts for block in part]:
        directions.balance(block)
        soft_hyphens.set_apart(block, language)
        spell_scripts(block)


def _settle_elements(
    root: Node, article: Article, removals: Removals, where: str, limits: Limits
) -> list[tuple[Node, Node]]:
    """Replace everything that only a browser can show; return the ways back from notes to marks."""
    show_attributes(root, removals)
    name_uses(root, removals, where, limits)
    translate_kinds(root, article.language, removals)
    replace_pictures(root, removals, where, limits)
    disclosures.open_panels(root, removals)
    hidden.remove_hidden(root, removals)
    item_numbers.note_numbers_of_items(root)
    remove_edit_marks(root, removals)
    set_out_side_notes(root, removals)
    open_note_tables(root)
    page_leftovers.remove_leftovers(root, article.url, removals)
    mend_listings(root, removals)
    formulas.settle_formulas(root, removals, where, limits)
    forms.remove_forms(root, removals)
    inline_styles.settle_styles(root, article.language)
    keep_verse(root)
    background_pictures.tell_backgrounds(root, removals)
    settle_custom_elements(root, article.url, removals)
    embeds.remove_embeds(root, article.url, removals)
    drawings.print_drawings(root, removals)
    shorten_own_addresses(root, article.url, removals)
    ways_back = drop_ways_back(root, removals)
    resolve_links(root, article.url, removals)
    return ways_back


def _body_of(root: Node, article: Article, removals: Removals, where: str, limits: Limits) -> Node:
    """Return the body in clean blocks, without a repeated headline, byline or dateline."""
    lists.mend_lists(root)
    tables.mend_tables(root, removals)
    body = compose_body(root, article.language, article.direction)
    check_elements(body, where, limits)
    check_letters(body, where, limits)
    columns.mark_numbers(body)
    keep_numbers_whole(body)
    mark_crossheads(body, article)
    headings.drop_repeats(body, article, removals)
    datelines.remove_dateline(body, article.dateline, removals)
    headings.close_gaps(body)
    mark_foreign_blocks(body, article.language, article.direction)
    return body


def _edited_note(note: Node, article: Article, removals: Removals) -> Node:
    """Return a note in clean blocks; the words of its first paragraph stand behind its number."""
    lists.mend_lists(note)
    tables.mend_tables(note, removals)
    composed = compose_body(note, article.language, article.direction)
    if len(composed) and composed[0].tag == "p":
        tree.unwrap(composed[0])
    return composed
