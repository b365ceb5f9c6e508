"""Publish a record in a worker that dies afterwards."""

import os
import signal
from pathlib import Path

from printkit.files.addresses import Address
from printkit.pipeline.printed_records import publish_on_worker
from printkit.report import Account


def published_then_dead(account: Account, folder: Address, name: str, sign: str) -> Account:
    """Publish a record; die afterwards, if this is the first process that does so."""
    published = publish_on_worker(account, folder, name, html=False)
    if not Path(sign).exists():
        Path(sign).touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return published
