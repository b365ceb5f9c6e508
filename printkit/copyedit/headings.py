"""Headings: the levels of a body step down by one, and the headline is not repeated."""

import re

from printkit.article import Article
from printkit.copyedit import tree
from printkit.copyedit.tree import Node
from printkit.copyedit.vocabulary import HEADINGS
from printkit.text.comparing import alike, letters

_DEEPEST = 6
_BY = re.compile(r"^(written )?by ", re.IGNORECASE)


def close_gaps(body: Node) -> None:
    """Close the gaps between levels of headings: from h2 down, none is skipped.

    Sisters stay sisters: only the steps between the levels that are used count.
    """
    above: list[int] = []
    for heading in tree.each(body, *HEADINGS):
        level = int(heading.attrib.pop("data-level", heading.tag[1]))
        while above and above[-1] >= level:
            above.pop()
        above.append(level)
        heading.tag = f"h{min(len(above) + 1, _DEEPEST)}"


def drop_repeats(body: Node, article: Article) -> None:
    """Take off the repeated headline, subheadline and byline, which the page prints above."""
    people = [person.name for person in article.authors]
    bylines = {letters(_BY.sub("", line)) for line in (article.byline or "", " and ".join(people))}
    above = {letters(article.subheadline or ""), *bylines, letters(", ".join(people))} - {""}
    for block in list(body):
        if block.tag == "figure":
            continue
        said = tree.words(block)
        repeats = block.tag in HEADINGS and alike(said, article.headline)
        known = block.tag in (*HEADINGS, "p") and letters(_BY.sub("", said)) in above
        if not (repeats or known) or any(True for _ in block.iter("img")):
            return
        tree.drop(block)
