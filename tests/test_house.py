"""The rules of the house: imports, owners of engines, places of tests, and names.

Each guard takes the root of a checkout and returns one line for each fault. The guard runs on the
checkout and, to be seen to fail, on small houses that break its rule. The rules for sizes and
signatures are in test_house_sizes.py.
"""

import ast
import re
import sys
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from functools import cache
from itertools import combinations, takewhile
from pathlib import Path
from typing import TypeGuard

import pytest

from tests.support.house_rules import SOUND, Guard, build_house, drop_excused
from tests.support.paths import CHECKOUT
from tests.support.source_code import (
    find_room,
    find_values,
    list_imports,
    list_modules,
    parse_module,
    read_floors,
)

MOST_NAMES = 30  # at the top of printkit/: as many as a reader takes in at one look
MOST_FLOORS = 10
AT_THE_TOP = {
    *(".ci", ".git", ".github", ".gitignore", "CHANGELOG.md", "LICENSE", "Makefile", "README.md"),
    *("constraints.txt", "printkit", "pyproject.toml", "styles", "templates", "tests"),
}

# To replace an engine is to rewrite its owner. The owner stands first, without a reason; each
# other room that imports the engine has a reason.
OWNERS: dict[str, dict[str, str]] = {
    "AntiSSRF": {"pictures": ""},
    "PIL": {"pictures": ""},
    "anyascii": {"article": ""},
    "babel": {"wording": ""},
    "charset_normalizer": {"readers": ""},
    "click": {"cli": ""},
    "cssselect2": {"copyedit": ""},
    "dask": {"printing": ""},
    "distributed": {"printing": ""},
    "filelock": {"files": ""},
    "fontTools": {
        "bindery": "",
        "press": "has the Unicode table that names the script of a missing character",
    },
    "fsspec": {"files": ""},
    "jinja2": {"markup": ""},
    "latex2mathml": {"copyedit": ""},
    "lxml": {
        "copyedit": "",
        "pictures": "reads the XMP packet of a picture, which is XML and no HTML",
        "preflight": "reads the raw body once more, to find losses of copy-editing",
    },
    "markdown_it": {
        "copyedit": "",
        "preflight": "reads the raw body once more, to find losses of copy-editing",
    },
    "markupsafe": {"markup": ""},
    "mdit_py_plugins": {"copyedit": ""},
    "nh3": {"copyedit": ""},
    "packaging": {"press": ""},
    "pikepdf": {
        "bindery": "",
        "inserts": "copies what is harmless out of a PDF of unknown origin",
        "inspect": "takes the encryption off a PDF that opens without a password",
        "imposition": "draws pages onto sheets, with nothing of the bindery's tags and links",
    },
    "platformdirs": {"files": "", "workers": "lets workers write in the user's cache"},
    "py3langid": {"wording": ""},
    "pydantic": {
        "article": "",
        "pictures": "reads the metadata of a picture with the article's own type for a line",
        "printing": "reads cache entries back into the frozen values that were kept",
        "readers": "tries single values against the article's fields, and catches its errors",
    },
    "pydantic_core": {"readers": ""},
    "psutil": {"printing": ""},
    "pydyf": {"press": ""},
    "pypdf": {"inspect": ""},
    "pypdfium2": {
        "preflight": "",
        "inserts": "draws the fields and marks of a PDF of unknown origin as a viewer shows them",
    },
    "requests": {"pictures": ""},
    "pyphen": {"copyedit": ""},
    "rich": {"cli": ""},
    "segno": {"markup": ""},
    "tinycss2": {
        "themes": "",
        "copyedit": "reads the style sheets in a body, which are no themes",
    },
    "uharfbuzz": {
        "bindery": "",
        "press": "cuts static fonts out of a theme's variable ones, before there are pages",
    },
    "urllib3": {"pictures": ""},
    "weasyprint": {"press": ""},
    "yaml": {"readers": ""},
}
# Reasons to break a rule, by guard; the name of a room or a module stands for all its code.
EXCUSED: Mapping[str, Mapping[str, str]] = {
    "broad_catches": {
        "cli": "no error of a command ends with a traceback on the terminal",
        "files.deadlines": "raises the error of a call once more, in the thread that waits",
        "files.stores": "uses packages of many stores, which raise errors of their own",
        "readers.plain_values": "reads objects of other programs, whose methods raise any error",
        "workers.door": "the one place where an error of the work becomes the record's account",
        "workers.executor_tasks": "uses an executor of a stranger, which may raise any error",
    },
    "cache_keys_elsewhere": {
        "press.fonts": "stands on a lower floor than `printing.keys`, which tells of this key",
    },
    "drops_outside_removals": {
        "copyedit.captions._attach": "moves a caption, and the pictures in the caption",
        "copyedit.credits.split_marked": "moves the words of a credit into the field",
        "copyedit.credits._trim_end": "the separators between a caption and a credit say nothing",
        "copyedit.compound_marks._part_compound": "puts several links in the place of one",
        "copyedit.datelines._clear": "empty elements say nothing",
        "copyedit.datelines.remove_dateline": "an empty paragraph says nothing",
        "copyedit.drawings._settle_svg": "an ornament without words says nothing",
        "copyedit.drawings._write_label": "a drawing that `Removals.note` has named, or an icon"
        " without a description",
        "copyedit.drawings._write_paragraph": "moves the words and pictures of a drawing",
        "copyedit.embeds._replace_embed": "`_tell_written` has noted the page in the frame",
        "copyedit.figures._dissolve": "addresses of a picture that was read already",
        "copyedit.figures._give_up": "`lift_pictures` has noted the picture",
        "copyedit.figures._lift": "a picture of one pixel counts visits, and shows nothing",
        "copyedit.figures.lift_pictures": "takes the notes apart from the body again",
        "copyedit.footnotes.lift_notes": "a rule above notes that were lifted",
        "copyedit.formulas._put": "a formula without signs says nothing",
        "copyedit.formulas.settle_formulas": "puts TeX that cannot be read back into the text",
        "copyedit.formulas.pictured._replace_twin": "the page prints the formula of the picture",
        "copyedit.formulas.sources._join_formula_lines": "a line break in a formula says nothing",
        "copyedit.formulas.typeset": "a second way to write the same formula",
        "copyedit.forms._settle_control": "a hidden field is not seen on the web page, either",
        "copyedit.form_signs.write_mark": "a switch without words says nothing",
        "copyedit.hidden._take_by_sheet": "a neighbour has the same words",
        "copyedit.numbered_captions.deal_captions": "moves the items of a list to their pictures",
        "copyedit.tab_labels._deal": "moves the labels of tabs to their panels",
        "copyedit.tab_labels.drop_repeated_label": "the panel has the words of the label",
        "copyedit.tab_roles._name_label": "a box that only opens its panel says nothing",
        "copyedit.tab_roles._name_row": "a button that only opens its panel says nothing",
        "copyedit.forms.remove_forms": "the words that a field proposes are not seen, either",
        "copyedit.headings.drop_repeats": "the page prints the same words above the body",
        "copyedit.hidden._remove_hidden": "noted before, or a repetition, or an ornament",
        "copyedit.hidden._only_here": "a picture without an address, beside the same picture",
        "copyedit.hidden.remove_hidden": "`compose` writes the parentheses of ruby itself",
        "copyedit.line_writer": "takes back elements that stayed empty",
        "copyedit.links._remove_wordless": "the part of a picture is noted before",
        "copyedit.listings._take_number": "`Removals.rewrite` has the number of the line",
        "copyedit.note_texts": "moves a note; `Removals.rewrite` has its mark and its heading",
        "copyedit.page_leftovers._drop_sign": "a sign such as ¶ says nothing; its address is noted",
        "copyedit.picture_items.free_pictures": "a term without words says nothing",
        "copyedit.picture_list.PictureList.settle": "moves a picture above the body",
        "copyedit.side_notes": "moves notes; the switches and numbers before these say nothing",
        "copyedit.tables._drop_empty_rows": "a row without cells says nothing",
        "copyedit.tables._keep_one_caption": "moves a second caption into the first",
        "copyedit.tables.mend_tables": "a table without words and pictures says nothing",
        "copyedit.targets._lift_targets": "moves the id of an empty element to its link",
        "copyedit.writing._mark_figures": "puts a mark in the place of a placeholder",
    },
    "files_opened_elsewhere": {
        "bindery.appended_pages": "pikepdf reads bytes in memory, which our press has printed",
        "cli": "writes to the device that swallows everything",
        "copyedit.dialects.settling": "opens the labels of a group of tabs, and no file",
        "imposition.source": "pikepdf reads bytes in memory",
        "inspect.unlocking": "pikepdf reads bytes in memory",
        "inserts": "pikepdf reads bytes in memory, and streams of these bytes",
        "pictures.decoding": "Pillow reads bytes in memory",
        "press.boxed_texts": "printkit's own style sheets",
        "press.fingerprint": "printkit's own files",
        "press.fonts": "fonts of installed packages",
        "themes.finding": "printkit's own style sheets",
        "workers": "files of the system, and those that this process made for a worker",
        "themes.printkit_styles": "printkit's own style sheets",
        "themes.token_faults": "printkit's own style sheets",
        "themes.tokens": "printkit's own style sheets",
        "wording.words": "printkit's own words",
    },
    "mutable_globals": {
        "cli.interrupts": "a signal arrives for the whole process",
        "files.haste": "an interrupt arrives for the whole process",
        "workers.child": "the whole process is a worker, with one parent and one environment",
        "workers.idle": "the processes that wait belong to the whole program",
    },
    "functions_of_one_name": {
        "cli.command": "each module of cli/ holds one command, and click finds it by this name",
    },
    "markup_in_strings": {
        "preflight.inventory": "puts an element around a raw body, to parse the body",
        "press.boxed_texts": "prints the values of a form: escaped words, without a page",
    },
    "patterns_over_markup": {
        "bindery.metadata": "the XMP packets that our templates write and that stay small",
        "inserts.sanitising": "the XMP packet of a foreign PDF, whose XML may be broken",
        "issue.duplicates": "bodies as records give them, before copy-editing",
        "preflight.inventory": "bodies as records give them, before copy-editing",
    },
    "texts_called_safe_html": {
        "copyedit.holes": "text that nh3 has certified",
        "markup.digest.page": "parts of a page that our own templates have made",
        "markup.holes": "clean text with its holes filled",
        "markup.source_block": "a drawing that segno has made",
        "markup.templates": "escaped text with elements for the marks of isolated words",
    },
}
# Packages that are tested as a whole: the modules of such a package mean nothing alone.
TESTED_AS_ONE = {
    "copyedit.dialects",
    "copyedit.formulas",
    "copyedit.xml_dialects",
    "inserts",
    "preflight.inventory.misplaced",
    "press.spelling",
    "press.tables",
    "press.tagging",
}
HOUSE_TESTS = {
    "advisories",
    "boxes",
    "conformance",
    "conftest",
    "corpus",
    "digest",
    "distribution_name",
    "house",
    "house_sizes",
    "ledger",
    "linear_time",
    "operating",
    "long_bodies",
    "picture_places",
    "pipeline_digest",
    "plain_sentences",
    "public_names",
    "readme",
    "sabotaged_passes",
    "record_cases",
    "reference",
    "reliability",
    "requirements",
    "script_faces",
    "sealed",
    "tokens_on_sheets",
    "two_directions",
    "typed_doors",
    "walk",
    "wheel",
}
SAYS_NOTHING = {
    *("base", "common", "core", "helper", "helpers", "manager", "managers", "misc", "shelf"),
    *("stories", "story", "stuff", "tool", "tools", "util", "utils"),
}
# Methods that change a list, a set or a dictionary.
CHANGES = {
    *("add", "append", "appendleft", "clear", "difference_update", "discard", "extend"),
    *("extendleft", "insert"),
    *("intersection_update", "pop", "popitem", "remove", "reverse", "setdefault", "sort"),
    *("symmetric_difference_update", "update"),
}
ELEMENT = re.compile(
    r"</?(a|article|aside|b|body|br|code|div|em|figcaption|figure|footer|h[1-6]|head|header|html|i"
    r"|img|li|link|main|meta|nav|ol|p|pre|section|span|strong|style|table|td|th|time|tr|ul)"
    r"(\s[^<>]*)?/?>"
)


