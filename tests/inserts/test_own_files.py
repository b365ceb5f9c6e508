"""A joined PDF of printkit keeps records, tags, bookmarks and claims; a changed PDF does not."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf, String

import printkit
from printkit.files.seal import seal
from printkit.inspect import inspect
from tests.support import structure_tree
from tests.support.admitted_inserts import admit_here
from tests.support.digest_readback import read_outline
from tests.support.paths import CASES
from tests.support.press_runs import make_record
from tests.support.printed_articles import print_article
from tests.support.sample_records import RICH

BOTH = ("PDF/A-3A", "PDF/UA-1")
# Notes, and a table whose cells name their heads: their ids must stay apart.
HARBOUR = make_record(
    "harbour",
    body_format="markdown",
    body="""## Boats

Nine boats[^1].

| Boat | Berth |
|---|---|
| Gannet | 4 |

[^1]: Counted.""",
)


@pytest.fixture(scope="module")
def article() -> bytes:
    """Return a printed article."""
    return printkit.export(HARBOUR).pdf


@pytest.fixture(scope="module")
def week() -> bytes:
    """Return a printed digest of two articles."""
    return printkit.digest([make_record("a", section="World"), HARBOUR], cache=False).pdf


def join(tmp_path: Path, *pdfs: bytes, **choices: Any) -> printkit.Digest:
    """Append PDFs to the digest of one article."""
    paths = [tmp_path / f"joined-{number}.pdf" for number in range(len(pdfs))]
    for path, pdf in zip(paths, pdfs, strict=True):
        path.write_bytes(pdf)
    return printkit.digest(CASES / "b20-small.json", append=paths, cache=False, **choices)


def changed(pdf: bytes, change: Callable[[Pdf], object]) -> bytes:
    """Return a PDF after another program has changed and saved it."""
    saved = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as opened:
        change(opened)
        opened.save(saved, fix_metadata_version=False)
    return saved.getvalue()


def test_an_article_and_a_digest_keep_all_when_they_are_joined(
    tmp_path: Path, article: bytes, week: bytes
) -> None:
    """Records, bookmarks, tags and both claims stay, also if one article comes twice."""
    made = join(tmp_path, article, week)
    assert made.remarks == ()
    found = inspect(made.pdf)
    assert found.claims == BOTH
    own = [*inspect(article).articles, *inspect(week).articles]
    assert len(own) == 3
    assert all(one in found.articles for one in own)
    assert len(found.articles) == 4
    assert len({one.name for one in found.attachments}) == 4
    assert structure_tree.find_faults(made.pdf) == []
    outline = [(level, title) for level, title, _ in read_outline(made.pdf)]
    headline = inspect(article).articles[0].headline
    at = outline.index((outline[2][0], headline))
    assert outline[at + 1] == (outline[at][0] + 1, "Boats")
    assert {"World", "Boats"} <= {title for _, title in outline[at + 2 :]}


def test_a_joined_digest_is_joined_again(tmp_path: Path, article: bytes) -> None:
    """The records, tags and claims of the first join stay."""
    once = join(tmp_path, article)
    twice = join(tmp_path, once.pdf, article)
    assert inspect(twice.pdf).claims == BOTH
    assert len(inspect(twice.pdf).articles) == 4
    assert structure_tree.find_faults(twice.pdf) == []


def test_the_same_file_joined_gives_the_same_bytes(tmp_path: Path, article: bytes) -> None:
    """The bytes are the same with records and claims, too."""
    assert join(tmp_path, article).pdf == join(tmp_path, article).pdf


def touch(pdf: Pdf) -> None:
    """Draw words without tags, as a stamping program does."""
    pdf.pages[0].contents_add(pdf.make_stream(b"0 0 9 9 re f"))


def resave(pdf: Pdf) -> None:
    """Change nothing, and save the file as another program does."""


@pytest.mark.parametrize("change", [touch, resave])
def test_a_file_that_another_program_wrote_keeps_records_and_claims_nothing(
    tmp_path: Path, article: bytes, change: Callable[[Pdf], None]
) -> None:
    """A remark gives the reason."""
    made = join(tmp_path, changed(article, change))
    assert inspect(made.pdf).claims == ()
    assert inspect(article).articles[0] in inspect(made.pdf).articles
    assert [one.code for one in made.remarks] == ["PK716"]


def test_a_file_that_claims_nothing_adds_no_claim(tmp_path: Path) -> None:
    """One article has a character without a font, the other article has the plain profile."""
    for pdf in (
        print_article({**RICH, "body": "<p>A rune \U00016fe4\U0001e2c0 nobody has.</p>"}).pdf,
        print_article(profile="plain").pdf,
    ):
        made = join(tmp_path, pdf)
        assert inspect(made.pdf).claims == ()
        assert len(inspect(made.pdf).articles) == 2


def test_a_digest_of_the_plain_profile_claims_nothing(tmp_path: Path, article: bytes) -> None:
    """The own pages of such a digest have no tags."""
    assert inspect(join(tmp_path, article, profile="plain").pdf).claims == ()


def test_a_seal_alone_gives_no_claim(tmp_path: Path) -> None:
    """A foreign file may copy claims and seal, but only tags give a claim its worth."""

    def boast(pdf: Pdf) -> None:
        packet = b"<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>"
        stream = pdf.make_stream(packet + b"<pdfuaid:part>1</pdfuaid:part>")
        pdf.Root.Metadata = stream

    with Pdf.new() as pdf:
        pdf.add_blank_page()
        plain = BytesIO()
        pdf.save(plain)
    boasting = BytesIO()
    with pikepdf.open(BytesIO(changed(plain.getvalue(), boast))) as pdf:
        pdf.save(boasting, deterministic_id=True, fix_metadata_version=False)
    made = join(tmp_path, seal(boasting.getvalue()))
    assert inspect(made.pdf).claims == ()


def attach(*files: tuple[str, bytes, Name]) -> Callable[[Pdf], None]:
    """Return a change that attaches files to the whole document."""

    def change(pdf: Pdf) -> None:
        for name, data, relation in files:
            stream = pdf.make_stream(data, Dictionary(Type=Name.EmbeddedFile))
            one = Dictionary(Type=Name.Filespec, F=String(name), EF=Dictionary(F=stream))
            one.AFRelationship = relation
            pdf.Root.AF = Array([*pdf.Root.get("/AF", []), pdf.make_indirect(one)])

    return change


def test_only_records_come_along(tmp_path: Path) -> None:
    """Other files stay behind, and a record that cannot be read is told."""
    with Pdf.new() as pdf:
        pdf.add_blank_page()
        attach(
            ("article.json", b'{"headline": "Told", "body": "Once."}', Name.Source),
            ("article-2.json", b'{"headline": 7', Name.Source),
            ("../article.json", b'{"headline": "Path", "body": "Out."}', Name.Source),
            ("article-3.json", b'{"headline": "Data", "body": "Other."}', Name.Data),
            ("tool.exe", b"MZ", Name.Source),
        )(pdf)
        pdf.save(tmp_path / "mixed.pdf")
    admitted = admit_here(tmp_path / "mixed.pdf")
    assert [one.headline for one in admitted.articles] == ["Told"]
    told = {one.code: one.message for one in admitted.remarks}
    assert told["PK711"] == "taken out: embedded files"
    assert told["PK606"].startswith("the record cannot be read: ")
    assert b"MZ" not in admitted.pdf
