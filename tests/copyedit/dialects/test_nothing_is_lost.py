"""Bodies that chance has made of the marks of all dialects lose no word unseen."""

import pytest

import printkit
from tests.support.fuzzed_dialects import make_dialects
from tests.support.printed_articles import keep_letters, read_aloud
from tests.support.quick_cases import mark_slow


@pytest.mark.parametrize("seed", mark_slow(range(30), but=range(0, 30, 3)))
def test_every_word_is_printed_or_named(seed: int) -> None:
    """Preflight finds no lost word that a remark lacks."""
    made = make_dialects(seed)
    record = {"headline": "HEAD", "body": made.body, "body_format": "markdown", "language": "en"}
    printed = printkit.export(record, name="fuzzed")
    told = [one.words for remark in printed.remarks for one in remark.removed]
    told += [remark.file for remark in printed.remarks]
    known = keep_letters(read_aloud(printed.pdf) + " ".join(told)).casefold()
    assert [word for word in made.words if word not in known] == []
    assert [str(one) for one in printed.remarks if one.code in ("PK601", "PK608")] == []
