"""Tags of site programs: a body goes in, the body with a mark for each tag comes out.

Hugo writes `{{< figure >}}` and `{{% note %}}`, Jekyll `{% include %}` and `{{ page.title }}`,
kramdown `{::comment}`. The quotation marks and spaces in a tag would break the Markdown around the
tag, so a mark without spaces stands for each tag until the body is HTML.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable
from html import unescape

from printkit.copyedit.dialects.called_tags import Tag, arguments_of, read_call, read_kirby
from printkit.copyedit.dialects.declared import (
    declares_program,
    is_alone,
    is_sure,
    without_code,
)
from printkit.text.patterns import regex

_INSIDE = r"(?:(?!\{\{|\{%).)"
_TAG = regex(
    rf"\{{\{{(?P<hugo><|&lt;|%)(?P<shortcode>{_INSIDE}{{1,4000}}?)(?:>|&gt;|%)\}}\}}"
    rf"|\{{%-?(?P<liquid>{_INSIDE}{{1,4000}}?)-?%\}}"
    r"|\{:(?P<ends>/)?(?P<kramdown>(?<=/)|:?(?:comment|nomarkdown|options))"
    r"(?P<option>[ \t][^{}\n]{0,500}?)?(?P<ended>/)?\}"
    r"|\{\{(?![<%&{])-?(?P<value>[^{}\n]{1,500}?)-?\}\}"
    r"|\((?P<kirby>(?:image|video|gist|link|email|file|twitter):[ \t]*[^()\n]{1,500})\)"
    r"|^[ \t]*(?P<column><--->)[ \t]*$",
    re.DOTALL | re.MULTILINE,
)
_NAME = regex(r"\s*(?P<end>/?)\s*(?P<name>[\w./:-]*[\w:])")
# What the extensions of kramdown mean in the words of Liquid.
_EXTENSIONS = {"comment": "comment", "nomarkdown": "raw", "options": "options"}
_COMMENT = regex(r"\s*/\*(.*)\*/\s*", re.DOTALL)
MARK = regex(r"\ufdd0(\d{1,7})\ufdd1")
"""A mark. Its limits are noncharacters, which no printable text has."""
# markdown-it escapes the limits in addresses.
_ANY_MARK = regex(r"(?:\ufdd0|%EF%B7%90)(\d{1,7})(?:\ufdd1|%EF%B7%91)")
# A value of the site; other words in double braces are the writer's own.
_SITE_VALUE = regex(
    r"\s*(?:(?:site|page|post|layout|theme|include|content|base_path|baseurl)\b(?:\.[\w.-]+)?"
    r"|\"[^\"]*\"|'[^']*'|[\w.-]+(?=\s*\|))(?:\[[^\[\]{}]*\])?[\w.]*\s*(?:\|[^{}]*)?"
)


class HiddenTags:
    """The tags of one body, each in the place of its number."""

    def __init__(self) -> None:
        self._tags: list[Tag] = []
        self._extensions: list[str] = []
        self._called: list[str] = []
        self._same: dict[tuple[str, str], list[int]] = defaultdict(list)
        self._declared = False

    def hide(self, source: str) -> str:
        """Put a mark in the place of each tag of a body; words that only look like tags stay."""
        if not re.search(r"\{|\([a-z]{4,7}:", source):
            return source
        read = ((_read_tag(found), found) for found in _TAG.finditer(without_code(source))
                if found["kramdown"] is None)  # fmt: skip
        self._declared = declares_program((tag, found) for tag, found in read if tag)
        return _TAG.sub(self._hide, source)

    def find(self, number: str) -> Tag:
        """Return the tag with a number."""
        return self._tags[int(number)]

    def show(self, text: str, written: Callable[[Tag], str]) -> str:
        """Put a text in the place of each mark."""
        known = len(self._tags)
        return _ANY_MARK.sub(
            # A body may hold an address that only looks like a mark.
            lambda mark: written(self.find(mark[1])) if int(mark[1]) < known else mark[0],
            text,
        )

    def found_in(self, text: str) -> list[Tag]:
        """Return the tags whose marks stand in a text, in their order."""
        return [self.find(number) for number in MARK.findall(text)]

    def closing_mark(self, number: str) -> str:
        """Return the mark of the next tag that may end a tag; an empty text if there is none.

        A shortcode before another shortcode of the same name stands alone.
        """
        tag = self.find(number)
        if tag.closes:
            return ""
        same = self._same[tag.kind, tag.name]
        behind = range(bisect_right(same, int(number)), len(same))
        if tag.kind == "shortcode":
            behind = behind[:1]
        found = next((same[at] for at in behind if self._tags[same[at]].closes), -1)
        return f"\ufdd0{found}\ufdd1" if found >= 0 else ""

    def _hide(self, found: re.Match[str]) -> str:
        is_extension = found["kramdown"] is not None
        tag = self._read_extension(found) if is_extension else _read_tag(found)
        if tag and tag.kind == "liquid":
            tag = self._paired(tag)
        if tag is None or not (self._declared or is_sure(tag) or is_alone(found)):
            return found[0]
        if found["kirby"] and tag.name in ("video", "gist") and not is_alone(found):
            tag = tag._replace(name="link")  # its line would part the sentence
        return self.keep(tag)

    def keep(self, tag: Tag) -> str:
        """Return the mark of a tag, which stands for the tag until the body is HTML."""
        self._same[tag.kind, tag.name].append(len(self._tags))
        self._tags.append(tag)
        return f"\ufdd0{len(self._tags) - 1}\ufdd1"

    def _paired(self, tag: Tag) -> Tag:
        """Return a tag of Zola with its name: `{% end %}` ends the tag with arguments before."""
        if tag.name == "end" and not tag.said and self._called:
            return tag._replace(name=self._called.pop(), closes=True)
        if tag.said.startswith("("):
            self._called.append(tag.name)
            return tag._replace(said=arguments_of(tag.said))
        return tag._replace(said=arguments_of(tag.said)) if tag.said[:1] in ('"', "'") else tag

    def _read_extension(self, found: re.Match[str]) -> Tag | None:
        """Return a tag of kramdown, such as `{::comment}`; `{:/}` ends the tag opened last."""
        named, closes = found["kramdown"].lstrip(":"), bool(found["ends"])
        if closes and not self._extensions:
            return None
        if closes:
            opened = self._extensions.pop()
            name = _EXTENSIONS[named or opened]
        elif not found["kramdown"].startswith(":"):
            return None
        else:
            name = _EXTENSIONS[named]
            if not found["ended"]:
                self._extensions.append(named)
        said = (found["option"] or "").strip()
        return Tag(found[0], "liquid", name, said, closes, bool(found["ended"]))


def is_only_marks(line: str) -> bool:
    """Tell whether a line holds nothing but marks."""
    return "\ufdd0" in line and not MARK.sub("", line).strip()


def _read_tag(found: re.Match[str]) -> Tag | None:
    """Return a tag; None if the words in braces are the writer's own."""
    written = found[0]
    if found["column"]:
        # The theme Book parts its columns with this sign.
        return Tag(written, "shortcode", "column-break", "", alone=True)
    if found["kirby"]:
        return read_kirby(written, found["kirby"])
    if (value := found["value"]) is not None:
        if called := read_call(written, unescape(value)):
            return called
        # Two variables of Jekyll may have any name: `assign` and `capture` give the name.
        known = _SITE_VALUE.fullmatch(unescape(value)) or re.fullmatch(r"\s*[\w-]+\s*", value)
        return Tag(written, "value", "", unescape(value).strip()) if known else None
    kind = "shortcode" if found["hugo"] else "liquid"
    inside = unescape(found["shortcode"] or found["liquid"])
    if kind == "shortcode" and (comment := _COMMENT.fullmatch(inside)):
        shown = f"{written[: written.index('/*')]}{comment[1]}{written[written.index('*/') + 2 :]}"
        return Tag(written, "comment", "", unescape(shown))
    named = _NAME.match(inside)
    # An odd number of backticks: the tag would begin in one code span and end in another.
    if named is None or inside.count("`") % 2:
        return None
    name, said = named["name"], inside[named.end() :].strip()
    closes = bool(named["end"])
    if kind == "liquid" and name.startswith("end") and len(name) > 3:
        name, closes = name[3:].lstrip("_"), True
    alone = kind == "shortcode" and ends_alone(said)
    return Tag(written, kind, name, said[:-1] if alone else said, closes, alone)


def ends_alone(said: str) -> bool:
    """Tell whether the slash at the end of a shortcode says that no closing shortcode follows.

    An address may end in a slash, too.
    """
    return said.endswith("/") and (len(said) == 1 or said[-2] in " \t\n\"'")
