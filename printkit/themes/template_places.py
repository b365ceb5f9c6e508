"""Find the place of a message in the user's own templates: takes a message, gives file and line.

WeasyPrint sees the whole page, and knows nothing of templates. So the address or the id that the
message names is searched for in the templates.
"""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from printkit.text.patterns import regex
from printkit.themes.own_templates import find_templates

# The address, the id or the declaration that a message of WeasyPrint quotes: `base URI: cat.jpg`,
# `#nope`, `'nope'`, `color: blurg`.
_QUOTED = regex(r"base URI: (.+)|No anchor #(\S+)|'([^']+)'|`([^`]+)`|AtRule (@[\w-]+)")
# A short word such as an id stands in many places of a template; quoted, it stands in few.
_SHORTEST = 4
_MOST_QUOTATIONS = 10


def place_in_templates(message: str, template: str) -> str:
    """Return the file and the line of the template that a message is about.

    Args:
        message: of WeasyPrint.
        template: the user's own template of the page, or the folder of the user's templates. This
            is returned if no template has the words that the message quotes.
    """
    folder = template if Path(template).is_dir() else str(Path(template).parent)
    own = find_templates(folder).templates
    # The page's own template is looked at first.
    own = tuple(sorted(own, key=lambda one: one.place != template))
    for words in _quotations(message):
        for one in own:
            index = one.text.find(words)
            if index >= 0:
                return f"{one.place}:{one.text.count(chr(10), 0, index) + 1}"
    return template


def _quotations(message: str) -> Iterator[str]:
    """Yield the words of a message to search for, the most certain words first."""
    for match in islice(_QUOTED.finditer(message), _MOST_QUOTATIONS):
        words = next(filter(None, match.groups())).strip()
        yield from (f'"{words}"', f"'{words}'", f'"#{words}"', f"'#{words}'")
        if len(words) >= _SHORTEST:
            yield words
