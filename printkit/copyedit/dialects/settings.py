"""Settings: the name and the value of an argument go in, and whether the argument has words.

Most arguments of a page builder say how a block looks: sizes, colours, names for the style sheet.
No reader of the page sees these. All other arguments may hold words, figures or addresses.
"""

import re

from printkit.copyedit.vocabulary import names
from printkit.text.patterns import regex

# A part of a name is enough: `title_font_size`, `mobile_padding`.
_LAYOUT_PART = regex(
    r"(?:^|[-_.])(?:width|height|size|sizes|colou?rs?|bg|background|align|alignment|margin|padding"
    r"|css|class|classes|classname|style|styles|font|fonts|animation|animate|animated|offset|icons?"
    r"|target|rel|border|borders|radius|shadow|opacity|delay|speed|easing|effect|effects|hover|gap"
    r"|gutter|columns?|cols|rows?|layout|layouts|tag|weight|spacing|spacer|preset|orientation"
    r"|position|placement|float|loading|lazy|shape|skin|theme|variant|variation|template|parallax"
    r"|transition|transform|responsive|breakpoint|visibility|visible|display|zoom|ratio|aspect"
    r"|justify|valign|halign|index|order|orderby|wrap|overflow|gradient|overlay|blend|filter"
    r"|autoplay|loop|muted|controls|preload|autostart|nofollow|sticky|masonry|scroll|fullscreen"
    r"|fullwidth|stretch|equal|inline|centered|rounded|outline|thickness|stroke|resize|quality"
    r"|crop|fit|emoji|direction|version|module|builder|language|lang|linenos|linenostart|numlines"
    r"|hl|copy|download|decoding|srcset|level)(?:$|[-_.])"
)
_LAYOUT_NAME = names(
    """id ids el_id key ref slug type kind mode method process context group groupid sync
    tabid tab_id section_id row_id saved_tabs disabled_on open opened
    collapsed collapse expanded default active selected disabled enabled required hidden
    autocollapse start_open state status severity closable dismissible dark light options
    inline markdown safe raw html escape nowrap block persist persistlang totext right left
    center top bottom x y z xs sm md lg xl spy anchor name_id nonce crossorigin role_aria
    allow allowfullscreen frameborder scrolling sandbox referrerpolicy taxonomies post_type
    category cat exclude include limit offset count_posts posts_per_page client editor
    emphasize-lines lineno-start force numbered bb_built av_uid attach defaultvalue defaultindex
    querystring command timezone"""
)
LABELS_OF_EDITORS = names("admin_label label_admin editor_label")
"""Names of blocks that only the editors of the site see."""
_SWITCH = regex(r"(?:show|hide|use|enable|disable|is|has|add|force|allow|enabled|custom)[-_]")
_SWITCHED = names(
    """true false yes no on off none null undefined auto default inherit initial normal custom
    enabled disabled enable disable show hide open closed left right center centre top bottom
    middle start end justify horizontal vertical small medium large big tiny mini full wide
    narrow thin thick bold solid dashed dotted round rounded square circle outline flat simple
    plain icon classic modern standard xs sm md lg xl xxl
    external_link media_library featured_image img_link_large link_image custom_link
    link_no file_link lightbox attachment _blank _self _parent _top"""
)
_SWITCHES = names(
    "yes no true false on off none external_link media_library featured_image custom_link"
    " link_image"
)
_COLOURS = names(
    """primary secondary tertiary accent success info warning danger error muted light dark black
    white grey gray silver red maroon crimson orange gold yellow olive lime green teal turquoise
    cyan aqua blue navy indigo purple violet magenta fuchsia pink brown beige tan transparent
    currentcolor rebeccapurple tomato coral salmon skyblue steelblue"""
)
_MEASURE = regex(
    r"#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})"
    r"|(?:rgba?|hsla?|var|calc)\([^()]{0,100}\)"
    r"|-?\d{0,6}(?:\.\d{1,6})?(?:px|em|rem|vw|vh|pt|deg|ms|fr)"
    r"|(?:bg|text|border|fa|fas|far|fab|dashicons)-[a-z0-9-]{1,40}",
    re.IGNORECASE,
)


def sets_look(name: str) -> bool:
    """Tell whether the name of an argument says that its value only sets the look."""
    return (
        name in _LAYOUT_NAME
        or name in LABELS_OF_EDITORS
        or bool(_LAYOUT_PART.search(name) or _SWITCH.match(name))
    )


def is_setting(value: str) -> bool:
    """Tell whether a value is a switch or a measure, and no words."""
    return value.lower() in _SWITCHED or _MEASURE.fullmatch(value) is not None


def is_switch(value: str) -> bool:
    """Tell whether a value that stands in the place of words only switches these words on."""
    return value in _SWITCHES


def is_colour(value: str) -> bool:
    """Tell whether a value is a colour or a measure."""
    return value.lower() in _COLOURS or is_setting(value)
