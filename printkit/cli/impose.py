"""`printkit impose`: pages on sheets, for folding or to save paper."""

import sys
from pathlib import Path

import click

from printkit.cli import files
from printkit.cli.telling import tell_remark


@click.command("impose")
@click.argument(
    "pdf", type=click.Path(path_type=Path, dir_okay=False, allow_dash=True), metavar="FILE.pdf"
)
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    required=True,
    help="The PDF to write; - for standard output.",
)
@click.option(
    "--booklet",
    is_flag=True,
    help="Two pages a side, to print on both, fold and stitch.",
)
@click.option(
    "--nup",
    type=click.Choice([2, 4, 6, 8, 9, 16]),
    help="So many pages a side, to save paper.",
)
@click.option(
    "--signature",
    type=int,
    metavar="PAGES",
    help="Of a thick booklet: how many pages are folded together, a multiple of 4.",
)
@click.option("--back-cover", is_flag=True, help="Blank pages come before a booklet's last page.")
@click.option("--rtl", is_flag=True, help="Bound on the right, as a Hebrew or Arabic book is.")
@click.option("--paper", metavar="SIZE", help="The sheet: A4, Letter, … or 320x450mm.")
def command(
    pdf: Path,
    output: str,
    booklet: bool,
    nup: int | None,
    signature: int | None,
    back_cover: bool,
    rtl: bool,
    paper: str | None,
) -> None:
    """Lay pages out on sheets, to fold a booklet or save paper.

    A booklet's sheets are printed on both sides, turned over on the short edge. What comes out
    is for printing alone: it has no links and cannot be read aloud.
    """
    if booklet == (nup is not None):
        raise click.UsageError("give either --booklet or --nup.")
    if nup and (signature is not None or back_cover):
        raise click.UsageError("--signature and --back-cover are of a --booklet.")
    written = files.output(output)
    files.refuse_clashes([str(pdf)], [written])
    from printkit.imposition import impose

    made = impose(
        sys.stdin.buffer.read() if str(pdf) == files.STANDARD else pdf,
        written,
        booklet=booklet,
        nup=nup,
        signature=signature,
        back_cover=back_cover,
        rtl=rtl,
        paper=paper,
    )
    for remark in made.remarks:
        tell_remark(remark)
    files.hand_over(made.pdf, written)
