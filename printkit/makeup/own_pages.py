"""The own pages of a digest: takes a plan and the printed articles, gives jobs of the press.

Cover, note and contents stand before the articles; sources, picture credits and colophon behind.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple, TypeVar

from printkit.bindery.book import Numbering, Part
from printkit.edition import Edition
from printkit.errors import EditionError, ThemeError
from printkit.issue.period import Period
from printkit.issue.plan import Plan
from printkit.makeup.cover import fit_cover
from printkit.makeup.cover_picture import Cover
from printkit.makeup.filling import fill_page_apart
from printkit.makeup.printed_issue import PrintedIssue
from printkit.markup import digest
from printkit.markup.digest import CoverCopy, MatterPart
from printkit.markup.digest.cover import CoverFit
from printkit.markup.entries import Listing
from printkit.markup.templates import own_template
from printkit.pages import PageMarkup, Pages
from printkit.press.fonts import family
from printkit.printing.jobs import PressJob
from printkit.printing.printer import Printer
from printkit.wording.attribution import attribution_in
from printkit.workers.door import Arguments
from printkit.workers.losses import CrashError, LimitError
from printkit.workers.tasks import Workers

T = TypeVar("T")


class OwnPage(NamedTuple):
    """Own pages of a digest before they are printed.

    Attributes:
        names: the names of the parts on these pages, in their order; each name is the id of a
            heading.
        job: the job of the press that prints the pages.
    """

    names: tuple[str, ...]
    job: PressJob


@dataclass(frozen=True)
class OwnPages:
    """The pages around the articles of an issue: cover, front matter and back matter.

    Attributes:
        plan, period, edition: the plan, the period and the edition of the issue.
        articles: the printed articles.
        cover: the picture of the cover.
        workers: the processes that edit the texts of the plan, which may be hostile.
    """

    plan: Plan
    period: Period | None
    edition: Edition
    articles: PrintedIssue
    cover: Cover
    workers: Workers

    @property
    def title(self) -> str:
        """Return the title of the issue and of its file."""
        return digest.title_of(self.plan, self.edition)

    def designed_cover(self) -> Iterator[OwnPage]:
        """Yield the cover with all words of the plan; nothing if the plan leaves the cover out."""
        for copy in self._cover_copy():
            yield self._page(("cover",), self._filled_cover(copy, "designed", 0))

    def fitted_cover(self, printer: Printer) -> Iterator[OwnPage]:
        """Yield the cover with the words that fit one page, unless the plan leaves it out."""

        def print_cover(page: PageMarkup) -> Pages:
            (pages,) = printer.print_jobs([self._page(("cover",), page).job])
            return pages

        for copy in self._cover_copy():
            yield self._page(("cover",), fit_cover(copy, self._filled_cover, print_cover))

    def front_matter(
        self, inserts: Sequence[Listing], back: Sequence[Listing]
    ) -> Iterator[OwnPage]:
        """Yield the note and the contents.

        Args:
            inserts: the lines of the contents that lead to inserts.
            back: the lines of the contents that lead to the back matter.
        """
        if self.plan.note and "note" not in self.plan.without:
            note = self._in_worker("note", digest.editors_note, self.plan, self.edition)
            page = self._filled("note", digest.matter_page, [note], self.edition)
            yield self._page(("note",), page)
        if "contents" not in self.plan.without:
            make = partial(digest.contents_page, inserts=inserts, back=back)
            page = self._filled("contents", make, self.articles.sections, self.edition)
            yield self._page(("contents",), page)

    def back_matter(self, printer: Printer) -> Iterator[OwnPage]:
        """Yield the back matter, whose parts share their pages.

        Args:
            printer: gives the fonts that the colophon names.
        """
        if parts := list(self._back_parts(printer)):
            names = tuple(part.name for part in parts)
            page = self._filled(", ".join(names), digest.matter_page, parts, self.edition)
            yield self._page(names, page)

    def part(self, page: OwnPage, pages: Pages, numbering: Numbering) -> Part:
        """Return printed own pages as a part of the book.

        Raises:
            ThemeError: a template of the user's own does not print one heading for each part.
        """
        titles = [mark.label for mark in pages.bookmarks if mark.level == 1] or [self.title]
        if len(titles) != len(page.names):
            raise self._wrong_headings(page, pages, len(titles))
        targets = dict(zip(page.names, titles, strict=True))
        title = attribution_in(self.edition.language).word("comma").join(titles)
        # Running heads are printed only for a part with openings, and a cover has none.
        openings = {} if "cover" in page.names else targets
        return Part(pages, title, "", numbering, targets=targets, openings=openings)

    def _cover_copy(self) -> Iterator[CoverCopy]:
        if "cover" not in self.plan.without:
            yield digest.cover_copy(
                self.plan,
                self.period,
                self.articles.sections,
                self.cover.picture,
                self.edition,
                lead=self.cover.anchor,
            )

    def _filled_cover(self, copy: CoverCopy, fit: CoverFit, spare: float) -> PageMarkup:
        make = partial(digest.cover_page, setting=fit, spare=spare)
        return self._filled("cover", make, copy, self.edition)

    def _filled(
        self, name: str, make: Callable[[*Arguments], PageMarkup], *arguments: *Arguments
    ) -> PageMarkup:
        return fill_page_apart(self.workers, self.edition, name, make, *arguments)

    def _in_worker(self, name: str, work: Callable[[*Arguments], T], *arguments: *Arguments) -> T:
        """Return what a function makes of a text of the plan, in a worker.

        Raises:
            EditionError: the text takes more time or memory than a limit, or a process died.
        """
        try:
            return self.workers.do(work, *arguments)
        except (LimitError, CrashError) as error:
            raise EditionError(*error.problems, where=name, remedy="Shorten the text.") from error

    def _page(self, names: tuple[str, ...], markup: PageMarkup) -> OwnPage:
        return OwnPage(names, PressJob(markup, self.edition.theme, name=", ".join(names)))

    def _wrong_headings(self, page: OwnPage, pages: Pages, found: int) -> ThemeError:
        """Return the error on a page that does not print one heading for each of its parts."""
        unmarked = [name for name in page.names if name not in pages.anchors]
        told = f"the page prints {found} h1, and needs one for each part: {', '.join(page.names)}"
        if unmarked:
            told = f"the page prints no h1 with the id {' or '.join(unmarked)}"
        folder = self.edition.templates or ""
        files = {own_template(f"{name}.html", folder) for name in unmarked or page.names} - {folder}
        where = files.pop() if len(files) == 1 else page.job.markup.template or page.job.theme
        remedy = "The template of each part prints one h1 with the id of the part."
        return ThemeError(told, where=where, remedy=remedy)

    def _back_parts(self, printer: Printer) -> Iterator[MatterPart]:
        sections, without = self.articles.sections, self.plan.without
        if self.articles.articles and "sources" not in without:
            yield digest.list_sources(sections, self.edition)
        shown = None if "cover" in without else self.cover.picture
        if "picture-credits" not in without and (shown or self._has_credits()):
            yield digest.list_picture_credits(sections, self.edition, cover=shown)
        if "colophon" not in without:
            fonts = self._font_families(printer)
            articles = [one.model_copy(update={"body": ""}) for one in self.articles.articles]
            given = (self.plan, self.period, articles, fonts, self.edition)
            yield self._in_worker("colophon", digest.colophon, *given)

    def _has_credits(self) -> bool:
        """Return whether a picture of an article has a credit."""
        return any(picture.credit for one in self.articles.entries for picture in one.pictures)

    def _font_families(self, printer: Printer) -> list[str]:
        """Return the names of the font families that the articles are set in."""
        programs = {
            face.program: face.index for part in self.articles.parts for face in part.pages.faces
        }
        return sorted({family(printer.font(name), index) for name, index in programs.items()})
