"""Copy-editing over real and hostile bodies: safe, whole, in order, and in time."""

import contextlib
import difflib
import json
import re
from collections.abc import Iterator
from html import unescape
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from unicodedata import normalize

import nh3
import pytest
from lxml import etree

from printkit.article import Article
from printkit.copyedit import edit, vocabulary
from printkit.copyedit.clean_copy import Copy
from printkit.copyedit.sanitise import certify
from printkit.errors import RecordError, RefusedError
from tests.support.clean_copy import write_html, write_safe_html
from tests.support.paths import CORPUS
from tests.support.quick_cases import mark_slow
from tests.support.time_limits import ends_soon

RECORDS = sorted((CORPUS / "articles").glob("*.json"))
HOSTILE = sorted((CORPUS / "hostile").glob("*.html"))
WORDPRESS = CORPUS / "wxr" / "themeunittestdata.wordpress.xml"
BLOCKS = "p|div|li|ul|ol|td|th|tr|h[1-6]|br|dd|dt|table|blockquote|fig\\w+|pre|section|hr|caption"
# Words that go and are told elsewhere: labels of captions and credits, once they are split off.
LABELS = {"photo", "photos", "photograph", "image", "credit", "foto", "by", "all", "creditcredit"}
_TEX_OF_PICTURE = re.compile(r"alt=\"(\{\\displaystyle [^\"]*)\"")


def words(text: str) -> list[str]:
    """Return the words of a text, without case."""
    return re.findall(r"\w+", text.casefold())


def seen_words(body: str) -> list[str]:
    """Return the words that a reader would see after nh3 with its own lists."""
    body = re.sub(r"<(/?)(iframe|noscript)\b", r"<\1x-\2", body)
    html = nh3.clean(body, tags=nh3.ALLOWED_TAGS | {"figure", "figcaption", "section"})
    html = re.sub(rf"<(/?)({BLOCKS})\b[^>]*>", " ", html)
    return words(unescape(re.sub(r"<[^>]*>", "", html)))


def figure_words(copy: Copy) -> list[str]:
    """Return the words of all captions and credits."""
    figures = [one for one in (copy.lead, *copy.figures, *copy.gallery) if one]
    return words(" ".join(f"{one.image.caption or ''} {one.image.credit or ''}" for one in figures))


def printed(copy: Copy) -> str:
    """Return the HTML of a copy, and of its captions."""
    figures = [one for one in (copy.lead, *copy.figures, *copy.gallery) if one]
    return write_html(copy.body) + "".join(write_html(one.caption) for one in figures)


def tags(html: str) -> Iterator[tuple[str, dict[str, str | None]]]:
    """Yield the elements of some HTML, with their attributes."""
    found: list[tuple[str, dict[str, str | None]]] = []

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            found.append((tag, dict(attrs)))

    reader = Reader()
    reader.feed(html)
    reader.close()
    return iter(found)


def check(copy: Copy) -> None:
    """Check the rules that every copy must keep."""
    html = printed(copy)
    everywhere = vocabulary.PRINTED_ATTRIBUTES["*"]
    ids: list[str] = []
    inner: set[str] = set()
    placeholders: list[int] = []
    for tag, given in tags(html):
        if "data-figure" in given:
            placeholders.append(int(given["data-figure"] or ""))
            continue
        assert tag in vocabulary.PRINTED_TAGS
        assert set(given) <= everywhere | vocabulary.PRINTED_ATTRIBUTES.get(tag, frozenset())
        ids += [given["id"] or ""] if "id" in given else []
        href = given.get("href") or ""
        assert not href or href.startswith(("#a-", "http://", "https://", "mailto:", "tel:"))
        inner |= {href[1:]} if href.startswith("#") else set()
    assert certify(write_safe_html(copy.body), "a") == write_safe_html(copy.body)
    assert len(ids) == len(set(ids))
    assert all(name.startswith("a-") for name in ids)
    notes = {f"a-note-{note.number}" for note in copy.notes}
    assert inner <= set(ids) | notes
    assert placeholders == list(range(len(copy.figures)))
    check_structure(write_html(copy.body))


def check_structure(html: str) -> None:
    """Check headings without gaps, lists of items, and blocks outside lines."""
    closed = re.sub(r"<(br|hr|img)\b([^>]*)>", r"<\1\2/>", html.replace("&nbsp;", "\xa0"))
    root = etree.fromstring(f"<div>{closed}</div>".encode(), etree.XMLParser(huge_tree=True))
    levels = [1] + [int(one.tag[1]) for one in root.iter(*vocabulary.HEADINGS)]
    assert all(below - above <= 1 for above, below in pairwise(levels))
    assert not (root.text or "").strip()
    for element in root.iterdescendants():
        children = {child.tag for child in element}
        if element.tag in ("ul", "ol"):
            assert children == {"li"}
        if element.tag == "dl":
            assert children <= {"dt", "dd"}
        if element.tag in vocabulary.INLINE | {"p", "dt", "caption", "pre"} | vocabulary.HEADINGS:
            assert children <= vocabulary.INLINE
        if element.tag in ("p", "li", *vocabulary.HEADINGS):
            assert "".join(map(str, element.itertext())).strip() or any(
                True for _ in element.iter("img", "figure")
            )
    assert all(one.tag not in vocabulary.INLINE for one in root)


def _beside_formulas(added: list[str], letters: str) -> list[str]:
    """Return the words that cannot be letters and digits of the formulas in the pictures."""
    if not letters:
        return added
    plain = (re.sub("[^a-z0-9]", "", normalize("NFKD", one)) for one in added)
    return [one for one in plain if not set(one) <= set(letters)]


