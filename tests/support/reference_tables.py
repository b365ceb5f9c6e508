"""Tables in README files that the program writes: `python -m tests.support.reference_tables`.

TABLES                    each table by its file and mark, with the function that makes the table
replace_table(text, …)    the text with a table put between its two marks
"""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, get_type_hints
from unittest.mock import patch

from jinja2 import Template

import printkit
from printkit.edition.limits import list_limits, written
from printkit.markup.digest.contents import ContentsLine
from printkit.markup.digest.cover import CoverLine
from printkit.markup.digest.editorial import EditedText
from printkit.markup.digest.picture_credits import Credit
from printkit.markup.digest.sources import Reference
from printkit.markup.entries import Listing
from printkit.markup.figures import ShownPicture, ShownPictures
from printkit.markup.layout import ArticleLayout
from printkit.markup.notes import NoteLine
from printkit.markup.opening import Opening
from printkit.markup.paper import Paper
from printkit.markup.running_words import RunningWords
from printkit.readers.record_sources import Record
from printkit.remarks import CODES
from printkit.themes import STYLES, TEMPLATES, Token, tokens
from printkit.wording.attribution import AttributionLine
from tests.support.paths import CHECKOUT
from tests.support.sample_records import RICH

_ABOUT = re.compile(r"\A\{#-?\s*(.+?)\s*-?#\}", re.DOTALL)
_MACRO = re.compile(r"\{%-?\s*macro (\w+\(.*?\)) -?%\}")
# The lists that templates go through, each by the name that a template gives to an item.
_VALUES: Mapping[str, Any] = {
    "`paper`": Paper,
    "`it`, each of `settings`": ArticleLayout,
    "`it.opening`": Opening,
    "`it.opening.running`, `running` in `pages`": RunningWords,
    "`it.pictures`": ShownPictures,
    "`shown`, each of `it.pictures`": ShownPicture,
    "each of `it.notes` and `text.notes`": NoteLine,
    "each of `it.source` and `it.opening.dates`": AttributionLine,
    "`lead`, each of `lines`": CoverLine,
    "each entry of `sections`": ContentsLine,
    "each of `others`": Listing,
    "each of `references`": Reference,
    "each of `credits`": Credit,
    "`text`": EditedText,
}


def make_token_table() -> str:
    """Return the tokens as tables in Markdown, one for each group."""
    lines: list[str] = []
    group = ""
    for token in tokens():
        if token.group != group:
            group = token.group
            lines += ["", f"**{group}**", "", *_head("token", "value", "unit", "what it sets")]
        lines.append(f"| `{token.name}` | {_sizes(token)} | {token.unit} | {token.effect} |")
    return _joined(lines)


def make_page_table() -> str:
    """Return the use of each template of a page, and the names of the template's values."""
    lines = _head("file", "what it prints", "what it gets")
    for name in sorted(path.name for path in TEMPLATES.glob("*.html")):
        names = ", ".join(f"`{one}`" for one in _given().get(name, ()) if one != "generator")
        assert bool(names) == (name != "page.html"), f"no page of a digest was printed with {name}"
        gets = names or "what the template that extends it gets"
        lines.append(f"| `{name}` | {_about(name)} | {gets} |")
    return _joined(lines)


def make_part_table() -> str:
    """Return the use of each part of a page, with the macros that the part has."""
    lines = _head("file", "what it prints", "macros")
    for path in sorted((TEMPLATES / "parts").glob("*.html")):
        macros = ", ".join(f"`{one}`" for one in _MACRO.findall(path.read_text(encoding="utf-8")))
        name = f"parts/{path.name}"
        lines.append(f"| `{name}` | {_about(name)} | {macros} |")
    return _joined(lines)


def make_value_table() -> str:
    """Return the fields of each value that templates go through."""
    lines = _head("value", "its fields")
    for name, kind in _VALUES.items():
        fields = ", ".join(f"`{field}`" for field in get_type_hints(kind))
        lines.append(f"| {name} | {fields} |")
    return _joined(lines)


def remark_table() -> str:
    """Return the codes of all remarks, each with its meaning and the modules of its texts."""
    lines = _head("code", "meaning", "the text that a user reads")
    for code, meaning in sorted(CODES.items()):
        written = ", ".join(f"`{module}`" for module in _modules_that_name(code))
        lines.append(f"| `{code}` | {meaning} | {written} |")
    return _joined(lines)


def make_limit_table() -> str:
    """Return every limit with its default, its unit and its purpose."""
    lines = _head("limit", "default", "unit", "what the limit guards")
    for one in list_limits():
        lines.append(f"| `{one.name}` | {written(one.default)} | {one.unit} | {one.guards} |")
    return _joined(lines)


def _modules_that_name(code: str) -> list[str]:
    """Return the modules that make remarks of a code; the module of all codes makes none."""
    package = CHECKOUT / "printkit"
    modules = [path for path in sorted(package.rglob("*.py")) if path != package / "remarks.py"]
    named = [path for path in modules if f'"{code}"' in path.read_text(encoding="utf-8")]
    return [str(path.relative_to(package)) for path in named]


TABLES: Mapping[tuple[Path, str], Callable[[], str]] = {
    (STYLES / "README.md", "tokens"): make_token_table,
    (TEMPLATES / "README.md", "pages"): make_page_table,
    (TEMPLATES / "README.md", "parts"): make_part_table,
    (TEMPLATES / "README.md", "values"): make_value_table,
    (CHECKOUT / "printkit" / "README.md", "remarks"): remark_table,
    (CHECKOUT / "README.md", "limits"): make_limit_table,
}


def replace_table(text: str, mark: str, table: str) -> str:
    """Return a text with a table between `<!-- mark -->` and `<!-- /mark -->`."""
    before, opened, rest = text.partition(f"<!-- {mark} -->\n")
    _, closed, after = rest.partition(f"<!-- /{mark} -->")
    assert opened, f"there is no mark {mark}"
    assert closed, f"there is no end of {mark}"
    return before + opened + table + closed + after


@cache
def _given() -> Mapping[str, list[str]]:
    """Return the names of the values that a digest with a stub passes to each template."""
    given: dict[str, list[str]] = {}
    generate = Template.generate

    def note_names(template: Template, values: dict[str, object]) -> Iterator[str]:
        given[template.name or ""] = sorted(values)
        return generate(template, values)

    records: list[Record] = [RICH, b"this is no record: it has no words after a headline"]
    with patch.object(Template, "generate", note_names):
        printkit.digest(records, title="A", note="B", cache=False, trusted=True)
    return given


def _about(name: str) -> str:
    """Return the first comment of a template."""
    found = _ABOUT.match((TEMPLATES / name).read_text(encoding="utf-8"))
    assert found, f"{name} has no comment that says what it prints"
    return " ".join(found[1].split())


def _sizes(token: Token) -> str:
    """Return the value on A4, and the values on other kinds of sheets where these differ."""
    named = (f"{kind} `{value}`" for kind, value in token.other_values.items())
    return ", ".join((f"`{token.value}`", *named))


def _head(*titles: str) -> list[str]:
    return [f"| {' | '.join(titles)} |", "|---" * len(titles) + "|"]


def _joined(lines: list[str]) -> str:
    return "\n".join((*lines, "")).lstrip("\n")


def _rewritten() -> Iterator[Path]:
    for (path, mark), table in TABLES.items():
        text = path.read_text(encoding="utf-8")
        path.write_text(replace_table(text, mark, table()), encoding="utf-8")
        yield path


if __name__ == "__main__":
    assert list(_rewritten())
