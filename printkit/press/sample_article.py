"""A sample article: an article with every element that clean copy can have, and nothing strange.

The elements and classes are those of `copyedit/vocabulary.py`; a test compares both. The body is
the file beside this module.
"""

from pathlib import Path

from printkit.article import Article
from printkit.edition.limits import MB
from printkit.files.opening import read_text_file

SAMPLE = Article(
    headline="A sample article",
    kicker="Trial",
    subheadline="This article has a bit of everything, and nothing strange.",
    authors=["Ann Lee", "Ben Ruiz"],
    source="The Sample",
    date_published="2026-01-02",
    url="https://example.org/sample",
    language="en",
    body=read_text_file(Path(__file__).with_suffix(".html"), MB),
)
