"""An article whose record names no language gets the language of its text."""

import re

import pypdfium2
import pytest

import printkit
from printkit.article import Article
from printkit.readers import Reading
from printkit.readers.unnamed_language import name_language
from printkit.remarks import Remark
from printkit.wording.attribution import attribution_in
from tests.support.printed_articles import read_pages
from tests.support.quick_cases import mark_slow
from tests.support.unnamed_texts import UNNAMED

PRINTED = [
    "ar",
    "bg",
    "cs",
    "da",
    "de",
    "el",
    "es",
    "fa",
    "fi",
    "fr",
    "he",
    "hi",
    "hu",
    "id",
    "it",
    "ja",
    "ko",
    "lt",
    "pl",
    "pt",
    "ro",
    "ru",
    "sv",
    "th",
    "tr",
    "uk",
    "ur",
    "vi",
    "zh",
    "zh-Hant",
]


def reading(headline: str, body: str, **fields: str) -> Reading:
    """Return an article as it was read."""
    record = {"headline": headline, "body": body, **fields}
    return Reading("a.json", Article.model_validate(record), None, ())


@pytest.mark.parametrize("tag", mark_slow(PRINTED, but=list(PRINTED)[::3]))
def test_furniture_and_direction_follow_the_text(tag: str) -> None:
    """The byline, the lost picture and the page run as in a record that names the language."""
    headline, body = UNNAMED[tag]
    record = {
        "headline": headline,
        "body": f"<p>{body}</p>",
        "authors": ["Ana Ruiz"],
        "images": [{"src": "gone.jpg", "alt": "x", "decorative": True}],
    }
    made = printkit.export(record, name="a")
    attribution = attribution_in(tag)
    assert f'<html lang="{tag}" dir="{attribution.direction}"' in made.markup
    before, _, after = attribution.word("by").partition("{names}")
    # A language's name in the other direction is isolated.
    plain = re.sub(r"</?bdi[^<>]*>", "", made.markup)
    assert f"{before}<b>Ana Ruiz</b>{after}" in plain
    told = [remark for remark in made.remarks if remark.code == "PK207"]
    assert len(told) == 1
    assert f"({tag}), " in told[0].message
    assert made.article.language is None
    if tag in ("de", "he"):
        assert read_pages(made.pdf)


def test_the_remark_says_which_language_and_how_sure() -> None:
    """A short text gets a remark that the text does not show its languages language."""
    named = name_language(reading(*UNNAMED["es"]))
    [remark] = named.remarks
    assert remark == Remark(
        "PK207", "no language is given; taken as Spanish (es), 99% sure", "a.json", "language"
    )
    assert named.article.language == "es"
    assert "language" not in named.article.to_record()
    short = name_language(reading("بيت", "1"))
    assert short.article.language == "und-Arab"
    assert short.remarks[0].message == (
        "no language is given, and the text does not show its language; its script is Arabic"
    )
    none = name_language(reading("OK", "OK"))
    assert none.article.language == "und"
    told = "no language is given, and the text does not show its language"
    assert none.remarks[0].message == told


def test_a_given_language_is_heeded() -> None:
    """The record's own language always counts; a chosen language counts for texts in its script."""
    hebrew, spanish = UNNAMED["he"], UNNAMED["es"]
    own = reading(*spanish, language="ca")
    assert name_language(own, "fr") == own
    chosen = reading(*spanish)
    assert name_language(chosen, "ca") == chosen
    assert name_language(reading(*hebrew), "ca").article.language == "he"
    chinese = reading(*UNNAMED["zh"])
    assert name_language(chinese, "zh-Hant") == chinese


@pytest.mark.parametrize(
    "body",
    [
        "<script>the and of the and of the</script><p>{}</p>",
        "<p>{}</p><pre><code>the and of the and of the and of</code></pre>",
        '<p class="the and of">{}</p><code>if the of and then of the</code>',
        "<p>{} https://example.org/the/and/of/the/and/of</p>",
    ],
)
def test_code_and_addresses_tell_nothing(body: str) -> None:
    """Only the words of the text count."""
    headline, text = UNNAMED["fi"]
    assert name_language(reading(headline, body.format(text))).article.language == "fi"


