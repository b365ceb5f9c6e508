"""Forms: the call of a shortcode goes in, the HTML that stands for the shortcode comes out.

The tables of the dialects name one of these forms for each shortcode.
"""

import re
from collections.abc import Callable
from html import escape
from typing import NamedTuple

from printkit.copyedit.dialects.calls import Call
from printkit.copyedit.dialects.settings import is_colour
from printkit.text.patterns import regex

Inline = Callable[[str], str]
"""Makes HTML of the words in an argument: the words may be Markdown."""

_KIND = regex(r"[a-z][a-z_-]*")
_HEXO = ("codeblock", "code")
_OPTION = regex(r"[a-z_]+:(?!//)\S*$|(?:from|to)?\d[\d,-]*$")
_WEB = ("http://", "https://")
_SIDES = ("left", "right", "center", "centre")
_SETTINGS = ("true", "false", "open", "closed", "simple", "plain", "icon")
_COLOURS = ("primary", "secondary", "success", "light", "dark", "blue", "red", "green", "yellow",
            "orange", "grey", "gray", "default", "none", "purple", "white", "black")  # fmt: skip
NOTES = frozenset(
    [
        "note",
        "tip",
        "info",
        "warning",
        "caution",
        "danger",
        "important",
        "success",
        "error",
        "attention",
        "hint",
        "question",
        "example",
        "bug",
        "abstract",
        "todo",
        "seealso",
        "aside",
    ]
)
"""Names that say themselves of which kind a note is."""

KIND_OF_NOTE = "kind-of-note"
"""The class of the label of a note that has no title of its own."""


class Written(NamedTuple):
    """The HTML that stands for a shortcode.

    Attributes:
        opening: stands in the place of the shortcode.
        closing: stands in the place of its closing shortcode.
    """

    opening: str
    closing: str = ""


Form = Callable[[Call, Inline], Written]


def nothing(call: Call, inline: Inline) -> Written:
    """Write nothing: the shortcode only places its words on the screen."""
    del call, inline
    return Written("")


def block(call: Call, inline: Inline) -> Written:
    """Write the words in the shortcode as a block, below its title."""
    label = head(inline(call.take_words("title", "heading", "header", "label", "name", "summary")))
    return Written(f"<div>{label}", "</div>") if call.paired else Written(label)


def line(call: Call, inline: Inline) -> Written:
    """Write the words in the shortcode, or its text, within the line.

    Beside words in the shortcode, its text explains these words and stands in brackets.
    """
    said = call.take_words("text", "content", "label", "title")
    if not said and not (call.paired and call.listed and is_colour(call.listed[0])):
        said = call.take_listed(0)
    if call.paired:
        return Written("", f" ({inline(said)})" if said else "")
    return Written(inline(said))


def raised(call: Call, inline: Inline) -> Written:
    """Write words above the line: `{{< sup >}}2{{< /sup >}}`."""
    return _in_element("sup", call, inline)


def lowered(call: Call, inline: Inline) -> Written:
    """Write words below the line: `{{< sub "2" >}}`."""
    return _in_element("sub", call, inline)


def _in_element(name: str, call: Call, inline: Inline) -> Written:
    said = inline(call.take_rest() or call.take_words("text", "content"))
    if call.paired:
        return Written(f"<{name}>{said}", f"</{name}>")
    return Written(f"<{name}>{said}</{name}>")


def in_brackets(call: Call, inline: Inline) -> Written:
    """Write a note beside the text in brackets; an argument before the words is its name."""
    said = inline(call.take_words("text", "content") or (call.listed[-1] if call.listed else ""))
    call.take_rest()
    return Written(" (", ")") if call.paired else Written(f" ({said})")


def note(call: Call, inline: Inline) -> Written:
    """Write a note with its title; the first argument without a name may be its kind."""
    kind = call.take("type", "kind", "style", "class", "color", "level", "status")
    if not kind and call.listed and _KIND.fullmatch(call.listed[0].lower()):
        kind = call.take_listed(0)
    title = call.take("title", "heading", "header", "label", "summary", "name")
    listed = [one for one in call.listed if one.lower() not in _SETTINGS]
    call.take_rest()
    title = title or (listed.pop(0) if listed else "")
    said = call.take("content", "text", "message", "description", "body") or " ".join(listed)
    return _write_note(head(inline(title)) or _head_of_kind(kind), inline(said), call)


def named_note(call: Call, inline: Inline) -> Written:
    """Write a note whose kind is the name of the shortcode: `{{< warning >}}`."""
    title = call.take("title", "heading", "header", "label", "name") or call.take_listed(0)
    said = call.take("content", "text", "message", "body")
    name = re.split(r"[_/.:]", call.name)[-1]
    styled = call.take("style") if name == "hint" else ""
    name = styled if styled in NOTES else name
    if title.lower() in NOTES:
        name, title = title, ""
    title = "" if title.lower() in _SETTINGS else title
    return _write_note(head(inline(title)) or _head_of_kind(name), inline(said), call)