@pytest.mark.skipif(not RECORDS, reason="the corpus ../shared/corpus is absent")
@pytest.mark.parametrize("path", mark_slow(RECORDS, but=RECORDS[::4]), ids=lambda path: path.stem)
def test_no_word_of_a_real_article_is_lost(path: Path) -> None:
    """All words that a reader would see are printed, in order.

    Words of a picture move to the picture. Labels of captions and credits (`Photo:`) may go, as
    may edit marks that a remark names. The addresses of videos and formulas that stood in pictures
    may be new. There is no other difference in 43 articles.
    """
    article = Article.model_validate(json.loads(path.read_text(encoding="utf-8")))
    copy = edit(article, links="plain")
    check(edit(article))
    wanted, got = seen_words(article.body), words(" ".join(copy.blocks))
    with_figures = " ".join(figure_words(copy))
    # A note moves behind the text; the mark of the page gives way to ours.
    with_figures += " ".join(words(" ".join(text for note in copy.notes for text in note.blocks)))
    formulas = "".join(
        re.findall(r"[a-z0-9]+", " ".join(_TEX_OF_PICTURE.findall(article.body)).lower())
    )
    matcher = difflib.SequenceMatcher(None, wanted, got, autojunk=False)
    for kind, start, end, got_start, got_end in matcher.get_opcodes():
        missing = [word for word in wanted[start:end] if word not in LABELS]
        # The label of a tab goes where its panel begins with the same words.
        told = [one for remark in copy.remarks for one in remark.removed]
        marks = [one.words for one in told if one.kind == "edit mark"]
        labels = words(" ".join([*marks, *(one.words for one in copy.rewritten)]))
        missing = [word for word in missing if word not in labels]
        # The mark before a note may stand close to its first word.
        missing = [re.sub(r"^\d{1,3}(?=[a-z])", "", word) for word in missing]
        missing = [word.removeprefix("creditcredit").removeprefix("credit") for word in missing]
        added = " ".join(got[got_start:got_end])
        if kind != "equal":
            assert all(word in with_figures for word in missing), wanted[start:end]
            new = _beside_formulas(got[got_start:got_end], formulas)
            assert not new or added.startswith(("http www", "https www", "http ohanashi2")), added


@pytest.mark.slow
@pytest.mark.skipif(not RECORDS, reason="the corpus ../shared/corpus is absent")
def test_editing_takes_no_time_worth_mentioning() -> None:
    """All real articles, a megabyte in sum, take a few seconds of one processor core."""
    articles = [
        Article.model_validate(json.loads(one.read_text(encoding="utf-8"))) for one in RECORDS
    ]
    with ends_soon():
        for article in articles:
            edit(article)


@pytest.mark.skipif(not HOSTILE, reason="the corpus ../shared/corpus is absent")
@pytest.mark.parametrize("path", HOSTILE, ids=lambda path: path.stem)
def test_a_hostile_body_is_edited_or_refused_in_time(path: Path) -> None:
    """Each body takes two seconds at most, and no bug's error comes out."""
    body = path.read_text(encoding="utf-8", errors="replace")
    with ends_soon(), contextlib.suppress(RecordError, RefusedError):
        check(edit(Article(headline="H", body=body or " x")))


@pytest.mark.skipif(not WORDPRESS.is_file(), reason="the corpus ../shared/corpus is absent")
def test_wordpress_bodies_have_their_captions() -> None:
    """Each body of WordPress's theme unit test passes; no caption shortcode is left."""
    encoded = "{http://purl.org/rss/1.0/modules/content/}encoded"
    bodies = [one.text or "" for one in etree.parse(WORDPRESS).iter(encoded)]
    captions = 0
    for body in filter(str.strip, bodies):
        try:
            copy = edit(Article(headline="H", body=body))
        except RecordError:
            continue
        check(copy)
        assert "[caption" not in re.sub(r"<(pre|code).*?</\1>", "", write_html(copy.body))
        captions += sum(bool(one.image.caption) for one in (copy.lead, *copy.figures) if one)
    assert captions > 20


def test_the_same_body_gives_the_same_copy() -> None:
    """No clock, no chance and no order of hashes changes the copy."""
    body = (
        "<p id=x lang=fr title=t>a <a href=#x>b</a> <a href=https://o.org>c</a></p><img src=a.jpg>"
    )
    article = Article(headline="H", body=body * 5)
    assert edit(article) == edit(article)


@pytest.mark.parametrize(
    "body", ["<!-- x -->", "<script>x</script>", "<p hidden>x</p>", "<p>&nbsp;</p>"]
)
def test_a_body_with_nothing_to_print_is_no_record(body: str) -> None:
    """The error names the record and the remedy; printkit prints no empty page."""
    with pytest.raises(RecordError) as error:
        edit(Article(headline="H", body=body), where="a.json")
    assert str(error.value).startswith("a.json: nothing printable")
    assert error.value.remedy


def test_piled_marks_are_remarked() -> None:
    """The remark PK205 has the number of the marks."""
    copy = edit(Article(headline="H", body="<p>x" + "\u0337" * 20 + "</p>"), where="r")
    assert [(one.code, one.where) for one in copy.remarks] == [("PK205", "r")]
    assert "12 combining marks" in copy.remarks[0].message


def test_the_prefix_stands_before_every_id() -> None:
    """Articles that are bound together must have different ids."""
    body = "<h2 id=x>a</h2><p><a href=#x>b</a> <a href=https://o.org>c</a></p>"
    html = write_html(edit(Article(headline="H", body=body), prefix="p12").body)
    assert set(re.findall(r'(?:id="|href="#)([^"]*)-', html)) >= {"p12"}
    assert not re.findall(r'(?:id="|href="#)(?!p12-)', html)
