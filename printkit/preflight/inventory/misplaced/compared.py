"""A raw body and the markup of its page, as two trees that can be compared."""

from collections.abc import Mapping
from typing import NamedTuple

from lxml import etree

from printkit.pages import ArticleOnPage, opening_anchor
from printkit.preflight.inventory.html_trees import parse_tree

# A browser shows nothing of these, and neither does a page.
_UNSEEN = ("script", "style", "template", "noscript", "head")
_UNPRINTED = ("script", "style", "template", "head")


class Compared(NamedTuple):
    """An article twice.

    Attributes:
        base: the address of the article; may be empty.
        markdown: the body as the record has it, if the body is Markdown; else empty.
        recorded: the captions and credits of the record's own pictures.
        body: the tree of the source.
        page: the part of the page markup that shows the article.
        figures: the address of the picture of each figure of the page, by the id of the figure.
    """

    base: str
    markdown: str
    recorded: str
    body: etree._Element
    page: etree._Element
    figures: Mapping[str, str]


def compare(source: str, on_page: ArticleOnPage, page: etree._Element, prefix: str) -> Compared:
    """Return the two trees of an article.

    Args:
        source: the raw body in HTML.
        on_page: the article.
        page: the tree of the whole page.
        prefix: of the ids of the article; empty if the page shows only this article.
    """
    body = parse_tree(source)
    etree.strip_elements(body, *_UNSEEN, with_tail=False)
    figures = dict(zip(on_page.figures, on_page.pictures, strict=True))
    article = on_page.article
    return Compared(
        article.url or "",
        article.body if article.body_format == "markdown" else "",
        " ".join(f"{image.caption} {image.credit}" for image in article.images),
        body,
        _part_of(page, prefix),
        figures,
    )


def page_tree(html: str) -> etree._Element:
    """Return the tree of a page, without its head."""
    page = parse_tree(html[max(html.find("<body"), 0) :])
    etree.strip_elements(page, *_UNPRINTED, with_tail=False)
    return page


def _part_of(page: etree._Element, prefix: str) -> etree._Element:
    opening = page.find(f".//header[@id='{opening_anchor(prefix)}']") if prefix else None
    around = None if opening is None else opening.getparent()
    return page if around is None else around
