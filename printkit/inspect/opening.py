"""Open any PDF with pypdf, or refuse the file: takes bytes or a path, gives a `PdfReader`."""

import io
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pypdf import Configuration, PdfReader, apply_configuration
from pypdf.errors import DependencyError, FileNotDecryptedError, LimitReachedError, PyPdfError

from printkit.edition.limits import DEFAULTS, MB, Limits
from printkit.errors import InspectionError
from printkit.files.opening import read_at_most, reason, spelt
from printkit.inspect.unpacked_size import refuse_bombs
from printkit.workers.losses import LOSSES, about_pdf

# pypdf warns of faults that it can repair, and preflight reports the faults that matter. Where an
# application has set up no log, Python would print these warnings to the terminal.
logging.getLogger("pypdf").addHandler(logging.NullHandler())

# Errors that pypdf raises over broken objects, besides its own. pypdf's documentation asks callers
# to catch these errors.
_BROKEN = (
    AttributeError,
    IndexError,
    KeyError,
    NotImplementedError,
    OverflowError,
    RecursionError,
    TypeError,
    ValueError,
)
_PASSES = 4  # the work for a stream, in times of its largest size, as pypdf has by default


@contextmanager
def name_file_in_errors(pdf: bytes | Path) -> Iterator[None]:
    """Add the path of the file, and a remedy for a PDF, to every error that is raised within."""
    where = "" if isinstance(pdf, bytes) else spelt(pdf)
    try:
        yield
    except InspectionError as error:
        raise InspectionError(*error.problems, where=where, remedy=error.remedy) from error
    except LOSSES as error:
        raise about_pdf(error).at(where) from error


def read_pdf(pdf: bytes | Path, limits: Limits = DEFAULTS) -> bytes:
    """Return the bytes of a PDF.

    Args:
        pdf: the bytes of the file, or its path.
        limits: how large the file may be, packed and unpacked.

    Raises:
        InspectionError: the file cannot be read, is too large, is no PDF, or unpacks to a huge
            size.
    """
    data = pdf if isinstance(pdf, bytes) else bytes_of_pdf(pdf, limits)
    if len(data) > limits.pdf_size * MB:
        raise InspectionError(f"the file has more than {limits.told('pdf_size')}")
    # Viewers accept other bytes before the header: a mail or a server may have put them there.
    if b"%PDF-" not in data[:8192]:
        raise InspectionError("the file is no PDF", remedy="Give a file that begins with %PDF.")
    refuse_bombs(data, limits)
    return data


@contextmanager
def open_pdf(data: bytes, limits: Limits = DEFAULTS) -> Iterator[PdfReader]:
    """Open a PDF. Errors that pypdf raises while the reader is in use are translated, too.

    Args:
        data: the bytes of the file.
        limits: how many pages the file may have, and how large its streams may be.

    Raises:
        InspectionError: the file is encrypted, broken, or over a limit.
    """
    try:
        with apply_configuration(_limits_of_engine(limits)):
            # Not strict: files of many real programs have small faults, which viewers accept.
            reader = PdfReader(io.BytesIO(data), strict=False)
            if reader.is_encrypted and not reader.decrypt(""):
                raise InspectionError(
                    "the PDF is encrypted", remedy="Save the file without a password."
                )
            count = len(reader.pages)
            if not 0 < count <= limits.pdf_pages:
                most = limits.told("pdf_pages")
                raise InspectionError(f"the PDF has {count} pages; a PDF must have 1 to {most}")
            yield reader
    except (DependencyError, FileNotDecryptedError) as error:
        remedy = "Save the file without a password."
        raise InspectionError("the PDF is encrypted", remedy=remedy) from error
    except LimitReachedError as error:
        raise InspectionError(f"the PDF is over a limit: {error}") from error
    except (PyPdfError, *_BROKEN) as error:
        raise InspectionError(f"the PDF is broken: {str(error) or type(error).__name__}") from error


def _limits_of_engine(limits: Limits) -> Configuration:
    """Return the limits of pypdf itself, which has one for each coding of a stream."""
    most = limits.pdf_stream_size * MB
    return Configuration(
        maximum_declared_stream_length=most,
        array_based_stream_maximum_output_length=most,
        jbig2_maximum_output_length=most,
        lzw_maximum_output_length=most,
        run_length_maximum_output_length=most,
        zlib_maximum_output_length=most,
        stream_decoding_work_maximum_length=_PASSES * most,
    )


def bytes_of_pdf(path: Path, limits: Limits) -> bytes:
    """Return the bytes of a file, whatever they are.

    Raises:
        InspectionError: the file cannot be read.
    """
    try:
        return read_at_most(path, limits.pdf_size * MB, handed_over=True)
    except (OSError, ValueError) as error:
        raise InspectionError(reason(error)) from error
