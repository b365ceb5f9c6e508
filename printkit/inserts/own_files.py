"""Find the records and the claims that printkit itself has written into a PDF.

In: a PDF of any origin. Out: the attached records as JSON text, and whether the file claims
PDF/A-3A and PDF/UA-1 and has the same bytes that printkit wrote.
"""

import re

from pikepdf import Dictionary, Name, Object, Pdf, Stream, String

from printkit.files.seal import is_sealed
from printkit.inserts.findings import dictionaries
from printkit.inserts.untrusted_values import array_items, name_tree_entries
from printkit.text.patterns import regex

MOST_RECORDS = 2_000
_LARGEST = 10_000_000
_LARGEST_TOGETHER = 50_000_000
# `printkit inspect` knows the attached records by the same names.
_NAME = regex(r"article(-[\w.-]+)?\.json", re.ASCII)
_CLAIMS = (
    b"<pdfaid:part>3</pdfaid:part>",
    b"<pdfaid:conformance>A</pdfaid:conformance>",
    b"<pdfuaid:part>1</pdfuaid:part>",
)


def attached_records(pdf: Pdf) -> list[str]:
    """Return the records that are attached to the whole file, as JSON text."""
    found: list[str] = []
    left = _LARGEST_TOGETHER
    seen = set()
    for one in _attached(pdf.Root)[:MOST_RECORDS]:
        stream = _record_stream(one)
        # A file may stand in both lists, and WeasyPrint (pdf/pdfa.py) names a
        # file twice in the same list.
        if stream is None or stream.objgen in seen:
            continue
        seen.add(stream.objgen)
        data = stream.read_bytes()
        left -= len(data)
        if len(data) <= _LARGEST and left >= 0:
            found.append(data.decode(errors="replace"))
    return found


def attached_files(pdf: Pdf) -> int:
    """Return how many files of any kind are embedded in the PDF."""
    return sum(isinstance(one, Stream) and _is_file(one) for one in dictionaries(pdf))


def keeps_claims(pdf: Pdf, data: bytes) -> bool:
    """Return whether the file claims both standards, and has the bytes that printkit wrote.

    Args:
        pdf: the opened file.
        data: its bytes.
    """
    packet = pdf.Root.get("/Metadata")
    if not isinstance(packet, Stream) or not is_sealed(data):
        return False
    claimed = packet.read_bytes()
    return all(claim in claimed for claim in _CLAIMS)


def _attached(root: Object) -> list[Object]:
    """Return the files of the whole document; without PDF/A, a name tree alone has them."""
    names = root.get("/Names")
    tree = names.get("/EmbeddedFiles") if isinstance(names, Dictionary) else None
    return [*array_items(root.get("/AF")), *(value for _, value in name_tree_entries(tree))]


def _record_stream(specification: Object) -> Stream | None:
    if not isinstance(specification, Dictionary):
        return None
    name, files = specification.get("/F"), specification.get("/EF")
    is_record = isinstance(name, String) and _NAME.fullmatch(str(name))
    if not is_record or specification.get("/AFRelationship", Name.Source) != Name.Source:
        return None
    stream = files.get("/F") if isinstance(files, Dictionary) else None
    return stream if isinstance(stream, Stream) else None


def _is_file(one: Object) -> bool:
    return one.get("/Type") == Name.EmbeddedFile
