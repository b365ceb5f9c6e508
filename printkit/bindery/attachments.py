"""The files in the file: each article's record, as its source."""

from collections.abc import Sequence
from datetime import UTC, datetime
from hashlib import md5

from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from printkit.bindery.book import Enclosure
from printkit.bindery.name_tree import name_tree

_TYPES = {"json": Name("/application/json")}


def enclose(pdf: Pdf, enclosures: Sequence[Enclosure]) -> None:
    """Embed files, and associate them with the whole document."""
    if not enclosures:
        return
    named = {one.name: _specification(pdf, one) for one in enclosures}
    tree = name_tree((String(name), found) for name, found in named.items())
    pdf.Root.Names.EmbeddedFiles = pdf.make_indirect(tree)
    pdf.Root.AF = Array(tree.Names.as_list()[1::2])


def pdf_date(moment: datetime) -> str:
    """A moment as PDF writes it, `D:20190913063000Z`; one without a zone is taken for UTC."""
    there = moment.astimezone(UTC) if moment.tzinfo else moment
    return f"D:{there.year:04}{there:%m%d%H%M%S}Z"


def _specification(pdf: Pdf, enclosure: Enclosure) -> Object:
    dated = pdf_date(enclosure.dated)
    file = pdf.make_stream(
        enclosure.data,
        Type=Name.EmbeddedFile,
        Subtype=_TYPES.get(enclosure.name.rpartition(".")[2], Name("/application/octet-stream")),
        Params=Dictionary(
            Size=len(enclosure.data),
            CheckSum=String(md5(enclosure.data, usedforsecurity=False).digest()),
            CreationDate=dated,
            ModDate=dated,
        ),
    )
    specification = Dictionary(
        Type=Name.Filespec,
        F=enclosure.name,
        UF=enclosure.name,
        Desc=enclosure.description,
        AFRelationship=Name.Source,
        EF=Dictionary(F=file, UF=file),
    )
    return pdf.make_indirect(specification)
