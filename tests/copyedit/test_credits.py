"""Credits: the photographer's name leaves the caption if the name is surely a credit."""

import pytest

from printkit.article import Article
from printkit.copyedit import edit, tree
from printkit.copyedit.credits import is_marked_alone, split_marked, split_textual
from tests.support.printed_articles import keep_letters, print_article, read_pages
from tests.support.time_limits import ends_soon


@pytest.mark.parametrize(
    ("given", "caption", "credit"),
    [
        ("A boat at sea. Photo: Jane Roe/Reuters", "A boat at sea.", "Jane Roe/Reuters"),
        ("A boat at sea (Photo: Jane Roe)", "A boat at sea", "Jane Roe"),
        ("A boat at sea. (Photo by Jane Roe).", "A boat at sea.", "Jane Roe"),
        ("A boat at sea | AP Photo/Jane Roe", "A boat at sea", "AP Photo/Jane Roe"),
        ("A boat at sea. (AP Photo/Jane Roe)", "A boat at sea.", "AP Photo/Jane Roe"),
        ("A boat at sea. Jane Roe/Getty Images", "A boat at sea.", "Jane Roe/Getty Images"),
        ("A boat. Photograph: Jane Roe/The Isle", "A boat.", "Jane Roe/The Isle"),
        ("A boat. Photograph by Jane Roe for The Isle", "A boat.", "Jane Roe for The Isle"),
        ("A boat. © Jane Roe", "A boat.", "© Jane Roe"),
        ("A boat (© Jane Roe)", "A boat", "© Jane Roe"),
        ("Ein Boot. Foto: Jana Rot/dpa", "Ein Boot.", "Jana Rot/dpa"),
        ("Un bateau. Crédit photo : Anne Dupont", "Un bateau.", "Anne Dupont"),
        ("Photo: Jane Roe", "", "Jane Roe"),
        ("Ein Boot. Foto: dpa", "Ein Boot.", "dpa"),
        ("Foto: privat", "", "privat"),
        ("Ein Boot (Bild: imago / dpa)", "Ein Boot", "imago / dpa"),
        ("Foto: Das Kind am Fenster. Foto: dpa", "Foto: Das Kind am Fenster.", "dpa"),
        ("Photo: the quay in 1910. Photo: Ann Lee", "Photo: the quay in 1910.", "Ann Lee"),
        ("Photo by Jane Roe", "", "Jane Roe"),
        ("(All photos: Isle staff)", "", "Isle staff"),
        ("Jane Roe/Isle", "", "Jane Roe/Isle"),
        ("Image credit: NASA", "", "NASA"),
        ("A boat. Foto：王小明", "A boat.", "王小明"),
        ("Порт. Фото: Иван Петров / ТАСС", "Порт.", "Фото: Иван Петров / ТАСС"),
        ("Мол (фото: РИА Новости)", "Мол", "фото: РИА Новости"),
        ("Порт. Світлина: Оля Коваль", "Порт.", "Світлина: Оля Коваль"),
        ("הרציף. צילום: דנה כהן", "הרציף.", "צילום: דנה כהן"),
        ("הנמל (צילום: רויטרס)", "הנמל", "צילום: רויטרס"),
        ("الميناء. تصوير: أحمد علي", "الميناء.", "تصوير: أحمد علي"),
        ("الرصيف (رويترز)", "الرصيف", "رويترز"),
        ("Το λιμάνι. Φωτογραφία: Γιάννης Παππάς", "Το λιμάνι.", "Φωτογραφία: Γιάννης Παππάς"),
        ("Ο μώλος (φωτ.: ΑΠΕ-ΜΠΕ)", "Ο μώλος", "φωτ.: ΑΠΕ-ΜΠΕ"),
        ("港の朝（撮影・山田太郎）", "港の朝", "撮影・山田太郎"),
        ("港の朝。写真提供：共同通信", "港の朝。", "写真提供：共同通信"),
        ("港の夕方＝共同", "港の夕方", "共同"),
        ("港口的早晨。摄影：王小明", "港口的早晨。", "摄影：王小明"),
        ("港口（图片来源：新华社）", "港口", "图片来源：新华社"),
        ("港口（新华社记者 王小明 摄）", "港口", "新华社记者 王小明 摄"),
        ("港口全景。（王小明/攝）", "港口全景。", "王小明/攝"),
        ("항구의 아침. 사진=연합뉴스", "항구의 아침.", "사진=연합뉴스"),
        ("Port o świcie. Fot. Jan Nowak", "Port o świcie.", "Fot. Jan Nowak"),
        ("Sabah limanı. Fotoğraf: Ayşe Kaya", "Sabah limanı.", "Fotoğraf: Ayşe Kaya"),
        ("Nábřeží | Zdroj: Profimedia", "Nábřeží", "Zdroj: Profimedia"),
        ("Hafen. Bildnachweis: Ann Lee", "Hafen.", "Bildnachweis: Ann Lee"),
        ("A map. Illustration: Ann Lee", "A map.", "Illustration: Ann Lee"),
    ],
)
def test_a_sure_credit_is_split_off(given: str, caption: str, credit: str) -> None:
    """Labels, agencies and copyright signs tell.

    A label of five languages goes; any other label stays, so that no word changes its meaning.
    """
    element = tree.parse(given)
    found = split_textual(element)
    assert found is not None
    assert (found.name, tree.words(element)) == (credit, caption)


