"""Accounts: each record has an account, as plain JSON."""

import json
from hashlib import sha256
from pathlib import Path

import pytest

from printkit.article import Article
from printkit.errors import PressError, PrintkitError, RecordError, RefusedError
from printkit.remarks import Remark
from printkit.report import Account, Result

ARTICLE = Article(headline="A", body="b")


def test_a_printed_record_tells_its_file_pages_and_sum() -> None:
    """A script needs these values to check the file."""
    remark = Remark("PK405", "no alt", "a.json")
    made = Result(ARTICLE, b"%PDF", 3, (remark,), "", Path("a.pdf"))
    told = Account("a.json", "ok", (remark,), made).to_json()
    assert json.loads(json.dumps(told)) == {
        "record": "a.json",
        "status": "ok",
        "output": "a.pdf",
        "pages": 3,
        "sha256": sha256(b"%PDF").hexdigest(),
        "remarks": [remark.to_json()],
        "error": None,
    }


@pytest.mark.parametrize(
    ("error", "status"),
    [(RecordError("no"), "failed"), (PressError("no"), "failed"), (RefusedError("no"), "refused")],
)
def test_an_error_says_whether_the_record_was_refused(error: PrintkitError, status: str) -> None:
    """A refused record must not be printed; a failed record could not be printed."""
    assert Account.of_error("a.json", error).status == status


def test_an_error_is_told_in_full() -> None:
    """The account has code, place, every problem and the remedy."""
    error = RecordError("one", "two", where="a.json", remedy="Mend it.")
    told = Account.of_error("a.json", error).to_json()
    assert told["error"] == {
        "code": "PK110",
        "where": "a.json",
        "problems": ["one", "two"],
        "remedy": "Mend it.",
    }
    assert (told["output"], told["pages"], told["sha256"]) == (None, 0, None)


def test_a_result_does_not_show_its_bytes() -> None:
    """The repr of a result is for people."""
    assert "%PDF" not in repr(Result(ARTICLE, b"%PDF", 1, (), "<html>"))


def test_a_result_without_bytes_tells_the_same() -> None:
    """A worker wrote the file, and sends only the sum of the bytes."""
    made = Result(ARTICLE, b"%PDF", 1, (), "<html>", Path("a.pdf"))
    light = made.without_bytes()
    assert (light.pdf, light.markup, light.place) == (b"", "", Path("a.pdf"))
    assert light.sha256 == sha256(b"%PDF").hexdigest()
    told = [Account("a", "ok", (), one).to_json() for one in (made, light)]
    assert told[0] == told[1]
