"""A trial of a theme: a sample article tells whether the theme or the records are to blame."""

from pathlib import Path

import pytest

from printkit.edition import Edition
from printkit.edition.limits import Limits
from printkit.edition.ticket import JobTicket
from printkit.errors import PressError, RefusedError, StyleError, ThemeError
from printkit.press.theme_trial import Suspicion, Trial, print_sample
from printkit.printing.press_room import open_press_room
from printkit.themes import themes
from printkit.workers.losses import crash_error, memory_error, time_error
from printkit.workers.tasks import Workers
from tests.support.hostile_themes import write_hostile_theme
from tests.support.own_templates import write_templates
from tests.support.own_themes import write_theme

pytestmark = pytest.mark.slow

BROKEN = "td { line-clamp: 0 }"  # WeasyPrint fails on the table of the sample article


def suspect(theme: str) -> Suspicion:
    """Return the suspicion of a run with this theme, whose sample is printed in this process."""
    return Suspicion(Edition(theme=theme), Workers(trusted=True))


def test_two_lost_records_in_a_row_call_for_a_trial(tmp_path: Path) -> None:
    """A record between them that is printed clears the theme; a refused record tells nothing."""
    suspicion = suspect(write_theme(tmp_path, BROKEN))
    for error in (crash_error("signal 11"), None, time_error(60), RefusedError("withheld")):
        suspicion.note(error)
    with pytest.raises(ThemeError, match="no article can be printed"):
        suspicion.note(memory_error(2_000))


def test_a_theme_that_prints_the_sample_is_not_tried_again(tmp_path: Path) -> None:
    """The file of the theme is spoilt between the pairs, and nobody looks."""
    suspicion = suspect(write_theme(tmp_path, "p { color: red }"))
    suspicion.note(crash_error("signal 11"))
    suspicion.note(crash_error("signal 11"))
    write_theme(tmp_path, BROKEN)
    for _ in range(4):
        suspicion.note(crash_error("signal 11"))
    suspicion.close()


def test_one_lost_record_calls_for_a_trial_only_if_no_record_was_printed(tmp_path: Path) -> None:
    """An error of the press that names the theme needs no trial."""
    theme = write_theme(tmp_path, BROKEN)
    alone = suspect(theme)
    alone.note(time_error(60))
    with pytest.raises(ThemeError):
        alone.close()
    for errors in ((None, time_error(60)), (RefusedError("withheld"),), (StyleError("line 1"),)):
        suspicion = suspect(theme)
        for error in errors:
            suspicion.note(error)
        suspicion.close()


def test_printkits_own_things_are_not_tried() -> None:
    """A run with a theme of printkit's goes on, however many records are lost."""
    assert not suspect("reader").trials
    suspicion = suspect("reader")
    for _ in range(9):
        suspicion.note(time_error(60))
    suspicion.close()


def test_theme_and_templates_are_tried_apart(tmp_path: Path) -> None:
    """So the right thing is blamed."""
    theme = write_theme(tmp_path, "p { color: red }")
    templates = write_templates(tmp_path, article="{{ titel }}")
    suspicion = Suspicion(Edition(theme=theme, templates=templates), Workers(trusted=True))
    first, second = suspicion.trials
    assert (first.where, first.edition) == (theme, Edition(theme=theme))
    assert (second.where, second.edition) == (templates, Edition(templates=templates))
    suspicion.note(time_error(60))
    with pytest.raises(ThemeError, match="titel") as caught:
        suspicion.close()
    assert templates in caught.value.where


@pytest.mark.parametrize("element", ["dl", "sub", "aside", "mark", "figcaption", "[dir=rtl]"])
def test_a_theme_is_to_blame_whatever_element_fails(tmp_path: Path, element: str) -> None:
    """WeasyPrint fails on the element of the sample article."""
    suspicion = suspect(write_theme(tmp_path, f"{element} {{ display: block; line-clamp: 0 }}"))
    suspicion.note(time_error(60))
    with pytest.raises(ThemeError, match="no article can be printed"):
        suspicion.close()


def test_the_error_names_the_theme_and_what_became_of_the_sample() -> None:
    """A user who set no limit of five seconds reads of none."""
    trial = Trial("ours.css", "theme", Edition())
    assert str(trial.blame(time_error(5))) == (
        "the theme ours.css: no article can be printed; the printing of a short sample article,"
        " too, did not end\n  Take out the last changes, or print without the theme."
    )
    told = str(trial.blame(PressError("no room", where="ours.css:3")))
    assert "too, failed: ours.css:3: no room\n" in told


@pytest.mark.parametrize("theme", [one.name for one in themes()])
def test_the_sample_is_printed_with_every_theme_of_printkits(theme: str) -> None:
    """Nothing of the sample is strange."""
    assert print_sample(Trial(theme, "theme", Edition(theme=theme))) is None


def test_where_limits_are_too_low_for_any_article_no_theme_is_blamed(tmp_path: Path) -> None:
    """The sample needs more memory than 100 MB, with printkit's own theme too."""
    edition = Edition(theme=write_theme(tmp_path, "p { color: red }"))
    with open_press_room(JobTicket(edition, limits=Limits(memory=100))) as workers:
        suspicion = Suspicion(edition, workers)
        suspicion.note(memory_error(100))
        suspicion.close()


@pytest.mark.slow
def test_a_theme_that_ends_only_by_the_kill_is_to_blame(tmp_path: Path) -> None:
    """The sample does not wait for the end of the patience."""
    edition = Edition(theme=str(write_hostile_theme(tmp_path, "flex everywhere")))
    with open_press_room(JobTicket(edition, limits=Limits(patience=600))) as workers:
        suspicion = Suspicion(edition, workers)
        suspicion.note(time_error(600))
        with pytest.raises(ThemeError, match="did not end") as caught:
            suspicion.note(time_error(600))
    assert caught.value.where == f"the theme {edition.theme}"
