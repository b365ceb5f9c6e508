"""Fit the cover: takes its words and a function that prints, gives markup that prints one page.

No size of type is known here. The cover is printed and its pages are counted, three times at most:

    designed         as the theme has it; this fits nearly always
    tight            with less air, and the picture lower by as much height as the words lacked
    tight, shorter   with those words alone that stood on the first of the tight pages
    crowded          instead, where the headline did not stand there: masthead and headline
                     alone, in type that is small enough for any sheet
"""

from collections.abc import Callable

from printkit.edition import Edition
from printkit.edition.papers import Sheet
from printkit.markup.digest import CoverCopy, cover_page
from printkit.markup.digest.cover import END, HEADLINE, STANDFIRST, TOP, Setting
from printkit.pages import PageMarkup, Pages
from printkit.remarks import Remark

_MILLIMETRE = 72 / 25.4  # in points


def fit_cover(
    copy: CoverCopy, edition: Edition, print_cover: Callable[[PageMarkup], Pages]
) -> PageMarkup:
    """Find the markup of the cover that prints on one page; a remark tells which words it lacks.

    Args:
        copy: all that the cover is to say.
        edition: the theme and the sheet.
        print_cover: prints a page; it is called three times at most.
    """
    page = cover_page(copy, edition)
    pages = print_cover(page)
    if pages.page_count == 1:
        return page
    overflow = _overflow(pages, edition.sheet)
    page = cover_page(copy, edition, "tight", overflow=overflow)
    pages = print_cover(page)
    if pages.page_count == 1:
        return page
    shorter, setting = _shortened(copy, pages)
    page = cover_page(shorter, edition, setting, overflow=overflow)
    count = print_cover(page).page_count
    return page._replace(remarks=(_remark(copy, shorter, setting, count),))


def _overflow(pages: Pages, sheet: Sheet) -> float:
    """Return the height, in points, of the words that stand after the first page."""
    top, end = pages.anchors.get(TOP), pages.anchors.get(END)
    # A template of the user's own may have no such ids.
    if not top or not end or not end.page:
        return 0
    return (end.page - 1) * sheet.height * _MILLIMETRE + top.y - end.y


def _shortened(copy: CoverCopy, pages: Pages) -> tuple[CoverCopy, Setting]:
    """Keep the words that stand on the first page, or masthead and headline."""

    def fits(anchor: str) -> bool:
        return anchor in pages.anchors and pages.anchors[anchor].page == 0

    lead = copy.lead
    if not lead or not fits(HEADLINE):
        alone = lead and lead._replace(standfirst="")
        return copy._replace(lead=alone, lines=()), "crowded"
    if not fits(STANDFIRST):
        lead = lead._replace(standfirst="")
    lines = tuple(line for line in copy.lines if fits(line.id))
    return copy._replace(lead=lead, lines=lines), "tight"


def _remark(copy: CoverCopy, shorter: CoverCopy, setting: Setting, page_count: int) -> Remark:
    """Say what the cover lacks of all that it was to say."""
    lines, before, after = len(copy.lines) - len(shorter.lines), copy.lead, shorter.lead
    lost = [f"{lines} of {len(copy.lines)} lines"] if lines else []
    if before and after and before.standfirst != after.standfirst:
        lost.append("the standfirst")
    losses = [f"there was no room for {' and '.join(lost)}"] if lost else []
    if setting == "crowded":
        losses.append("masthead and headline are smaller than the theme sets them")
    if page_count > 1:
        losses.append(f"the cover takes {page_count} pages")
    return Remark("PK704", "; ".join(losses), "cover")
