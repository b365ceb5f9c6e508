"""Secrets of addresses: a text goes in, the text without passwords, keys, signatures comes out.

Messages show `***` in the place of a secret. Paper and files for readers have no trace
of a secret.
"""

import re

from printkit.text.patterns import regex

_HIDDEN = "***"
_LONG = 6  # letters
# `user:password@` behind `//`. In an address within an address, signs are written with a percent;
# a path has one slash where an address has two.
_USER = regex(
    r"(?P<before>(?P<inner>%3A%2F%2F)|://|(?<=\w\w):/)"
    r"(?:(?(inner)(?!%2F))[^\s/?#\"'<>]){1,1000}?(?P<after>@|%40)",
    re.IGNORECASE,
)
# The value of `token=`, `X-Amz-Signature=`, `api_key=`, as such or written with a percent.
_VALUE = regex(
    r"(?P<name>(?:token|signature|sig|key|secret|passwor[dt]|passwd|pwd|pass|credentials?|auth"
    r"|authorization|session|sessionid|sid|jwt|hmac|otp|code|sas)(?P<sign>=|%3D))"
    r"(?P<value>(?:(?!%26)[^\s&;#\"'<>])+)",
    re.IGNORECASE,
)
# Only with a colon may a user's name have other letters: Chinese prose goes on behind an address
# without a space. HTML writes `@` in several ways.
_SIGNS = ("@", "%40", "&#64;", "&#x40;", "&#X40;", "&commat;")
_NAMED_USER = regex(
    r"(?P<before>\w://|%3A%2F%2F)"
    r"(?:[\w.~!$&()*+,;=%#-]{1,200}(?::|%3A|&\#58;|&\#x3a;|&colon;)[^\s/?\"'<>@]{0,500}"
    r"|[a-z0-9._~!$&*+,;=%-]{1,200})"
    r"(?:@|%40|&\#64;|&\#x40;|&commat;)(?=[\w\[])",
    re.IGNORECASE,
)
# Names such as `key`, `code` and `sid` are left out: many sites number their articles so.
_NAME_AND_VALUE = (
    r"(?:[\w.-]{0,60}[-_.])?(?:(?:api|access|auth|id|refresh|session)?token|signature|sig|hmac|jwt"
    r"|(?:client)?secret|passwor[dt]|passwd|pwd|credentials?|authorization|otp|sessionid|apikey"
    r"|(?:api|access|secret)[-_]key)=[^\s&;#\"'<>()]+"
)
_PARAMETERS = regex(
    r"(?P<lead>[?&;\#])" rf"(?:{_NAME_AND_VALUE}(?P<next>&amp;|[&;]|(?![&;])))+", re.IGNORECASE
)


def hide_secrets(text: str) -> str:
    """Return a text in which no address has a password, a key, a token or a signature.

    Each secret is replaced by `***`; all other parts of an address stay.
    """
    hidden = _USER.sub(rf"\g<before>{_HIDDEN}\g<after>", text)
    return _VALUE.sub(rf"\g<name>{_HIDDEN}", hidden)


def hide_secrets_of(address: str, text: str) -> str:
    """Return a text without the secrets of an address that is in use.

    Packages quote parts of an address, also as text with percent signs, in messages in which
    nothing shows that a word is a secret.

    Args:
        address: the address, with its secrets.
        text: a message about the address.
    """
    for secret in sorted(_secrets_of(address), key=len, reverse=True):
        pattern = re.escape(secret)
        # A short secret may be a part of common words.
        pattern = pattern if len(secret) >= _LONG else rf"(?<!\w){pattern}(?!\w)"
        text = re.sub(pattern, _HIDDEN, text)
    return hide_secrets(text)


def _secrets_of(address: str) -> set[str]:
    """Return each secret of an address: as written, without and with percent signs."""
    from urllib.parse import quote, unquote  # takes long to import

    found = {one["value"] for one in _VALUE.finditer(address)}
    for one in _USER.finditer(address):
        user = one[0][len(one["before"]) : -len(one["after"])]
        name, _, password = user.partition(":")
        found |= {user, password or name}
    return {form for one in found for form in (one, unquote(one), quote(one, safe="")) if form}


def without_users(text: str) -> str:
    """Return a text in whose addresses no user and no password stand before the host."""
    has_user = any(sign in text for sign in _SIGNS)
    return _NAMED_USER.sub(r"\g<before>", text) if has_user else text


def without_secrets(address: str) -> str:
    """Return an address without user, password, and parameters that are certainly secrets."""
    return _PARAMETERS.sub(lambda one: one["lead"] if one["next"] else "", without_users(address))
