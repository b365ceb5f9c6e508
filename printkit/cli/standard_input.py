"""Standard input: a record or a PDF comes out, read up to the limit of its kind."""

from typing import TYPE_CHECKING

from printkit.edition.limits import DEFAULTS, MB, Limits
from printkit.files.opening import read_at_most_of_input, reason

if TYPE_CHECKING:
    from printkit.errors import RecordError

NAME = "stdin"


def read_record_of_input(limits: Limits = DEFAULTS) -> "bytes | RecordError":
    """Return the bytes of a record, or the error that stands for the record."""
    from printkit.errors import RecordError
    from printkit.readers.files import refuse_large

    try:
        data = read_at_most_of_input(limits.record_size * MB)
        refuse_large(data, NAME, limits)
    except OSError as error:
        return RecordError(reason(error), where=NAME)
    except RecordError as error:
        return error
    return data


def read_pdf_of_input(limits: Limits = DEFAULTS) -> bytes:
    """Return the bytes of a PDF; one byte above the limit tells that the PDF is too large.

    Raises:
        InspectionError: standard input cannot be read.
    """
    from printkit.errors import InspectionError

    try:
        return read_at_most_of_input(limits.pdf_size * MB)
    except OSError as error:
        raise InspectionError(reason(error), where=NAME) from error
