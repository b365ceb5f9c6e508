"""Fit the cover: takes its words and a function that prints, gives markup that prints one page.

No size of type is known here. The cover is printed and its pages are counted, three times at most:

    first     designed: as the theme has the cover; this fits nearly always
    second    tight: with less space between the words, and with the lowest picture
    third     if the tight cover had one page: tight again, the picture higher by the empty space;
              if the headline was on the first of two pages: tight, with the words of that page;
              else crowded: with small type, and with the words that one page holds
"""

from collections.abc import Callable

from printkit.markup.digest import CoverCopy
from printkit.markup.digest.cover import END, FOOT, HEADLINE, STANDFIRST, CoverFit
from printkit.pages import PageMarkup, Pages
from printkit.remarks import Remark

# In points. A picture that filled the page to the last fraction of a point could break the page.
_SAFETY = 0.5

_FillCover = Callable[[CoverCopy, CoverFit, float], PageMarkup]
_PrintCover = Callable[[PageMarkup], Pages]


def fit_cover(copy: CoverCopy, fill: _FillCover, print_cover: _PrintCover) -> PageMarkup:
    """Find the markup of the cover that prints on one page; a remark tells which words it lacks.

    Args:
        copy: all that the cover is to say.
        fill: makes the markup of a cover, from its words, its setting and its `spare` height, as
            `cover_page` does.
        print_cover: prints a page; it is called three times at most.
    """
    designed = fill(copy, "designed", 0)
    if print_cover(designed).page_count == 1:
        return designed
    tight = fill(copy, "tight", 0)
    pages = print_cover(tight)
    if pages.page_count == 1:
        spare = _spare_height(pages)
        higher = fill(copy, "tight", spare)
        return higher if spare and print_cover(higher).page_count == 1 else tight
    if not _is_on_first_page(HEADLINE, pages):
        return _crowded(copy, fill, pages, print_cover)
    shorter = _words_of_first_page(copy, pages, pages)
    page = fill(shorter, "tight", 0)
    count = print_cover(page).page_count
    return page._replace(remarks=(_remark(copy, shorter, "tight", count),))


def _crowded(
    copy: CoverCopy, fill: _FillCover, tight: Pages, print_cover: _PrintCover
) -> PageMarkup:
    """Return the crowded cover with the words that one page holds.

    The style sheet of a crowded cover drops all that follows the first page, so a fourth print is
    not needed.
    """
    pages = print_cover(fill(copy, "crowded", 0))
    shorter = _words_of_first_page(copy, pages, tight) if pages.page_count == 1 else copy
    page = fill(shorter, "crowded", _spare_height(pages))
    return page._replace(remarks=(_remark(copy, shorter, "crowded", pages.page_count),))


def _spare_height(pages: Pages) -> float:
    """Return the height, in points, between the end of the words and the foot of the cover."""
    end, foot = pages.anchors.get(END), pages.anchors.get(FOOT)
    # A user's template may lack these ids: then the height is unknown, and the picture stays small.
    return max(0, end.y - foot.y - _SAFETY) if end and foot else 0


def _words_of_first_page(copy: CoverCopy, pages: Pages, whole: Pages) -> CoverCopy:
    """Return the words of the cover without the lines and the standfirst that did not fit.

    Args:
        copy: all words of the cover.
        pages: a print that may lack some of the words.
        whole: a print of all words, on any number of pages. Words whose place is not there are
            kept: a template of the user's own prints no such id, or a style hides the words.
    """

    def fits(anchor: str) -> bool:
        return anchor not in whole.anchors or _is_on_first_page(anchor, pages)

    lead = copy.lead
    if lead and not fits(STANDFIRST):
        lead = lead._replace(standfirst="")
    return copy._replace(lead=lead, lines=tuple(line for line in copy.lines if fits(line.id)))


def _is_on_first_page(anchor: str, pages: Pages) -> bool:
    return anchor in pages.anchors and pages.anchors[anchor].page == 0


def _remark(copy: CoverCopy, shorter: CoverCopy, setting: CoverFit, page_count: int) -> Remark:
    """Return the remark that says which words the cover lacks, and how the cover differs."""
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
