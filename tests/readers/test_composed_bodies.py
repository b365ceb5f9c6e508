"""Composed bodies: the words of schema.org's objects are printed, each once, or named."""

from typing import Any

import pytest

import printkit
from printkit.pipeline.checking import check
from printkit.readers import article_from
from printkit.readers.composed_bodies import with_composed_body
from tests.support.printed_articles import read_pages
from tests.support.time_limits import ends_soon

STEP = {"@type": "HowToStep"}
ANSWER = {"@type": "Answer"}
KINDS: list[tuple[dict[str, Any], list[str]]] = [
    (
        {
            "@type": "Review",
            "name": "A fine ferry",
            "reviewBody": "Fast and clean.",
            "itemReviewed": {"@type": "Movie", "name": "The Crossing"},
            "reviewRating": {"ratingValue": 4, "bestRating": 5},
        },
        ["The Crossing: 4 / 5", "Fast and clean."],
    ),
    (
        {
            "@type": "Recipe",
            "name": "Fish soup",
            "recipeIngredient": ["1 kg fish", "2 onions"],
            "recipeInstructions": [
                {
                    "@type": "HowToSection",
                    "name": "The stock",
                    "itemListElement": [{**STEP, "text": "Boil bones."}],
                },
                {**STEP, "name": "Serve", "text": "Add salt."},
            ],
        },
        ["1 kg fish", "2 onions", "The stock", "Boil bones.", "Serve Add salt."],
    ),
    (
        {"@type": "Recipe", "name": "Soup", "recipeInstructions": "Chop.\nBoil for 1 < 2 hours."},
        ["Chop.", "Boil for 1 < 2 hours."],
    ),
    (
        {
            "@type": "HowTo",
            "name": "Mend a net",
            "supply": [{"@type": "HowToSupply", "name": "Twine"}],
            "tool": {"@type": "HowToTool", "name": "Needle"},
            "step": [
                {**STEP, "itemListElement": [{"@type": "HowToTip", "text": "Use wet twine."}]}
            ],
        },
        ["Twine", "Needle", "Use wet twine."],
    ),
    (
        {
            "@type": "FAQPage",
            "name": "Questions",
            "mainEntity": [
                {
                    "@type": "Question",
                    "name": "When does it sail?",
                    "acceptedAnswer": {**ANSWER, "text": "<p>On <b>Monday</b>.</p>"},
                },
                {
                    "@type": "Question",
                    "name": "What is the fare?",
                    "acceptedAnswer": {**ANSWER, "text": "Ten euros."},
                },
            ],
        },
        ["When does it sail?", "On Monday.", "What is the fare?", "Ten euros."],
    ),
    (
        {
            "@type": "QAPage",
            "mainEntity": {
                "@type": "Question",
                "name": "How do I mend a net?",
                "text": "My net is torn.",
                "acceptedAnswer": {**ANSWER, "text": "With twine.", "author": {"name": "Bo Ray"}},
                "suggestedAnswer": [{**ANSWER, "text": "Buy a new one."}],
            },
        },
        ["How do I mend a net?", "My net is torn.", "With twine.", "— Bo Ray", "Buy a new one."],
    ),
    (
        {
            "@type": "LiveBlogPosting",
            "headline": "Storm",
            "liveBlogUpdate": [
                {
                    "headline": "In port",
                    "articleBody": "It stays.",
                    "datePublished": "2024-11-22T09:00:00Z",
                }
            ],
        },
        ["In port", "It stays.", "— 2024-11-22 09:00"],
    ),
    (
        {"@type": "SocialMediaPosting", "text": "We sail on Monday."},
        ["We sail on Monday."],
    ),
    (
        {"@type": "NewsArticle", "headline": "H", "description": "It sails again."},
        ["It sails again."],
    ),
    (
        {
            "@type": "ClaimReview",
            "claimReviewed": "The ferry sank.",
            "reviewBody": "It did not.",
            "reviewRating": {"alternateName": "False"},
        },
        ["The ferry sank.", "False", "It did not."],
    ),
    (
        {"@type": "VideoObject", "name": "Film", "transcript": "Good morning."},
        ["Good morning."],
    ),
    (
        {
            "@type": "ItemList",
            "name": "Isles",
            "itemListElement": [
                {
                    "@type": "ListItem",
                    "position": 1,
                    "item": {"name": "Skye", "description": "Wet."},
                }
            ],
        },
        ["Skye Wet."],
    ),
    (
        {
            "@graph": [
                {"@type": "Organization", "name": "Org"},
                {
                    "@type": "FAQPage",
                    "name": "Questions",
                    "mainEntity": [
                        {
                            "@type": "Question",
                            "name": "Why?",
                            "acceptedAnswer": {"text": "Because."},
                        }
                    ],
                },
            ]
        },
        ["Why?", "Because."],
    ),
]


