"""Lines page by page → the texts that they make up, where texts go on beside each other.

A row of a table may be taller than a page: then each cell goes on on the next page, and the lines
of one cell stand between the lines of another. On each page, the texts still keep their order.
"""

from collections.abc import Sequence

from printkit.preflight.proofreading.letter_string import SHORT

_AHEAD = 300  # texts that are tried for one line


def read_page_by_page(pages: Sequence[Sequence[str]], texts: Sequence[str]) -> set[int]:
    """Return the numbers of the texts that printed lines make up, in their order on each page.

    Args:
        pages: the letters of every line of every page, in reading order.
        texts: the letters of every text, in order.
    """
    open_texts = [number for number, text in enumerate(texts) if text]
    read = [0] * len(texts)
    for page in pages:
        lines = list(filter(None, page))
        at = 0
        for index, line in enumerate(lines):
            for place in range(at, min(at + _AHEAD, len(open_texts))):
                number = open_texts[place]
                if _goes_on(texts[number], read[number], lines, index):
                    read[number] += len(line)
                    at = place
                    break
        open_texts = [number for number in open_texts if read[number] < len(texts[number])]
    return {number for number, text in enumerate(texts) if read[number] == len(text)}


def _goes_on(text: str, read: int, lines: Sequence[str], index: int) -> bool:
    """Tell whether a text goes on with a line.

    A few letters may be a headline or a caption, and no beginning of the text: then the next
    lines must belong to the text, too.
    """
    end = read
    while text.startswith(lines[index], end):
        end += len(lines[index])
        index += 1
        if read or end >= SHORT or end == len(text):
            return True
        if index == len(lines):
            return False
    return False
