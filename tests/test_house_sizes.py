"""The sizes of the house: lengths of modules and functions, comments, parameters, types.

The guards work as those in test_house.py do: each takes the root of a checkout, returns one line
for each fault, and was seen to fail on a small house.
"""

import ast
import re
import tokenize
from collections.abc import Iterator, Mapping
from pathlib import Path
from statistics import median

import pytest

from tests.support.house_rules import SOUND, Guard, build_house, drop_excused
from tests.support.paths import CHECKOUT
from tests.support.source_code import list_functions, list_modules, parse_module

LONGEST_MODULE = 250  # lines
LONGEST_PIPELINE = 150
MEDIAN_MODULE = 110
LONGEST_FUNCTION = 45
LONG_FUNCTION = 25  # 95 of 100 functions are no longer
MOST_PARAMETERS = 7
FEWEST_COMMENTS, MOST_COMMENTS = 2, 5  # lines with a comment, of 100 lines
FEWEST_WORDS = 3  # a comment that counts for this bound has more words
DIRECTIVE = re.compile(r"#\s*(noqa|type:|fmt:|mypy:|ruff:|pragma:)")  # for a tool, not for readers

# Reasons to break a rule, by guard; the name of a module or a class stands for all its code.
EXCUSED: Mapping[str, Mapping[str, str]] = {
    "other_names_for_any": {
        "article.field_types.Extra": "`extra` keeps the values of other programs as they came",
    },
    "functions_with_many_parameters": {
        "cli.check.command": "click passes each option of the command as a parameter",
        "cli.digest.command": "click passes each option of the command as a parameter",
        "cli.export.command": "click passes each option of the command as a parameter",
        "cli.impose.command": "click passes each option of the command as a parameter",
        "imposition.impose": "a public door: one parameter for each option of `printkit impose`",
        "pipeline.batch.export_many": "a public door: one parameter for each choice",
        "pipeline.checking.check": "a public door: one parameter for each choice",
        "pipeline.digest.digest": "a public door: one parameter for each choice of a digest",
        "pipeline.single.export": "a public door: one parameter for each choice",
    },
}


def long_modules(root: Path) -> list[str]:
    """Return modules of too many lines."""
    return [f"{name}: {n} lines" for name, n in _line_counts(root).items() if n > LONGEST_MODULE]


def long_median_module(root: Path) -> list[str]:
    """Return the median length of modules, where it is too long."""
    middle = median(_line_counts(root).values())
    return [f"median module: {middle:g} lines"] if middle > MEDIAN_MODULE else []


def _line_counts(root: Path) -> dict[str, int]:
    modules = list_modules(root).items()
    return {name: len(path.read_text(encoding="utf-8").splitlines()) for name, path in modules}


def long_functions(root: Path) -> list[str]:
    """Return functions of too many lines."""
    return [
        f"{one.name}: {one.line_count} lines"
        for one in list_functions(root)
        if one.line_count > LONGEST_FUNCTION
    ]


