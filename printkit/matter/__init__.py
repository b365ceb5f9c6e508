"""Matter: the digest's own pages, cover to colophon, and the furniture of all its pages.

    cover            nameplate, picture, cover lines
    note             the editor's, in Markdown
    contents         articles, missing ones, inserts, back matter, with their pages
    stub             in place of an article that could not be printed
    sources          where the articles come from
    picture credits  who made the pictures
    colophon         how the issue was made
    furniture        running heads and folios, on pages of their own

Each gives page markup for the press; what is in a record or a plan stands there as words.
Those that fill no page of their own can be joined.
"""

from printkit.matter.contents import contents_page
from printkit.matter.cover import cover_page
from printkit.matter.lists import picture_credits_page, sources_page
from printkit.matter.making import joined
from printkit.matter.margins import Margins, furniture_pages
from printkit.matter.nameplate import dates_of, number_of, title_of
from printkit.matter.stub import stub_page
from printkit.matter.texts import colophon_page, note_page

__all__ = [
    "Margins",
    "colophon_page",
    "contents_page",
    "cover_page",
    "dates_of",
    "furniture_pages",
    "joined",
    "note_page",
    "number_of",
    "picture_credits_page",
    "sources_page",
    "stub_page",
    "title_of",
]
