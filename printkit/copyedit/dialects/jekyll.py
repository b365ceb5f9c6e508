"""Jekyll, Hexo, Octopress, Eleventy: the table of Liquid tags → their forms."""

from collections.abc import Mapping
from html import escape
from itertools import pairwise

from printkit.copyedit.dialects import forms, hugo, linked_forms
from printkit.copyedit.dialects.calls import Call
from printkit.copyedit.dialects.forms import Form, Inline, Written, panel
from printkit.copyedit.dialects.page_addresses import PAGE
from printkit.copyedit.dialects.settings import is_colour

_OPTIONS = ("open", "close", "closed", "cyan", "child")


def _octopress_picture(call: Call, inline: Inline) -> Written:
    """Write a picture, as in `{% img left /a.jpg 300 200 "Title" "Alt" %}`."""
    listed, options = _part_options([call.take_listed(at) for at in range(len(call.listed))])
    address = next((one for one in listed if "/" in one or "." in one), "")
    behind = listed[listed.index(address) + 1 :] if address else []
    said = inline(" ".join(one for one in behind if not one.rstrip("%px").isdigit()))
    said = said or inline(call.take_words("caption", "title"))
    caption = f"<figcaption>{said}</figcaption>" if said else ""
    alt = escape(options.get("alt", "") or call.take("alt"))
    address = escape(address or call.take("src", "url", "path"))
    shown = f'<img src="{address}" alt="{alt}">'
    if link := options.get("link", ""):
        shown = f'<a href="{escape(link)}">{shown}</a>'
    return Written(f"<figure>{shown}{caption}</figure>")


def _part_options(listed: list[str]) -> tuple[list[str], dict[str, str]]:
    """Return arguments without the options behind them, such as `--alt Words`, and the options."""
    names = [at for at, one in enumerate(listed) if one.startswith("--")]
    options = {
        listed[at][2:]: " ".join(listed[at + 1 : end])
        for at, end in pairwise((*names, len(listed)))
    }
    return listed[: names[0]] if names else listed, options


def named_page(call: Call, inline: Inline) -> Written:
    """Write the words of a link to a page or a file of the site, whose address nobody knows."""
    listed = [call.take_listed(at) for at in range(len(call.listed))]
    address = next((one for one in listed if one.startswith(("http://", "https://"))), "")
    words = " ".join(one for one in listed if one != address)
    if address.endswith(","):
        address, words = address.rstrip(","), words.replace(", ", " ").rstrip(",")
    if not address:
        page, *others = listed or [""]
        words, address = " ".join(others) or page, f"{PAGE}{page}"
    return Written(f'<a href="{escape(address)}">{inline(words) or escape(address)}</a>')


def _hexo_label(call: Call, inline: Inline) -> Written:
    """Write words in a colour: `{% label primary@Words %}`."""
    return Written(inline(call.take_rest().rpartition("@")[2]))


def _hexo_button(call: Call, inline: Inline) -> Written:
    """Write a button whose parts stand between commas: address, words, icon, explanation."""
    if not any("," in one for one in call.listed):
        return linked_forms.link(call, inline)
    parts = [one.strip() for one in call.take_rest().split(",")]
    address, words = escape(parts[0]), inline(parts[1])
    explained = f" ({inline(parts[3])})" if len(parts) > 3 and parts[3] else ""
    return Written(f'<a href="{address}">{words or address}</a>{explained} ')


def _hexo_tick(call: Call, inline: Inline) -> Written:
    """Write a box with its words: `{% checkbox red checked, Words %}`."""
    options, comma, words = call.take_rest().partition(",")
    checked = " checked" if comma and "checked" in options.split() else ""
    return Written(f'<input type="checkbox"{checked}> {inline((words or options).strip())}')


def _hexo_panel(call: Call, inline: Inline) -> Written:
    """Write folded words below their label; behind a comma stand colours, before it an option."""
    first, _, second = call.take_rest().partition(",")
    is_option = second and all(one in _OPTIONS or is_colour(one) for one in first.split())
    return panel(Call.titled(call.name, (second if is_option else first).strip()), inline)


FORMS: Mapping[str, Form] = {
    **hugo.FORMS,
    **dict.fromkeys(("btn", "button"), _hexo_button),
    **dict.fromkeys(("checkbox", "radio"), _hexo_tick),
    **dict.fromkeys(("hideToggle", "hideBlock", "folding", "timeline"), _hexo_panel),
    "post_link": named_page,
    "asset_link": named_page,
    "label": _hexo_label,
    "cq": forms.block,
    "centerquote": forms.block,
    "gp": forms.block,
    "grouppicture": forms.block,
    "img": _octopress_picture,
    "asset_img": _octopress_picture,
    "picture": _octopress_picture,
    "fancybox": _octopress_picture,
}
"""Tags by name; the file of an `include` counts as the name: `{% include figure.html %}`."""

INCLUDES = frozenset(("include", "include_relative", "include_cached", "render", "partial"))

ADDRESSES = frozenset(("link", "post_url", "asset_path", "url"))
"""Tags in the place of an address: the name of a page or a file of the site."""

LISTINGS = hugo.FORMULAS | {"highlight", "codeblock", "code", "mermaid", "plantuml"}
"""Tags whose words are code, and stay as they are written."""

RAW = frozenset(("raw", "verbatim"))
"""Tags between which no tag counts."""

COMMENTS = frozenset(("comment",))
"""Tags whose words no reader of the site sees."""

CONTROL = frozenset(
    [
        "if",
        "elsif",
        "else",
        "elif",
        "unless",
        "case",
        "when",
        "for",
        "break",
        "continue",
        "cycle",
        "assign",
        "capture",
        "increment",
        "decrement",
        "tablerow",
        "liquid",
        "ifversion",
        "filter",
        "set",
        "block",
        "extends",
        "import",
        "macro",
    ]
)
"""Tags that choose words or set values; the words between two of these stay."""

PARTING = frozenset(["else", "elsif", "elif", "when"])

SITE_PREFIXES = frozenset(("site.baseurl", "site.url", "base_path", "baseurl", "site.github.url"))
"""Values that only stand before the path of an address."""
