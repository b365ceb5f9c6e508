"""Make up the book: takes printed articles, prints the own pages, gives a `Book` for the bindery.

The lengths of the articles give their folios. Then come the pages that name folios: back matter,
contents and cover; and last the running heads, with the folios themselves.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from printkit.article import Article
from printkit.article.file_names import names_for
from printkit.bindery.book import Book, EmbeddedFile, Insert, Inserts, Numbering, Part
from printkit.bindery.page_table import page_table
from printkit.errors import PressError, ThemeError
from printkit.makeup.inserts import with_stubs
from printkit.makeup.link_targets import internal_links, listings
from printkit.makeup.look_trial import blame_look
from printkit.makeup.lost_furniture import lost_furniture
from printkit.makeup.outline import make_bookmarks
from printkit.makeup.own_pages import OwnPage, OwnPages
from printkit.makeup.running_heads import furnished, furniture_jobs
from printkit.makeup.spoilt_entries import stub_spoilt_entries
from printkit.markup import metadata
from printkit.markup.entries import Listing
from printkit.press.messages import is_on_style
from printkit.printing.jobs import PressJob
from printkit.printing.kept import LostFontError
from printkit.printing.printer import Printer
from printkit.remarks import Remark
from printkit.wording.attribution import attribution_in


class MadeUp(NamedTuple):
    """A book that is ready for the bindery, with the remarks on its own pages and on its theme."""

    book: Book
    remarks: tuple[Remark, ...]


def make_up(own: OwnPages, inserts: Inserts, printer: Printer) -> MadeUp:
    """Print the own pages of a digest, and put all parts in their order.

    Args:
        own: the printed articles, and the plan for the pages around them.
        inserts: the PDFs of other people that are bound in; a missing PDF has a stub in its place.
        printer: prints the own pages.

    Raises:
        PrintkitError: the cover or another page around the articles cannot be printed, and no
            single article is the cause.
    """
    records = own.articles.articles
    try:
        return _made_up(own, records, inserts, printer)
    except LostFontError:
        raise
    except (PressError, ThemeError) as error:
        own, told = stub_spoilt_entries(own, error, printer)
    try:
        made = _made_up(own, records, inserts, printer)
    except PressError as error:
        raise blame_look(own, error, printer) from error.__cause__
    return made._replace(remarks=(*made.remarks, *told))


def _made_up(
    own: OwnPages, records: Sequence[Article], inserts: Inserts, printer: Printer
) -> MadeUp:
    """Print the own pages, and make the book with the records of the printed articles."""
    articles = own.articles.parts
    prepended = with_stubs(inserts.prepended, own.edition, printer)
    appended = with_stubs(inserts.appended, own.edition, printer)
    designed_cover, back_matter = list(own.designed_cover()), list(own.back_matter(printer))
    # Keep the workers busy: print half of the running heads together with the back matter, and the
    # other half with the contents, which wait for the back matter. The printer remembers all pages.
    heads = list(furniture_jobs(articles, own.title, own.edition, own.workers).values())
    half = len(heads) // 2
    printer.print_jobs([*_jobs(back_matter), *_jobs(designed_cover), *heads[:half]])
    back, of_the_back = _printed(back_matter, "arabic", own, printer)
    cover, of_the_cover = _printed(list(own.fitted_cover(printer)), "roman", own, printer)
    before: list[Part | Insert] = [*cover, *prepended, *articles, *appended, *back]
    front_matter = list(
        own.front_matter(_lines(before, (*prepended, *appended)), _lines(before, back))
    )
    printer.print_jobs([*reversed(_jobs(front_matter)), *heads[half:]])
    front, of_the_front = _printed(front_matter, "roman", own, printer)
    parts: list[Part | Insert] = [*cover, *prepended, *front, *articles, *appended, *back]
    jobs = furniture_jobs(parts, own.title, own.edition, own.workers)
    furniture = dict(zip(jobs, printer.print_jobs(list(jobs.values())), strict=True))
    book = _book(tuple(furnished(parts, furniture, own.edition)), own, records)
    of_the_heads = (one for pages in furniture.values() for one in pages.remarks)
    # A fault of the style is no fault of an article: many articles may have the same.
    of_the_style = (one for part in articles for one in part.pages.remarks if is_on_style(one))
    lost = lost_furniture(page_table(book.parts), own.title, own.edition)
    remarks = (*of_the_heads, *of_the_style, *lost, *of_the_cover, *of_the_front, *of_the_back)
    return MadeUp(book, tuple(dict.fromkeys(remarks)))


def _jobs(pages: Iterable[OwnPage]) -> list[PressJob]:
    return [page.job for page in pages]


def _printed(
    wanted: Sequence[OwnPage], numbering: Numbering, own: OwnPages, printer: Printer
) -> tuple[list[Part], tuple[Remark, ...]]:
    """Return printed own pages as parts of the book, and the remarks on these pages."""
    parts: list[Part] = []
    remarks: list[Remark] = []
    for page, pages in zip(wanted, printer.print_jobs(_jobs(wanted)), strict=True):
        parts.append(own.part(page, pages, numbering))
        remarks += (*page.job.markup.remarks, *pages.remarks)
    return parts, tuple(remarks)


def _lines(parts: Sequence[Part | Insert], some: Sequence[Part | Insert]) -> list[Listing]:
    """Return the lines of the contents that lead to some of the parts."""
    anchors = {anchor for one in some for anchor in one.targets}
    return [line for line in listings(page_table(parts)) if line.anchor in anchors]


def _book(parts: tuple[Part | Insert, ...], own: OwnPages, articles: Sequence[Article]) -> Book:
    plan, period, edition = own.plan, own.period, own.edition
    attribution, table = attribution_in(edition.language), page_table(parts)
    day = plan.date or (period.last if period else None)
    packets = metadata.issue_packets(articles, edition, own.title, day)
    newest = max((metadata.dated(one.date_published) for one in articles), default=None)
    return Book(
        parts=parts,
        title=own.title,
        language=attribution.language,
        rightward=attribution.direction == "rtl",
        bookmarks=tuple(make_bookmarks(table)),
        internal_links=dict(internal_links(table, attribution)),
        embedded_files=tuple(_records([*articles, *_joined_articles(parts)])),
        packet=packets.packet,
        humble_packet=packets.humble_packet,
        dated=metadata.dated(day) if day else newest,
    )


def _joined_articles(parts: Iterable[Part | Insert]) -> Iterator[Article]:
    for part in parts:
        if isinstance(part, Insert):
            yield from part.articles


def _records(articles: Sequence[Article]) -> Iterator[EmbeddedFile]:
    """Yield the records of the articles that are printed, here or in a file that is joined."""
    for article, name in zip(articles, names_for(articles), strict=True):
        yield EmbeddedFile(
            f"article-{name.removesuffix('.pdf')}.json",
            metadata.record(article).encode(),
            "The article's record",
            metadata.dated(article.date_modified or article.date_published),
        )
