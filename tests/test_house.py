"""The house rules: who may import whom, who owns which engine, where tests live, what is not done.

Each guard takes a folder and gives what breaks the rule there; it is run on the checkout and,
to see that it can fail, on small houses built to break it.
"""

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.paths import CHECKOUT
from tests.support.source_code import find_room, list_imports, list_modules, parse_module

# From the ground up. A room imports from floors below its own, and on its own floor from the
# rooms that stand before it: so there is no circle. A folder of modules is one room. Text and
# files stand before the article: what they know of words and of paths holds for any text or file.
FLOORS = {
    "values": (
        "remarks",
        "errors",
        "text",
        "files",
        "article",
        "edition",
        "pages",
        "report",
        "themes",
    ),
    "intake": ("wording", "readers", "pictures", "inserts"),
    "desk": ("copyedit", "prepare", "issue"),
    "markup": ("markup",),
    "press": ("press", "preflight", "inspect"),
    "printing": ("printing",),
    "bindery": ("bindery", "imposition"),
    "make-up": ("makeup",),
    "pipeline": ("pipeline", "batch"),
    "counter": ("cli",),
}
FLOOR = {
    name: step for step, name in enumerate(name for rooms in FLOORS.values() for name in rooms)
}

# To swap an engine is to rewrite its owner.
OWNERS = {
    "AntiSSRF": {"pictures"},
    "PIL": {"pictures"},
    "anyascii": {"article"},
    "babel": {"wording"},
    "charset_normalizer": {"readers"},
    "click": {"cli"},
    "fontTools": {"bindery", "press"},
    "jinja2": {"markup"},
    "lxml": {"copyedit", "pictures"},
    "markdown_it": {"copyedit"},
    "markupsafe": {"markup"},
    "mdit_py_plugins": {"copyedit"},
    "nh3": {"copyedit"},
    "packaging": {"press"},
    "pebble": {"printing"},
    "pikepdf": {"bindery", "inserts", "imposition"},
    "platformdirs": {"files"},
    "pydantic": {"article", "pictures", "printing", "readers"},
    "pydantic_core": {"readers"},
    "pydyf": {"press"},
    "pypdf": {"inspect"},
    "pypdfium2": {"preflight"},
    "requests": {"pictures"},
    "rich": {"cli"},
    "segno": {"markup"},
    "uharfbuzz": {"bindery", "press"},
    "urllib3": {"pictures"},
    "weasyprint": {"press"},
    "yaml": {"readers"},
}
# Packages tested by what they do to whole documents: alone their modules mean nothing.
TESTED_AS_ONE = {"press.tagging", "inserts"}
HOUSE_TESTS = {
    "conformance",
    "conftest",
    "corpus",
    "digest",
    "house",
    "pipeline_digest",
    "public_names",
    "readme",
    "reference",
    "requirements",
    "script_faces",
    "sealed",
    "typed_doors",
    "walk",
    "wheel",
}
# Markup that is not ours may be read by patterns; ours is a tree, or text with typed holes.
# Copy-editing and reading get other people's HTML, and have no line here.
PATTERNS_OVER_MARKUP = {
    "bindery.metadata": "the XMP packets that our templates write and that stay small",
    "inserts.sanitising": "the XMP packet of somebody else's PDF, whose XML may be broken",
    "issue.duplicates": "bodies as records give them, before copy-editing",
}
# Who may say of a text that it is safe HTML.
SAFE_HTML = {
    "copyedit.holes": "text that nh3 has certified",
    "markup.holes": "clean text with its holes filled",
    "markup.source_block": "a drawing that segno has made",
    "markup.digest.page": "parts of a page that our own templates have made",
}
SAYS_NOTHING = {"base", "common", "core", "helper", "helpers", "manager", "misc", "util", "utils"}
ELEMENT = re.compile(
    r"</?(a|article|aside|b|body|br|code|div|em|figcaption|figure|footer|h[1-6]|head|header|html|i"
    r"|img|li|link|main|meta|nav|ol|p|pre|section|span|strong|style|table|td|th|time|tr|ul)"
    r"(\s[^<>]*)?/?>"
)


