"""Logseq: Markdown of an outline goes in, Markdown without the marks of the program comes out.

Every paragraph of Logseq is an item of a list. Below an item stand properties (`id:: …`), and
`((…))` and `{{embed …}}` name other items. All of this counts only in a text that has a property,
a name of an item, or an embed which no other program writes.
"""

import re
from collections.abc import Mapping

from printkit.copyedit.dialects.indented_code import find_indented_code
from printkit.copyedit.removals import Removals
from printkit.copyedit.vocabulary import names
from printkit.text.patterns import regex

_NAME = r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
_SIGN = regex(
    rf"^[ \t]*(?:[-*][ \t]+)?(?:id::[ \t]+{_NAME}|collapsed::[ \t]+true|logseq\.[\w-]+::[ \t])"
    rf"|\(\({_NAME}\)\)|\{{\{{(?:embed|query|renderer|cloze)[ \t]"
    r"|\A(?:title|alias|tags|public)::[ \t]+\S",
    re.MULTILINE | re.IGNORECASE,
)
_PROPERTY = regex(
    r"(?P<lead>[ \t]*(?:[-*][ \t]+)?)(?P<key>[A-Za-z][\w./-]{0,60})::(?:[ \t]+(?P<said>.*))?$"
)
_ITEM = regex(r"[ \t]*[-*][ \t]+(?P<words>.*)$")
_REFERENCE = regex(
    rf"(?:\[(?P<words>[^\[\]\n]{{1,300}})\]\()?\(\((?P<name>{_NAME})\)\)\)?", re.IGNORECASE
)
_MACRO = regex(
    r"\{\{(?P<name>embed|query|renderer|cloze|video|tweet|youtube)[ \t]+"
    r"(?P<said>[^{}\n]{1,500})\}\}"
)
_SIZE = regex(r"(?<=\))\{:[^{}\n]{0,100}(?:height|width)[^{}\n]{0,100}\}")
_FENCE = regex(r"[ \t]*(?:[-*][ \t]+)?(?:```|~~~)")
_LOG = regex(r"[ \t]*:(?:LOGBOOK|END):[ \t]*$")
_HIDDEN = names(
    """id collapsed heading background-color created-at updated-at public exclude-from-graph-view
    query-table query-properties query-sort-by icon title filters template ls-type hl-page
    hl-color hl-type card-last-interval card-repeats card-ease-factor card-next-schedule"""
)


def read_logseq(body: str, removals: Removals) -> str:
    """Return a body of Logseq as plain Markdown; any other body stays as it is.

    Args:
        body: Markdown.
        removals: gets hidden properties, logs, queries, and names of items that no one has.
    """
    if not _SIGN.search(body):
        return body
    lines, fence, log = body.split("\n"), False, False
    said, items = _named_items(lines), list[str]()
    code = find_indented_code(lines)
    for number, line in enumerate(lines):
        if number in code:
            items.append(line)
            continue
        if _FENCE.match(line):
            fence = not fence
        elif not fence and (log or _LOG.match(line)):
            removals.note("log", line.strip())
            log = not line.strip().endswith("END:")
            continue
        if not fence and (found := _PROPERTY.match(line)):
            items += _property(found, removals)
        else:
            items.append(line if fence else _plain_line(line, said, removals))
    return "\n".join(items)


def _named_items(lines: list[str]) -> Mapping[str, str]:
    """Return the words of each item that has a name."""
    said, last = dict[str, str](), ""
    for line in lines:
        found = _PROPERTY.match(line)
        if found and found["key"].lower() == "id":
            said[(found["said"] or "").strip().lower()] = last
        elif item := _ITEM.match(line):
            last = item["words"]
    return said


def _property(found: re.Match[str], removals: Removals) -> list[str]:
    """Return the lines for a property; readers of the site do not see some of them."""
    key, said = found["key"], (found["said"] or "").strip()
    if key.lower() in _HIDDEN or key.startswith("logseq.") or not said:
        removals.note("setting of the page", f"{key} {said}".strip())
        return []
    removals.rewrite("property", f"{key}::")
    lead = found["lead"]
    # Below an item, a property is a line of its own.
    return [f"{lead}**{key}:** {said}"] if lead.strip() else [f"{lead}**{key}:** {said}  "]


def _plain_line(line: str, said: Mapping[str, str], removals: Removals) -> str:
    def refer(found: re.Match[str]) -> str:
        name = found["name"].lower()
        removals.rewrite("name of an item", found[0])
        words = found["words"] or said.get(name, "")
        if not words:
            removals.note("item of another page", found["name"])
        return _REFERENCE.sub("", words)

    def settle(found: re.Match[str]) -> str:
        name, given = found["name"], found["said"].strip()
        removals.rewrite("tag", found[0])
        if name == "cloze":
            return given
        if "://" in given and " " not in given:
            return f"<{given}>"
        shown = _REFERENCE.sub(refer, given) if name == "embed" else ""
        if shown == given or name != "embed":
            removals.note(f"{name} of Logseq", given)
            shown = ""
        return shown

    for one in _SIZE.findall(line):
        removals.rewrite("size of a picture", one)
    return _REFERENCE.sub(refer, _MACRO.sub(settle, _SIZE.sub("", line)))
