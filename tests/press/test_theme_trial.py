"""A trial of a theme: a sample article tells whether the theme or the records are to blame."""

import subprocess
import sys
from pathlib import Path

import pytest

from printkit.edition import Edition
from printkit.errors import PressError, ThemeError
from printkit.press.theme_trial import Suspicion, print_sample
from printkit.themes import themes
from tests.support.hostile_themes import write_hostile_theme
from tests.support.own_templates import write_templates
from tests.support.own_themes import write_theme
from tests.support.paths import CHECKOUT


def test_two_lost_records_in_a_row_call_for_one_trial(tmp_path: Path) -> None:
    """A record between them that is printed clears the theme."""
    suspicion = Suspicion(Edition(theme=write_theme(tmp_path, "p { color: red }")))
    told = [suspicion.grows(lost=one) for one in (True, False, True, True, True, True)]
    assert told == [False, False, False, True, False, False]


def test_printkits_own_things_are_not_tried(tmp_path: Path) -> None:
    """Theme and templates are tried apart, so that the right thing is blamed."""
    assert not Suspicion(Edition()).trials
    assert not any(Suspicion(Edition()).grows(lost=True) for _ in range(9))
    theme = write_theme(tmp_path, "p { color: red }")
    templates = write_templates(tmp_path, note='{% extends "base/note.html" %}')
    first, second = Suspicion(Edition(theme=theme, templates=templates)).trials
    assert (first.where, first.edition) == (theme, Edition(theme=theme))
    assert (second.where, second.edition) == (templates, Edition(templates=templates))
    told = str(first.blame("took more than 60 seconds"))
    assert told.startswith(f"{theme}: no article can be printed with this theme: even a short")
    assert "with these templates" in str(second.blame("crashed"))


@pytest.mark.parametrize("theme", [one.name for one in themes()])
def test_the_sample_is_printed_with_every_theme_of_printkits(theme: str) -> None:
    """Nothing of the sample is strange."""
    print_sample(Edition(theme=theme))


def test_errors_of_the_theme_are_raised(tmp_path: Path) -> None:
    """A template that is broken, and a declaration on which WeasyPrint fails."""
    with pytest.raises(PressError, match="line-clamp"):
        print_sample(Edition(theme=write_theme(tmp_path, "td { line-clamp: 0 }")))
    with pytest.raises(ThemeError, match="titel"):
        print_sample(Edition(templates=write_templates(tmp_path, article="{{ titel }}")))


@pytest.mark.slow
def test_a_theme_without_end_loses_the_sample_too(tmp_path: Path) -> None:
    """The system kills the process after ten seconds of processor time."""
    theme = write_hostile_theme(tmp_path, "flex everywhere")
    program = (
        "import resource, sys; from printkit.edition import Edition\n"
        "from printkit.press.theme_trial import print_sample\n"
        "resource.setrlimit(resource.RLIMIT_CPU, (10, 11))\n"
        "print_sample(Edition(theme=sys.argv[1]))"
    )
    run = subprocess.run([sys.executable, "-c", program, theme], cwd=CHECKOUT, check=False)
    assert run.returncode < 0