def without_a_floor(root: Path) -> list[str]:
    """Modules that nobody has placed in FLOORS."""
    return sorted({find_room(module) for module in list_modules(root)} - FLOOR.keys())


def imports_that_go_up(root: Path) -> list[str]:
    """Imports of a module's own floor, of one above, of the root, or by dots."""
    wrong = []
    for module, path in list_modules(root).items():
        for name in list_imports(path):
            package, _, inner = name.partition(".")
            if package not in ("printkit", ""):
                continue
            goes_down = FLOOR.get(find_room(inner), len(FLOOR)) < FLOOR.get(find_room(module), 0)
            stays_inside = find_room(inner) == find_room(module)
            if not package or not (goes_down or stays_inside):
                wrong.append(f"{module} imports {name}")
    return wrong


def engines_of_others(root: Path) -> list[str]:
    """Engines imported by a module that does not own them."""
    return [
        f"{module} imports {name}"
        for module, path in list_modules(root).items()
        for name in list_imports(path)
        if find_room(module) not in OWNERS.get(name.partition(".")[0], {find_room(module)})
    ]


def strangers(root: Path) -> list[str]:
    """Packages that are neither Python's own, nor ours, nor in OWNERS."""
    known = sys.stdlib_module_names | OWNERS.keys() | {"printkit", ""}
    return [
        f"{module} imports {name}"
        for module, path in list_modules(root).items()
        for name in list_imports(path)
        if name.partition(".")[0] not in known
    ]


def without_a_mirror(root: Path) -> list[str]:
    """Modules without a file of tests, and files of tests without a module."""
    house = list_modules(root)
    packages = {name for name, path in house.items() if path.name == "__init__.py"}
    wanted = {_tested_as(name) for name in house.keys() - packages}
    found = set()
    for path in (root / "tests").rglob("test_*.py"):
        parts = path.relative_to(root / "tests").with_suffix("").parts
        found.add(_tested_as(".".join((*parts[:-1], parts[-1].removeprefix("test_")))))
    # The door of a package may have tests of its own, beside those of its modules.
    strays = {one for one in found - wanted - packages if find_room(one) not in HOUSE_TESTS}
    return [f"{module} has no tests" for module in sorted(wanted - found)] + [
        f"tests of {module}, which is no module" for module in sorted(strays)
    ]


def _tested_as(module: str) -> str:
    """The module itself, or the package that is tested as one."""
    whole = (one for one in TESTED_AS_ONE if module == one or module.startswith(f"{one}."))
    return next(whole, module)


def names_that_say_nothing(root: Path) -> list[str]:
    """Modules whose name does not tell what is inside."""
    return [
        module
        for module in list_modules(root)
        if SAYS_NOTHING & {word for part in module.split(".") for word in part.split("_")}
    ]


def broad_catches(root: Path) -> list[str]:
    """Places that catch or suppress every error, ours and bugs alike."""
    wrong = []
    for module, path in list_modules(root).items():
        for node in ast.walk(parse_module(path)):
            caught: list[ast.expr | None] = []
            if isinstance(node, ast.ExceptHandler):
                caught = [node.type]
            elif isinstance(node, ast.Call) and ast.unparse(node.func).endswith("suppress"):
                caught = list(node.args)
            if any(_is_broad(one) for one in caught):
                wrong.append(f"{module}:{getattr(node, 'lineno', 0)}")
    return wrong


def _is_broad(caught: ast.expr | None) -> bool:
    names = caught.elts if isinstance(caught, ast.Tuple) else [caught]
    broad = {"Exception", "BaseException"}
    return any(name is None or ast.unparse(name) in broad for name in names)


def markup_in_strings(root: Path) -> list[str]:
    """HTML written in Python, where templates/ are for it; patterns may name elements.

    Copy-editing is about HTML, and reading about what newsrooms send: they may write it.
    """
    return [
        f"{module}:{line}: {text}"
        for module, path in list_modules(root).items()
        if find_room(module) not in ("copyedit", "readers")
        for line, text in _texts(parse_module(path))
        if ELEMENT.search(text)
    ]


