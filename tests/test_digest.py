"""Digests from end to end: numbers, links, records and bytes.

Every run checks the sample week for all of it. `make slow` also checks the week in other shapes,
an issue that reads from right to left, and the corpus, whose text is compared word by word
with the single document.
"""

import json
import re
import shutil
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any
from unicodedata import normalize

import page as page_validation
import pikepdf
import pytest
from platformdirs import user_cache_path

import printkit
from printkit.article import Article
from printkit.edition import Edition
from printkit.inspect import Inspection, inspect
from printkit.issue.plan import Plan
from tests.support import (
    digest_check,
    digest_readback,
    pdf_objects,
    sample_digests,
    single_document,
    structure_tree,
)
from tests.support.imposition_pdfs import make_numbered_pdf, save_pdf
from tests.support.printed_articles import DC, keep_letters, read_xmp_values, run_python
from tests.support.sample_digests import CONFIG, WEEK, DigestInput
from tests.support.sample_records import CORPUS_REMARKS, SOCHI

SHAPES: dict[str, Callable[[], DigestInput]] = {
    "week": sample_digests.load_week,
    "flow": lambda: sample_digests.load_week().with_choices(start="flow"),
    "A5": lambda: sample_digests.load_week().with_choices(paper="A5"),
    "reader": lambda: sample_digests.load_week().with_choices(theme="reader"),
    "rightward": sample_digests.make_right_to_left_issue,
    "corpus": sample_digests.load_corpus,
}
# The sample text is a web page's, and only words of its picture came with it; the photograph of
# the cover is smaller than a cover; the first version of an article is left out for the second.
INTENDED = {
    "sochi.txt": ["PK202", "PK401"],
    "harbour-first.md": ["PK703"],
    "the digest": ["PK602"],
}
# Rules that page-validation misreads, and veraPDF in tests/conformance reads well: page-validation
# takes a carriage return at the end of compressed data for a part of the line's end, and takes the
# widths in a CFF font of several dictionaries from a wrong dictionary.
MISREAD = {
    "PDFA3A-STREAM-LENGTH-001": pdf_objects.lengths_are_right,
    "PDFA3A-TRUETYPE-GLYPH-WIDTH-001": pdf_objects.widths_are_right,
    "PDFUA1-FONT-GLYPH-WIDTH-001": pdf_objects.widths_are_right,
}


class Made:
    """A digest that was printed, and the values that are read back from its file."""

    def __init__(self, shape: str) -> None:
        self.shape = shape
        self.specimen = SHAPES[shape]()
        jobs = None if shape == "corpus" else 1
        self.digest = printkit.digest(self.specimen.records, jobs=jobs, **self.specimen.choices)
        self.pdf = self.digest.pdf

    @cached_property
    def inspected(self) -> Inspection:
        """Return the contents of the file as `inspect` reads them."""
        return inspect(self.pdf)

    @cached_property
    def articles(self) -> list[Article]:
        """Return the articles of the digest."""
        return sample_digests.list_articles(self.specimen, self.digest)

    @cached_property
    def pieces(self) -> list[digest_check.ExpectedArticle]:
        """Return the articles that must be in the digest, with their pages."""
        return sample_digests.list_expected_articles(self.specimen, self.digest)

    @property
    def lacks_glyphs(self) -> bool:
        """Return whether some character has no glyph on this machine."""
        return any(one.code == "PK502" for each in self.digest.accounts for one in each.remarks)

    def part(self, title: str) -> str:
        """Return the letters of a part in front of the articles, in reading order."""
        marks = digest_readback.read_outline(self.pdf)
        begins = [page for level, _, page in marks if level == 1]
        begin = self.begin(title)
        end = next(page for page in begins if page > begin)
        return "".join(self.texts[begin - 1 : end - 1])

    def begin(self, title: str) -> int:
        """Return the page, from 1, on which a part begins."""
        return next(
            page for _, label, page in digest_readback.read_outline(self.pdf) if label == title
        )

    @cached_property
    def texts(self) -> list[str]:
        """Return the letters of each page."""
        return digest_readback.read_letters_by_page(self.pdf)