def wrong_floors(root: Path) -> list[str]:
    """Return rooms that printkit/README.md puts on no floor or on two, and rooms that are not."""
    floors = read_floors(root)
    placed = [name for rooms in floors for name in rooms]
    house = {find_room(module) for module in list_modules(root)}
    return [
        *(f"{name} has no floor" for name in sorted(house - set(placed))),
        *(f"{name} is no room" for name in sorted(set(placed) - house)),
        *(f"{name} has two floors" for name in sorted(set(placed)) if placed.count(name) > 1),
        *([f"{len(floors)} floors"] if len(floors) > MOST_FLOORS else []),
    ]


def imports_that_go_up(root: Path) -> list[str]:
    """Return imports of a higher floor, of a later room of the floor, of the root, or by dots."""
    placed = [name for rooms in read_floors(root) for name in rooms]
    steps = {name: step for step, name in enumerate(placed)}
    wrong = []
    for module, path in list_modules(root).items():
        for name in list_imports(path):
            package, _, inner = name.partition(".")
            if package not in ("printkit", ""):
                continue
            step = steps.get(find_room(module), 0)
            goes_down = steps.get(find_room(inner), len(steps)) < step
            stays_inside = find_room(inner) == find_room(module)
            if not package or not (goes_down or stays_inside):
                wrong.append(f"{module} imports {name}")
    return wrong


