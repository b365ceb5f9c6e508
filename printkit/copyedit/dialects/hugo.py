"""Hugo: the table of its shortcodes, and of those that its themes bring → their forms."""

from collections.abc import Mapping

from printkit.copyedit.dialects import forms, linked_forms
from printkit.copyedit.dialects.forms import Form


def _all(form: Form, listed: str) -> dict[str, Form]:
    return dict.fromkeys(listed.split(), form)


FORMS: Mapping[str, Form] = {
    **_all(linked_forms.figure, """figure fig img image picture photo imgcap imageconvert resize
        responsive-image lightbox zoom-img load-photo bundle-image figure-dynamic"""),
    **_all(forms.note, "notice callout admonition alert hint message box banner infobox pageinfo"),
    **dict.fromkeys(forms.NOTES, forms.named_note),
    **_all(forms.panel, """details expand collapse collapsible spoiler accordion accordion-item
        tab tabitem tabs-item codetab foldable toggle step dropdown tab-item
        grid-item-card code-tab"""),
    **_all(forms.quotation, "quote blockquote epigraph testimonial citation cite"),
    **_all(forms.pull_quote, "pullquote pull-quote"),
    **_all(forms.block, """tabs tabpane tab-set tab-group tabgroup codetabs steps columns column row
        col grid cards cardpane section div center lead card timeline timelineItem
        panel wrapper"""),
    **_all(linked_forms.link, "button btn link linkcard link-card href"),
    **_all(forms.line, "kbd mark highlight-text badge abbr emphasize underline color font"),
    **_all(forms.nothing, "rawhtml raw-html html br clear toc"),
    "youtube": linked_forms.embed("https://www.youtube.com/watch?v={}"),
    "youtubelite": linked_forms.embed("https://www.youtube.com/watch?v={}"),
    "youtube-lite": linked_forms.embed("https://www.youtube.com/watch?v={}"),
    "vimeo": linked_forms.embed("https://vimeo.com/{}"),
    "vimeo_simple": linked_forms.embed("https://vimeo.com/{}"),
    "bilibili": linked_forms.embed("https://www.bilibili.com/video/{}"),
    "tweet": linked_forms.embed("https://twitter.com/{}/status/{1}"),
    "x": linked_forms.embed("https://x.com/{}/status/{1}"),
    "x_simple": linked_forms.embed("https://x.com/{}/status/{1}"),
    "twitter": linked_forms.embed("https://twitter.com/{}/status/{1}"),
    "twitter_simple": linked_forms.embed("https://twitter.com/{}/status/{1}"),
    "mastodon": linked_forms.embed("{}"),
    "gist": linked_forms.embed("https://gist.github.com/{}/{1}"),
    "github": linked_forms.embed("https://github.com/{}"),
    "instagram": linked_forms.embed("https://www.instagram.com/p/{}"),
    "instagram_simple": linked_forms.embed("https://www.instagram.com/p/{}"),
    "tiktok": linked_forms.embed("https://www.tiktok.com/video/{}"),
    "spotify": linked_forms.embed("https://open.spotify.com/{}/{1}"),
    "soundcloud": linked_forms.embed("https://soundcloud.com/{}"),
    "codepen": linked_forms.embed("https://codepen.io/pen/{}"),
    "jsfiddle": linked_forms.embed("https://jsfiddle.net/{}"),
    "asciinema": linked_forms.embed("https://asciinema.org/a/{}"),
    **_all(linked_forms.film, "video audio music iframe embed pdf"),
}  # fmt: skip

ADDRESSES = frozenset(("ref", "relref"))
"""Shortcodes in the place of an address: the name of a page of the site."""

VALUES = frozenset(("param", "params", "meta", "site"))
"""Shortcodes for a value of the front matter or of the site."""

LISTINGS = frozenset(
    ("highlight", "code", "codeblock", "code-block", "mermaid", "math", "katex", "chart", "prism")
)
"""Shortcodes whose words are code, and stay as they are written."""
