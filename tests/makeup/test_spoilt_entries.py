"""Spoilt entries: an article whose words fail on the own pages does not end the digest."""

from pathlib import Path
from typing import Any

import pytest

import printkit
from printkit.errors import ThemeError
from printkit.themes import TEMPLATES
from tests.support.own_templates import write_templates
from tests.support.printed_articles import read_pages

# The value that each template prints as the headline.
VALUES = {"contents": "entry.title", "sources": "one.title", "furniture": "running.title"}


def record(headline: str) -> dict[str, str]:
    """Return a record whose article has the word “quay”."""
    return {"headline": headline, "body": f"<p>At the quay, {headline}.</p>", "language": "en"}


def digest_failing_on(word: str, name: str, folder: Path, *headlines: str) -> printkit.Digest:
    """Print a digest with a template of a user's own that fails on headlines with a word."""
    whole, value = (TEMPLATES / f"{name}.html").read_text(encoding="utf-8"), VALUES[name]
    fails = f"{{{{ 1 // 0 if '{word}' in {value} else '' }}}}"
    template = whole.replace(f"{{{{ {value}", f"{fails}{{{{ {value}")
    choices: dict[str, Any] = {"templates": write_templates(folder, **{name: template})}
    records = [record(one) for one in headlines]
    return printkit.digest(records, title="Week", language="en", cache=False, **choices)


@pytest.mark.parametrize("name", VALUES)
def test_the_record_stands_for_words_that_fail(name: str, tmp_path: Path) -> None:
    """The pages of the article are printed whole; its neighbours keep their lines."""
    made = digest_failing_on("Cursed", name, tmp_path, "Ships", "Cursed Words", "Grain", "Tides")
    assert [one.status for one in made.accounts] == ["ok"] * 4
    (remark,) = (one for one in made.remarks if one.code == "PK706")
    assert remark.record == "record 2"
    assert "division" in remark.message
    text = " ".join(read_pages(made.pdf))
    assert text.count("At the quay, Cursed Words") == 1
    assert text.count("Grain") > 2


def test_a_template_that_fails_on_every_article_is_named(tmp_path: Path) -> None:
    """No article is at fault."""
    with pytest.raises(ThemeError, match=r"contents\.html"):
        digest_failing_on("s", "contents", tmp_path, "Ships", "Grains", "Tides")
