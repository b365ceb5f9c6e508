"""The lines about an article and its pictures, in the article's language."""

import datetime
import subprocess
import sys

import pytest

from printkit.article import Article, Image
from printkit.wording.attribution import _SIGN_OF_LABEL, attribution_in
from printkit.wording.words import WORDS, in_all_languages

DAY = datetime.date(2019, 9, 13)


def an_article(**fields: object) -> Article:
    """Return an article with these fields."""
    return Article.model_validate(
        {"headline": "Ferry returns", "body": "<p>It sails.</p>"} | fields
    )


def entries(tag: str, **fields: object) -> dict[str, str]:
    """Return the lines of the source block, by field."""
    found = attribution_in(tag).source_block(an_article(**fields))
    return {key: entry.label + entry.value for key, entry in found.items()}


def credit(tag: str, **fields: object) -> str:
    """Return the credit of a picture."""
    return attribution_in(tag).picture_credit(Image.model_validate({"src": "a.jpg"} | fields))


def test_attribution_in_the_order_of_printing() -> None:
    """Every field about origin and rights becomes one line."""
    assert entries(
        "en-AU",
        date_published=DAY,
        date_modified="2019-09-15T10:00:00Z",
        date_posted="2019-09-14",
        source={"name": "The Herald", "url": "https://herald.example/"},
        info_sources=[{"name": "Reuters", "url": "https://reuters.example/"}, "AP"],
        credit_text="Made with the Fund",
        url="https://www.herald.example/ferry/",
        copyright_holder="The Herald",
        copyright_year=2019,
        license="CC-BY-4.0",
        usage_terms="No resale",
    ) == {
        "published": "Published 13 September 2019",
        "updated": "Updated 15 September 2019",
        "posted": "Posted on 14 September 2019",
        "source": "Source: The Herald, 13 September 2019",
        "sources": "Sources: Reuters (reuters.example) and AP",
        "credit": "Credit: Made with the Fund",
        "read_online": "Read online: www.herald.example/ferry",
        "copyright": "© 2019 The Herald",
        "licensed": "Licensed under CC-BY-4.0",
        "usage_terms": "Terms of use: No resale",
    }


def test_an_empty_record_has_no_attribution() -> None:
    """A missing value has no label."""
    assert entries("en") == {}


def test_addresses_keep_their_links() -> None:
    """The printed address has no scheme, the link has the scheme."""
    article = an_article(
        url="https://herald.example/a",
        source={"name": "The Herald", "url": "https://herald.example"},
        license="https://rights.example/by/4.0/",
    )
    found = attribution_in("en").source_block(article)
    assert found["read_online"] == ("Read online: ", "herald.example/a", "https://herald.example/a")
    assert found["source"].url == "https://herald.example"
    assert found["licensed"][1:] == ("rights.example/by/4.0", "https://rights.example/by/4.0/")


@pytest.mark.parametrize(
    ("modified", "printed"),
    [
        ("2019-09-13T08:30:00+02:00", None),
        ("2019-09-13T11:45:00+02:00", "Updated 13 September 2019, 11:45\u00a0UTC+2"),
        ("2019-09-13", None),
        ("2019-09-14T11:45:00+02:00", "Updated 14 September 2019"),
    ],
)
def test_an_update_tells_what_the_date_does_not(modified: str, printed: str | None) -> None:
    """An update on the same day needs its hour; an update at the same moment is no update."""
    told = entries("en-GB", date_published="2019-09-13T08:30:00+02:00", date_modified=modified)
    assert told.get("updated") == printed


def test_a_sources_own_date_wins() -> None:
    """If the source published on another day, the source's line has that day."""
    source = {"name": "The Herald", "date": "2019-09-12"}
    told = entries("de", source=source, date_published=DAY)
    assert told["source"] == "Quelle: The Herald, 12. September 2019"


@pytest.mark.parametrize(
    ("fields", "printed"),
    [
        ({"copyright_notice": "© 2019 The Herald"}, "© 2019 The Herald"),
        ({"copyright_notice": "Copyright The Herald"}, "Copyright The Herald"),
        ({"copyright_notice": "Public domain"}, "Copyright: Public domain"),
        ({"copyright_holder": "The Herald"}, "© The Herald"),
        ({"copyright_year": 2019}, "© 2019"),
        (
            {
                "copyright_notice": "All rights reserved",
                "copyright_holder": "Bo",
                "copyright_year": 2019,
            },
            "© 2019 Bo. All rights reserved",
        ),
        ({"copyright_notice": "© The Herald", "copyright_year": 2019}, "© The Herald, 2019"),
        ({"copyright_notice": "© 2019 Bo", "copyright_holder": "Bo"}, "© 2019 Bo"),
    ],
)
def test_copyright_lines(fields: dict[str, object], printed: str) -> None:
    """The notice stays as it is; a missing holder and a missing year are added."""
    assert entries("en", **fields)["copyright"] == printed


