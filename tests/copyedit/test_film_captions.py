"""Captions of films: words of a film that is not printed are under no picture."""

import pytest

from printkit.copyedit import tree
from printkit.copyedit.film_captions import is_of_film, mark_captions
from tests.support.printed_articles import keep_letters, print_article, read_pages
from tests.support.quick_cases import mark_slow
from tests.support.structure_tree import read_texts
from tests.support.time_limits import ends_soon

PICTURE = "<img src=a.jpg>"
WORDS = "Film words. Photo: Bo Lee"
FILMS = {
    "video": "<video src=v.mp4></video><p class=caption>{words}</p>",
    "figure": "<figure><video src=v.mp4></video><figcaption>{words}</figcaption>"
              "</figure>",
    "caption first": "<figure><figcaption>{words}</figcaption>"
                     "<audio src=q.mp3></audio></figure>",
    "small type": "<p><audio src=q.mp3></audio></p><p><em>{words}</em></p>",
    "credit": "<canvas></canvas><div class=caption>Film words.</div>"
              "<div class=credit>Photo: Bo Lee</div>",
    "form": "<form><input name=q></form><p class=legende>{words}</p>",
    "box of a script": "<div class=flourish-embed></div><p class=caption>{words}</p>",
    "custom element": "<my-player file=a></my-player><p class=caption>{words}</p>",
    "object": "<object data=f.swf></object><p class=wp-caption-text>{words}</p>",
    "list": "<ul><li><video src=v.mp4></video><p class=caption>{words}</p></ul>",
    "gallery": "[gallery ids='1,2']<p class=gallery-caption>{words}</p>",
    "shortcode": "[video mp4='x.mp4'][/video]<p class=caption>{words}</p>",
    "builder": "[vc_single_image image='55' caption='{words}']",
}  # fmt: skip


@pytest.mark.parametrize("film", FILMS.values(), ids=FILMS)
@pytest.mark.parametrize(
    "own",
    mark_slow(
        ["", "<p class=caption>Own words. Photo: Ann Day</p>"],
        but={"<p class=caption>Own words. Photo: Ann Day</p>"},
    ),
)
def test_words_of_a_film_are_no_caption_of_the_picture_before(film: str, own: str) -> None:
    """The words are printed as a paragraph; the caption and credit of the picture stay right."""
    around = f"<p>Fog at sea.</p><div>{PICTURE}{own}</div>{{}}<p>The text goes on.</p>"
    result = print_article(
        {"headline": "A headline", "body": around.format(film.format(words=WORDS))}
    )
    printed = keep_letters("".join(read_pages(result.pdf)))
    assert "FilmwordsPhotoBoLee" in printed
    assert [one.code for one in result.remarks if one.code == "PK608"] == []
    captions = " ".join(words for _, words in read_texts(result.pdf, "Caption"))
    assert captions.split() == (["Own", "words.", "Photograph:", "Ann", "Day"] if own else [])


@pytest.mark.parametrize(
    "body",
    [
        f"<figure>{PICTURE}<video src=v.mp4></video><figcaption>Words</figcaption></figure>",
        f"<div class=wp-caption>{PICTURE}<form><input></form><p class=caption>Words</p></div>",
        "<video poster=a.jpg src=v.mp4></video><p class=caption>Words</p>",
        f"{PICTURE}<div class=clear></div><p class=caption>Words</p>",
    ],
)
def test_words_of_a_picture_beside_a_film_stay_its_caption(body: str) -> None:
    """A figure with both has one caption, and the still of a film is a picture."""
    result = print_article({"headline": "A headline", "body": f"<p>Fog.</p>{body}"})
    assert [words for _, words in read_texts(result.pdf, "Caption")] == ["Words"]


@pytest.mark.parametrize(
    "markup",
    ["<canvas></canvas>", "<p><audio></audio></p>", "<br><canvas></canvas>", "<video></video>"],
)
def test_many_films_are_read_soon(markup: str) -> None:
    """Each film looks only as far as the next film."""
    root = tree.parse(markup * (100_000 // len(markup)) + "<p>Words</p>")
    with ends_soon():
        mark_captions(root)
    assert is_of_film(root)
