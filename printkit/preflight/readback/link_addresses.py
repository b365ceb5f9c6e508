"""An open page → the web addresses that its links lead to."""

import ctypes
from collections.abc import Iterator

import pypdfium2.raw as pdfium


def link_addresses(file: pdfium.FPDF_DOCUMENT, page: pdfium.FPDF_PAGE) -> tuple[str, ...]:
    """Return the addresses of all links that lead out of the file, in the order of the page."""
    return tuple(_addresses(file, page))


def _addresses(file: pdfium.FPDF_DOCUMENT, page: pdfium.FPDF_PAGE) -> Iterator[str]:
    place, link = ctypes.c_int(0), pdfium.FPDF_LINK()
    while pdfium.FPDFLink_Enumerate(page, place, link):
        action = pdfium.FPDFLink_GetAction(link)
        size = pdfium.FPDFAction_GetURIPath(file, action, None, 0) if action else 0
        if size > 1:  # the closing zero is counted
            buffer = ctypes.create_string_buffer(size)
            pdfium.FPDFAction_GetURIPath(file, action, buffer, size)
            yield buffer.value.decode("utf-8", "replace")
