"""Choices from printkit.toml; an option on the command line replaces a choice of the file."""

import os
import tomllib
from pathlib import Path
from typing import Any

import pytest

from printkit.cli.choices import choose_for_digest, choose_for_export, list_inputs
from printkit.errors import EditionError, ThemeError
from tests.support.command_line import list_files, run_command, write_record
from tests.support.printed_articles import print_article
from tests.support.sample_records import PLAIN
from tests.support.time_limits import ends_soon

CHOOSE = {"export": choose_for_export, "digest": choose_for_digest}


def choices(text: str, table: str = "digest", **given: Any) -> dict[str, Any]:
    """Return the choices that a printkit.toml with this text makes, in a folder of its own."""
    Path("conf").mkdir(exist_ok=True)
    config = Path("conf", "printkit.toml")
    config.write_text(text, encoding="utf-8")
    return dict(CHOOSE[table](config, given))


def test_choices_may_stand_in_a_file() -> None:
    """An option on the command line counts for more than the file."""
    config = write_record('[export]\npaper = "A5"\ntheme = "reader"\n', "printkit.toml")
    run_command("export", write_record(PLAIN), "-o", "out.pdf", "--config", config)
    assert Path("out.pdf").read_bytes() == print_article(PLAIN, paper="A5", theme="reader").pdf
    run_command("export", "a.json", "-o", "out.pdf", "--config", config, "--theme", "broadsheet")
    assert Path("out.pdf").read_bytes() == print_article(PLAIN, paper="A5").pdf


@pytest.mark.parametrize(
    ("config", "said"),
    [
        ('[export]\npapper = "A5"', "papper is no choice; did you mean paper?"),
        ('[export]\npaper = "A55"\nlinks = "no"', "paper is 'A55'"),
        ("[export]\npaper = 5", "paper is 5"),
        ('theme = "reader"', "theme: choices stand in the table [export]"),
        ('[exprot]\ntheme = "reader"', "exprot"),
        ("export = 5", "choices stand in the table [export]"),
        ("[export", "cannot be read"),
        ("[export]\nfetch = true", "fetch is an option of the command line, not a choice"),
    ],
)
def test_a_wrong_file_of_choices_is_told(config: str, said: str) -> None:
    """The error names the file and the nearest choice."""
    write_record(config, "printkit.toml")
    done = run_command("export", write_record(PLAIN), "-o", "out.pdf", "--config", "printkit.toml")
    assert done.exit_code == 2
    assert "printkit.toml" in done.stderr
    assert said in done.stderr
    assert "out.pdf" not in list_files()


def test_options_that_were_left_out_are_no_choices() -> None:
    """Without a file, the given options are all choices."""
    given = {"theme": None, "only_tags": (), "limit": 3, "undated": False}
    assert choose_for_digest(None, given) == {"limit": 3, "undated": False}


def test_each_command_has_a_table_of_its_own() -> None:
    """One file may hold the tables of `export` and of `digest`."""
    text = '[export]\npaper = "A5"\n[digest]\ntitle = "The Week"\nnumber = 7\npaper = "A4"'
    assert choices(text) == {"title": "The Week", "number": 7, "paper": "A4"}
    assert choices(text, "export") == {"paper": "A5"}


@pytest.mark.parametrize(
    ("text", "table", "said"),
    [
        ('[digest]\ntitel = "A"', "digest", "titel is no choice; did you mean title?"),
        ('[digest]\npapper = "A5"', "digest", "papper is no choice; did you mean paper?"),
        ("[digest]\nlimit = 0\nmax_per_source = true", "digest", "limit is 0"),
        ('[export]\ntitle = "A"', "export", "title is no choice"),
        ('[digests]\ntitle = "A"', "digest", r"choices stand in the table \[digest\]"),
        ('[export]\npaper = "A5"', "digest", r"there is no table \[digest\]"),
        ("", "export", r"there is no table \[export\]"),
        ('[digest]\nfrom = "2019-09-09"\nsince = "2019-09-09"', "digest", "the same choice"),
    ],
)
def test_a_table_with_a_fault_is_told(text: str, table: str, said: str) -> None:
    """The error names the file and the nearest right choice."""
    with pytest.raises(EditionError, match=said) as caught:
        choices(text, table)
    assert "printkit.toml" in caught.value.where


