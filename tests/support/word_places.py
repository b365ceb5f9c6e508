"""Places of words on printed pages, as PDFium reads them.

left_of(pdf, "ferry")   how far from the left side of the first page the word begins, in points
"""

import io

import pypdfium2


def left_of(pdf: bytes, word: str) -> float:
    """Return how far from the left side of the first page a word begins, in points."""
    text = pypdfium2.PdfDocument(io.BytesIO(pdf))[0].get_textpage()
    found = text.search(word).get_next()
    assert found
    return float(text.get_charbox(found[0])[0])
