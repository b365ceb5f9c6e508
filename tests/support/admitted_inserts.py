"""Admit PDFs in this process: a new process for each of hundreds of small files takes minutes.

The process in which printkit reads the PDFs of others is tested in test_inserts.py.
"""

from pathlib import Path

from printkit import inserts
from printkit.inserts.opening import open_and_sanitise


def admit_here(path: Path) -> inserts.AdmittedInsert:
    """Return a PDF that was made safe in this process; see `inserts.admit`."""
    return inserts.admit(path, sanitise=open_and_sanitise)
