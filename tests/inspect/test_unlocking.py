"""A PDF that opens without a password is read; a PDF that needs a password is refused."""

import io

import pikepdf
import pytest

import printkit
from printkit.errors import InspectionError
from printkit.inspect import inspect
from printkit.inspect.unlocking import without_encryption
from tests.support.sample_records import PLAIN


def encrypted(user: str) -> bytes:
    """Return a printed article, encrypted with passwords of its owner and of its user."""
    made = io.BytesIO()
    with pikepdf.open(io.BytesIO(printkit.export(PLAIN).pdf)) as pdf:
        pdf.save(made, encryption=pikepdf.Encryption(owner="owner", user=user, R=6))
    return made.getvalue()


def test_a_file_with_the_password_of_its_owner_is_inspected() -> None:
    """The article that is attached to the file is found."""
    found = inspect(encrypted(""))
    assert [one.headline for one in found.articles] == [PLAIN["headline"]]
    assert found.tagged


def test_a_file_that_needs_a_password_is_refused() -> None:
    """The error says what to do."""
    with pytest.raises(InspectionError, match="Save the file without a password"):
        inspect(encrypted("secret"))


def test_other_files_stay_as_they_are() -> None:
    """A plain file and a broken file are left to the reader of PDFs."""
    plain = printkit.export(PLAIN).pdf
    assert without_encryption(plain) is plain
    broken = b"%PDF-1.7\n/Encrypt\n"
    assert without_encryption(broken) is broken
