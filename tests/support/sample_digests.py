"""Issues to make digests of: the records and the choices that `printkit.digest` gets.

load_week()                    the sample week: thirteen articles, one article in two versions
load_corpus()                  all articles of the corpus beside the checkout
make_right_to_left_issue()     a small issue in Hebrew and Arabic
make_linked_issue(50)          small records that link to each other
list_expected_articles(…)      the articles that `find_digest_faults` looks for
"""

import tomllib
from collections.abc import Sequence
from typing import Any, NamedTuple

import printkit
from printkit.article import Article
from printkit.readers import Reading
from printkit.report import Digest
from tests.support.digest_check import ExpectedArticle
from tests.support.paths import CORPUS
from tests.support.sample_records import PICTURE, SOCHI

WEEK = SOCHI.parent / "week"
CONFIG = WEEK / "printkit.toml"


class DigestInput(NamedTuple):
    """The records of a digest, and its choices.

    Attributes:
        records: paths, or records.
        choices: the choices of edition and plan.
    """

    records: list[Any]
    choices: dict[str, Any]

    def with_choices(self, **choices: Any) -> "DigestInput":
        """Return the same records with other choices."""
        return self._replace(choices=self.choices | choices)


def load_week() -> DigestInput:
    """Return the sample week."""
    choices = tomllib.loads(CONFIG.read_text(encoding="utf-8"))["digest"]
    choices["cover_picture"] = str(WEEK / choices["cover_picture"])
    return DigestInput([WEEK, SOCHI], choices)


def load_corpus() -> DigestInput:
    """Return forty-three real articles; no articles if the corpus is missing."""
    return DigestInput(sorted(CORPUS.glob("articles/*.json")), {"title": "All of them"})


def make_right_to_left_issue() -> DigestInput:
    """Return three articles in Hebrew and Arabic; two articles link to each other."""
    harbour = {
        "headline": "הנמל נפתח מחדש",
        "subheadline": "אחרי ארבעים שנה נכנסה האונייה הראשונה",
        "authors": ["דנה לוי"],
        "section": "חדשות",
        "language": "he",
        "date_published": "2019-09-10",
        "url": "https://news.example.org/he/harbour",
        "copyright_notice": "© 2019 הדים",
        "images": [
            {"src": PICTURE, "alt": "רציף ועגורנים", "caption": "הרציף בשפל.", "credit": "מיה לוי"}
        ],
        "body": "<p>האונייה הראשונה נכנסה עם שחר, ובצהריים כבר עמדו שם תשע. "
        'גם <a href="https://news.example.org/ar/bridge">הגשר</a> נסגר השבוע.</p>'
        "<h2>בוקר ארוך</h2>" + "<p>איש על הרציף לא ידע לומר מי חצב את הסלע, 1979 או 1980.</p>" * 60,
    }
    bridge = {
        "headline": "الجسر مغلق هذا الأسبوع",
        "authors": ["سامي خوري"],
        "section": "חדשות",
        "language": "ar",
        "date_published": "2019-09-11",
        "url": "https://news.example.org/ar/bridge",
        "body": '<p>لم يعبره أحد، ولم يمانع أحد. انظر <a href="https://news.example.org/he/harbour">'
        "الميناء</a>.</p><ul><li>ثلاث سفن</li><li>تسع عربات</li></ul>",
    }
    clock = {
        "headline": "השעון שאיחר",
        "section": "תרבות",
        "language": "he",
        "date_published": "2019-09-12",
        "body": "<p>השעון של <span lang='en'>Thornmouth</span> איחר באחת עשרה שניות.</p>",
    }
    return DigestInput([harbour, bridge, clock], {"title": "השבוע", "language": "he"})


def make_linked_issue(count: int) -> DigestInput:
    """Return small records in three sections: each record links to the next.

    The first record has several pages; the first and the second record show the same picture.
    """
    picture = {"src": PICTURE, "alt": "A quay", "caption": "The quay.", "credit": "Mia Lind"}
    records = [
        {
            "headline": f"Report number {number} from the quay",
            "section": ("World", "Home", "Table")[number % 3],
            "date_published": f"2019-09-{9 + number % 7:02}",
            "language": "en",
            "url": f"https://news.example.org/{number}",
            "images": [picture] if number < 2 else [],
            "body": f"<p>Ship {number} came in at dawn, and {number + 1} were waiting. "
            f'See <a href="https://news.example.org/{(number + 1) % count}">the next</a>.</p>'
            + (
                "<h2>The log</h2>" + "<p>It was written up at noon. The wind had gone round, "
                "and nobody could say what the bell was for, nor who had rung it.</p>" * 50
            )
            * (not number),
        }
        for number in range(count)
    ]
    return DigestInput(records, {"title": "The Quay"})


def list_articles(specimen: DigestInput, made: Digest) -> list[Article]:
    """Return the articles that a digest must have, in the order of its accounts."""
    named = [(f"record {number}", record) for number, record in enumerate(specimen.records, 1)]
    read = [one for name, record in named for one in printkit.read(record, name)]
    known = {one.where: one.article for one in read if isinstance(one, Reading)}
    return [known[account.record] for account in made.accounts if account.status == "ok"]


def list_expected_articles(specimen: DigestInput, made: Digest) -> list[ExpectedArticle]:
    """Return the articles with their sections, and the pages that their accounts name."""
    found = list_articles(specimen, made)
    pages = [account.page for account in made.accounts if account.status == "ok"]
    heads = specimen.choices.get("sections") or [one.section for one in found if one.section]
    return [
        ExpectedArticle(_head(article, heads), article.headline, page)
        for article, page in zip(found, pages, strict=True)
    ]


def _head(article: Article, heads: Sequence[str]) -> str:
    """Return the section of an article; "More" if only other articles have a section."""
    if article.section and article.section in heads:
        return article.section
    return "More" if heads else ""
