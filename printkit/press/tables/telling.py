"""Tables that are turned, in parts or with broken words → remarks, and the words that moved."""

from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element

from printkit.press.tables.fitting import FittedTable
from printkit.press.tables.grid import cells_of
from printkit.press.tables.repeated_cells import copy_bare
from printkit.remarks import Remark
from printkit.text.shortening import shortened

_NAMED_BY = 60  # characters of a table that name the table


def remarks_on_tables(root: Element, tables: Sequence[FittedTable], record: str) -> list[Remark]:
    """Return the remark PK509 on each table; `article` is an id of the article of the table."""
    return [
        Remark(
            "PK509",
            f"the table “{_name(table.source)}” is wider than the page: {_told_form(table)}",
            record,
            "body",
            article=_id_of_article(root, table.parent),
        )
        for table in tables
    ]


def moved_words(tables: Sequence[FittedTable]) -> tuple[str, ...]:
    """Return the words of each cell of the tables in parts: rows are no longer read in one go."""
    return tuple(words for table in tables if table.form.parts for words in _cells(table.source))


def _cells(table: Element) -> Iterator[str]:
    for cell in cells_of(table):
        yield "".join(copy_bare(cell).itertext())


def _name(table: Element) -> str:
    caption = table.find("caption")
    named = " ".join(" ".join((table if caption is None else caption).itertext()).split())
    return shortened(named, _NAMED_BY)


def _told_form(table: FittedTable) -> str:
    form = table.form
    told = ["turned, on a page of its own"] if form.turned else []
    if form.parts:
        told.append(f"in {len(form.parts)} parts, each with the columns that name the rows")
    if form.breaks == "all":
        told.append("with words and numbers broken over lines")
    if table.breaks_code:
        told.append("with long names of code broken over lines")
    return "printed " + ", and ".join(told)


def _id_of_article(root: Element, parent: Element) -> str:
    for article in root.iter("article"):
        if any(one is parent for one in article.iter()):
            return next((one.get("id", "") for one in article.iter() if one.get("id")), "")
    return ""