@pytest.mark.parametrize(
    ("tag", "fields", "printed"),
    [
        ("en", {"credit": "Ruptly/YouTube"}, "Photograph: Ruptly/YouTube"),
        ("en", {"credit": "Photo Credit: Ruptly"}, "Photo Credit: Ruptly"),
        ("en", {"credit": "PHOTO : Bo Ek"}, "PHOTO : Bo Ek"),
        ("en", {"credit": "Photo by Bo Ek"}, "Photo by Bo Ek"),
        ("en", {"credit": "© Bo Ek"}, "© Bo Ek"),
        ("en", {"credit": "Picture Alliance"}, "Photograph: Picture Alliance"),
        ("de", {"credit": "Photo: Bo Ek"}, "Photo: Bo Ek"),
        ("de", {"credit": "Bild: Bo Ek"}, "Bild: Bo Ek"),
        ("he", {"credit": "צילום: דנה כהן"}, "צילום: דנה כהן"),
        ("ja", {"credit": "写真＝共同"}, "写真＝共同"),
        ("en", {"creator": ["Bo Ek"], "source": "Reuters"}, "Photograph: Bo Ek/Reuters"),
        ("en", {"creator": ["Bo Ek", "Jo Day"]}, "Photograph: Bo Ek, Jo Day"),
        (
            "en",
            {"creator": ["Bo Ek"], "credit": "Bo Ek/AP", "source": "AP"},
            "Photograph: Bo Ek/AP",
        ),
        ("en", {"creator": ["Bo Ek"], "credit": "AP"}, "Photograph: Bo Ek/AP"),
        (
            "en",
            {"creator": ["Bo Ek", "Jo Day"], "credit": "Bo Ek/AP"},
            "Photograph: Jo Day/Bo Ek/AP",
        ),
        ("en", {"credit": "Apple Inc", "source": "AP"}, "Photograph: Apple Inc/AP"),
        ("en", {"copyright_notice": "© 2019 Bo Ek"}, "© 2019 Bo Ek"),
        ("en", {}, ""),
        (
            "en",
            {"credit": "Bo", "digital_source_type": "http://x.example/digitalArt"},
            "Illustration: Bo",
        ),
        (
            "en",
            {"credit": "Bo", "digital_source_type": "algorithmicallyEnhanced"},
            "Photograph: Bo",
        ),
    ],
)
def test_picture_credits(tag: str, fields: dict[str, object], printed: str) -> None:
    """The credit is printed, else makers and source; a label of the record is not repeated."""
    assert credit(tag, **fields) == printed


def test_a_pictures_rights_are_what_its_credit_leaves_unsaid() -> None:
    """Every word about rights is printed, though the credit has room for few words."""
    image = Image.model_validate(
        {
            "src": "a.jpg",
            "credit": "Photo: AP",
            "creator": ["Bo Ek"],
            "source": "AP",
            "copyright_notice": "© 2019 Bo Ek",
            "license_url": "https://rights.example/by",
            "usage_terms": "No resale",
        }
    )
    assert attribution_in("en").picture_rights(image) == (
        "Photograph: Bo Ek",
        "© 2019 Bo Ek",
        "Licensed under rights.example/by",
        "No resale",
    )


@pytest.mark.parametrize("tag", sorted(path.stem for path in WORDS.glob("*.toml")))
def test_a_credit_of_ours_is_not_labelled_again(tag: str) -> None:
    """A credit that printkit printed keeps its label when it comes back in a record."""
    printed = attribution_in(tag).label("photograph") + "Ana Ruiz"
    assert credit(tag, credit=printed) == printed


def test_the_byline_is_in_the_articles_language() -> None:
    """Attribution calls the byline's own module."""
    assert attribution_in("de").byline(an_article(authors=["Bo Ek"])) == (
        (("Von ", False), ("Bo Ek", True)),
    )


def test_attribution_is_made_once_a_language() -> None:
    """A digest asks for the same language for every article."""
    assert attribution_in("de-AT") is attribution_in("de-AT")


