"""Inspect a finished PDF: what is inside, and the records that were attached.

In: any PDF. Out: an `Inspection`, or the attached files in a folder. Owns pypdf.

opening        opens any file, or refuses the file for one clear reason
unlocking      takes the encryption off a file that opens without a password
unpacked_size  refuses a small file that unpacks to a huge size
metadata       title, authors, dates, and the standards the file claims
contents       tags, outline, fonts, and attachments
records        the articles among the attachments, and their fields that pages show unchanged
extracting     writes the attachments to a folder
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from pathlib import Path

from printkit.article import Article
from printkit.edition.limits import DEFAULTS, Limits
from printkit.edition.papers import PAPERS
from printkit.errors import InspectionError
from printkit.inspect.contents import (
    Attachment,
    Font,
    OutlineEntry,
    attachments,
    fonts,
    is_tagged,
    list_bookmarks,
)
from printkit.inspect.extracting import extract
from printkit.inspect.metadata import Metadata, metadata
from printkit.inspect.opening import bytes_of_pdf, name_file_in_errors, open_pdf, read_pdf
from printkit.inspect.records import plain_fields, records
from printkit.inspect.unlocking import without_encryption
from printkit.preflight import check, readback
from printkit.preflight.readback import PageContent
from printkit.remarks import Remark

__all__ = [
    "Attachment",
    "EmbeddedPicture",
    "Font",
    "Inspection",
    "OutlineEntry",
    "bytes_of_pdf",
    "extract",
    "inspect",
    "name_file_in_errors",
]


@dataclass(frozen=True)
class EmbeddedPicture:
    """A raster picture on a page.

    Attributes:
        page: the number of the page, from 1.
        width, height: the size in pixels.
        dpi: the pixels per inch as printed: across or up, whichever are fewer.
    """

    page: int
    width: int
    height: int
    dpi: int


@dataclass(frozen=True)
class Inspection(Metadata):
    """Everything inside a PDF.

    Attributes:
        page_count: the number of pages.
        paper: the name of the first page's paper; empty for a size without a name.
        paper_size: the first page's width and height in millimetres.
        page_labels: the label of each page, such as iv or 12.
        outline: the bookmarks, nested.
        fonts: the fonts, sorted by name.
        pictures: the raster pictures, in the order of the pages.
        tagged: whether the file has a structure tree for screen readers.
        attachments: the attached files. `to_json` leaves out their content.
        articles: the records that were printed, read from the attachments.
        findings: the findings of preflight, which also looks for the records' plain fields.
    """

    page_count: int = 0
    paper: str = ""
    paper_size: tuple[float, float] = (0, 0)
    page_labels: tuple[str, ...] = ()
    outline: tuple[OutlineEntry, ...] = ()
    fonts: tuple[Font, ...] = ()
    pictures: tuple[EmbeddedPicture, ...] = ()
    tagged: bool = False
    attachments: tuple[Attachment, ...] = ()
    articles: tuple[Article, ...] = ()
    findings: tuple[Remark, ...] = ()

    def to_json(self) -> dict[str, object]:
        """Return the inspection as plain JSON values, without the content of attachments."""
        return {one.name: _plain(getattr(self, one.name)) for one in fields(self)}


def inspect(pdf: bytes | Path, limits: Limits = DEFAULTS) -> Inspection:
    """Inspect any PDF, also a PDF that printkit did not make.

    Args:
        pdf: the bytes of the file, or its path.
        limits: how much work the file may cost.

    Raises:
        InspectionError: the file is no PDF, needs a password, is broken, or is over a limit.
    """
    with name_file_in_errors(pdf):
        data = without_encryption(read_pdf(pdf, limits), limits)
        with open_pdf(data, limits) as reader:
            own, attached = metadata(reader), attachments(reader, limits)
            labels, entries = tuple(reader.page_labels), list_bookmarks(reader)
            faces, tagged = fonts(reader), is_tagged(reader)
        read = readback.ReadPdf(data)
        pages = read.pages
        if not pages:
            raise InspectionError("the PDF is broken: none of its pages can be read")
        articles, unread = records(attached)
        found = check.check_texts(read, tuple(plain_fields(articles)))
        findings = (one._replace(record=one.article, article="") for one in found)
    return Inspection(
        **vars(own),
        page_count=len(pages),
        paper=_paper(pages[0].width, pages[0].height),
        paper_size=(pages[0].width, pages[0].height),
        page_labels=labels,
        outline=entries,
        fonts=faces,
        pictures=tuple(_pictures(pages)),
        tagged=tagged,
        attachments=attached,
        articles=articles,
        findings=(*unread, *findings),
    )


def _pictures(pages: Sequence[PageContent]) -> Iterator[EmbeddedPicture]:
    for page in pages:
        for one in page.rasters:
            yield EmbeddedPicture(page.number, one.width, one.height, one.dpi)


def _paper(width: float, height: float) -> str:
    """Return the name of the paper of this size, in either orientation; empty if there is none."""
    size = sorted((width, height))
    for name, sides in PAPERS.items():
        if all(abs(one - side) <= 1 for one, side in zip(size, sorted(sides), strict=True)):
            return name
    return ""


def _plain(value: object) -> object:
    if isinstance(value, Remark):
        return value.to_json()
    if isinstance(value, Article):
        return value.to_record()
    if isinstance(value, (tuple, list)):
        return [_plain(one) for one in value]
    if isinstance(value, (OutlineEntry, Font, EmbeddedPicture, Attachment)):
        return {name: _plain(one) for name, one in vars(value).items() if name != "data"}
    return value
