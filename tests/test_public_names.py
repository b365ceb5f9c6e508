"""The names that `import printkit` gives: few, sorted, and light to import."""

import subprocess
import sys

import printkit

HEAVY = ("weasyprint", "pypdf", "pypdfium2", "PIL", "lxml", "jinja2", "babel", "requests", "rich")


def test_the_names_are_sorted_and_few() -> None:
    """A reader takes in about a dozen names at one look."""
    assert sorted(printkit.__all__) == list(printkit.__all__)
    assert 0 < len(printkit.__all__) <= 13


def test_each_name_is_there_and_says_what_it_is() -> None:
    """Each name can be imported, and has a docstring."""
    values = {name: getattr(printkit, name) for name in printkit.__all__}
    assert [name for name, value in values.items() if not value.__doc__] == []


def test_nothing_else_of_printkit_is_given_away() -> None:
    """A user could come to rely on a name that is in the root by accident."""
    ours = {
        name
        for name, value in vars(printkit).items()
        if getattr(value, "__module__", "").startswith("printkit") and not name.startswith("_")
    }
    assert ours <= set(printkit.__all__)


def test_dir_shows_every_name() -> None:
    """An interactive user finds the names with `dir`."""
    assert set(printkit.__all__) <= set(dir(printkit))


def test_importing_printkit_imports_no_engine() -> None:
    """`import printkit` in an application is quick."""
    told = "import sys, printkit; print(*sys.modules)"
    ran = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)
    loaded = ran.stdout.split()
    assert "printkit" in loaded
    assert not set(HEAVY) & set(loaded)
