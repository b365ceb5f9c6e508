"""PDFs with attached files.

pdf_with(("article.json", b"{}"))        a page, and the files that are attached to it
"""

from datetime import UTC, datetime

from weasyprint import Attachment

from tests.support.plain_weasyprint import printed, square

DAY = datetime(2019, 9, 13, 8, 30, tzinfo=UTC)
RECORD = {"headline": "Harbour reopens", "byline": "By Ana Ruiz", "body": "<p>On Monday.</p>"}
PAGE = f"""<h1>Harbour reopens</h1><p>By Ana Ruiz</p>
<p>On Monday.</p><img src="{square(60)}" alt="A square" style="width: 20mm">"""


def file(name: str, data: bytes = b"{}") -> Attachment:
    return Attachment(string=data, name=name, created=DAY, modified=DAY, relationship="Source")


def pdf_with(*files: tuple[str, bytes], body: str = PAGE) -> bytes:
    attachments = [file(name, data) for name, data in files]
    return printed(body, pdf_variant="pdf/a-3a", attachments=attachments)
