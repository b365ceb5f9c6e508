"""Check the values of tokens: takes the declarations of a theme, gives a verdict on each.

WeasyPrint checks a value only where a page uses the value, and then names a property of printkit.
So each value of a token is compared with the kind of the token, also a value that reads another
token with `var()`.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from printkit.remarks import Remark
from printkit.text.shortening import shortened
from printkit.themes.content_faults import content_fault
from printkit.themes.content_names import names_set_by
from printkit.themes.declarations import Declaration, Mention
from printkit.themes.read_values import ReadValues
from printkit.themes.sheet_remarks import place_in
from printkit.themes.stylesheet import ScannedSheet
from printkit.themes.token_values import allowed_instead
from printkit.themes.tokens import Token, tokens

_LONGEST = 80  # characters of a value in a remark


class Verdict(NamedTuple):
    """The result of a check.

    Attributes:
        problem: the words of a remark; empty for a right value, and for a value that only reads a
            property with a problem.
        is_idle: whether the declaration sets a token to a value that does not fit. Printkit leaves
            such a declaration out, so the token keeps the value of the base.
    """

    problem: str
    is_idle: bool


def remarks_on_values(sheets: Mapping[Path, ScannedSheet], folder: Path) -> Iterator[Remark]:
    """Yield a remark for each value of a theme's style sheets that does not fit its token.

    Args:
        sheets: the theme's own style sheets, the theme's file first.
        folder: the folder of the theme's file.
    """
    settings = [(sheet, one) for sheet, scanned in sheets.items() for one in scanned.declarations]
    verdicts = judge_values([one for _, one in settings])
    for (sheet, one), verdict in zip(settings, verdicts, strict=True):
        if verdict.problem:
            place = place_in(sheet, Mention(one.line, one.name), folder)
            yield Remark("PK501", verdict.problem, file=place)


def judge_values(settings: Sequence[Declaration]) -> list[Verdict]:
    """Return a verdict on each declaration of a theme, in their order."""
    judge = _Judge(settings)
    return [judge.verdict_on(one) for one in settings]


@cache
def _tokens_of_themes() -> Mapping[str, Token]:
    return {one.name: one for one in tokens() if not one.is_set_by_the_edition}


class _Judge:
    """Compares each declaration with its token, and with all names that the theme sets."""

    def __init__(self, settings: Sequence[Declaration]) -> None:
        self._known = _tokens_of_themes()
        self._read = ReadValues(settings)
        self._names = names_set_by(settings)
        self._stand_ins = dict(self._find_stand_ins(settings))
        self._wrong: dict[Declaration, str] = {}

    def verdict_on(self, one: Declaration) -> Verdict:
        token = self._known.get(one.name)
        problem = self._problem(one)
        told = problem and not (token and self._is_told_elsewhere(one))
        return Verdict(problem if told else "", bool(token and problem))

    def _problem(self, one: Declaration) -> str:
        """Return the problem of a declaration; empty for a right value."""
        if one not in self._wrong:
            self._wrong[one] = ""  # A value that reads itself in another rule ends here.
            self._wrong[one] = self._read.loop_of(one) or self._misfit(one)
        return self._wrong[one]

    def _misfit(self, one: Declaration) -> str:
        token = self._known.get(one.name) or self._stand_ins.get(one.name)
        if not token:
            return self._wrong_content(one, one.text) if one.name.lower() == "content" else ""
        read = list(self._read.read_by(one))
        # A wrong token is left out, so a token that reads the wrong token gets a right value.
        if any(self._problem(each) for each in read if each.name in self._known):
            return ""
        value = self._read.whole_value(one)
        if allowed := allowed_instead(token, value):
            use = "" if token.name == one.name else f", which is the value of {token.name},"
            names = " and ".join(self._named(one))
            origin = f", which comes from {names}" if names else ""
            shown = shortened(value, _LONGEST) or "empty"
            return f"{one.name}{use} cannot be {shown}{origin}; write {allowed}"
        return self._wrong_content(one, value) if token.unit == "content" else ""

    def _wrong_content(self, one: Declaration, value: str) -> str:
        in_margin = one.name.lower() != "content" or one.selector.startswith("@")
        fault = content_fault(value, self._names.in_margins() if in_margin else self._names)
        return f"{one.name} has {fault}" if fault else ""

    def _named(self, one: Declaration) -> Iterator[str]:
        """Yield the properties that a value reads, on each way as far as a token of printkit."""
        for mention in dict.fromkeys(each.text for each in one.used):
            yield mention
            if mention not in self._known:
                inner = (each for each in self._read.read_by(one) if each.name == mention)
                yield from (name for each in inner for name in self._named(each))

    def _find_stand_ins(self, settings: Sequence[Declaration]) -> Iterator[tuple[str, Token]]:
        """Yield each property of the theme's own that is the whole value of a token."""
        for one in settings:
            is_whole = len(one.used) == 1 and one.value == ("var", one.used[0].text)
            if is_whole and one.name in self._known and one.used[0].text not in self._known:
                yield one.used[0].text, self._known[one.name]

    def _is_told_elsewhere(self, one: Declaration) -> bool:
        """Return whether the value is a property of the theme's own that has the problem itself."""
        return any(
            self._problem(each) for each in self._read.read_by(one) if each.name in self._stand_ins
        )
