"""Themes that nest without end, loop, grow or crash: made here, and never committed as files.

Each theme is a folder: the names of its files, with their bytes. `ours.css` is the style sheet that
a user names.
"""

import gzip
import io
from collections.abc import Callable, Mapping
from pathlib import Path

from PIL import Image

Files = Mapping[str, bytes]
BASE = '@import "printkit:themes/broadsheet.css";\n'
MAIN = "ours.css"


def write_hostile_theme(folder: Path, name: str) -> Path:
    """Write the theme of this name into a folder; return the path of its style sheet."""
    for file, data in HOSTILE_THEMES[name]().items():
        path = folder / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return folder / MAIN


def _sheet(css: str, **others: bytes) -> Callable[[], Files]:
    named = {name.replace("_", "."): data for name, data in others.items()}
    return lambda: {MAIN: (BASE + css).encode(), **named}


def _nested(before: str, within: str, after: str, depth: int) -> Callable[[], Files]:
    return _sheet(before * depth + within + after * depth)


def _value(name: str, before: str, within: str, depth: int) -> Callable[[], Files]:
    return _sheet(f"p {{ {name}: {before * depth}{within}{')' * depth} }}")


def _doubled(levels: int, use: str) -> Callable[[], Files]:
    """Return a theme whose last token holds two to the power of `levels` words."""
    lines = [f"--a{one}: var(--a{one - 1}) var(--a{one - 1});" for one in range(1, levels)]
    return _sheet(
        f":root {{ --a0: Georgia; {' '.join(lines)} }} p {{ {use}: var(--a{levels - 1}) }}"
    )


def _import_tree(levels: int) -> Files:
    """Return a theme in which each sheet imports the next twice: 2 to the power of `levels`."""
    sheets = {
        f"s{one}.css": f'@import "s{one + 1}.css"; @import "s{one + 1}.css";'
        for one in range(levels)
    }
    sheets[f"s{levels}.css"] = "p { color: black }"
    sheets[MAIN] = BASE.replace("\n", "") + '@import "s0.css";'
    return {name: text.encode() for name, text in sheets.items()}


def _import_chain(length: int) -> Files:
    sheets = {f"s{one}.css": f'@import "s{one + 1}.css";' for one in range(length)}
    sheets[f"s{length}.css"] = "p { color: black }"
    sheets[MAIN] = BASE.replace("\n", "") + '@import "s0.css";'
    return {name: text.encode() for name, text in sheets.items()}


def _import_star(number: int) -> Files:
    sheets = {f"s{one}.css": b"p { color: black }" for one in range(number)}
    lines = "".join(f'@import "{name}";' for name in sheets)
    return sheets | {MAIN: (BASE.replace("\n", "") + lines).encode()}


def _svg(content: str, head: str = "") -> Callable[[], Files]:
    drawing = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{head}{content}</svg>'
    return _sheet("h1 { content: url(a.svg) }", a_svg=drawing.encode())


def _laughing_svg(levels: int) -> Callable[[], Files]:
    uses = "".join(
        f'<g id="u{one}"><use href="#u{one - 1}"/><use href="#u{one - 1}"/></g>'
        for one in range(1, levels)
    )
    return _svg(
        f'<defs><rect id="u0" width="1" height="1"/>{uses}</defs><use href="#u{levels - 1}"/>'
    )


def _laughing_entities() -> Files:
    entities = "".join(f'<!ENTITY e{one} "{f"&e{one - 1};" * 10}">' for one in range(1, 10))
    text = f'<!DOCTYPE svg [<!ENTITY e0 "ha">{entities}]><svg xmlns="http://www.w3.org/2000/svg">'
    return _sheet("h1 { content: url(a.svg) }", a_svg=f"{text}<text>&e9;</text></svg>".encode())()


def _large_picture() -> Files:
    file = io.BytesIO()
    Image.new("1", (30_000, 30_000)).save(file, "PNG")
    return _sheet("h1 { content: url(a.png) }", a_png=file.getvalue())()


def _picture() -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (3, 3), "red").save(file, "PNG")
    return file.getvalue()


_SEVERAL = range(5_500)

