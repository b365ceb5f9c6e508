"""Anybody's PDF, opened to be imposed, or refused for one clear reason."""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from pikepdf import Array, Dictionary, Name, Pdf, PikepdfError

from printkit.errors import InspectionError
from printkit.inspect import opening
from printkit.inspect.contents import metadata


class SourcePdf(NamedTuple):
    """A PDF whose annotations have become a part of its pages, where they can be seen.

    Attributes:
        pdf: the file.
        title: from its metadata; may be empty.
        rtl: whether it says that it is bound on the right.
        links: how many there are.
        notes: how many other annotations are not drawn.
    """

    pdf: Pdf
    title: str
    rtl: bool
    links: int
    notes: int


@contextmanager
def opened(pdf: bytes | Path) -> Iterator[SourcePdf]:
    """Open a PDF; what goes wrong while it is used, too, becomes one clear error.

    Raises:
        InspectionError: it is encrypted, broken, or over a limit; says which file.
    """
    with opening.named(pdf):
        data = opening.read_file(pdf)
        try:
            # pypdf first: its limits are told, where qpdf would mend what is past mending.
            with opening.opened(data) as reader:
                if reader.is_encrypted:
                    remedy = "Save it without a password."
                    raise InspectionError("the PDF is encrypted", remedy=remedy)
                yield _source(data, metadata(reader).title)
        except PikepdfError as error:
            # qpdf begins with where in memory it reads; only the end is for people.
            told = str(error).rpartition(": ")[2]
            raise InspectionError(f"the PDF is broken: {told}") from error


def _source(data: bytes, title: str) -> SourcePdf:
    pdf = Pdf.open(io.BytesIO(data))
    pdf.flatten_annotations("print")
    annotations = (one for page in pdf.pages for one in page.obj.get(Name.Annots, Array()))
    left = [one.get(Name.Subtype) for one in annotations if isinstance(one, Dictionary)]
    links = left.count(Name.Link)
    rtl = pdf.Root.get(Name.ViewerPreferences, Dictionary()).get(Name.Direction) == Name.R2L
    return SourcePdf(pdf, title, rtl, links, len(left) - links)
