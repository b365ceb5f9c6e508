"""BBCode: a body of a forum goes in, and HTML comes out in the place of its pairs of brackets.

Forums write `[b]words[/b]`, `[quote=Anna]…[/quote]`, `[list][*]One[/list]`. Only a pair counts, and
only in a body with a pair that no prose has: `[sic]` and "[b] is the second" stay.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import accumulate

from printkit.copyedit.dialects.bbcode_forms import (
    KNOWN,
    SURE,
    SURE_WITH_VALUE,
    VERBATIM,
    WHOLE,
    Bracket,
    ForumLists,
    part_of,
)
from printkit.copyedit.dialects.indented_code import find_indented_code
from printkit.copyedit.removals import Removals
from printkit.text.patterns import regex

_TOKEN = regex(
    r"(?P<fence>^(?:`{3,}|~{3,}))|(?P<ticks>`{1,2})|<(?P<end>/?)(?:pre|code|textarea)(?=[\s>])"
    r"|\[(?P<close>/?)(?P<name>[a-z][a-z0-9]{0,14}|\*)(?:=(?P<value>[^\[\]\n]{0,500}))?"
    r"(?P<more>[ \t][^\[\]\n]{0,500})?\]",
    re.IGNORECASE | re.MULTILINE,
)


def read_bbcode(source: str, body_format: str, removals: Removals) -> str:
    """Return a body with HTML in the place of BBCode; a body without BBCode stays as it is.

    Args:
        source: Markdown, or HTML as it came.
        body_format: tells whether the words in blocks are Markdown.
        removals: gets the addresses, numbers and looks that are not printed.
    """
    if "[/" not in source:
        return source
    tokens = list(_TOKEN.finditer(source))
    if body_format == "markdown":
        tokens = _outside_indented_code(tokens, source)
    brackets = _paired(tokens)
    if not any(map(_is_sure, brackets)) and not _has_list(brackets):
        return source
    # Markdown within a block of HTML needs blank lines around.
    lists = ForumLists("\n\n" if body_format == "markdown" else "")
    return "".join(_write_pieces(source, brackets, lists, removals))


def _outside_indented_code(tokens: list[re.Match[str]], source: str) -> list[re.Match[str]]:
    """Return the tokens that stand in no line of code."""
    lines = source.split("\n")
    code = find_indented_code(lines)
    if not code:
        return tokens
    begins = list(accumulate((len(line) + 1 for line in lines), initial=0))
    return [one for one in tokens if bisect_right(begins, one.start()) - 1 not in code]


def _is_sure(one: Bracket) -> bool:
    """Tell whether a pair of brackets stands in texts of forums only."""
    # WordPress has a space before the arguments of `[quote cite="Anna"]`.
    valued = one.name in SURE_WITH_VALUE and one.value.strip() == one.value != ""
    return one.closes and one.partner is not None and (one.name in SURE or valued)


def _has_list(brackets: Sequence[Bracket]) -> bool:
    """Tell whether a body has a list with an item, such as `[list][*]One[/list]`."""
    has_item = any(one.name == "*" for one in brackets)
    return has_item and any(one.name == "list" and one.partner for one in brackets)


def _paired(tokens: Sequence[re.Match[str]]) -> list[Bracket]:
    """Return the brackets outside of code that belong to BBCode, each with its partner."""
    found: list[Bracket] = []
    opened: dict[str, list[int]] = {}
    ends = Counter(one["name"].lower() for one in tokens if one["name"] and one["close"])
    ticks = Counter(one[0] for one in tokens if one["ticks"])
    fence, span, depth, verbatim = "", "", 0, ""
    for token in tokens:
        name = (token["name"] or "").lower()
        if token["fence"]:
            fence = "" if fence else token["fence"]
        elif token["ticks"]:
            ticks[token[0]] -= 1
            span = "" if span == token[0] else span or (token[0] if ticks[token[0]] else "")
        elif not name:
            depth = max(0, depth + (-1 if token["end"] else 1))
        else:
            ends[name] -= bool(token["close"])
            in_code = fence or span or depth or (verbatim and name != verbatim)
            if not in_code and _belongs(token, name, opened):
                _add_bracket(found, opened, token, name)
                begins = name in VERBATIM and not token["close"] and ends[name] > 0
                verbatim = name if begins else ""
    return found


def _belongs(token: re.Match[str], name: str, opened: dict[str, list[int]]) -> bool:
    """Tell whether a bracket may be one of BBCode: a known name, or another name with a value."""
    if name in ("video", "audio") and token["more"]:
        return False  # WordPress
    return name in KNOWN or token["value"] is not None or bool(token["close"] and opened.get(name))


def _add_bracket(
    found: list[Bracket], opened: dict[str, list[int]], token: re.Match[str], name: str
) -> None:
    """Add a bracket to the brackets found; a closing bracket looks for its partner."""
    value = (token["value"] or "").strip() + (token["more"] or "")
    partner = None
    if token["close"] and opened.get(name):
        at = opened[name].pop()
        found[at] = found[at]._replace(partner=token.span())
        partner, value = found[at].span, found[at].value
    elif not token["close"]:
        opened.setdefault(name, []).append(len(found))
    found.append(Bracket(name, bool(token["close"]), value, token.span(), partner))


def _write_pieces(
    source: str, brackets: Sequence[Bracket], lists: ForumLists, removals: Removals
) -> Iterator[str]:
    """Yield the pieces of the body, with HTML in the place of brackets."""
    at = 0
    for one in brackets:
        start, end = one.span
        if start < at or not (one.partner or one.name in ("*", "hr") or _is_date(one)):
            continue
        if one.partner and _is_whole(one):
            inside, end = source[end : one.partner[0]], one.partner[1]
            html: str | None = WHOLE[one.name](one, inside, lists.line, removals)
        else:
            html = part_of(one, lists, removals)
        if html is not None:
            removals.rewrite("bracket", source[start:end])
            yield source[at:start]
            yield html
            at = end
    yield source[at:]


def _is_date(one: Bracket) -> bool:
    """Tell whether a bracket is a date, such as `[date=2024-05-01]`, which has no end."""
    return one.name == "date" and one.value[:1].isdigit()


def _is_whole(one: Bracket) -> bool:
    """Tell whether the form of a bracket needs all that stands between the pair."""
    has_words = one.name in ("url", "email") and one.value != ""
    return one.name in WHOLE and not one.closes and not has_words
