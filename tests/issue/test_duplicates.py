"""Duplicates are found by address, by id, or by headline and text; the newest version is kept."""

import random
from itertools import permutations

import pytest

from printkit.article import Article
from printkit.issue.duplicates import Duplicate, superseded
from tests.support.time_limits import ends_soon

LEDE = "The ferry to the island will not sail before Thursday, the harbour office said."
REPORT = f"<p>{LEDE}</p><p>Waves of four metres closed the bay, and nets were torn at the pier.</p>"
MORE = "<p>On Friday the first boat left at dawn with mail, bread and nine passengers.</p>"
OTHER = "<p>A new library opens in the old customs house, with a reading room under its roof.</p>"


def article(body: str = REPORT, headline: str = "Ferry delayed", **fields: object) -> Article:
    """Return an article with this body."""
    return Article(headline=headline, body=body, **fields)


def kept(*articles: Article) -> list[int]:
    """Return the places of the articles that are kept."""
    older = superseded(articles, "UTC")
    return [place for place in range(len(articles)) if place not in older]


def test_one_address_is_one_article() -> None:
    """Headline and text may have changed."""
    older = article(url="http://www.example.org/ferry/?utm_source=a", date_modified="2019-09-13")
    newer = article(
        OTHER, "Boats sail", url="https://example.org/ferry", date_modified="2019-09-14"
    )
    assert superseded([older, newer], "UTC") == {0: Duplicate(1, "the same address")}


def test_a_front_page_is_the_address_of_no_article() -> None:
    """The address of a site only says where an article is from."""
    one, other = article(url="https://example.org/"), article(OTHER, "x", url="http://example.org")
    assert kept(one, other) == [0, 1]


def test_an_id_tells_versions_apart_and_not_databases() -> None:
    """An id with a version belongs to an item; an id alone may be the number of a row."""
    first, second = article(id="1", version=1), article(OTHER, "Boats sail", id="1", version=2)
    assert superseded([first, second], "UTC") == {0: Duplicate(1, "the same id")}
    assert kept(article(id="1"), article(OTHER, "Boats sail", id="1")) == [0, 1]
    other_paper = article(OTHER, "x", id="1", version=2, source="The Other Paper")
    assert kept(first, other_paper) == [0, 1]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ferry delayed", "FERRY  delayed!"),
        ("“Ferry” delayed", '"Ferry": delayed'),
        ("Ｆｅｒｒｙ delayed", "Ferry delayed"),
        ("Straße zu", "STRASSE ZU"),
        ("渡し船が遅れる", "渡し船が、遅れる。"),
        ("?!", "?!"),
    ],
)
def test_headlines_are_compared_by_their_words(one: str, other: str) -> None:
    """Case, width, punctuation and spaces make no difference."""
    assert len(kept(article(headline=one), article(headline=other))) == 1


def test_the_same_headline_over_another_text_is_another_article() -> None:
    """`Letters`, `Weather` and `Corrections` are in every issue."""
    assert kept(article(headline="Letters"), article(OTHER, "Letters")) == [0, 1]
    assert kept(article(OTHER, "?!"), article(headline="?")) == [0, 1]


def test_the_same_text_under_another_headline_is_another_article() -> None:
    """A desk gives a text another headline on purpose."""
    assert kept(article(headline="Ferry delayed"), article(headline="Bay closed")) == [0, 1]


def test_a_flash_gives_way_to_the_report() -> None:
    """A short text within a longer text is its older version; markup does not count."""
    flash = article(f"{LEDE}", body_format="text")
    report = article(REPORT.replace("ferry", "<b>ferry</b>").replace(",", "&#44;") + MORE)
    told = {0: Duplicate(1, "the same headline and much the same text")}
    assert superseded([flash, report], "UTC") == told


def test_a_text_that_was_edited_is_the_same() -> None:
    """Some words and sentences may change; if half of the text changes, there are two articles."""
    edited = article(REPORT.replace("Thursday", "Friday") + MORE)
    assert len(kept(article(), edited)) == 1
    half = article(f"<p>{LEDE}</p>" + OTHER)
    assert kept(article(), half) == [0, 1]