@pytest.mark.parametrize(
    "given",
    [
        "Photo: the bridge at dawn seen from the bank of the river",
        "She wrote a photo: nothing else mattered",
        "The photograph by the door was old.",
        "Portrait by the lake, 1932",
        "He went on to join Reuters in 1987.",
        "A view of the harbour",
        "The image: a study of light by the young painters of the town",
        "Two women and/or their daughters",
        "На фото: мол в порту утром",
        "Rys. 5",
        "Il porto. Grafik: so war es damals im ganzen Land",
        "Снимок: так выглядел порт в начале прошлого века",
        "游客在港口（11月2日摄）",
        "写真：港の朝に集まった大勢の人々が長い間待ち続けていた列車がようやく到着した瞬間、歓声が上がった",
    ],
)
def test_an_unsure_credit_stays_in_the_caption(given: str) -> None:
    """A number, a sentence and long words are no name: a wrong guess would take words away."""
    element = tree.parse(given)
    assert split_textual(element) is None
    assert tree.words(element) == given


@pytest.mark.parametrize(
    ("given", "caption", "credit"),
    [
        ('A boat. <span class="credit">Photo: Jane Roe</span>', "A boat.", "Jane Roe"),
        ('<p>A boat.</p><p class="image-credit">Image credit Jane Roe</p>', "A boat.", "Jane Roe"),
        ('A boat <span itemprop="copyrightHolder"><b>Credit</b><b>Credit</b><i>Jane Roe</i></span>',
         "A boat", "Jane Roe"),
        ("A boat. <small>Jane Roe</small>", "A boat.", "Jane Roe"),
        ("A boat. <cite>Jane Roe</cite>", "A boat.", "Jane Roe"),
        ("A boat <cite>Image Credits: TechCrunch</cite>", "A boat", "TechCrunch"),
        ("<figcaption>A boat <em>Photo: Jane Roe</em></figcaption>", "A boat", "Jane Roe"),
        ("<p>A boat</p><p><b>写真：山田太郎</b></p>", "A boat", "写真：山田太郎"),
        ('A boat | <span class="photographer">Jane Roe</span> <span class="source">AFP</span>',
         "A boat", "Jane Roe / AFP"),
        ('A boat <b class="credit">AFP</b><b class="source">AFP</b>', "A boat", "AFP / AFP"),
    ],
)  # fmt: skip
def test_markup_that_says_credit_is_believed(given: str, caption: str, credit: str) -> None:
    """Class names and microdata tell, and a `small` or `cite` after a whole sentence."""
    element = tree.parse(given)
    assert " / ".join(one.name for one in split_marked(element)) == credit
    assert tree.words(element) == caption


