"""Source code as the guards of the house read code: modules and their imports.

list_modules(root)        the modules of the package, by their dotted names
list_imports(path)        the full names of everything that a module imports
find_room(module)         `readers` of `readers.ninjs`
find_values(tree, name)   the values that a module gives to a name
list_functions(root)      the functions of the package, with their sizes and annotations
read_floors(root)         the rooms of each floor, as printkit/README.md lists them
"""

import ast
import re
from collections.abc import Iterator
from functools import cache
from itertools import takewhile
from pathlib import Path
from typing import NamedTuple

FLOORS_TABLE = "| floor | rooms | what the floor does |\n"


def list_modules(root: Path) -> dict[str, Path]:
    """Return every module by its dotted name under printkit; a package by its folder."""
    house = root / "printkit"
    found = {}
    for path in sorted(house.rglob("*.py")):
        parts = path.relative_to(house).with_suffix("").parts
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        if name not in ("", "__main__"):
            found[name] = path
    return found


def find_room(module: str) -> str:
    """Return the room of a module: the first part of its name, which has a floor."""
    return module.partition(".")[0]


def read_floors(root: Path) -> list[tuple[str, ...]]:
    """Return the rooms of each floor from the ground up, as printkit/README.md lists them."""
    page = (root / "printkit" / "README.md").read_text(encoding="utf-8")
    rows = page.partition(FLOORS_TABLE)[2].splitlines()[1:]
    cells = [row.split("|") for row in takewhile(lambda row: row.startswith("|"), rows)]
    return [tuple(re.findall(r"`(\w+)`", rooms)) for _, _, rooms, *_ in cells]


def parse_module(path: Path) -> ast.Module:
    """Return the syntax tree of a module: the same tree for the same text, so do not change it."""
    return _parse_text(path.read_text(encoding="utf-8"))


@cache
def _parse_text(text: str) -> ast.Module:
    return ast.parse(text)


def list_imports(path: Path) -> Iterator[str]:
    """Yield the full name of every import of a module: at its head, in a function, by a call."""
    yield from _imports_in(parse_module(path))


@cache
def _imports_in(tree: ast.Module) -> tuple[str, ...]:
    return tuple(_find_imports(tree))


def _find_imports(tree: ast.Module) -> Iterator[str]:
    importers = _importers(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level:
            yield "." * node.level + (node.module or "")
        elif isinstance(node, ast.ImportFrom) and node.module == "printkit":
            yield from (f"printkit.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield str(node.module)
        elif isinstance(node, ast.Call) and node.args:
            called = ast.unparse(node.func).rpartition(".")[2]
            if called in importers:
                yield from _names_in_text(node.args[0], tree)


def _importers(tree: ast.Module) -> set[str]:
    """Return the names by which a module may call the functions that import a module."""
    names = {"import_module", "__import__"}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module == "importlib":
            names |= {one.asname for one in node.names if one.asname}
    return names


def _names_in_text(value: ast.expr, tree: ast.Module) -> Iterator[str]:
    """Yield the beginnings of a text, or of the texts that a module gives to a name."""
    for one in find_values(tree, value.id) if isinstance(value, ast.Name) else [value]:
        if isinstance(one, ast.Constant | ast.JoinedStr):
            yield ast.unparse(one).lstrip("f").strip("'\"").partition("{")[0].rstrip(".")


def find_values(tree: ast.Module, name: str) -> list[ast.expr]:
    """Return the values that a module gives to a name, at its top or in a function."""
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign | ast.AnnAssign) and node.value:
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            found += [node.value for one in targets if ast.unparse(one) == name]
    return found


class SourceFunction(NamedTuple):
    """A function or a method of the package.

    Attributes:
        name: the full name, as in `report.Digest.to_json`.
        line_count: the lines from `def` to the end of the function, docstring included.
        parameters: the parameters that a caller gives, without self and cls.
        returns: the annotation of the returned value, if there is an annotation.
        is_public: no part of the name begins with an underscore, and no other function is around.
    """

    name: str
    line_count: int
    parameters: tuple[ast.arg, ...]
    returns: ast.expr | None
    is_public: bool

    @property
    def annotations(self) -> Iterator[ast.expr]:
        """Yield the annotations of parameters and of the returned value."""
        yield from (one.annotation for one in self.parameters if one.annotation)
        if self.returns:
            yield self.returns


def list_functions(root: Path) -> Iterator[SourceFunction]:
    """Yield every function of the package, methods and nested functions too."""
    for module, path in list_modules(root).items():
        yield from _functions_in(parse_module(path), module, is_public=True)


def _functions_in(node: ast.AST, prefix: str, *, is_public: bool) -> Iterator[SourceFunction]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            name = f"{prefix}.{child.name}"
            named = is_public and not child.name.startswith("_")
            if not isinstance(child, ast.ClassDef):
                yield _function(child, name, is_public=named)
                named = False
            yield from _functions_in(child, name, is_public=named)
        else:
            yield from _functions_in(child, prefix, is_public=is_public)


def _function(
    node: ast.FunctionDef | ast.AsyncFunctionDef, name: str, *, is_public: bool
) -> SourceFunction:
    given = node.args
    all_of_them = (*given.posonlyargs, *given.args, given.vararg, *given.kwonlyargs, given.kwarg)
    parameters = tuple(one for one in all_of_them if one and one.arg not in ("self", "cls"))
    line_count = (node.end_lineno or node.lineno) - node.lineno + 1
    return SourceFunction(name, line_count, parameters, node.returns, is_public)
