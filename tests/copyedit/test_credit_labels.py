"""Labels of credits: only a label leaves a credit; a name keeps all of its words."""

import pytest

from printkit.copyedit.credit_labels import part_label
from tests.support.printed_articles import keep_letters, print_article, read_pages
from tests.support.time_limits import ends_soon

NAMES = [
    "Science Photo Library",
    "Picture Alliance / dpa",
    "Bildarchiv Foto Marburg",
    "Courtesy of Credit Suisse",
    "Crédit Mutuel",
    "The Image Bank/Getty Images",
    "Image Source",
    "Stand by Me Productions",
    "Bild und Wort GmbH",
    "NASA Image and Video Library",
    "Associated Images Ltd",
    "Foto Ketterer",
    "By & Havn",
    "Photo12",
    "AP Photo/Jane Roe",
    "Agence Photo de la RMN",
    "Imagen Satelital SA",
    "Ullstein Bild",
]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("label", ["", "Photo: ", "Foto：", "Photo by ", "(Image credit: "])
def test_a_name_keeps_all_of_its_words(name: str, label: str) -> None:
    """A label is only at the beginning; the words of labels stand in many names of agencies."""
    assert part_label([label + name]) == (name, label.strip())


@pytest.mark.parametrize(
    ("parts", "label"),
    [
        (["By Jane Roe"], "By"),
        (["Photos courtesy of Jane Roe"], "Photos courtesy of"),
        (["Crédit photo Jane Roe"], "Crédit photo"),
        (["Crédit photo : Jane Roe"], "Crédit photo :"),
        (["Photo: by Jane Roe"], "Photo: by"),
        (["Credit...Jane Roe"], "Credit..."),
        (["Автор: Jane Roe"], "Автор:"),
        (["Photo", "Jane Roe"], "Photo"),
        (["Credit", "Credit", "Jane Roe"], "Credit Credit"),
    ],
)
def test_a_label_is_known_by_a_sign_its_form_or_its_element(parts: list[str], label: str) -> None:
    """Words such as `Photo by` and `Photo credit` need no sign behind them."""
    assert part_label(parts) == ("Jane Roe", label)


@pytest.mark.parametrize("mark", ["Photo: ", "by ", "photo ", "(", "Photo", ": ", "credit…"])
def test_a_long_credit_is_read_soon(mark: str) -> None:
    """A credit is hostile, as everything in a record."""
    with ends_soon():
        part_label([mark * (1_000_000 // len(mark))])


@pytest.mark.parametrize("place", ["<small class=credit>{}</small>", "<i itemprop=author>{}</i>"])
def test_names_are_printed_whole(place: str) -> None:
    """A wrong name stood under the picture."""
    figures = (
        f"<figure><img src={number}.jpg><figcaption>A boat. {place.format(name)}</figcaption>"
        "</figure>"
        for number, name in enumerate(NAMES)
    )
    result = print_article({"headline": "A headline", "body": f"<p>Fog.</p>{''.join(figures)}"})
    printed = keep_letters("".join(read_pages(result.pdf)))
    assert [name for name in NAMES if keep_letters(name) not in printed] == []
    assert [one.message for one in result.remarks if one.code == "PK608"] == []


@pytest.mark.parametrize(
    "written",
    [
        "(Photo: Ann Lee/AP)",
        "(Photo: Ann Lee/AP).",
        "[Photo: Ann Lee/AP].",
        "(Photo: Ann Lee/AP)&#160;",
    ],
)
def test_no_bracket_stays_on_a_name(written: str) -> None:
    """A full stop, or a space, may stand behind the bracket."""
    body = f"<p>Fog.</p><figure><img src=a.jpg><figcaption>A pier. <em>{written}</em></figcaption>"
    result = print_article({"headline": "A headline", "body": f"{body}</figure><p>More fog.</p>"})
    words = " ".join("".join(read_pages(result.pdf)).split())
    assert "Photograph: Ann Lee/AP More fog." in words
