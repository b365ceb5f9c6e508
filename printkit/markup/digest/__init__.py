"""Matter: the digest's own pages, cover to colophon, and the furniture of all its pages.

    cover            nameplate, picture, cover lines
    note             the editor's, in Markdown
    contents         articles, missing ones, inserts, back matter, with their pages
    stub             in place of an article that could not be printed
    sources          where the articles come from
    picture credits  who made the pictures
    colophon         how the issue was made
    furniture        running heads and folios, on pages of their own

What is in a record or a plan stands there as words. Each gives page markup for the press, but
those that fill no page of their own: of them `matter_page` makes one for several.
"""

from printkit.markup.digest.contents import contents_page
from printkit.markup.digest.cover import CoverCopy, cover_copy, cover_page
from printkit.markup.digest.editorial import colophon, note_page
from printkit.markup.digest.lists import picture_credits, sources
from printkit.markup.digest.nameplate import dates_of, number_of, title_of
from printkit.markup.digest.page import MatterPart, matter_page
from printkit.markup.digest.running_heads import PageFurniture, furniture_of, furniture_pages
from printkit.markup.digest.stub import stub_page

__all__ = [
    "CoverCopy",
    "MatterPart",
    "PageFurniture",
    "colophon",
    "contents_page",
    "cover_copy",
    "cover_page",
    "dates_of",
    "furniture_of",
    "furniture_pages",
    "matter_page",
    "note_page",
    "number_of",
    "picture_credits",
    "sources",
    "stub_page",
    "title_of",
]
