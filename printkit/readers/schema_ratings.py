"""Ratings of schema.org: the rating of a review goes in, the line that a reader sees comes out.

The best number stands behind; `3.5/5`, `85%` and `4 out of 5` say their scale themselves.
"""

from collections.abc import Mapping

from printkit.readers.schema_values import each_of, escaped, text_of
from printkit.text.patterns import regex

# schema.org: “If bestRating is omitted, 5 is assumed.”
_ASSUMED_BEST = "5"
_WITH_SCALE = regex(r"[/%]|\d\D{2,20}\d")
_ON_SCALE = regex(r"[0-4](?:[.,]\d{1,3})?|5(?:[.,]0{1,3})?")
OF_RATING = frozenset(("ratingValue", "bestRating", "alternateName", "reviewAspect"))
"""The keys whose values `rating_line` prints."""


def rating_line(value: object) -> str:
    """Return one rating or several as plain text: `4 / 5`, `Food: 4 / 5, Service: 3 / 5`."""
    if not isinstance(value, list | tuple):
        return _rating(value)
    return ", ".join(filter(None, map(_rating, value)))


def rating_paragraph(value: object) -> str:
    """Return ratings as a line of HTML of their own; empty if there are none."""
    line = rating_line(value)
    return f"<p><strong>{escaped(line)}</strong></p>" if line else ""


def printed_forms(rating: object) -> list[str]:
    """Return the forms in which HTML has the line of one rating; none if the rating has none."""
    line = escaped(_rating(rating))
    befores, behinds = (">", ": ", ", "), ("</strong>", ", ")
    return [f"{one}{line}{end}" for one in befores for end in behinds] if line else []


def _rating(value: object) -> str:
    """Return the aspect, the number with the best number, and the rating in words."""
    if not isinstance(value, Mapping):
        return text_of(value)
    number, best = text_of(value.get("ratingValue")), text_of(value.get("bestRating"))
    # A scale whose worst number is above 5, such as that of German grades, does not end with 5.
    worst = text_of(value.get("worstRating"))
    if not best and _ON_SCALE.fullmatch(number) and (not worst or _ON_SCALE.fullmatch(worst)):
        best = _ASSUMED_BEST
    aspects = [one for one in map(text_of, each_of(value.get("reviewAspect"))) if one]
    whole = f"{number} / {best}" if number and best and not _WITH_SCALE.search(number) else number
    return ": ".join(filter(None, [", ".join(aspects), whole, text_of(value.get("alternateName"))]))
