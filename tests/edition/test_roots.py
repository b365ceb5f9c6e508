"""Roots: one folder or several folders, and each folder must exist."""

from pathlib import Path

import pytest

from printkit.edition import Edition, edition_from
from printkit.edition.roots import read_roots, refuse_missing_roots
from printkit.edition.ticket import JobTicket
from printkit.errors import EditionError


@pytest.mark.parametrize(
    ("given", "roots"),
    [
        ((), ()),
        ("static", (Path("static"),)),
        (Path("static"), (Path("static"),)),
        (["b", Path("a"), "b"], (Path("b"), Path("a"))),
    ],
)
def test_roots_are_paths_in_their_order(given: object, roots: tuple[Path, ...]) -> None:
    """A folder that is given twice counts once; `root` is the name of the option."""
    assert read_roots(given) == roots
    assert edition_from({"root": given}).roots == edition_from({"roots": given}).roots == roots


@pytest.mark.parametrize("given", [None, 7, True, {"a": "b"}, [7], [None], [""], "", ["a", ""]])
def test_another_value_is_refused(given: object) -> None:
    """The error names the choice."""
    with pytest.raises(EditionError, match="roots"):
        read_roots(given)
    with pytest.raises(EditionError, match=r"roots is|roots has"):
        edition_from({"root": given})


def test_one_choice_has_one_name() -> None:
    """`root` and `roots` are the same choice."""
    with pytest.raises(EditionError, match="root and roots are the same choice"):
        edition_from({"root": "a", "roots": "b"})


def test_every_path_that_is_no_folder_is_named(tmp_path: Path) -> None:
    """A ticket refuses such paths, too, so no article is printed without its pictures."""
    (tmp_path / "a.jpg").write_bytes(b"")
    roots = [tmp_path, tmp_path / "a.jpg", tmp_path / "gone", tmp_path / ("a" * 5000), Path("\0")]
    with pytest.raises(EditionError) as told:
        refuse_missing_roots("root", roots)
    assert [one.rpartition(": ")[2] for one in told.value.problems] == [
        "is a file, not a folder",
        *["there is no such folder"] * 3,
    ]
    with pytest.raises(EditionError, match="root gone"):
        JobTicket(Edition(roots=(Path("gone"),)))


def test_the_name_of_a_root_is_in_no_key_of_the_cache() -> None:
    """Keys are made of the text of an edition, and hold the bytes of the pictures."""
    assert repr(Edition(roots=(Path("static"),))) == repr(Edition())
