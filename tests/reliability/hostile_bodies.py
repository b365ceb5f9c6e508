"""Hostile records, made from a seed: bodies, texts and pictures that hang, crash or lie.

make_hostile(ledger, seed)    a list of names and records, always in the same order

Each kind of fault that was ever found has records of several sizes here. Pages of the corpus are
added where the corpus is.
"""

import io
import random
from base64 import b64encode
from collections.abc import Iterator
from functools import cache
from typing import Any

from PIL import Image

from tests.ledger import Ledger
from tests.support.long_texts import KINDS
from tests.support.paths import CORPUS

Hostile = tuple[str, dict[str, Any]]
_HYPHENABLE = "supercalifragilistic"


def make_hostile(ledger: Ledger, seed: int) -> list[Hostile]:
    """Return hostile records with their names; records of thieves ask for the ledger's canary."""
    return [*_fixed(seed), *((name, _whole(name, one)) for name, one in _thieves(ledger))]


@cache
def _fixed(seed: int) -> tuple[Hostile, ...]:
    """Return the records that ask for no canary; the records are made once."""
    chance = random.Random(seed)
    made = [
        *_white_space(),
        *_long_texts(chance),
        *_heavy_bodies(),
        *_long_fields(),
        *_deep_bodies(),
        *_wide_bodies(),
        *_pictures(chance),
        *_odd_values(),
        *_mixed(chance),
        *_from_corpus(),
    ]
    return tuple((name, _whole(name, record)) for name, record in made)


def _whole(name: str, record: dict[str, Any]) -> dict[str, Any]:
    return {"headline": f"Case {name}", "language": "en", "body": "<p>Ships came.</p>"} | record


def _body(name: str, markup: str) -> Hostile:
    return name, {"body": f"<p>Ships came in at dawn.</p>{markup}"}


def _white_space() -> Iterator[Hostile]:
    signs = {"spaces": " ", "newlines": "\n", "tabs": "\t", "no-break": "\u00a0", "wide": "\u3000"}
    for word, sign in signs.items():
        run = sign * 100_000
        yield _body(f"{word} in a caption", f"<figure><img src=x><figcaption>a{run}x</figcaption>")
        yield _body(f"{word} at the end of a line", f"<p>a{sign * 400_000}b")
        yield f"{word} in a headline", {"headline": f"a{run}b"}
        yield (
            f"{word} at the head of Markdown",
            {"body": f"Ok.\n\n{run}LONDON — a", "body_format": "markdown"},
        )


def _long_texts(chance: random.Random) -> Iterator[Hostile]:
    for kind in chance.sample(sorted(KINDS), 24):
        yield _body(f"200,000 characters of {kind}", f"<p>{KINDS[kind] * 200_000}"[:200_000])


def _heavy_bodies() -> Iterator[Hostile]:
    bodies = {
        "20,000 hyphenable letters": f"<p lang=en>{_HYPHENABLE * 1_000}",
        "200,000 hyphenable letters": f"<p lang=en>{_HYPHENABLE * 10_000}",
        "50,000 other letters": f"<p>{'x' * 50_000}",
        "19,900 paragraphs": "<p>a</p>" * 19_900,
        "4,900 links": "<p>" + "".join(f"<a href=http://a.org/{n}>a</a> " for n in range(4_900)),
        "200,000 ampersands": f"<p>{'&amp;' * 200_000}",
        "100,000 Thai letters": f"<p lang=th>{'ก' * 100_000}",
        "20,000 breaks": f"<p>a{'<br>' * 19_900}b",
        "1,000 footnotes": "".join(f"<p>a<sup><a href=#f{n}>{n}</a></sup>" for n in range(1_000))
        + "".join(f"<p id=f{n}>{n} note</p>" for n in range(1_000)),
        "5,000 rows": "<table>" + "<tr><td>a<td>1<td>2" * 4_000 + "</table>",
        "1,000 columns": "<table><tr>" + "<td>12,345" * 1_000 + "</table>",
        "1,000 formulas": "<p>" + "\\(\\frac{a}{b}\\) " * 1_000,
        "a listing of 20,000 lines": "<pre>" + "x = 1\n" * 20_000 + "</pre>",
    }
    yield from (_body(name, markup) for name, markup in bodies.items())
    words = [{"text": f"The {n}th word was wrong.", "date": "2020-01-01"} for n in range(500)]
    yield "500 corrections", {"corrections": words}
    yield "5,000 authors", {"authors": [{"name": f"Ana {n}"} for n in range(5_000)]}
    yield "5,000 tags", {"tags": [f"tag {n}" for n in range(5_000)]}


