"""Behind the label of a picture stands a maker or the thing that the picture shows."""

import pytest

from printkit.copyedit import tree
from printkit.copyedit.credits import split_textual
from printkit.copyedit.shown_things import names_shown_thing
from tests.support.printed_articles import keep_letters, print_article, read_pages
from tests.support.time_limits import ends_soon

SHOWN = [
    "Bild: Das Haus am See",
    "Picture: The Mona Lisa, by Leonardo",
    "写真：港の朝",
    "Image: The Harbour at Dawn",
    "Foto: Der Kanzler im Bundestag",
    "Photo : La Joconde, de Léonard",
    "Photo : Le Port au Matin",
    "Imagen: La Gioconda, de Leonardo",
    "Foto: El Puerto al Amanecer",
    "Immagine: La Nascita di Venere, di Botticelli",
    "Foto: Il Porto al Mattino",
    "Imagem: A Mona Lisa, de Leonardo",
    "Beeld: De Nachtwacht, van Rembrandt",
    "Beeld: Het Meisje met de Parel",
    "Zdjęcie: Dama z łasiczką, Leonardo da Vinci",
    "Фото: Порт на рассвете",
    "Bild: Skriet, av Edvard Munch",
    "图：港口的早晨",
    "사진: 항구의 아침",
    "صورة: الميناء عند الفجر",
    "תמונה: הנמל בבוקר",
    "画像：東京の夜景",
]
MAKERS = [
    "Photo: The Guardian",
    "Bild: Das Erste",
    "Photo: The Art Institute of Chicago",
    "Picture: The Associated Press",
    "写真：山田太郎",
    "写真：朝日の社",
    "写真：さくらももこ",
    "写真：共同",
    "Foto: Die Zeit",
    "Photo : Le Monde",
    "Photo : La Voix du Nord",
    "Foto: El País",
    "Foto: La Vanguardia",
    "Foto: La Repubblica",
    "Foto: O Globo",
    "Foto: De Volkskrant",
    "Foto: Het Parool",
    "图：新华社",
    "사진: 김철수 기자",
    "사진=연합뉴스",
    "صورة: وكالة الأناضول",
    "صورة: الأناضول",
    "תמונה: דנה כהן",
    "תמונה: הארץ",
    "Фото: Иван Петров",
    "Image: NASA/JPL",
    "Photo: Ann Lee, Reuters",
    "Foto: Ana Ruiz, de Reuters",
    "Bild: Anna Berg",
    "Photo credit: The Museum at FIT",
    "Fot. Jan Nowak",
    "Image courtesy of NASA",
    "Photo: Ann Lee, by courtesy of NASA",
    "Photo: Ann Lee, by permission",
    "Photo: Reuters, by Ann Lee",
    "Foto: Hans Meier, von dpa",
    "Photo: The Mail on Sunday",
    "Bild: Die Zeit am Sonntag",
    "Photo : Le Monde avec AFP",
]


@pytest.mark.parametrize("given", SHOWN)
def test_a_thing_that_is_shown_is_no_credit(given: str) -> None:
    """In fourteen languages; the words stay a caption as they are."""
    caption = tree.parse(given)
    assert split_textual(caption) is None
    assert tree.words(caption) == given


@pytest.mark.parametrize("given", MAKERS)
def test_a_maker_is_a_credit(given: str) -> None:
    """Names of papers and museums begin with articles, too."""
    assert split_textual(tree.parse(given)) is not None


def test_a_shown_thing_is_printed_with_its_label() -> None:
    """A photograph of the Mona Lisa is not by “The Mona Lisa”."""
    figures = "".join(
        f"<figure><img src={at}.jpg><figcaption>{one}</figcaption></figure>"
        for at, one in enumerate(SHOWN)
    )
    made = print_article({"headline": "A", "language": "en", "body": f"<p>Fog.</p>{figures}"})
    printed = keep_letters("".join(read_pages(made.pdf)))
    # pypdf reads lines from right to left in another order.
    read = [one for one in SHOWN if one[0] < "\u0590" or one[0] > "\u06ff"]
    assert [one for one in read if keep_letters(one) not in printed] == []
    assert "Photograph" not in printed
    assert "PK608" not in {one.code for one in made.remarks}


@pytest.mark.parametrize("mark", ["the ", "a, by ", "の", "ال ", "ה ב", "的"])
def test_long_words_are_read_soon(mark: str) -> None:
    """A caption is hostile, as everything in a record."""
    with ends_soon():
        names_shown_thing("Photo:", mark * (100_000 // len(mark)))