def test_the_same_attribution_in_any_process() -> None:
    """The attribution does not depend on the locale or on the order of hashes."""
    program = (
        "from printkit.wording.attribution import attribution_in; from datetime import date\n"
        "f = attribution_in('ar-EG')\n"
        "print(ascii((f, f.opening('byline_openings'), f.full_date(date(2019, 9, 13)))))"
    )
    printed = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={"PYTHONHASHSEED": seed, "LC_ALL": locale, "LANGUAGE": locale},
            cwd=WORDS.parents[1],
            capture_output=True,
            check=True,
        ).stdout
        for seed, locale in (("1", "C"), ("2", "de_DE.UTF-8"))
    }
    assert len(printed) == 1


def test_a_picture_credit_names_nobody_and_no_licence_twice() -> None:
    """An account name repeats a name without spaces; a short licence repeats its address."""
    image = Image(
        src="a.jpg",
        creator=("Daniel Buechele",),
        credit="danielbuechele/Flickr, CC BY 2.0",
        license_url="https://creativecommons.org/licenses/by/2.0/",
    )
    own = attribution_in("en")
    assert own.picture_credit(image) == "Photograph: danielbuechele/Flickr, CC BY 2.0"
    assert own.picture_rights(image) == ()
    other = image.model_copy(update={"credit": "danielbuechele/Flickr"})
    assert own.picture_rights(other) == ("Licensed under creativecommons.org/licenses/by/2.0",)


@pytest.mark.parametrize(
    ("tag", "printed"),
    [
        ("en", "Sponsored by: Harbour Bank (harbourbank.example)"),
        ("de", "Gesponsert von: Harbour Bank (harbourbank.example)"),
        ("fr", "Parrainé par\u00a0: Harbour Bank (harbourbank.example)"),
        ("he", "בחסות: \u2066Harbour Bank\u2069 (\u2066harbourbank.example\u2069)"),
    ],
)
def test_the_line_of_a_sponsor_is_the_first_of_the_source_block(tag: str, printed: str) -> None:
    """The line has the label of the language, and leads to the address of the sponsor."""
    sponsor = {"name": "Harbour Bank", "url": "https://harbourbank.example/"}
    article = an_article(sponsor=sponsor, source="The Herald", date_posted="2019-09-14")
    found = attribution_in(tag).source_block(article)
    assert list(found) == ["sponsor", "posted", "source"]
    assert found["sponsor"].label + found["sponsor"].value == printed
    assert found["sponsor"].url == "https://harbourbank.example/"


def test_several_sponsors_share_a_line() -> None:
    """The line leads nowhere, because the sponsors have several addresses."""
    sponsors = ["The Ferry Fund", {"name": "Harbour Bank", "url": "https://harbourbank.example"}]
    line = attribution_in("en").source_block(an_article(sponsor=sponsors))["sponsor"]
    assert line == ("Sponsored by: ", "The Ferry Fund and Harbour Bank (harbourbank.example)", None)


def test_labels_of_all_languages_end_with_a_known_sign() -> None:
    """A credit without such a sign has no label of another language, and needs no search."""
    labels = [one for one in in_all_languages("credit_openings") if not one[-1].isalnum()]
    assert len(labels) > 50
    assert [one for one in labels if not _SIGN_OF_LABEL.search(f"{one} Ann Lee")] == []


@pytest.mark.parametrize(
    "given",
    [
        "Photo Ann Lee",
        "By Ann Lee",
        "Photos Bo Lee and Cy Ray",
        "Foto Hans Meier / dpa",
        "Bild Anna Berg",
        "Fotografía Ana Ruiz",
        "Fotos Zoë Bakker",
        "Zdjęcie Jan Nowak",
        "Фото Иван Петров",
        "写真 山田",
        "摄影 王小明",
        "新华社记者 王小明 摄",
        "사진 김철수",
        "تصوير أحمد علي",
        "צילום דנה כהן",
    ],
)
@pytest.mark.parametrize("tag", ["en", "de", "ja"])
def test_a_label_without_a_sign_is_a_label(tag: str, given: str) -> None:
    """`Photograph: Photo Ann Lee` has one label too many."""
    assert credit(tag, credit=given) == given


@pytest.mark.parametrize(
    "given",
    [
        "AP Photo/Jane Roe",
        "Photo12",
        "Picture Alliance / dpa",
        "Image Source",
        "Bildhaus",
        "By & Havn",
    ],
)
def test_other_names_have_our_label(given: str) -> None:
    """An agency whose name begins with such a word keeps the name."""
    assert credit("en", credit=given) == f"Photograph: {given}"
