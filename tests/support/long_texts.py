"""Make records whose fields hold long texts of one kind, such as 200,000 spaces.

A text stands in each field of a record, in each place of a body, and in files of plain text and of
Markdown. Several fields share a record: one slow field makes the whole record slow.
"""

from collections.abc import Callable, Mapping

KINDS: Mapping[str, str] = {
    "spaces": " ",
    "newlines": "\n",
    "tabs": "\t",
    "carriage returns": "\r\n",
    "no-break spaces": "\u00a0",
    "ideographic spaces": "\u3000",
    "zero-width spaces": "\u200b",
    "soft hyphens": "\u00ad",
    "one letter": "a",
    "one capital": "A",
    "digits": "1",
    "words": "harbour ",
    "names": "Ana Lima ",
    "capitals": "AP ",
    "initials": "A. ",
    "round brackets": "(",
    "closing brackets": ")",
    "square brackets": "[",
    "closing square brackets": "]",
    "braces": "{",
    "quotation marks": '"',
    "apostrophes": "'",
    "curly quotation marks": "“",
    "ampersands": "&amp;",
    "half entities": "&#",
    "less-than signs": "<",
    "greater-than signs": ">",
    "open tags": "<a ",
    "end tags": "</",
    "comments": "<!--",
    "breaks": "<br>",
    "asterisks": "*",
    "underscores": "_",
    "backticks": "`",
    "halves of links": "](",
    "links": "[a](b)",
    "pictures": "![",
    "bars": "|",
    "spaced bars": " | ",
    "items": "- ",
    "hyphens": "-",
    "dashes": " — ",
    "number signs": "# ",
    "quotes": "> ",
    "equals signs": "=",
    "tildes": "~",
    "carets": "^",
    "plus signs": "+",
    "backslashes": "\\",
    "slashes": "/",
    "double braces": "{{",
    "tags of Liquid": "{%",
    "colons": ":::",
    "spaced colons": ": ",
    "dollar signs": "$",
    "addresses": "http://",
    "addresses in words": "see http://a.org ",
    "at signs": "@",
    "mail addresses": "a@b.org ",
    "dates": "1 May 2020 ",
    "numeric dates": "2020-01-01 ",
    "commas": ",",
    "and": "and ",
    "By": "By ",
    "Photo": "Photo: ",
    "copyright": "(c)",
    "copyright signs": "© ",
    "combining marks": "\u0301",
    "letters with marks": "a\u0301",
    "Thai": "ก",
    "Chinese": "中",
    "Hebrew": "א",
    "embeddings": "\u202b",
    "emoji": "👩\u200d👩",
    "lines": "\na",
    "paragraphs": "\n\na",
    "lines of items": "\n- a",
}

