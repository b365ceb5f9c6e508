"""Open any PDF to be imposed, or refuse the file: takes bytes or a path, gives a `SourcePdf`."""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, PikepdfError

from printkit.edition.limits import DEFAULTS, Limits
from printkit.errors import InspectionError
from printkit.inserts import annotations
from printkit.inserts.fields import adopt_orphans
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
        unprinted: the words of fields and notes that are not on their page.
        without_font: the values that were drawn in a font that the file does not hold.
    """

    pdf: Pdf
    title: str
    rtl: bool
    links: int
    notes: int
    unprinted: tuple[str, ...]
    without_font: tuple[str, ...]


@contextmanager
def open_source(pdf: bytes | Path, limits: Limits = DEFAULTS) -> Iterator[SourcePdf]:
    """Open a PDF. Errors while the file is in use are translated, too.

    Args:
        pdf: the bytes of the file, or its path.
        limits: how much work the file may cost.

    Raises:
        InspectionError: the file needs a password, must not be printed, is broken, or over a
            limit. Names the file.
    """
    with opening.name_file_in_errors(pdf):
        data = opening.read_pdf(pdf, limits)
        try:
            if b"/Encrypt" in data:
                data = opening.read_pdf(_unlocked(data), limits)
            # pypdf opens the file first, because pypdf has limits, and qpdf repairs any file.
            with opening.open_pdf(data, limits) as reader:
                if reader.is_encrypted:
                    remedy = "Save the file without a password."
                    raise InspectionError("the PDF is encrypted", remedy=remedy)
                yield _source(data, metadata(reader).title)
        except PikepdfError as error:
            # qpdf's message begins with the address of the stream; only the end is for people.
            message = str(error).rpartition(": ")[2]
            raise InspectionError(f"the PDF is broken: {message}") from error


def _unlocked(data: bytes) -> bytes:
    """Return an encrypted file without its encryption, if the file's owner allows printing."""
    try:
        opened = pikepdf.open(io.BytesIO(data))
    except pikepdf.PasswordError as error:
        remedy = "Save the file without a password."
        raise InspectionError("the PDF is encrypted", remedy=remedy) from error
    with opened as pdf:
        if not (pdf.allow.print_lowres or pdf.allow.print_highres):
            raise InspectionError(
                "the file's owner does not allow printing",
                remedy="Ask the owner for an unprotected file.",
            )
        unlocked = io.BytesIO()
        # pikepdf warns of fields that the form of a file does not list.
        with pikepdf.explicit_conversion():
            adopt_orphans(pdf)
        pdf.save(unlocked, encryption=False, deterministic_id=True)
    return unlocked.getvalue()


def _source(data: bytes, title: str) -> SourcePdf:
    pdf = Pdf.open(io.BytesIO(data))
    with pikepdf.explicit_conversion():
        flattened = annotations.flatten_annotations(pdf)
    kinds = _take_annotations(pdf)
    words: list[str] = []
    if flattened.words:
        flat = io.BytesIO()
        pdf.save(flat)
        words = annotations.unprinted_words(flat.getvalue(), flattened.words)
    rtl = pdf.Root.get(Name.ViewerPreferences, Dictionary()).get(Name.Direction) == Name.R2L
    strange = tuple(value for value in flattened.without_font if value not in words)
    links, notes = kinds.count(Name.Link), flattened.lost.total()
    return SourcePdf(pdf, title, rtl, links, notes, tuple(words), strange)


def _take_annotations(pdf: Pdf) -> list[Object | None]:
    """Take off the annotations that are not drawn; return the kind of each."""
    kinds = []
    for page in pdf.pages:
        left = page.obj.get(Name.Annots, Array())
        kinds += [one.get(Name.Subtype) for one in left if isinstance(one, Dictionary)]
        if Name.Annots in page.obj:
            del page.obj[Name.Annots]
    return kinds
