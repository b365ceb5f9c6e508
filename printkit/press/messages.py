"""Turn what WeasyPrint logs or raises into remarks, missing characters and errors.

WeasyPrint reports a lost file, a wrong style or a missing glyph in its log only. Takes log
messages and exceptions, gives remarks and `PressError`s.
"""

import logging
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from printkit.errors import PressError
from printkit.remarks import Remark
from printkit.themes import Theme
from printkit.themes.token_faults import trace_fault

_NOTDEF = re.compile(r"\.notdef glyph rendered .*\(U\+([0-9A-F]{4,6})\)$", re.DOTALL)
# This message is ignored, because WeasyPrint logs it about decorative pictures, too. The repair of
# the tags makes a remark (PK604) on every other picture without a description.
_NO_ALT = re.compile(r'Image ".*" has no required alt description$', re.DOTALL)
# Exceptions that WeasyPrint raises by mistake, on a page that its code does not foresee.
_ENGINE_FAULTS = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    TypeError,
    ValueError,
)


@contextmanager
def overheard() -> Iterator[list[str]]:
    """Collect the warnings that WeasyPrint logs within the `with` block."""
    messages: list[str] = []
    handler = logging.Handler(logging.WARNING)
    handler.emit = lambda record: messages.append(record.getMessage())  # type: ignore[method-assign]
    logger = logging.getLogger("weasyprint")
    logger.addHandler(handler)
    try:
        yield messages
    finally:
        logger.removeHandler(handler)


@contextmanager
def translated_faults(where: str) -> Iterator[None]:
    """Turn exceptions that WeasyPrint raises by mistake into a PressError.

    So one bad page of a digest does not stop the others.

    Raises:
        PressError: WeasyPrint raised such an exception.
    """
    try:
        yield
    except RecursionError as error:
        raise PressError(
            "the page nests too deep to be laid out",
            where=where,
            remedy="Take out a level of nested elements.",
        ) from error
    except _ENGINE_FAULTS as error:
        raise PressError(
            f"WeasyPrint failed on this page: {type(error).__name__}: {error}",
            where=where,
            remedy="Please report this fault to printkit, with the record.",
        ) from error


def remarks_on(
    messages: Iterable[str], theme: Theme, record: str = "", *, parsed: bool = False
) -> Iterator[Remark]:
    """Yield a remark for each message, but not for missing glyphs and missing descriptions.

    Missing glyphs and descriptions have remarks of their own: PK502 and PK604.

    Args:
        messages: what WeasyPrint logged.
        theme: that the page is printed with.
        record: names the record in the remarks that are not about the theme.
        parsed: True for messages on the parsing of the theme, False for messages on a page.
    """
    sheet = theme.files[0].name if theme.files else theme.name
    for message in messages:
        if not _NOTDEF.match(message) and not _NO_ALT.match(message):
            untraced = Remark("PK501", message, record, file=sheet if parsed else "")
            yield trace_fault(message, theme) or untraced


def is_on_style(remark: Remark) -> bool:
    """Tell whether WeasyPrint reported a problem with a style sheet, and with no record."""
    return remark.code == "PK501" and bool(remark.file)


def missing_characters(messages: Iterable[str]) -> str:
    """Return one string of all characters that WeasyPrint found in no font, sorted, each once."""
    found = {match[1] for message in messages if (match := _NOTDEF.match(message))}
    return "".join(sorted(chr(int(code, 16)) for code in found))
