"""Open a strange PDF and sanitise it, or refuse it: encrypted, protected, or broken."""

import io
from contextlib import suppress
from dataclasses import replace

import pikepdf
from pikepdf.exceptions import PikepdfError

from printkit.errors import InsertError
from printkit.inserts.sanitised_pdf import SanitisedPdf
from printkit.inserts.sanitising import sanitise
from printkit.inserts.stream_limits import limit_engine


def open_and_sanitise(data: bytes) -> SanitisedPdf:
    """Sanitise a file as it is, or, if that fails, as qpdf repairs it.

    Sets limits for the whole process.

    Raises:
        InsertError: the file is encrypted, protected or broken, or sanitising refuses it.
    """
    limit_engine()
    # qpdf repairs a file by searching it for objects, and may find other pages than a viewer
    # shows. So a sound file is never opened in that way.
    with suppress(PikepdfError):
        return _sanitised(data, mending=False)
    try:
        return _sanitised(data, mending=True)
    except PikepdfError as error:
        raise InsertError(
            f"the file is broken: {_reason(error)}", remedy="Export the file anew."
        ) from error


def _sanitised(data: bytes, *, mending: bool) -> SanitisedPdf:
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
        made = sanitise(pdf)
        return replace(made, mended=mending or bool(pdf.get_warnings()))


def _reason(error: Exception) -> str:
    """Return qpdf's message without the address of the stream, with which it begins."""
    return str(error).rpartition(": ")[2]
