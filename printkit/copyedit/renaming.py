"""Renaming: HTML that nh3 would drop goes in, and comes out under names that nh3 keeps.

nh3 returns the contents of `noscript` and `iframe` as text, drops `math`, `svg` and scripts with
all that is in them, and drops elements that HTML does not know or knows no longer, such as
`my-card` and `frame`: only their words would be left. After the renaming, the passes of
copy-editing see each such element, and can print or name it.
"""

import re
from html import unescape

from printkit.copyedit import vocabulary
from printkit.copyedit.formulas.tex_marks import find_formula, write_tex
from printkit.copyedit.parted_numbers import mark_dropped
from printkit.copyedit.svg_sources import replace_drawings
from printkit.text.patterns import regex

_ALIEN = regex(rf"<(/?)({'|'.join(sorted(vocabulary.ALIENS))})(?=[\s/>])", re.IGNORECASE)
# JATS and XHTML write MathML with a prefix, such as `m:msup` or `mml:mfrac`.
_PREFIXED = regex(
    rf"<(/?)[a-z][\w.-]{{0,29}}:(?=(?:{'|'.join(sorted(vocabulary.MATHML))})[\s/>])", re.IGNORECASE
)
# JATS and TEI have `list` and `sec`, and sites define `card`: a browser shows the words in these.
_CONTENT = regex(rf"<(/?)({'|'.join(sorted(vocabulary.CONTENT_MATHML))})(?=[\s/>])", re.IGNORECASE)
_CLOSED_ALIEN = regex(r"<x-([a-z-]+)([^<>]*)/>")
_OURS = "|".join(
    sorted(
        {f"x-{name}" for name in vocabulary.ALIENS}
        | {name for name in vocabulary.READ_TAGS if name.startswith("x-")}
    )
)
# A name with a hyphen is no name of HTML: `amp-img` and `my-card` are such names.
_CUSTOM = regex(
    rf"<(/?)(?!(?:{_OURS})[\s/>])([a-z][a-z0-9]*-[a-z0-9._-]*)(?=[\s/>])", re.IGNORECASE
)
_AMP_FORMULA = regex(
    r"<amp-mathml(?=\s)(?P<given>[^<>]*?)\sdata-formula\s*=\s*(?:\"(?P<one>[^\"]*)\"|'(?P<two>[^']*)')"
    r"[^<>]*>",
    re.IGNORECASE,
)
_LINK = regex(r"<(?:a|area)(?=\s)[^<>]*>", re.IGNORECASE)
_ADDRESS = regex(r"(?<=[\s\"'])href(?=\s*=)", re.IGNORECASE)
# A browser reads these two without an end tag, and their other names need one.
_FRAME = regex(r"<(frame|bgsound)(?=[\s/>])([^<>]*?)/?>", re.IGNORECASE)
_TEMPLATE = regex(r"<(/?)template(?=[\s/>])([^<>]*)>", re.IGNORECASE)
_SHADOW = regex(r"\sshadowrootmode\s*=", re.IGNORECASE)
# The words in these are for browsers without frames or plug-ins, as those of a `noscript` are.
_OUTDATED = regex(r"<(/?)(?:noframes|noembed)(?=[\s/>])", re.IGNORECASE)
# The prefix of `epub:type` is no part of HTML, and nh3 would drop the attribute.
_EPUB = regex(r"<[a-z][a-z0-9]*(?=\s)[^<>]*\sepub:type\s*=[^<>]*>", re.IGNORECASE)
_EPUB_TYPE = regex(r"(?<=\s)epub:type(?=\s*=)", re.IGNORECASE)
_TEX = regex(
    r"<script(?=\s)[^<>]*?\stype\s*=\s*[\"']?math/(?:la)?tex(?P<mode>[^<>\"']*)[^<>]*>"
    r"(?P<tex>.*?)</script\s*>",
    re.IGNORECASE | re.DOTALL,
)
_MATHML = regex(
    r"<script(?=\s)[^<>]*?\stype\s*=\s*[\"']?math/mml[^<>]*>(.*?)</script\s*>",
    re.IGNORECASE | re.DOTALL,
)


def rename_unread(source: str) -> str:
    """Rename all elements and attributes that nh3 would drop, and that a reader would miss.

    nh3 would also drop some addresses without a word: a renamed `href` reaches `links`, which
    can remark on the address.
    """
    if "math/" in source:
        # The parser drops scripts, but a formula in a script is text that readers see.
        source = _TEX.sub(_unpack_tex, _MATHML.sub(r"\1", source))
    source = _AMP_FORMULA.sub(_unpack_amp, source)
    source = _LINK.sub(lambda tag: _ADDRESS.sub("x-href", tag[0]), source)
    if "epub:type" in source:
        source = _EPUB.sub(lambda tag: _EPUB_TYPE.sub("data-epub-type", tag[0]), source)
    source = replace_drawings(_rename_shadows(source))
    source = mark_dropped(source)
    source = _FRAME.sub(r"<x-\1\2></x-\1>", _OUTDATED.sub(r"<\1noscript", source))
    source = _PREFIXED.sub(r"<\1", source)
    source = _ALIEN.sub(lambda tag: f"<{tag[1]}x-{tag[2].lower()}", source)
    source = _CONTENT.sub(_rename_custom, source)
    # HTML ignores the slash of `<x-mi/>`, and would put all text behind the tag into the element.
    source = _CLOSED_ALIEN.sub(r"<x-\1\2></x-\1>", source)
    return _CUSTOM.sub(_rename_custom, source)


def _unpack_tex(script: re.Match[str]) -> str:
    return write_tex(script["tex"].strip(), display="display" in script["mode"])


def _unpack_amp(formula: re.Match[str]) -> str:
    source = unescape(formula["one"] or formula["two"] or "").strip()
    marked = find_formula(source)
    return write_tex(marked.tex if marked else source, display=" inline" not in formula[0].lower())


def _rename_shadows(source: str) -> str:
    """Rename each `template` that a browser shows: the inside of an element of a web component."""
    open_ones: list[bool] = []

    def settle(tag: re.Match[str]) -> str:
        if not tag[1]:
            open_ones.append(bool(_SHADOW.search(tag[2])))
            is_shown = open_ones[-1]
        else:
            is_shown = open_ones.pop() if open_ones else False
        name = f'x-custom data-name="template"{tag[2]}' if not tag[1] else "x-custom"
        return f"<{tag[1]}{name}>" if is_shown else tag[0]

    return _TEMPLATE.sub(settle, source) if "shadowrootmode" in source.lower() else source


def _rename_custom(tag: re.Match[str]) -> str:
    return "</x-custom" if tag[1] else f'<x-custom data-name="{tag[2].lower()}"'
