"""Fill own pages in: takes a function that makes a page, gives the markup of the page.

A template of a user's own may loop for ever. Where such templates take part, a worker fills the
page in, and is killed at a limit.
"""

from collections.abc import Callable

from printkit.edition import Edition
from printkit.errors import ThemeError
from printkit.pages import PageMarkup
from printkit.workers.door import Arguments
from printkit.workers.losses import CrashError, LimitError
from printkit.workers.tasks import Workers


def fill_page_apart(
    workers: Workers,
    edition: Edition,
    name: str,
    make: Callable[[*Arguments], PageMarkup],
    *arguments: *Arguments,
) -> PageMarkup:
    """Return the markup that a function makes of its arguments.

    Args:
        workers: the processes of the run.
        edition: names the folder of the user's own templates; without such a folder, this process
            calls the function.
        name: the name of the page, for the error.
        make: fills a template in. The function stands in a module, because workers import the
            function.
        arguments: its arguments; the edition is one of them, and lets the worker read the folder.

    Raises:
        ThemeError: the templates take more time or memory than a limit, a process died, or a
            template is wrong.
    """
    if edition.templates is None:
        return make(*arguments)
    try:
        return workers.do(make, *arguments)
    except (LimitError, CrashError) as error:
        raise ThemeError(
            f"the page “{name}” cannot be filled in: {'; '.join(error.problems)}",
            where=f"the templates {edition.templates}",
            remedy="Take out the last changes, or print without the templates.",
        ) from error