@pytest.mark.parametrize(("record", "texts"), KINDS)
def test_the_words_are_on_paper(record: dict[str, Any], texts: list[str]) -> None:
    """The parts keep their order, and no remark is false."""
    made = printkit.export({"@context": "https://schema.org", "inLanguage": "en", **record})
    text = " ".join(" ".join(read_pages(made.pdf)).split())
    places = [text.find(one) for one in texts]
    assert -1 not in places, (text, texts)
    assert places == sorted(places)
    assert [one.code for one in made.remarks if one.code not in ("PK205",)] == []


def test_an_own_body_stays_and_repeats_nothing() -> None:
    """A recipe may have a story, a live blog the text of its updates."""
    record = {
        "@type": "Recipe",
        "headline": "Soup",
        "articleBody": "<p>A story. <b>Boil.</b></p>",
        "recipeIngredient": ["1 fish"],
        "recipeInstructions": ["Boil."],
    }
    article, _ = article_from(record, "a")
    assert article.body == "<p>A story. <b>Boil.</b></p><ul><li>1 fish</li></ul>"


def test_the_mark_of_a_paywall_is_no_part_of_the_text() -> None:
    """Many newspapers write such a `hasPart`."""
    part = {"@type": "WebPageElement", "isAccessibleForFree": False, "cssSelector": ".paywall"}
    record = {"@type": "NewsArticle", "headline": "H", "articleBody": "Words.", "hasPart": part}
    assert with_composed_body(record, "a") == (record, [])


def test_values_that_have_no_place_are_named() -> None:
    """The remark quotes the words of each value."""
    step = {"@type": "HowToStep", "text": "Cut.", "url": "https://e.org/s1", "video": {"name": "V"}}
    record = {"@type": "HowTo", "name": "Mend", "step": [step]}
    _, remarks = with_composed_body(record, "a")
    assert [one.code for one in remarks] == ["PK201"]
    assert "'step.url: https://e.org/s1'" in remarks[0].message
    assert "'step.video.name: V'" in remarks[0].message


@pytest.mark.parametrize(
    "record",
    [
        {"headline": "H", "steps": ["One"], "tool": "x", "description": "No body."},
        {"headline": "H", "body": "*Words*", "body_format": "markdown", "recipeIngredient": ["x"]},
        {"@type": "NewsArticle", "headline": "H", "articleBody": "Words."},
    ],
)
def test_other_records_stay_as_they_are(record: dict[str, Any]) -> None:
    """Keys of a site's own may have such names."""
    assert with_composed_body(record, "a") == (record, [])


def test_hostile_records_end_soon() -> None:
    """Deep and long values, and markup in every text."""
    deep: dict[str, Any] = {"name": "x"}
    for _ in range(60):
        deep = {"name": "<b", "itemListElement": [deep]}
    records: list[dict[str, Any]] = [
        {"@type": "HowTo", "name": "H", "step": [deep]},
        {"@type": "HowTo", "name": "H", "step": "<a" * 100_000},
        {"@type": "SocialMediaPosting", "text": "<" * 100_000 + "x"},
        {"@type": "FAQPage", "mainEntity": [{"@type": "Question", "name": "?" * 100_000}]},
    ]
    with ends_soon():
        for record in records:
            with_composed_body(record, "a")


