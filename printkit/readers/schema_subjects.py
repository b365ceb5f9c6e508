"""Subjects of schema.org: a review goes in, the HTML of the reviewed thing comes out.

A reader must see which thing is rated, who made the thing or said the claim, and when.
"""

from collections.abc import Iterator, Mapping

from printkit.readers.schema_ratings import rating_line
from printkit.readers.schema_texts import as_paragraphs, described, name_of
from printkit.readers.schema_values import each_of, escaped, text_of


def subjects_of(review: Mapping[str, object]) -> str:
    """Return the claim, the reviewed things and the rating of a review as HTML."""
    return "".join(_subjects(review))


def _subjects(review: Mapping[str, object]) -> Iterator[str]:
    if claim := text_of(review.get("claimReviewed")):
        yield f"<blockquote>{as_paragraphs(claim)}</blockquote>"
    things = each_of(review.get("itemReviewed"))
    names = [name_of(one) or text_of(one) for one in things]
    rating = review.get("reviewRating")
    parts = [", ".join(filter(None, names)), rating_line(rating)]
    if line := ": ".join(filter(None, parts)):
        yield f"<p><strong>{escaped(line)}</strong></p>"
    yield from (described(one) for one in things if isinstance(one, Mapping))
    for one in each_of(rating):
        if isinstance(one, Mapping):
            yield as_paragraphs(one.get("ratingExplanation")) + described(one)
