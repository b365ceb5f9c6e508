"""`printkit schema`: what a record may say."""

import click

from printkit.cli.telling import as_json


@click.command("schema")
def command() -> None:
    """Print the JSON Schema of an article's record."""
    from printkit.article import schema

    click.echo(as_json(schema()))
