"""Unlocking: a PDF that opens without a password goes in, the PDF without its encryption comes out.

Every viewer opens such a file; pypdf alone reads it only with a package for ciphers.
"""

import io

import pikepdf

from printkit.edition.limits import DEFAULTS, Limits
from printkit.errors import InspectionError
from printkit.inspect.unpacked_size import refuse_bombs


def without_encryption(data: bytes, limits: Limits = DEFAULTS) -> bytes:
    """Return a PDF without its encryption; a PDF that is not encrypted stays as it is.

    Args:
        data: the bytes of the file.
        limits: how large the file may be when it is unpacked.

    Raises:
        InspectionError: the file needs a password, or unpacks to a huge size.
    """
    if b"/Encrypt" not in data:
        return data
    try:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            plain = io.BytesIO()
            pdf.save(plain, encryption=False, deterministic_id=True)
    except pikepdf.PasswordError as error:
        remedy = "Save the file without a password."
        raise InspectionError("the PDF is encrypted", remedy=remedy) from error
    except pikepdf.PikepdfError:
        return data  # pypdf tells what is broken
    refuse_bombs(plain.getvalue(), limits)
    return plain.getvalue()
