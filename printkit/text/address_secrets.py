"""Secrets of addresses: a text goes in, the text without passwords, keys, signatures comes out."""

import re

from printkit.text.patterns import regex

_HIDDEN = "***"
# `user:password@` behind `//`. In an address within an address, signs are written with a percent.
_USER = regex(
    r"(?P<before>://|%3A%2F%2F)(?:(?!%2F)[^\s/?#\"'<>]){1,1000}?(?P<after>@|%40)", re.IGNORECASE
)
# The value of `token=`, `X-Amz-Signature=`, `api_key=`, as such or written with a percent.
_VALUE = regex(
    r"(?P<name>(?:token|signature|sig|key|secret|passwor[dt]|passwd|pwd|pass|credentials?|auth"
    r"|authorization|session|sessionid|sid|jwt|hmac|otp|code|sas)(?P<sign>=|%3D))"
    r"(?P<value>(?:(?!%26)[^\s&;#\"'<>])+)",
    re.IGNORECASE,
)


def hide_secrets(text: str) -> str:
    """Return a text in which no address has a password, a key, a token or a signature.

    Each secret is replaced by `***`; all other parts of an address stay.
    """
    hidden = _USER.sub(rf"\g<before>{_HIDDEN}\g<after>", text)
    return _VALUE.sub(rf"\g<name>{_HIDDEN}", hidden)
