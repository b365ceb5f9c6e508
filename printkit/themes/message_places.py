"""Find the place of a message in a theme: takes a message of WeasyPrint, gives `more.css:3`.

WeasyPrint names the line and the column of a rule, but not the style sheet. So each style sheet of
the theme is looked at: the text at this place must be able to cause the message.
"""

import re
from collections.abc import Iterator

from printkit.text.patterns import regex
from printkit.themes.declarations import LEFT_OUT
from printkit.themes.file_search import read_sheet
from printkit.themes.finding import Theme

_PLACE = regex(r" at (\d+):(\d+)\b")
_KEYWORD = regex(r"@[\w-]+")
_SELECTOR = regex(r"Invalid or unsupported selector, (['\"])(?P<selector>.*)\1", re.DOTALL)
# Line ends as CSS counts them: CSS Syntax 3, 3.3.
_LINE_END = regex(r"\r\n?|\f|\n")
_UTF_8 = regex(r"@charset\s+[\"']utf-?8[\"']", re.IGNORECASE)


def place_in_theme(message: str, theme: Theme) -> str:
    """Return the place in a user's theme that a message is about; empty if there is none."""
    if named := _SELECTOR.match(message):
        return _place_of_text(named["selector"].strip(), theme)
    return next((place for place, _ in _causes(message, theme)), "")


def is_harmless(message: str, theme: Theme) -> bool:
    """Tell whether a message says nothing of its own.

    `@charset "utf-8"` is right and changes nothing. A token that printkit leaves out has a remark.
    Of a wrong media query WeasyPrint logs two messages, and only the second names the place.
    """
    if message.startswith(("Expected a media type", f"Ignored `{LEFT_OUT}")):
        return True
    is_on_charset = message.startswith("Unknown empty rule <AtRule @charset ")
    texts = [text for _, text in _causes(message, theme)] if is_on_charset else []
    return bool(texts) and all(_UTF_8.match(text) for text in texts)


def _causes(message: str, theme: Theme) -> Iterator[tuple[str, str]]:
    """Yield each place that may cause a message, with the text of the line from there on."""
    places = _PLACE.findall(message)
    begins = tuple(one.lower() for one in _KEYWORD.findall(message)) or ("",)
    for sheet, lines in _sheets(theme) if places else ():
        line, column = (int(one) for one in places[-1])
        text = lines[line - 1][column - 1 :] if line <= len(lines) else ""
        # A rule of a style sheet may end with its last line, behind the last character.
        if text.lower().startswith(begins) and (text or line == len(lines)):
            yield f"{sheet}:{line}", text


def _place_of_text(wanted: str, theme: Theme) -> str:
    for sheet, lines in _sheets(theme):
        for number, line in enumerate(lines, 1):
            if wanted and wanted.partition("\n")[0] in line:
                return f"{sheet}:{number}"
    return ""


def _sheets(theme: Theme) -> Iterator[tuple[str, list[str]]]:
    """Yield the name and the lines of each style sheet of a user's theme."""
    for path in theme.files:
        if path.suffix.lower() == ".css":
            name = path.relative_to(theme.files[0].parent).as_posix()
            yield name, _LINE_END.split(read_sheet(path, theme.name))