def test_an_issue_speaks_the_language_of_its_unnamed_articles() -> None:
    """Each account has the remark."""
    records = [
        {"headline": headline, "body": text} for headline, text in (UNNAMED["sv"], UNNAMED["de"])
    ]
    other = {
        "headline": "Svenska",
        "body": UNNAMED["sv"][1] + " En gång till.",
        "url": "https://e.se/a",
    }
    made = printkit.digest([*records, other], cache=False)
    words = " ".join(" ".join(read_pages(made.pdf)).split())
    assert attribution_in("sv").word("in_this_issue") in words
    for account in made.accounts:
        assert "PK207" in {remark.code for remark in account.remarks}


TWO_SCRIPTS = {
    "ku": ("هەواڵ", "حکوومەت دوێنێ ڕێکاری نوێی بۆ کرێکاران ڕاگەیاند.", "ku-Arab"),
    "pa": ("خبراں", "سرکار نے کل نویں قدماں دا اعلان کیتا۔", "pa-Arab"),
    "az": ("خبرلر", "حؤکومت دونن یئنی تدبیرلر اعلان ائتدی.", "az-Arab"),
    "ms": ("خبر", "كراجأن ممقومن لڠكه.", "ms-Arab"),
    "ha": ("لَبَارِي", "غُومْنَتِي.", "ha-Arab"),
    "sw": ("خبر", "حَبَارِ زَكِسْوَاحِيلِ.", "sw-Arab"),
    "ff": ("𞤀𞤣𞤤𞤢𞤥", "𞤋𞤲𞤲𞤢𞤥𞤢 𞤢𞤤𞤳𞤵𞤤𞤫.", "ff-Adlm"),
    "bm": ("ߒߞߏ", "ߒߞߏ ߛߓߍ.", "bm-Nkoo"),
    "uz-AF": ("خبر", "حکومت کېچه ینگی تدبیرلر.", "uz-AF"),
    "ku-Latn": ("هەواڵ", "حکوومەت دوێنێ ڕێکاری نوێی بۆ.", "ku-Latn"),
    "lad": ("Avlamos", "Mozotros avlamos djudeo-espanyol en Estambol.", "lad-Latn"),
    "ckb": ("Nûçe", "Hikûmetê duh tedbîrên nû ragihandin.", "ckb-Latn"),
    "en": ("שלום", "The ship שלום came in at noon.", "en"),
    "he": ("אניה", "The ship came in at noon.", "he"),
}


@pytest.mark.parametrize("tag", TWO_SCRIPTS)
def test_a_language_of_two_scripts_runs_as_its_text(tag: str) -> None:
    """Kurdish in Arabic letters runs from right to left, although most Kurdish is in Latin."""
    headline, body, wanted = TWO_SCRIPTS[tag]
    named = name_language(reading(headline, f"<p>{body}</p>", language=tag))
    assert named.article.language == wanted
    assert "PK207" not in [one.code for one in named.remarks]
    if wanted != tag:
        chosen = name_language(reading(headline, f"<p>{body}</p>"), tag).article
        assert attribution_in(chosen.language).direction == attribution_in(wanted).direction


def test_sorani_is_printed_from_right_to_left() -> None:
    """The headline begins at the right edge, where the text begins."""
    headline, body, _ = TWO_SCRIPTS["ku"]
    made = printkit.export({"headline": headline, "body": f"<p>{body}</p>", "language": "ku"})
    with pypdfium2.PdfDocument(made.pdf) as document:
        page = document[0]
        text = page.get_textpage()
        at = text.get_text_bounded().index(headline[0])
        assert text.get_charbox(at)[2] > page.get_width() * 0.8
