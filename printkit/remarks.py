"""Remarks: observations that did not stop the printing, each with a stable code.

CODES is the only list of the codes, with one sentence for each. The option `--strict` makes every
remark a failure.
"""

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from printkit.text.address_secrets import hide_secrets

# How many removed things a message quotes, and how many characters of each.
_MOST_QUOTED, _QUOTED_MOST = 3, 60
_WORDS = "words"

CODES = {
    # Readers
    "PK201": "The record has a key that is no field; its value was kept in `extra`.",
    "PK202": "A line that belongs to the web page, not to the article, was left out.",
    "PK203": "The encoding of the text was guessed.",
    "PK204": "Characters that cannot be read were replaced.",
    "PK205": "A value was unclear; this is how it was understood.",
    "PK206": "The words that printkit adds, such as “By”, are not in the article's language.",
    "PK207": "The record names no language; this one was recognised.",
    "PK208": "The record says that its article is not to be printed now.",
    "PK209": "The page of a section of a web site was left out, because it has no text.",
    # Copy-editing
    "PK301": "Elements that cannot be printed were removed from the body.",
    "PK302": "A link was removed; its words were kept.",
    "PK303": "A number was lowered to its limit.",
    "PK304": "Addresses of links are not on paper, because the article has too many.",
    # Pictures
    "PK401": "A picture is missing.",
    "PK402": "A picture was not fetched, because the network is off.",
    "PK403": "A picture was refused.",
    "PK404": "A file cannot be read as a picture.",
    "PK405": "A picture has no alternative text.",
    "PK406": "A photograph has no credit.",
    "PK407": "A picture is so tall or so wide that it is printed as a narrow strip.",
    # The press
    "PK501": "A theme, a template or a page has a value or a rule that is not printed as written.",
    "PK502": "No font has these characters.",
    "PK503": "The page asked for a file that was not gathered.",
    "PK504": "The structure tree was left as WeasyPrint made it.",
    "PK505": "A theme sets the paper, or a theme sets or uses a token that printkit does not have.",
    "PK506": "A theme does not import printkit's base.",
    "PK507": "A theme names a font family that has no font.",
    "PK508": "The margins leave no room for text.",
    "PK509": "A table is wider than the page, and was turned, printed in parts or printed as text.",
    "PK510": "A text without a space was broken into lines.",
    # Preflight
    "PK601": "A text of the record is not on paper, not in its place, or cannot be copied.",
    "PK602": "A picture is too coarse for its printed size.",
    "PK603": "Text is cut off or stands outside the page.",
    "PK604": "A picture has no description for screen readers.",
    "PK605": "A page is blank.",
    "PK607": "A filled field is not on paper, but only in the attached record.",
    "PK608": "A part of the body is not on paper, or not in its place, and no remark says so.",
    # Inspection
    "PK606": "An attached record cannot be read.",
    # The issue
    "PK701": "A record was left out by the period, by a filter or by a limit.",
    "PK702": "An article without a date was left out, because the digest has a period.",
    "PK703": "A record was left out, because a newer record has the same article.",
    "PK704": "Words were left off the cover, because they do not fit on one page.",
    "PK705": "A text is cut on the digest's own pages; the article itself has the whole text.",
    "PK706": "The digest's own pages name a record, because they cannot print its words.",
    # Joined PDFs
    "PK711": "Active content was removed from a joined PDF.",
    "PK712": "A joined PDF has no tags, so the file claims neither PDF/UA nor PDF/A.",
    "PK713": "A form or an annotation of a joined PDF was printed as it looked.",
    "PK714": "An annotation of a joined PDF was left out.",
    "PK715": "A joined PDF is damaged and was repaired.",
    "PK716": "The tags of a joined PDF are unchecked, so the file claims neither PDF/UA nor PDF/A.",
    # Imposition
    "PK801": "An imposed file is for printing only.",
}


class Removed(NamedTuple):
    """Something that a record shows and the pages do not have.

    Attributes:
        kind: the kind of thing, such as `button`, `link` or `caption`.
        words: all words as a reader of the record sees them; of a picture or a link, its address.
        place: the names of the innermost elements around the words, the outermost first; may be
            empty.
        times: how often the same was removed.
    """

    kind: str
    words: str
    place: str = ""
    times: int = 1


class Remark(NamedTuple):
    """One observation about a record, a page or a file that did not stop the printing.

    Attributes:
        code: a key of CODES.
        message: one sentence that says what was found.
        record: the record or the joined PDF as the user named it; for a page that the digest
            itself adds, the name of that page, such as `cover`. Empty if the name is unknown.
        field: the field of the record by its dotted name, such as `images.2.caption` or
            `body`; empty if the remark is about no single field.
        page: the page, 0 for none. In an article of a digest, the number that is printed on the
            page; on pages that the digest itself adds, counted from the first page of the part;
            in a file of its own, counted from the first page of the file.
        article: the id prefix of the article, if several articles were printed together;
            else empty.
        file: the picture or the style sheet that the remark is about, by a name or an
            address that is safe to show; else empty.
        removed: everything that is not printed, and that the remark is about; the message
            quotes the first few.
    """

    code: str
    message: str
    record: str = ""
    field: str = ""
    page: int = 0
    article: str = ""
    file: str = ""
    removed: tuple[Removed, ...] = ()

    @property
    def where(self) -> str:
        """Return record and field, file or page as people read them: `week.json: page 3`."""
        page = f"page {self.page}" if self.page else ""
        part = ", ".join(filter(None, (self.field or self.file, page)))
        return ": ".join(filter(None, (self.record, part)))

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        return hide_secrets(f"{self.code} {place}{self.message}")

    def to_json(self) -> dict[str, str | int | list[dict[str, str | int]]]:
        """Return the remark as plain JSON values, for a report; secrets of addresses are hidden."""
        return {
            "code": self.code,
            "message": hide_secrets(self.message),
            "where": hide_secrets(self.where),
            "record": self.record,
            "field": self.field,
            "file": hide_secrets(self.file),
            "page": self.page,
            "removed": [
                {**one._asdict(), "words": hide_secrets(one.words)} for one in self.removed
            ],
        }


def summary(removed: Sequence[Removed]) -> str:
    """Return a line on removed things: how many of each kind, and the first three as quotations.

    For example `2 buttons, 1 picture: “Buy a berth”, “Call us”, “quay.jpg”`.
    """
    counts = Counter[str]()
    for one in removed:
        # A text may have many words.
        size = len(one.words.split()) if one.kind == _WORDS else 1
        counts[one.kind] += one.times * max(size, 1)
    kinds = ", ".join(_counted_removals(count, kind) for kind, count in counts.items())
    quoted = list(dict.fromkeys(_quoted_words(one.words) for one in removed if one.words.strip()))
    more = ", …" if len(quoted) > _MOST_QUOTED else ""
    return f"{kinds}: {', '.join(quoted[:_MOST_QUOTED])}{more}" if quoted else kinds


def _counted_removals(count: int, kind: str) -> str:
    """Return a count with its noun: `1 word`, `2 lines of program`, `3 boxes`."""
    noun, of, whole = kind.partition(" of ")
    if kind == _WORDS:
        noun = "word" if count == 1 else _WORDS
    elif count > 1 and re.search(r"(?:x|ch|sh)$", noun):
        noun = f"{noun}es"
    elif count > 1 and not noun.endswith("s"):
        noun = f"{noun}s"
    return f"{count} {noun}{of}{whole}"


def _quoted_words(words: str) -> str:
    line = " ".join(words.split())
    return f"“{line if len(line) <= _QUOTED_MOST else f'{line[: _QUOTED_MOST - 1]}…'}”"
