"""The filled fields of a record that are not on paper → one remark for each article."""

from printkit.article import Article
from printkit.pages import ArticleOnPage, PageMarkup, PrintedText
from printkit.preflight.fields import unprinted_fields

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


def test_fields_that_are_not_on_paper_are_named() -> None:
    """The remark lists dotted names, but no field that only steers the printing."""
    (remark,) = unprinted_fields(
        PageMarkup("", PRINTED, articles={"": ArticleOnPage(RECORD)}), "ferry.json"
    )
    assert (remark.code, remark.where, remark.article) == ("PK607", "ferry.json", "")
    assert remark.message.endswith(": authors.0.url, credit_text")


def test_fields_that_are_on_paper_are_not_named() -> None:
    """Paper may show capitals, other punctuation, and an address without its scheme."""
    more = ("A SHORT ACCOUNT.", "Ana Ruiz example.org/ana")
    printed = (*PRINTED, *(PrintedText("source", words) for words in more))
    assert (
        list(unprinted_fields(PageMarkup("", printed, articles={"": ArticleOnPage(RECORD)}))) == []
    )


def test_the_words_of_one_article_do_not_stand_for_those_of_another() -> None:
    """The head of their section stands for the two articles."""
    first = Article(headline="One", body="b", section="Coast")
    second = Article(headline="Two", body="b", section="Coast", credit_text="One")
    printed = (
        PrintedText("section", "Coast"),
        PrintedText("headline", "One", "a1"),
        PrintedText("headline", "Two", "a2"),
    )
    page = PageMarkup(
        "", printed, articles={"a1": ArticleOnPage(first), "a2": ArticleOnPage(second)}
    )
    (remark,) = unprinted_fields(page)
    assert (remark.article, remark.message.endswith(": credit_text")) == ("a2", True)
