"""Chrome: a line of a copied web page goes in, and whether it is a button or a notice comes out.

A copied page brings its chrome, too: the buttons, print links and notices around the text.
"""

import re

from printkit.text.patterns import regex

# Whole lines that are chrome wherever they stand.
_NOTICES = regex(
    r"print ?friendly(?:, pdf (?:&|and) e-?mail)?"
    r"|print, pdf (?:&|and) e-?mail|print (?:pdf|this (?:page|article|story|post))"
    r"|(?:e-?mail|save|bookmark) this (?:page|article|story|post)"
    r"|share this(?: (?:page|article|story|post))?|share on [a-z]+"
    r"|(?:click to )?(?:print|e-?mail|share on [a-z]+|tweet)"
    r"(?: (?:this|a link) to a friend)? \(opens in (?:a )?new window\)"
    r"|click to (?:print|e-?mail|tweet|share)|like this|like loading|loading"
    r"|advertisement|skip to (?:main )?content|download (?:as )?pdf"
)
# Single words that may also be prose: they are chrome only above and below the text.
_BUTTONS = {
    *("tweet", "email", "e-mail", "print", "pdf", "share", "save", "pin", "like", "bookmark"),
    *("facebook", "twitter", "linkedin", "whatsapp", "telegram", "reddit", "pinterest", "pocket"),
}
_RULE = regex(r"[-=_*~#](?:[ \t]*[-=_*~#]){2,}")
_LONGEST = 80


def is_notice(line: str) -> bool:
    """Tell whether a line is chrome wherever it stands: `Print Friendly, PDF & Email`."""
    return bool(_NOTICES.fullmatch(_plain_line(line)))


def is_button(line: str) -> bool:
    """Tell whether a line is chrome above or below the text: `Tweet`, `Share | Email`."""
    words = re.split(r"[\s|·•/,]+", _plain_line(line))
    return is_notice(line) or all(word in _BUTTONS for word in words)


def is_rule(line: str) -> bool:
    """Tell whether a line is a rule drawn with characters: `-----`, `* * *`."""
    return bool(_RULE.fullmatch(line.strip()))


def _plain_line(line: str) -> str:
    # A longer line is no chrome, and the patterns are slow on megabytes. No pattern matches "-".
    return " ".join(line.casefold().split()).rstrip(":.!…") if len(line) <= _LONGEST else "-"