@pytest.fixture(scope="module", autouse=True)
def cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Give this file a cache of its own, with the fonts that are cut already."""
    folder = tmp_path_factory.mktemp("cache") / "printkit"
    folder.mkdir()
    for face in user_cache_path("printkit").glob("face-*"):
        shutil.copy2(face, folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(folder.parent))
        yield folder


@pytest.fixture(
    scope="module",
    params=[
        pytest.param(shape, marks=[pytest.mark.slow, pytest.mark.timeout(1200)] * (shape != "week"))
        for shape in SHAPES
    ],
)
def made(request: pytest.FixtureRequest) -> Made:
    """Return a digest that is printed once for all its tests."""
    if request.param == "corpus":
        request.getfixturevalue("corpus")
    return Made(request.param)


@pytest.fixture(scope="module")
def week() -> Made:
    """Return the sample week, printed here, or kept from `made`."""
    return Made("week")


def codes(made: Made) -> dict[str, list[str]]:
    """Return the codes of all remarks, by record, or by `the digest`."""
    told = {Path(one.record).name: [r.code for r in one.remarks] for one in made.digest.accounts}
    told["the digest"] = [remark.code for remark in made.digest.remarks]
    return {name: some for name, some in told.items() if some}


def test_nothing_is_remarked_on_that_is_not_meant(made: Made) -> None:
    """Every record is in the digest, every filled field on paper, with every character."""
    found = codes(made)
    if made.lacks_glyphs:
        pytest.skip("no font of this machine's has these characters")
    if made.shape == "corpus":
        assert {code for some in found.values() for code in some} <= CORPUS_REMARKS
    elif made.shape == "rightward":
        assert found == {}
    else:
        small: dict[str, list[str]] = {"the digest": []} if made.shape == "A5" else {}
        assert {"the digest": [], **found} == INTENDED | small
    failed = [one for one in made.digest.accounts if one.status not in ("ok", "duplicate")]
    assert failed == []


def test_every_number_and_every_link_is_right(made: Made) -> None:
    """Folios, contents, running heads, links, outline and page labels agree."""
    choices = made.specimen.choices
    flow = choices.get("start") == "flow"
    assert (
        digest_check.find_digest_faults(
            made.pdf, made.pieces, publication=choices["title"], flow=flow
        )
        == []
    )


def test_the_structure_is_whole(made: Made) -> None:
    """All words are in one structure tree, and furniture is in no element."""
    assert structure_tree.find_faults(made.pdf) == []


def test_the_file_conforms(made: Made) -> None:
    """The file keeps its claims, PDF/A-3A and PDF/UA-1; a lost glyph takes both claims away."""
    claims = () if made.lacks_glyphs else ("PDF/A-3A", "PDF/UA-1")
    assert made.inspected.claims == claims
    profiles = page_validation.ValidationProfile
    for profile in (profiles.PDF_A_3A, profiles.PDF_UA_1) if claims else ():
        verdict = page_validation.validate_pdf_bytes(made.pdf, profile=profile)
        broken = [(failure.rule_id, failure.message) for failure in verdict.failures]
        assert verdict.rules.total > 0
        assert [one for one in broken if one[0] not in MISREAD] == []
        assert all(MISREAD[rule](made.pdf) for rule, _ in broken)


def test_every_record_comes_back(made: Made) -> None:
    """The attached records give equal articles; moments may be in the zone of the issue."""
    back = {article.identity: article for article in made.inspected.articles}
    assert back == {article.identity: article for article in made.articles}
    assert len(made.inspected.articles) == len(made.articles) > 0


def test_preflight_finds_nothing_lost(made: Made) -> None:
    """Preflight needs only the file and the records in the file."""
    intended = set() if made.shape == "rightward" else {"PK602"}
    assert {one.code for one in made.inspected.findings} <= intended


def test_faces_and_pictures_are_stored_once(made: Made) -> None:
    """Each face has one font program, and each picture is stored once."""
    assert [
        name
        for name, programs in pdf_objects.list_font_programs(made.pdf).items()
        if len(programs) != 1
    ] == []
    assert pdf_objects.count_repeated_pictures(made.pdf) == 0


def test_the_metadata_are_of_the_whole(made: Made) -> None:
    """The metadata name title, language, and all authors, publishers and rights notices."""
    title, language = (made.specimen.choices.get(key) for key in ("title", "language"))
    authors = {person.name for article in made.articles for person in article.authors}
    assert read_xmp_values(made.pdf, f"{DC}title") == [title]
    assert read_xmp_values(made.pdf, f"{DC}language")[0] == (language or "en")
    assert authors <= set(read_xmp_values(made.pdf, f"{DC}creator"))
    publishers = {article.source.name for article in made.articles if article.source}
    assert publishers <= set(read_xmp_values(made.pdf, f"{DC}publisher"))
    assert made.inspected.title == title


def test_the_digest_speaks_for_itself(week: Made) -> None:
    """Cover, note, sources, credits and colophon each have their words on a page of their own."""
    choices = week.specimen.choices
    cover = week.part("Cover")
    for words in ("The Weekly Sheet", "Issue 37", "Week 37 · 9–15 September 2019", "page 9"):
        assert keep_letters(words).casefold() in cover.casefold()
    for words in ("A lake dug for a birthday", choices["cover_caption"], choices["cover_credit"]):
        assert keep_letters(words) in cover
    note = week.part("Editor’s note")
    assert note == keep_letters("Editor’s note" + choices["note"] + choices["note_by"])
    back = keep_letters("".join(structure_tree.read_pages(week.pdf)[week.begin("Sources") - 1 :]))
    heads = [back.index(keep_letters(one)) for one in ("Sources", "Picture credits", "Colophon")]
    sources, credits, colophon = (back[one:] for one in heads)
    sources, credits = sources[: heads[1]], credits[: heads[2] - heads[1]]
    for article in week.articles:
        address = (article.url or "").removeprefix("https://")
        source = article.source.name if article.source else ""
        for words in (article.headline, source, address):
            assert keep_letters(words) in sources
        for image in article.images:
            assert keep_letters(image.credit or "".join(image.creator)) in credits
    assert keep_letters(choices["colophon"].split("\n")[0]) in colophon
    for words in (
        "Fonts: Libre Franklin, Source Serif 4",
        "© 2019 The Cabinet",
        "Made with printkit",
    ):
        assert keep_letters(words) in colophon


def test_the_same_bytes_come_out_of_a_warm_cache(week: Made, cache: Path) -> None:
    """The cache holds the whole digest, or only the parts of the digest."""
    assert Made("week").digest == week.digest
    printed = {path.name for path in cache.glob("[!d]*")}
    for number in cache.glob("digest-*"):
        number.unlink()
    assert Made("week").digest == week.digest
    assert {path.name for path in cache.glob("[!d]*")} == printed
    assert len(list(cache.glob("digest-*"))) == 1


@pytest.mark.slow
def test_the_same_bytes_come_from_any_process(week: Made, tmp_path: Path) -> None:
    """The command line prints with two workers, without a cache, with another hash seed."""
    pdf = tmp_path / "week.pdf"
    order = ("digest", WEEK, SOCHI, "--config", CONFIG, "-o", pdf, "--jobs", "2", "--no-cache")
    done = run_python("-m", "printkit", *order, PYTHONHASHSEED="7")
    assert done.returncode == 0, done.stderr.decode()
    assert sha256(pdf.read_bytes()).hexdigest() == sha256(week.pdf).hexdigest()


def _without_shifts(words: Iterable[str]) -> str:
    """Return words without the signs that tell powers and indices in copied text."""
    return re.sub(r"[\s^_()]", "", normalize("NFKC", " ".join(words)))


@pytest.mark.slow
@pytest.mark.timeout(1200)
@pytest.mark.parametrize("shape", ["week", "corpus"])
def test_the_text_is_that_of_the_single_document(
    shape: str, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    """The words of each article are in reading order; the file is hardly larger.

    Three differences are intended: hyphens at the ends of lines are other characters, powers and
    indices are copied as raised signs or behind `^` and `_`, and WeasyPrint has a table's head
    again on each page.
    References to other articles print our page numbers in the single document, too, as pages of
    the single document may break elsewhere.
    """
    if shape == "corpus":
        request.getfixturevalue("corpus")
    ours = Made(shape)
    labels = ours.inspected.page_labels
    folios = {
        name: labels[page] for name, page in digest_readback.read_destinations(ours.pdf).items()
    }
    choices = dict(ours.specimen.choices)
    edition = Edition(language=choices.pop("language", None))
    found = [one for record in ours.specimen.records for one in printkit.read(record)]
    single = single_document.lay_out(
        found, tmp_path / "single", plan=Plan(**choices), edition=edition, folios=folios
    )
    theirs = single_document.print_page(single.page)
    prefixes = (*single.prefixes, "sources")
    heads = {
        tuple(digest_readback.split_words(words))
        for _, words in structure_tree.read_texts(ours.pdf, "THead")
    }
    told, wanted = (digest_readback.read_article_words(pdf, prefixes) for pdf in (ours.pdf, theirs))
    for reading, own, other in zip(single.readings, told, wanted, strict=True):
        assert len(own) > 20
        differences = {
            (ours_, theirs_)
            for ours_, theirs_ in digest_readback.compare_words(own, other)
            if _without_shifts(ours_) != _without_shifts(theirs_)
        }
        assert differences <= {((), head) for head in heads}, reading.where
    assert len(ours.pdf) <= 1.05 * len(theirs)


@pytest.mark.slow
def test_one_that_cannot_be_read_among_fifty(tmp_path: Path) -> None:
    """Paper, contents, report and exit code 1 name the bad record; other articles are whole."""
    specimen = sample_digests.make_linked_issue(50)
    for number, record in enumerate(specimen.records):
        (tmp_path / f"{number:02}.json").write_text(json.dumps(record), encoding="utf-8")
    broken, pdf, report = (tmp_path / name for name in ("20.json", "out.pdf", "report.json"))
    broken.write_text('{"headline": "Report number 20", "body": ', encoding="utf-8")
    order = ("digest", tmp_path, "-o", pdf, "--report", report, "--title", "The Quay")
    done = run_python("-m", "printkit", *order, "--no-cache", "--jobs", "2")
    assert done.returncode == 1, done.stderr.decode()
    assert done.stderr.count(f"failed: {broken}".encode()) == 1

    accounts = json.loads(report.read_text(encoding="utf-8"))["records"]
    statuses = [account["status"] for account in accounts]
    assert (statuses.count("ok"), statuses.count("failed"), len(statuses)) == (49, 1, 50)
    (failed,) = (account for account in accounts if account["status"] == "failed")
    assert failed["record"] == str(broken)
    read = {str(tmp_path / f"{n:02}.json"): record for n, record in enumerate(specimen.records)}
    missing = {"headline": broken.name, "section": ""}
    pieces = [
        digest_check.ExpectedArticle(record["section"], record["headline"], account["page"])
        for account in accounts
        for record in [missing if account is failed else read[account["record"]]]
    ]
    printed = pdf.read_bytes()
    assert digest_check.find_digest_faults(printed, pieces, publication="The Quay") == []
    assert structure_tree.find_faults(printed) == []
    labels, texts = inspect(printed).page_labels, digest_readback.read_letters_by_page(printed)
    contents = "".join(texts[1 : labels.index("1")])
    for text in (contents, texts[labels.index(failed["page"])]):
        assert text.count(keep_letters("This article could not be printed")) == 1


def test_a_digest_with_a_foreign_untagged_pdf_claims_nothing(tmp_path: Path) -> None:
    """A remark gives the reason, and the PDF is bound."""
    advert = tmp_path / "advert.pdf"
    advert.write_bytes(save_pdf(make_numbered_pdf(2)))
    records, choices = sample_digests.make_linked_issue(2)
    made = printkit.digest(records, append=[str(advert)], jobs=1, **choices)
    inspected = inspect(made.pdf)
    assert [remark.code for remark in made.remarks] == ["PK712"]
    assert inspected.claims == ()
    assert inspected.page_count == made.page_count
    assert "Advert" in [entry.title for entry in inspected.outline]


def swapped_entries(pdf: pikepdf.Pdf) -> None:
    """Make two entries of the contents lead to each other's pages."""
    one, _, other = pdf.pages[1].Annots.as_list()[:3]
    one.Dest, other.Dest = other.Dest, one.Dest


