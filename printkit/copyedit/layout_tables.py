"""Layout tables: a body goes in, and comes out with blocks in the place of tables without data.

Blogs, newsletters and old sites place pictures and words with tables. On paper the cells of such
a table follow each other, each caption behind its picture. A table is a layout table, by the first
sign in this list that it has:

1.  its role is `presentation`, or its class is that of a caption table of Blogger or of a block of
    Mailchimp: layout;
2.  one cell alone holds anything: layout;
3.  it holds another table, and has fewer than two heads: layout. A head is a `th` with words and
    without blocks, because some newsletters make all their cells of `th`;
4.  it has a head, a caption or a `thead`: data;
5.  pictures alone in all its cells, with or without short words; or rows of pictures with rows of
    captions and credits (picture_rows): layout;
6.  a border: data;
7.  no row has more than one cell that holds anything: layout;
8.  pictures beside words, in one row, or in two columns without a first row of words alone, which
    is a head: layout. With more columns, the table is data;
9.  a cell with several blocks and many words, or with a heading and a block: layout;
10. everything else, as short words in rows and columns, is data.
"""

import re
from itertools import pairwise

from printkit.copyedit import tree
from printkit.copyedit.layout_cells import FilledCell, Rows, filled_rows
from printkit.copyedit.picture_rows import find_captioned, move_captions
from printkit.copyedit.tree import Node
from printkit.copyedit.vocabulary import HEADINGS, names
from printkit.text.patterns import regex

_NAMED = regex(r"(^|\s)(tr-caption-container|mcn[a-z]+)(\s|$)", re.IGNORECASE)
_PARTS = ("caption", "thead", "tbody", "tfoot", "tr", "td", "th")
_PROSE = ("p", "ul", "ol", "dl", "blockquote", "figure", "pre", "article", "section", *HEADINGS)
_NO_HEAD = names("p div table ul ol img h1 h2 h3 h4 h5 h6")
_LONG = 200  # characters of a cell with several blocks, which is prose and no datum


def open_layouts(root: Node) -> None:
    """Turn each layout table of a body into blocks, cell by cell; no word is lost.

    Args:
        root: the body; changed in place.
    """
    tables = tree.each(root, "table")
    # The inner tables tell what the outer table is: judge all before opening any.
    opened = {table for table in tables if is_layout_table(table)}
    for table in tables:
        if table in opened:
            rows = filled_rows(table)
            _join_signs(rows)
            move_captions(rows)
            _mark_beside(rows)
            _put_caption_last(table, rows)
            flatten_table(table)


def is_layout_table(table: Node) -> bool:
    """Tell whether a table holds no data, and only served the layout of a page."""
    if table.get("role") in ("presentation", "none") or _NAMED.search(table.get("class") or ""):
        return True
    rows = filled_rows(table)
    cells = [cell for row in rows for cell in row]
    heads = sum(_is_head(cell) for cell in cells)
    if len(cells) < 2:
        return True
    if heads < 2 and any(True for cell in cells for _ in cell.element.iter("table")):
        return True
    if heads or any(one.tag in ("caption", "thead") for one in table):
        return False
    if all(cell.shows for cell in cells) or find_captioned(rows):
        return True
    if table.get("border", "0").strip() not in ("", "0"):
        return False
    one_column = all(len(row) < 2 for row in rows)
    return one_column or _shows_beside(rows) or any(_holds_prose(cell) for cell in cells)


def flatten_table(table: Node) -> None:
    """Turn a table and its cells into blocks, one after the other."""
    for part in list(table.iter(*_PARTS)):
        if next((one for one in tree.ancestors(part) if one.tag == "table"), None) is not table:
            continue
        tree.pop(part, "colspan")
        part.tag = "p" if part.tag == "caption" else "div"
    table.tag = "div"


def _is_head(cell: FilledCell) -> bool:
    blocks = any(True for _ in cell.element.iter(*_NO_HEAD))
    return cell.element.tag == "th" and bool(cell.words) and not blocks


def _shows_beside(rows: Rows) -> bool:
    """Tell whether a table sets pictures beside words: in one row, or in two columns.

    A first row of words alone is the head of a column of pictures.
    """
    filled = [row for row in rows if row]
    shown = sum(any(cell.shows for cell in row) for row in filled)
    if shown > 1 and len(filled[0]) == 2 and not any(cell.shows for cell in filled[0]):
        return False
    return shown > 0 and (len(filled) == 1 or all(len(row) < 3 for row in filled))


def _holds_prose(cell: FilledCell) -> bool:
    blocks = list(cell.element.iter(*_PROSE))
    return len(blocks) > 1 and (len(cell.words) > _LONG or blocks[0].tag in HEADINGS)


def _join_signs(rows: Rows) -> None:
    """Move a sign, such as the mark of a notice, into the line of the words beside the sign."""
    for row in rows:
        for cell, beside in pairwise(row):
            if cell.shows or cell.words or not beside.words:
                continue
            line = beside.element
            while len(line) and tree.is_blank(line.text) and line[0].tag in ("p", "div", "center"):
                line = line[0]
            for img in tree.each(cell.element, "img"):
                line.text = f" {line.text or ''}"
                tree.move_to_start(tree.around_picture(img, cell.element), line)


def _mark_beside(rows: Rows) -> None:
    """Mark the words beside a picture, which are less often a caption than the words below.

    Beside a picture over several rows, words are never a caption.
    """
    for row in rows:
        shown = [cell.element for cell in row if cell.shows]
        high = any(one.get("rowspan", "1") != "1" for one in shown)
        for cell in row if shown else ():
            if not cell.shows:
                cell.element.set("data-beside", "rows" if high else "row")


def _put_caption_last(table: Node, rows: Rows) -> None:
    """Make the caption of a table that holds pictures alone the caption of the last picture."""
    alone = all(cell.shows and not cell.words for row in rows for cell in row)
    for caption in [one for one in table if alone and one.tag == "caption"]:
        caption.tag = "div"
        caption.set("class", "caption")
        tree.move(caption, table)
