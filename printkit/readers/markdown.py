"""Markdown: a text with or without front matter goes in, an Article comes out."""

from printkit.article import Article
from printkit.edition.limits import DEFAULTS, Limits
from printkit.errors import RecordError, SectionPageError
from printkit.readers.front_matter import FrontMatter, split
from printkit.readers.generators import ALIASES, named, record_of
from printkit.readers.record import article_from
from printkit.readers.section_pages import is_section_page, is_without_text
from printkit.remarks import Remark
from printkit.text.patterns import regex

_HEADING = regex(
    r"#[ \t]+(?P<hashed>[^\n]+)(?:\n|\Z)|(?P<underlined>[^\s#>*+-][^\n]*)\n=+[ \t]*(?:\n|\Z)"
)
_HEADED = regex(r"\s*(?:#[ \t]+\S|\S[^\n]*\n={3,}[ \t]*(?:\n|\Z))")
_CLOSING = regex(r"(?:\s+#+)?\s*(?:\{[^{}]*\})?\s*$")
_LONGEST_HEADING = 500
_INLINE = (
    (regex(r"!?\[([^\[\]]*)\]\([^()]*\)"), r"\1"),
    (regex(r"(?<!\\)(\*\*|\*|`)(?=\S)(.+?)(?<=[^\s\\])\1"), r"\2"),
    (regex(r"(?<!\w)(__?)(?=\S)(.+?)(?<=\S)\1(?!\w)"), r"\2"),
    (regex(r"\\([!-/:-@\[-`{-~])"), r"\1"),
)


def is_markdown(text: str, name: str, limits: Limits = DEFAULTS) -> bool:
    """Tell whether a text is Markdown: by its name, its heading or its front matter.

    Raises:
        RecordError: the front matter cannot be read.
    """
    if name.lower().endswith((".md", ".markdown")) or _HEADED.match(text):
        return True
    return split(text, name, limits) is not None


def read_markdown(
    text: str, where: str, limits: Limits = DEFAULTS
) -> tuple[Article, tuple[Remark, ...]]:
    """Make an Article of a Markdown text; the body stays verbatim.

    If the front matter has no title, the heading at the top of the body becomes the headline and
    is removed from the body.

    Raises:
        SectionPageError: the text is the page of a section of a site, without text of its own.
        RecordError: the front matter cannot be read, or there is no article.
    """
    matter = split(text, where, limits) or FrontMatter({}, text.strip("\n"))
    record, doubts = record_of(matter.fields, where)
    body = matter.body
    if not named(record, "title", "headline"):
        headline, body = _heading(body)
        record["headline"] = headline
    if not named(record, "body_format"):
        # In a .txt file with header lines, `*` and `_` are ordinary characters.
        header_lines = matter.fields and not matter.fenced
        plain = header_lines and where.lower().endswith(".txt")
        record["body_format"] = "text" if plain else "markdown"
    try:
        article, remarks = article_from({**record, "body": body}, where, ALIASES, limits)
    except RecordError as error:
        if is_section_page(where, matter.fields) and is_without_text(body):
            raise SectionPageError(*error.problems, where=where, remedy=error.remedy) from error
        raise
    return article, (*matter.remarks, *doubts, *remarks)


def _heading(body: str) -> tuple[str | None, str]:
    """Return the words of the heading at the top of a body, and the rest of the body."""
    found = _HEADING.match(body)
    if not found or found.end() > _LONGEST_HEADING:
        return None, body
    words = _CLOSING.sub("", found["hashed"] or found["underlined"])
    for marked, bare in _INLINE:
        words = marked.sub(bare, words)
    return words, body[found.end() :].strip("\n")
