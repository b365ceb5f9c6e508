"""Turn what WeasyPrint logs or raises into remarks, missing characters and errors.

WeasyPrint reports a lost file, a wrong style or a missing glyph in its log only. Takes log
messages and exceptions, gives remarks and `PressError`s.
"""

import logging
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from printkit.errors import PressError
from printkit.files.lack_of_space import scratch_error
from printkit.remarks import Remark
from printkit.text.patterns import regex
from printkit.themes import Theme
from printkit.themes.message_places import is_harmless
from printkit.themes.message_words import plain_words
from printkit.themes.template_places import place_in_templates
from printkit.themes.token_faults import trace_fault

_NOTDEF = regex(r"\.notdef glyph rendered .*\(U\+([0-9A-F]{4,6})\)$", re.DOTALL)
# This message is ignored, because WeasyPrint logs it about decorative pictures, too. The repair of
# the tags makes a remark (PK604) on every other picture without a description.
_NO_ALT = regex(r'Image ".*" has no required alt description$', re.DOTALL)
# Exceptions that WeasyPrint raises by mistake, on a page that its code does not foresee.
_ENGINE_FAULTS = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    SyntaxError,  # of the Python that cssselect2 makes of a selector
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
        NoSpaceError: WeasyPrint could not write its temporary files.
    """
    try:
        yield
    except OSError as error:
        # A library that cannot be loaded gives an error without a number.
        if error.errno is None:
            raise _fault(error, where) from error
        raise scratch_error(error) from error
    except RecursionError as error:
        raise PressError(
            "the page nests too deep to be laid out",
            where=where,
            remedy="Take out a level of nested elements.",
        ) from error
    except _ENGINE_FAULTS as error:
        raise _fault(error, where) from error


def _fault(error: Exception, where: str) -> PressError:
    return PressError(
        f"WeasyPrint failed on this page: {type(error).__name__}: {error}",
        where=where,
        remedy="Please report this fault to printkit, with the record.",
    )


def remarks_on(
    messages: Iterable[str],
    theme: Theme,
    record: str = "",
    template: str = "",
    *,
    parsed: bool = False,
) -> Iterator[Remark]:
    """Yield a remark for each message, but not for missing glyphs and missing descriptions.

    Copy-editing makes sure that a record causes no message. So a message that is not about the
    theme is about the template of the page, if the template is the user's own. Missing glyphs and
    descriptions have remarks of their own: PK502 and PK604.

    Args:
        messages: what WeasyPrint logged.
        theme: that the page is printed with.
        record: names the record in the remarks that are not about the theme.
        template: the user's own template of the page, or the folder of the user's templates; empty
            for printkit's own templates.
        parsed: True for messages on the parsing of the theme, False for messages on a page.
    """
    sheet = theme.files[0].name if theme.files else theme.name
    for message in messages:
        if _NOTDEF.match(message) or _NO_ALT.match(message) or is_harmless(message, theme):
            continue
        if traced := trace_fault(message, theme):
            yield traced
        elif parsed:
            yield Remark("PK501", plain_words(message), file=sheet)
        elif template:
            place = place_in_templates(message, template)
            yield Remark("PK501", plain_words(message), file=place)
        else:
            yield Remark("PK501", plain_words(message), record)


def is_on_style(remark: Remark) -> bool:
    """Tell whether a remark is on a style sheet or on a template, and so on no record."""
    return remark.code == "PK501" and bool(remark.file)


def missing_characters(messages: Iterable[str]) -> str:
    """Return one string of all characters that WeasyPrint found in no font, sorted, each once."""
    found = {match[1] for message in messages if (match := _NOTDEF.match(message))}
    return "".join(sorted(chr(int(code, 16)) for code in found))
