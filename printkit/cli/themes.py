"""`printkit themes`: the themes that come with printkit."""

import click


@click.command("themes")
def command() -> None:
    """List the themes and what each is for."""
    from printkit.themes import themes

    for theme in themes():
        click.echo(f"{theme.name:12} {theme.purpose}")