def many_long_functions(root: Path) -> list[str]:
    """Return the length that 95 of 100 functions do not exceed, where it is too long."""
    lengths = sorted(one.line_count for one in list_functions(root))
    found = lengths[len(lengths) * 95 // 100] if lengths else 0
    return [f"95th percentile: {found} lines"] if found > LONG_FUNCTION else []


def too_few_or_many_comments(root: Path) -> list[str]:
    """Return the number of lines with a comment, if the share is too small or too large."""
    lines = sum(_line_counts(root).values())
    commented = sum(_comment_lines(path) for path in list_modules(root).values())
    share = 100 * commented / lines
    within = FEWEST_COMMENTS <= share <= MOST_COMMENTS
    return [] if within else [f"{commented} of {lines} lines have a comment: {share:.1f} in 100"]


def _comment_lines(path: Path) -> int:
    """Return the number of lines with a comment for readers; a `#` in a string is no comment.

    A heading or a unit, such as `# pixels`, is no sentence and does not count.
    """
    comments: list[list[str]] = []
    end = 0
    with path.open("rb") as file:
        for token in tokenize.tokenize(file.readline):
            if token.type == tokenize.COMMENT and not DIRECTIVE.match(token.string):
                line = token.start[0]
                is_alone = token.line.lstrip().startswith("#")
                if is_alone and line == end + 1:
                    comments[-1].append(token.string)
                else:
                    comments.append([token.string])
                end = line if is_alone else 0
    said = [lines for lines in comments if len(re.findall(r"\w+", " ".join(lines))) > FEWEST_WORDS]
    return sum(map(len, said))


def functions_with_many_parameters(root: Path) -> list[str]:
    """Return functions that take too many parameters; self and cls do not count."""
    return [
        f"{one.name}: {len(one.parameters)} parameters"
        for one in list_functions(root)
        if len(one.parameters) > MOST_PARAMETERS
    ]


def public_functions_with_any(root: Path) -> list[str]:
    """Return public functions and methods whose signature says Any."""
    return [
        f"{one.name}: Any"
        for one in list_functions(root)
        if one.is_public and any(map(_says_any, one.annotations))
    ]


def public_fields_with_any(root: Path) -> list[str]:
    """Return public names of modules, classes and objects whose annotation says Any."""
    return [
        f"{name}: Any"
        for module, path in list_modules(root).items()
        for name, annotation in _fields_in(parse_module(path), module)
        if _says_any(annotation)
    ]


def other_names_for_any(root: Path) -> list[str]:
    """Return names of a module that stand for Any: a signature with such a name says Any, too."""
    wrong = []
    for module, path in list_modules(root).items():
        for node in ast.walk(parse_module(path)):
            if isinstance(node, ast.ImportFrom):
                renamed = [one.asname for one in node.names if one.name == "Any" and one.asname]
                wrong += [f"{module}.{name}: Any" for name in renamed]
            elif isinstance(node, ast.Assign) and isinstance(node.value, ast.Name | ast.Subscript):
                is_any = _says_any(node.value) and not isinstance(node.targets[0], ast.Subscript)
                wrong += [f"{module}.{ast.unparse(node.targets[0])}: Any"] if is_any else []
    return wrong


def _fields_in(node: ast.AST, prefix: str) -> Iterator[tuple[str, ast.expr]]:
    """Yield the annotated public names, but no local names of functions."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.AnnAssign):
            name = ast.unparse(child.target)
            is_local = isinstance(node, ast.FunctionDef) and not name.startswith("self.")
            if not is_local and not name.removeprefix("self.").startswith("_"):
                yield f"{prefix}.{name.removeprefix('self.')}", child.annotation
        elif isinstance(child, ast.ClassDef) and not child.name.startswith("_"):
            yield from _fields_in(child, f"{prefix}.{child.name}")
        elif isinstance(child, ast.FunctionDef) and isinstance(node, ast.ClassDef):
            yield from _fields_in(child, prefix)


def _says_any(annotation: ast.expr) -> bool:
    """Return whether an annotation says Any, `typing.Any`, or `"Any"` as a text."""
    return any(
        re.search(r"(?<!\w)Any(?!\w)", ast.unparse(node))
        for node in ast.walk(annotation)
        if isinstance(node, ast.Name | ast.Attribute | ast.Constant)
    )


def long_pipeline(root: Path) -> list[str]:
    """Return the length of pipeline.py, which shows the order of all steps, if it is too long."""
    lines = _line_counts(root).get("pipeline", 0)
    return [f"pipeline: {lines} lines"] if lines > LONGEST_PIPELINE else []


GUARDS: tuple[Guard, ...] = (
    long_modules,
    long_median_module,
    long_functions,
    many_long_functions,
    too_few_or_many_comments,
    functions_with_many_parameters,
    public_functions_with_any,
    public_fields_with_any,
    other_names_for_any,
    long_pipeline,
)


def _function(line_count: int, name: str = "f") -> str:
    """Return a function of so many lines."""
    return f"def {name}():\n" + "    1\n" * (line_count - 1)


ALL_LONG = {name: "1\n" * 111 for name in SOUND if name.startswith("printkit/") and name[-1] == "y"}
ONE_IN_TWENTY = "".join(_function(26 if n == 1 else 2, f"f{n}") for n in range(19))
# The other modules of the small house have 14 lines without a comment.
WHY = "# Why this stands here"
FEW_COMMENTS = "a = '# 1'  # noqa: E1\n" * 180 + "a  # pixels\n" * 3 + f"{WHY}\n# and more\n# of it"
MANY_COMMENTS = "a = 1\n" * 77 + f"{WHY}\n\n" * 3 + f"a  {WHY}\n" * 3
EIGHT = "a, b, /, c, *d, e, f, g, **h"
BROKEN: tuple[tuple[Guard, dict[str, str], str], ...] = (
    (long_modules, {"printkit/article.py": "1\n" * 251}, "article: 251 lines"),
    (long_median_module, ALL_LONG, "median module: 111 lines"),
    (long_functions, {"printkit/article.py": _function(46)}, "article.f: 46 lines"),
    (many_long_functions, {"printkit/article.py": ONE_IN_TWENTY}, "95th percentile: 26 lines"),
    (
        too_few_or_many_comments,
        {"printkit/article.py": FEW_COMMENTS},
        "3 of 200 lines have a comment: 1.5 in 100",
    ),
    (
        too_few_or_many_comments,
        {"printkit/article.py": MANY_COMMENTS},
        "6 of 100 lines have a comment: 6.0 in 100",
    ),
    (
        functions_with_many_parameters,
        {"printkit/article.py": f"def f({EIGHT}):\n 1"},
        "article.f: 8 parameters",
    ),
    (
        functions_with_many_parameters,
        {"printkit/article.py": f"class A:\n def f(self, {EIGHT}):\n  1"},
        "article.A.f: 8 parameters",
    ),
    (
        functions_with_many_parameters,
        {"printkit/article.py": f"def f():\n def g({EIGHT}): ..."},
        "article.f.g: 8 parameters",
    ),
    (
        public_functions_with_any,
        {"printkit/article.py": "def f(a: list[Any]) -> int:\n 1"},
        "article.f: Any",
    ),
    (
        public_functions_with_any,
        {"printkit/article.py": "class A:\n def f(self) -> Any:\n  1"},
        "article.A.f: Any",
    ),
    (
        public_functions_with_any,
        {"printkit/article.py": "if 1:\n def f(**a: Any): ..."},
        "article.f: Any",
    ),
    (
        public_functions_with_any,
        {"printkit/article.py": "def f(a: typing.Any): ..."},
        "article.f: Any",
    ),
    (
        public_functions_with_any,
        {"printkit/article.py": "async def f(a: 'list[Any]'): ..."},
        "article.f: Any",
    ),
    (
        public_fields_with_any,
        {"printkit/article.py": "class A:\n b: Sequence[Any] = ()"},
        "article.A.b: Any",
    ),
    (
        public_fields_with_any,
        {"printkit/article.py": "class A:\n def __init__(self):\n  self.b: 'Any' = 1"},
        "article.A.b: Any",
    ),
    (
        other_names_for_any,
        {"printkit/article.py": "from typing import Any as A\ndef f(a: A): ..."},
        "article.A: Any",
    ),
    (
        other_names_for_any,
        {"printkit/article.py": "Json = dict[str, Any]\ndef f(a: Json): ..."},
        "article.Json: Any",
    ),
    (other_names_for_any, {"printkit/article.py": "Thing = Any"}, "article.Thing: Any"),
    (public_fields_with_any, {"printkit/article.py": "A: typing.Any = 1"}, "article.A: Any"),
    (long_pipeline, {"printkit/pipeline.py": "1\n" * 151}, "pipeline: 151 lines"),
    (
        long_functions,
        {"printkit/article.py": f"async {_function(46)}"},
        "article.f: 46 lines",
    ),
    (
        functions_with_many_parameters,
        {"printkit/article.py": f"async def f({EIGHT}):\n 1"},
        "article.f: 8 parameters",
    ),
)
WITHIN_BOUNDS = {
    "printkit/article.py": _function(45)
    + "class A:\n def f(self, a, b, c, d, e, f, g): ...\n"
    + "_a: Any = 1\ndef _f(a: Any): ...\n"
    + "def g():\n def h(a: Any): ...\nclass _B:\n def f(a: Any): ...\n"
    + "".join(_function(2, f"f{n}") for n in range(20))
    + f"{WHY}\n" * 6
    + "\n" * 151,
}


@pytest.mark.parametrize("guard", GUARDS, ids=lambda guard: guard.__name__)
def test_the_house_keeps_its_sizes(guard: Guard) -> None:
    """The checkout breaks no rule, and each excuse is in use; the guards read real modules."""
    assert sum(1 for _ in list_functions(CHECKOUT)) > 100
    assert len(list_modules(CHECKOUT)) > 100
    assert drop_excused(guard(CHECKOUT), EXCUSED.get(guard.__name__, {})) == []


@pytest.mark.parametrize("guard", GUARDS, ids=lambda guard: guard.__name__)
def test_a_house_within_bounds_passes(tmp_path: Path, guard: Guard) -> None:
    """Lengths and parameters are at the bound; only private functions say Any."""
    house = build_house(tmp_path, SOUND | WITHIN_BOUNDS)
    assert len((house / "printkit" / "article.py").read_text().splitlines()) == LONGEST_MODULE
    assert guard(house) == []


@pytest.mark.parametrize(("guard", "files", "found"), BROKEN)
def test_a_house_out_of_bounds_is_caught(
    tmp_path: Path, guard: Guard, files: dict[str, str], found: str
) -> None:
    """A broken small house gives each guard one fault, and the guard names the fault."""
    assert guard(build_house(tmp_path, SOUND | files)) == [found]
