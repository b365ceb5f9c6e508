"""WordPress: the table of its shortcodes, and of those of page builders → their forms.

A page builder writes a whole page in brackets. The beginning of a name tells the builder.
"""

import re
from collections.abc import Mapping

from printkit.copyedit.dialects import forms, linked_forms
from printkit.copyedit.dialects.builder_blocks import builder_block
from printkit.copyedit.dialects.forms import Form
from printkit.copyedit.vocabulary import names
from printkit.text.patterns import regex

_BUILDERS = regex(
    r"(vc|et_pb|su|fusion|av|cs|x|ux|mk|dt|mpc|ultimate|dfd|qode|edgtf|mkdf|eltd|nectar|thb|tatsu|oshin"
    r"|porto|wd|woodmart|ult|qodef|mkd|edgt|eltdf|bt_bb|bt|mfn|grve|penci|cz|avada|bsf|ct|stk|kc|gdlr|gdlr_core|wpb|cl|fl|ms|tm|stm|themify|tcb|thrive|spb|sc|trx|jnews"
    r"|td_block|vcex|bs|cmsmasters|sow|siteorigin|elementor|us)_[a-z0-9_-]+|fullwidth|one_(half|third"
    r"|fourth)(_last|_first)?|two_third(s)?(_last)?|three_fourth(s)?(_last)?|row|column|columns|tabs"
    r"|accordion|section|divider|spacer|clear|toggles"
)
_BARE = frozenset(
    [
        "caption",
        "wp_caption",
        "gallery",
        "playlist",
        "embed",
        "archives",
        "recent-posts",
        "rev_slider",
    ]
)
_OWN: Mapping[str, Form] = {
    **dict.fromkeys(("quote", "blockquote", "testimonial", "epigraph"), forms.quotation),
    **dict.fromkeys(("pullquote", "pull_quote", "pull-quote"), forms.pull_quote),
    **dict.fromkeys(("button", "btn", "link"), linked_forms.link),
    **dict.fromkeys(("image", "img", "photo", "figure"), linked_forms.figure),
    **dict.fromkeys(("tab", "toggle", "spoiler", "expand", "collapse", "item", "accordion-item"),
                    forms.panel),
    **dict.fromkeys(("note", "box", "alert", "notice", "message", "callout", "infobox"),
                    forms.note),
    **dict.fromkeys(("code", "sourcecode", "crayon", "syntax", "highlight", "cc"), forms.listing),
    **dict.fromkeys(("dropcap", "drop_cap", "highlight_text", "lead", "tooltip", "abbr", "small"),
                    forms.line),
    "sup": forms.raised,
    "sub": forms.lowered,
    **dict.fromkeys(
        names("""counter stat stat_counter counter_box milestone quick_fact pie_chart pie chart bar
        progress_bar progress progressbar skill skill_bar skillbar price pricing_table
        pricing_column pricing_item price_table pricing plan countdown timeline timeline_item cta
        call_to_action promo promo_box team_member person profile our_team service icon_box iconbox
        info_box feature feature_box featured_box article_box card rating review_box banner
        bullet_item fact"""),
        builder_block),
}  # fmt: skip
# What the last part of a builder's name says, the first that is found.
_BY_ENDING: tuple[tuple[re.Pattern[str], Form], ...] = tuple(
    (regex(rf"(^|[_-])({pattern})$"), form)
    for pattern, form in (
        (r"(counters?|flip|tagline|content|icon|info|promo|featured?|price|pricing|hover|service"
         r"|progress|stats?|image|team|person|iconlist|call_to_action)_?box", builder_block),
        (r"drop_?cap|highlight(ed_text)?|tooltip|label|icon_text|inline|popover", forms.line),
        (r"btn|button|button_link", linked_forms.link),
        (r"video", linked_forms.film),
        (r"pull_?quote", forms.pull_quote),
        (r"quote|blockquote|testimonials?|testimonial_single|review", forms.quotation),
        (r"heading|custom_heading|title|headline|title_in_container", forms.heading),
        (r"image(frame|_single)?|photo|lightbox", linked_forms.figure),
        (r"tab|toggle|spoiler|accordion_(item|tab)|tta_section|section_tab|faq", forms.panel),
        (r"note|alert|message|box|notification|callout", forms.note),
    )
)  # fmt: skip

CAPTIONS = frozenset(("caption", "wp_caption"))
FORMULAS = frozenset(("latex", "latexpage", "tex", "math", "equation", "katex", "mathjax"))
"""Shortcodes whose words are TeX."""

LISTINGS = FORMULAS | {"code", "sourcecode", "crayon", "syntax", "cc", "highlight"}
"""Shortcodes whose words are code, and stay as they are written."""
PLAYED = {"audio": "audio", "video": "video", "playlist": "video", "wpvideo": "video",
          "youtube": "video", "vimeo": "video", "soundcloud": "audio"}  # fmt: skip
"""Players, and the kind of each."""


def is_builder(name: str) -> bool:
    """Tell whether the name alone says that a word in brackets is a shortcode."""
    return "_" in name and _BUILDERS.fullmatch(name) is not None


def stands_bare(name: str) -> bool:
    """Tell whether a shortcode may stand without arguments and without a closing shortcode."""
    return name in _BARE or is_builder(name)


def form_of(name: str) -> Form | None:
    """Return the form of a shortcode; None if nobody knows the shortcode."""
    if name in _OWN:
        return _OWN[name]
    if _BUILDERS.fullmatch(name) is None:
        return None
    found = (form for pattern, form in _BY_ENDING if pattern.search(name))
    return next(found, builder_block)