def counted_on(pdf: pikepdf.Pdf) -> None:
    """Make the page labels of the body begin at 2."""
    pdf.Root.PageLabels.Nums[3].St = 2


def with_the_margins_of_another(pdf: pikepdf.Pdf) -> None:
    """Exchange the running heads of two pages."""
    one, other = pdf.pages[3], pdf.pages[4]
    one.Contents[3], other.Contents[3] = other.Contents[3], one.Contents[3]


def without_margins(pdf: pikepdf.Pdf) -> None:
    """Take running heads and page number off a page."""
    del pdf.pages[3].Contents[2:]


def with_an_outline_astray(pdf: pikepdf.Pdf) -> None:
    """Make an article's bookmark lead to the next page."""
    pdf.Root.Outlines.First.Next.Next.First.Dest[0] = pdf.pages[3].obj


def with_another_outline(pdf: pikepdf.Pdf) -> None:
    """Give an article's bookmark a wrong name."""
    pdf.Root.Outlines.First.Next.Next.First.Title = pikepdf.String("Report")


def with_a_link_astray(pdf: pikepdf.Pdf) -> None:
    """Make a reference lead to a page that it does not name."""
    links = [one for one in pdf.pages[2].Annots.as_list() if "/Dest" in one]
    links[0].Dest = pikepdf.Array([pdf.pages[-1].obj, *links[0].Dest.as_list()[1:]])


