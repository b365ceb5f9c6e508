"""The files of a theme of the user's own: allowed files, and errors that name other files."""

import os
from pathlib import Path

import pytest

from printkit.errors import ThemeError
from printkit.themes import STYLES, find_theme
from printkit.themes.own_files import OwnFiles, own_files
from tests.support.hostile_themes import HOSTILE_THEMES, PRINTED_THEMES, write_hostile_theme
from tests.support.quick_cases import mark_slow
from tests.support.time_limits import ends_soon


def files_of(folder: Path, css: str, **others: str) -> OwnFiles:
    """Write a theme and other files into its folder, and find the files that the theme uses."""
    for name, text in others.items():
        path = folder / name.replace("__", "/").replace("_css", ".css").replace("_png", ".png")
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)
    (folder / "ours.css").write_text(css)
    return own_files((folder / "ours.css").resolve(), "ours.css")


def problems(folder: Path, css: str) -> tuple[str, ...]:
    """Return the problems of a theme that cannot be used."""
    with pytest.raises(ThemeError) as caught:
        files_of(folder, css)
    assert caught.value.where == "ours.css"
    assert "printkit:base.css" in caught.value.remedy
    return caught.value.problems


def test_files_beside_the_theme_are_found_from_sheet_to_sheet(tmp_path: Path) -> None:
    """An address counts from the style sheet in which the address stands."""
    found = files_of(
        tmp_path,
        '@import "printkit:base.css"; @import "parts/more.css";',
        parts__more_css="h1 { background: url(../pictures/a_b.png?x#y) }",
        pictures__a_b_png="1",
    )
    names = [path.relative_to(tmp_path.resolve()).as_posix() for path in found.paths]
    assert names == ["ours.css", "parts/more.css", "pictures/a_b.png"]
    assert found.remarks == ()


def test_the_state_changes_with_each_file_and_no_other(tmp_path: Path) -> None:
    """Only files that the theme names count."""
    theme = '@import "more.css"; h1 { background: url(x.png) }'
    first = files_of(tmp_path, theme, more_css="p {}", x_png="1").state
    (tmp_path / "y.png").write_text("2")
    assert files_of(tmp_path, theme).state == first
    assert files_of(tmp_path, theme, more_css="q {}").state != first
    assert files_of(tmp_path, theme, more_css="p {}", x_png="22").state != first
    assert files_of(tmp_path, theme + " ", more_css="p {}", x_png="1").state != first


@pytest.mark.parametrize(
    ("css", "told"),
    [
        ('@import "printkit:bse.css";', 'no such style; write "printkit:base.css"'),
        ('@import "printkit:../pyproject.toml";', "no such style"),
        ("@import url(styles/base.css);", 'no such file; write "printkit:base.css"'),
        ("@import 'broadsheet.css';", 'no such file; write "printkit:themes/broadsheet.css"'),
        ("@import url(../base.css);", 'outside the theme\'s folder; write "printkit:base.css"'),
        ("@import url(/etc/hostname);", "outside the theme's folder"),
        ("@import url(file:///etc/hostname);", "outside the theme's folder"),
        ("@import url(http://127.0.0.1:9/x.css);", "nothing is loaded from the network"),
        ("@import url(//127.0.0.1:9/x.css);", "nothing is loaded from the network"),
        ("h1 { background: url(ornament.png) }", "there is no such file"),
        ("h1 { background: url(.) }", "is a folder, not a file"),
        ("h1 { background: url(a\\0b) }", "there is no such file"),
        ("h1 { background: url(data:image/png;base64,AAAA) }", "save the file beside the theme"),
        ("@font-face { src: url(%2e%2e/x.ttf) }", "outside the theme's folder"),
        ('@import"../base.css";', "outside the theme's folder"),
        ("@\\69mport/**/url(/etc/h\\6fstname);", "outside the theme's folder"),
    ],
)
def test_an_address_that_a_theme_may_not_use_is_named(tmp_path: Path, css: str, told: str) -> None:
    """The error has sheet, line and address as written, and says which address to write instead."""
    (problem,) = problems(tmp_path, f"\n{css}")
    assert problem.startswith("line 2: cannot use ")
    assert told in problem