@pytest.mark.parametrize(
    "given",
    [
        "A scene from <cite>Ulysses</cite>",
        "<small>A boat at sea</small>",
        "A <b>boat</b>",
        "See <em>The Photo: a story</em>",
    ],
)
def test_a_cited_work_or_small_print_is_no_credit(given: str) -> None:
    """The element alone is no sign of a credit."""
    element = tree.parse(given)
    assert split_marked(element) == []
    assert tree.inner(element) == given


def test_emphasis_around_a_credit_is_cut_cleanly() -> None:
    """An element across the cut keeps the words before the cut."""
    element = tree.parse("A <em>boat. <b>Photo: Jane</b> Roe</em>")
    assert split_textual(element) == ("Jane Roe", "Photo:")
    assert tree.inner(element) == "A <em>boat.</em>"


def test_outside_a_caption_only_plain_names_of_credits_count() -> None:
    """`byline` beside a picture is most likely the byline of the article."""
    classes = ("credit", "photo-credit", "photographer", "image-source", "byline", "source")
    marked = [is_marked_alone(tree.make("p", class_=name)) for name in classes]
    assert marked == [True, True, True, True, False, False]


def test_a_credit_behind_a_long_gap_is_found() -> None:
    """A gap of 100,000 spaces took minutes."""
    caption = tree.parse(f"A boat at sea.{' ' * 100_000}Photo:  Jane{' ' * 9}Roe")
    assert split_textual(caption) == ("Jane Roe", "Photo:")
    assert tree.text(caption) == "A boat at sea."


@pytest.mark.parametrize("mark", ["Фото: ", "（写真：", "。撮影・", "사진=", "(", "Fot. "])
def test_a_long_caption_in_any_language_is_read_soon(mark: str) -> None:
    """A caption is hostile, as everything in a record."""
    with ends_soon():
        split_textual(tree.parse(mark * (1_000_000 // len(mark))))


@pytest.mark.parametrize(
    ("language", "caption", "credit"),
    [
        ("ja", "港の朝（撮影・山田太郎）", "撮影・山田太郎"),
        ("en", "A port. Фото: Иван Петров", "Фото: Иван Петров"),
    ],
)
def test_a_credit_in_any_language_is_printed_with_its_own_label(
    language: str, caption: str, credit: str
) -> None:
    """No second label stands before the credit, and the picture has its credit."""
    body = f"<p>{caption[0]}</p><figure><img src=a.jpg><figcaption>{caption}</figcaption></figure>"
    result = print_article({"headline": "A headline", "body": body, "language": language})
    printed = keep_letters("".join(read_pages(result.pdf)))
    assert keep_letters(caption) in printed
    assert f"Photograph{keep_letters(credit)}" not in printed
    assert not {"PK406", "PK608"}.intersection(one.code for one in result.remarks)


def test_a_credit_behind_a_captioned_picture_is_its_credit() -> None:
    """In a paragraph of its own; a second credit, and the source of the article, stay text."""
    body = (
        "<p>本文です。</p><figure><img src=a.jpg><figcaption>港の夕方</figcaption></figure>"
        "<p>（写真：共同）</p><p>本文です。</p>"
        "<img src=b.jpg><p>▲港の夜</p><p>（写真：時事）</p><p>本文です。</p>"
        "<figure><img src=c.jpg><figcaption>市場。写真：山田太郎</figcaption></figure>"
        "<p>写真：川口花子</p><p>本文です。</p>"
    )
    made = print_article({"headline": "A", "language": "ja", "body": body})
    copy = edit(Article(headline="A", body=body), links="plain")
    assert [one.image.credit for one in copy.figures] == [
        "写真：共同",
        "写真：時事",
        "写真：山田太郎",
    ]
    assert "川口花子" in "".join(read_pages(made.pdf))
    assert "写真：写真" not in keep_letters("".join(read_pages(made.pdf)))
    assert "PK608" not in {one.code for one in made.remarks}


def test_a_deep_caption_ends_soon() -> None:
    """A caption is hostile, as everything in a record."""
    with ends_soon():
        split_marked(tree.parse("<div>" * 150 + "a <cite>b</cite>" + "</div>" * 150))
