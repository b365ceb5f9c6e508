"""Opening a strange file: with no password, with its owner's leave, mended only if need be."""

import io
from contextlib import suppress
from dataclasses import replace

import pikepdf
from pikepdf.exceptions import PikepdfError

from printkit.errors import InsertError
from printkit.inserts.sanitised_pdf import Sanitised
from printkit.inserts.sanitising import sanitise
from printkit.inserts.stream_limits import limit_engine


def take(data: bytes) -> Sanitised:
    """Take a file as it is; only if that fails, as it can be mended. Limits the whole process.

    Raises:
        InsertError: it is encrypted, protected, broken, or sanitising refuses it.
    """
    limit_engine()
    with suppress(PikepdfError):
        return _opened(data, mending=False)
    try:
        return _opened(data, mending=True)
    except PikepdfError as error:
        raise InsertError(
            f"it is broken: {_reason(error)}", remedy="Export the file anew."
        ) from error


def _opened(data: bytes, *, mending: bool) -> Sanitised:
    try:
        opened = pikepdf.open(
            io.BytesIO(data), attempt_recovery=mending, inherit_page_attributes=False
        )
    except pikepdf.PasswordError as error:
        raise InsertError(
            "it is encrypted and needs a password", remedy="Save it without a password."
        ) from error
    with opened as pdf:
        allowed = pdf.allow
        if not (allowed.extract and allowed.modify_assembly and allowed.print_highres):
            raise InsertError(
                "its owner does not allow its pages to be taken out, joined or printed",
                remedy="Ask the owner for a file without this protection.",
            )
        made = sanitise(pdf)
        return replace(made, mended=mending or bool(pdf.get_warnings()))


def _reason(error: Exception) -> str:
    """What the engine says, without the name of the stream it read from."""
    return str(error).rpartition(": ")[2]
