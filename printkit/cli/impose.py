"""`printkit impose`: lay the pages of a PDF on sheets, to fold a booklet or to save paper."""

from pathlib import Path

import click

from printkit.cli import files, options
from printkit.cli.interrupts import import_whole
from printkit.cli.limit_choices import choose_limits, limit_options, limits_file
from printkit.cli.overwriting import refuse_same_files
from printkit.cli.standard_input import read_pdf_of_input
from printkit.cli.terminal import print_remark


@click.command("impose")
@click.argument(
    "pdf", type=click.Path(path_type=Path, dir_okay=False, allow_dash=True), metavar="FILE.pdf"
)
@options.output(required=True)
@click.option(
    "--booklet",
    is_flag=True,
    help="Put two pages on each side of a sheet, to fold and stitch.",
)
@click.option(
    "--nup",
    type=click.Choice([2, 4, 6, 8, 9, 16]),
    help="Put so many pages on each side of a sheet, to save paper.",
)
@click.option(
    "--signature",
    type=int,
    metavar="PAGES",
    help="Fold a thick booklet in parts of so many pages, a multiple of 4.",
)
@click.option("--back-cover", is_flag=True, help="Let a booklet's last page be its back cover.")
@click.option("--rtl", is_flag=True, help="Bind on the right, as a Hebrew or Arabic book is.")
@click.option("--paper", metavar="SIZE", help="The size of the sheet: A4, Letter, … or 320x450mm.")
@options.trust
@options.debug
@limit_options
@limits_file
def command(
    pdf: Path,
    output: str,
    booklet: bool,
    nup: int | None,
    signature: int | None,
    back_cover: bool,
    rtl: bool,
    paper: str | None,
    trust: bool,
    patience: float | None,
    memory: int | None,
    config: Path | None,
) -> None:
    """Lay pages out on sheets, to fold a booklet or save paper.

    Print a booklet on both sides of the sheets, and turn the sheets over on the short edge. The
    new PDF is for printing only: it has no links, and a screen reader cannot read it.
    """
    if booklet == (nup is not None):
        raise click.UsageError("give either --booklet or --nup.")
    if nup and (signature is not None or back_cover):
        raise click.UsageError("--signature and --back-cover need --booklet.")
    written = files.find_output(output)
    refuse_same_files([str(pdf)], [written])
    import_whole("printkit.inspect")
    from printkit.imposition import impose

    limits = choose_limits(config, patience, memory)
    made = impose(
        read_pdf_of_input(limits) if str(pdf) == files.STANDARD else pdf,
        written,
        booklet=booklet,
        nup=nup,
        signature=signature,
        back_cover=back_cover,
        rtl=rtl,
        paper=paper,
        trusted=trust,
        limits=limits,
    )
    for remark in made.remarks:
        print_remark(remark)
    files.hand_over(made.pdf, written)
