"""Remarks on the values of tokens: takes the style sheets of a theme, gives remarks.

WeasyPrint checks a value only where a page uses the value, and logs nothing of a
misspelt `string(section)`. So each value of a token is compared with the kind of the token.
"""

import difflib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from printkit.remarks import Remark
from printkit.text.shortening import shortened
from printkit.themes.content_names import ContentNames, names_in, names_set_by
from printkit.themes.declarations import Declaration, Mention
from printkit.themes.printkit_styles import scanned_style
from printkit.themes.sheet_remarks import place_in
from printkit.themes.stylesheet import ScannedSheet
from printkit.themes.token_values import allowed_instead, value_nodes
from printkit.themes.tokens import Token, tokens

# The properties that each custom property uses, by the selectors of rules.
_Rules = Mapping[str, Mapping[str, set[str]]]
_LONGEST = 80  # characters of a value in a remark


def remarks_on_values(sheets: Mapping[Path, ScannedSheet], folder: Path) -> Iterator[Remark]:
    """Yield a remark for each value of a theme's style sheets that does not fit its token.

    Args:
        sheets: the theme's own style sheets, the theme's file first.
        folder: the folder of the theme's file.
    """
    known = {one.name: one for one in tokens() if not one.is_set_by_the_edition}
    settings = [one for scanned in sheets.values() for one in scanned.declarations]
    names = names_set_by(settings)
    rules = _rules(settings)
    stand_ins = dict(_stand_ins(settings, known))
    for sheet, scanned in sheets.items():
        for one in scanned.declarations:
            token = known.get(one.name) or stand_ins.get(one.name)
            problem = _loop(one, rules) or _wrong_name(one, token, names)
            if not problem and token:
                problem = _misfit(one, token)
            if problem:
                yield Remark(
                    "PK501", problem, file=place_in(sheet, Mention(one.line, one.name), folder)
                )


def _stand_ins(
    settings: Sequence[Declaration], known: Mapping[str, Token]
) -> Iterator[tuple[str, Token]]:
    """Yield each property of the theme's own that is the whole value of a token, with the token."""
    for one in settings:
        nodes = value_nodes(one.text)
        is_whole = len(nodes) == 1 and len(one.used) == 1 and one.value[0].lower() == "var"
        if is_whole and one.name in known and one.used[0].text not in known:
            yield one.used[0].text, known[one.name]


def _misfit(one: Declaration, token: Token) -> str:
    allowed = allowed_instead(token, one.text)
    if not allowed:
        return ""
    use = "" if token.name == one.name else f", which is the value of {token.name},"
    value = shortened(one.text, _LONGEST) or "empty"
    return f"{one.name}{use} cannot be {value}; write {allowed}"


def _wrong_name(one: Declaration, token: Token | None, names: ContentNames) -> str:
    """Say which string or counter of a content is set nowhere; empty if none is."""
    if one.name.lower() != "content" and not (token and token.unit == "content"):
        return ""
    for function, name in names_in(one.text):
        known = sorted(names.known_to(function))
        if name not in known:
            kind = "string" if function == "string" else "counter"
            prints = "nothing is printed" if kind == "string" else "0 is printed"
            near = difflib.get_close_matches(name, known, n=1, cutoff=0.6)
            hint = f"did you mean {near[0]}?" if near else f"there are {', '.join(known)}"
            told = f"{one.name} has {function}({name}), but no {kind} has this name"
            return f"{told}, so {prints}; {hint}"
    return ""


def _rules(settings: Iterable[Declaration]) -> _Rules:
    """Return the properties that each custom property uses, by the selectors of the rules."""
    rules: dict[str, dict[str, set[str]]] = {":root": {}}
    base = scanned_style("printkit:base/tokens.css").declarations
    for one in (*(each for each in base if each.selector == ":root"), *settings):
        if one.name.startswith("--"):
            rule = rules.setdefault(one.selector, {})
            rule[one.name] = {each.text for each in one.used}
    return rules


def _loop(one: Declaration, rules: _Rules) -> str:
    """Say by which property a custom property reads its own value; empty if it does not."""
    # `var()` in another rule may read the value of an element further out, which is no circle.
    rule = rules.get(one.selector, {}) if one.name.startswith("--") else {}
    told = f"so {one.name} has no value; write a value in the place of var()"
    reached: set[str] = set()
    waiting = [(each.text, each.text) for each in one.used if rule]
    while waiting:
        first, name = waiting.pop()
        if name == one.name:
            through = "" if first == name else f" through {first}"
            return f"{one.name} reads its own value{through}, {told}"
        if name not in reached:
            reached.add(name)
            waiting += [(first, each) for each in sorted(rule.get(name, ()))]
    return ""
