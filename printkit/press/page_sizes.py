"""Remark on pages that are larger than their sheet, because their margins leave no room for text.

Takes a laid out `weasyprint.Document`, gives remarks. WeasyPrint makes such a page larger than its
sheet, and logs nothing.
"""

from collections.abc import Iterator

from printkit.press.loading import weasyprint
from printkit.remarks import Remark
from printkit.themes import Theme

_PIXEL = 25.4 / 96  # in millimetres, CSS Values 3, 6.2


def oversize_pages(document: weasyprint.Document, theme: Theme) -> Iterator[Remark]:
    """Yield one remark if a page has no room between its margins.

    Args:
        document: a document that was laid out.
        theme: that the document is printed with.
    """
    for page in document.pages:
        box = page._page_box
        if min(box.width, box.height) < 1:
            sheet, printed = box.style["size"], (box.margin_width(), box.margin_height())
            message = (
                f"the margins leave no room for text on a sheet of {_millimetres(sheet)}; "
                f"the page is printed with {_millimetres(printed)}; set smaller margins"
            )
            yield Remark("PK508", message, file=theme.files[0].name if theme.files else theme.name)
            return


def _millimetres(size: tuple[float, ...]) -> str:
    return f"{' × '.join(f'{side * _PIXEL:.0f}' for side in size)} mm"
