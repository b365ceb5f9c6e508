"""Print articles, and read the PDFs back with pypdf and XML, but with no code of printkit.

print_article(RICH, theme="reader")   a print, kept for all tests of a process
read_pages(pdf)                       the text of each page, with its furniture
read_aloud(pdf)                       the tagged text in order, without furniture
keep_letters(text)                    letters and digits alone, for comparing
"""

import json
import os
import re
import subprocess
import sys
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from pypdf import PdfReader

import printkit
from printkit.copyedit.clean_copy import Copy, SafeHtml
from printkit.edition import Edition
from printkit.markup.article import article_page
from printkit.pages import Gathered, PageMarkup
from printkit.prepare import Prepared
from printkit.readers import Reading
from tests.support import structure_tree
from tests.support.paths import CHECKOUT
from tests.support.sample_records import PLAIN, RICH

DC = "{http://purl.org/dc/elements/1.1/}"
_MILLIMETRE = 72 / 25.4


@cache
def _kept(record: str, choices: tuple[tuple[str, Any], ...]) -> printkit.Result:
    # Thousands of tests print: in this process, none of them waits for a worker.
    return printkit.export(json.loads(record), name="record", trusted=True, **dict(choices))


def print_article(record: dict[str, Any] = RICH, **choices: Any) -> printkit.Result:
    """Print a record; return the same print again if the record was printed before."""
    return _kept(json.dumps(record), tuple(sorted(choices.items())))


def make_unsafe_page(markup: str) -> PageMarkup:
    """Return the page of an article with markup that did not go through copy-editing."""
    article = print_article(PLAIN).article
    reading = Reading("a", article, None, ())
    copy = Copy(body=(SafeHtml("<p>here</p>"),))
    page = article_page(Prepared(reading, "a", copy, Gathered(), ()), Edition())
    return page._replace(html=page.html.replace("<p>here</p>", markup))


def read_pages(pdf: bytes) -> list[str]:
    """Return the text of each page, with running heads and page numbers."""
    return [page.extract_text() for page in PdfReader(BytesIO(pdf)).pages]


def read_aloud(pdf: bytes) -> str:
    """Return the words that a screen reader would read, in the order of the pages."""
    return "\n".join(
        text for (_, mark), text in structure_tree.read_marked_words(pdf).items() if mark >= 0
    )


def keep_letters(text: str) -> str:
    """Return letters and digits alone: lines may end anywhere, and hyphens come and go."""
    return re.sub(r"[\W_]+", "", text)


def measure_pages(pdf: bytes) -> set[tuple[float, float]]:
    """Return width and height of every page's boxes, in millimetres."""
    boxes = [box for page in PdfReader(BytesIO(pdf)).pages for box in (page.mediabox, page.trimbox)]
    return {
        (round(float(box.width) / _MILLIMETRE, 1), round(float(box.height) / _MILLIMETRE, 1))
        for box in boxes
    }


def read_outline(pdf: bytes) -> list[tuple[str, int]]:
    """Return titles and page numbers of the bookmarks of the first level."""
    reader = PdfReader(BytesIO(pdf))
    entries = [entry for entry in reader.outline if not isinstance(entry, list)]
    return [
        (str(entry.title), (reader.get_destination_page_number(entry) or 0) + 1)
        for entry in entries
    ]


def read_xmp(pdf: bytes) -> ElementTree.Element:
    """Return the XMP packet as XML."""
    root: Any = PdfReader(BytesIO(pdf)).root_object
    stream = root["/Metadata"].get_object()
    return ElementTree.fromstring(stream.get_data())


def read_xmp_values(pdf: bytes, name: str) -> list[str]:
    """Return the values of a property of the XMP packet, named `{namespace}name`."""
    return [
        value.strip()
        for found in read_xmp(pdf).iter(name)
        for value in found.itertext()
        if value.strip()
    ]


def read_attached_record(pdf: bytes) -> dict[str, Any]:
    """Return the record that is attached to the PDF."""
    (attached,) = PdfReader(BytesIO(pdf)).attachments["article.json"]
    record: dict[str, Any] = json.loads(attached)
    return record


def read_link_addresses(pdf: bytes) -> list[str]:
    """Return the addresses that link annotations lead to."""
    annotations = [
        annotation.get_object()
        for page in PdfReader(BytesIO(pdf)).pages
        for annotation in page.get("/Annots", ())
    ]
    actions = [annotation["/A"] for annotation in annotations if "/A" in annotation]
    return [str(action["/URI"]) for action in actions if "/URI" in action]


def run_python(
    *command: str | Path, stdin: bytes = b"", cwd: Path | None = None, **environment: str
) -> subprocess.CompletedProcess[bytes]:
    """Run Python with a command line, in a process of its own."""
    return subprocess.run(
        [sys.executable, *map(str, command)],
        input=stdin,
        capture_output=True,
        cwd=cwd or CHECKOUT,
        env=os.environ | environment,
        timeout=280,
        check=False,
    )