def test_scripts_without_spaces_are_compared_by_their_characters() -> None:
    """Japanese, Chinese and Thai write no spaces between words."""
    japanese = (
        "港の事務所によると、島への渡し船は木曜日まで運航されない。波の高さは四メートルに達した。"
    )
    other = "古い税関の建物に新しい図書館が開館し、屋根の下には閲覧室が設けられている。"
    assert len(kept(article(japanese), article(japanese + other))) == 1
    assert kept(article(japanese), article(other)) == [0, 1]
    thai = "เรือข้ามฟากไปเกาะจะไม่ออกก่อนวันพฤหัสบดีเพราะคลื่นสูงสี่เมตร"
    assert len(kept(article(thai), article(thai.replace("สี่", "ห้า")))) == 1


def test_pictures_without_words_are_told_apart_by_their_files() -> None:
    """`Picture of the day` has another picture each day."""
    monday, tuesday = (article("", images=[f"{day}.jpg"]) for day in ("monday", "tuesday"))
    assert kept(monday, tuesday) == [0, 1]
    assert len(kept(monday, article("<p> </p>", images=["monday.jpg"]))) == 1


def test_of_equal_articles_the_first_is_kept() -> None:
    """A record that came in twice is printed once."""
    assert kept(*[article()] * 4) == [0]


def test_what_says_the_same_by_way_of_another_is_one_article() -> None:
    """One pair has the same address, the next pair the same text; the order makes no difference."""
    chain = [
        article(url="https://example.org/ferry"),
        article(OTHER, "Library opens", url="https://example.org/ferry#top"),
        article(OTHER + MORE, "Library opens!"),
        article(MORE, "Unlike"),
    ]
    for order in permutations(chain):
        assert [order[place] for place in sorted(kept(*order), key=lambda n: order[n].body)] == [
            chain[2],
            chain[3],
        ]


def test_an_articles_body_is_not_read_in_vain() -> None:
    """Thousands of long articles are compared quickly, and two hundred under one headline."""
    chance = random.Random(3)
    words = [f"word{n}" for n in range(5_000)]
    bodies = [" ".join(chance.choices(words, k=2_000)) for _ in range(200)]
    apart = [article(bodies[n % 200], f"Story {n}") for n in range(10_000)]
    with ends_soon():
        assert superseded(apart, "UTC") == {}
        assert superseded([article(body, "Weather") for body in bodies], "UTC") == {}


def test_hostile_bodies_are_compared_in_time() -> None:
    """The bodies have open brackets, ampersands, or ten million characters."""
    bodies = ["<" * 500_000, "&" * 500_000, "a " * 3_000_000, "字" * 1_000_000]
    with ends_soon():
        superseded([article(body) for body in bodies], "UTC")


def test_a_notice_makes_no_duplicates_of_those_it_names() -> None:
    """Each article is compared with the notice alone; newer articles and other articles stay."""
    weather = [
        Article(
            headline="Weather", body=f"<p>Rain in port {n}.</p>", date_published=f"2019-09-1{n}"
        )
        for n in range(3)
    ]
    day = {"date_published": "2019-09-11T12:00:00Z"}
    draft = Article(headline="Weather", status="withheld")
    kill = Article(headline="Weather", status="canceled", **day)
    assert superseded([*weather, draft], "UTC") == {}
    told = Duplicate(3, "the same headline")
    assert superseded([*weather, kill], "UTC") == {0: told, 1: told}

    def ferry(source: str, moment: str) -> Article:
        words = f"<p>The {source} has words of its own.</p>"
        given = {"id": "7", "source": {"name": source}, "date_published": moment}
        return Article(headline=source, body=words, **given)

    both = [ferry("Herald", "2019-09-10"), ferry("Ledger", "2019-09-13")]
    notice = Article(headline="7", id="7", status="canceled", **day)
    assert superseded([*both, notice], "UTC") == {0: Duplicate(2, "the same id")}
    of_a_day = Article(headline="7", id="7", status="canceled", date_published="2019-09-12")
    assert superseded([*both, of_a_day], "UTC") == {0: Duplicate(2, "the same id")}
