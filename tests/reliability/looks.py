"""Suite: themes that loop, grow or crash, and wrong files printkit.toml.

Each theme prints one record, each printkit.toml a digest of one. The command ends in time, within
its memory, and names the theme or the file if nothing was printed.
"""

import json
import os
from collections.abc import Iterator

from tests.ledger import Ledger
from tests.reliability.cases import Case, Setting, faults_of_end, try_all
from tests.support.sample_records import PLAIN

_BIG = "1000000000px"


def _themes() -> Iterator[tuple[str, str]]:
    """Yield the names of themes and their style sheets."""
    for depth in (100, 3_000):
        yield f"calc() of {depth} levels", f"p {{ width: {'calc(1px + ' * depth}1px{')' * depth} }}"
        yield f":not() of {depth} levels", f"{':not(' * depth}p{')' * depth} {{ color: red }}"
        yield f"{depth} nested rules", "p {" * depth + "color: red" + "}" * depth
        yield f"{depth} blocks of @media", "@media print {" * depth + "}" * depth
        yield f"{depth} brackets", f"p {{ color: {'(' * depth}{')' * depth} }}"
    for times in (50_000, 10_000_000):
        yield (
            f"grid of {times:,}",
            f"p {{ display: grid; grid-template: repeat({times}, 1px) / 1px }}",
        )
        yield f"grid-row of {times:,}", f"body {{ display: grid }} p {{ grid-row: span {times} }}"
        yield f"columns of {times:,}", f"body {{ columns: {times} }}"
        yield f"orphans of {times:,}", f"p {{ orphans: {times}; widows: {times} }}"
        yield f"tab-size of {times:,}", f"p {{ tab-size: {times}; white-space: pre-wrap }}"
    doubled = ":root { --a0: 'aaaaaaaaaa';" + "".join(
        f"--a{n}: var(--a{n - 1}) var(--a{n - 1});" for n in range(1, 30)
    )
    yield "var() that doubles", doubled + "} p::before { content: var(--a29) }"
    yield "var() in a loop", ":root { --a: var(--b); --b: var(--a) } p { color: var(--a) }"
    stops = ", ".join(f"red {n}px" for n in range(20_000))
    yield "20,000 stops", f"p {{ background: linear-gradient({stops}) }}"
    tiny = "repeating-linear-gradient(red, blue 0.0001px)"
    yield "a tiny gradient", f"body {{ background: {tiny}; height: {_BIG} }}"
    long_values = {
        "a leader": f"p::after {{ content: leader('.'); width: {_BIG}; display: block }}",
        "a huge box": f"p {{ height: {_BIG} }}",
        "a huge font": "p { font-size: 99999999999px }",
        "a huge margin": f"@page {{ margin: {_BIG} }}",
        "a page of nothing": "@page { size: 0 0 }",
        "a tiny page": "@page { size: 1px 1px; margin: 0 }",
        "a huge border": f"p {{ border: {_BIG} dashed red }}",
        "tiny dashes": "p { border: 0.00001px dashed red; width: 9999999px }",
        "a huge indent": f"p {{ text-indent: {_BIG} }}",
        "a symbolic counter": "@counter-style a { system: symbolic; symbols: '*' }"
        "p { counter-reset: n 2000000000 } p::before { content: counter(n, a) }",
        "a Roman counter": "p { counter-reset: n 999999999 }"
        "p::before { content: counter(n, lower-roman) }",
        "a target in a loop": "p::before { content: target-counter(attr(href), page) }",
        "running elements": "p { position: running(a) }@page { @top-left { content: element(a) } }",
        "a page that changes": "p:nth-child(odd) { page: a } @page a { size: A3 }",
        "a broken column": "body { columns: 2 } p { break-inside: avoid; column-span: all }",
        "flex in flex": "* { display: flex }",
        "all float": "* { float: left }",
        "all absolute": "* { position: absolute; transform: rotate(1e9deg) }",
        "a division by zero": "p { width: calc(1px / 0); text-indent: mod(1px, 0px) }",
        "letter-spacing": "p { letter-spacing: 9999999mm }",
        "lines of none": "p { line-clamp: 0 }",
        "an import of itself": "@import 'ours.css';",
        "a file elsewhere": "@import url(file:///etc/hostname);",
        "a device": "p { background: url(/dev/zero) }",
        "the web": "@import url(http://127.0.0.1:9/a.css);",
        "a colour profile": "@color-profile a { src: url(/dev/zero) } p { color: color(a 0 0 0) }",
        "a font of the web": "@font-face { font-family: A; src: url(http://127.0.0.1:9/a) }",
    }
    yield from long_values.items()
    selectors = ",".join(f"p:nth-child({n}n+1) ~ p" for n in range(3_000))
    yield "3,000 selectors", f"{selectors} {{ color: red }}"
    yield "5 MB of rules", "p { color: red }\n" * 300_000
    yield "no end", "p { content: '" + "a" * 100_000
    yield "nothing", "\0" * 100