WRONG_TABLES = {
    "export": (
        ("paper = nan", "paper"),
        ('paper = "-5x-5mm"', "paper"),
        (f'paper = "{"9" * 10_000}x9mm"', "paper"),
        ("paper = 1e999", "paper"),
        ('links = ["notes"]', "links"),
        ('language = "xx-yy-!"', "language"),
        (f'language = "en{"-aaaaaaaa" * 10_000}!"', "language"),
        ("theme = 5", "theme"),
        ("theme = {a = 1}", "theme"),
        ("profile = 2026-01-01", "profile"),
        ("templates = [1]", "templates"),
        ('allow_restricted = "yes"', "allow_restricted"),
        ("root = 5", "roots"),
        ('root = [["a"]]', "roots"),
        ("output = 'a.pdf'", "output"),
        ('"__class__" = 1', "__class__"),
        ("x = " + "{a = " * 5_000, "nest too deep"),
        ("x = " + "[" * 100_000, "cannot be read"),
        ("x = " + "1" * 5_000, "cannot be read"),
        ('paper = "A5"\npaper = "A4"', "cannot be read"),
        ('paper = "A5\0"', "cannot be read"),
    ),
    "digest": (
        ('title = ["a"]', "title"),
        ("number = 1.5", "number"),
        ('note = "a\\u0007"', "note"),
        ('sections = "World"', "sections"),
        ("sections = [[]]", "sections"),
        ("week = 37", "week"),
        ('week = "2019-W99"', "2019-W99"),
        (f'week = "{"9" * 5_000}-W37"', "W37"),
        ('since = "2019-13-01"', "since"),
        ("since = 2019-01-01T00:00:00", "since"),
        ('timezone = "../../etc/passwd"', "../../etc/passwd"),
        ('timezone = "a\\u0000b"', "timezone"),
        (f'timezone = "{"x" * 5_000}"', "xxx"),
        ("limit = -5", "limit"),
        ("limit = 1e9", "limit"),
        ('without = ["covr"]', "without"),
        ('append = "a.pdf"', "append"),
        ('cover_picture = "a\\u0000b"', "cover_picture"),
        ("masthead = {a = 1}", "masthead"),
        ("only_tags = {}", "only_tags"),
    ),
}


@pytest.mark.parametrize(
    ("table", "text", "key"),
    [(table, *one) for table, wrong in WRONG_TABLES.items() for one in wrong],
    ids=lambda one: one[:40],
)
def test_every_wrong_value_is_one_error_with_file_and_key(table: str, text: str, key: str) -> None:
    """Values of the wrong type, without measure, and values that would lead out of a folder."""
    with pytest.raises(EditionError) as caught, ends_soon():
        choices(f"[{table}]\n{text}\n", table)
    assert caught.value.where.startswith(str(Path("conf", "printkit.toml")))
    assert key in str(caught.value)


NO_PLACES = ("pipe{}", "/dev/zero", "loop{}", "folder{}", "missing{}", "device{}", "x" * 5_000)


@pytest.mark.parametrize("place", NO_PLACES)
@pytest.mark.parametrize(
    ("key", "ending", "table"),
    [
        ("cover_picture", ".png", "digest"),
        ("theme", ".css", "export"),
        ("templates", "", "export"),
        ("root", "", "digest"),
    ],
)
def test_a_path_that_leads_to_nothing_is_told_with_file_and_key(
    place: str, key: str, ending: str, table: str
) -> None:
    """Nobody waits for a pipe, and nobody reads an endless device."""
    Path("conf", f"folder{ending}").mkdir(parents=True)
    os.mkfifo(f"conf/pipe{ending}")
    Path("conf", f"loop{ending}").symlink_to(f"loop{ending}")
    Path("conf", f"device{ending}").symlink_to("/dev/zero")
    path = place.format(ending)
    if (key, path) == ("root", "folder"):
        assert choices(f'[{table}]\n{key} = "{path}"\n', table)
        return
    with pytest.raises((EditionError, ThemeError)) as caught, ends_soon():
        choices(f'[{table}]\n{key} = "{path}"\n', table)
    where = f"{Path('conf', 'printkit.toml')} [{table}]: {key}"
    assert caught.value.where.startswith(where)


def test_nobody_waits_for_a_pipe_in_the_place_of_the_file() -> None:
    """A pipe that the shell hands over is read, as in `--config <(generate)`."""
    os.mkfifo("printkit.toml")
    with pytest.raises(EditionError, match="is a pipe, not a file"):
        choose_for_export(Path("printkit.toml"), {})
    end, into = os.pipe()
    os.write(into, b'[export]\npaper = "A5"')
    os.close(into)
    assert choose_for_export(Path(f"/dev/fd/{end}"), {}) == {"paper": "A5"}
    os.close(end)


def test_the_mark_of_windows_at_the_beginning_is_no_part_of_the_file() -> None:
    """Editors of Windows write the mark U+FEFF."""
    assert choices('\ufeff[export]\npaper = "A5"', "export") == {"paper": "A5"}


def test_a_file_of_a_megabyte_is_no_file_of_choices() -> None:
    """The file is refused before it is parsed."""
    with pytest.raises(EditionError, match="is over 1,000,000 bytes long"):
        choices("#" * 1_000_001)


