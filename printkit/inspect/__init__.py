"""A finished PDF → what is inside, and the records back.

opening.py   opens anybody's file, or refuses it for one clear reason
contents.py  what is inside besides the pages: metadata, fonts, outline, attachments
records.py   the articles among the attachments, and their fields that pages show as they are
"""

import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from itertools import count
from pathlib import Path
from typing import Any

from printkit.article import Article
from printkit.edition.papers import PAPERS
from printkit.files.publishing import make_folder, publish
from printkit.inspect.contents import (
    Attachment,
    Font,
    Metadata,
    OutlineEntry,
    attachments,
    fonts,
    is_tagged,
    metadata,
    outline,
)
from printkit.inspect.opening import named, opened, read_file
from printkit.inspect.records import plain_fields, records
from printkit.preflight import check, readback
from printkit.preflight.readback import PageContent
from printkit.remarks import Remark
from printkit.text.characters import one_line

__all__ = [
    "Attachment",
    "EmbeddedPicture",
    "Font",
    "Inspection",
    "OutlineEntry",
    "extract",
    "inspect",
]

# Windows takes none of these in a name; the marks of direction cannot be seen in one.
_UNSAFE = re.compile('[<>:"|?*\u200e\u200f]+')
_DEVICE = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|com\d|lpt\d)(\.|$)", re.IGNORECASE)
_LONGEST_NAME = 100


@dataclass(frozen=True)
class EmbeddedPicture:
    """A picture of pixels as it stands on a page.

    Attributes:
        page: counted from 1.
        width, height: in pixels.
        dpi: pixels an inch as printed, in the coarser direction.
    """

    page: int
    width: int
    height: int
    dpi: int


@dataclass(frozen=True)
class Inspection(Metadata):
    """What is inside a PDF.

    Attributes:
        page_count: how many pages.
        paper: the name of the first page's sheet, or empty.
        paper_size: the first page's width and height in millimetres.
        page_labels: what each page is called, such as iv or 12.
        outline: the bookmarks, nested.
        fonts: sorted by name.
        pictures: in the order of the pages.
        tagged: whether it has a structure tree for screen readers.
        attachments: with their content, which `to_json` leaves out.
        articles: the records that were printed, as they were attached.
        findings: what preflight finds, the records' own plain fields compared.
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

    def to_json(self) -> dict[str, Any]:
        """The same as plain JSON values; attachments without their content."""
        return {one.name: _plain(getattr(self, one.name)) for one in fields(self)}


def inspect(pdf: bytes | Path) -> Inspection:
    """See what is inside a PDF, ours or anybody's.

    Raises:
        InspectionError: it cannot be read: no PDF, encrypted, broken, or over a limit.
    """
    with named(pdf):
        data = read_file(pdf)
        with opened(data) as reader:
            said, attached = metadata(reader), attachments(reader)
            labels, entries = tuple(reader.page_labels), outline(reader)
            faces, tagged = fonts(reader), is_tagged(reader)
        pages = readback.read(data)
        articles, unread = records(attached)
        found = check.check(data, tuple(plain_fields(articles)))
        findings = (one._replace(record=one.article, article="") for one in found)
    return Inspection(
        **vars(said),
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


def extract(pdf: bytes | Path, folder: Path) -> tuple[Path, ...]:
    """Write the attached files to a folder, which is made if need be.

    A file that stands there is left alone: the same content is not written again, other
    content gets a numbered name. Names are made safe; none leads out of the folder.

    Returns:
        The paths in the order of the attachments.

    Raises:
        InspectionError: the PDF cannot be read.
        OutputError: a file cannot be written.
    """
    with named(pdf), opened(read_file(pdf)) as reader:
        attached = attachments(reader)
    if attached:
        make_folder(folder)
    return tuple(_written(one, folder) for one in attached)


def _pictures(pages: Sequence[PageContent]) -> Iterator[EmbeddedPicture]:
    for page in pages:
        for one in page.rasters:
            yield EmbeddedPicture(page.number, one.width, one.height, one.dpi)


def _written(one: Attachment, folder: Path) -> Path:
    name = Path(_safe(one.name))
    for number in count(1):
        path = folder / (f"{name.stem}-{number}{name.suffix}" if number > 1 else name.name)
        if path.is_file() and not path.is_symlink() and path.read_bytes() == one.data:
            break
        if not os.path.lexists(path):
            publish(one.data, path)
            break
    return path


def _safe(name: str) -> str:
    """A name that is a file's in this folder and nothing else, on any system."""
    last = re.split(r"[/\\]", _UNSAFE.sub("", one_line(name)))[-1].strip(". ")
    stem, dot, ending = last.rpartition(".")
    if len(last) > _LONGEST_NAME:
        last = f"{(stem or ending)[:_LONGEST_NAME]}{dot}{ending[:10] if stem else ''}"
    return f"_{last}" if _DEVICE.match(last) else last or "attachment"


def _paper(width: float, height: float) -> str:
    """The name of a sheet, either way up, to the millimetre."""
    size = sorted((width, height))
    for name, sides in PAPERS.items():
        if all(abs(one - side) <= 1 for one, side in zip(size, sorted(sides), strict=True)):
            return name
    return ""


def _plain(value: Any) -> Any:
    if isinstance(value, Remark):
        return value.to_json()
    if isinstance(value, Article):
        return value.to_record()
    if isinstance(value, (tuple, list)):
        return [_plain(one) for one in value]
    if isinstance(value, (OutlineEntry, Font, EmbeddedPicture, Attachment)):
        return {name: _plain(one) for name, one in vars(value).items() if name != "data"}
    return value