def _long_fields() -> Iterator[Hostile]:
    for length in (3_000, 100_000):
        text = ("sect ion " * length)[:length]
        for field in ("section", "headline", "kicker", "byline", "summary", "credit_text"):
            yield f"{field} of {length:,} letters", {field: text}
        yield f"source of {length:,} letters", {"source": {"name": text}}
        yield f"author of {length:,} letters", {"authors": [{"name": text}]}
        yield f"address of {length:,} letters", {"url": f"https://a.org/{'x' * length}"}
        yield f"section without a space, {length:,} letters", {"section": "x" * length}


def _deep_bodies() -> Iterator[Hostile]:
    for name in ("div", "span", "b", "blockquote", "ul><li", "table><tr><td", "math><mrow", "q"):
        for depth in (90, 1_000):
            yield _body(f"{depth} × {name}", f"<{name}>" * depth + "a")
    style = "<div style='display:flex'>"
    yield _body("20 boxes of flex", style * 20 + "a")
    yield "2,000 quotes of Markdown", {"body": "> " * 2_000 + "a", "body_format": "markdown"}
    yield "20,000 brackets", {"body": "[" * 20_000, "body_format": "markdown"}
    nested: Any = "a"
    for _ in range(400):
        nested = [nested]
    yield "a list of 400 levels", {"tags": nested}


def _wide_bodies() -> Iterator[Hostile]:
    for number in (10_000, 1_000_000_000):
        yield _body(f"colspan {number:,}", f"<table><tr><td colspan={number}>a<td>b</table>")
        yield _body(f"rowspan {number:,}", f"<table><tr><td rowspan={number}>a<td>b</table>")
        yield _body(f"col span {number:,}", f"<table><col span={number}><tr><td>a</table>")
        yield _body(f"list from {number:,}", f"<ol start={number} type=i><li>a</ol>")
        size = f"width={number} height={number}"
        yield _body(f"svg of {number:,}", f"<svg {size}><rect {size} /></svg>")
        yield _body(f"style of {number:,} px", f"<p style='font-size:{number}px;margin:9e9px'>a")


def _thieves(ledger: Ledger) -> Iterator[Hostile]:
    """Yield records that ask for the canary by twelve ways."""
    web, file = f"http://127.0.0.1:{ledger.server.port}/a.png", f"file://{ledger.secret}"
    for word, where in (("the web", web), ("a file", file), ("a path", str(ledger.secret))):
        ways = {
            "img": f"<img src='{where}' alt=a>",
            "srcset": f"<img src=x srcset='{where} 2x' alt=a>",
            "object": f"<object data='{where}'></object><embed src='{where}'>",
            "link": f"<link rel=attachment href='{where}'><a rel=attachment href='{where}'>a</a>",
            "style": f"<style>@import '{where}'; p {{ background: url({where}) }}</style>",
            "own style": f"<p style='background:url({where});list-style:url({where})'>a",
            "svg": f"<svg><image href='{where}' /><use href='{where}#a' /></svg>",
            "base": f"<base href='{where}'><img src=b.png><link rel=stylesheet href=b.css>",
            "frame": f"<iframe src='{where}'></iframe><video poster='{where}'></video>",
            "entity": f"<!DOCTYPE a [<!ENTITY x SYSTEM '{where}'>]><p>&x;</p>",
        }
        yield from (_body(f"{word} by {name}", markup) for name, markup in ways.items())
        yield f"{word} by images", {"images": [{"src": where, "alt": "a"}]}
        yield f"{word} by a logo", {"source": {"name": "S", "logo": where, "url": where}}