def engines_of_others(root: Path) -> list[str]:
    """Return engines imported by a module whose room has no right to them."""
    return [
        f"{module} imports {name}"
        for module, path in list_modules(root).items()
        for name in list_imports(path)
        if find_room(module) not in OWNERS.get(name.partition(".")[0], {find_room(module)})
    ]


def idle_owners(root: Path, owners: Mapping[str, Mapping[str, str]]) -> list[str]:
    """Return rows of a table of owners that name no import, and second owners without a reason."""
    wrong = []
    used = {
        (find_room(module), name.partition(".")[0])
        for module, path in list_modules(root).items()
        for name in list_imports(path)
    }
    for engine, rooms in owners.items():
        wrong += [f"{room} imports no {engine}" for room in rooms if (room, engine) not in used]
        reasons = list(rooms.values())
        if not reasons or reasons[0] or not all(reasons[1:]):
            wrong.append(f"{engine} needs one owner without a reason, and reasons for all others")
    return wrong


def strangers(root: Path) -> list[str]:
    """Return imports of packages that are not Python's own, not ours, and not in OWNERS."""
    known = sys.stdlib_module_names | OWNERS.keys() | {"printkit", ""}
    return [
        f"{module} imports {name}"
        for module, path in list_modules(root).items()
        for name in list_imports(path)
        if name.partition(".")[0] not in known
    ]


def without_a_mirror(root: Path) -> list[str]:
    """Return modules without a test file, and test files without a module."""
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
    """Return the module itself, or the package that is tested as a whole."""
    whole = (one for one in TESTED_AS_ONE if module == one or module.startswith(f"{one}."))
    return next(whole, module)


def names_that_say_nothing(root: Path) -> list[str]:
    """Return modules and classes whose names tell nothing of their contents."""
    names = [
        name
        for module, path in list_modules(root).items()
        for name in (
            module,
            *(
                f"{module}.{node.name}"
                for node in ast.walk(parse_module(path))
                if isinstance(node, ast.ClassDef)
            ),
        )
    ]
    return [name for name in names if SAYS_NOTHING & set(_words_in(name))]


