"""Words in another script than their article's are set in the faces of their own language."""

import io

import pypdf
import pytest

import printkit


def faces(language: str, body: str) -> str:
    """Return the names of the fonts on an article's pages."""
    made = printkit.export({"headline": "A", "body": body, "language": language})
    names = set()
    for sheet in pypdf.PdfReader(io.BytesIO(made.pdf)).pages:
        fonts = sheet["/Resources"]["/Font"].get_object()  # type: ignore[index]
        names |= {str(font.get_object()["/BaseFont"]) for font in fonts.values()}
    return " ".join(sorted(names))


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_japanese_quotation_is_in_japanese_forms(language: str) -> None:
    """The article around the quotation is in English or in Chinese."""
    told = faces(language, "<p>One.</p><blockquote lang='ja'><p>直す橋</p></blockquote>")
    if "CJK" not in told:
        pytest.skip("no Chinese, Japanese and Korean faces are installed")
    assert "Serif-CJK-JP" in told
    assert "Serif-CJK-SC" not in told
