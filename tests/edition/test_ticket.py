"""The job ticket: one value with all choices for the print of articles."""

import pickle
import subprocess
import sys

from printkit.edition import Edition
from printkit.edition.ticket import JobTicket


def test_a_ticket_left_blank_is_the_usual_one() -> None:
    """Such a ticket has the default edition, no network, no lifted embargo, and is not strict."""
    assert JobTicket() == JobTicket(Edition(), False, False, False)


def test_a_ticket_travels_between_processes() -> None:
    """Workers get an equal ticket."""
    ticket = JobTicket(Edition(paper="A5"), fetch=True, strict=True)
    assert pickle.loads(pickle.dumps(ticket)) == ticket  # noqa: S301  our own, just made


def test_a_ticket_does_not_bring_the_network() -> None:
    """The picture room decides which function fetches pictures."""
    told = "import sys, printkit.edition.ticket; print(*sys.modules)"
    ran = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)
    assert "printkit.edition.ticket" in ran.stdout.split()
    assert not {"printkit.pictures.network", "socket"} & set(ran.stdout.split())
