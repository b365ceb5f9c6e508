"""The job ticket: one value that says how articles are to be printed."""

import pickle
import subprocess
import sys

from printkit.edition import Edition
from printkit.edition.ticket import JobTicket


def test_a_ticket_left_blank_is_the_usual_one() -> None:
    """The default edition, without network, and nothing is lifted or made stricter."""
    assert JobTicket() == JobTicket(Edition(), False, False, False)


def test_a_ticket_travels_between_processes() -> None:
    """Workers print by the same one."""
    ticket = JobTicket(Edition(paper="A5"), fetch=True, strict=True)
    assert pickle.loads(pickle.dumps(ticket)) == ticket  # noqa: S301  our own, just made


def test_a_ticket_does_not_bring_the_network() -> None:
    """Who fetches is decided where pictures are gathered."""
    told = "import sys, printkit.edition.ticket; print(*sys.modules)"
    ran = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)
    assert "printkit.edition.ticket" in ran.stdout.split()
    assert not {"printkit.pictures.network", "socket"} & set(ran.stdout.split())
