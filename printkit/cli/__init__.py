"""The command line: options → calls of the pipeline → paths, remarks, exit code; owns click.

Only click is imported to show the help or the list of commands. A command, with all that it needs,
is imported when it is called.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import NoReturn, cast

import click

from printkit.cli.interrupts import ignore_signals, interrupt_code, leave, raised_signals
from printkit.errors import EditionError, EmptyIssueError, PrintkitError, ThemeError
from printkit.files.haste import begin_haste, end_haste
from printkit.workers.held_signals import release_signals

# The commands, each with the first line of its help.
_COMMANDS = {
    "export": "Print each RECORD to a PDF.",
    "digest": "Print all articles, bound into one PDF.",
    "report": "Write the report of the last run of `printkit export -d DIR`.",
    "impose": "Lay pages out on sheets, to fold a booklet or save paper.",
    "inspect": "List the contents of a PDF, or save its records.",
    "check": "Show the remarks on records, and print no PDF.",
    "themes": "List the themes, each with its purpose.",
    "limits": "List the limits of work, each with its default.",
    "schema": "Print the JSON Schema of an article's record.",
    "doctor": "Check the libraries and fonts that printing needs.",
}


@contextmanager
def _help_written() -> Iterator[None]:
    """Say that standard output could not be written, if click shows a help in this block.

    Raises:
        ClickException: standard output cannot be written, as on a full disk.
    """
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        from printkit.cli.standard_output import not_written

        fault = not_written(error)
        raise click.ClickException(f"{fault} [{fault.code}]") from error


class LazyCommand(click.Command):
    """A command that is imported when it is called; its name and its first line of help are here.

    The command itself is `command` in the module of the same name.
    """

    def make_context(
        self,
        info_name: str | None,
        args: list[str],
        parent: click.Context | None = None,
        **extra: object,
    ) -> click.Context:
        """Import the command and let it read the arguments, so that click invokes it."""
        from printkit.cli.owed_report import is_report_asked

        command = cast("click.Command", import_module(f"printkit.cli.{self.name}").command)
        with _help_written():
            context = command.make_context(info_name, args, parent, **extra)
        if not is_report_asked(context):
            release_signals()
        return context


class CommandGroup(click.Group):
    """A group of commands; a PrintkitError ends as one message and exit code 1, or 2 for misuse."""

    def make_context(
        self,
        info_name: str | None,
        args: list[str],
        parent: click.Context | None = None,
        **extra: object,
    ) -> click.Context:
        """Read the arguments before the name of the command; show the help or the version."""
        with _help_written():
            return super().make_context(info_name, args, parent, **extra)

    def invoke(self, ctx: click.Context) -> object:
        """Run a command, and turn its errors into messages and exit codes."""
        try:
            with raised_signals():
                return self._invoke_until_signal(ctx)
        except PrintkitError as error:
            if code := interrupt_code():
                click.echo(_told(error), err=True)
                _leave_interrupted(ctx, code)
            _write_owed_report(ctx, error)
            raise _as_message(error) from error
        except KeyboardInterrupt as error:
            for note in getattr(error, "__notes__", ()):
                click.echo(note, err=True)
            _leave_interrupted(ctx, interrupt_code() or 130)
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except Exception as error:
            known = _as_known(error)
            _write_owed_report(ctx, known)
            raise _as_message(known) from error

    def _invoke_until_signal(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        finally:
            if interrupt_code():
                ignore_signals()

    def list_commands(self, _: click.Context) -> list[str]:
        """Return the commands in the order in which people need them."""
        return list(self.commands)


def _write_owed_report(context: click.Context, ended: PrintkitError | None = None) -> None:
    from printkit.cli.owed_report import write_owed_report

    try:
        write_owed_report(context, ended)
    except PrintkitError as error:
        click.echo(_told(error), err=True)


def _as_message(error: PrintkitError) -> click.ClickException:
    """Return an error as click tells it, with its exit code; write its traceback, if asked."""
    from printkit.cli.debugging import write_traceback

    write_traceback(error)
    kind = click.UsageError if _is_misuse(error) else click.ClickException
    return kind(_told(error))


def _told(error: PrintkitError) -> str:
    from printkit.text.characters import safe_for_terminal

    # The message quotes the record, and may hold escape sequences for the terminal.
    return safe_for_terminal(f"{error} [{error.code}]")


def _leave_interrupted(context: click.Context, code: int) -> NoReturn:
    click.echo("interrupted", err=True)
    begin_haste()
    try:
        _write_owed_report(context)
    finally:
        end_haste()
    leave(code)


def _as_known(error: Exception) -> PrintkitError:
    """Return the error of a full disk, or of a bug, for an error that printkit does not expect."""
    from printkit.files.lack_of_space import is_lack_of_space, scratch_error
    from printkit.workers.door import unexpected

    if isinstance(error, OSError) and is_lack_of_space(error):
        return scratch_error(error)
    return unexpected(error)


def _is_misuse(error: PrintkitError) -> bool:
    """Tell whether the options are wrong, rather than the records."""
    wrong_choice = isinstance(error, EditionError | ThemeError)
    return wrong_choice and not isinstance(error, EmptyIssueError)


@click.group(
    cls=CommandGroup,
    commands=[LazyCommand(name, help=line) for name, line in _COMMANDS.items()],
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(package_name="printkit-press")
def main() -> None:
    """Print articles to paginated, tagged PDF files."""
