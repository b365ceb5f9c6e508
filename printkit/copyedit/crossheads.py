"""Crossheads: an edited body goes in, and comes out with headings in the place of bold lines.

Writers who do not know the styles of their program set a crosshead as a paragraph in bold. A
heading is on the page of the text below, in the outline, and in what a screen reader says.
"""

from printkit.article import Article
from printkit.copyedit import tree
from printkit.copyedit.tree import Node
from printkit.copyedit.vocabulary import HEADINGS
from printkit.text.comparing import alike
from printkit.text.patterns import regex
from printkit.wording.words import Words

_LEVEL = "7"  # below every level that a heading of the markup has
_MOST = 80  # characters of a crosshead
_BELOW_LEAST = 24  # characters of the text behind a crosshead in the same paragraph
_NAME_MOST = 4  # words of a name
_BOLD = ("strong", "b")
_STOP = regex(r"[.!?:;,…。！？：，؟।][^.!?:;,…。！？：，؟।\w]*$")
_QUESTION = regex(r"[?？؟]\W{0,3}$")
_TEXT = frozenset(("p", "ul", "ol", "dl", "blockquote", "table", "pre", "figure", "aside"))
_NO_NAME = regex(r"[\d@|©]")


def mark_crossheads(body: Node, article: Article) -> None:
    """Make a heading of each short paragraph in bold that stands above a text.

    A paragraph that ends a sentence is none, nor is a question of an interview, or a byline at
    the beginning. A line that ends with a colon becomes a label, which stays with its text but is
    in no outline.

    Args:
        body: the body in clean blocks; changed in place.
        article: the record, whose authors' names are no crossheads.
    """
    for block in list(body):
        _part_lines(block)
    bold = [block for block in body if _is_bold(block)]
    asked = sum(1 for block in bold if _QUESTION.search(tree.words(block)))
    for block in bold:
        said = tree.words(block)
        if alike(said, article.headline):
            _make_heading(block)  # `headings` drops a repeated headline
        elif not _stands_above_text(block):
            continue
        elif said.endswith((":", "：")):
            block.set("class", "label")
        elif not _STOP.search(said) and asked * 2 <= len(bold) and not _is_byline(block, article):
            _make_heading(block)


def _is_bold(block: Node) -> bool:
    """Tell whether a block is a paragraph of which every word is in bold."""
    if block.tag != "p" or block.get("class") or any(True for _ in block.iter("br", "img")):
        return False
    loose = (block.text, *(one.tail for one in block))
    said = [one for one in block if one.tag != "x-note-ref"]
    return bool(said) and all(map(tree.is_blank, loose)) and all(map(_sets_bold, said))


def _sets_bold(element: Node) -> bool:
    """Tell whether an element sets all its words in bold, itself or through its only child."""
    at: Node | None = element
    while at is not None and at.tag not in _BOLD:
        only = at[0] if len(at) == 1 and tree.is_blank(at.text) else None
        at = only if only is not None and tree.is_blank(only.tail) else None
    return at is not None


def _stands_above_text(block: Node) -> bool:
    said, following = tree.words(block), block.getnext()
    if following is None or len(said) > _MOST or following.tag not in _TEXT:
        return False
    letters = sum(map(str.isalpha, said))
    bold = _is_bold(following) and len(tree.words(following)) <= _MOST
    return letters > 1 and letters > sum(map(str.isdigit, said)) and not bold


def _is_byline(block: Node, article: Article) -> bool:
    """Tell whether a line names who wrote the article, or may do so at the beginning."""
    said = tree.words(block)
    people = [person.name for person in article.authors]
    if any(alike(said, one) for one in (*people, article.byline or "")):
        return True
    before = block.itersiblings(preceding=True)
    if any(one.tag not in ("figure", *HEADINGS) and not _is_bold(one) for one in before):
        return False
    words = said.split()
    opened = Words.of(article.language).opening("byline_openings").match(said)
    named = len(words) <= _NAME_MOST and not any(word[0].islower() for word in words)
    unnamed = not people and not article.byline
    return bool(opened or _NO_NAME.search(said) or (named and unnamed and len(words) > 1))


def _make_heading(block: Node) -> None:
    block.tag = "h2"
    block.set("data-level", _LEVEL)
    for bold in list(block.iter(*_BOLD, "u")):
        tree.unwrap(bold)


def _part_lines(block: Node) -> None:
    """Make a paragraph of each bold line that stands above a text in the same paragraph."""
    if block.tag != "p" or block.get("class"):
        return
    inline = [one for one in block if one.tag != "br" and _sets_bold(one)]
    lines = {one for one in inline if _has_own_line(one) and _prose_below(one) >= _BELOW_LEAST}
    if not lines:
        return
    *pieces, last = _take_pieces(block, lines)
    for piece in pieces:
        paragraph = tree.make("p")
        tree.set_all(paragraph, tree.attributes(block))
        tree.pop(block, "id")
        for part in piece:
            tree.put(paragraph, part)
        block.addprevious(paragraph)
    for part in last:
        tree.put(block, part)


def _take_pieces(block: Node, lines: set[Node]) -> list[list[str | Node]]:
    """Empty a paragraph; return its bold lines, and what stands between these, without breaks."""
    pieces: list[list[str | Node]] = [[]]
    for part in tree.take_apart(block):
        if not isinstance(part, str) and part in lines:
            pieces += [[part], []]
        elif pieces[-1] or not _is_break(part):
            pieces[-1].append(part)
    for piece in pieces:
        while piece and _is_break(piece[-1]):
            piece.pop()
    return [piece for piece in pieces if piece]


def _is_break(part: str | Node) -> bool:
    return tree.is_blank(part) if isinstance(part, str) else part.tag == "br"


def _has_own_line(bold: Node) -> bool:
    before, after, around = bold.getprevious(), bold.getnext(), bold.getparent()
    loose = before.tail if before is not None else around.text if around is not None else ""
    begins = tree.is_blank(loose) and (before is None or before.tag == "br")
    ends = tree.is_blank(bold.tail) and after is not None and after.tag == "br"
    return begins and ends and not _STOP.search(tree.words(bold))


def _prose_below(bold: Node) -> int:
    """Return how many characters the next line has; 0 if no sentence ends there."""
    line_break = bold.getnext()
    said = [] if line_break is None else [line_break.tail or ""]
    for one in line_break.itersiblings() if line_break is not None else ():
        if one.tag == "br":
            break
        said += [tree.text(one), one.tail or ""]
    line = tree.fold_space("".join(said))
    return len(line) if _STOP.search(line) else 0
