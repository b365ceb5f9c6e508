"""The digest's own pages, from cover to colophon: takes a plan and articles, gives page markup.

    cover            masthead, picture, and the articles that it announces
    contents         articles, missing articles, inserts and back matter, with their pages
    editorial        the editor's note and the colophon, both written in Markdown
    running_heads    running heads and folios, on pages that are empty otherwise
    sources          a list of where the articles come from
    picture_credits  a list of who made the pictures
    stub             a page in the place of an article that could not be printed

Several parts may share pages: `matter_page` makes one page markup of these parts.
"""

from printkit.markup.digest.contents import contents_page
from printkit.markup.digest.cover import CoverCopy, cover_copy, cover_page
from printkit.markup.digest.editorial import colophon, editors_note
from printkit.markup.digest.nameplate import dates_of, number_of, title_of
from printkit.markup.digest.page import MatterPart, matter_page
from printkit.markup.digest.picture_credits import list_picture_credits
from printkit.markup.digest.running_heads import PageFurniture, furniture_of, furniture_pages
from printkit.markup.digest.sources import list_sources
from printkit.markup.digest.stub import insert_stub_page, stub_page

__all__ = [
    "CoverCopy",
    "MatterPart",
    "PageFurniture",
    "colophon",
    "contents_page",
    "cover_copy",
    "cover_page",
    "dates_of",
    "editors_note",
    "furniture_of",
    "furniture_pages",
    "insert_stub_page",
    "list_picture_credits",
    "list_sources",
    "matter_page",
    "number_of",
    "stub_page",
    "title_of",
]
