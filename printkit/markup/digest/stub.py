"""The stub: takes a missing article or insert, gives the page that is printed in place of it."""

from printkit.edition import Edition
from printkit.issue.cut_texts import ADDRESS
from printkit.markup.digest.entry import details, language, title
from printkit.markup.digest.page import fill_page
from printkit.markup.entries import ArticleEntry
from printkit.pages import PageMarkup, PrintedText
from printkit.text.printed_address import printed_address
from printkit.text.shortening import shortened
from printkit.wording.attribution import attribution_in

_REASON = 400  # characters of a reason that a stub prints


def stub_page(entry: ArticleEntry, edition: Edition, *, section: str = "") -> PageMarkup:
    """Make the page that says that an article could not be printed.

    Args:
        entry: the missing article, with the reason.
        edition: the edition of the issue.
        section: the name of the section that the article opens; else empty.
    """
    attribution = attribution_in(edition.language)
    reason = shortened(entry.missing, _REASON)
    url = (entry.article.url if entry.article else "") or ""
    shown, address = title(entry), shortened(printed_address(url), ADDRESS)
    sorry = attribution.word("article_missing")
    texts = (section, shown, sorry, reason, address)
    return fill_page(
        "stub.html",
        edition,
        (PrintedText("stub", words) for words in texts if words),
        title=shown,
        anchor=entry.anchor,
        section=section,
        details=details(entry, attribution),
        sorry=sorry,
        reason=reason,
        url=url,
        address=address,
        language=language(entry, attribution),
    )


def insert_stub_page(title: str, reason: str, anchor: str, edition: Edition) -> PageMarkup:
    """Make the page that says that somebody else's PDF could not be bound in.

    Args:
        title: the name of the file, made readable.
        reason: why the file could not be bound in, in English.
        anchor: the id by which links lead to the page.
        edition: the edition of the issue.
    """
    sentence = shortened(f"This file could not be bound in: {reason}.", _REASON)
    return fill_page(
        "stub.html",
        edition,
        (PrintedText("stub", words) for words in (title, sentence)),
        title=title,
        anchor=anchor,
        section="",
        details=(),
        sorry="",
        reason=sentence,
        url="",
        address="",
        language=attribution_in(edition.language).language,
    )
