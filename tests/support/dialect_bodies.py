"""Edits and prints bodies in the dialects of Markdown and of site programs, and finds losses.

read_dialect("==words==")   the clean HTML, the pictures, and the words that remarks name
"""

from typing import NamedTuple

import printkit
from printkit.article import Article
from printkit.copyedit import edit
from tests.support.clean_copy import write_html


class DialectPrint(NamedTuple):
    """A body after copy-editing.

    Attributes:
        html: the clean body; labels of panels and notes are `<b>` without a class.
        pictures: address, caption and credit of each picture.
        removed: the words that remarks name, by the code of the remark.
    """

    html: str
    pictures: list[tuple[str, str, str]]
    removed: dict[str, list[str]]


def read_dialect(body: str, body_format: str = "markdown", **fields: str) -> DialectPrint:
    """Edit and print a body; return the edited body. The print must have lost nothing unseen."""
    record = {"headline": "H", "body": body, "body_format": body_format, "language": "en", **fields}
    copy = edit(Article.model_validate(record), links="plain")
    printed = printkit.export(record, name="dialect", trusted=True)
    assert [str(one) for one in printed.remarks if one.code in ("PK608", "PK501", "PK603")] == []
    html = write_html(copy.body)
    for label, plain in (('<p class="label"><strong>', "<b>"), ("</strong></p>", "</b>")):
        html = html.replace(label, plain)
    drawn = [one for one in (copy.lead, *copy.figures) if one]
    pictures = [
        (one.image.src or "", write_html(one.caption), one.image.credit or "") for one in drawn
    ]
    removed: dict[str, list[str]] = {}
    for remark in printed.remarks:
        removed.setdefault(remark.code, []).extend(one.words for one in remark.removed)
    return DialectPrint(html, pictures, removed)
