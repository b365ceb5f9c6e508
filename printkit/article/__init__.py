"""Article: the fields of a record go in, a frozen value with our field names comes out.

A field has the name of the schema.org term in snake_case, or else of the IPTC term. camelCase
and words of newsrooms (`dek`, `standfirst`) are understood on input.

value.py        the base of all these values: frozen, with several spellings of keys
field_types.py  the types of the fields: a line of text, names, a web address
moments.py      dates and moments
status.py       whether a newsroom lets an article be printed
details.py      person, source, place, correction
image.py        a picture with caption, credit and rights
article.py      the article
json_schema.py  the JSON Schema of a record
file_names.py   the names of articles' files; output_patterns.py names them as a user wishes
"""

from printkit.article.article import Article
from printkit.article.details import Correction, Person, Place, Source
from printkit.article.field_types import (
    FilledLine,
    LanguageTag,
    NumberedLine,
    SingleLine,
    WebAddress,
)
from printkit.article.image import Image
from printkit.article.json_schema import schema
from printkit.article.moments import Moment
from printkit.article.status import status_word
from printkit.article.value import Value

__all__ = [
    "Article",
    "Correction",
    "FilledLine",
    "Image",
    "LanguageTag",
    "Moment",
    "NumberedLine",
    "Person",
    "Place",
    "SingleLine",
    "Source",
    "Value",
    "WebAddress",
    "schema",
    "status_word",
]