def _texts(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Every string that is no docstring, no pattern and no part of another, with its line."""
    passed_over: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr):
            passed_over.add(id(node.value))
        elif isinstance(node, ast.Call) and ast.unparse(node.func).startswith("re."):
            passed_over |= {id(argument) for argument in node.args}
        elif isinstance(node, ast.JoinedStr):
            passed_over |= {id(part) for part in node.values}
            parts = (part.value if isinstance(part, ast.Constant) else "…" for part in node.values)
            yield node.lineno, "".join(map(str, parts))
        elif isinstance(node, ast.Constant) and id(node) not in passed_over:
            yield node.lineno, str(node.value)


def patterns_over_markup(root: Path) -> list[str]:
    """Regular expressions that look for tags: a tree, or a typed hole, says where something is."""
    return [
        f"{module}:{call.lineno}: {ast.unparse(call)}"
        for module, path in list_modules(root).items()
        if find_room(module) not in ("copyedit", "readers") and module not in PATTERNS_OVER_MARKUP
        for call in _calls(parse_module(path))
        if ast.unparse(call.func).startswith("re.") and call.args and _names_a_tag(call.args[0])
    ]


def _calls(tree: ast.Module) -> Iterator[ast.Call]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.Call))


def _names_a_tag(pattern: ast.expr) -> bool:
    """Whether a pattern has a `<` before a name, a slash or a set of characters."""
    texts = (node.value for node in ast.walk(pattern) if isinstance(node, ast.Constant))
    text = "".join(one.decode() if isinstance(one, bytes) else str(one) for one in texts)
    without_sets = re.sub(r"\[(?:\\.|[^\]])*\]", "x", text)
    return bool(re.search(r"(?<!\(\?)(?<!\(\?P)<[a-zA-Z/!({]", without_sets))


def safe_html_made_elsewhere(root: Path) -> list[str]:
    """Texts that are called safe HTML by a module that does not know it."""
    return [
        f"{module}:{call.lineno}: {ast.unparse(call)}"
        for module, path in list_modules(root).items()
        if module not in SAFE_HTML
        for call in _calls(parse_module(path))
        if ast.unparse(call.func).rpartition(".")[2] in ("Markup", "SafeHtml") and call.args
    ]


def unescaped_templates(root: Path) -> list[str]:
    """Templates that bless text as HTML themselves."""
    blessing = re.compile(r"\|\s*safe\b|autoescape\s+false|Markup\(")
    return [
        path.name
        for path in sorted((root / "templates").rglob("*.*"))
        if blessing.search(path.read_text(encoding="utf-8"))
    ]


GUARDS = (
    without_a_floor,
    imports_that_go_up,
    engines_of_others,
    strangers,
    without_a_mirror,
    names_that_say_nothing,
    broad_catches,
    markup_in_strings,
    patterns_over_markup,
    safe_html_made_elsewhere,
    unescaped_templates,
)

SOUND = {
    "printkit/__init__.py": "from printkit.pipeline import export",
    "printkit/errors.py": "",
    "printkit/article.py": "import json\nfrom printkit.errors import RecordError",
    "printkit/readers/__init__.py": "from printkit.readers.ninjs import read",
    "printkit/readers/ninjs.py": "import yaml\nfrom printkit.article import Article",
    "printkit/text.py": "import re\nre.compile('(?<=x)(?P<y>[<>b])<?z')",
    "printkit/markup.py": '"""A <p>."""\nimport jinja2\ntry:\n    1\nexcept OSError:\n    2',
    "templates/page.html": "{{ headline }}",
    "tests/test_errors.py": "",
    "tests/test_article.py": "",
    "tests/test_markup.py": "",
    "tests/test_text.py": "",
    "tests/test_readers.py": "",
    "tests/readers/test_ninjs.py": "",
    "tests/test_house.py": "",
}
BROKEN = (
    (without_a_floor, {"printkit/attic.py": ""}, "attic"),
    (imports_that_go_up, {"printkit/errors.py": "import printkit.article"}, "errors imports"),
    (imports_that_go_up, {"printkit/article.py": "from printkit import pages"}, "article imports"),
    (imports_that_go_up, {"printkit/article.py": "import printkit"}, "article imports printkit"),
    (imports_that_go_up, {"printkit/article.py": "from . import errors"}, "article imports ."),
    (imports_that_go_up, {"printkit/markup.py": "from .article import x"}, "markup imports .a"),
    (imports_that_go_up, {"printkit/article.py": "def f():\n import printkit.cli"}, "article imp"),
    (imports_that_go_up, {"printkit/readers/ninjs.py": "import printkit.copyedit"}, "readers.nin"),
    (engines_of_others, {"printkit/article.py": "from jinja2 import Template"}, "article imports"),
    (engines_of_others, {"printkit/readers/ninjs.py": "import lxml.etree"}, "readers.ninjs imp"),
    (strangers, {"printkit/article.py": "import numpy.linalg"}, "article imports numpy.linalg"),
    (without_a_mirror, {"printkit/pages.py": ""}, "pages has no tests"),
    (without_a_mirror, {"printkit/readers/feed.py": ""}, "readers.feed has no tests"),
    (without_a_mirror, {"printkit/press/tagging/fold.py": ""}, "press.tagging has no tests"),
    (without_a_mirror, {"tests/test_attic.py": ""}, "tests of attic"),
    (without_a_mirror, {"tests/readers/test_attic.py": ""}, "tests of readers.attic"),
    (names_that_say_nothing, {"printkit/readers/date_utils.py": ""}, "readers.date_utils"),
    (broad_catches, {"printkit/article.py": "try:\n 1\nexcept Exception:\n 2"}, "article:3"),
    (broad_catches, {"printkit/article.py": "try:\n 1\nexcept:\n 2"}, "article:3"),
    (broad_catches, {"printkit/article.py": "try:\n 1\nexcept (OSError, Exception):\n 2"}, "art"),
    (broad_catches, {"printkit/article.py": "with suppress(Exception):\n 1"}, "article:1"),
    (markup_in_strings, {"printkit/article.py": "x = f'<p class=\"{1}\">'"}, "article:1"),
    (
        patterns_over_markup,
        {"printkit/article.py": "import re\nre.compile('<p[^>]*>')"},
        "article:2",
    ),
    (patterns_over_markup, {"printkit/article.py": "re.sub(rf'</{x}>', '', y)"}, "article:1"),
    (patterns_over_markup, {"printkit/article.py": "re.compile(rb'(?<!x)<a')"}, "article:1"),
    (safe_html_made_elsewhere, {"printkit/article.py": "Markup(text)"}, "article:1"),
    (safe_html_made_elsewhere, {"printkit/article.py": "copy.SafeHtml('<p>')"}, "article:1"),
    (unescaped_templates, {"templates/page.html": "{{ body|safe }}"}, "page.html"),
    (unescaped_templates, {"templates/parts/a.html": "{% autoescape false %}"}, "a.html"),
)


def build(root: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text)
    return root


@pytest.mark.parametrize("guard", GUARDS, ids=lambda guard: guard.__name__)
def test_the_house_keeps_its_rules(guard: object) -> None:
    """The checkout breaks none, and there was something to look at."""
    assert len(list_modules(CHECKOUT)) > 10
    assert list((CHECKOUT / "templates").glob("*.html"))
    assert callable(guard)
    assert guard(CHECKOUT) == []


@pytest.mark.parametrize("guard", GUARDS, ids=lambda guard: guard.__name__)
def test_a_sound_house_passes(tmp_path: Path, guard: object) -> None:
    """A small house that keeps the rules is left in peace."""
    assert callable(guard)
    assert guard(build(tmp_path, SOUND)) == []


@pytest.mark.parametrize(("guard", "files", "found"), BROKEN)
def test_a_broken_house_is_caught(
    tmp_path: Path, guard: object, files: dict[str, str], found: str
) -> None:
    """Each guard was seen to fail, and names the one thing that is wrong."""
    assert callable(guard)
    wrong = guard(build(tmp_path, SOUND | files))
    assert len(wrong) == 1
    assert wrong[0].startswith(found)
