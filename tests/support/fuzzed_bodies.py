"""Makes bodies out of a grammar of real markup, in which every visible word is unique.

make_body(7)                  the same body each time: its text, its format, and its words
spoil_body(make_body(7), 7)   the body without some of its words, as after a faulty pass

The address of each picture, link and film has a unique word, too, so a plain search finds every
loss. Words of six letters never contain each other.
"""

import random
from collections.abc import Callable
from functools import partial
from typing import NamedTuple

_CONSONANTS, _VOWELS = "bdfgklmnprstvz", "aeiou"
_INLINE = (
    *("em", "strong", "b", "i", "u", "small", "mark", "q", "cite", "kbd", "samp", "var", "ins"),
    *("del", "abbr", "span", "code", "sub", "sup"),
)

Kind = Callable[[], str]


class FuzzedBody(NamedTuple):
    """A body, and the words that a browser shows of the body.

    Attributes:
        body: the text of the body.
        body_format: `html` or `markdown`.
        words: every unique word that a reader sees, or that stands in an address.
    """

    body: str
    body_format: str
    words: tuple[str, ...]


def make_body(seed: int) -> FuzzedBody:
    """Return the body of a seed: every third body is Markdown with HTML inside."""
    writer = _Writer(random.Random(seed))
    body = writer.blocks(6) if seed % 3 else writer.markdown()
    # Some words were made for a choice that was not taken.
    words = tuple(one for one in writer.words if one in body)
    return FuzzedBody(body, "html" if seed % 3 else "markdown", words)


def spoil_body(made: FuzzedBody, seed: int) -> str:
    """Return a body without a few of its words and addresses."""
    body = made.body
    for word in random.Random(seed).sample(made.words, min(3, len(made.words))):
        body = body.replace(word, "")
    return body


