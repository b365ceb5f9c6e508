"""Paths of errands: takes the arguments of a task, or its result, and changes the paths within.

Before a task leaves this machine, no path remains in its arguments; where the task is done, the
theme and the templates have paths of that machine. The user reads the paths that the user gave.
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import singledispatch

from printkit.edition.ticket import JobTicket
from printkit.errors import PrintkitError, RecordError
from printkit.prepare import carry_pictures
from printkit.readers import Reading
from printkit.remarks import Remark
from printkit.report import Account, Result
from printkit.themes.carried_look import CarriedLook

Places = Sequence[tuple[str, str]]
"""Pairs of paths: a path of this machine, and the path that the user gave."""


@singledispatch
def pack_arguments(first: object, *_others: object) -> tuple[object, ...]:
    """Return the arguments of a task without paths, with the pictures of each record.

    Args:
        first: the first argument of the task, which says what kind of task this is.
        _others: the other arguments.
    """
    raise TypeError(f"a task of {type(first).__name__} cannot leave this machine")


@pack_arguments.register
def _pack_reading(reading: Reading, ticket: JobTicket) -> tuple[object, ...]:
    return carry_pictures(reading, ticket), ticket_without_paths(ticket)


@pack_arguments.register
def _pack_error(error: RecordError, ticket: JobTicket) -> tuple[object, ...]:
    return error, ticket_without_paths(ticket)


def ticket_without_paths(ticket: JobTicket) -> JobTicket:
    """Return a ticket without the paths of roots, templates and a theme of the user's own."""
    theme = "" if ticket.edition.theme.endswith(".css") else ticket.edition.theme
    return replace(ticket, edition=replace(ticket.edition, theme=theme, templates=None, roots=()))


@singledispatch
def with_look(value: object, _: CarriedLook) -> object:
    """Return an argument of a task with a theme and templates that were unpacked here."""
    return value


@with_look.register
def ticket_with_look(ticket: JobTicket, look: CarriedLook) -> JobTicket:
    """Return a ticket with a theme and templates that were unpacked here."""
    edition = replace(ticket.edition, theme=look.theme, templates=look.templates)
    return replace(ticket, edition=edition)


@singledispatch
def with_users_paths(value: object, _: Places) -> object:
    """Return a result whose texts name the theme and the templates as the user does.

    Args:
        value: a result; values of other kinds stay as they are.
        _: pairs of paths, of this machine and of the user.
    """
    return value


@with_users_paths.register
def _remark(remark: Remark, places: Places) -> Remark:
    return remark._replace(message=_told(remark.message, places), file=_told(remark.file, places))


@with_users_paths.register
def error_with_users_paths(error: PrintkitError, places: Places) -> PrintkitError:
    """Return an error that names the theme and the templates as the user does."""
    error.problems = tuple(_told(one, places) for one in error.problems)
    error.where = _told(error.where, places)
    return error


@with_users_paths.register
def _result(made: Result, places: Places) -> Result:
    return replace(made, remarks=remarks_with_users_paths(made.remarks, places))


@with_users_paths.register
def account_with_users_paths(account: Account, places: Places) -> Account:
    """Return an account that names the theme and the templates as the user does."""
    if account.error:
        error_with_users_paths(account.error, places)
    result = account.result and _result(account.result, places)
    return replace(
        account, remarks=remarks_with_users_paths(account.remarks, places), result=result
    )


def remarks_with_users_paths(remarks: Sequence[Remark], places: Places) -> tuple[Remark, ...]:
    """Return remarks that name the theme and the templates as the user does."""
    return tuple(_remark(one, places) for one in remarks)


def _told(text: str, places: Places) -> str:
    for here, users in places:
        text = text.replace(here, users)
    return text
