"""The counter: takes the order, calls the pipeline, reports; owns click and rich.

Nothing heavier than click is imported before a command needs it; a command itself, with all
that its options need, is imported when it is called.
"""

import errno
import os
import sys
from contextlib import suppress
from importlib import import_module
from typing import Any, cast

import click

from printkit.errors import EditionError, EmptyIssueError, OutputError, PrintkitError, ThemeError

# What each command does, as its own help begins.
_COMMANDS = {
    "export": "Print each RECORD to a PDF.",
    "digest": "Print all articles, bound into one PDF.",
    "impose": "Lay pages out on sheets, to fold a booklet or save paper.",
    "inspect": "Say what is inside a PDF, and give its records back.",
    "check": "Say what an export would remark on; print nothing.",
    "themes": "List the themes and what each is for.",
    "schema": "Print the JSON Schema of an article's record.",
    "doctor": "Say what this machine lacks for printing.",
}


class Deferred(click.Command):
    """A command that is known by its name and one line, and imported when it is called.

    It is `command` in the module of its name.
    """

    def make_context(
        self,
        info_name: str | None,
        args: list[str],
        parent: click.Context | None = None,
        **extra: Any,
    ) -> click.Context:
        """Let the command itself read its arguments, and be the one that is invoked."""
        command = cast("click.Command", import_module(f"printkit.cli.{self.name}").command)
        return command.make_context(info_name, args, parent, **extra)


class Counter(click.Group):
    """A group whose commands may raise any PrintkitError: one clear account, and exit 1 or 2."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
            return result
        except PrintkitError as error:
            from printkit.cli.telling import clean

            told = clean(f"{error} [{error.code}]")
            # What was ordered is wrong, rather than what was read.
            wrong = isinstance(error, EditionError | ThemeError)
            misused = wrong and not isinstance(error, EmptyIssueError)
            raise (click.UsageError if misused else click.ClickException)(told) from error
        except OSError as error:
            # All other files are written and read behind errors of ours.
            if error.errno == errno.EPIPE:
                raise
            _give_up_standard_output()
            told = f"standard output could not be written: {error.strerror} [{OutputError.code}]"
            raise click.ClickException(told) from error
        except KeyboardInterrupt:
            click.echo("interrupted", err=True)
            ctx.exit(130)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """In the order in which they are wanted."""
        return list(self.commands)


def _give_up_standard_output() -> None:
    """What could not be written is not tried once more when the process ends."""
    with suppress(OSError), open(os.devnull, "wb") as nothing:
        os.dup2(nothing.fileno(), sys.stdout.fileno())


@click.group(
    cls=Counter,
    commands=[Deferred(name, help=line) for name, line in _COMMANDS.items()],
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(package_name="printkit")
def main() -> None:
    """Print articles to paginated, tagged PDF files."""
