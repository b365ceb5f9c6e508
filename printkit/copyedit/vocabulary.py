"""Vocabulary: the HTML elements and attributes that copy-editing reads, keeps or removes."""


def names(listed: str) -> frozenset[str]:
    """Split a text at its spaces, and return the names in it as a set."""
    return frozenset(listed.split())


VOID = names("area base br col embed hr img input link meta param source track wbr")
HEADINGS = names("h2 h3 h4 h5 h6")
INLINE = names(
    """a em strong b i u s sub sup small q cite abbr time kbd samp var mark del ins span bdi bdo
    code br img"""
)

PRINTED_TAGS = (INLINE - {"img"} | HEADINGS) | names(
    """p ul ol li dl dt dd blockquote pre table caption thead tbody tfoot tr th td hr div aside"""
)
"""The elements that leave copy-editing. A picture leaves as a hole."""

PRINTED_ATTRIBUTES = {
    "*": names("id lang dir class data-said data-before data-after"),
    "a": names("href"),
    "td": names("colspan rowspan"),
    "th": names("colspan rowspan scope"),
    "ol": names("start reversed type"),
    "ul": names("type"),
    "li": names("value"),
    "abbr": names("title"),
    "time": names("datetime"),
    "span": names("role aria-label"),
}

CLASSES = names(
    """pull-quote note-ref label verse embed caption address number formula equation overline matrix
    matrix-row matrix-cell fence-2 fence-3 fence-4"""
)
"""Our own class names; no other class leaves copy-editing."""

SCHEMES = names("http https mailto tel")
"""The schemes of addresses to which a printed link may lead."""

MATHML = names(
    """math mi mo mn ms mtext mrow mfrac msqrt mroot mstyle merror mpadded mphantom mspace msub
    msup msubsup munder mover munderover mmultiscripts mprescripts none mtable mtr mlabeledtr mtd
    menclose mfenced maction semantics annotation annotation-xml apply ci cn"""
)
"""The elements of formulas."""

READ_TAGS = (
    PRINTED_TAGS
    | frozenset(f"x-{name}" for name in MATHML)
    | names(
        """h1 figure figcaption img picture source video audio track embed object canvas details
    summary article main header footer section nav address hgroup center font tt big strike
    acronym dir menu form fieldset legend label button select textarea input output progress
    meter option optgroup datalist ruby rt rp dfn data area dialog search marquee x-custom
    x-iframe x-noscript x-svg x-tex x-mjx-container"""
    )
)
"""The elements that the passes between `repair` and `certify` read."""

READ_ATTRIBUTES = PRINTED_ATTRIBUTES | {
    "*": names(
        """id class lang dir style hidden aria-hidden aria-expanded aria-controls role itemprop
        background"""
    ),
    "a": names("href x-href name"),
    "area": names("x-href alt"),
    "img": names("src srcset alt title width height original"),
    "source": names("src srcset type"),
    "video": names("src title aria-label poster"),
    "audio": names("src title aria-label"),
    "embed": names("src title"),
    "object": names("data title"),
    "dialog": names("open"),
    "x-iframe": names("src srcdoc title aria-label"),
    "x-svg": names("width"),
    "x-math": names("alttext display"),
    "x-annotation": names("encoding"),
    "x-mfrac": names("linethickness"),
    "x-mi": names("mathvariant"),
    "x-mspace": names("width linebreak"),
    "x-mfenced": names("open close separators"),
    "x-menclose": names("notation"),
    "x-mjx-container": names("aria-label display"),
    # Only `formulas` describes a formula: a body may not bring its own.
    "span": names(""),
    "input": names("type checked value placeholder src alt"),
    "button": names("type"),
    "option": names("selected label"),
    "optgroup": names("label"),
    "label": names("for"),
    "progress": names("value"),
    "meter": names("value"),
    "acronym": names("title"),
    "x-custom": names("src srcset poster alt title"),
}
ALIENS = MATHML | names(
    """iframe noscript mjx-container text tspan desc g view switch line set use marker mask pattern
    filter symbol metadata stop path"""
)
"""Elements that nh3 would drop with their words, or return as text; `repair` renames them."""

UNREAD = names("script style template svg math title head frameset frame")
"""Elements that are removed with all their contents."""
