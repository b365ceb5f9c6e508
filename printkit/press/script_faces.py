"""Scripts with faces of their own: page markup goes in, the names of its scripts come out."""

from printkit.text.patterns import regex

_SCRIPTS = {
    "arabic": regex("[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc]"),
    "emoji": regex(
        "[\u203c\u2049\u20e3\u2139\u2190-\u21ff\u2300-\u23ff\u24c2\u25a0-\u27bf\u2900-\u297f"
        "\u2b00-\u2bff\u3030\u303d\u3297\u3299\U0001f000-\U0001faff]"
    ),
    "hebrew": regex("[\u0590-\u05ff\ufb1d-\ufb4f]"),
}


def scripts_of(markup: str) -> tuple[str, ...]:
    """Return the scripts that the theme's own fonts lack and that this page has."""
    return tuple(name for name, letters in _SCRIPTS.items() if letters.search(markup))