class _Writer:
    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self._used: set[str] = set()
        self.words: list[str] = []

    def word(self, *, seen: bool = True) -> str:
        """Return a new word; a seen word counts as a word of the body."""
        while True:
            made = "".join(self._chance.choice(_CONSONANTS) + self._chance.choice(_VOWELS)
                           for _ in range(3))  # fmt: skip
            if made not in self._used:
                self._used.add(made)
                self.words += [made] if seen else []
                return made

    def hidden(self) -> str:
        return self.word(seen=False)

    def said(self) -> str:
        return " ".join(self.word() for _ in range(self._chance.randint(1, 4)))

    def link(self) -> str:
        return f"https://{self.word()}.example/{self.hidden()}"

    def file(self) -> str:
        return f"{self._chance.choice(('', '/pics/', 'https://o.example/'))}{self.word()}.jpg"

    def line(self) -> str:
        """Return words with inline elements."""
        parts = [self.said()]
        for _ in range(self._chance.randint(0, 3)):
            tag = self._chance.choice(_INLINE)
            parts += [f"<{tag}>{self.said()}</{tag}>", self.said()]
        if self._chance.random() < 0.3:
            parts.append(f'<a href="{self.link()}">{self.said()}</a>')
        if self._chance.random() < 0.1:
            parts.append(f"<br>{self.said()}")
        if self._chance.random() < 0.1:
            parts.append(f"<ruby>{self.word()}<rp>(</rp><rt>{self.word()}</rt></ruby>")
        return " ".join(parts)

    def blocks(self, most: int, deep: int = 0) -> str:
        count = self._chance.randint(1, most)
        return "\n".join(self._block(deep) for _ in range(count))

    def _block(self, deep: int) -> str:
        flat: list[Kind] = [
            *(self._prose, self._prose, self._heading, self._code, self._figure, self._picture),
            *(self._amp, self._drawing, self._noscript, self._object, self._film, self._formula),
            *(self._shortcode, self._hidden, self._loose, self._notes, self._behind_words),
            *(self._map, self._other_picture, self._other_embed, self._other_drawing),
        ]
        nested: list[Callable[[int], str]] = [
            *(self._list, self._terms, self._table, self._layout, self._quotation),
            *(self._details, self._custom, self._form),
        ]
        kinds: list[Kind] = [*flat, *(partial(one, deep) for one in nested)]
        return self._chance.choice(kinds)()

    def _inner(self, deep: int) -> str:
        if deep > 2 or self._chance.random() < 0.6:
            return self.line()
        return self.blocks(2, deep + 1)

    def _prose(self) -> str:
        tag = self._chance.choice(("p", "p", "div", "section", "address", "center"))
        return f"<{tag}>{self.line()}</{tag}>"

    def _heading(self) -> str:
        tag = self._chance.choice(("h1", "h2", "h3", "h4"))
        return f"<{tag}>{self.said()}</{tag}><p>{self.line()}</p>"

    def _list(self, deep: int) -> str:
        tag = self._chance.choice(("ul", "ol", "menu"))
        items = "".join(f"<li>{self._inner(deep)}" for _ in range(self._chance.randint(1, 3)))
        return f"<{tag}>{items}</{tag}>"

    def _terms(self, deep: int) -> str:
        term = self._chance.choice((self.said(), f"<button>{self.said()}</button>"))
        return f"<dl><dt>{term}</dt><dd>{self._inner(deep)}</dd></dl>"

    def _table(self, deep: int) -> str:
        caption = f"<caption>{self.said()}</caption>" if self._chance.random() < 0.4 else ""
        head = f"<tr><th>{self.said()}<th>{self.said()}</tr>"
        rows = "".join(
            f"<tr><td>{self._inner(deep)}</td><td>{self.line()}</td></tr>"
            for _ in range(self._chance.randint(1, 3))
        )
        return f"<table>{caption}{head}{rows}</table>"

    def _layout(self, deep: int) -> str:
        return f"<table role=presentation><tr><td>{self._inner(deep)}</table>"

    def _quotation(self, deep: int) -> str:
        return f"<blockquote>{self._inner(deep)}<footer>{self.said()}</footer></blockquote>"

    def _code(self) -> str:
        return f"<pre><code>{self.word()} = {self.word()}\n  {self.word()}</code></pre>"

    def _details(self, deep: int) -> str:
        return f"<details><summary>{self.line()}</summary>{self._inner(deep)}</details>"

    def _figure(self) -> str:
        caption = f"<figcaption>{self.line()}</figcaption>" if self._chance.random() < 0.7 else ""
        if caption and self._chance.random() < 0.5:
            credit = f'<span class="credit">{self.word()} {self.word()}</span>'
            caption = caption.replace("</figcaption>", f". {credit}</figcaption>")
        shown = f'<img src="{self.file()}">'
        if self._chance.random() < 0.2:
            shown = f'<a href="{self.link()}">{shown}</a>'
        if self._chance.random() < 0.2:
            shown += f'<img src="{self.file()}">'
        return f"<figure>{shown}{caption}</figure>"

    def _picture(self) -> str:
        file = self.hidden()
        self.words.append(file)
        shown = f'<picture><source srcset="{file}.webp"><img src="{file}.jpg"></picture>'
        return self._chance.choice((
            f"<p>{shown}</p>", shown, f"<p>{shown} text</p>",
            f'<div class="wp-caption">{shown}<p class="wp-caption-text">text</p></div>',
        )).replace("text", self.said())  # fmt: skip

    def _amp(self) -> str:
        kind = self._chance.randint(0, 3)
        if kind == 0:
            return f'<amp-img src="{self.file()}" width=640 height=480></amp-img>'
        if kind == 1:
            return f'<amp-video src="{self.link()}"><p>{self.said()}</p></amp-video>'
        if kind == 2:
            return f'<amp-carousel><amp-img src="{self.file()}"></amp-img></amp-carousel>'
        return (
            f"<amp-accordion><section><h2>{self.said()}</h2>{self.line()}</section></amp-accordion>"
        )

    def _custom(self, deep: int) -> str:
        if self._chance.random() < 0.4:
            return f'<my-photo src="{self.file()}"></my-photo>'
        return f"<my-card><h3 slot=head>{self.said()}</h3>{self._inner(deep)}</my-card>"

    def _drawing(self) -> str:
        if self._chance.random() < 0.3:
            return f"<canvas>{self.said()}</canvas>"
        inner = self._chance.choice((
            "<text>one</text><circle r=1 /><text><tspan>two</tspan></text>",
            "<foreignObject><div>one <b>two</b></div></foreignObject>",
            "<g><rect/><text>one two</text></g>",
        )).replace("one", self.word()).replace("two", self.word())  # fmt: skip
        image = f'<image href="{self.file()}"/>' if self._chance.random() < 0.2 else ""
        return (
            f"<p>{self.word()} <svg width=30><title>{self.hidden()}</title>{inner}{image}</svg></p>"
        )

    def _noscript(self) -> str:
        file = self.file()
        late = f'<img class="lazy" src="data:image/gif;base64,R0lGODlh" data-src="{file}">'
        twin = f'<noscript><img src="{file}"></noscript>'
        return f"<p>{self._chance.choice((late + twin, late, twin))}</p>"

    def _object(self) -> str:
        if self._chance.random() < 0.5:
            return f'<object data="{self.file()}"></object>'
        return f'<object data="{self.hidden()}.swf"><p>{self.line()}</p></object>'

    def _film(self) -> str:
        kind = self._chance.randint(0, 4)
        if kind == 0:
            return f'<video src="{self.link()}" poster="{self.file()}">{self.hidden()}</video>'
        if kind == 1:
            return f'<video><source src="{self.link()}"><track></video>{self.line()}'
        if kind == 2:
            return f'<iframe src="{self.link()}"></iframe>'
        if kind == 3:
            return f'<embed src="{self.link()}">{self.said()}<p>{self.line()}</p>'
        return f'<audio src="{self.link()}"></audio>'

    def _form(self, deep: int) -> str:
        field = self._chance.choice((
            "<label>one <input value='two'></label>", "<button>one two</button>",
            "<select><optgroup label=one><option>two</select>",
            "<textarea>one\ntwo</textarea>", "<output>one two</output>",
            "<input type=submit value='one two'>", "<input placeholder=one><p>two</p>",
            "<fieldset><legend>one</legend><label><input type=radio> two</label></fieldset>",
            "<p>one <input type=image src='two.jpg'></p>",
            "<label for=x>one</label> <input id=x value=two>",
        )).replace("one", self.word()).replace("two", self.word())  # fmt: skip
        return field if self._chance.random() < 0.5 else f"<form>{field}{self._inner(deep)}</form>"

    def _formula(self) -> str:
        one = self.word()
        formula = self._chance.choice((
            f"<math><mfrac><mi>{one}</mi><mn>2</mn></mfrac></math>",
            f"<math><msup><mi>{one}</mi><mn>3</mn></msup></math>",
            f"<script type='math/tex'>\\frac{{{one}}}{{2}}</script>",
        ))  # fmt: skip
        return f"<p>{self.said()} {formula} {self.said()}</p>"

    def _shortcode(self) -> str:
        return self._chance.choice((
            '[caption width="300"]<img src="one.jpg"> two[/caption]',
            '[quote cite="one"]two[/quote]', '[button link="https://one.example"]two[/button]',
            "[vc_row a='b'][vc_column x='y']one[/vc_column][/vc_row] two",
            "<p>one [sic] two</p>", '[su_box title="one"]two[/su_box]',
        )).replace("one", self.word()).replace("two", self.word())  # fmt: skip

    def _hidden(self) -> str:
        return self._chance.choice((
            "<template><p>no</p></template>", "<script>no</script>", "<style>no {}</style>",
            "<p hidden>no</p>", "<p style='display:none'>no</p>", "<!-- no -->",
            "<span class=sr-only>no</span>", "<input type=hidden value=no>",
        )).replace("no", self.hidden())  # fmt: skip

    def _loose(self) -> str:
        return self._chance.choice((
            f"{self.line()}", f"<span style='display:block'>{self.line()}</span>",
            f"<a href='{self.link()}'><i class=icon></i></a>",
            f"<p><i>{self.said()}</i></p>",
                f"<dialog open>{self.line()}</dialog><search>{self.said()}</search>",
                f"<iframe srcdoc='<b>{self.said()}</b>'></iframe>",
                f"<marquee>{self.said()}</marquee>{self.said()}",
                f"<hr>{self.said()}<wbr>{self.said()}<nobr>{self.said()}</nobr>",
                f"<div><p><div>{self.line()}</div></p></div>",
        ))  # fmt: skip

    def _notes(self) -> str:
        name = self.hidden()
        return (
            f'<p>{self.said()}<sup><a href="#{name}">1</a></sup></p>'
            f'<ol><li id="{name}">{self.line()} <a href="#">↩</a></li></ol>'
        )

    def _behind_words(self) -> str:
        return f"<div style='background-image: url(\"{self.file()}\")'>{self.line()}</div>"

    def _map(self) -> str:
        return f"<map><area href='{self.link()}' alt='{self.hidden()}'></map>"

    def _other_picture(self) -> str:
        return self._filled(self._chance.choice((
            '<amp-img src="FILE"><noscript><img src="FILE"></noscript></amp-img>',
            '<amp-story><amp-story-page><amp-img src="FILE"></amp-img>ONE</amp-story-page>',
            '<my-image src="FILE" caption="ONE TWO"></my-image>',
            '<x-image src="FILE"><b slot="caption">ONE TWO</b></x-image>',
            '<gu-figure><img src="FILE"><gu-caption>ONE TWO</gu-caption></gu-figure>',
            '<hero-card image="FILE"><h3>ONE</h3><p>TWO</p></hero-card>',
            '<picture><source srcset="FILE 2x"></picture>',
            '<picture><source src="FILE"></picture>',
            '<div role=img aria-label=x style="background:url(FILE)"></div>',
            '<div role=img aria-label=x data-bg="FILE">ONE TWO</div>',
            '<div data-background-image="url(FILE)"><h2>ONE</h2></div><p>TWO</p>',
            '<figure><div data-src="FILE"></div><figcaption>ONE TWO</figcaption></figure>',
            '<object data="FILE" type="image/jpeg">ONE TWO</object>', '<embed src="FILE">',
            '<iframe src="FILE"></iframe>', '<noscript><img src="FILE">ONE TWO</noscript>',
            '<svg width=90 height=90><image xlink:href="FILE"/><text>ONE TWO</text></svg>',
        )))  # fmt: skip

    def _other_embed(self) -> str:
        return self._filled(self._chance.choice((
            "<portal src='LINK'></portal>", "<frameset><frame src='LINK'></frameset>ONE TWO",
            "<figure><oembed url='LINK'></oembed></figure>",
            "<object><param name=movie value='LINK'><embed src='LINK'></object>",
            "<applet code='LINK'><p>ONE TWO</p></applet>",
            "<lite-youtube videoid='ONE'></lite-youtube>TWO",
            "<amp-twitter data-tweetid='ONE'><p placeholder>TWO</p></amp-twitter>",
            "<my-card href='LINK'>ONE TWO</my-card>", "<my-card href='LINK'><b></b></my-card>",
            "<p>ONE <a href='mailto:TWO@port.example'><i></i></a></p>",
            "<p>ONE <a href='LINK'>↑</a> TWO</p>",
            "<iframe srcdoc='<p>ONE</p><a href=LINK>TWO</a>'></iframe>",
            "<x-el><template shadowrootmode=open><h2>ONE</h2></template>TWO</x-el>",
        )))  # fmt: skip

    def _other_drawing(self) -> str:
        return self._filled(self._chance.choice((
            "<svg><text>ONE<tspan y=9>TWO</tspan></text></svg>",
            "<svg><a xlink:href='LINK'><text>ONE TWO</text></a><rect/></svg>",
            "<p>ONE <svg width=20><text>TWO</text></svg> end</p>",
            "<svg><switch><text>ONE TWO</text><text>no</text></switch></svg>",
            "<svg><defs><text>no</text></defs><svg><text>ONE</text></svg><text>TWO</text></svg>",
            "<h3>ONE <svg><text>TWO</text></svg></h3>",
            "<canvas><p>ONE</p><ul><li>TWO</ul></canvas>", "<svg><path/><p>ONE TWO</p>",
            "<p>ONE <img src=\"data:image/svg+xml;utf8,<svg><text>TWO</text></svg>\"> end</p>",
        )))  # fmt: skip

    def _filled(self, form: str) -> str:
        """Return a form of markup with new words and new addresses in its places."""
        for place, make in (("FILE", self.file), ("LINK", self.link), ("ONE", self.word),
                            ("TWO", self.word)):  # fmt: skip
            form = form.replace(place, make()) if place in form else form
        return form

    def markdown(self) -> str:
        """Return a few blocks of Markdown; some blocks are HTML."""
        made = []
        for _ in range(self._chance.randint(2, 7)):
            made.append(self._markdown_block())
        return "\n\n".join(made)

    def _markdown_block(self) -> str:
        name = self.hidden()
        # A function for each kind of block, so that only the chosen kind makes words.
        kinds = (
            lambda: f"{self.said()} *{self.said()}* [{self.said()}]({self.link()})",
            lambda: f"## {self.said()}",
            lambda: f"- {self.said()}\n- {self.said()}\n  - {self.said()}",
            lambda: f"|{self.word()}|{self.word()}|\n|---|---|\n|{self.said()}|{self.said()}|",
            lambda: f"![{self.hidden()}]({self.file()})",
            lambda: f"{self.said()}[^{name}]\n\n[^{name}]: {self.said()}",
            lambda: f"[^{name}]: {self.said()}",
            lambda: f"> {self.said()}",
            lambda: f"```\n{self.said()}\n```",
            lambda: f"{self.said()}\n:   {self.said()}",
            lambda: f"<div>\n{self._inner(2)}\n</div>",
            lambda: self.blocks(1, 2),
            lambda: f"Words[^in]{self.said()}",
        )  # fmt: skip
        return self._chance.choice(kinds)()