def with_a_face_twice(pdf: pikepdf.Pdf) -> None:
    """Embed a face again."""
    found = (one for one in pdf.objects if kind(one, "/Type") == "/FontDescriptor")
    descriptor: Any = next(found)
    pdf.Root.Stray = pdf.make_indirect(pikepdf.Dictionary(descriptor))
    pdf.Root.Stray.FontFile2 = pdf.make_stream(descriptor.FontFile2.read_bytes())


def with_a_picture_twice(pdf: pikepdf.Pdf) -> None:
    """Store a picture again."""
    (picture,) = (one for one in pdf.objects if kind(one, "/Subtype") == "/Image")
    again = pdf.make_stream(picture.read_raw_bytes())
    again.stream_dict = pikepdf.Dictionary(dict(picture.stream_dict.items()))
    pdf.Root.Stray = again


def with_a_running_head_read_aloud(pdf: pikepdf.Pdf) -> None:
    """Mark furniture as content within an artifact."""
    pdf.pages[3].Contents[2].write(b"Q /Artifact <</Type /Pagination>> BDC /P <</MCID 0>> BDC q")
    pdf.pages[3].Contents[4].write(b"Q EMC EMC")


def kind(one: Any, key: str) -> str:
    """Return the type that an object of a file names."""
    has_keys = isinstance(one, pikepdf.Dictionary | pikepdf.Stream)
    return str(one.get(key)) if has_keys else ""


