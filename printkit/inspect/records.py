"""Read the articles among the attachments, and their fields that pages show unchanged."""

import re
from collections.abc import Iterator, Sequence

from printkit.article import Article
from printkit.inspect.contents import Attachment
from printkit.pages import PrintedText
from printkit.remarks import Remark
from printkit.text.patterns import regex

_RECORD = regex(r"article(-[\w.-]+)?\.json", re.ASCII)


def records(attached: Sequence[Attachment]) -> tuple[tuple[Article, ...], tuple[Remark, ...]]:
    """Return the attached records, and a remark for each record that cannot be read."""
    articles: list[Article] = []
    remarks: list[Remark] = []
    for one in attached:
        if one.relationship == "Source" and _RECORD.fullmatch(one.name):
            try:
                articles.append(Article.model_validate_json(one.data))
            except ValueError as error:
                faults = " ".join(str(error).split()[:30])
                remarks.append(Remark("PK606", f"the record cannot be read: {faults}", one.name))
    return tuple(articles), tuple(remarks)


def plain_fields(articles: Sequence[Article]) -> Iterator[PrintedText]:
    """Yield the fields that every theme prints word for word.

    If there are several articles, each text says from which article it comes: `article 2`.
    """
    for number, article in enumerate(articles, 1):
        name = f"article {number}" if len(articles) > 1 else ""
        for field, words in _plain_fields(article):
            yield PrintedText(field, words, name)


def _plain_fields(article: Article) -> Iterator[tuple[str, str]]:
    for name in ("headline", "subheadline", "kicker", "byline", "dateline"):
        if text := getattr(article, name):
            yield name, text
    for index, image in enumerate(article.images):
        if image.caption:
            yield f"images.{index}.caption", image.caption
    for index, correction in enumerate(article.corrections):
        yield f"corrections.{index}.text", correction.text
