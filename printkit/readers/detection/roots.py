"""Roots: a text of XML or HTML goes in, the format that its root element tells comes out.

Comments, processing instructions and a doctype may stand before the root element.
"""

import re

from printkit.readers.detection.formats import Family, Format
from printkit.text.patterns import regex

_BEFORE = regex(r"\s+|<\?(?:(?!\?>).)*+\?>|<!--(?:(?!-->).)*+-->", re.DOTALL)
_DOCTYPE = regex(r"(?i)<!DOCTYPE\s+([A-Za-z][\w.:-]*)[^\[>]*+")
_SUBSET_END = regex(r"\]\s*>")
_ROOT = regex(r"<([A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)(?=[\s/>])([^<>]{0,4000})")
_NAMESPACE = regex(r"""\bxmlns(?::[\w.-]+)?\s*=\s*["']([^"']{0,200})""")
_ARTICLES, _PAGE, _DATA = Family.ARTICLES, Family.PAGE, Family.DATA

_HTML = Format("an HTML page", _PAGE)
_PIECE = Format("a piece of HTML", _PAGE)
_XML = Format("an XML file", _DATA)
_ROOTS = {
    **dict.fromkeys(("rss", "channel"), Format("a feed in RSS", _ARTICLES)),
    "rdf": Format("a feed or data in RDF", _ARTICLES),
    **dict.fromkeys(("feed", "entry"), Format("a feed in Atom", _ARTICLES)),
    "opml": Format("a list of feeds in OPML", _ARTICLES),
    "nitf": Format("an article in NITF", _ARTICLES),
    "newsml": Format("an item in NewsML 1", _ARTICLES),
    **dict.fromkeys(
        ("newsitem", "newsmessage", "packageitem", "planningitem", "conceptitem", "knowledgeitem"),
        Format("an item in NewsML-G2", _ARTICLES),
    ),
    "catalogitem": Format("a catalog in NewsML-G2", _DATA),
    **dict.fromkeys(("tei", "teicorpus"), Format("a text in TEI", _ARTICLES)),
    **dict.fromkeys(("topic", "concept", "dita"), Format("a text in DITA", _ARTICLES)),
    "article": Format("an article in JATS or DocBook", _ARTICLES),
    "book": Format("a book in DocBook", _ARTICLES),
    "fictionbook": Format("a book in FictionBook", Family.DOCUMENT),
    "svg": Format("an SVG drawing", Family.PICTURE),
    "plist": Format("a property list", _DATA),
    "kml": Format("a map in KML", _DATA),
    "gpx": Format("a track in GPX", _DATA),
    **dict.fromkeys(("urlset", "sitemapindex"), Format("a site map", _DATA)),
    "tt": Format("subtitles in TTML", _DATA),
}
_PAGE_ROOTS = frozenset({"html", "head", "body", "frameset", "title", "meta", "base"})
# Names that are words of people, too: `<title> matters` may be a headline.
_WORDS = _PAGE_ROOTS | frozenset(
    ("channel", "feed", "entry", "topic", "concept", "article", "book", "svg", "tt")
)
_EMPTY = frozenset({"meta", "base"})  # these elements have no closing tag
_ABOVE_PROSE = _EMPTY | {"svg", "math"}
_MARK_FOLLOWS = regex(r"[^<>]*>\s*<")
# Elements that open a paragraph; `<b>Exclusive</b>` may open a headline in plain text.
_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "center",
        "dd",
        "details",
        "dialog",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "iframe",
        "li",
        "link",
        "main",
        "menu",
        "nav",
        "noscript",
        "ol",
        "p",
        "picture",
        "pre",
        "script",
        "section",
        "style",
        "table",
        "tbody",
        "td",
        "template",
        "tr",
        "ul",
        "video",
    ]
)
_FEWEST_MARKS = 4  # two elements, each with its beginning and its end
_INLINE = frozenset(
    [
        "a",
        "abbr",
        "b",
        "br",
        "cite",
        "code",
        "em",
        "font",
        "i",
        "img",
        "kbd",
        "mark",
        "q",
        "s",
        "small",
        "span",
        "strong",
        "u",
    ]
)


