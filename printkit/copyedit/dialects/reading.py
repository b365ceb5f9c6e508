"""Readings: the environment of one reading of Markdown → the tags and the removals of the body.

markdown-it hands one dictionary, the environment, to all rules.
"""

from collections.abc import MutableMapping

from printkit.copyedit.dialects.tags import HiddenTags
from printkit.copyedit.removals import Removals
from printkit.edition.limits import DEFAULTS, Limits

Environment = MutableMapping[str, object]
_SCANNED_MOST = 300_000  # lines that rules look through for ends of blocks


class BodyReading(dict[str, object]):
    """The environment for reading one body.

    Attributes:
        tags: the tags for which marks stand in the body.
        removals: gets all that is taken out of the body.
        limits: how much work the body may cost.
        abbreviations: the words of the abbreviations that were not told yet.
        imported: the addresses of imported files, by their names in the program.
        formulas: how many doubtful formulas were read.
        scanned: how many lines were looked through for the ends of blocks.
    """

    def __init__(self, tags: HiddenTags, removals: Removals, limits: Limits = DEFAULTS) -> None:
        super().__init__()
        self.tags = tags
        self.removals = removals
        self.limits = limits
        self.abbreviations: dict[str, str] = {}
        self.imported: dict[str, str] = {}
        self.formulas = 0
        self.scanned = 0


def reading_of(env: Environment) -> BodyReading:
    """Return an environment as the reading of a body; a line apart has a reading of its own."""
    return env if isinstance(env, BodyReading) else BodyReading(HiddenTags(), Removals())


def removals_of(env: Environment) -> Removals:
    """Return the list of all that is taken out of the body."""
    return reading_of(env).removals


def may_scan(env: Environment, lines: int) -> bool:
    """Tell whether a rule may still look through some lines for the end of its block.

    A hostile body has many beginnings without an end, and each would look through the whole body.
    """
    reading = reading_of(env)
    reading.scanned += lines
    return reading.scanned <= _SCANNED_MOST
