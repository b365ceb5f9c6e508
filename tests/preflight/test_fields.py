"""The filled fields of a record that are not on paper → one remark for each article."""

from printkit.article import Article
from printkit.pages import PageMarkup, PrintedText
from printkit.preflight.fields import left_out

RECORD = Article.model_validate(
    {
        "headline": "The ferry is back",
        "body": "<p>It came at noon.</p>",
        "id": "ferry-7",
        "credit_text": "A short account",
        "authors": [{"name": "Ana Ruiz", "url": "https://example.org/ana"}],
        "language": "en",
        "extra": {"desk": "coast"},
    }
)
PRINTED = (PrintedText("headline", "The ferry is back"), PrintedText("byline", "By Ana Ruiz"))


def test_what_is_left_out_is_named() -> None:
    """By its dotted name; what steers the printing is none of the reader's."""
    (remark,) = left_out(PageMarkup("", PRINTED, articles={"": RECORD}), "ferry.json")
    assert (remark.code, remark.where, remark.article) == ("PK607", "ferry.json", "")
    assert remark.message.endswith(": authors.0.url, credit_text")


def test_what_is_printed_is_not() -> None:
    """However it was set: capitals, punctuation, an address without its scheme."""
    more = ("A SHORT ACCOUNT.", "Ana Ruiz example.org/ana")
    printed = (*PRINTED, *(PrintedText("source", words) for words in more))
    assert list(left_out(PageMarkup("", printed, articles={"": RECORD}))) == []


def test_the_words_of_one_article_do_not_stand_for_those_of_another() -> None:
    """The head of their section stands for both."""
    first = Article(headline="One", body="b", section="Coast")
    second = Article(headline="Two", body="b", section="Coast", credit_text="One")
    printed = (
        PrintedText("section", "Coast"),
        PrintedText("headline", "One", "a1"),
        PrintedText("headline", "Two", "a2"),
    )
    page = PageMarkup("", printed, articles={"a1": first, "a2": second})
    (remark,) = left_out(page)
    assert (remark.article, remark.message.endswith(": credit_text")) == ("a2", True)
