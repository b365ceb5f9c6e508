"""PDFs with attached files.

make_pdf_with_files(("article.json", b"{}"))     a page, and the files that are attached to it
"""

from datetime import UTC, datetime

from weasyprint import Attachment

from tests.support.plain_weasyprint import draw_square, print_plain

DAY = datetime(2019, 9, 13, 8, 30, tzinfo=UTC)
RECORD = {"headline": "Harbour reopens", "byline": "By Ana Ruiz", "body": "<p>On Monday.</p>"}
PAGE = f"""<h1>Harbour reopens</h1><p>By Ana Ruiz</p>
<p>On Monday.</p><img src="{draw_square(60)}" alt="A square" style="width: 20mm">"""


def make_attachment(name: str, data: bytes = b"{}") -> Attachment:
    """Return a file to attach."""
    return Attachment(string=data, name=name, created=DAY, modified=DAY, relationship="Source")


def make_pdf_with_files(*files: tuple[str, bytes], body: str = PAGE) -> bytes:
    """Print a page with these files attached."""
    attachments = [make_attachment(name, data) for name, data in files]
    return print_plain(body, pdf_variant="pdf/a-3a", attachments=attachments)