def _write_note(label: str, said: str, call: Call) -> Written:
    opening = f"<aside>{label}{f'<p>{said}</p>' if said else ''}"
    return Written(opening, "</aside>") if call.paired else Written(f"{opening}</aside>")


def _head_of_kind(kind: str) -> str:
    """Return the label of a note without a title: its kind; a colour says nothing on paper."""
    if not kind or kind.lower() in _COLOURS:
        return ""
    named = kind.replace("-", " ").replace("_", " ").capitalize()
    return f'<summary class="{KIND_OF_NOTE}">{escape(named)}</summary>'


def panel(call: Call, inline: Inline) -> Written:
    """Write a folded passage or a tab, below its label."""
    names = ("title", "summary", "label", "name", "header", "heading", "tab", "tabname")
    value = call.take("value")  # stands for the label where no label is
    named = call.take_words(*names) or value
    label = head(inline(named or call.take_rest()))
    return Written(f"<div>{label}", "</div>") if call.paired else Written(label)


def heading(call: Call, inline: Inline) -> Written:
    """Write a heading: the words in the shortcode, or its text, and the words below."""
    names = ("text", "title", "heading", "main_heading", "headline", "content")
    said = inline(call.take_words(*names) or call.take_listed(0))
    link = call.take_link("link", "url", "href", "title_link")
    below = inline(call.take_words("subheading", "sub_heading", "subtitle", "tagline"))
    below = f"<p>{below}</p>" if below else ""
    opening, closing = (f'<a href="{escape(link)}">', "</a>") if link else ("", "")
    if not call.paired:
        return Written(f"<h3>{opening}{said or escape(link)}{closing}</h3>{below}")
    if said:
        # The words in the shortcode stand below the heading.
        return Written(f"<h3>{opening}{said}{closing}</h3>{below}<div>", "</div>")
    return Written(f"<h3>{opening}", f"{closing}</h3>{below}")


def quotation(call: Call, inline: Inline) -> Written:
    """Write a quotation, and below it who said so."""
    names = ("author", "cite", "name", "by", "attribution", "source", "title", "portrait_name",
             "job_title", "position", "role", "subtitle", "company", "company_name")  # fmt: skip
    said = inline(call.take_words("text", "quote", "content"))
    cited = [inline(call.take_words(name)) for name in names]
    if not said and not call.paired and len(call.listed) > 1:
        said = inline(call.take_listed(0))
    link = next((one for one in call.listed if one.startswith(_WEB)), "")
    rest = [one for one in call.listed if one != link and one.lower() not in _SIDES]
    call.take_rest()
    cited.append(inline(" ".join(rest).rstrip(",")))
    link = link or call.take("url", "link", "href", "citelink")
    source = ", ".join(filter(None, cited))
    if link:
        source = f'<a href="{escape(link)}">{source or escape(link)}</a>'
    closing = f"<p><cite>{source}</cite></p></blockquote>" if source else "</blockquote>"
    if call.paired:
        return Written(f"<blockquote>{said}", closing)
    return Written(f"<blockquote><p>{said}</p>{closing}")


def pull_quote(call: Call, inline: Inline) -> Written:
    """Write words of the article, set large."""
    written = quotation(call, inline)
    opening = written.opening.replace("<blockquote>", '<aside class="pull-quote">')
    closing = (written.closing or "</aside>").replace("</blockquote>", "</aside>")
    return Written(opening.replace("</blockquote>", "</aside>"), closing)


def listing(call: Call, inline: Inline) -> Written:
    """Write code as it stands, below the name of its file."""
    title = inline(call.take("title", "file", "filename", "caption", "name", "heading"))
    if call.name in _HEXO and not title:
        title = _hexo_title(call, inline)
    language = call.take("lang", "language") or call.take_listed(0)
    said = call.take_rest()
    if not call.paired:
        code = f"<pre><code>{escape(said)}</code></pre>" if said else ""
        return Written(f"{head(title)}{code}")
    given = f' class="language-{escape(language)}"' if _KIND.match(language.lower()) else ""
    return Written(f"{head(title)}<pre><code{given}>", "</code></pre>")


def _hexo_title(call: Call, inline: Inline) -> str:
    """Return the title and the link of code: `Title lang:js https://e.org Words`.

    A single word is the language, and words such as `lang:js` are settings.
    """
    words = [one for one in call.listed if not _OPTION.match(one)]
    if len(words) < 2 and not any(one.startswith(("lang:", *_WEB)) for one in call.listed):
        return ""
    call.take_rest()
    at = next((at for at, one in enumerate(words) if one.startswith(_WEB)), len(words))
    title = inline(" ".join(words[:at]))
    if at == len(words):
        return title
    address = escape(words[at])
    shown = inline(" ".join(words[at + 1 :])) or address
    return f'{title} <a href="{address}">{shown}</a>'.strip()


def head(title: str) -> str:
    """Return the label above a block; nothing if the label is empty."""
    return f"<summary>{title}</summary>" if title else ""
