"""XML dialects: a body goes in, and HTML comes out in the place of foreign XML elements.

Publishers keep texts as JATS, DocBook, TEI or DITA, and programs as OPML or as the storage format
of Confluence. A browser knows none of these elements: it hides every `title`, and glues the cells
of a table.

    translation     read the tags one by one, with the elements that are open
    elements        the table: the name of an element → the HTML that stands for the element
    headings        titles of sections, notes, lists and tables
    pictured        pictures, their labels, captions and descriptions
    references      links, notes and marks of notes
    arranged        lists, tables, lines of verse, menus
    outlines        OPML
    confluence      macros, links, pictures and tasks of Confluence
"""

from printkit.copyedit.dialects.tags import HiddenTags
from printkit.copyedit.removals import Removals
from printkit.copyedit.xml_dialects import (
    arranged,
    confluence,
    elements,
    headings,
    outlines,
    pictured,
    references,
)
from printkit.copyedit.xml_dialects.translation import Translation

__all__ = ["translate_xml"]

_HANDLERS = {
    **headings.HANDLERS,
    **pictured.HANDLERS,
    **references.HANDLERS,
    **arranged.HANDLERS,
    **outlines.HANDLERS,
    **confluence.HANDLERS,
}


def translate_xml(source: str, tags: HiddenTags, removals: Removals) -> str:
    """Return a body with HTML in the place of foreign elements; a body of HTML stays as it is.

    Args:
        source: HTML or XML, not yet safe.
        tags: get a tag for each macro of Confluence, which `shortcodes` settles.
        removals: gets the words and names that no reader sees, and words in other signs.
    """
    if not elements.SIGNS.search(source):
        return source
    return Translation(source, _HANDLERS, tags, removals).finish()
