"""Finish a PDF just before WeasyPrint writes it: tags, page labels, metadata, the record.

WeasyPrint calls a finisher with the document and its `pydyf.PDF`, which the finisher changes
in place.
"""

from collections.abc import Sequence

import pydyf

from printkit.pages import FileMetadata, PageMarkup
from printkit.press import tagging
from printkit.press.loading import weasyprint
from printkit.press.messages import missing_characters
from printkit.remarks import Remark

# The greatest number that every PDF reader can read: ISO 32000-1, Annex C.
_GREATEST = 2**31 - 1


class BindingFinisher:
    """Finish pages for the bindery: repair their tags, and leave all else to the bindery.

    Attributes:
        attachments: the files that WeasyPrint embeds in the PDF.
        messages: the warnings that WeasyPrint logged during layout; set by the engine before
            the PDF is written.
        remarks: the remarks on the structure tree; empty until the PDF is written.
    """

    attachments: Sequence[weasyprint.Attachment] = ()

    def __init__(self) -> None:
        """Start with no messages and no remarks."""
        self.messages: Sequence[str] = ()
        self.remarks: tuple[Remark, ...] = ()

    def __call__(self, document: weasyprint.Document, pdf: pydyf.PDF) -> None:
        """Repair the structure tree; WeasyPrint calls this just before it writes the PDF.

        Raises:
            ValueError: the file has a number that PDF readers cannot read.
        """
        self.remarks = tagging.repair_tags(document, pdf)
        _end_streams_plainly(pdf)
        _refuse_giant_numbers(pdf)


class FileFinisher(BindingFinisher):
    """Finish a whole file: its tags, page labels, metadata and attached record."""

    def __init__(self, page: PageMarkup) -> None:
        """Take the page's metadata, if it has any, and attach its record."""
        super().__init__()
        self._metadata = page.metadata
        self.attachments = [_attachment(page.metadata)] if page.metadata else []

    def __call__(self, document: weasyprint.Document, pdf: pydyf.PDF) -> None:
        """Write labels and metadata, then repair the structure tree."""
        pdf.catalog["PageLabels"] = pydyf.Dictionary(
            {"Nums": pydyf.Array([0, pydyf.Dictionary({"S": "/D"})])}
        )
        if self._metadata:
            # A missing glyph is printed as .notdef. PDF/UA-1 (7.21.8) and PDF/A-3 (6.2.11.8) forbid
            # .notdef, so a file with a missing glyph gets the XMP packet that claims no standard.
            claims = not missing_characters(self.messages)
            packet = self._metadata.packet if claims else self._metadata.humble_packet
            _set_metadata(pdf, packet)
        super().__call__(document, pdf)


def _attachment(metadata: FileMetadata) -> weasyprint.Attachment:
    return weasyprint.Attachment(
        string=metadata.record,
        name="article.json",
        description="The article's record",
        relationship="Source",
        created=metadata.dated,
        modified=metadata.dated,
    )


def _set_metadata(pdf: pydyf.PDF, packet: str) -> None:
    """Replace WeasyPrint's XMP packet by ours, uncompressed so that any program can find ours."""
    stream = next((one for one in pdf.objects if _is_metadata(one)), None)
    if stream is None:
        stream = pydyf.Stream(extra={"Type": "/Metadata", "Subtype": "/XML"})
        pdf.add_object(stream)
        pdf.catalog["Metadata"] = stream.reference
    stream.stream, stream.compress = [packet.encode()], False


def _is_metadata(thing: object) -> bool:
    return isinstance(thing, pydyf.Stream) and thing.extra.get("Type") == "/Metadata"


def _end_streams_plainly(pdf: pydyf.PDF) -> None:
    """Change each page and character map whose compressed bytes end in a carriage return.

    A compressed stream may end so, but the validator page-validation counts this byte as a part
    of the line end that follows, and reports that the stream is too short.
    """
    for one in pdf.objects:
        is_text = isinstance(one, pydyf.Stream) and not {"Length1", "Subtype"} & one.extra.keys()
        if is_text and one.data.endswith(b"\r\nendstream"):
            one.stream.append(b"")  # adds a line end, which means nothing in these streams


def _refuse_giant_numbers(pdf: pydyf.PDF) -> None:
    """Refuse a file in which a position or a size is a giant number.

    WeasyPrint computes such a number from a giant value of a theme, and writes a file that some
    readers cannot open at all.

    Raises:
        OverflowError: there is such a number.
    """
    waiting: list[object] = [*pdf.objects]
    while waiting:
        value = waiting.pop()
        if isinstance(value, pydyf.Stream):
            waiting += value.extra.values()
        elif isinstance(value, dict):
            waiting += value.values()
        elif isinstance(value, list):
            waiting += value
        elif isinstance(value, int | float) and not abs(value) <= _GREATEST:
            raise OverflowError(f"{value:g} is too large a number for a PDF")
