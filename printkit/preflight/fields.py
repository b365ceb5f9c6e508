"""Page markup with its articles → remarks on the filled fields that are not on paper."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from printkit.article import Article
from printkit.pages import PageMarkup
from printkit.remarks import Remark
from printkit.text.comparing import letters
from printkit.text.patterns import regex
from printkit.text.printed_address import printed_address

# Fields that this check leaves out. Most of them control the printing or identify the record, and
# readers need not see them. `proofreading` compares the body. Dates are printed in other words. The
# readers make a remark on each key in `extra`. The summary is in the contents and in the metadata.
_NOT_FOR_PAPER = regex(
    r"(id|version|summary|(authors|contributors)\.\d+\.role|language|direction|status"
    r"|embargoed_until|body|body_format|extra"
    r"|date_\w+|(source|info_sources|corrections)(\.\d+)?\.date"
    r"|(source|info_sources)(\.\d+)?\.logo"
    r"|images\.\d+\.(src|role|alt|decorative|width|height|provenance|digital_source_type"
    r"|date_created))"
    r"(\..*)?"
)


def unprinted_fields(page: PageMarkup, record: str = "") -> Iterator[Remark]:
    """Remark with PK607 on the filled fields that are not on paper, once for each article.

    Args:
        page: the markup, with its articles and the texts that are on paper.
        record: the name of the record, for the remarks.
    """
    for prefix, (article, *_) in page.articles.items():
        words = (one.words for one in page.printed if one.article in ("", prefix))
        if missing := _unprinted(article, letters(" ".join(words))):
            told = f"not on paper, but only in the attached record: {', '.join(missing)}"
            yield Remark("PK607", told, record, article=prefix)


def _unprinted(article: Article, paper: str) -> list[str]:
    return [
        name
        for name, value in _filled(article.to_record())
        if not _NOT_FOR_PAPER.fullmatch(name) and letters(printed_address(value)) not in paper
    ]


def _filled(value: Any, name: str = "") -> Iterator[tuple[str, str]]:
    """Yield name and value of every filled field: `images.0.caption` and the caption's words.

    Null, an empty text, False and 0 are not filled. `name` is the dotted name of the value itself.
    """
    if isinstance(value, Mapping):
        items: Iterable[tuple[object, Any]] = value.items()
    elif isinstance(value, list):
        items = enumerate(value)
    else:
        if value not in (None, "", False):
            yield name, str(value)
        return
    for key, one in items:
        yield from _filled(one, f"{name}.{key}" if name else str(key))
