"""A folder of the user's own templates: files that are read, and files that can be no template."""

import os
from pathlib import Path

import pytest

from printkit.errors import ThemeError
from printkit.themes import TEMPLATES, find_templates
from printkit.themes.own_templates import OwnTemplates, printkit_templates
from tests.support.own_templates import write_templates


def test_no_folder_means_no_templates() -> None:
    """Without a folder, printkit fills in only its own templates."""
    assert find_templates(None) == OwnTemplates((), "")


def test_every_html_file_of_the_folder_is_read(tmp_path: Path) -> None:
    """Subfolders are read, too, and parts that only the user's own templates use."""
    folder = write_templates(tmp_path, cover="a", parts__notes="b", parts__our_byline="c")
    Path(folder, "README.md").write_text("not a template")
    found = find_templates(folder).templates
    assert [(one.name, one.text) for one in found] == [
        ("cover.html", "a"),
        ("parts/notes.html", "b"),
        ("parts/our-byline.html", "c"),
    ]
    assert found[0].place == str(Path(folder, "cover.html"))


def test_the_state_changes_with_the_templates(tmp_path: Path) -> None:
    """A changed text or an added file changes the state; the same texts give the same state."""
    states = [
        find_templates(write_templates(tmp_path, **texts)).state
        for texts in ({"cover": "a"}, {"cover": "b"}, {"note": "c"}, {"cover": "b"})
    ]
    assert len(set(states)) == 3
    assert states[3] == states[2]


@pytest.mark.parametrize(
    ("texts", "told"),
    [
        ({"artcle": "x"}, "artcle.html would not be used: did you mean article.html?"),
        ({"cover": "x", "parts__note": "x"}, "did you mean parts/notes.html?"),
        ({"base__article": "x"}, "base/article.html would not be used"),
        ({"something": "x"}, "no file in the folder has the name of one of printkit's templates"),
    ],
)
def test_a_file_that_would_not_be_used_is_told(
    tmp_path: Path, texts: dict[str, str], told: str
) -> None:
    """A misspelt name would otherwise change nothing, silently."""
    with pytest.raises(ThemeError, match=r"article\.html") as caught:
        find_templates(write_templates(tmp_path, **texts))
    assert told in str(caught.value)


def test_a_link_that_leads_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    """A link to a file is refused; a linked folder is not entered."""
    (tmp_path / "secret.html").write_text("secret")
    folder = write_templates(tmp_path, cover="x")
    Path(folder, "parts").symlink_to(tmp_path)
    assert [one.name for one in find_templates(folder).templates] == ["cover.html"]
    Path(folder, "note.html").symlink_to(tmp_path / "secret.html")
    with pytest.raises(ThemeError, match=r"note\.html is no file of this folder"):
        find_templates(folder)


def test_a_thing_that_is_no_file_is_told_as_what_the_thing_is(tmp_path: Path) -> None:
    """A pipe, a folder, a link that leads nowhere."""
    folder = Path(write_templates(tmp_path, cover="x"))
    for make, told in (
        (os.mkfifo, "is a pipe, not a file"),
        (lambda path: path.symlink_to("none.html"), "there is no such file"),
    ):
        make(folder / "note.html")
        with pytest.raises(ThemeError, match=rf"note\.html: {told}; take it out") as caught:
            find_templates(str(folder))
        assert "link" not in str(caught.value)
        (folder / "note.html").unlink()


def test_a_link_within_the_folder_is_followed(tmp_path: Path) -> None:
    """Two names may share one file."""
    folder = write_templates(tmp_path, cover="x")
    Path(folder, "note.html").symlink_to(Path(folder, "cover.html"))
    assert [one.text for one in find_templates(folder).templates] == ["x", "x"]


def test_a_folder_that_is_none_is_told(tmp_path: Path) -> None:
    """The folder may be missing, or may be a file."""
    (tmp_path / "file").write_text("")
    for name, told in (("missing", "there is no such folder"), ("file", "is a file, not a folder")):
        with pytest.raises(ThemeError, match=told) as caught:
            find_templates(str(tmp_path / name))
        assert caught.value.where == str(tmp_path / name)


def test_a_file_that_is_no_text_is_told(tmp_path: Path) -> None:
    """The error has the path of the file."""
    folder = write_templates(tmp_path, cover="x")
    Path(folder, "cover.html").write_bytes(b"\xff")
    with pytest.raises(ThemeError, match="cannot be read") as caught:
        find_templates(folder)
    assert caught.value.where == str(Path(folder, "cover.html"))


def test_a_mark_at_the_beginning_of_a_file_is_no_text(tmp_path: Path) -> None:
    """Editors of Windows write this mark; without care, the page would show the mark."""
    folder = write_templates(tmp_path, cover="\ufeffx")
    assert find_templates(folder).templates[0].text == "x"


def test_a_folder_with_far_too_many_files_is_refused(tmp_path: Path) -> None:
    """A home directory is no folder of templates, and would take long to read."""
    folder = write_templates(tmp_path, cover="x")
    for number in range(1001):
        Path(folder, f"{number}.txt").touch()
    with pytest.raises(ThemeError, match="more than 1000 files"):
        find_templates(folder)


def test_templates_that_are_large_together_are_refused(tmp_path: Path) -> None:
    """Jinja would take hours over a thousand large files. The error names the file that is over."""
    folder = write_templates(tmp_path, article="x" * 300_000, cover="x" * 200_000)
    assert len(find_templates(folder).templates) == 2
    write_templates(tmp_path, stub="x")
    with pytest.raises(ThemeError, match="over 500 kB together") as caught:
        find_templates(folder)
    assert caught.value.where == str(Path(folder, "stub.html"))


def test_printkits_own_templates_are_listed() -> None:
    """The list has pages and parts, under the names of the folder."""
    assert {"article.html", "cover.html", "parts/notes.html"} <= set(printkit_templates())
    assert all((TEMPLATES / name).is_file() for name in printkit_templates())
