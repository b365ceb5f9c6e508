"""Imports of a theme: circles, and sheets that are loaded again and again."""

from pathlib import Path

from printkit.themes.imported_sheets import ImportedSheet, circles_of_imports, excess_of_imports
from tests.support.time_limits import ends_soon


def sheets_of(imports: dict[str, list[str | None]], size: int = 10) -> dict[Path, ImportedSheet]:
    """Return sheets with these imports; None stands for a sheet of printkit."""
    return {
        Path(name): ImportedSheet(
            size,
            {Path(one): f"{name}:1" for one in imported if one},
            [Path(one) if one else None for one in imported],
        )
        for name, imported in imports.items()
    }


def test_each_import_of_a_circle_is_named() -> None:
    """An import that only leads to the circle is right."""
    found = circles_of_imports(sheets_of({"a": ["b"], "b": ["c"], "c": ["b"]}))
    assert list(found) == [
        "b:1: c imports b again; take one import out",
        "c:1: b imports c again; take one import out",
    ]


def test_a_sheet_counts_for_each_of_its_imports() -> None:
    """Each of 40 sheets imports the next sheet twice; each of 48 sheets imports one sheet."""
    tree: dict[str, list[str | None]] = {f"{n}": [f"{n + 1}"] * 2 for n in range(40)}
    with ends_soon():
        assert "50 style sheets" in excess_of_imports(Path("0"), sheets_of(tree | {"40": []}))
    chain: dict[str, list[str | None]] = {f"{n}": [f"{n + 1}"] for n in range(49)}
    assert excess_of_imports(Path("0"), sheets_of(chain | {"49": []})) == ""
    assert "50 style sheets" in excess_of_imports(Path("0"), sheets_of(chain | {"49": [None]}))


def test_the_characters_of_all_loaded_sheets_count() -> None:
    """One sheet that is imported three times counts three times."""
    three = sheets_of({"a": ["b", "b", "b"], "b": []}, 200_000)
    assert "over 500 kB together" in excess_of_imports(Path("a"), three)
    assert excess_of_imports(Path("a"), sheets_of({"a": ["b"], "b": []}, 200_000)) == ""