def _files() -> Iterator[tuple[str, str]]:
    """Yield the names and texts of wrong files printkit.toml."""
    wrong = {
        "no TOML": "a b c", "a table too few": "title = 'T'", "an unknown table": "[digets]",
        "an unknown key": "tilte = 'T'", "a number for a text": "title = 1",
        "a text for a number": "limit = 'many'", "a negative number": "limit = -1",
        "a huge number": "limit = 99999999999999999999", "a wrong week": "week = '2020-W99'",
        "a wrong date": "from = 'yesterday'", "a wrong zone": "timezone = 'Mars'",
        "a wrong paper": "paper = '0x0mm'", "a huge paper": "paper = '9999999x9999999mm'",
        "a wrong language": "language = '!!'", "a theme that is none": "theme = 'nonesuch'",
        "a theme that is a device": "theme = '/dev/zero'",
        "a cover that is a device": "cover_picture = '/dev/zero'",
        "a cover that is a pipe": "cover_picture = 'pipe'",
        "a cover that is a folder": "cover_picture = '.'",
        "an insert that is a device": "append = ['/dev/zero']",
        "an insert that is a pipe": "append = ['pipe']",
        "templates of a device": "templates = '/dev'",
        "a root that is missing": "root = ['nowhere']",
        "a text of a megabyte": f"note = '{'a' * 900_000}'",
        "deep lists": f"sections = {'[' * 5_000}{']' * 5_000}",
    }  # fmt: skip
    for name, text in wrong.items():
        head = "" if name in ("no TOML", "a table too few", "an unknown table") else "[digest]\n"
        yield name, head + text


def try_looks(setting: Setting) -> Iterator[Case]:
    """Yield a case for each theme and each file."""
    themes, files = list(_themes()), list(_files())
    yield from try_all(lambda one: [_try_theme(setting, *one)], setting.pick(themes))
    yield from try_all(lambda one: [_try_file(setting, *one)], setting.pick(files))


def _try_theme(setting: Setting, name: str, css: str) -> Case:
    with setting.open_ledger() as ledger:
        (ledger.folder / "ours.css").write_text(f'@import "printkit:themes/broadsheet.css";\n{css}')
        (ledger.folder / "a.json").write_text(json.dumps(PLAIN))
        asked = ("export", "a.json", "-o", "a.pdf", "--theme", "ours.css")
        ran = ledger.run(*asked, *setting.limits("export"), seconds=setting.longest())
        faults = [*faults_of_end(ran, setting, (0, 1, 2)), *ledger.find_traces(ran)]
    if ran.code in (1, 2) and "ours.css" not in ran.errors:
        faults.append(f"the message does not name the theme: {ran.errors.strip()[-200:]}")
    return Case("themes", name, tuple(faults), ran.seconds, ran.megabytes)


def _try_file(setting: Setting, name: str, text: str) -> Case:
    with setting.open_ledger() as ledger:
        _fill(ledger, text)
        asked = ("digest", "a.json", "--config", "printkit.toml", "-o", "a.pdf")
        ran = ledger.run(*asked, *setting.limits("digest"), seconds=setting.longest(2))
        faults = [*faults_of_end(ran, setting, (0, 1, 2)), *ledger.find_traces(ran)]
    if ran.code in (1, 2) and not ran.errors.strip():
        faults.append("there is no message")
    return Case("printkit.toml", name, tuple(faults), ran.seconds, ran.megabytes)


def _fill(ledger: Ledger, text: str) -> None:
    (ledger.folder / "printkit.toml").write_text(text)
    (ledger.folder / "a.json").write_text(json.dumps(PLAIN))
    os.mkfifo(ledger.folder / "pipe")
