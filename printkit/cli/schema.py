"""`printkit schema`: the fields that a record may have, as JSON Schema."""

import click

from printkit.cli.standard_output import say
from printkit.cli.terminal import write_json


@click.command("schema")
def command() -> None:
    """Print the JSON Schema of an article's record."""
    from printkit.article import schema

    say(write_json(schema()))
