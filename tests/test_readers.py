"""Reading: any bytes become readings, or a RecordError."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from printkit.errors import RecordError
from printkit.readers import Reading, read_bytes, read_file, records_in

FERRY = {"headline": "The ferry is back", "body": "<p>It is.</p>"}


def only(data: str | bytes, name: str) -> Reading:
    """Return the one reading of some data."""
    [reading] = read_bytes(data.encode() if isinstance(data, str) else data, name)
    assert isinstance(reading, Reading)
    return reading


@pytest.mark.parametrize("name", ["a.json", "a.txt", "a.md", "-"])
@pytest.mark.parametrize(
    ("text", "body_format"),
    [
        (json.dumps(FERRY), "html"),
        ("---\ntitle: The ferry is back\n---\nIt is.", "markdown"),
        ("+++\ntitle = 'The ferry is back'\n+++\nIt is.", "markdown"),
    ],
)
def test_the_content_chooses_the_format(name: str, text: str, body_format: str) -> None:
    """A wrong suffix does not hide a format that is clear from its content."""
    reading = only(text, name)
    assert reading.article.headline == "The ferry is back"
    assert reading.article.body_format == body_format
    assert reading.where == name


def test_a_list_may_be_a_headline() -> None:
    """Brackets and shortcodes at the start of prose are no JSON."""
    assert only("[Updated] The ferry is back\n\nIt is.", "a.txt").article.body_format == "text"
    assert only("{{< note >}}\n\nIt is.", "a.txt").article.headline == "{{< note >}}"


def test_what_calls_itself_json_is_not_printed_as_prose() -> None:
    """A comment before the object is a syntax error, not a headline."""
    with pytest.raises(RecordError, match=r"no JSON.*line 1, column 1"):
        read_bytes(b"// ours\n" + json.dumps(FERRY).encode(), "a.json")


def test_a_broken_record_is_a_value_among_others() -> None:
    """Each line has one entry, and the entries are in the order of the lines."""
    lines = [json.dumps(FERRY), "", '{"headline": 3}', "{", json.dumps(FERRY)]
    first, second, third, fourth = read_bytes("\n".join(lines).encode(), "a.jsonl")
    assert isinstance(first, Reading)
    assert isinstance(second, RecordError)
    assert isinstance(third, RecordError)
    assert isinstance(fourth, Reading)
    assert [first.where, second.where, third.where, fourth.where] == [
        "a.jsonl:1",
        "a.jsonl:3",
        "a.jsonl:4",
        "a.jsonl:5",
    ]


def test_a_single_broken_record_raises() -> None:
    """The call has no good record to return."""
    for data in (b'{"headline": 3}', b'[{"headline": 3}]', b"<html>", b""):
        with pytest.raises(RecordError):
            read_bytes(data, "a.json" if data.startswith(b"{") else "a")


@pytest.mark.parametrize("name", ["-", "a", "a.txt", "a.md", "a.json", "a.jsonl"])
@pytest.mark.parametrize("broken", ["nonsense", "[1, 2]", '"x"', '{"headline": "x', "{"])
def test_a_broken_line_has_an_account_of_its_own(name: str, broken: str) -> None:
    """A broken line below a record made JSON front matter of the record, and a body of the rest."""
    line = json.dumps(FERRY)
    first, error, last = read_bytes(f"{line}\n{broken}\n{line}\n".encode(), name)
    assert isinstance(first, Reading)
    assert isinstance(error, RecordError)
    assert isinstance(last, Reading)
    assert [one.where for one in (first, error, last)] == [f"{name}:{at}" for at in (1, 2, 3)]


@pytest.mark.parametrize("body", ["One line.", '\nSee:\n{"a": 1}\nand more.', "{{< note >}}\nHi."])
def test_a_body_below_an_object_is_one_article(body: str) -> None:
    """The object is front matter, as Hugo has it."""
    reading = only(f"{json.dumps(FERRY)}\n{body}", "-")
    assert reading.article.headline == FERRY["headline"]


def test_remarks_on_the_bytes_go_with_every_record() -> None:
    """The remark says that the encoding was guessed, for all records of the file."""
    readings = read_bytes(
        f"{json.dumps(FERRY)}\n{json.dumps(FERRY)}".encode("utf-16-le"), "a.jsonl"
    )
    assert len(readings) == 2
    for reading in readings:
        assert isinstance(reading, Reading)
        assert [remark.code for remark in reading.remarks] == ["PK203"]


def test_remarks_on_json_go_with_their_record() -> None:
    """Remarks on syntax stand beside remarks on fields."""
    reading = only('{"headline": "H", "body": "B", "body": "C", "captoin": 1}', "a.json")
    assert [remark.code for remark in reading.remarks] == ["PK205", "PK201"]


def test_a_file_is_read_with_its_folder(tmp_path: Path) -> None:
    """Pictures may lie in the folder; bytes have no folder."""
    path = tmp_path / "a.json"
    path.write_text(json.dumps(FERRY))
    [reading] = read_file(path)
    assert isinstance(reading, Reading)
    assert (reading.where, reading.folder) == (str(path), tmp_path)
    assert only(json.dumps(FERRY), "-").folder is None
    with pytest.raises(RecordError, match="is a folder"):
        read_file(tmp_path)


def test_the_whole_corpus_is_read(corpus: Path) -> None:
    """Articles come one a file; agency records and a page of markup are refused in words."""
    paths = records_in(corpus / "articles")
    assert len(paths) == 43
    for path in paths:
        [reading] = read_file(path)
        assert isinstance(reading, Reading)
        assert {remark.code for remark in reading.remarks} <= {"PK201", "PK205"}


def test_hostile_files_end_in_readings_or_refusals(corpus: Path) -> None:
    """Each hostile file of the corpus is read under four names with different endings."""
    paths = sorted(path for path in (corpus / "hostile").iterdir() if path.is_file())
    assert paths
    for path in paths:
        for name in ("a.txt", "a.md", "a.json", "a.jsonl"):
            look(path.read_bytes(), name)


def look(data: bytes, name: str) -> None:
    """Read some data, and read the record of each article back."""
    try:
        entries = read_bytes(data, name)
    except RecordError:
        return
    assert entries
    for entry in entries:
        assert isinstance(entry, Reading | RecordError)
        if isinstance(entry, Reading):
            json.dumps(entry.article.to_record()).encode()
            entry.article.headline.encode()
            entry.article.body.encode()


SEEDS = st.sampled_from(
    [
        *('{"headline": "H", "body": "B"', "}", "[", "]", ",", "\n", '"x": ', "null", "1e999"),
        *(
            "---\n",
            "+++\n",
            "title: T\n",
            "title = 'T'\n",
            "# H\n\n",
            "Title: x\n",
            "tags: [a, ~]\n",
        ),
        *("By Ana Ruiz\n", "13 March 2019", " | ", "AVON — ", "Photo Credit: x\n", "Tweet\n\n"),
        *(
            "Source: (x, 2019-03-13)\n",
            "Posted on ",
            "\\ud800",
            "\0",
            "\u202e",
            "é",
            "渡",
            "&a *a ",
        ),
    ]
)
NAMES = st.sampled_from(["a.json", "a.jsonl", "a.md", "a.txt", "-"])


@settings(max_examples=150)
@given(st.binary(max_size=300), NAMES)
@example(b"---\ntitle: T\n? [a]\n: x\n---\nb", "a.md")
@example(b'---\ntitle: "\\U99999999"\n---\nb', "a.md")
@example(b"[" * 100_000, "a.json")
def test_any_bytes_end_in_readings_or_a_refusal(data: bytes, name: str) -> None:
    """No other exception than RecordError comes out."""
    look(data, name)


@settings(max_examples=300)
@given(st.lists(SEEDS | st.text(max_size=8), max_size=14).map("".join), NAMES)
def test_any_pieces_of_records_end_in_readings_or_a_refusal(text: str, name: str) -> None:
    """Pieces of real records come nearer to a record than noise."""
    look(text.encode("utf-8", "surrogatepass"), name)


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=12),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["name", "src", "url", "date", "width", "x"]), inner)
    ),
    max_leaves=6,
)
KEYS = st.sampled_from(
    ["title", "dek", "author", "image", "source", "tags", "date", "extra", "lang", "status", "@id"]
)


@settings(max_examples=200)
@given(st.dictionaries(KEYS, VALUES))
def test_any_values_end_in_an_article_or_a_refusal(fields: dict[str, object]) -> None:
    """The record of an article that was read gives an equal article."""
    data = json.dumps({**FERRY, **fields}).encode()
    look(data, "a.json")
    try:
        [reading] = read_bytes(data, "a.json")
    except RecordError:
        return
    assert isinstance(reading, Reading)
    again = only(json.dumps(reading.article.to_record()), "a.json")
    assert again.article == reading.article


@pytest.mark.parametrize(
    "headline", ["{Exclusive} The ferry is back", '["We won" the crew says]', '["We won"] it says']
)
def test_prose_may_open_with_a_bracket(headline: str) -> None:
    """The line is a headline in a text file, and broken JSON in a file named `.json`."""
    text = f"{headline}\n\nIt is."
    assert only(text, "a.txt").article.headline == headline
    with pytest.raises(RecordError, match="no JSON"):
        read_bytes(text.encode(), "a.json")


def test_broken_json_is_not_printed_as_prose_whatever_its_name() -> None:
    """A text that begins as a record is a record, and so is JSON-like text without suffix."""
    for text, name in (
        ('{"headline": "H", "body"', "a.txt"),
        ('[{"headline": "H", ', "a.txt"),
        ("[" * 100_000, "a.txt"),
        ('["We won" the crew says]', "-"),
    ):
        with pytest.raises(RecordError):
            read_bytes(text.encode(), name)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.json", '{"headline": "A", "embargoed_until": "2999'),
        ("a.md", "---\ntitle: A\nstatus: withheld\n"),
    ],
)
def test_a_broken_file_is_held_if_its_text_says_so(name: str, text: str) -> None:
    """Nobody can tell the fields that the broken rest would have had."""
    for told, held in ((text, True), (re.sub("embargo|status", "note", text), False)):
        with pytest.raises(RecordError) as caught:
            read_bytes(told.encode(), name)
        assert caught.value.held is held


def test_a_broken_line_is_held_if_it_says_so_itself() -> None:
    """The lines before and behind are not held."""
    lines = (
        '{"headline": "A", "embargo": "2999',
        '{"headline": "B"',
        '{"title": "C", "body": "x"}',
    )
    broken, other, _ = read_bytes("\n".join(lines).encode(), "a.jsonl")
    assert isinstance(broken, RecordError)
    assert isinstance(other, RecordError)
    assert (broken.held, other.held) == (True, False)
