"""What comes back of a strange file: a plain value, for those without the engine too."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Sanitised:
    """Pages that do nothing but show themselves.

    Attributes:
        pdf: the new file's bytes.
        page_count: how many pages.
        title: from the old file's metadata; may be empty.
        tagged: whether the structure tree came along, whole.
        taken_out: names of the active things that stayed behind.
        drawn: how many annotations of each kind became part of their page.
        dropped: how many of each kind did not.
        mended: whether something in the file was broken and was read all the same.
    """

    pdf: bytes
    page_count: int
    title: str
    tagged: bool
    taken_out: list[str]
    drawn: dict[str, int]
    dropped: dict[str, int]
    mended: bool = False
