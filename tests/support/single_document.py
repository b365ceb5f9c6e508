"""The single document: a whole digest, printed by plain WeasyPrint to compare with printkit's.

single = lay_out(records, folder)   the whole issue as one HTML page, and its files beside it
pdf = print_page(single.page)       printed by a plain script: tagged PDF/A-3A, records attached

The issue, the markup of its parts and the styles come from printkit; binding them does not.
Known differences: parts that run from right to left have the running heads of other parts; one
document loads the faces of all its scripts; the colophon names the faces of the theme.
"""

import html
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from printkit.article.file_names import names_for
from printkit.edition import Edition
from printkit.edition.ticket import JobTicket
from printkit.errors import RecordError
from printkit.issue import selection
from printkit.issue.canonical_urls import address_of, canonical_address
from printkit.issue.period import Period
from printkit.issue.plan import Plan
from printkit.makeup.cover_picture import choose_cover
from printkit.markup import article as markup
from printkit.markup import digest, metadata
from printkit.markup.cross_references import CrossReference
from printkit.markup.digest import MatterPart
from printkit.markup.entries import (
    ArticleEntry,
    Listing,
    PlacedSection,
    make_entry,
)
from printkit.markup.running_words import running_words
from printkit.pages import PageMarkup, Picture
from printkit.prepare import prepare
from printkit.printing.jobs import ArticleTask, plan_tasks
from printkit.readers import Reading
from printkit.wording.attribution import attribution_in
from tests.support.styles_on_disk import make_link, write_styles

# Articles stand on pages without a name: WeasyPrint keeps margins at the top of named pages, and
# drops margins at the top of other pages. So no page of an article can set the page number to 1;
# instead the front matter begins with a negative number, and ends at 0.
_SHEET = """
:root {{
  --top-left: string(section, first-except);
  --top-right: string(running-title, first-except);
}}
.front {{ page: front; break-before: page }}
.main {{ break-before: page; margin-top: calc(var(--margin-opening) - var(--margin-top)) }}
.filed .section-head {{ bookmark-level: 1; bookmark-label: content() }}
.filed .headline {{ bookmark-level: 2 }}
.filed :is(.body, .after) h2 {{ bookmark-level: 3 }}
.filed .body h3 {{ bookmark-level: 4 }}
.filed .body h4 {{ bookmark-level: 5 }}
.filed .body :is(h5, h6) {{ bookmark-level: 6 }}
.number::after {{ content: target-counter(attr(data-to), page) }}
@page :first {{ counter-reset: page {first} }}
@page front {{ @bottom-left {{ content: none }} @bottom-right {{ content: none }} }}
@page cover {{ @bottom-left {{ content: none }} @bottom-right {{ content: none }} }}
@page :nth(1 of front) {{ margin-top: var(--margin-opening) }}
"""
_COUNT = "import sys, weasyprint; print(len(weasyprint.HTML(sys.argv[1]).render().pages))"
_PRINT = """
import sys
from pathlib import Path
import weasyprint
page = Path(sys.argv[1])
records = [
    weasyprint.Attachment(filename=str(path), name=path.name, relationship="Source")
    for path in sorted((page.parent / "records").iterdir())
]
weasyprint.HTML(filename=str(page)).write_pdf(
    sys.argv[2], pdf_variant="pdf/a-3a", pdf_tags=True, attachments=records,
    presentational_hints=True,
)
"""
_ROOT = re.compile(r"<html ([^>]*)>")
_BODY = re.compile(r"<body>(.*)</body>", re.DOTALL)
_HEADING = re.compile(r'<h1 class="matter-title" id="([^"]*)">([^<]*)</h1>')
_RUNNING = re.compile(r'<div class="furniture"[^>]*></div>')
_PICTURE = re.compile(r'"(picture:[0-9a-f]+)"')
_NUMBER = re.compile(r"\d{7}")
_BODY_PLACE = 5
_SUFFIX = {"image/jpeg": "jpg", "image/png": "png"}
_FAMILIES = ("Libre Franklin", "Source Serif 4")


class SingleDocument(NamedTuple):
    """An issue laid out as one document.

    Attributes:
        page: the HTML; styles, faces, pictures and records lie beside it.
        readings: the articles in the order of the issue.
        prefixes: the beginning of all ids of each article; the headline's id is the prefix itself.
    """

    page: Path
    readings: tuple[Reading, ...]
    prefixes: tuple[str, ...]


