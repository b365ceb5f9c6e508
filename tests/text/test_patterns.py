"""Expressions at the top of modules are compiled at their first use, and each can be compiled."""

import ast
import re
import subprocess
import sys
from pkgutil import walk_packages

import pytest

import printkit
from printkit.text.patterns import regex
from tests.support.paths import CHECKOUT

_MODULES = sorted(
    one.name for one in walk_packages(printkit.__path__, "printkit.") if "__main__" not in one.name
)


def test_an_expression_is_compiled_when_it_is_used() -> None:
    """A wrong expression is found by its first use, so the test below uses all of them."""
    assert regex("(a)(b)").sub(r"\2\1", "xab") == "xba"
    wrong = regex("(")
    with pytest.raises(re.error):
        wrong.search("x")


def test_all_expressions_of_the_house_can_be_compiled() -> None:
    """The house has more than 400 expressions at the top of its modules."""
    code = (
        "import gc, importlib, sys; from printkit.text.patterns import _Pattern\n"
        "for name in sys.argv[1:]: importlib.import_module(name)\n"
        "found = [one for one in gc.get_objects() if isinstance(one, _Pattern)]\n"
        "print(len(found), len({one.pattern for one in found}))"
    )
    run = [sys.executable, "-c", code, *_MODULES]
    printed = subprocess.run(run, cwd=CHECKOUT, capture_output=True, text=True, check=True).stdout
    seen, different = map(int, printed.split())
    assert seen > 400
    assert different > 350


def test_no_module_compiles_while_it_is_imported() -> None:
    """Expressions over bytes may be compiled: few modules have such expressions."""
    compiling = []
    for name in _MODULES:
        path = CHECKOUT / name.replace(".", "/")
        path = path / "__init__.py" if path.is_dir() else path.with_suffix(".py")
        for statement in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(statement, ast.FunctionDef | ast.ClassDef):
                continue
            calls = [one for one in ast.walk(statement) if isinstance(one, ast.Call)]
            of_texts = [one for one in calls if "b'" not in ast.unparse(one)[:14]]
            compiling += [name for one in of_texts if ast.unparse(one.func) == "re.compile"]
    assert len(_MODULES) > 300
    assert not compiling
