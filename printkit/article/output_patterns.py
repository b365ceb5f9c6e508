"""Output patterns: a pattern such as `{year}/{date}-{slug}-{id8}.pdf` and articles give file names.

A pattern is checked before the first article. The values of an article have no slashes and no dots,
so a name never leads out of its folder.
"""

import difflib
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import PurePosixPath

from printkit.article.article import Article
from printkit.article.file_names import FileName, distinct_names, is_device, mark_of, slug_of
from printkit.errors import EditionError
from printkit.text.characters import safe_for_terminal
from printkit.text.patterns import regex

_WORD = regex(r"\{([^{}]*)\}")
_UNFIT = regex(r'[\\:*?"<>|{}\t\n]')  # characters that no file name can have on every system
_LONGEST_VALUE = 40  # characters of every value but the slug
_LONGEST_LITERAL = 60  # bytes of a name beside its words
_LONGEST_NAME = 120  # bytes
_ROOM = len("-01234567-99.pdf")  # what may be added to tell two files of one name apart
_MOST_FOLDERS = 8
# Words that tell two articles apart.
_DISTINCT = ("slug", "id8", "number")
_MEANT = {
    **dict.fromkeys(("headline", "title", "name"), "slug"),
    **dict.fromkeys(("id", "hash", "uuid"), "id8"),
    **dict.fromkeys(("publisher", "site"), "source"),
    **dict.fromkeys(("lang", "locale"), "language"),
    **dict.fromkeys(("n", "index", "count", "counter"), "number"),
}


def _on_day(form: str) -> Callable[[Article], str]:
    def value(article: Article) -> str:
        day = article.date_published
        return day.strftime(form) if day else "undated"

    return value


def _year(article: Article) -> str:
    # strftime writes the year 850 with three digits on some systems.
    return f"{article.date_published.year:04}" if article.date_published else "undated"


def _date(article: Article) -> str:
    return article.date_published.isoformat()[:10] if article.date_published else "undated"


def _week(article: Article) -> str:
    if not article.date_published:
        return "undated"
    year, week, _ = article.date_published.isocalendar()
    return f"{year:04}-W{week:02}"


def _short(text: str | None, missing: str) -> str:
    return slug_of(text or "", _LONGEST_VALUE) or missing


_VALUES: Mapping[str, Callable[[Article], str]] = {
    "date": _date,
    "year": _year,
    "month": _on_day("%m"),
    "day": _on_day("%d"),
    "week": _week,
    "slug": lambda article: slug_of(article.headline) or mark_of(article),
    "id8": mark_of,
    "section": lambda article: _short(article.section, "no-section"),
    "source": lambda article: _short(article.source.name if article.source else "", "no-source"),
    "language": lambda article: _short(article.language, "no-language"),
}
WORDS = (*_VALUES, "number")
"""The words that a pattern can have in braces; `number` is the place of the record in its run."""


NUMBER_MARK = "\0" * 6
"""What stands in a name for a number that is not known yet; no name of a file can have the sign."""


def with_number(name: FileName, number: int) -> FileName:
    """Return a name with its number in the place of NUMBER_MARK."""
    return name._replace(name=name.name.replace(NUMBER_MARK, f"{number:06}"))


class OutputPattern:
    """A pattern for the names of PDFs, which has been checked.

    Args:
        text: a relative path with slashes, with words of `WORDS` in braces, that ends in `.pdf`.

    Raises:
        EditionError: the pattern is wrong; the error names all problems.
    """

    def __init__(self, text: str) -> None:
        if problems := list(_problems(text)):
            raise EditionError(*problems, where="--output-pattern")
        self._parts = text.split("/")

    def name(self, article: Article, number: int | None) -> str:
        """Return the name of the PDF of an article, from the folder for all PDFs, with slashes.

        Another article may have the same name: `names` tells such names apart.

        Args:
            article: the article.
            number: the place of the record in its run; the first record has 1. The number None
                leaves NUMBER_MARK in the name, for `with_number`.
        """
        values = {word: read(article) for word, read in _VALUES.items()}
        values["number"] = NUMBER_MARK if number is None else f"{number:06}"
        *folders, file = self._parts
        stem = _fill(file.removesuffix(".pdf"), values, _LONGEST_NAME - _ROOM)
        return "/".join((*(_fill(one, values, _LONGEST_NAME) for one in folders), f"{stem}.pdf"))

    def names(self, articles: Sequence[Article]) -> tuple[str, ...]:
        """Return the names for many articles, in their order, no two alike."""
        return distinct_names(
            [
                FileName(self.name(article, number), mark_of(article))
                for number, article in enumerate(articles, 1)
            ]
        )


def _fill(part: str, values: Mapping[str, str], longest: int) -> str:
    """Return a part of the path with its values; the slug is cut first if the part is too long."""
    filled = _WORD.sub(lambda found: values[found[1]], part)
    excess = len(filled.encode()) - longest
    if excess > 0 and "{slug}" in part:
        shorter = max(1, len(values["slug"]) - excess)
        slug = slug_of(values["slug"], shorter)
        filled = _WORD.sub(lambda found: {**values, "slug": slug}[found[1]], part)
    filled = filled.encode()[:longest].decode(errors="ignore").rstrip(" .-") or "_"
    return f"{filled}_" if is_device(filled.lower()) else filled


def _problems(text: str) -> Iterator[str]:
    """Yield each problem of a pattern."""
    words = _WORD.findall(text)
    for word in dict.fromkeys(words):
        if word not in WORDS:
            yield _unknown(word)
    if not text.endswith(".pdf"):
        yield "the name must end in .pdf"
    if not any(word in _DISTINCT for word in words):
        told = " or ".join(f"{{{word}}}" for word in _DISTINCT)
        yield f"all articles would have one name; add {told}"
    bare = _WORD.sub("", text)
    if text.startswith("/"):
        yield "the path must be relative; give the folder with -d"
    if _UNFIT.search(bare) or safe_for_terminal(bare) != bare:
        yield 'a name cannot have a control character, { or }, or one of \\ : * ? " < > |'
    parts = text.removeprefix("/").split("/")
    if len(parts) > _MOST_FOLDERS + 1:
        yield f"there are more than {_MOST_FOLDERS} folders"
    yield from dict.fromkeys(told for part in parts if (told := _problem_of_part(part)))


def _unknown(word: str) -> str:
    near = _MEANT.get(word.lower()) or next(iter(difflib.get_close_matches(word, WORDS, n=1)), "")
    if near:
        return f"there is no word {{{word}}}; did you mean {{{near}}}?"
    known = ", ".join(f"{{{one}}}" for one in WORDS)
    return f"there is no word {{{word}}}; a name can have {known}"


def _problem_of_part(part: str) -> str:
    """Return the problem of one folder or of the file; empty for a sound name."""
    bare = _WORD.sub("", part)
    if part in ("", ".", ".."):
        return "an empty name, . or .. is no folder of its own"
    if part.startswith("."):
        return f"{part} would be a hidden file"
    if part.endswith((" ", ".")):
        return f"{part} ends with a space or a dot, which Windows cannot have"
    if len(bare.encode()) > _LONGEST_LITERAL:
        return f"a name can have {_LONGEST_LITERAL} bytes beside its words, and {part} has more"
    if part == bare and is_device(PurePosixPath(part).stem.lower()):
        return f"{part} is the name of a device of Windows"
    return ""
