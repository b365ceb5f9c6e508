"""Embed each article's record as JSON in the bound PDF, as an associated file (/AF) of the PDF."""

from collections.abc import Sequence
from datetime import UTC, datetime
from hashlib import md5

from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from printkit.bindery.book import EmbeddedFile
from printkit.bindery.name_tree import name_tree

_MEDIA_TYPES = {"json": Name("/application/json")}


def embed_files(pdf: Pdf, files: Sequence[EmbeddedFile]) -> None:
    """Embed files, and associate them with the whole document."""
    if not files:
        return
    specifications = {one.name: _specification(pdf, one) for one in files}
    tree = name_tree((String(name), found) for name, found in specifications.items())
    pdf.Root.Names.EmbeddedFiles = pdf.make_indirect(tree)
    # PDF/A-3 wants every embedded file to be associated with a part of the document: ISO 19005-3,
    # 6.8. Viewers list the files by name, and so does /AF.
    pdf.Root.AF = Array(tree.Names.as_list()[1::2])


def pdf_date(moment: datetime) -> str:
    """Return a moment as PDF writes dates: `D:20190913063000Z`.

    A moment without a zone counts as UTC.
    """
    in_utc = moment.astimezone(UTC) if moment.tzinfo else moment
    return f"D:{in_utc.year:04}{in_utc:%m%d%H%M%S}Z"


def _specification(pdf: Pdf, embedded: EmbeddedFile) -> Object:
    """Return the file specification dictionary of one embedded file."""
    dated = pdf_date(embedded.dated)
    suffix = embedded.name.rpartition(".")[2]
    stream = pdf.make_stream(
        embedded.data,
        Type=Name.EmbeddedFile,
        Subtype=_MEDIA_TYPES.get(suffix, Name("/application/octet-stream")),
        Params=Dictionary(
            Size=len(embedded.data),
            # ISO 32000-1, table 46, asks for MD5.
            CheckSum=String(md5(embedded.data, usedforsecurity=False).digest()),
            CreationDate=dated,
            ModDate=dated,
        ),
    )
    specification = Dictionary(
        Type=Name.Filespec,
        F=embedded.name,
        UF=embedded.name,
        Desc=embedded.description,
        AFRelationship=Name.Source,
        EF=Dictionary(F=stream, UF=stream),
    )
    return pdf.make_indirect(specification)