def format_of_root(text: str) -> Format | None:
    """Return the format of a whole page or file of markup; None for any other text.

    A text that only begins with an element of HTML, such as a paragraph, is no whole page.
    """
    at, declared = _start_of_root(text)
    root = _ROOT.match(text, at)
    if not root:
        others = text[at:].strip()
        if others and "</" not in others:
            return None  # words about markup
        return _known(declared) or (_XML if declared else None)
    name = root[2].lower()
    spaces = _NAMESPACE.findall(root[3])
    if not declared and (
        (name in _WORDS and not _is_in_markup(root, text)) or _is_above_prose(root, text)
    ):
        return None
    if declared == "html" or name in _PAGE_ROOTS or any("1999/xhtml" in one for one in spaces):
        return _HTML
    if name == "article" and not (declared or spaces):
        return None  # an element of HTML, too
    if known := _known(name):
        return _more_exactly(known, text)
    if (
        declared
        or spaces
        or (name not in _BLOCKS | _INLINE and _closes_at_end(text, root[0], root[2]))
    ):
        return Format(f"an XML file with the root element {root[2][:60]}", _DATA)
    return None


def format_of_piece(text: str) -> Format | None:
    """Return the format of a text that begins with a whole block of HTML; None for other texts.

    Markdown may begin so, too: the caller knows whether a text is Markdown by its name.
    """
    root = _ROOT.match(text, _start_of_root(text)[0])
    if not root or root[2].lower() not in _BLOCKS:
        return None
    name = root[2].lower()
    if name == "hr" or (name == "link" and "=" in root[3]):
        return _PIECE
    closing = f"</{name}>"
    _, closed, others = text.lower().partition(closing)
    others = others.strip()
    is_piece = closed and (not others or others.startswith("<") or others.endswith(closing))
    return _PIECE if is_piece else None


def _is_in_markup(root: re.Match[str], text: str) -> bool:
    """Tell whether an element has attributes, or has markup behind itself or at its end."""
    if "=" in root[3] or _MARK_FOLLOWS.match(text, root.end()):
        return True
    closing = f"</{root[2].lower()}>"
    others = text[root.end() :].lower().partition(closing)[2].strip()
    return others.startswith("<") or text.rstrip().lower().endswith(closing)


def _is_above_prose(root: re.Match[str], text: str) -> bool:
    """Tell whether Markdown or plain text follows an element that may stand above an article."""
    name = root[2].lower()
    if name not in _BLOCKS | _ABOVE_PROSE:
        return False
    lower = text.lower()
    end = lower.rfind(f"</{name}>")
    if end < 0 and name not in _EMPTY:
        return False
    others = lower[lower.find(">", max(end, root.end())) + 1 :].strip()
    return bool(others) and not others.startswith("<")


def _start_of_root(text: str) -> tuple[int, str]:
    """Return where the root element begins, and the name that an XML or doctype line declares.

    The name is `xml` after an XML declaration without doctype, and empty without either.
    """
    at, declared = 0, ""
    while True:
        if text.startswith("<?xml", at):
            declared = declared or "xml"
        if before := _BEFORE.match(text, at):
            at = before.end()
        elif doctype := _DOCTYPE.match(text, at):
            declared, at = doctype[1].rpartition(":")[2].lower(), doctype.end()
            if text.startswith("[", at):
                end = _SUBSET_END.search(text, at)
                at = end.end() if end else len(text)
            elif text.startswith(">", at):
                at += 1
        else:
            return at, declared


def _known(name: str) -> Format | None:
    return _HTML if name == "html" else _ROOTS.get(name)


def _more_exactly(known: Format, text: str) -> Format:
    """Return the format of a file whose root element serves several formats."""
    if known.name == "a feed in RSS" and "wordpress.org/export/" in text:
        return Format("an export of WordPress (WXR)", _ARTICLES)
    if known.name == "a property list" and "<key>URL</key>" in text:
        return Format("a bookmark (.webloc)", _DATA)
    return known


def _closes_at_end(text: str, opening: str, name: str) -> bool:
    """Tell whether an element that opens a text closes at its end."""
    end = text.rstrip()
    closed = end.endswith((f"</{name}>", f":{name}>")) and text.count("<") >= _FEWEST_MARKS
    return closed or len(opening) + 1 == len(end)