def test_held_back_is_held_back() -> None:
    """A composed text is checked as any other."""
    (account,) = check({"@type": "Review", "reviewBody": "Words.", "draft": True}, "a")
    assert account.status == "refused"


@pytest.mark.parametrize(
    ("language", "labels"),
    [
        ("en", ["Pros", "Light", "Cons", "Dear"]),
        ("de", ["Vorteile", "Light", "Nachteile", "Dear"]),
        ("he", ["יתרונות", "Light", "חסרונות", "Dear"]),
    ],
)
def test_praise_and_faults_have_labels(language: str, labels: list[str]) -> None:
    """Labels are in the language of the article; a fault without a label reads as praise."""
    record = {
        "@type": "Review",
        "headline": "H",
        "inLanguage": language,
        "reviewBody": "Fine.",
        "positiveNotes": {"itemListElement": [{"name": "Light"}]},
        "negativeNotes": {"itemListElement": [{"name": "Dear"}]},
    }
    article, _ = article_from(record, "a")
    places = [article.body.find(one) for one in labels]
    assert -1 not in places
    assert places == sorted(places)


def test_labels_are_in_the_language_of_the_text() -> None:
    """The language is recognised by the words, because no key names a language."""
    text = "Das ist ein sehr gutes Boot, aber es ist leider viel zu teuer für uns alle."
    record = {"@type": "Review", "headline": "Das Boot", "reviewBody": text, "negativeNotes": "x"}
    assert "Nachteile" in article_from(record, "a")[0].body


def test_tools_are_told_from_ingredients() -> None:
    """A list alone needs no label."""
    record = {"@type": "Recipe", "headline": "H", "inLanguage": "en", "recipeIngredient": ["Flour"]}
    assert article_from(record, "a")[0].body == "<ul><li>Flour</li></ul>"
    body = article_from({**record, "tool": "Oven"}, "a")[0].body
    assert body.index("Ingredients") < body.index("Flour") < body.index("Tools")


def test_the_accepted_answer_is_told_from_the_others() -> None:
    """The accepted answer has a label, as in a quiz; an answer alone needs no label."""
    question: dict[str, Any] = {
        "@type": "Question",
        "name": "1 + 1?",
        "acceptedAnswer": {"text": "Two"},
    }
    page = {"@type": "QAPage", "headline": "H", "inLanguage": "fr", "mainEntity": question}
    assert "acceptées" not in article_from(page, "a")[0].body
    question["suggestedAnswer"] = [{"text": "Three"}]
    body = article_from(page, "a")[0].body
    places = [body.index(one) for one in ("Réponses acceptées", "Two", "Autres réponses", "Three")]
    assert places == sorted(places)


@pytest.mark.parametrize("key", ["description", "headline", "abstract", "author"])
def test_a_second_text_of_an_object_is_printed(key: str) -> None:
    """Steps, updates and parts are such objects."""
    one = {"name": "Knead", "text": "Ten minutes.", key: "Other words"}
    for record in ({"step": [one]}, {"liveBlogUpdate": [one]}, {"hasPart": [one]}):
        article, remarks = article_from({"@type": "HowTo", "headline": "H", **record}, "a")
        assert article.body.count("Other words") == 1
        assert remarks == ()


def test_a_summary_that_repeats_the_text_is_not_printed_twice() -> None:
    """Many systems cut the first words of a text as its description."""
    one = {"articleBody": "It burns in the old mill.", "description": "It burns in the…"}
    article, _ = article_from(
        {"@type": "LiveBlogPosting", "headline": "H", "liveBlogUpdate": one}, "a"
    )
    assert article.body == "<p>It burns in the old mill.</p>"
