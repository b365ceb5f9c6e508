"""Open any PDF to be imposed, or refuse the file: takes bytes or a path, gives a `SourcePdf`."""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from pikepdf import Array, Dictionary, Name, Pdf, PikepdfError

from printkit.errors import InspectionError
from printkit.inspect import opening
from printkit.inspect.metadata import metadata


class SourcePdf(NamedTuple):
    """A PDF whose visible annotations have become part of its pages.

    Attributes:
        pdf: the file.
        title: the title in its metadata; may be empty.
        rtl: whether the file asks to be bound on the right.
        links: the number of links.
        notes: the number of annotations that are neither links nor drawn.
    """

    pdf: Pdf
    title: str
    rtl: bool
    links: int
    notes: int


@contextmanager
def open_source(pdf: bytes | Path) -> Iterator[SourcePdf]:
    """Open a PDF. Errors while the file is in use are translated, too.

    Raises:
        InspectionError: the file is encrypted, broken, or over a limit. Names the file.
    """
    with opening.name_file_in_errors(pdf):
        data = opening.read_file(pdf)
        try:
            # pypdf opens the file first, because pypdf has limits, and qpdf repairs any file.
            with opening.open_pdf(data) as reader:
                if reader.is_encrypted:
                    remedy = "Save the file without a password."
                    raise InspectionError("the PDF is encrypted", remedy=remedy)
                yield _source(data, metadata(reader).title)
        except PikepdfError as error:
            # qpdf's message begins with the address of the stream; only the end is for people.
            message = str(error).rpartition(": ")[2]
            raise InspectionError(f"the PDF is broken: {message}") from error


def _source(data: bytes, title: str) -> SourcePdf:
    pdf = Pdf.open(io.BytesIO(data))
    pdf.flatten_annotations("print")
    annotations = (one for page in pdf.pages for one in page.obj.get(Name.Annots, Array()))
    left = [one.get(Name.Subtype) for one in annotations if isinstance(one, Dictionary)]
    links = left.count(Name.Link)
    rtl = pdf.Root.get(Name.ViewerPreferences, Dictionary()).get(Name.Direction) == Name.R2L
    return SourcePdf(pdf, title, rtl, links, len(left) - links)
