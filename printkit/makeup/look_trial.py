"""Try the look of own pages: takes own pages that cannot be printed, names the theme to blame.

A theme of a user's own may fail on the cover or on the contents alone. If printkit's own theme and
templates can print the same pages, the user's are to blame, and the error names them.
"""

from dataclasses import replace

from printkit.edition import Edition
from printkit.errors import PressError, PrintkitError, StyleError, ThemeError
from printkit.makeup.own_pages import OwnPages
from printkit.makeup.running_heads import furniture_jobs
from printkit.press.theme_trial import Trial
from printkit.printing.kept import LostFontError
from printkit.printing.printer import Printer

_PLAIN = Edition().theme


def fails_on_own_pages(own: OwnPages, printer: Printer) -> bool:
    """Tell whether the press or a template fails on the own pages or on the running heads."""
    try:
        pages = [*own.designed_cover(), *own.back_matter(printer), *own.front_matter((), ())]
        heads = furniture_jobs(own.articles.parts, own.title, own.edition, own.workers)
        printer.print_jobs([*(page.job for page in pages), *heads.values()])
    except PrintkitError:
        return True
    return False


def blame_look(own: OwnPages, error: PrintkitError, printer: Printer) -> PrintkitError:
    """Return the error that names the theme or the templates of the user's own.

    Args:
        own: the own pages, which cannot be printed.
        error: the error of these pages; an error that names its cause already is returned.
        printer: prints the pages again, with the theme and the templates of printkit.
    """
    trials = printer.suspicion.trials
    is_clear = isinstance(error, StyleError | LostFontError) or not isinstance(error, PressError)
    if is_clear or not trials or fails_on_own_pages(_with_look(own, _PLAIN, None), printer):
        return error
    # The last one needs no trial: without it the pages can be printed.
    guilty = next((one for one in trials[:-1] if _fails_with(one, own, printer)), trials[-1])
    words = ": ".join(filter(None, (error.where, "; ".join(error.problems))))
    return ThemeError(
        f"the digest's own pages can be printed only without the {guilty.noun}: {words}",
        where=f"the {guilty.noun} {guilty.where}",
        remedy=f"Take out the last changes, or print without the {guilty.noun}.",
    )


def _fails_with(trial: Trial, own: OwnPages, printer: Printer) -> bool:
    tried = _with_look(own, trial.edition.theme, trial.edition.templates)
    return fails_on_own_pages(tried, printer)


def _with_look(own: OwnPages, theme: str, templates: str | None) -> OwnPages:
    return replace(own, edition=replace(own.edition, theme=theme, templates=templates))
