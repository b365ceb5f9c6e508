"""Logs: a text goes in, and whether its lines are messages of programs comes out."""

from printkit.readers.detection.formats import Family, Format
from printkit.text.patterns import regex

_MOMENT = (
    r"\d{4}[-/]\d\d[-/]\d\d[T ]\d\d:\d\d:\d\d"
    r"|\d\d/(?:\d\d|[A-Z][a-z]{2})/\d{2,4}[: ]\d\d:\d\d:\d\d"
    r"|(?:[A-Z][a-z]{2} )?[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d"
)
_LEVEL = r"(?:TRACE|DEBUG|INFO|NOTICE|WARN(?:ING)?|ERROR|FATAL|CRITICAL|SEVERE)"
_LINE = regex(
    rf"[\[(<]?(?:{_MOMENT})|{_LEVEL}\b[ :|\[\]-]|\[{_LEVEL}\s*\]|<\d+>\d? ?(?:{_MOMENT})"
    rf"|\[ *\d+\.\d{{3,}}\] |\S+ \S+ \S+ \[(?:{_MOMENT})[^\]]*\] \""
    rf"|[A-Z]\d{{4}} \d\d:\d\d:\d\d\.\d+ "
)
_SENTENCE = regex(r"(?:\S+ ){6}.*[.!?]$")
_DATED = regex(rf"(?:{_MOMENT})|\[ *\d+\.\d{{3,}}\]|\d\d:\d\d:\d\d")
_FIELDS = regex(r"#(?:Software|Version|Fields): ")
_LOG = Format("a log", Family.DATA)
_MOST_LINES = 200
_FEWEST = 3


def format_of_log(text: str) -> Format | None:
    """Return the format of a text whose lines begin with a moment or a level; else None.

    Messages may go on over several lines, so a third of all lines is enough; a headline above the
    lines tells an article, such as a live report.
    """
    if _FIELDS.match(text):
        return _LOG
    lines = [line for line in text.split("\n", _MOST_LINES)[:_MOST_LINES] if line.strip()]
    if not lines or not _LINE.match(lines[0]):
        return None
    told = sum(bool(_LINE.match(line)) for line in lines)
    if sum(bool(_DATED.search(line)) for line in lines) * 2 > told:
        return _LOG if told >= max(_FEWEST, len(lines) / 3) else None
    return (
        _LOG
        if told >= max(_FEWEST, 0.8 * len(lines)) and not _has_paragraphs(text, lines)
        else None
    )


def _has_paragraphs(text: str, lines: list[str]) -> bool:
    """Tell whether lines are paragraphs or sentences: a level may open them, as `WARNING:` does."""
    sentences = sum(bool(_SENTENCE.match(line)) for line in lines)
    return "\n\n" in text.strip() or sentences * 2 > len(lines)