def lay_out(
    found: Sequence[Reading | RecordError],
    folder: Path,
    *,
    plan: Plan | None = None,
    edition: Edition | None = None,
    folios: Mapping[str, str] | None = None,
) -> SingleDocument:
    """Lay a whole issue out as one HTML page.

    Args:
        found: the records that were read, all readable; stubs and flowing sections have no
            counterpart here, so the plan starts each article on a page.
        folder: an empty folder, or a folder that does not exist.
        plan: the choices of the issue.
        edition: the choices of the look.
        folios: the page numbers of articles, by prefix, from a first print; references to
            articles name these numbers. The numbers are needed only if articles link to each other.
    """
    plan, edition = plan or Plan(), edition or Edition()
    assembled = selection.assemble(found, plan, language=edition.language, now=datetime.now(UTC))
    assert not assembled.unreadable
    tasks = plan_tasks(assembled.sections, plan, JobTicket(edition))
    made = _Document(plan, edition, tuple(tasks), folios or {})
    parts = [*made.articles(), *made.matter(assembled.period)]
    folder.mkdir(parents=True, exist_ok=True)
    _write_pictures(made.pictures, folder / "pictures")
    _write_records([task.readings[0] for task in tasks], folder / "records")
    parts.sort(key=lambda part: part.place)
    whole = made.whole(parts)
    sheets = (*write_styles(edition, folder, whole), "styles/single.css")
    front, page = folder / "front.html", folder / "page.html"
    _link(made.whole([part for part in parts if part.place < _BODY_PLACE]), sheets, front)
    _link(whole, sheets, page)
    _write_sheet(folder)
    _write_sheet(folder, _page_count(front) if parts[0].place < _BODY_PLACE else 0)
    readings = tuple(task.readings[0] for task in tasks)
    return SingleDocument(page, readings, tuple(task.prefixes[0] for task in tasks))


def print_page(page: Path) -> bytes:
    """Print a page with nothing but WeasyPrint, in a process of its own."""
    pdf = page.with_suffix(".pdf")
    subprocess.run(make_print_command(page, pdf), check=True, capture_output=True)
    return pdf.read_bytes()


def make_print_command(page: Path, pdf: Path) -> list[str]:
    """Return the command that prints a page with nothing but WeasyPrint."""
    return [sys.executable, "-c", _PRINT, str(page), str(pdf)]


class _Part(NamedTuple):
    """A part of the document, and its place among the other parts."""

    place: int
    markup: str


