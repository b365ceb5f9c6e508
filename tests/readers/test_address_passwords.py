"""No reader of a PDF gets a password that an address of a record has."""

from pathlib import Path

import pikepdf

from printkit.errors import RecordError
from printkit.pipeline.batch import export_many
from printkit.readers import Reading
from printkit.readers.inputs import read_one, read_record
from printkit.remarks import Remark, Removed
from tests.support.sample_records import PLAIN

CANARY = "CANARY"
ADDRESS = f"https://ana:{CANARY}@e.org/a?w=3&token={CANARY}"
RECORD = {
    **PLAIN,
    "url": ADDRESS,
    "source": {"name": "Quay", "url": ADDRESS},
    "extra": {"feed": [ADDRESS]},
    "body": (
        f"<p>See <a href='{ADDRESS}'>this</a> and <a href='https://a&#58;{CANARY}@f.org'>that</a>."
        f"<p>Or https://ana:{CANARY}@e.org/.<iframe src='https://ana:{CANARY}@e.org/'></iframe>"
    ),
}


def test_the_record_of_a_reading_has_no_password() -> None:
    """The other parts of an address stay, and one remark tells of the change."""
    reading = read_one(RECORD, "a")
    assert CANARY not in repr(reading)
    assert reading.article.url == "https://e.org/a?w=3"
    told = [str(one) for one in reading.remarks if "password" in one.message]
    told_first = "PK205 a: user, password or secret key was taken off an address in "
    assert [one.partition(told_first)[2] for one in told] == ["body, source, url, extra"]


def test_a_reading_without_secrets_stays_as_it_is() -> None:
    """A signature stays at a picture, because a server may ask for the signature."""
    signed = f"https://e.org/a.png?Signature={CANARY}"
    images, body = [{"src": signed}], f"![Quay]({signed})"
    reading = read_one({**PLAIN, "images": images, "body": body}, "a")
    assert reading.article.images[0].src == signed
    assert reading.article.body == body
    assert not [one for one in reading.remarks if "password" in one.message]


def test_no_password_is_on_paper_in_an_account_or_in_the_attached_record(tmp_path: Path) -> None:
    """Every object of the PDF is searched, and the manifest of the run."""
    (account,) = export_many([RECORD], tmp_path, manifest=True)
    assert account.result
    with pikepdf.open(account.result.path or "") as pdf:
        streams = [one.read_bytes() for one in pdf.objects if isinstance(one, pikepdf.Stream)]
        assert CANARY not in repr([*pdf.objects])
    assert not any(CANARY.encode() in one for one in streams)
    assert CANARY not in str(account.to_json())
    assert CANARY not in (tmp_path / ".printkit-run.jsonl").read_text()


def test_remarks_errors_and_names_hide_secrets() -> None:
    """Messages end in logs and reports."""
    remark = Remark("PK301", f"removed: {ADDRESS}", removed=(Removed("iframe", ADDRESS),))
    error = RecordError(f"lost {ADDRESS}", where=ADDRESS, remedy=ADDRESS)
    (lost,) = read_record(ADDRESS)
    (named,) = read_record(PLAIN, ADDRESS)
    assert isinstance(named, Reading)
    shown = (str(remark), remark.to_json(), str(error), error.to_json(), str(lost), named.where)
    assert CANARY not in repr(shown)
    assert "***" in str(remark)
