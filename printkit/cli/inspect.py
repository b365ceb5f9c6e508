"""`printkit inspect`: the contents of a PDF, and the records that are attached to it."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from printkit.cli import options
from printkit.cli.interrupts import import_whole
from printkit.cli.limit_choices import choose_limits, limit_options, limits_file
from printkit.cli.standard_output import say
from printkit.cli.terminal import write_json
from printkit.text.characters import safe_for_terminal

if TYPE_CHECKING:
    from printkit.inspect import Inspection


_PRELOADED = "printkit.inspect"


@click.command("inspect")
@click.argument("pdf", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE.pdf")
@click.option("--json", "as_json", is_flag=True, help="Print everything as JSON.")
@click.option(
    "--extract",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help="Save the records and other attachments in this folder.",
)
@options.trust
@options.debug
@limit_options
@limits_file
def command(
    pdf: Path,
    as_json: bool,
    extract: Path | None,
    trust: bool,
    patience: float | None,
    memory: int | None,
    config: Path | None,
) -> None:
    """List the contents of a PDF, or save its records.

    The list has the metadata, articles, fonts and pictures, and the faults that preflight finds.
    """
    import_whole("printkit.inspect")
    from printkit import inspect
    from printkit.workers.tasks import Workers

    limits = choose_limits(config, patience, memory)
    with (
        inspect.name_file_in_errors(pdf),
        Workers(preload=_PRELOADED, limits=limits, trusted=trust) as workers,
    ):
        data = inspect.bytes_of_pdf(pdf, limits)
        if extract:
            workers.let_write(extract.parent)
            for path in workers.do(inspect.extract, data, extract, limits):
                say(path)
            return
        found = workers.do(inspect.inspect, data, limits)
    if as_json:
        say(write_json(found.to_json()))
        return
    for line in _summary(found):
        say(safe_for_terminal(line))


def _summary(found: "Inspection") -> Iterator[str]:
    """Yield the lines of a short list: metadata, sizes, names, articles and faults of a PDF."""
    size = "{:.0f} x {:.0f} mm".format(*found.paper_size)
    values = {
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
    yield from (f"{label:10} {value}" for label, value in values.items() if value)
    yield from (f"{'article':10} {article.headline}" for article in found.articles)
    yield from (f"{'finding':10} {finding}" for finding in found.findings)