@dataclass
class _Document:
    """An issue on its way to one page.

    Attributes:
        plan: the choices of the issue.
        edition: the choices of the look.
        tasks: one task for each article.
        folios: the known page numbers of articles.
        pictures: the pictures of the page, by address.
        entries: the entries of the articles laid out so far.
        targets: the ids whose page numbers the printer fills in, by the number in their place.
    """

    plan: Plan
    edition: Edition
    tasks: tuple[ArticleTask, ...]
    folios: Mapping[str, str]
    pictures: dict[str, Picture] = field(default_factory=dict)
    entries: list[ArticleEntry] = field(default_factory=list)
    targets: dict[int, str] = field(default_factory=dict)

    @property
    def title(self) -> str:
        """Return the title of the issue."""
        return digest.title_of(self.plan, self.edition)

    def articles(self) -> Iterator[_Part]:
        """Yield every article, from its section's head to its source."""
        for task in self.tasks:
            filed = task.section and self._wanted("heads")
            kind = "main filed" if filed else "main"
            running = self._running(task.section, task.readings[0].article.headline)
            page = _RUNNING.sub(running.replace("\\", r"\\"), self._article(task), count=1)
            yield _Part(_BODY_PLACE, _part(page, kind))

    def _article(self, task: ArticleTask) -> str:
        """Return the page of an article, with links within the issue as links within the page."""
        (reading,), (prefix,) = task.readings, task.prefixes
        prepared = prepare(reading, task.ticket, prefix)
        copy, gathered = prepared.copy, prepared.gathered
        self.pictures |= gathered.pictures
        own = attribution_in(reading.article.language or self.edition.language)
        self.entries.append(make_entry(copy, gathered, own, prefix))
        references = self._references(copy.links, prefix)
        page = markup.article_page(prepared, self.edition, section=task.head, references=references)
        return page.html.replace('"printkit:', '"#')

    def _references(self, links: Sequence[str], prefix: str) -> dict[str, CrossReference]:
        """Return ids and pages of the articles that an article links to, by the addresses."""
        addresses = {address_of(task.readings[0].article): task.prefixes[0] for task in self.tasks}
        found = {url: addresses.get(canonical_address(url), prefix) for url in links}
        return {
            url: CrossReference(to, self.folios.get(to, ""))
            for url, to in found.items()
            if to != prefix
        }

    def matter(self, period: Period | None) -> Iterator[_Part]:
        """Yield the digest's own pages, with page numbers for the printer to fill in."""
        printed = [(task.readings[0], task.prefixes[0]) for task in self.tasks]
        cover = choose_cover(self.plan, printed, JobTicket(self.edition))
        sections, wanted = self._placed(), self._wanted
        back = list(self._back(sections, cover.picture if wanted("cover") else None, period))
        if back:
            page = digest.matter_page(back, self.edition)
            yield _Part(_BODY_PLACE + 1, self._own(page, "main"))
        if wanted("cover"):
            if cover.picture:
                self.pictures[cover.picture.url] = cover.picture
            copy = digest.cover_copy(
                self.plan, period, sections, cover.picture, self.edition, lead=cover.anchor
            )
            page = digest.cover_page(copy, self.edition)
            yield _Part(0, self._own(page, "outside"))
        if self.plan.note and wanted("note"):
            note = digest.matter_page([digest.editors_note(self.plan, self.edition)], self.edition)
            yield _Part(1, self._own(note, "front"))
        if wanted("contents"):
            listed = [Listing(one.name, one.title, self._number(one.name)) for one in back]
            page = digest.contents_page(sections, self.edition, back=listed)
            yield _Part(2, self._own(page, "front"))

    def _back(
        self, sections: Sequence[PlacedSection], cover: Picture | None, period: Period | None
    ) -> Iterator[MatterPart]:
        if self._wanted("sources"):
            yield digest.list_sources(sections, self.edition)
        credited = any(one.credit for entry in self.entries for one in entry.pictures)
        if self._wanted("picture-credits") and (cover or credited):
            yield digest.list_picture_credits(sections, self.edition, cover=cover)
        if self._wanted("colophon"):
            articles = [task.readings[0].article for task in self.tasks]
            yield digest.colophon(self.plan, period, articles, _FAMILIES, self.edition)

    def _wanted(self, part: str) -> bool:
        return part not in self.plan.without

    def whole(self, parts: Sequence[_Part]) -> str:
        """Return one HTML page of all parts."""
        own = attribution_in(self.edition.language)
        root = _ROOT.search(digest.furniture_pages((), self.edition).html)
        assert root
        body = "".join(part.markup for part in parts)
        body = _PICTURE.sub(lambda url: f'"{_picture_path(self.pictures[url[1]])}"', body)
        return (
            f"<!doctype html>\n<html {root[1].replace('furniture-only', '')}>\n"
            f'<head><meta charset="utf-8"><title>{html.escape(self.title)}</title></head>\n'
            f'<body lang="{own.language}">{body}</body></html>\n'
        )

    def _placed(self) -> list[PlacedSection]:
        sections: dict[str, list[ArticleEntry]] = {}
        for task, entry in zip(self.tasks, self.entries, strict=True):
            placed = entry._replace(
                article=task.readings[0].article,
                page=self._number(entry.anchor),
                pictures=tuple(
                    one._replace(page=self._number(one.anchor)) for one in entry.pictures
                ),
            )
            sections.setdefault(task.section, []).append(placed)
        return [PlacedSection(name, tuple(entries)) for name, entries in sections.items()]

    def _number(self, anchor: str) -> str:
        """Return a number that no text has, in place of the page number of an id."""
        number = 7_310_000 + len(self.targets)
        self.targets[number] = anchor
        return str(number)

    def _own(self, page: PageMarkup, kind: str) -> str:
        """Return one of the digest's own pages as a part."""

        def count(number: re.Match[str]) -> str:
            """Put a counter in the place of a number that stands for an id."""
            to = self.targets.get(int(number[0]))
            return f'<span class="number" data-to="#{to}"></span>' if to else number[0]

        heading = _HEADING.search(page.html)
        running = self._running("", html.unescape(heading[2])) if heading else ""
        numbered = _NUMBER.sub(count, page.html.replace('"printkit:', '"#'))
        return _part(numbered.replace("<main", f"{running}<main", 1), kind)

    def _running(self, section: str, title: str) -> str:
        """Return the element that sets the running heads of a part."""
        runs = attribution_in(self.edition.language).direction
        words = running_words(self.title, section, title, self.edition.sheet, runs)
        told = zip(("publication", "section", "title"), words, strict=True)
        data = " ".join(f'data-{name}="{html.escape(one)}"' for name, one in told)
        return f'<div class="furniture" {data}></div>'


def _part(page: str, kind: str) -> str:
    """Return the body of a page, with language and direction of its root."""
    root, body = _ROOT.search(page), _BODY.search(page)
    assert root
    assert body
    attributes = root[1].replace('class="', f'class="{kind} ', 1)
    return f"<div {attributes}>{body[1]}</div>\n"


def _link(page: str, sheets: Sequence[str], path: Path) -> None:
    links = "".join(map(make_link, sheets))
    path.write_text(page.replace("</head>", f"{links}</head>"), encoding="utf-8")


def _write_sheet(folder: Path, front: int = 0) -> None:
    """Write the style sheet that joins the parts; `front` pages stand before the articles."""
    text = _SHEET.format(first=1 - front)
    (folder / "styles" / "single.css").write_text(text, encoding="utf-8")


def _page_count(page: Path) -> int:
    told = subprocess.run(
        [sys.executable, "-c", _COUNT, str(page)], check=True, capture_output=True
    )
    return int(told.stdout)


def _write_pictures(pictures: Mapping[str, Picture], folder: Path) -> None:
    folder.mkdir()
    for picture in pictures.values():
        (folder.parent / _picture_path(picture)).write_bytes(picture.data)


def _picture_path(picture: Picture) -> str:
    return f"pictures/{picture.url.removeprefix('picture:')}.{_SUFFIX[picture.mime]}"


def _write_records(readings: Sequence[Reading], folder: Path) -> None:
    folder.mkdir()
    articles = [reading.article for reading in readings]
    for article, name in zip(articles, names_for(articles), strict=True):
        path = folder / Path(name).with_suffix(".json")
        path.write_text(metadata.record(article), encoding="utf-8")
