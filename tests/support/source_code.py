"""Source code as the guards of the house read it: modules and what they import.

list_modules(root)        the modules of the package, by their dotted names
list_imports(path)        the full names of all that a module imports
find_room(module)         `readers` of `readers.ninjs`
"""

import ast
from collections.abc import Iterator
from pathlib import Path


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


def parse_module(path: Path) -> ast.Module:
    """Return the syntax tree of a module."""
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def list_imports(path: Path) -> Iterator[str]:
    """Yield the full name of all that a module imports, at its head or within a function."""
    for node in ast.walk(parse_module(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level:
            yield "." * node.level + (node.module or "")
        elif isinstance(node, ast.ImportFrom) and node.module == "printkit":
            yield from (f"printkit.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield str(node.module)