_LINES = (
    *("headline", "kicker", "subheadline", "summary", "byline", "dateline", "date_line"),
    *("credit_text", "section", "genre", "copyright_notice", "copyright_holder", "license"),
    *("usage_terms", "version", "id"),
)
_DETAILS = (
    *("authors", "contributors", "location", "source", "info_sources", "sponsor", "tags"),
    *("corrections", "keywords_of_ours"),
)
_OF_A_PICTURE = (
    *("caption", "alt", "headline", "credit", "creator", "source", "copyright_notice"),
    *("license_url", "usage_terms", "place", "digital_source_type"),
)
_STRICT = ("date_published", "date_modified", "language", "status", "embargoed_until", "url")
_PLACES = {
    "text": "<p>Ok.</p><p>{}</p><p dir=rtl>{}</p><h2>{}</h2><ul><li>{}</ul><small>{}</small>",
    "inline": "<p>Ok <b>{}</b> <a href='http://a.org/{}'>{}</a> x<sup>{}</sup> <code>{}</code>",
    "captions": "<figure><img src=x><figcaption>{}</figcaption></figure>"
    "<div class=wp-caption><img src=y><p class=wp-caption-text>{}</div>"
    "<p><img src=z><br><em>{}</em></p><p>Ok [caption id=a]<img src=v> {}[/caption]</p>",
    "blocks": "<pre>{}</pre><blockquote class=twitter-tweet>{}</blockquote><p class=verse>{}</p>"
    "<table><caption>{}<tr><td>{}<td>1</table><dl><dt>{}<dd>{}</dl>",
    "notes": '<p>Ok.<sup><a href="#f1">1</a></sup></p><ol><li id="f1">{} <a href="#r1">↩</a></ol>',
    "others": "<p>Ok.<svg><text>{}</text></svg><math><mi>{}</mi></math><button>{}</button>"
    '<my-card title="{}">{}</my-card><iframe src="http://a.org/{}"></iframe>\\({}\\)',
    "attributes": '<p class="{}" style="{}">Ok <img src=x alt="{}" title="{}" srcset="{}">'
    '<a href="{}">w</a><span style="background-image:url({})">w</span>',
    "Markdown": "# {}\n\n- {}\n\n> {}\n\n*{}*\n\n[{}](http://a.org)\n\n[x][1]\n\n[1]: {}\n",
    "Markdown of sites": 'Ok.[^1]\n\n[^1]: {}\n\n{{< figure src="x.jpg" caption="{}" >}}\n\n'
    "::: note\n{}\n:::\n\n$${}$$\n\n| a | b |\n|---|---|\n| {} | c |\n\n![x](y.jpg)\n*{}*\n",
    "lines of Markdown": "```\n{}\n```\n\n{% include x.html a={} %}\n\n## a {#{}}\n\n::: {}\nx\n",
}
_FILES = {
    "file of text": "Harbour opens\n\nBy Ana Lima\n\n{}\n\n{}LONDON — Ships came.\n",
    "headline of text": "{}\n\nShips came.\n",
    "labels of text": "Harbour opens\nBy {}\nDate: {}\nCaption: {}\n\nShips came.\n",
    "file of Markdown": "# Harbour {}\n\n*{}*\n\n{}\n",
    "front matter": "---\ntitle: Harbour {}\nauthor: {}\ndate: {}\n---\n\n{}\n",
    "TOML": '+++\ntitle = "Harbour {}"\n+++\n\nShips {}\n',
    "bare text": "{}",
}

Record = Mapping[str, object] | bytes


def _fields(text: str, *names: str) -> Record:
    return {"headline": "Harbour opens", "body": "<p>Ships came.</p>"} | dict.fromkeys(names, text)


def _picture(text: str) -> Record:
    image = {"src": "x.jpg"} | dict.fromkeys(_OF_A_PICTURE, text)
    return {"headline": "Harbour opens", "body": "<p>Ships came.</p>", "images": [image]}


def _body(text: str, form: str, body_format: str) -> Record:
    body = text.join(form.split("{}"))
    return {"headline": "Harbour opens", "body": body, "body_format": body_format}


def _makers() -> dict[str, Callable[[str], Record]]:
    makers: dict[str, Callable[[str], Record]] = {
        "lines": lambda text: _fields(text, *_LINES),
        "details": lambda text: _fields(text, *_DETAILS),
        "picture": _picture,
        "body of HTML": lambda text: _body(text, "{}", "html"),
        "body of Markdown": lambda text: _body(text, "Ok.\n\n{}\n\n{}", "markdown"),
        "body of text": lambda text: _body(text, "Ok.\n\n{}\n\n{}", "text"),
    }
    for name in _STRICT:
        makers[name] = lambda text, name=name: _fields(text, name)  # type: ignore[misc]
    for name, form in _PLACES.items():
        kind = "markdown" if "Markdown" in name else "html"
        makers[name] = lambda text, form=form, kind=kind: _body(text, form, kind)  # type: ignore[misc]
    for name, form in _FILES.items():
        makers[name] = lambda text, form=form: text.join(form.split("{}")).encode()  # type: ignore[misc]
    return makers


PLACES = _makers()
"""By the name of a place: a function that returns a record with a text in this place."""


def long_text(kind: str, length: int) -> str:
    """Return a text of about this length: two runs of one kind, each before a few letters."""
    run = KINDS[kind] * (length // 2 // len(KINDS[kind]))
    return f"{run}ab{run}c d"
