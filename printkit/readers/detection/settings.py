"""Settings: a text goes in, the format of a file with settings comes out: INI, TOML, YAML."""

from collections.abc import Sequence
from itertools import pairwise

from printkit.readers.detection.formats import Family, Format
from printkit.text.patterns import regex

_INI = Format("a file of settings (INI or TOML)", Family.DATA)
_YAML = Format("a YAML file", Family.DATA)
_SECTION = regex(r"\[{1,2}[\w .:/\"'@*-]{1,80}\]{1,2}[ \t]*(?:[#;].*)?$")
_SETTING = regex(r"[\w.\"'/-]{1,80}(?:\[\w*\])?[ \t]*=[ \t]*\S?")
# A glossary has lines such as `house = Haus`; settings have capitals, numbers, paths or quotes.
_TECHNICAL = regex(
    r"[\w\"'/-]{0,80}(?:[._/\"'\d-]|[a-z][A-Z]|[A-Z]{2}(?=[^=\n]{0,80}=[ \t]*\S*$))[^=\n]{0,80}="
    r"|[^=]*=[ \t]*(?:[-\"'\d\[{/.$%]|(?:true|false|yes|no|on|off|none|null)$|\S*[/:@\\]|$)"
)
_KEY = regex(r"(?:- )*[\w.\"'/-]{1,60}:(?:[ \t]|$)")
_OPEN_KEY = regex(r"(?:- )*[\w.\"'/-]{1,60}:[ \t]*(?:[|>][-+]?|&\w+)?$")
_NAME = regex(r"(?:- )*[a-z\"'/.-][\w.\"'/-]{0,60}:(?:[ \t]|$)")
_DEEPER = regex(r"- |[ \t]+(?:- |[\w.\"'/-]{1,60}:(?:[ \t]|$))")
_COMMENT = regex(r"[ \t]*[#;!]")
_MOST_LINES = 300
_FEWEST = 3


def format_of_settings(text: str) -> Format | None:
    """Return the format of a text of names with values; None for any other text."""
    parts = text.split("\n", _MOST_LINES)[:_MOST_LINES]
    lines = [line for line in parts if line.strip() and not _COMMENT.match(line)]
    if len(lines) < _FEWEST:
        return None
    if _is_ini(lines):
        return _INI
    return _YAML if _is_yaml(lines) else None


def _is_ini(lines: Sequence[str]) -> bool:
    """Tell whether nearly all lines are sections and settings; the first line must be one."""
    settings = sum(bool(_SETTING.match(line)) for line in lines)
    sections = sum(bool(_SECTION.match(line)) for line in lines)
    deeper = sum(line[0] in " \t" or line[0] in "]}\"'" for line in lines)  # lists over lines
    technical = sum(bool(_TECHNICAL.match(line)) for line in lines)
    opens = _SETTING.match(lines[0]) or _SECTION.match(lines[0])
    known = settings + sections + deeper
    told = opens and (sections or technical * 3 >= settings)
    return bool(told and settings >= 2 and known >= 0.9 * len(lines) and settings > deeper / 3)


def _is_yaml(lines: Sequence[str]) -> bool:
    """Tell whether all lines are keys, items or deeper lines, and a key opens deeper lines."""
    if lines[0].rstrip() == "---":
        lines = lines[1:]
    top = [line for line in lines if line[0] not in " \t"]
    keys = sum(bool(_KEY.match(line.lstrip())) for line in lines)
    # In a play or an interview, the names before the colons begin with capitals.
    names = sum(bool(_NAME.match(line.lstrip())) for line in lines)
    opens = any(
        _OPEN_KEY.match(one.lstrip()) and (_DEEPER.match(next_one) or one.rstrip()[-1] in "|>-+")
        for one, next_one in pairwise(lines)
    )
    plain = [one for one in top if not (_KEY.match(one) or one.startswith("- "))]
    few = keys < _FEWEST or keys * 2 < len(lines) or names * 2 < keys
    return opens and not plain and not few
