"""What a stream unpacks to, looked at under limits: small files can hold huge ones."""

from pikepdf import Array, Name, Object, Pdf, Stream, StreamDecodeLevel
from pikepdf.exceptions import PikepdfError
from pikepdf.settings import set_qpdf_limits

from printkit.errors import InsertError

# As `printkit inspect` has them: what is joined can be read back.
MOST_IN_A_STREAM = 75_000_000
MOST_IN_ALL = 500_000_000
_FILTERS_DEEP = 4
_PICTURES = frozenset(
    map(Name, ("/DCTDecode", "/JPXDecode", "/JBIG2Decode", "/CCITTFaxDecode", "/DCT", "/CCF"))
)


def limit_engine() -> None:
    """Let the engine itself stop at a stream that is too large; for the whole process."""
    set_qpdf_limits(
        flate_max_memory=MOST_IN_A_STREAM,
        run_length_max_memory=MOST_IN_A_STREAM,
        png_max_memory=MOST_IN_A_STREAM,
        tiff_max_memory=MOST_IN_A_STREAM,
        max_stream_filters=_FILTERS_DEEP,
    )


class Scales:
    """Weighs streams, each once, and all of them together.

    Args:
        pdf: the file whose streams they are.
    """

    def __init__(self, pdf: Pdf) -> None:
        self._pdf = pdf
        self._total = 0

    def weigh(self, stream: Stream) -> None:
        """Unpack the stream as far as it is packed, and forget it.

        Raises:
            InsertError: it cannot be unpacked, or unpacks to more than the limits.
        """
        try:
            self._total += len(self._unpacked(stream))
        except PikepdfError as error:
            raise InsertError(
                f"a stream in it is broken, or unpacks to over {MOST_IN_A_STREAM // 1_000_000} MB",
                remedy="Export the file anew, with smaller pictures.",
            ) from error
        if self._total > MOST_IN_ALL:
            raise InsertError(
                f"it unpacks to over {MOST_IN_ALL // 1_000_000} MB",
                remedy="Export the file anew, with smaller pictures.",
            )

    def _unpacked(self, stream: Stream) -> bytes:
        """What is left when all but a picture's own coding is undone."""
        filters = _as_list(stream.get("/Filter"))
        parameters = _as_list(stream.get("/DecodeParms"))
        wrapped = next((n for n, one in enumerate(filters) if one in _PICTURES), len(filters))
        if wrapped == len(filters):
            return stream.read_bytes(StreamDecodeLevel.specialized)
        if not wrapped:
            return b""
        inner = Stream(self._pdf, stream.read_raw_bytes())
        inner["/Filter"] = Array(filters[:wrapped])
        if parameters:
            inner["/DecodeParms"] = Array(parameters[:wrapped])
        return inner.read_bytes(StreamDecodeLevel.specialized)


def _as_list(value: Object | None) -> list[Object]:
    if value is None:
        return []
    return list(value) if isinstance(value, Array) else [value]
