"""Print a snippet as the press does: tagged, repaired, PDF/UA-1."""

from functools import cache
from typing import NamedTuple

import page
import weasyprint
from weasyprint.text.fonts import FontConfiguration

from printkit.press.tagging import repair_tags, watch_boxes
from printkit.remarks import Remark
from tests.support import structure_tree

SQUARE = "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>"
PAGE = """<!DOCTYPE html><html lang="en"><title>A snippet</title>
<style>@page {{ size: A6; margin: 1cm }} img {{ image-rendering: crisp-edges }} {css}</style>
<body>{body}"""


class PrintedSnippet(NamedTuple):
    """A printed snippet."""

    pdf: bytes
    remarks: tuple[Remark, ...]

    @property
    def outline(self) -> str:
        """Return the tree below /Document in one line."""
        return structure_tree.show_tree(self.pdf).removeprefix("Document(").removesuffix(")")

    @property
    def faults(self) -> list[str]:
        """Return the faults that printkit's structure check and page-validation find."""
        report = page.validate_pdf_bytes(self.pdf, profile=page.ValidationProfile.PDF_UA_1)
        broken = [f"{failure.rule_id}: {failure.message}" for failure in report.failures]
        return structure_tree.find_faults(self.pdf) + broken


@cache
def load_fonts() -> FontConfiguration:
    """Return one font configuration for all prints: a new configuration takes half a second."""
    return FontConfiguration()


def print_snippet(body: str, css: str = "") -> PrintedSnippet:
    """Print the body of a page."""
    return print_document(PAGE.format(css=css, body=body))


def print_document(html: str) -> PrintedSnippet:
    """Print a whole document."""
    remarks: list[Remark] = []
    watch_boxes()
    pdf = weasyprint.HTML(string=html).write_pdf(
        pdf_variant="pdf/ua-1",
        font_config=load_fonts(),
        finisher=lambda document, pdf: remarks.extend(repair_tags(document, pdf)),
    )
    return PrintedSnippet(pdf, tuple(remarks))
