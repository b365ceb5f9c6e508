"""Remarks: observations that did not stop the printing, each with a stable code.

Every code is listed in CODES and nowhere else; `--strict` turns remarks into failure.
"""

from typing import NamedTuple

CODES = {
    # Readers
    "PK201": "an unknown key was kept in extra",
    "PK202": "a line of the page's furniture was dropped",
    "PK203": "the text's encoding was guessed",
    "PK204": "unreadable characters were replaced",
    "PK205": "a value was read with a grain of salt",
    # Copy-editing
    "PK301": "elements that cannot be printed were removed",
    "PK302": "a link was removed, its words kept",
    "PK303": "a number was brought down to its limit",
    # Pictures
    "PK401": "a picture is missing",
    "PK402": "a picture was not fetched: the network is off",
    "PK403": "a picture was refused",
    "PK404": "a file is not a picture that can be read",
    "PK405": "a picture has no alternative text",
    "PK406": "a photograph has no credit",
    # The press
    "PK501": "the press remarked on the markup or the style",
    "PK502": "no font has these characters",
    "PK503": "the press asked for something that was not gathered",
    "PK504": "the structure tree was left as the press made it",
    # Preflight
    "PK601": "a filled field is not in the printed text",
    "PK602": "a picture is too coarse for its size",
    "PK603": "text stands outside the page",
    "PK604": "a picture is not described for screen readers",
    "PK605": "a page is blank",
    "PK607": "a filled field is in the file's record only",
    # Inspection
    "PK606": "an attached record cannot be read",
    # The issue
    "PK701": "a record was left out: by the period, a filter or a limit",
    "PK702": "an article without a date was left out of a period",
    "PK703": "a record was left out for a newer one that says the same",
    # Foreign PDFs
    "PK711": "something active was taken out of a joined PDF",
    "PK712": "a joined PDF is not tagged: the file claims neither PDF/UA nor PDF/A",
    "PK713": "a form or a note of a joined PDF was printed as it looked",
    "PK714": "an annotation of a joined PDF was left out",
    "PK715": "a joined PDF is damaged and was mended",
    "PK716": "a joined PDF is tagged, but unchecked: the file claims neither PDF/UA nor PDF/A",
    # Imposition
    "PK801": "an imposed file is for printing alone",
}


class Remark(NamedTuple):
    """One observation about a record, a page or a file that did not stop the printing.

    Attributes:
        code: a key of CODES.
        message: one sentence that says what was found.
        record: the record or the joined PDF as the user named it; for a page that the digest
            itself adds, the name of that page, such as `cover`. Empty if nobody knew the name.
        field: the field of the record by its dotted name, such as `images.2.caption` or
            `body`; empty if the remark is about no single field.
        page: the page, counted from 1 in the pages that were printed together; 0 for none.
        article: the id prefix of the article, if several articles were printed together;
            else empty.
        file: the picture or the style sheet that the remark is about, by a name or an
            address that is safe to show; else empty.
    """

    code: str
    message: str
    record: str = ""
    field: str = ""
    page: int = 0
    article: str = ""
    file: str = ""

    @property
    def where(self) -> str:
        """Name the record and its field, file or page for people: `week.json: page 3`."""
        page = f"page {self.page}" if self.page else ""
        return ": ".join(filter(None, (self.record, self.field or self.file or page)))

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        return f"{self.code} {place}{self.message}"

    def to_json(self) -> dict[str, str | int]:
        """Return the remark as plain JSON values, for a report."""
        return {
            "code": self.code,
            "message": self.message,
            "where": self.where,
            "record": self.record,
            "field": self.field,
            "file": self.file,
            "page": self.page,
        }
