"""How every page of the digest's own is made."""

import re
from collections.abc import Iterable, Sequence

from printkit import layout
from printkit.edition import Edition
from printkit.furniture import furniture
from printkit.pages import PageMarkup
from printkit.remarks import Remark
from printkit.templating import fill


def made(
    name: str,
    edition: Edition,
    printed: Iterable[tuple[str, str]],
    remarks: tuple[Remark, ...] = (),
    spoken: str = "",
    **values: object,
) -> PageMarkup:
    """Fill in a template of the digest's own.

    Args:
        printed: names of parts, and the words that must be on paper.
        spoken: the language of its words; empty for the issue's.
        values: all that the template asks for beside language and sheet.
    """
    own = furniture(spoken or edition.language)
    page = fill(
        name,
        furniture=own,
        direction=own.direction,
        paper=layout.paper(edition.sheet),
        **values,
    )
    return PageMarkup(page, tuple(printed), archive=edition.profile == "archive", remarks=remarks)


def joined(pages: Sequence[PageMarkup]) -> PageMarkup:
    """Several pages of the digest's own as one: each begins where the one before it ends."""
    first, *others = pages
    # Words of records and plans are escaped, so the element is the template's own.
    mains = (re.search("<main .*</main>", one.html, re.DOTALL) for one in others)
    following = "\n".join(found[0] for found in mains if found)
    return first._replace(
        html=first.html.replace("</main>", f"</main>\n{following}"),
        printed=tuple(words for one in pages for words in one.printed),
        remarks=tuple(remark for one in pages for remark in one.remarks),
    )
