"""Open somebody else's PDF and sanitise the PDF, or refuse it with an InsertError.

In: the bytes of a PDF. Out: a `SanitisedPdf`. An InsertError refuses a PDF that needs a password, a
PDF whose owner forbids joining or printing, and a PDF that qpdf cannot repair.
"""

import io
from contextlib import suppress
from dataclasses import replace

import pikepdf
from pikepdf.exceptions import PikepdfError

from printkit.edition.limits import DEFAULTS, Limits
from printkit.errors import InsertError
from printkit.inserts.own_files import keeps_claims
from printkit.inserts.sanitised_pdf import SanitisedPdf
from printkit.inserts.sanitising import sanitise
from printkit.inserts.stream_limits import limit_engine

_ROOM = 16_000_000  # bytes


def open_and_sanitise(data: bytes, limits: Limits = DEFAULTS) -> SanitisedPdf:
    """Sanitise a file as it is; if pikepdf cannot read the file, let qpdf repair it first.

    The limits that this function sets for qpdf hold for the whole process.

    Args:
        data: the bytes of the file.
        limits: how many pages and bookmarks the file may have, and how large its streams may be.

    Raises:
        InsertError: the file is encrypted, protected or broken, or sanitising refuses it.
    """
    limit_engine(limits)
    # qpdf repairs a file by searching it for objects, and may find other pages than a viewer
    # shows. So qpdf repairs a file only after a first try failed.
    with suppress(PikepdfError):
        return _sanitised(data, limits, mending=False)
    try:
        return _sanitised(data, limits, mending=True)
    except PikepdfError as error:
        # qpdf calls a file broken where it has no memory; then there is no memory here, either.
        bytearray(_ROOM)
        raise InsertError(
            f"the file is broken: {_reason(error)}", remedy="Export the file anew."
        ) from error


def _sanitised(data: bytes, limits: Limits, *, mending: bool) -> SanitisedPdf:
    try:
        # qpdf's own inheriting of attributes follows the page tree, which may have a loop.
        opened = pikepdf.open(
            io.BytesIO(data), attempt_recovery=mending, inherit_page_attributes=False
        )
    except pikepdf.PasswordError as error:
        raise InsertError(
            "the file is encrypted and needs a password", remedy="Save the file without a password."
        ) from error
    with opened as pdf:
        allowed = pdf.allow
        if not (allowed.extract and allowed.modify_assembly and allowed.print_highres):
            raise InsertError(
                "the file's owner does not allow its pages to be taken out, joined or printed",
                remedy="Ask the owner for an unprotected file.",
            )
        with pikepdf.explicit_conversion():
            claims = keeps_claims(pdf, data)
        made = sanitise(pdf, limits)
        mended = mending or bool(pdf.get_warnings())
        conforms = claims and made.tagged and not (made.taken_out or mended)
        return replace(made, mended=mended, conforms=conforms)


def _reason(error: Exception) -> str:
    """Return qpdf's message without the address of the stream, with which it begins."""
    return str(error).rpartition(": ")[2]
