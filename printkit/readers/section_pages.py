"""Section pages: a Markdown file goes in, whether it only lists the pages of a section comes out.

Site generators make lists of such files: Hugo of `_index.md`, Jekyll of a file with `layout: home`.
"""

import re
from collections.abc import Mapping

from printkit.text.patterns import regex

_NAME = regex(r"(?:^|[/\\])_?index(?:\.[\w-]{2,12})?\.(?:md|markdown)$", re.IGNORECASE)
_LAYOUTS = {
    *("home", "list", "lists", "archive", "archives", "search", "tags", "tag", "categories"),
    *("category", "index", "section", "taxonomy", "terms", "term", "blog", "posts"),
}
_KEYS = ("layout", "type", "template")
_COMMENT = regex(r"<!--.*?-->", re.DOTALL)


def is_section_page(where: str, fields: Mapping[str, object]) -> bool:
    """Tell whether a file is named as the page of a section, or has the layout of such a page.

    Args:
        where: the path of the file.
        fields: the front matter.
    """
    given = (fields.get(key) for key in _KEYS)
    layouts = {one.casefold().removesuffix(".html") for one in given if isinstance(one, str)}
    return bool(_NAME.search(where)) or not layouts.isdisjoint(_LAYOUTS)


def is_without_text(body: str) -> bool:
    """Tell whether a body has nothing but comments."""
    return not _COMMENT.sub("", body).strip()
