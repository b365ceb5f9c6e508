"""What is filled and not on paper is told, in one remark."""

from printkit.article import Article
from printkit.preflight.fields import left_out

RECORD = {
    "headline": "The ferry is back",
    "body": "<p>It came at noon.</p>",
    "id": "ferry-7",
    "credit_text": "A short account",
    "authors": [{"name": "Ana Ruiz", "url": "https://example.org/ana"}],
    "language": "en",
    "extra": {"desk": "coast"},
}
PRINTED = (("headline", "The ferry is back"), ("byline", "By Ana Ruiz"))


def test_what_is_left_out_is_named() -> None:
    """By its dotted name; what steers the printing is none of the reader's."""
    (remark,) = left_out(Article(**RECORD), PRINTED, "ferry.json")

    assert remark.code == "PK607"
    assert remark.where == "ferry.json"
    assert remark.message.endswith(": authors.0.url, credit_text")


def test_what_is_printed_is_not() -> None:
    """However it was set: capitals, punctuation, an address without its scheme."""
    more = (("source", "A SHORT ACCOUNT."), ("source", "Ana Ruiz example.org/ana"))

    assert left_out(Article(**RECORD), (*PRINTED, *more)) == ()
