"""`printkit inspect`: what is inside a PDF, and its records back."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from printkit.cli.telling import as_json as json_of
from printkit.cli.telling import clean

if TYPE_CHECKING:
    from printkit.inspect import Inspection


@click.command("inspect")
@click.argument("pdf", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE.pdf")
@click.option("--json", "as_json", is_flag=True, help="Everything, as JSON.")
@click.option(
    "--extract",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help="Write the records and other attachments here.",
)
def command(pdf: Path, as_json: bool, extract: Path | None) -> None:
    """Say what is inside a PDF, and give its records back.

    Its metadata, articles, fonts and pictures, and what a reader would stumble over.
    """
    from printkit import inspect

    if extract:
        for path in inspect.extract(pdf, extract):
            click.echo(path)
        return
    found = inspect.inspect(pdf)
    if as_json:
        click.echo(json_of(found.to_json()))
        return
    for line in _summary(found):
        click.echo(clean(line))


def _summary(found: "Inspection") -> Iterator[str]:
    """What a person wants to know of a PDF first."""
    size = "{:.0f} x {:.0f} mm".format(*found.paper_size)
    told = {
        "title": found.title,
        "authors": ", ".join(found.authors),
        "publisher": found.publisher,
        "rights": found.rights,
        "language": found.language,
        "created": found.created,
        "modified": found.modified,
        "source": found.source,
        "claims": ", ".join(found.claims) or "none",
        "pages": f"{found.page_count}, {found.paper} {size}",
        "fonts": ", ".join(font.name for font in found.fonts),
        "pictures": str(len(found.pictures)),
        "attached": ", ".join(one.name for one in found.attachments),
    }
    yield from (f"{label:10} {value}" for label, value in told.items() if value)
    yield from (f"{'article':10} {article.headline}" for article in found.articles)
    yield from (f"{'finding':10} {finding}" for finding in found.findings)
