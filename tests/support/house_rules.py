"""Small houses to try the guards on, and the excuses that a rule may have.

build_house(folder, SOUND | {…})     write a small package; SOUND keeps every rule
drop_excused(found, excuses)         the faults that no excuse covers
"""

from collections.abc import Callable, Collection, Sequence
from pathlib import Path

from tests.support.source_code import FLOORS_TABLE

# A guard takes the root of a checkout, and returns one line for each fault: the faulty code, and
# how the code breaks the rule.
Guard = Callable[[Path], list[str]]

SOUND = {
    "printkit/README.md": f"""# The house

{FLOORS_TABLE}|---|---|---|
| values | `text` `errors` `article` | say what an article is |
| intake | `readers` | read records |
| markup | `markup` | write pages |

The end.
""",
    "printkit/__init__.py": "from printkit.readers import read",
    "printkit/text.py": "import re\nre.compile('(?<=x)(?P<y>[<>b])<?z'); Side = Literal['a']",
    "printkit/errors.py": "class RecordError:\n    def where(self, at: int) -> str:\n        1",
    "printkit/article.py": "import json\nfrom printkit.errors import RecordError",
    "printkit/readers/__init__.py": "from printkit.readers.ninjs import read",
    "printkit/readers/ninjs.py": "import yaml\nfrom printkit.article import Article",
    "printkit/markup.py": '"""A <p>."""\nimport jinja2\ntry:\n    1\nexcept OSError:\n    2',
    "templates/page.html": "{{ headline }}",
    "tests/README.md": "| `paths.py` | folders |",
    "tests/support/paths.py": "",
    "tests/test_errors.py": "",
    "tests/test_article.py": "from tests.support.paths import CHECKOUT",
    "tests/test_markup.py": "",
    "tests/test_text.py": "",
    "tests/test_readers.py": "",
    "tests/readers/test_ninjs.py": "",
    "tests/test_house.py": "",
}


def build_house(root: Path, files: dict[str, str]) -> Path:
    """Write the files into a folder; return the folder."""
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    return root


def drop_excused(found: Sequence[str], excuses: Collection[str]) -> list[str]:
    """Return the faults that no excuse covers, and the excuses that no fault needs.

    Args:
        found: the lines of a guard, each with the name of the faulty code and a sentence.
        excuses: names; the name of a module or a class excuses all code of the module or the class.
    """
    names = [line.partition(":")[0] for line in found]
    needed = {one for one in excuses for name in names if f"{name}.".startswith(f"{one}.")}
    kept = [
        line
        for line, name in zip(found, names, strict=True)
        if not any(f"{name}.".startswith(f"{one}.") for one in needed)
    ]
    return kept + [f"{one}: needs no excuse any more" for one in sorted({*excuses} - needed)]
