"""Names of files that are safe on every system."""

import random
import re
from datetime import UTC, date, datetime
from typing import Any

import pytest

from printkit.article import Article
from printkit.article.file_names import file_name, names_for

SAFE_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\.pdf")
WINDOWS_DEVICE = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])\.pdf")


def article(headline: str, **fields: Any) -> Article:
    """Return an article with this headline."""
    return Article.model_validate({"headline": headline, "body": "<p>Words.</p>"} | fields)


@pytest.mark.parametrize(
    ("headline", "published", "name"),
    [
        ("Netanyahu, Putin meet", date(2019, 9, 13), "2019-09-13-netanyahu-putin-meet.pdf"),
        (
            "The Mayor’s “plan”",
            datetime(2019, 9, 13, 23, 59, tzinfo=UTC),
            "2019-09-13-the-mayors-plan.pdf",
        ),
        ("Cádiz & Łódź", None, "cadiz-lodz.pdf"),
        ("Встреча в Сочи", None, "vstrecha-v-sochi.pdf"),
        ("../../etc/passwd", None, "etc-passwd.pdf"),
        ("--output=-rf .", None, "output-rf.pdf"),
        ("C:\\CON", None, "c-con.pdf"),
        ("word " * 40, None, "-".join(["word"] * 16) + ".pdf"),
        ("w" * 300, None, "w" * 80 + ".pdf"),
    ],
)
def test_a_name_is_the_day_and_the_headline(
    headline: str, published: date | None, name: str
) -> None:
    """The headline is in ASCII, and is cut between words where possible."""
    assert file_name(article(headline, date_published=published)).name == name


@pytest.mark.parametrize("headline", ["NUL", "con", "Com1", "LPT9", "?!", "…"])
def test_a_name_that_is_a_device_or_empty_is_marked(headline: str) -> None:
    """Device names of Windows and headlines without words get eight digits of the identity."""
    assert re.fullmatch(
        r"((nul|con|com1|lpt9)-)?[0-9a-f]{8}\.pdf", file_name(article(headline)).name
    )


def test_twins_are_told_apart_whatever_their_order() -> None:
    """Two articles with one name each get a mark, which does not depend on their order."""
    twins = [article("Harbour opens", id=identity) for identity in ("a", "b")]
    other = article("Harbour closes")
    forth = names_for([*twins, other])
    back = names_for([other, *reversed(twins)])
    assert forth == (back[2], back[1], back[0])
    assert re.fullmatch(r"harbour-opens-[0-9a-f]{8}\.pdf", forth[0])
    assert forth[2] == "harbour-closes.pdf"
    assert len(set(forth)) == 3


def test_one_article_given_twice_gets_two_names() -> None:
    """The second file must not replace the first file."""
    first, second = names_for([article("Harbour opens", id="a")] * 2)
    assert second == first.replace(".pdf", "-2.pdf")


def test_a_mark_that_is_somebody_elses_headline_does_not_collide() -> None:
    """A headline that looks like a marked name keeps its own file name."""
    twins = [article("Harbour", id=identity) for identity in ("a", "b")]
    marked = names_for(twins)[0].removesuffix(".pdf")
    names = names_for([*twins, article(marked)])
    assert names[2] == f"{marked}.pdf"
    assert len(set(names)) == 3


def test_twenty_thousand_titles_make_twenty_thousand_safe_names() -> None:
    """Titles of any characters give short names, without folders, devices or repeats."""
    chance = random.Random(7)
    alphabet = [chr(code) for code in (*range(0x20, 0x180), *range(0x5D0, 0x5EB), 0x1F600)]
    alphabet += ["con", "nul", "..", "/", "\\", ":", "\x00", "\u202e", "\ufffd", " "]
    titles = ["".join(chance.choices(alphabet, k=chance.randint(1, 6))) for _ in range(20_000)]
    articles = [article(f".{title}", id=str(n)) for n, title in enumerate(titles)]
    names = names_for(articles)
    assert len({name.casefold() for name in names}) == 20_000
    assert all(SAFE_NAME.fullmatch(name) and len(name) <= 120 for name in names)
    assert not any(WINDOWS_DEVICE.fullmatch(name) for name in names)
    assert names == names_for(articles)
