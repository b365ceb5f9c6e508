"""Hugo: the table of its shortcodes, and of those that its themes bring → their forms."""

from collections.abc import Mapping

from printkit.copyedit.dialects import forms, linked_forms
from printkit.copyedit.dialects.builder_blocks import builder_block
from printkit.copyedit.dialects.forms import Form


def _all(form: Form, listed: str) -> dict[str, Form]:
    return dict.fromkeys(listed.split(), form)


FORMS: Mapping[str, Form] = {
    **_all(linked_forms.figure, """figure fig img image picture photo imgcap imageconvert resize
        responsive-image lightbox zoom-img load-photo bundle-image figure-dynamic
        themedimage idealimage"""),
    **_all(forms.note, "notice callout admonition alert hint message box banner infobox pageinfo"),
    **dict.fromkeys(forms.NOTES, forms.named_note),
    **_all(forms.panel, """details expand collapse collapsible spoiler accordion accordion-item
        tab tabitem tabs-item codetab foldable toggle step dropdown tab-item
        grid-item-card code-tab"""),
    **_all(forms.quotation, "quote blockquote epigraph testimonial citation cite"),
    **_all(forms.pull_quote, "pullquote pull-quote"),
    **_all(forms.block, """tabs tabpane tab-set tab-group tabgroup codetabs steps stepper
        columns column row col grid cards cardpane section div center lead
        accordionitem panel wrapper"""),
    **_all(linked_forms.link, "button btn link href"),
    **_all(builder_block, """card linkcard link-card hero cta person author profile team member
        teammember team-member feature service event stat stats counter countdown metric number
        price pricing pricing-card pricingcard plan progress progressbar progress-bar meter gauge
        rating timeline timelineitem timeline-item milestone recipe"""),
    **_all(forms.in_brackets, "sidenote marginnote sn mn"),
    **_all(forms.line, """kbd mark highlight-text badge abbr emphasize underline color font
        tooltip typeit hl"""),
    **_all(forms.raised, "sup superscript"),
    **_all(forms.lowered, "sub subscript"),
    **_all(forms.nothing, "rawhtml raw-html html br clear toc column-break"),
    **{name: linked_forms.embed(pattern) for name, pattern in linked_forms.PLAYERS.items()},
    **_all(linked_forms.film, "video audio music iframe embed pdf"),
}  # fmt: skip

ADDRESSES = frozenset(("ref", "relref"))
"""Shortcodes in the place of an address: the name of a page of the site."""

VALUES = frozenset(("param", "params", "meta", "site"))
"""Shortcodes for a value of the front matter or of the site."""

FORMULAS = frozenset(("math", "katex", "latex", "tex"))
"""Shortcodes whose words are TeX."""

CHARTS = frozenset(("chart",))
"""Shortcodes whose words are code; without words, their arguments have all that the site shows."""

LISTINGS = FORMULAS | {"highlight", "code", "codeblock", "code-block", "mermaid", "prism"} | CHARTS
"""Shortcodes whose words are code, and stay as they are written."""
