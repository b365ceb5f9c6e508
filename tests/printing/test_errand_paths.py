"""Paths of errands: a task leaves without paths, and its result names what the user named."""

from pathlib import Path

import pytest

from printkit.edition import Edition
from printkit.edition.ticket import JobTicket
from printkit.errors import ThemeError
from printkit.printing.errand_paths import (
    error_with_users_paths,
    pack_arguments,
    ticket_without_paths,
    with_look,
    with_users_paths,
)
from printkit.remarks import Remark
from printkit.themes.carried_look import CarriedLook

PLACES = (("/tmp/x/theme/a.css", "mine/a.css"), ("/tmp/x/templates", "own"))  # noqa: S108


def test_a_task_of_another_kind_stays_here() -> None:
    """A new kind of task must say how its paths become bytes."""
    with pytest.raises(TypeError, match="a task of str"):
        pack_arguments("/etc/passwd")


def test_a_ticket_leaves_without_paths_and_gets_those_of_the_other_machine(tmp_path: Path) -> None:
    """The name of a theme of printkit is no path."""
    ticket = JobTicket(Edition(theme="mine/a.css", templates="own", roots=(tmp_path,)))
    sent = ticket_without_paths(ticket)
    assert (sent.edition.theme, sent.edition.templates, sent.edition.roots) == ("", None, ())
    there = with_look(sent, CarriedLook("/there/a.css", "/there/own"))
    assert isinstance(there, JobTicket)
    assert (there.edition.theme, there.edition.templates) == ("/there/a.css", "/there/own")
    assert ticket_without_paths(JobTicket()) == JobTicket()


def test_remarks_and_errors_name_what_the_user_named() -> None:
    """The folder of the other machine is gone when somebody reads the remark."""
    remark = Remark("PK501", "see /tmp/x/theme/a.css:3", file="/tmp/x/theme/a.css")  # noqa: S108
    assert with_users_paths(remark, PLACES) == Remark(
        "PK501", "see mine/a.css:3", file="mine/a.css"
    )
    error = ThemeError("is broken", where="/tmp/x/templates/article.html:1")  # noqa: S108
    assert error_with_users_paths(error, PLACES).where == "own/article.html:1"
    assert with_users_paths(b"/tmp/x/templates", PLACES) == b"/tmp/x/templates"
