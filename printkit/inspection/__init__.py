"""A finished PDF → what is inside, and the records back.

opening.py   opens anybody's file, or refuses it for one clear reason
contents.py  what is inside besides the pages: metadata, fonts, outline, attachments
records.py   the articles among the attachments, and their fields that pages show as they are
"""

from dataclasses import asdict, dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from printkit import preflight, sheets
from printkit.article import Article
from printkit.edition import PAPERS
from printkit.inspection.contents import (
    Attachment,
    Contents,
    Font,
    OutlineEntry,
    attachments,
    contents,
)
from printkit.inspection.opening import MOST_PAGES, opened, read_file
from printkit.inspection.records import plain_fields, records
from printkit.publishing import make_folder, publish
from printkit.remarks import Remark

__all__ = ["Attachment", "Font", "Inspection", "OutlineEntry", "Picture", "extract", "inspect"]

_DEVICES = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))}


@dataclass(frozen=True)
class Picture:
    """A picture of pixels as it stands on a page: pixels, and pixels an inch."""

    page: int
    width: int
    height: int
    dpi: int


@dataclass(frozen=True)
class Inspection:
    """What is inside a PDF.

    Attributes:
        contents: title, authors, dates, fonts, outline, attachments and the like.
        paper: the name of the first page's sheet, or its size as `170 × 240 mm`.
        paper_size: the first page's width and height in millimetres.
        pictures: in the order of the pages.
        articles: the records that were printed, as they were attached.
        findings: what preflight finds, with the attached records' own fields compared.
    """

    contents: Contents
    paper: str
    paper_size: tuple[float, float]
    pictures: tuple[Picture, ...]
    articles: tuple[Article, ...]
    findings: tuple[Remark, ...]
