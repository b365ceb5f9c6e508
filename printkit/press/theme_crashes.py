"""Find the declaration of a user's theme on which WeasyPrint fails.

WeasyPrint raises an exception on some values that it should refuse, and names neither the value nor
its place. Takes a theme and a function that prints with fewer declarations, gives the declaration.
"""

from collections.abc import Callable, Mapping, Sequence

from printkit.errors import PressError, ThemeError
from printkit.themes import Theme
from printkit.themes.silencing import counting_settings
from printkit.themes.token_faults import Setting

REMEDY = "Give the property another value, or take the declaration out."
# Words for the exceptions that tell something about a value. Others, such as an AttributeError,
# tell only which line of WeasyPrint failed.
_REASONS: Mapping[type[BaseException], str] = {
    ZeroDivisionError: "a calculation divides by 0",
    OverflowError: "a number is too large",
}
# Prints a page, or only parses the theme, so that only these declarations of the theme count.
PrintWith = Callable[[Sequence[Setting]], object]


def find_guilty(
    theme: Theme, print_with: PrintWith, suspect: Setting | None = None
) -> Setting | None:
    """Return the declaration of a theme on which WeasyPrint fails; None for a sound theme.

    Args:
        theme: the look.
        print_with: raises a PressError, if WeasyPrint fails.
        suspect: the declaration on which WeasyPrint failed the last time. If WeasyPrint succeeds
            without this declaration, one try is enough.
    """
    settings = counting_settings(theme)
    if suspect and not _fails(print_with, [one for one in settings if one != suspect]):
        return suspect
    if not settings or _fails(print_with, ()) or not _fails(print_with, settings):
        return None
    # WeasyPrint succeeds with the first `sound` declarations, and fails with the first `failing`.
    sound, failing = 0, len(settings)
    while failing - sound > 1:
        middle = (sound + failing) // 2
        if _fails(print_with, settings[:middle]):
            failing = middle
        else:
            sound = middle
    return settings[sound]


def crash_words(error: PressError, guilty: Setting) -> str:
    """Return the problem for a user: the declaration, and why WeasyPrint fails on its value."""
    cause = error.__cause__
    reason = next((words for kind, words in _REASONS.items() if isinstance(cause, kind)), "")
    if not cause:
        reason = "; ".join(error.problems)
    return f"WeasyPrint cannot print {guilty.words}" + (f": {reason}" if reason else "")


def unreadable_sheets(theme: Theme) -> ThemeError:
    """Return the error on a user's theme that cannot be parsed, and no declaration is the cause."""
    return ThemeError(
        "WeasyPrint cannot read the style sheets of this theme",
        where=theme.files[0].name,
        remedy="Take out the last changes, or parts with long selectors and many brackets.",
    )


def _fails(print_with: PrintWith, settings: Sequence[Setting]) -> bool:
    try:
        print_with(settings)
    except PressError:
        return True
    return False
