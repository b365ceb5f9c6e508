"""The job ticket: the edition and other settings of a run, in one frozen value."""

from dataclasses import dataclass, field

from printkit.edition import Edition
from printkit.edition.choices import Fetch
from printkit.edition.limits import DEFAULTS, Limits
from printkit.edition.roots import refuse_missing_roots


@dataclass(frozen=True)
class JobTicket:
    """The settings with which articles are printed.

    Attributes:
        edition: every choice for the printing.
        fetch: True lets printkit fetch pictures from the network; a function of the caller's own
            takes a picture's web address and returns its bytes, or None; False leaves the
            network off.
        allow_embargoed: print an article before its `embargoed_until`.
        strict: treat every remark as a failure.
        limits: how much work a record may cost.

    Raises:
        EditionError: a root of the edition is no folder.
    """

    edition: Edition = field(default_factory=Edition)
    fetch: bool | Fetch = False
    allow_embargoed: bool = False
    strict: bool = False
    limits: Limits = DEFAULTS

    def __post_init__(self) -> None:
        refuse_missing_roots("root", self.edition.roots)
