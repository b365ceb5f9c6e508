"""The seal: printkit knows its own files again, and notices changes."""

from io import BytesIO

import pikepdf
import pytest

import printkit
from printkit.files.seal import is_sealed, seal
from tests.support.imposition_pdfs import make_numbered_pdf, save_pdf
from tests.support.press_runs import make_record
from tests.support.printed_articles import print_article


@pytest.fixture(scope="module")
def printed() -> dict[str, bytes]:
    """Return an article, a digest, and an article without claims."""
    return {
        "article": print_article().pdf,
        "digest": printkit.digest([make_record("a")], cache=False).pdf,
        "plain": print_article(profile="plain").pdf,
    }


@pytest.mark.parametrize("kind", ["article", "digest", "plain"])
def test_each_printed_file_is_sealed(printed: dict[str, bytes], kind: str) -> None:
    """White space after the end does not count: mail programs add some."""
    pdf = printed[kind]
    assert is_sealed(pdf)
    assert is_sealed(pdf.rstrip() + b"\r\n\r\n")
    assert seal(pdf) == pdf


@pytest.mark.parametrize("kind", ["article", "digest"])
def test_a_change_breaks_the_seal(printed: dict[str, bytes], kind: str) -> None:
    """A byte is changed, a version is added, or another program saves the file."""
    pdf = printed[kind]
    assert not is_sealed(pdf[:100] + bytes([pdf[100] ^ 1]) + pdf[101:])
    assert not is_sealed(pdf + b"7 0 obj\n<< >>\nendobj\ntrailer\n<< >>\n%%EOF\n")
    for deterministic in (True, False):
        again = BytesIO()
        with pikepdf.open(BytesIO(pdf)) as opened:
            opened.pages[0].rotate(90, relative=True)
            opened.save(again, deterministic_id=deterministic)
        assert not is_sealed(again.getvalue())


def test_other_files_have_no_seal() -> None:
    """A file without an /ID stays as it is."""
    pdf = save_pdf(make_numbered_pdf(1))
    assert not is_sealed(pdf)
    assert not is_sealed(b"")
    assert seal(b"%PDF-1.7 no key") == b"%PDF-1.7 no key"