BROKEN = (
    (swapped_entries, "the contents send to Report number 3"),
    (counted_on, "pages are numbered"),
    (with_the_margins_of_another, "does not bear its number"),
    (with_the_margins_of_another, "bears ["),
    (without_margins, "bears []"),
    (with_an_outline_astray, "the outline has"),
    (with_another_outline, "the outline does not have"),
    (with_a_link_astray, "is said to lead to page"),
    (with_a_face_twice, "faces: "),
    (with_a_picture_twice, "pictures: "),
    (with_a_running_head_read_aloud, "content is read out within an artifact"),
)


@pytest.mark.slow
@pytest.mark.parametrize(("break_it", "said"), BROKEN)
def test_what_is_broken_is_seen(break_it: Callable[[pikepdf.Pdf], None], said: str) -> None:
    """Each check finds no fault in a sound digest, and one fault in a broken digest."""
    specimen = sample_digests.make_linked_issue(5)
    made = printkit.digest(specimen.records, jobs=1, **specimen.choices)
    pieces = sample_digests.list_expected_articles(specimen, made)

    def seen(pdf: bytes) -> list[str]:
        programs = pdf_objects.list_font_programs(pdf).items()
        return [
            *digest_check.find_digest_faults(pdf, pieces, publication="The Quay"),
            *structure_tree.find_faults(pdf),
            *(f"faces: {name} is there twice" for name, some in programs if len(some) > 1),
            *["pictures: one is there twice"] * pdf_objects.count_repeated_pictures(pdf),
        ]

    with pikepdf.open(BytesIO(made.pdf)) as opened:
        break_it(opened)
        broken = save_pdf(opened)
    assert seen(made.pdf) == []
    assert [fault for fault in seen(broken) if said in fault], seen(broken)
