"""Small pages, and the structure tree that each must get: roles, order, words."""

from tests.support.tagged_snippets import SQUARE

IMG = f'<img alt="A square" src="{SQUARE}">'
LINES = " ".join(["line after line"] * 8)
TREES = {
    # Roles
    "<h1>Title</h1><p>Text</p>": "H1('Title') P('Text')",
    "<main><article><section><p>x": "Part(Art(Sect(P('x'))))",
    "<aside>By the way</aside>": "Sect(P('By the way'))",
    "<div class=kicker>Sport</div>": "P('Sport')",
    "<header><div>By <b>Ann</b></div></header>": "Div(P('By' Span('Ann')))",
    "<div>bare<p>block</p>bare</div>": "Div(P('bare') P('block') P('bare'))",
    "<blockquote>Said</blockquote>": "BlockQuote(P('Said'))",
    "<p><em>a</em> <q>b</q> <code>c</code>": "P(Span('a') Quote('“' 'b' '”') Code('c'))",
    "<p><span>O</span>nce": "P('O' 'nce')",
    "<pre><code>a\nb</code></pre>": "P(Code('a' 'b'))",
    "<h1><div>Split</div>title</h1>": "H1('Split' 'title')",
    "<p>a</p><p></p><ul></ul><hr><div> </div>": "P('a')",
    "<p>a <i>b</i><p>c": "P('a' Span('b')) P('c')",
    "bare <b>body</b><p>p</p>": "P('bare' Span('body')) P('p')",
    # Formulas
    "<p>a <span role=math aria-label='x^2'><i>x</i>²</span> b": "P('a' Formula('x' '²') 'b')",
    "<p><span role=math aria-label='1/2'>1<sup>/</sup>2</span>": "P(Formula('1' '/' '2'))",
    "<p><span role=math><i>x</i></span>": "P(Span('x'))",
    # Lists
    "<ul><li>a<li>b</ul>": "L(LI(Lbl('•') LBody('a')) LI(Lbl('•') LBody('b')))",
    "<ol><li><p>a<p>b</ol>": "L(LI(Lbl('1.') LBody(P('a') P('b'))))",
    "<ul><li>a<ul><li>b</ul>c</ul>": (
        "L(LI(Lbl('•') LBody(P('a') L(LI(Lbl('◦') LBody('b'))) P('c'))))"
    ),
    "<ul style='list-style: none'><li>a</ul>": "L(LI(LBody('a')))",
    "<ul>loose<li>a<div>b</div></ul>": "L(LI(LBody('loose')) LI(Lbl('•') LBody(P('a') P('b'))))",
    "<li>alone</li><p>x": "L(LI(Lbl('•') LBody('alone'))) P('x')",
    "<dl><dt>T<dd>D</dl>": "L(LI(Lbl('T') LBody('D')))",
    "<dl><dt>T<dt>U<dd>D<dd><p>E</dl>": "L(LI(Lbl('T') Lbl('U') LBody(P('D') Div(P('E')))))",
    "<dl><div><dt>T<dd>D</div><div><dt>U<dd>E</div></dl>": (
        "L(LI(Lbl('T') LBody('D')) LI(Lbl('U') LBody('E')))"
    ),
    # Links
    "<p><a href='http://x.y/'><strong>in</strong> out</a>": "P(Link(@ Span('in') 'out'))",
    "<p><a href='http://x.y/'><span>a</span></a>": "P(Link(@ 'a'))",
    f"<p><a href='http://x.y/'>{IMG}</a>": "P(Link(@ Figure(*)))",
    "<p><a>no link</a> <a href='#lost'>lost</a>": "P('no link' 'lost')",
    "<a href='http://x.y/' style='display: block'><p>a</p><p>b</p></a>": "Link(@ P('a') P('b'))",
    "<p id=here>a <a href='#here'>b</a>": "P('a' Link(@ 'b'))",
    "<style>a::after{content:'!'}</style><p><a href='http://x.y/'>a</a>": "P(Link(@ 'a' '!'))",
    # Pictures
    f"<figure>{IMG}<figcaption>Words <em>x</em></figcaption></figure>": (
        "Div(Figure(*) Caption('Words' Span('x')))"
    ),
    f"<p>a {IMG} b": "P('a' Figure(*) 'b')",
    f"<p>a<img alt='' src='{0}'>".format(SQUARE): "P('a')",
    "<svg width=9 height=9><title>Two</title><rect width=9 height=9 /></svg>": "Figure(*)",
    "<p>a<svg width=9 height=9><rect width=9 height=9 /></svg>": "P('a')",
    "<style>p::before{content: url(data:image/svg+xml,%3Csvg%20xmlns='http://www.w3.org/2000/svg'%20"
    "width='9'%20height='9'/%3E)}</style><p>a": "P('a')",
    "<img alt='Lost' src='lost.png'>": "P('Lost')",
    # Tables
    "<table><caption>C</caption><tr><th>a<td>b</table>": (
        "Table(Caption('C') TBody(TR(TH('a') TD('b'))))"
    ),
    "<table><tr><td>a<p>b</table>": "Table(TBody(TR(TD(P('a') P('b')))))",
    "<table><tr><td rowspan=1 data-rowspan=2>a<td>b<tr><td class=repeated>a<td>c</table>": (
        "Table(TBody(TR(TD('a') TD('b')) TR(TD('c'))))"
    ),
    "<table><tr><td>a<tr><td>b<td>c</table>": "Table(TBody(TR(TD('a') TD()) TR(TD('b') TD('c'))))",
    "<table><thead><tr><td>a<thead><tr><td>b</table>": (
        "Table(THead(TR(TD('a'))) TBody(TR(TD('b'))))"
    ),
    "<table><tfoot><tr><td>f<tbody><tr><td>b</table>": (
        "Table(TBody(TR(TD('b'))) TFoot(TR(TD('f'))))"
    ),
    "<table><caption>C</caption></table><p>x": "Div(Caption('C')) P('x')",
    # Layout that moves boxes
    f"<div style='columns: 3'><p>{LINES}</div>": None,
    "<div style='display: flex'><p>a<p>b</div>": "Div(P('a') P('b'))",
    "<div style='display: grid'><p>a<p>b</div>": "Div(P('a') P('b'))",
    "<p>a <span style='float: right'>b</span> c": "P('a' 'b' 'c')",
    "<p>a <b style='position: absolute; top: 0'>b</b> c": "P('a' Span('b') 'c')",
    "<p style='opacity: .5'>a <b>b</b>": "P(* Span(*))",
    "<p>a<span style='float: footnote'>note</span> b": (
        "P('a' Reference('1') Note('1.' 'note') 'b')"
    ),
}
