"""Joomla: the braces of its plug-ins go in, marks for their tags come out.

Plug-ins write `{tab Words}`, `{youtube}number{/youtube}` and `{loadposition name}`. A name in
braces counts if an end such as `{/tabs}` follows, or if a list has the name: `{see above}` stays.
A name that no list has, as in `{if $x}yes{/if}`, counts only beside a plug-in that a list has.
"""

import re
from collections.abc import Iterable, Mapping

from printkit.copyedit.dialects.called_tags import Tag
from printkit.copyedit.dialects.declared import without_code
from printkit.copyedit.dialects.joomla_forms import FORMS, PANELS
from printkit.copyedit.dialects.tags import HiddenTags
from printkit.copyedit.vocabulary import names
from printkit.text.patterns import regex

_BRACE = regex(
    r"(?<![{\\$])\{(?P<end>/?)(?P<name>[a-z][\w-]{1,30})(?P<said>[ \t=|][^{}\n]{0,500})?\}(?!\})"
    r"(?!`)",
    re.IGNORECASE,
)
_ENDS = frozenset(one for ends in PANELS.values() for one in ends)
_BARS = regex(r"([a-z]{1,20}=)\|([^|]{0,300})\|")
_BARE = names("mosimage mospagebreak")
_WITH_WORDS = names(
    """loadposition loadmodule loadmoduleid modulepos module_position jcomments rsform chronoforms
    chronoforms5 chronoforms6 phocagallery phocadownload phocamaps jumi widgetkit breezingforms
    convertforms emailcloak simplelists jfbclike"""
)
# The words between the braces are a number, an address or a folder.
_WHOLE = names(
    """youtube vimeo dailymotion soundcloud spotify video audio mp3 mp4 flv gallery besps vsig
    oziogallery igallery pdf googlemap mosmap youtubelist simplepopup"""
)
_KNOWN = _BARE | _WITH_WORDS | _WHOLE | _ENDS | frozenset(FORMS)


def hide_braces(source: str, tags: HiddenTags) -> str:
    """Put a mark in the place of each name in braces that a plug-in of Joomla would replace."""
    if "{" not in source:
        return source
    found = list(_BRACE.finditer(source))
    ends = {one["name"].lower(): one.start() for one in found if one["end"]}
    opened = {one["name"].lower() for one in found if not one["end"]}
    plugins = [one for one in found if _is_plugin(one, one["name"].lower(), ends, opened)]
    in_words = _brace_names(_BRACE.finditer(without_code(source)))
    if not _brace_names(plugins) & in_words & _KNOWN:
        return source
    pieces, at = [], 0
    for one in plugins:
        name = one["name"].lower()
        if one.start() < at:
            continue
        tag, end = _tag_of(one, name, source)
        pieces += [source[at : one.start()], tags.keep(tag)]
        at = end
    return "".join((*pieces, source[at:]))


def _brace_names(braces: Iterable[re.Match[str]]) -> set[str]:
    return {one["name"].lower() for one in braces}


def _is_plugin(found: re.Match[str], name: str, ends: Mapping[str, int], opened: set[str]) -> bool:
    """Tell whether braces belong to a plug-in, and are no words of the article."""
    if name in _BARE or (name in _WITH_WORDS and found["said"]):
        return True
    if found["end"]:
        return name in opened or (name in _ENDS and not opened.isdisjoint(PANELS))
    if name in PANELS:
        behind = max(ends.get(end, -1) for end in PANELS[name])
        return bool(found["said"]) and behind > found.start()
    return ends.get(name, -1) > found.start()


def _tag_of(found: re.Match[str], name: str, source: str) -> tuple[Tag, int]:
    """Return the tag of braces, and where the tag ends in the body."""
    said = _BARS.sub(r'\1"\2"', found["said"] or "").strip(" \t=|")
    end, alone = found.end(), False
    if found["end"] and name in _ENDS:
        return Tag(found[0], "brace", "end of panels", "", alone=True), end
    if name in _WHOLE and not found["end"]:
        behind = source.find("{/", end)
        closing = _BRACE.match(source, behind) if behind >= 0 else None
        if closing and closing["name"].lower() == name:
            inside = re.sub(r"<[^<>]*>", "", source[end:behind]).strip()
            said, end = inside.partition("|")[0], closing.end()
        return Tag(source[found.start() : end], "brace", name, said, alone=True), end
    if name in PANELS or name in ("tip", "tooltip"):
        alone = name in PANELS
        said = said if "title=" in said else f'title="{_escaped(said.partition("|")[0])}"'
    alone = alone or name in _BARE or name in _WITH_WORDS
    return Tag(found[0], "brace", name, said, bool(found["end"]), alone), end


def _escaped(words: str) -> str:
    return words.strip().replace("\\", "\\\\").replace('"', '\\"')
