"""Refuse a PDF whose compressed streams are too large when they are unpacked."""

from pikepdf import Array, Name, Object, Pdf, Stream, StreamDecodeLevel
from pikepdf.exceptions import PikepdfError
from pikepdf.settings import set_qpdf_limits

from printkit.errors import InsertError

# The limits of `printkit inspect`, so that a digest with inserts can be read back.
MOST_IN_A_STREAM = 75_000_000
MOST_IN_ALL = 500_000_000
_FILTERS_DEEP = 4
_PICTURES = frozenset(
    map(Name, ("/DCTDecode", "/JPXDecode", "/JBIG2Decode", "/CCITTFaxDecode", "/DCT", "/CCF"))
)


def limit_engine() -> None:
    """Make qpdf itself stop at a stream that is too large, in the whole process."""
    set_qpdf_limits(
        flate_max_memory=MOST_IN_A_STREAM,
        run_length_max_memory=MOST_IN_A_STREAM,
        png_max_memory=MOST_IN_A_STREAM,
        tiff_max_memory=MOST_IN_A_STREAM,
        max_stream_filters=_FILTERS_DEEP,
    )


class StreamLimits:
    """Checks the unpacked size of each stream, and of all streams together.

    Args:
        pdf: the file that has the streams.
    """

    def __init__(self, pdf: Pdf) -> None:
        self._pdf = pdf
        self._total = 0

    def check(self, stream: Stream) -> None:
        """Unpack a stream, and add its unpacked size to the total of all streams.

        Raises:
            InsertError: the stream cannot be unpacked; or the stream, or the total, is too large.
        """
        try:
            self._total += len(self._unpacked(stream))
        except PikepdfError as error:
            limit = MOST_IN_A_STREAM // 1_000_000
            raise InsertError(
                f"a stream in the file is broken, or unpacks to over {limit} MB",
                remedy="Export the file anew, with smaller pictures.",
            ) from error
        if self._total > MOST_IN_ALL:
            raise InsertError(
                f"the file unpacks to over {MOST_IN_ALL // 1_000_000} MB",
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