def test_paths_in_the_file_are_meant_from_its_folder() -> None:
    """Paths of the command line are relative to the current folder; names are no paths."""
    text = """
[digest]
title = "a/b"
theme = "own.css"
cover_picture = "cover.jpg"
templates = "pages"
append = ["advert.pdf", "/srv/two.pdf"]
"""
    Path("conf").mkdir()
    Path("conf", "own.css").write_text("/* Own. */")
    Path("conf", "cover.jpg").touch()
    Path("conf", "pages").mkdir()
    Path("conf", "pages", "note.html").write_text("")
    found = choices(text, prepend=("three.pdf",))
    assert found == {
        "title": "a/b",
        "theme": str(Path("conf", "own.css")),
        "cover_picture": str(Path("conf", "cover.jpg")),
        "templates": str(Path("conf", "pages")),
        "append": [str(Path("conf", "advert.pdf")), "/srv/two.pdf"],
        "prepend": ("three.pdf",),
    }
    assert choices('[export]\ntheme = "reader"', "export") == {"theme": "reader"}
    assert choices('[digest]\ncover_picture = ""') == {"cover_picture": ""}


@pytest.mark.parametrize(
    ("given", "left"),
    [
        ({}, {"since": "2019-09-09", "until": "2019-09-15"}),
        ({"week": "last"}, {"week": "last"}),
        ({"until": "2019-09-10"}, {"since": "2019-09-09", "until": "2019-09-10"}),
    ],
)
def test_another_period_takes_the_place_of_the_one_in_the_file(
    given: dict[str, str], left: dict[str, str]
) -> None:
    """A week on the command line replaces the days of the file; days replace a week."""
    assert choices('[digest]\nfrom = "2019-09-09"\nto = "2019-09-15"', **given) == left


def test_a_day_takes_the_place_of_a_week() -> None:
    """The first or the last day is enough; dates in the file need no quotes."""
    assert choices('[digest]\nweek = "last"', since="2019-09-09") == {"since": "2019-09-09"}
    text = "[digest]\nuntil = 2019-09-15"
    assert choices(text) == {"until": tomllib.loads(text)["digest"]["until"]}


def test_files_that_are_read_for_the_choices_are_listed() -> None:
    """The files are printkit.toml, a theme's file, pictures and PDFs; a theme's name is no file."""
    Path("own.css").write_text("/* Own. */")
    given = {
        "title": "a.json",
        "theme": "own.css",
        "cover_picture": "",
        "append": ("advert.pdf", "two.pdf"),
    }
    listed = ["own.css", "advert.pdf", "two.pdf"]
    assert sorted(map(str, list_inputs(None, choose_for_digest(None, given)))) == sorted(listed)
    config = write_record('[export]\ntheme = "reader"', "printkit.toml")
    assert list(list_inputs(config, choose_for_export(config, {}))) == [config]


def test_the_users_own_templates_are_an_option_and_a_choice() -> None:
    """Option and choice print the same page; no template is written over."""
    more = '{% extends "base/article.html" %}{% block kind %}ours {% endblock %}'
    Path("pages").mkdir()
    Path("pages", "article.html").write_text(more)
    record = write_record(PLAIN)
    run_command("export", record, "-o", "option.pdf", "--html", "--templates", "pages")
    config = write_record('[export]\ntemplates = "pages"', "printkit.toml")
    run_command("export", record, "-o", "choice.pdf", "--html", "--config", config)
    assert 'class="ours ' in Path("option.html").read_text()
    assert Path("option.html").read_bytes() == Path("choice.html").read_bytes()
    done = run_command(
        "export", record, "-o", "pages/article.pdf", "--html", "--templates", "pages"
    )
    assert done.exit_code == 2
    assert Path("pages", "article.html").read_text() == more


def test_a_wrong_folder_of_templates_is_told_before_anything_is_printed() -> None:
    """The folder is missing, or has no template that printkit prints with."""
    Path("empty").mkdir()
    for folder in ("missing", "empty"):
        done = run_command("export", write_record(PLAIN), "-o", "out.pdf", "--templates", folder)
        assert done.exit_code == 2
        assert f"{folder}: " in done.stderr
        assert "out.pdf" not in list_files()


def test_a_file_with_limits_alone_leaves_every_choice_at_its_default(tmp_path: Path) -> None:
    """The table of limits may also stand beside choices."""
    config = tmp_path / "printkit.toml"
    config.write_text("[limits]\nlinks = 7\n")
    assert choose_for_export(config, {}) == {}
    config.write_text('[limits]\nlinks = 7\n[export]\npaper = "A5"\n')
    assert choose_for_export(config, {}) == {"paper": "A5"}
