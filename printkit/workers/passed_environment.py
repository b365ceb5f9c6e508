"""Passed environment: the variables of this process that a worker gets, which are no secrets.

Work reads no store and asks no network, so a worker has no use for keys and passwords.
"""

import os
import re

from printkit.text.patterns import regex

_SECRET = regex(
    r"^(AWS|AZURE|GOOGLE|GCP|GCS)_|TOKEN|SECRET|PASSW|CREDENTIAL|(^|_)KEY(_|$)|APIKEY",
    re.IGNORECASE,
)


def passed_environment() -> dict[str, str]:
    """Return the variables of this moment, but for those whose name tells a secret."""
    return {name: value for name, value in os.environ.items() if not _SECRET.search(name)}