def _words_in(name: str) -> list[str]:
    """Return the words of a name: of `themes.own_files.ThemeSheet` five."""
    return [word.lower() for word in re.findall(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+", name)]


def broad_catches(root: Path) -> list[str]:
    """Return places that catch or suppress every error, and so hide bugs."""
    wrong = []
    for module, path in list_modules(root).items():
        for node in ast.walk(parse_module(path)):
            caught: list[ast.expr | None] = []
            if isinstance(node, ast.ExceptHandler):
                caught = [node.type]
            elif isinstance(node, ast.Call) and ast.unparse(node.func).endswith("suppress"):
                caught = list(node.args)
            if any(_is_broad(one, parse_module(path)) for one in caught):
                wrong.append(f"{module}: catches every error in line {getattr(node, 'lineno', 0)}")
    return wrong


def _is_broad(caught: ast.expr | None, tree: ast.Module) -> bool:
    """Return whether a type or a tuple of types holds Exception, also by another name."""
    if caught is None:
        return True
    names = {ast.unparse(one).rpartition(".")[2] for one in ast.walk(caught) if _is_named(one)}
    behind = [
        value
        for name in names
        for value in find_values(tree, name)
        if not names & {ast.unparse(one) for one in ast.walk(value) if _is_named(one)}
    ]
    return bool(names & {"Exception", "BaseException"}) or any(
        _is_broad(one, tree) for one in behind
    )


def _is_named(node: ast.AST) -> bool:
    return isinstance(node, ast.Name | ast.Attribute)


def mutable_globals(root: Path) -> list[str]:
    """Return places where a function changes a value of the process or of the top of a module.

    Ruff finds a list that is the default of a parameter (B006) or a value of a class (RUF012).
    """
    wrong = []
    for module, path in list_modules(root).items():
        tree = parse_module(path)
        names = {name.id for node in tree.body for name in ast.walk(node) if _is_set_by(name, node)}
        for function in ast.walk(tree):
            if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
                changes = {node.lineno for node in ast.walk(function) if _changes(node, names)}
                wrong += [f"{module}: line {line}" for line in sorted(changes)]
    return list(dict.fromkeys(wrong))


def _is_set_by(name: ast.AST, node: ast.stmt) -> TypeGuard[ast.Name]:
    is_assigned = isinstance(node, ast.Assign | ast.AnnAssign)
    return is_assigned and isinstance(name, ast.Name) and isinstance(name.ctx, ast.Store)


def _changes(node: ast.AST, names: Collection[str]) -> TypeGuard[ast.stmt | ast.expr]:
    """Return whether code changes a global name, or a value that has one of the names.

    In other modules, a name of capitals behind a point is such a value: `keys.TABLE["a"] = 1`.
    The environment and the level of a logger belong to the application that uses printkit.
    """
    is_level = isinstance(node, ast.Call) and ast.unparse(node.func).endswith(".setLevel")
    if isinstance(node, ast.Global) or is_level:
        return True
    changed = None
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        changed = node.func.value if node.func.attr in CHANGES else None
    elif isinstance(node, ast.Subscript | ast.Attribute):
        changed = None if isinstance(node.ctx, ast.Load) else node.value
    if isinstance(changed, ast.Attribute):
        return changed.attr.isupper() or changed.attr == "environ"
    return isinstance(changed, ast.Name) and changed.id in {*names, "environ"}


def markup_in_strings(root: Path) -> list[str]:
    """Return HTML in Python strings, which belongs in templates/; patterns may name elements.

    Copy-editing makes HTML, and reading recognises HTML of newsrooms: both rooms may write HTML.
    """
    return [
        f"{module}:{line}: {text}"
        for module, path in list_modules(root).items()
        if find_room(module) not in ("copyedit", "readers")
        for line, text in _texts(parse_module(path))
        if ELEMENT.search(text)
    ]


def _texts(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Yield every string with its line, but no docstrings, patterns, or parts of f-strings."""
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
    """Return regular expressions that look for tags in our own markup.

    Our markup is a tree, or text with typed holes. Copy-editing and reading get the markup of
    others, and may look for tags.
    """
    return [
        f"{module}: line {call.lineno}, {ast.unparse(call)}"
        for module, path in list_modules(root).items()
        if find_room(module) not in ("copyedit", "readers")
        for call in _calls(parse_module(path))
        if call.args and _is_of_patterns(call.func, parse_module(path))
        if any(map(_names_a_tag, _behind(call.args[0], parse_module(path))))
    ]


def _is_of_patterns(function: ast.expr, tree: ast.Module) -> bool:
    """Return whether a call is of `regex`, of `re.sub` or of `sub` that is imported from `re`."""
    called = ast.unparse(function)
    return called.startswith(("re.", "regex")) or called in _names_from_re(tree)


@cache
def _names_from_re(tree: ast.Module) -> frozenset[str]:
    return frozenset(
        alias.asname or alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module == "re"
        for alias in node.names
    )


def _behind(value: ast.expr, tree: ast.Module) -> list[ast.expr]:
    """Return the values that a module gives to a name; any other value is returned itself."""
    return find_values(tree, value.id) if isinstance(value, ast.Name) else [value]


def _calls(tree: ast.AST) -> Iterator[ast.Call]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.Call))


def _names_a_tag(pattern: ast.expr) -> bool:
    """Return whether a pattern has a `<` before a name, a slash or a set of characters."""
    texts = (node.value for node in ast.walk(pattern) if isinstance(node, ast.Constant))
    text = "".join(one.decode() if isinstance(one, bytes) else str(one) for one in texts)
    without_sets = re.sub(r"\[(?:\\.|[^\]])*\]", "x", text)
    return bool(re.search(r"(?<!\(\?)(?<!\(\?P)<[a-zA-Z/!({]", without_sets))


def drops_outside_removals(root: Path) -> list[str]:
    """Return functions of copy-editing that drop an element by themselves.

    Only `removals` takes elements out of a body for good, so that a remark has their words.
    """
    return [
        f"{module}.{name}: line {call.lineno}, {ast.unparse(call)}"
        for module, path in list_modules(root).items()
        if find_room(module) == "copyedit" and module not in ("copyedit.removals", "copyedit.tree")
        for name, call in _calls_by_function(parse_module(path))
        if ast.unparse(call.func).endswith((".drop", ".remove"))
    ]


def _calls_by_function(node: ast.AST, around: str = "") -> Iterator[tuple[str, ast.Call]]:
    """Yield each call with the name of the function or the method that makes the call."""
    for child in ast.iter_child_nodes(node):
        name = around
        if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            name = f"{around}.{child.name}".lstrip(".")
        if isinstance(child, ast.Call):
            yield name, child
        yield from _calls_by_function(child, name)


def cache_keys_elsewhere(root: Path) -> list[str]:
    """Return modules that make keys of the cache, beside the room of all keys."""
    return [
        f"{module}: line {call.lineno}, {ast.unparse(call)}"
        for module, path in list_modules(root).items()
        if module not in ("printing.keys", "files.cache") and (names := _names_of_key(path))
        for call in _calls(parse_module(path))
        if ast.unparse(call.func) in names
    ]


def _names_of_key(path: Path) -> set[str]:
    """Return the names by which a module may call the function `key` of `files/cache.py`."""
    names = set()
    for node in ast.walk(parse_module(path)):
        for alias in node.names if isinstance(node, ast.Import | ast.ImportFrom) else ():
            home = node.module if isinstance(node, ast.ImportFrom) else ""
            whole = f"{home}.{alias.name}".lstrip(".")
            if whole == "printkit.files.cache.key":
                names.add(alias.asname or alias.name)
            elif whole == "printkit.files.cache":
                names.add(f"{alias.asname or alias.name}.key")
    return names


def files_opened_elsewhere(root: Path) -> list[str]:
    """Return places that open a file or standard input by themselves.

    Only `files.opening` knows how to open a file that a user names: a regular file, without waiting
    at a pipe, up to a size. The other modules of `files` read and write printkit's own files.
    """
    return [
        f"{module}: line {node.lineno}, {ast.unparse(node)[:60]}"
        for module, path in list_modules(root).items()
        if find_room(module) != "files"
        for node in ast.walk(parse_module(path))
        if _opens_a_file(node)
    ]


def _opens_a_file(node: ast.AST) -> TypeGuard[ast.expr]:
    if isinstance(node, ast.Attribute) and ast.unparse(node) == "sys.stdin.buffer":
        return True
    if not isinstance(node, ast.Call):
        return False
    called = ast.unparse(node.func)
    return called == "open" or called.endswith((".open", ".read_bytes", ".read_text"))


def texts_called_safe_html(root: Path) -> list[str]:
    """Return places that call a text safe HTML."""
    return [
        f"{module}: line {call.lineno}, {ast.unparse(call)}"
        for module, path in list_modules(root).items()
        for call in _calls(parse_module(path))
        if ast.unparse(call.func).rpartition(".")[2] in ("Markup", "SafeHtml") and call.args
    ]


def unescaped_templates(root: Path) -> list[str]:
    """Return templates that print a value without escaping it."""
    blessing = re.compile(r"\|\s*safe\b|autoescape\s+false|Markup\(")
    return [
        path.name
        for path in sorted((root / "templates").rglob("*.*"))
        if blessing.search(path.read_text(encoding="utf-8"))
    ]


def names_at_the_top(root: Path) -> list[str]:
    """Return how many names stand in printkit/, where there are too many."""
    # py.typed is empty: a marker that type checkers look for, and no room.
    markers = {"__pycache__", "py.typed"}
    names = {path.name for path in (root / "printkit").iterdir()} - markers
    return [f"printkit/: {len(names)} names"] if len(names) > MOST_NAMES else []


def strays_at_the_top(root: Path) -> list[str]:
    """Return files and folders at the top of the checkout that do not belong there."""
    kept = root / ".gitignore"
    ignored = kept.read_text(encoding="utf-8").split() if kept.exists() else []
    known = AT_THE_TOP | {name.rstrip("/") for name in ignored}
    return sorted(path.name for path in root.iterdir() if path.name not in known)


def classes_of_one_name(root: Path) -> list[str]:
    """Return names of classes and types that the package has twice, underscores left out."""
    homes = defaultdict(list)
    for module, path in list_modules(root).items():
        for name in _named_types(parse_module(path)):
            homes[name.lstrip("_")].append(module)
    return [f"{name}: {', '.join(found)}" for name, found in homes.items() if len(found) > 1]


def _named_types(tree: ast.Module) -> Iterator[str]:
    """Yield the name of each class, and of each alias such as `Side = Literal["left", "right"]`.

    pep8-naming allows a name such as `Side` for a class, a type alias, NewType, TypeVar or
    NamedTuple, and for nothing else.
    """
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef):
            yield node.name
        elif type(node).__name__ == "TypeAlias":  # `type Side = …`; ast has it from Python 3.12 on
            yield ast.unparse(node).split()[1]
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            names = [one.id for one in targets if isinstance(one, ast.Name)]
            yield from (one for one in names if re.match(r"_*[A-Z]\w*[a-z]", one))


def functions_of_one_name(root: Path) -> list[str]:
    """Return names of top-level functions that stand in two modules.

    A public name stands once in the package; a private name stands once in a folder with all its
    sub-folders. Each line begins with the folder that holds both modules.
    """
    homes = defaultdict(list)
    for module, path in list_modules(root).items():
        folder = path.relative_to(root / "printkit").parent.parts
        for node in parse_module(path).body:
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                homes[node.name].append((folder, module))
    wrong = []
    for name, found in homes.items():
        meeting = [
            (first, second)
            for first, second in combinations(sorted(found), 2)
            if not name.startswith("_") or second[0][: len(first[0])] == first[0]
        ]
        modules = sorted({module for pair in meeting for _, module in pair})
        folders = [folder for pair in meeting for folder, _ in pair]
        if meeting:
            steps = zip(*folders, strict=False)
            shared = [step[0] for step in takewhile(lambda step: len(set(step)) == 1, steps)]
            wrong.append(f"{'.'.join((*shared, name))}: {', '.join(modules)}")
    return wrong


def imports_of_tests(root: Path) -> list[str]:
    """Return imports of a test file or a conftest: shared code lives in tests/support."""
    return [
        f"{path.relative_to(root)} imports {name}"
        for path in sorted((root / "tests").rglob("*.py"))
        for name in _imported_with_names(path)
        if re.search(r"(^|\.)(test_\w+|conftest)(\.|$)", name) and name.startswith(("tests.", "."))
    ]


def _imported_with_names(path: Path) -> Iterator[str]:
    """Yield the modules that a file imports, and the names that it takes from them."""
    for node in ast.walk(parse_module(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            home = "." * node.level + (node.module or "")
            yield from (f"{home}.{alias.name}" for alias in node.names)


def helpers_not_told_of(root: Path) -> list[str]:
    """Return files of tests/support that tests/README.md does not list, and the other way round."""
    page = (root / "tests" / "README.md").read_text(encoding="utf-8")
    told = set(re.findall(r"^\| `(\w+\.py)` \|", page, re.MULTILINE))
    files = {path.name for path in (root / "tests" / "support").glob("*.py")}
    return [f"{name} stands on the page or in the folder alone" for name in sorted(told ^ files)]


def timed_in_a_worker(root: Path) -> list[str]:
    """Return tests that time the work of a worker: `time_limits` sees this process alone."""
    return [
        f"{path.relative_to(root)}: line {call.lineno}, {ast.unparse(call.func)}"
        for path in sorted((root / "tests").rglob("test_*.py"))
        for node in ast.walk(parse_module(path))
        if isinstance(node, ast.With)
        and any(re.match(r"ends_soon|stop_after", ast.unparse(one)) for one in node.items)
        for call in (inner for line in node.body for inner in _calls(line))
        if re.fullmatch(r"(printkit\.)?(export|export_many|digest)", ast.unparse(call.func))
        and "trusted" not in {keyword.arg for keyword in call.keywords}
    ]


GUARDS: tuple[Guard, ...] = (
    wrong_floors,
    imports_that_go_up,
    engines_of_others,
    strangers,
    without_a_mirror,
    names_that_say_nothing,
    broad_catches,
    mutable_globals,
    markup_in_strings,
    patterns_over_markup,
    drops_outside_removals,
    cache_keys_elsewhere,
    files_opened_elsewhere,
    texts_called_safe_html,
    unescaped_templates,
    names_at_the_top,
    strays_at_the_top,
    classes_of_one_name,
    functions_of_one_name,
    imports_of_tests,
    helpers_not_told_of,
    timed_in_a_worker,
)

AB = "def ab():\n    return 1"
BY_NAME = "\ntry:\n 1\nexcept A:\n 2"
_AB = "def _ab():\n    return 1"
TWINS = "def f():\n class Twin: ...\ndef g():\n class Twin: ..."
FLOORS = SOUND["printkit/README.md"]
BROKEN: tuple[tuple[Guard, dict[str, str], str], ...] = (
    (wrong_floors, {"printkit/attic.py": ""}, "attic has no floor"),
    (wrong_floors, {"printkit/README.md": FLOORS.replace("`ma", "`attic` `ma")}, "attic is no"),
    (wrong_floors, {"printkit/README.md": FLOORS.replace("`ma", "`errors` `ma")}, "errors has t"),
    (wrong_floors, {"printkit/README.md": FLOORS.replace("\n\nThe", "\n|a|b|c|" * 8)}, "11 floors"),
    (wrong_floors, {"printkit/README.md": FLOORS.replace(" `article`", "")}, "article has no f"),
    (imports_that_go_up, {"printkit/errors.py": "import printkit.article"}, "errors imports"),
    (imports_that_go_up, {"printkit/article.py": "from printkit import pages"}, "article imports"),
    (imports_that_go_up, {"printkit/article.py": "import printkit"}, "article imports printkit"),
    (imports_that_go_up, {"printkit/article.py": "from . import errors"}, "article imports ."),
    (imports_that_go_up, {"printkit/markup.py": "from .article import x"}, "markup imports .a"),
    (imports_that_go_up, {"printkit/article.py": "def f():\n import printkit.cli"}, "article imp"),
    (imports_that_go_up, {"printkit/readers/ninjs.py": "import printkit.copyedit"}, "readers.nin"),
    (engines_of_others, {"printkit/article.py": "from jinja2 import Template"}, "article imports"),
    (engines_of_others, {"printkit/readers/ninjs.py": "import lxml.etree"}, "readers.ninjs imp"),
    (
        engines_of_others,
        {"printkit/article.py": "import_module('lxml.etree')"},
        "article imports l",
    ),
    (engines_of_others, {"printkit/article.py": "__import__(f'lxml.{x}')"}, "article imports lxml"),
    (
        engines_of_others,
        {"printkit/article.py": "A = 'lxml'\nimport_module(A)"},
        "article imports lxml",
    ),
    (
        engines_of_others,
        {"printkit/article.py": "from importlib import import_module as load\nload('lxml')"},
        "article imports lxml",
    ),
    (imports_that_go_up, {"printkit/article.py": "a.import_module('printkit.cli')"}, "article imp"),
    (
        imports_that_go_up,
        {"printkit/text.py": "import_module(f'printkit.cli.{x}')"},
        "text imports",
    ),
    (strangers, {"printkit/article.py": "import_module('numpy')"}, "article imports numpy"),
    (strangers, {"printkit/article.py": "import numpy.linalg"}, "article imports numpy.linalg"),
    (without_a_mirror, {"printkit/pages.py": ""}, "pages has no tests"),
    (without_a_mirror, {"printkit/readers/feed.py": ""}, "readers.feed has no tests"),
    (without_a_mirror, {"printkit/press/tagging/fold.py": ""}, "press.tagging has no tests"),
    (without_a_mirror, {"tests/test_attic.py": ""}, "tests of attic"),
    (without_a_mirror, {"tests/readers/test_attic.py": ""}, "tests of readers.attic"),
    (names_that_say_nothing, {"printkit/readers/date_utils.py": ""}, "readers.date_utils"),
    (names_that_say_nothing, {"printkit/readers/tools.py": ""}, "readers.tools"),
    (names_that_say_nothing, {"printkit/article.py": "class ArticleManager: ..."}, "article.Artic"),
    (names_that_say_nothing, {"printkit/article.py": "class _HTMLHelper: ..."}, "article._HTMLH"),
    (broad_catches, {"printkit/article.py": "try:\n 1\nexcept Exception:\n 2"}, "article: "),
    (broad_catches, {"printkit/article.py": "try:\n 1\nexcept:\n 2"}, "article: "),
    (broad_catches, {"printkit/article.py": "try:\n 1\nexcept (OSError, Exception):\n 2"}, "art"),
    (broad_catches, {"printkit/article.py": "with suppress(Exception):\n 1"}, "article: "),
    (broad_catches, {"printkit/article.py": "try:\n 1\nexcept builtins.Exception:\n 2"}, "article"),
    (broad_catches, {"printkit/article.py": f"A = (OSError, Exception){BY_NAME}"}, "article: "),
    (
        broad_catches,
        {"printkit/article.py": f"B = Exception; A = (B, OSError){BY_NAME}"},
        "article",
    ),
    (broad_catches, {"printkit/article.py": f"A: tuple = (Exception,){BY_NAME}"}, "article: "),
    (mutable_globals, {"printkit/article.py": "def f():\n global A"}, "article: line 2"),
    (
        mutable_globals,
        {"printkit/article.py": "def f():\n logging.getLogger('a').setLevel(50)"},
        "article: line 2",
    ),
    (mutable_globals, {"printkit/article.py": "def f():\n os.environ['A'] = a"}, "article: line 2"),
    (mutable_globals, {"printkit/article.py": "def f():\n environ.pop('A')"}, "article: line 2"),
    (mutable_globals, {"printkit/article.py": "A = deque()\ndef f():\n A.appendleft(1)"}, "art"),
    (mutable_globals, {"printkit/article.py": "A = []\ndef f():\n A.append(1)"}, "article: line 3"),
    (mutable_globals, {"printkit/article.py": "A: dict = {}\ndef f():\n A[1] = 2"}, "article: li"),
    (mutable_globals, {"printkit/article.py": "A = {}\nf = lambda: A.update(b=1)"}, "article: li"),
    (mutable_globals, {"printkit/article.py": "def f():\n del keys.TABLE[1]"}, "article: line 2"),
    (mutable_globals, {"printkit/article.py": "A = B()\nasync def f():\n A.c += 1"}, "article: l"),
    (markup_in_strings, {"printkit/article.py": "x = f'<p class=\"{1}\">'"}, "article:1"),
    (patterns_over_markup, {"printkit/article.py": "regex('<p>')"}, "article: line 1"),
    (patterns_over_markup, {"printkit/article.py": "re.compile('<p[^>]*>')"}, "article: line 1"),
    (patterns_over_markup, {"printkit/article.py": "re.sub(rf'</{x}>', '', y)"}, "article: line"),
    (patterns_over_markup, {"printkit/article.py": "re.compile(rb'(?<!x)<a')"}, "article: line 1"),
    (patterns_over_markup, {"printkit/article.py": "A = '<p>'\nre.sub(A, '', y)"}, "article: line"),
    (
        patterns_over_markup,
        {"printkit/article.py": "from re import sub as put\nput('<p>', '', y)"},
        "article: line 2",
    ),
    (
        cache_keys_elsewhere,
        {"printkit/article.py": "from printkit.files.cache import key as k\nk('a')"},
        "article: line 2",
    ),
    (
        cache_keys_elsewhere,
        {"printkit/article.py": "from printkit.files import cache\ncache.key('a')"},
        "article: line 2",
    ),
    (drops_outside_removals, {"printkit/copyedit.py": "def f():\n tree.drop(x)"}, "copyedit.f: li"),
    (files_opened_elsewhere, {"printkit/article.py": "open(path)"}, "article: line 1, open(p"),
    (files_opened_elsewhere, {"printkit/article.py": "Path(a).read_text()"}, "article: line 1"),
    (files_opened_elsewhere, {"printkit/article.py": "io.open(a)"}, "article: line 1, io.open"),
    (files_opened_elsewhere, {"printkit/article.py": "a.read_bytes()"}, "article: line 1"),
    (files_opened_elsewhere, {"printkit/article.py": "sys.stdin.buffer.read()"}, "article: line 1"),
    (texts_called_safe_html, {"printkit/article.py": "Markup(text)"}, "article: line 1"),
    (texts_called_safe_html, {"printkit/article.py": "copy.SafeHtml('<p>')"}, "article: line 1"),
    (unescaped_templates, {"templates/page.html": "{{ body|safe }}"}, "page.html"),
    (unescaped_templates, {"templates/parts/a.html": "{% autoescape false %}"}, "a.html"),
    (names_at_the_top, {f"printkit/{one}.txt": "" for one in range(26)}, "printkit/: 33 names"),
    (strays_at_the_top, {"ships.jsonl": "", "build/x": "", ".gitignore": "build/"}, "ships.jsonl"),
    (classes_of_one_name, {"printkit/article.py": "class _RecordError: ..."}, "RecordError: art"),
    (classes_of_one_name, {"printkit/article.py": TWINS}, "Twin: article, article"),
    (classes_of_one_name, {"printkit/article.py": 'RecordError = Literal["a"]'}, "RecordError: a"),
    (
        classes_of_one_name,
        {"printkit/article.py": "_RecordError: TypeAlias = int"},
        "RecordError: a",
    ),
    (classes_of_one_name, {"printkit/article.py": "RecordError = A | B"}, "RecordError: article"),
    (classes_of_one_name, {"printkit/article.py": 'RecordError = NewType("R", str)'}, "RecordErro"),
    (classes_of_one_name, {"printkit/article.py": 'RecordError = NamedTuple("R", [])'}, "RecordE"),
    (functions_of_one_name, {"printkit/article.py": AB, "printkit/markup.py": AB}, "ab: art"),
    (functions_of_one_name, {"printkit/readers/ninjs.py": AB, "printkit/readers/a.py": AB}, "rea"),
    (functions_of_one_name, {"printkit/readers/ninjs.py": AB, "printkit/text.py": AB}, "ab: rea"),
    (functions_of_one_name, {"printkit/a/b.py": AB, "printkit/c/d.py": f"async {AB}"}, "ab: a.b"),
    (functions_of_one_name, {"printkit/a/b.py": _AB, "printkit/a/c/d.py": _AB}, "a._ab: a.b, a.c"),
    (functions_of_one_name, {"printkit/a/b.py": _AB, "printkit/a/c.py": _AB}, "a._ab: a.b, a.c"),
    (functions_of_one_name, {"printkit/article.py": f"{AB}\n{AB}"}, "ab: article"),
    (imports_of_tests, {"tests/test_errors.py": "from tests.test_house import a"}, "tests/"),
    (imports_of_tests, {"tests/test_errors.py": "from tests import test_house"}, "tests/"),
    (imports_of_tests, {"tests/test_errors.py": "import tests.readers.test_ninjs"}, "test"),
    (imports_of_tests, {"tests/support/paths.py": "from tests.conftest import a"}, "tests/"),
    (imports_of_tests, {"tests/readers/test_ninjs.py": "from . import test_a"}, "tests/r"),
    (helpers_not_told_of, {"tests/support/attic.py": ""}, "attic.py"),
    (helpers_not_told_of, {"tests/README.md": ""}, "paths.py"),
    (
        timed_in_a_worker,
        {"tests/test_errors.py": "with ends_soon():\n printkit.export(a)\nwith x:\n export(a)"},
        "tests/test_errors.py: line 2, printkit.export",
    ),
)


@pytest.mark.parametrize("guard", GUARDS, ids=lambda guard: guard.__name__)
def test_the_house_keeps_its_rules(guard: Guard) -> None:
    """The checkout breaks no rule, and each excuse is in use; the guards read real modules."""
    assert len(list_modules(CHECKOUT)) > 10
    assert list((CHECKOUT / "templates").glob("*.html"))
    name = guard.__name__
    excuses = set(EXCUSED.get(name, ()))
    assert drop_excused(guard(CHECKOUT), excuses) == []


@pytest.mark.parametrize("guard", GUARDS, ids=lambda guard: guard.__name__)
def test_a_sound_house_passes(tmp_path: Path, guard: Guard) -> None:
    """A small house that keeps the rules has no fault."""
    assert guard(build_house(tmp_path, SOUND)) == []


@pytest.mark.parametrize(("guard", "files", "found"), BROKEN)
def test_a_broken_house_is_caught(
    tmp_path: Path, guard: Guard, files: dict[str, str], found: str
) -> None:
    """A broken small house gives each guard one fault, and the guard names the fault."""
    wrong = guard(build_house(tmp_path, SOUND | files))
    assert len(wrong) == 1
    assert wrong[0].startswith(found)


def test_each_engine_is_imported_by_its_owners() -> None:
    """Each row of OWNERS is in use, and each second owner has a reason."""
    assert idle_owners(CHECKOUT, OWNERS) == []


@pytest.mark.parametrize(
    ("row", "found"),
    [
        ({"numpy": {"article": ""}}, "article imports no numpy"),
        ({"jinja2": {"markup": "", "readers": "wants to"}}, "readers imports no jinja2"),
        ({"json": {"article": "", "errors": ""}}, "json needs one owner"),
        ({"json": {"article": "likes it"}}, "json needs one owner"),
    ],
)
def test_a_stale_owner_is_caught(
    tmp_path: Path, row: dict[str, dict[str, str]], found: str
) -> None:
    """The owner does not import its engine, or a second owner has no reason."""
    house = build_house(tmp_path, SOUND | {"printkit/errors.py": "import json"})
    owners = {"jinja2": {"markup": ""}, "yaml": {"readers": ""}}
    assert idle_owners(house, owners) == []
    wrong = idle_owners(house, owners | row)
    assert len(wrong) == 1
    assert wrong[0].startswith(found)


def test_excuses_hold_for_what_is_inside_and_are_caught_when_idle() -> None:
    """The name of module `a` excuses the functions of `a`, but none of module `ab`."""
    found = ["a.b: 9 lines", "a: 5 lines", "ab.c: 9 lines"]
    assert drop_excused(found, {"a"}) == ["ab.c: 9 lines"]
    assert drop_excused(found, {"a", "ab.c", "b"}) == ["b: needs no excuse any more"]
    assert drop_excused([], ()) == []