def _pictures(chance: random.Random) -> Iterator[Hostile]:
    scans = {f"a JPEG of {times:,} scans": _many_scans(times) for times in (90, 4_000)}
    shapes = {
        f"a picture of {w:,} × {h:,}": _flat(w, h) for w, h in ((13_000, 13_000), (9, 60_000))
    }
    broken = {f"a broken picture {n}": _spoil(_flat(300, 200), chance) for n in range(6)}
    for name, data in (scans | shapes | broken).items():
        address = f"data:image/jpeg;base64,{b64encode(data).decode()}"
        yield name, {"images": [{"src": address, "alt": "a"}]}
    bomb = "<svg xmlns='http://www.w3.org/2000/svg'><g id='a0'><path d='M0 0h9'/></g>" + "".join(
        f"<g id='a{n}'>" + f"<use href='#a{n - 1}'/>" * 10 + "</g>" for n in range(1, 9)
    )
    yield _body("an SVG that draws itself 100,000,000 times", f"{bomb}<use href='#a8'/></svg>")
    yield _body("500 lost pictures", "".join(f"<img src={n}.jpg alt=a>" for n in range(500)))


def _many_scans(times: int) -> bytes:
    """Return a progressive JPEG whose last scan is repeated."""
    file = io.BytesIO()
    Image.new("RGB", (2_000, 2_000), "teal").save(file, "JPEG", progressive=True)
    data = file.getvalue()
    last = data.rindex(b"\xff\xda")
    return data[:last] + data[last:-2] * times + data[-2:]


def _flat(width: int, height: int) -> bytes:
    file = io.BytesIO()
    Image.new("1", (width, height)).save(file, "PNG")
    return file.getvalue()


def _spoil(data: bytes, chance: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(20):
        changed[chance.randrange(8, len(changed))] = chance.randrange(256)
    return bytes(changed)


def _odd_values() -> Iterator[Hostile]:
    words = {
        "a lone surrogate": "a\udcffb",
        "control characters": "".join(map(chr, range(32))) + "\x7f\x9b31m",
        "text from the right": "invoice\u202efdp.exe",
        "marks on one letter": "a" + "\u0301" * 5_000,
        "a template": "{{ 7*7 }}{% include '/etc/hostname' %}",
        "operators of PDF": ") Tj ET Q endstream endobj << /JS (app.alert(1)) >>",
        "a path": "../../../../etc/cron.d/x",
        "nothing": "\u00a0",
        "noncharacters": "\ufffe\uffff\U0010ffff",
        "emoji": "👩\u200d👩\u200d👧" * 2_000,
    }
    for name, text in words.items():
        yield f"{name} in all fields", {"headline": text, "byline": text, "body": f"<p>{text}</p>"}
    for value in ("0000-00-00", "9999-12-31T23:59:60Z", "32 Foo 20", "-1", "1e400"):
        yield f"the date {value}", {"date_published": value}
    yield "numbers for words", {"headline": 1, "body": 2, "authors": 3, "tags": {"a": None}}
    yield "no body", {"body": ""}
    yield "only a comment", {"body": "<!-- a -->"}


def _mixed(chance: random.Random) -> Iterator[Hostile]:
    """Yield bodies of tags that chance has put together, most of them unclosed."""
    names = "p div table tr td ul ol li b i a h2 pre figure svg math sup details select"
    for number in range(20):
        tags = [
            f"<{chance.choice(('', '', '/'))}{chance.choice(names.split())}>{chance.choice('ab ')}"
            for _ in range(chance.randrange(500, 5_000))
        ]
        yield _body(f"mixed tags {number}", "".join(tags))


def _from_corpus() -> Iterator[Hostile]:
    for path in sorted((CORPUS / "hostile").glob("*.html")):
        text = path.read_bytes().decode(errors="surrogateescape")
        yield f"corpus {path.stem}", {"body": text}
