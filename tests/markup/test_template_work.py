"""Templates that would never end: each template is one error, in time; printkit's own pass."""

from pathlib import Path

import pytest
from jinja2.exceptions import SecurityError

import printkit
from printkit.errors import ThemeError
from printkit.markup.template_work import (
    LONGEST_TEXT,
    MOST_CHARACTERS,
    MOST_TURNS,
    bounded,
    count_all,
    count_characters,
    count_turn,
    count_value,
)
from printkit.markup.templates import fill_template
from tests.support.own_templates import write_templates
from tests.support.sample_records import PLAIN

DOUBLED = "{% set x = START %}" + "{% set x = STEP %}" * 90
LOOP = "{% for i in 'x' * 100000 %}"
LONG_LIST = "{% set l = ('x' * 99999) | list %}"


@pytest.mark.parametrize(
    ("template", "told"),
    [
        pytest.param(
            f"{LOOP}{LOOP}{{% endfor %}}{{% endfor %}}", "1,000,000 turns", marks=pytest.mark.slow
        ),
        (f"{LOOP}{LOOP[:-2]} if false %}}{{% endfor %}}{{% endfor %}}", "1,000,000 turns"),
        pytest.param(
            f"{LOOP}{{% include 'base/parts/crossing.html' %}}{{% endfor %}}" * 3,
            "1,000,000 turns",
            marks=pytest.mark.slow,
        ),
        (f"{LONG_LIST}{LOOP}{{{{ -1 in l }}}}{{% endfor %}}", "turns"),
        (f"{LONG_LIST}{LOOP}{{% set y = l[1:] %}}{{% endfor %}}", "turns"),
        (
            f"{{% set l = 'x' * 99999 %}}{LOOP}{{% set y = l | upper %}}{{% endfor %}}",
            "200,000,000",
        ),
        (f"{{% set y %}}{LOOP}{'lorem ' * 900}{{% endfor %}}{{% endset %}}", "200,000,000"),
        (DOUBLED.replace("START", "'x'").replace("STEP", "x ~ x"), "10,000,000 characters"),
        (DOUBLED.replace("START", "'x'").replace("STEP", "x + x"), "10,000,000 characters"),
        (DOUBLED.replace("START", "[1]").replace("STEP", "x + x"), "1,000,000 turns"),
        (
            DOUBLED.replace("START", "[1]").replace("STEP", "[x, x]") + "{{ [x] | list }}",
            "1,000,000 turns",
        ),
        ("{% macro m(n) %}{{ m(n + 1) }}{% endmacro %}{{ m(1) }}", "calls itself"),
        pytest.param(
            "{% macro m(n) %}{% if n %}{{ m(n-1) ~ m(n-1) }}{% endif %}{% endmacro %}{{ m(40) }}",
            "1,000,000 turns",
            marks=pytest.mark.slow,
        ),
        ("{% for x in [1] recursive %}{{ loop([1]) }}{% endfor %}", "calls itself"),
        ("{{ " + "(" * 300 + "1" + ")" * 300 + " }}", "nests too deep"),
        ("{% for x in [1] %}" * 30 + "{% endfor %}" * 30, "nests too deep"),
        ("{{ " + "9" * 5000 + " }}", "too long a number"),
        ("{{ 1e999 }}", "name 'inf'"),
    ],
)
def test_a_template_without_end_is_one_error(tmp_path: Path, template: str, told: str) -> None:
    """The error has the file and a line; without a limit the machine would run out of memory."""
    folder = write_templates(tmp_path, article=template)
    with pytest.raises(ThemeError) as caught:
        printkit.export(PLAIN, templates=folder)
    assert caught.value.where == str(Path(folder, "article.html:1"))
    assert told in str(caught.value)


def test_a_limit_that_a_template_of_printkits_reaches_is_an_error_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The error names the folder, because no single file of the user is known as the cause."""
    monkeypatch.setattr("printkit.markup.template_work.MOST_TURNS", 50)
    folder = write_templates(tmp_path, note='{% extends "base/note.html" %}')
    with pytest.raises(ThemeError, match="more than 50 turns") as caught:
        printkit.export(PLAIN, templates=folder, trusted=True)
    assert caught.value.where == f"{folder}/"


def test_the_work_is_counted_up_to_the_limits() -> None:
    """Limits: turns, characters of one text, characters of all texts, also of texts in lists."""
    with bounded(True):
        count_characters(LONGEST_TEXT)
        count_turn(turns=MOST_TURNS - 1)
        assert count_turn()
        with pytest.raises(SecurityError, match="turns"):
            count_turn()
    with bounded(True):
        for _ in range(MOST_CHARACTERS // LONGEST_TEXT):
            count_characters(LONGEST_TEXT)
        with pytest.raises(SecurityError, match="200,000,000 characters"):
            count_value("x")
    with bounded(True), pytest.raises(SecurityError, match="10,000,000 characters"):
        count_all([{"a": ["x", ("y" * (LONGEST_TEXT + 1),)]}])


def test_a_page_of_a_users_own_template_has_20_megabytes(tmp_path: Path) -> None:
    """Letters of three bytes count as three; the error names the folder."""
    page = "{% set l = '€' * 99000 %}" + "{{ l }}" * 70
    folder = write_templates(tmp_path, article=page)
    with pytest.raises(ThemeError, match="a page of more than 20 MB") as caught:
        fill_template("article.html", folder)
    assert caught.value.where == f"{folder}/"
    write_templates(tmp_path, article=page.replace("€", "e"))
    assert len(fill_template("article.html", folder)) == 99_000 * 70


def test_printkits_own_templates_are_not_bounded() -> None:
    """The work of printkit's templates grows with the record, and a record has its own limits."""
    with bounded(False):
        assert count_turn(turns=MOST_TURNS * 2)
        count_characters(MOST_CHARACTERS * 2)
    assert count_turn(turns=MOST_TURNS * 2)