@pytest.mark.parametrize(
    "rule", ["@font-face {{ src: {} }}", "h1 {{ background: {} }}", "@import {};"]
)
def test_a_pipe_is_no_font_and_no_picture(tmp_path: Path, rule: str) -> None:
    """The error says that the file is a pipe; an earlier error said that the file was missing."""
    os.mkfifo(tmp_path / "ours.ttf")
    (problem,) = problems(tmp_path, rule.format("url(ours.ttf)"))
    assert problem == "line 1: cannot use 'ours.ttf': ours.ttf is a pipe, not a file"


def test_names_with_spaces_and_signs_are_names(tmp_path: Path) -> None:
    """Such names stand in quotes, as CSS asks; the folder of the theme may have any name, too."""
    folder = tmp_path / "100% ours #1"
    folder.mkdir()
    for name in ("a b.png", "50%.png", "é.png"):
        (folder / name).write_text("1")
    css = "h1 { background: url('a b.png'), url('50%.png'), url('é.png') }"
    assert len(files_of(folder, css).paths) == 4


def test_all_wrong_addresses_are_named_at_once(tmp_path: Path) -> None:
    """One error names every address that the user must mend."""
    found = problems(tmp_path, '@import "a.css";\n@import "b.css";')
    assert [one.partition(" cannot")[0] for one in found] == ["line 1:", "line 2:"]


def test_a_link_that_leads_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    """The link may be a file, or a folder with a file in it."""
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "secret.png").write_text("1")
    theme = tmp_path / "theme"
    theme.mkdir()
    (theme / "a.png").symlink_to(tmp_path / "elsewhere" / "secret.png")
    (theme / "pictures").symlink_to(tmp_path / "elsewhere")
    for address in ("a.png", "pictures/secret.png"):
        (problem,) = problems(theme, f"h1 {{ background: url({address}) }}")
        assert "outside the theme's folder" in problem


def test_an_absolute_address_of_printkits_own_styles_still_works(tmp_path: Path) -> None:
    """Before printkit had addresses of its own, an absolute address was the only way."""
    address = (STYLES / "base.css").as_uri()
    assert len(files_of(tmp_path, f"@import url({address});").paths) == 1


def test_an_imported_file_is_a_style_sheet_whatever_its_name(tmp_path: Path) -> None:
    """The files that the imported sheet asks for are found too."""
    (tmp_path / "more").write_text("h1 { background: url(x.png) }")
    (problem,) = problems(tmp_path, '@import "more";')
    assert problem.startswith("more:1: cannot use 'x.png'")


def test_a_mark_at_the_beginning_of_a_file_hides_no_import(tmp_path: Path) -> None:
    """Editors of Windows write the mark."""
    (problem,) = problems(tmp_path, '\ufeff@import "no.css";')
    assert "there is no such file" in problem


def test_style_sheets_that_import_each_other_are_refused(tmp_path: Path) -> None:
    """Each import of the circle is named: WeasyPrint would follow the circle until it breaks."""
    (tmp_path / "more.css").write_text('\n@import "ours.css";')
    found = problems(tmp_path, '@import "printkit:base.css"; @import "more.css";')
    assert found == (
        "line 1: more.css imports ours.css again; take one import out",
        "more.css:2: ours.css imports more.css again; take one import out",
    )
    assert problems(tmp_path, '@import "ours.css";') == (
        "line 1: ours.css imports ours.css again; take one import out",
    )


@pytest.mark.parametrize(
    "before",
    [
        '@font-face { font-family: "Ours"; src: url(ours.ttf) }',
        ":root { --accent: red }",
        "@page { margin: 0 } @layer x;",
        ":root { --accent: red };",
        '@charset "utf-8"',
        "@media print { p { margin: 0 }",
        '@import "printkit:base.css"',
    ],
)
def test_an_import_that_css_ignores_is_refused(tmp_path: Path, before: str) -> None:
    """An ignored import costs the pages their base, and WeasyPrint's message has no line."""
    (tmp_path / "ours.ttf").write_text("1")
    (problem,) = problems(tmp_path, f'{before}\n@import "printkit:base.css";\np {{ margin: 0 }}')
    assert problem.startswith("line 2: CSS ignores the import of 'printkit:base.css': ")


