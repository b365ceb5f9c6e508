"""Renaming: HTML that nh3 would drop goes in, and comes out under names that nh3 keeps.

nh3 returns the contents of `noscript` and `iframe` as text, drops `math`, `svg` and scripts with
all that is in them, and drops elements that HTML does not know: only their words would be left.
After the renaming, the passes of copy-editing see each such element, and can print or name it.
"""

import re
from html import escape

from lxml import etree

from printkit.copyedit import vocabulary
from printkit.copyedit.formulas.tex_marks import write_tex

_ALIEN = re.compile(rf"<(/?)({'|'.join(sorted(vocabulary.ALIENS))})(?=[\s/>])", re.IGNORECASE)
# JATS and XHTML write MathML with a prefix, such as `m:msup` or `mml:mfrac`.
_PREFIXED = re.compile(
    rf"<(/?)[a-z][\w.-]{{0,29}}:(?=(?:{'|'.join(sorted(vocabulary.MATHML))})[\s/>])", re.IGNORECASE
)
_CLOSED_ALIEN = re.compile(r"<x-([a-z-]+)([^<>]*)/>")
# A name with a hyphen is no name of HTML: `amp-img` and `my-card` are such names.
_CUSTOM = re.compile(r"<(/?)(?!x-)([a-z][a-z0-9]*-[a-z0-9._-]*)(?=[\s/>])", re.IGNORECASE)
_LINK = re.compile(r"<(?:a|area)(?=\s)[^<>]*>", re.IGNORECASE)
_ADDRESS = re.compile(r"(?<=[\s\"'])href(?=\s*=)", re.IGNORECASE)
_DRAWING = re.compile(r"<svg(?=[\s/>])([^<>]*)>", re.IGNORECASE)
_DRAWING_END = re.compile(r"</svg\s*>", re.IGNORECASE)
_WORDS_OR_PICTURE = re.compile(r"<(?:text|foreignobject|image)(?=[\s/>])", re.IGNORECASE)
_TEX = re.compile(
    r"<script(?=\s)[^<>]*?\stype\s*=\s*[\"']?math/(?:la)?tex(?P<mode>[^<>\"']*)[^<>]*>"
    r"(?P<tex>.*?)</script\s*>",
    re.IGNORECASE | re.DOTALL,
)
_MATHML = re.compile(
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
    source = _LINK.sub(lambda tag: _ADDRESS.sub("x-href", tag[0]), source)
    source = _rename_drawings(source)
    source = _PREFIXED.sub(r"<\1", source)
    source = _ALIEN.sub(lambda tag: f"<{tag[1]}x-{tag[2].lower()}", source)
    # HTML ignores the slash of `<x-mi/>`, and would put all text behind the tag into the element.
    source = _CLOSED_ALIEN.sub(r"<x-\1\2></x-\1>", source)
    return _CUSTOM.sub(_rename_custom, source)


def _unpack_tex(script: re.Match[str]) -> str:
    return write_tex(script["tex"].strip(), display="display" in script["mode"])


def _rename_custom(tag: re.Match[str]) -> str:
    return "</x-custom" if tag[1] else f'<x-custom data-name="{tag[2].lower()}"'


def _rename_drawings(source: str) -> str:
    """Replace the contents of each `svg` by its words and its pictures."""
    pieces, at = [], 0
    while start := _DRAWING.search(source, at):
        pieces.append(source[at : start.start()])
        end = start if start[1].endswith("/") else _DRAWING_END.search(source, start.end())
        if not end:
            at = start.start()
            break
        inside = source[start.end() : end.start()]
        shown = _words_and_pictures(inside) if _WORDS_OR_PICTURE.search(inside) else ""
        pieces.append(f"<x-svg{start[1].removesuffix('/')}>{shown}</x-svg>")
        at = end.end()
    return "".join(pieces) + source[at:]


def _words_and_pictures(drawing: str) -> str:
    """Return an element of HTML for each text and each picture in the contents of an `svg`.

    A block would end the paragraph around the drawing.
    """
    parser = etree.HTMLParser(remove_comments=True, remove_pis=True, encoding="utf-8")
    root = etree.fromstring(f"<div>{drawing}</div>".encode("utf-8", "replace"), parser)
    shown = []
    for part in root.iter("text", "foreignobject", "image"):
        if part.tag != "image":
            said = " ".join(" ".join(map(str, part.itertext())).split())
            shown.append(f"<span>{escape(said)}</span>")
        elif address := part.get("href") or part.get("xlink:href"):
            shown.append(f'<x-custom data-name="image" src="{escape(address)}"></x-custom>')
    return " ".join(shown)
