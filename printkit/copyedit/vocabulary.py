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
    matrix-row matrix-cell fence-2 fence-3 fence-4 drawing small-caps
    all-small-caps"""
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

CONTENT_MATHML = names(
    """abs and approx arccos arccosh arccot arccoth arccsc arccsch arcsec arcsech arcsin arcsinh
    arctan arctanh arg bind bvar card cartesianproduct ceiling cerror codomain complexes compose
    condition conjugate cos cosh cot coth cs csc csch csymbol curl declare degree determinant
    diff discard divergence divide domain domainofapplication emptyset eq equivalent eulergamma
    exists exp exponentiale factorial factorof false floor fn forall gcd geq grad gt ident
    imaginary imaginaryi implies in infinity int integers intersect interval inverse lambda
    laplacian lcm leq limit list ln log lowlimit lt matrix matrixrow max mean median mglyph min
    minus mlongdiv mode moment momentabout mpath mscarries mscarry msgroup msline msrow mstack
    naturalnumbers neq not notanumber notin or otherwise outerproduct partialdiff pi piece
    piecewise plus power primes product prsubset quotient rationals real reals reln rem root
    scalarproduct sdev sec sech selector sep setdiff share sin sinh subset sum tan tanh tendsto
    times transpose true union uplimit variance vector vectorproduct xor"""
)
"""Elements of formulas that nh3 drops with their words; XML dialects also have `list` and `sec`."""

READ_TAGS = (
    PRINTED_TAGS
    | frozenset(f"x-{name}" for name in MATHML)
    | names(
        """h1 figure figcaption img picture source video audio track embed object canvas details
    summary article main header footer section nav address hgroup center font tt big strike
    acronym dir menu form fieldset legend label button select textarea input output progress
    meter option optgroup datalist ruby rt rp dfn data area dialog search marquee param
    x-applet x-bgsound x-custom x-fencedframe x-frame x-iframe x-noscript x-oembed x-portal x-svg
    x-tex x-mjx-container"""
    )
)
"""The elements that the passes between `repair_markup` and `certify` read."""

READ_ATTRIBUTES = PRINTED_ATTRIBUTES | {
    "*": names(
        """id class lang dir style hidden aria-hidden aria-expanded aria-controls aria-label
        aria-labelledby role
        itemprop background fallback placeholder align"""
    ),
    "a": names("href x-href name"),
    "area": names("x-href alt"),
    "font": names("size"),
    "table": names("border"),
    "img": names("src srcset alt title width height original source"),
    "source": names("src srcset type"),
    "video": names("src title poster width height"),
    "audio": names("src title"),
    "embed": names("src title type alt width height"),
    "object": names("data title type width height"),
    "param": names("name value"),
    "dialog": names("open"),
    "x-applet": names("code archive object title alt"),
    "x-bgsound": names("src"),
    "x-fencedframe": names("src title"),
    "x-frame": names("src title"),
    "x-iframe": names("src srcdoc title width height"),
    "x-oembed": names("url title"),
    "x-portal": names("src title"),
    "x-math": names("alttext display"),
    "x-annotation": names("encoding"),
    "x-maction": names("actiontype selection"),
    "x-mfrac": names("linethickness"),
    "x-mi": names("mathvariant"),
    "x-mspace": names("width linebreak"),
    "x-mfenced": names("open close separators"),
    "x-menclose": names("notation"),
    "x-mjx-container": names("aria-label display"),
    # Only `formulas` describes a formula: a body may not bring its own.
    "span": names(""),
    "input": names("type name checked value placeholder src alt title width height"),
    "button": names("type"),
    "option": names("selected label"),
    "optgroup": names("label"),
    "label": names("for"),
    "progress": names("value max"),
    "meter": names("value min max"),
    "select": names("multiple"),
    "acronym": names("title"),
    "x-custom": names(
        """src srcset srcdoc data image img photo picture image-src img-src image-url poster
        thumbnail poster-portrait-src layout url href link to videoid video-id width height alt
        title caption credit photographer heading headline subtitle description summary label
        text quote cite author panel name value content-id tab"""
    ),
}
ALIENS = MATHML | names(
    """iframe noscript portal fencedframe frameset applet oembed mjx-container
    text tspan desc g view switch line set use marker mask pattern
    filter symbol metadata stop path rect circle ellipse polyline polygon clippath textpath
    lineargradient radialgradient animate"""
)
"""Elements that nh3 would drop, or return as text; `repair_markup` renames them."""

UNREAD = names("script style template svg math title head")
"""Elements that are removed with all their contents."""