def test_imports_may_follow_what_is_no_rule(tmp_path: Path) -> None:
    """CSS reads such an import, and so does WeasyPrint."""
    css = '@charset "utf-8"; /* Ours. */ @layer x; @import "printkit:base.css";'
    found = files_of(tmp_path, f"{css} @import url(more.css);", more_css="")
    assert found.remarks == ()
    assert "printkit:base/tokens.css" in found.styles
    assert len(found.paths) == 2


@pytest.mark.parametrize("bracket", ["calc(", "(", "[", "p {"])
def test_brackets_without_end_are_refused(tmp_path: Path, bracket: str) -> None:
    """WeasyPrint would break over so many brackets."""
    (problem,) = problems(tmp_path, f"\np {{ width: {bracket * 5000}")
    assert problem == "line 2: there are more than 30 brackets around this place"
    assert len(files_of(tmp_path, f"p {{ width: {'calc(' * 28}1mm").paths) == 1


def test_a_number_of_thousands_of_digits_is_refused(tmp_path: Path) -> None:
    """Python reads no such number, and the error was an error of Python."""
    assert problems(tmp_path, f"\np {{ width: {'9' * 5000}px }}") == (
        "line 2: this number is too long",
    )


def test_an_import_without_its_semicolon_is_refused(tmp_path: Path) -> None:
    """The import takes the next rule in, so CSS ignores both."""
    told = problems(tmp_path, '@import "printkit:base.css"\n:root { --text-size: 12pt }')
    assert told == (
        "line 1: CSS ignores the import of 'printkit:base.css': "
        "a semicolon is missing behind the address",
    )
    assert files_of(tmp_path, '@import "printkit:base.css"').remarks == ()


def test_a_scheme_has_no_case(tmp_path: Path) -> None:
    """RFC 3986, 3.1; the names of the style sheets have a case."""
    found = files_of(tmp_path, '@import "PrintKit:base.css";')
    assert found.styles[0] == "printkit:base.css"
    assert found.remarks == ()
    (told,) = problems(tmp_path, '@import "PRINTKIT:bse.css";')
    assert told.endswith('printkit has no such style; write "printkit:base.css"')


def test_two_style_sheets_may_import_the_same_third(tmp_path: Path) -> None:
    """A style sheet that is imported twice is in no circle."""
    (tmp_path / "third.css").write_text("h1 { color: red }")
    (tmp_path / "more.css").write_text('@import "third.css";')
    found = files_of(tmp_path, '@import "more.css"; @import "third.css";')
    assert len(found.paths) == 3


# Each of these takes more than a second; "very many fonts" and "a long list of selectors" stay.
LONG = {
    *("a long selector", "very many tokens", "very many declarations", "tokens below the limit"),
    *("a picture that is too large", "very many sheets", "brackets without end", "very many rules"),
    *("many backgrounds", "rules below the limit", "declarations below the limit"),
    *("braces without end", "a selector of many classes", "stops of a gradient"),
}


@pytest.mark.parametrize("name", mark_slow(HOSTILE_THEMES, but={*HOSTILE_THEMES} - LONG))
def test_a_hostile_theme_is_refused_by_name_or_can_be_printed(tmp_path: Path, name: str) -> None:
    """A theme that nests, loops or grows is refused in time, and an error has few lines."""
    sheet = write_hostile_theme(tmp_path, name)
    if name in PRINTED_THEMES:
        with ends_soon():
            assert find_theme(str(sheet)).files
        return
    with pytest.raises(ThemeError) as caught, ends_soon():
        find_theme(str(sheet))
    assert caught.value.where == str(sheet)
    assert len(caught.value.problems) <= 10
    assert len(str(caught.value)) < 3_000