# The name of each theme, and the function that makes its files. Printkit refuses these themes
# before the press begins, and names the theme and its line.
REFUSED_THEMES: Mapping[str, Callable[[], Files]] = {
    "calc in calc": _value("text-indent", "calc(1px + ", "1px", 20_000),
    "brackets in calc": _value("text-indent", "calc" + "(", "1px", 900),
    "min in min": _value("text-indent", "min(1px, ", "1px", 300),
    "var in var": _value("color", "var(--x, ", "red", 500),
    "not in not": _nested(":not(", "p", ")", 3_000),
    "is in is": lambda: _sheet(":is(a, " * 40 + "p" + ")" * 40 + " { color: red }")(),
    "rules in rules": _nested("p { & ", "b { color: red }", "}", 2_000),
    "rules in rules below the limit": _nested("p, b { & ", "i { color: red }", "}", 25),
    "media in media": _nested("@media print {", "p { color: red }", "}", 3_000),
    "supports in supports": _nested("@supports (top: 0) {", "p { color: red }", "}", 1_000),
    "brackets without end": _sheet("p { color: " + "[" * 400_000),
    "braces without end": _sheet("{" * 200_000),
    "functions in content": _value("content", "counter(", "a", 2_000),
    "a long selector": _sheet(" > ".join(["p"] * 100_000) + " { color: red }"),
    "a long list of selectors": _sheet(", ".join(["p a"] * 20_000) + " { color: red }"),
    "a selector of many classes": _sheet("p" + ".a" * 40_000 + " { color: red }"),
    "columns of a grid": _sheet(
        "article { display: grid; grid-template-columns: repeat(9999999, 1px) }"
    ),
    "columns of a grid, in a token": _sheet(
        ":root { --n: repeat(9999999, 1px) }"
        " body { display: grid; grid-template-columns: var(--n) }"
    ),
    "repeats in a list": _sheet(
        "body { display: grid; grid-template-rows: " + "repeat(9999, 1px) " * 900 + "}"
    ),
    "a far row of a grid": _sheet("body { display: grid } body * { grid-row: 99999999 }"),
    "a wide area of a grid": _sheet("body { display: grid } body * { grid-column: span 99999999 }"),
    "automatic rows of a grid": _sheet(
        "body { display: grid; grid-auto-rows: 1px } p { grid-area: 1 / 1 / 9999999 / 9999999 }"
    ),
    "areas of a grid": _sheet(
        'body { display: grid; grid-template-areas: "' + "a " * 40_000 + '" }'
    ),
    "columns of text": _sheet("body { columns: 9999999 }"),
    "narrow columns": _sheet("body { column-width: 0.0001px; column-gap: 0 }"),
    "doubled variables": _doubled(40, "font-family"),
    "doubled variables of a shadow": _doubled(28, "quotes"),
    "a long leader": _sheet(f'p::after {{ content: leader("{"." * 300_000}") }}'),
    "a wide leader": _sheet("p { width: 9999999mm } p::after { content: leader(dotted) }"),
    "stops of a gradient": _sheet(
        f"p {{ background: linear-gradient({', '.join(['red', 'blue'] * 10_000)}) }}"
    ),
    "a repeating gradient": _sheet(
        "p { background: repeating-linear-gradient(red, blue 0.000001px) }"
    ),
    "a repeating round gradient": _sheet(
        "p { background: repeating-radial-gradient(red, blue 0.000001px) }"
    ),
    "many backgrounds": _sheet(
        f"p {{ background: {', '.join(['url(a.png)'] * 5_000)} }}", a_png=_picture()
    ),
    "a long text": _sheet(f"p::before {{ content: '{'word ' * 30_000}' }}"),
    "one long word": _sheet(f"p::before {{ content: '{'x' * 150_000}' }}"),
    "a padded counter": _sheet(
        '@counter-style w { system: numeric; symbols: "0" "1"; pad: 999999999 "0" }'
        " ol, p { list-style: w } p { display: list-item }"
    ),
    "an additive counter": _sheet(
        '@counter-style w { system: additive; additive-symbols: 1 "i" }'
        " p { display: list-item; list-style: w; counter-reset: list-item 999999999 }"
    ),
    "a symbolic counter": _sheet(
        '@counter-style w { system: symbolic; symbols: "x" }'
        " p { display: list-item; list-style: w; counter-reset: list-item 999999999 }"
    ),
    "a tall paragraph": _sheet("p { height: 9999999mm }"),
    "tall margins": _sheet("p { margin-top: 9999999mm }"),
    "tall padding": _sheet("p { padding-top: 9999999mm }"),
    "huge pages": _sheet("@page { size: 9999999mm 9999999mm }"),
    "tall lines": _sheet("p { line-height: 99999mm }"),
    "dots around a tall box": _sheet("p { border: 0.001px dotted red; height: 99999mm }"),
    "a huge shift": _sheet("p { position: relative; top: 1e38px; transform: scale(1e30) }"),
    "numbers that overflow": _sheet("p { margin: 1e400mm; width: calc(1px / 0); z-index: 1e40 }"),
    "sheets in a circle": lambda: {
        MAIN: b'@import "more.css";',
        "more.css": b'@import "ours.css";',
    },
    "a tree of sheets": lambda: _import_tree(24),
    "a chain of sheets": lambda: _import_chain(2_000),
    "very many sheets": lambda: _import_star(3_000),
    "very many fonts": _sheet(
        "".join(f"@font-face {{ font-family: f{n}; src: url(a.ttf) }}" for n in _SEVERAL),
        a_ttf=b"\0\1\0\0" + bytes(1_000),
    ),
    "very many rules": _sheet("".join(f".c{n} p {{ color: red }}" for n in range(15_000))),
    "very many declarations": _sheet("p {" + "color: red;" * 40_000 + "}"),
    "very many tokens": _sheet(":root {" + "".join(f"--t{n}: {n};" for n in range(30_000)) + "}"),
    "tiny dashes": _sheet("p { border: 0.0001px dashed red; border-radius: 3px }"),
    "tiny dots around": _sheet("p { outline: 0.00001px dotted red }"),
    "tiny waves": _sheet("p { text-decoration: underline wavy red 0.00001px }"),
    "tiny pictures around": _sheet(
        "p { border: 1px solid; border-image: linear-gradient(red, blue) 1 / 0.0005px / 0 round }"
    ),
    "tiny dots of a division": _sheet("p { outline: calc(1px / 1000000) dotted red }"),
    "flex for every element": _sheet("* { display: flex; flex-wrap: wrap }"),
    "inline flex for every element": _sheet("* { display: inline-flex; flex-direction: column }"),
    "a sheet that is too long": _sheet("/*" + "x" * 3_000_000 + "*/"),
    "a sheet of nothing but comments": _sheet("/**/" * 480_000),
    "a sheet that is no text": lambda: {MAIN: b"\xff\xfe" + bytes(range(256)) * 40},
}
# These themes are printed. Most of them end, some with remarks; `flex everywhere` does not end.
PRINTED_THEMES: Mapping[str, Callable[[], Files]] = {
    "not below the limit": lambda: _sheet(":not(" * 20 + "p" + ")" * 20 + " { color: red }")(),
    "many relations": _sheet(":has(* * * * * * * * * * * *) " * 2 + "p { color: red }"),
    "variables in a circle": _sheet(":root { --a: var(--b); --b: var(--a) } p { color: var(--a) }"),
    "a leader of nothing": _sheet('p::after { content: leader("") }'),
    "a leader without width": _sheet('p::after { content: leader("\\200b") }'),
    "a tiny tile": _sheet(
        "body { background: url(a.png) 0 0 / 0.0001px 0.0001px }", a_png=_picture()
    ),
    "rounded tiles": _sheet(
        "body { background: url(a.png) round 0 0 / 0.0001px }", a_png=_picture()
    ),
    "a counter that extends itself": _sheet(
        "@counter-style w { system: extends v } @counter-style v { system: extends w }"
        " p { display: list-item; list-style: w }"
    ),
    "wide tabs": _sheet("p { tab-size: 99999999; white-space: pre }"),
    "a deep outline": _sheet("p { bookmark-level: 99999999; bookmark-label: 'x' }"),
    "huge letters": _sheet("p { font-size: 4999mm }"),
    "tiny pages": _sheet("@page { size: 1px 1px; margin: 0 }"),
    "pages with more margin than paper": _sheet("@page { margin: 4999mm }"),
    "a page for each word": _sheet("* { break-before: page; break-after: page }"),
    "a page that breaks before right pages": _sheet("* { break-before: right; break-after: left }"),
    "everything is a footnote": _sheet("* { float: footnote }"),
    "everything runs in the margin": _sheet(
        "* { position: running(a) } @page { @top-left { content: element(a) } }"
    ),
    "floats that never fit": _sheet("* { float: left; width: 101%; clear: both }"),
    "tables everywhere": _sheet("* { display: table-cell }"),
    "flex everywhere": _sheet(":not(i) { display: flex; flex-wrap: wrap }"),
    "grid everywhere": _sheet("* { display: grid }"),
    "inline blocks everywhere": _sheet("* { display: inline-block; width: min-content }"),
    "orphans without end": _sheet("p { orphans: 99999999; widows: 99999999; break-inside: avoid }"),
    "a font of rubbish": _sheet(
        "@font-face { font-family: f; src: url(a.woff2) } p { font-family: f }",
        a_woff2=b"wOF2" + gzip.compress(bytes(1_000_000)),
    ),
    "a drawing that laughs": _laughing_svg(30),
    "a drawing with laughing entities": _laughing_entities,
    "a drawing in itself": _svg('<image href="a.svg" width="9" height="9"/>'),
    "a deep drawing": _svg("<g>" * 5_000 + "</g>" * 5_000),
    "a drawing with a circle of uses": _svg(
        '<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>'
    ),
    "a drawing with a tiny pattern": _svg(
        '<defs><pattern id="p" width="0.00001" height="0.00001">'
        '<rect width="1" height="1"/></pattern></defs><rect width="9" height="9" fill="url(#p)"/>'
    ),
    "a picture that is too large": _large_picture,
    "a picture that is rubbish": _sheet("h1 { content: url(a.png) }", a_png=b"\x89PNG" + bytes(99)),
    "tracks below the limit": _sheet(
        "body { display: grid; grid-template: repeat(1000, 1px) / 1px }"
    ),
    "rows below the limit": _sheet("body { display: grid } body * { grid-row: 4999 }"),
    "columns below the limit": _sheet("body { columns: 12 }"),
    "narrow columns below the limit": _sheet("body { column-width: 10.1mm; column-gap: 0 }"),
    "stops below the limit": _sheet(
        f"p {{ background: linear-gradient({', '.join(['red', 'blue'] * 800)}) }}"
    ),
    "repeats below the limit": _sheet(
        "p, body { background: repeating-linear-gradient(red, blue 0.06mm) }"
    ),
    "backgrounds below the limit": _sheet(
        f"p {{ background: {', '.join(['url(a.png)'] * 800)} }}", a_png=_picture()
    ),
    "texts below the limit": _sheet('p::before { content: "' + "word " * 90 + '" }'),
    "words below the limit": _sheet('p::before { content: "' + '" "'.join(["x" * 490] * 3) + '" }'),
    "a leader below the limit": _sheet("p { width: 4999mm } p::after { content: leader(dotted) }"),
    "a counter below the limit": _sheet(
        '@counter-style w { system: symbolic; symbols: "x" }'
        " li { list-style: w; counter-reset: list-item 99999 }"
    ),
    "a pad below the limit": _sheet(
        '@counter-style w { system: numeric; symbols: "0" "1"; pad: 99999 "0" }'
        " li { list-style: w }"
    ),
    "a selector below the limit": _sheet(" > ".join(["p"] * 25) + " { color: red }"),
    "selectors below the limit": _sheet(("p, b { & { " * 4 + "color: red" + "}}" * 4) * 100),
    "rules below the limit": _sheet("".join(f".c{n} p {{ color: red }}" for n in range(4_900))),
    "declarations below the limit": _sheet("p {" + "color: red;" * 9_800 + "}"),
    "tokens below the limit": _sheet(
        ":root {" + "".join(f"--t{n}: {n};" for n in range(9_800)) + "}"
    ),
    "sheets below the limit": lambda: _import_star(48),
    "variables below the limit": _doubled(9, "font-family"),
    "fonts below the limit": _sheet(
        "".join(f"@font-face {{ font-family: f{n}; src: url(a.ttf) }}" for n in range(990)),
        a_ttf=b"\0\1\0\0" + bytes(1_000),
    ),
}
HOSTILE_THEMES = {**REFUSED_THEMES, **PRINTED_THEMES}
