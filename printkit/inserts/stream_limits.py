"""Refuse a PDF whose compressed streams are too large when they are unpacked."""

from pikepdf import Array, Name, Object, Pdf, Stream, StreamDecodeLevel
from pikepdf.exceptions import PikepdfError
from pikepdf.settings import set_qpdf_limits

from printkit.edition.limits import DEFAULTS, MB, Limits
from printkit.errors import InsertError

_FILTERS_DEEP = 4
_PICTURES = frozenset(
    map(Name, ("/DCTDecode", "/JPXDecode", "/JBIG2Decode", "/CCITTFaxDecode", "/DCT", "/CCF"))
)


def limit_engine(limits: Limits) -> None:
    """Make qpdf itself stop at a stream that is too large, in the whole process."""
    most = limits.pdf_stream_size * MB
    set_qpdf_limits(
        flate_max_memory=most,
        run_length_max_memory=most,
        png_max_memory=most,
        tiff_max_memory=most,
        max_stream_filters=_FILTERS_DEEP,
    )


class StreamLimits:
    """Checks the unpacked size of each stream, and of all streams together.

    The limits are those of `printkit inspect`, so that a digest with inserts can be read back.

    Args:
        pdf: the file that has the streams.
        limits: how large the streams may be.
    """

    def __init__(self, pdf: Pdf, limits: Limits = DEFAULTS) -> None:
        self._pdf = pdf
        self._limits = limits
        self._total = 0

    def check(self, stream: Stream) -> None:
        """Unpack a stream, and add its unpacked size to the total of all streams.

        Raises:
            InsertError: the stream cannot be unpacked; or the stream, or the total, is too large.
        """
        try:
            self._total += len(self._unpacked(stream))
        except PikepdfError as error:
            limit = self._limits.told("pdf_stream_size")
            raise InsertError(
                f"a stream in the file is broken, or unpacks to over {limit}",
                remedy="Export the file anew, with smaller pictures.",
            ) from error
        if self._total > self._limits.pdf_unpacked_size * MB:
            raise InsertError(
                f"the file unpacks to over {self._limits.told('pdf_unpacked_size')}",
                remedy="Export the file anew, with smaller pictures.",
            )

    def _unpacked(self, stream: Stream) -> bytes:
        """Return the bytes of a stream, unpacked except for the coding of a picture, such as JPEG.

        A picture that has this coding alone counts as empty.
        """
        filters = _filters(stream.get("/Filter"))
        parameters = _filters(stream.get("/DecodeParms"))
        wrapped = next((n for n, one in enumerate(filters) if one in _PICTURES), len(filters))
        if wrapped == len(filters):
            return stream.read_bytes(StreamDecodeLevel.specialized)
        if not wrapped:
            return b""
        # read_bytes unpacks all filters or fails. So read a copy that has the first filters only.
        inner = Stream(self._pdf, stream.read_raw_bytes())
        inner["/Filter"] = Array(filters[:wrapped])
        if parameters:
            inner["/DecodeParms"] = Array(parameters[:wrapped])
        return inner.read_bytes(StreamDecodeLevel.specialized)


def _filters(value: Object | None) -> list[Object]:
    """Return one filter, or an array of filters, as a list."""
    if value is None:
        return []
    return list(value) if isinstance(value, Array) else [value]
