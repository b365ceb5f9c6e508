"""Standard input: a record or a PDF comes out, read up to the limit of its kind."""

from typing import TYPE_CHECKING

from printkit.files.opening import read_at_most_of_input, reason

if TYPE_CHECKING:
    from printkit.errors import RecordError

NAME = "stdin"


def read_record_of_input() -> "bytes | RecordError":
    """Return the bytes of a record, or the error that stands for the record."""
    from printkit.errors import RecordError
    from printkit.readers.files import LARGEST

    try:
        data = read_at_most_of_input(LARGEST)
    except OSError as error:
        return RecordError(reason(error), where=NAME)
    if len(data) > LARGEST:
        remedy = "Split the records into several files."
        return RecordError("is over 64 MB", where=NAME, remedy=remedy)
    return data


def read_pdf_of_input() -> bytes:
    """Return the bytes of a PDF; one byte above the limit tells that the PDF is too large.

    Raises:
        InspectionError: standard input cannot be read.
    """
    from printkit.errors import InspectionError
    from printkit.inspect.opening import MOST_BYTES

    try:
        return read_at_most_of_input(MOST_BYTES)
    except OSError as error:
        raise InspectionError(reason(error), where=NAME) from error
