"""A record that says “not published” is held back, in the words of any system."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

import printkit
from printkit.errors import RecordError, RefusedError
from printkit.readers.publication import hold_back, holds_in
from printkit.readers.record import article_from
from tests.support.command_line import read_accounts, run_command, write_record
from tests.support.sample_records import PLAIN


@pytest.mark.parametrize(
    "fields",
    [
        {"draft": True},
        {"isDraft": 1},
        {"is_draft": "true"},
        {"Draft": "yes"},
        {"published": False},
        {"is_published": "0"},
        {"isPublished": 0},
        {"publish": "no"},
        {"private": True},
        {"hidden": "on"},
        {"isHidden": True},
        {"unlisted": True},
        {"password": "sesame"},
        {"post_password": "sesame"},
        {"state": "draft"},
        {"state": "Pending review"},
        {"_status": "draft"},
        {"post_status": "future"},
        {"workflowState": "in_review"},
        {"visibility": "private"},
        {"status": "auto-draft"},
        {"status": "Entwurf"},
        {"deleted": True},
        {"status": False},
        {"_id": "drafts.7f3a"},
        {"publishDate": "2999-01-01"},
        {"publish_on": "2999-01-01T08:00:00+02:00"},
        {"scheduled_at": 32503680000},
        {"scheduledFor": "when the court allows it"},
        {"go_live_at": "January 1, 2999"},
        {"expiryDate": "2001-01-01"},
        {"expires": "2001-01-01T00:00:00Z"},
        {"unpublish_on": "12/11/10"},
        {"params": {"draft": True}},
        {"body": None, "content": {"rendered": "<p>B</p>", "protected": True}},
        {"meta": {"state": "draft"}},
        {"build": {"render": "never"}},
        {"extra": {"build": {"list": "never"}}},
        {"extra": {"isDraft": True}},
    ],
    ids=str,
)
def test_each_key_of_each_system_holds_back(fields: dict[str, Any]) -> None:
    """The test uses the reader of mappings, through which all formats go."""
    with pytest.raises(RefusedError) as caught:
        printkit.export({**PLAIN, **fields})
    assert caught.value.held


@pytest.mark.parametrize(
    "fields",
    [
        {"draft": False},
        {"isDraft": "false"},
        {"published": True},
        {"is_published": 1},
        {"private": 0},
        {"hidden": "no"},
        {"password": ""},
        {"password": None},
        {"state": "New York"},
        {"state": "published"},
        {"visibility": "public"},
        {"visibility": "10 km"},
        {"publishDate": "2001-01-01"},
        {"publishDate": "last spring"},
        {"scheduled_at": "0000-00-00 00:00:00"},
        {"scheduled": False},
        {"expiryDate": "2999-01-01"},
        {"expires": "never"},
        {"expires": -1},
        {"expires": "Thu, 01 Jan 1970 00:00:00 GMT"},
        {"cover": {"hidden": True}},
        {"http_status": "draft"},
        {"comment_status": "closed"},
        {"ping_status": "open"},
        {"httpStatus": "200"},
        {"sync_status": "pending"},
        {"marital_status": "private"},
    ],
    ids=str,
)
def test_other_keys_and_clear_values_hold_nothing(fields: dict[str, Any]) -> None:
    """The status of another thing is no status of the article."""
    article, remarks = article_from({**PLAIN, **fields}, "a")
    assert (article.status, article.embargoed_until) == ("usable", None)
    assert "PK208" not in {remark.code for remark in remarks}


def test_a_key_that_is_understood_is_kept_without_a_word() -> None:
    """The key is in `extra`; only keys that hold the article back are named in a remark."""
    kept, remarks = hold_back({"headline": "A", "draft": False, "isPublished": True}, "a")
    assert (kept["extra"], remarks) == ({"draft": False, "isPublished": True}, [])
    kept, [remark] = hold_back({"headline": "A", "draft": True}, "a.json")
    assert (kept["status"], remark.record) == ("withheld", "a.json")
    assert remark.message == "held back: draft is true"


def test_a_scheduled_article_is_embargoed_until_its_moment() -> None:
    """The option `--allow-embargoed` prints the article; a draft stays a draft."""
    scheduled = {**PLAIN, "publishDate": "2999-01-01T08:00:00+01:00"}
    article, _ = article_from(scheduled, "a")
    assert article.embargoed_until == datetime(2999, 1, 1, 7, tzinfo=UTC)
    assert printkit.export(scheduled, allow_embargoed=True).page_count == 1
    with pytest.raises(RefusedError, match="isDraft is true"):
        printkit.export({**scheduled, "isDraft": True}, allow_embargoed=True)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.json", '{"headline": "A", "body": "B", "isDraft": true}'),
        ("a.jsonl", '{"headline": "A", "body": "B", "is_published": false}\n'),
        ("a.md", "---\ntitle: A\ndraft: true\n---\nB"),
        ("a.md", "+++\ntitle = 'A'\ndraft = true\n+++\nB"),
        ("a.md", '{\n "title": "A",\n "draft": true\n}\n\nB'),
        ("a.md", "---\ntitle: A\npublishDate: 2999-01-01\n---\nB"),
        ("a.md", "---\ntitle: A\nexpiryDate: 2001-01-01\n---\nB"),
        ("a.md", "Title: A\nStatus: hidden\n\nB"),
        ("a.txt", "A headline\n\nStatus: draft\n\nThe harbour opened on Monday, said the mayor."),
        ("a.txt", "A headline\n\nDraft: yes\n\nThe harbour opened on Monday, said the mayor."),
        ("a.txt", "NOT FOR PUBLICATION\n\nA headline\n\nThe harbour opened on Monday, he said."),
        ("a.txt", "A headline\n\nDRAFT\n\nThe harbour opened on Monday, said the mayor."),
        ("a.txt", "A headline\n\nEMBARGOED UNTIL MONDAY\n\nThe harbour opened on Monday, he said."),
    ],
)
def test_each_format_holds_back(name: str, text: str) -> None:
    """The formats are front matter of each kind, header lines, JSON and plain text."""
    with pytest.raises((RefusedError, RecordError)) as caught:
        printkit.export(text.encode(), name=name)
    assert isinstance(caught.value, RefusedError | RecordError)
    assert caught.value.held


def test_a_draft_in_a_folder_is_skipped_and_a_named_draft_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder of a site holds drafts, so a draft in a folder is no failure."""
    monkeypatch.chdir(tmp_path)
    Path("site").mkdir()
    write_record(PLAIN, "site/a.json")
    other = {"headline": "Rain", "body": "It fell on Monday.", "language": "en"}
    write_record({**other, "isDraft": True}, "site/b.json")
    for command in (["export", "site", "-d", "out"], ["digest", "site", "-o", "out.pdf"]):
        done = run_command(*command, "--report", "report.json")
        assert done.exit_code == 0, done.stderr
        found = read_accounts(Path("report.json"))
        assert sorted((one["record"], one["status"]) for one in found) == [
            ("site/a.json", "ok"),
            ("site/b.json", "skipped"),
        ]
        assert "isDraft is true" in done.stderr
    for command in (["export", "site/b.json", "-d", "o"], ["digest", "site/a.json", "site/b.json"]):
        out = ["-o", "out.pdf"] if command[0] == "digest" else []
        done = run_command(*command, *out, "--report", "report.json")
        assert done.exit_code == 1
        assert "refused" in done.stderr


def test_no_message_tells_a_password() -> None:
    """Messages end in logs and reports."""
    [hold] = holds_in({"post_password": "sesame"})
    assert hold.reason == "post_password is set"


def test_jekylls_folder_of_drafts_holds_drafts(tmp_path: Path) -> None:
    """Such drafts have no key that says `draft`."""
    (tmp_path / "_drafts").mkdir()
    (tmp_path / "_drafts" / "a.md").write_text("---\ntitle: A\n---\nB\n", encoding="utf-8")
    with pytest.raises(RefusedError, match="it lies in the folder _drafts"):
        printkit.export(tmp_path / "_drafts" / "a.md")


def test_every_reason_is_told() -> None:
    """The reason has the key as the record spells the key."""
    record = {"headline": "A", "isDraft": True, "visibility": "private", "meta": {"hidden": 1}}
    assert [hold.reason for hold in holds_in(record)] == [
        "isDraft is true",
        "visibility is 'private'",
        "meta.hidden is 1",
    ]


@pytest.mark.parametrize(
    "fields",
    [
        *({key: True} for key in ("withheld", "spiked", "killed", "retracted", "hide", "on_hold")),
        *({key: False} for key in ("approved", "active", "is_enabled")),
        *({key: "2024-01-01"} for key in ("deleted_at", "withdrawnOn", "unpublished_at")),
        *({key: "2099-01-01"} for key in ("published", "published_at", "pubDate", "publishedOn")),
        {"date": "2024-01-01", "pubDate": "2099-01-01"},
    ],
    ids=str,
)
def test_more_words_of_newsrooms_and_databases_hold_back(fields: dict[str, Any]) -> None:
    """A remark names each such key."""
    article, remarks = article_from({"headline": "A", "body": "B", **fields}, "a")
    assert article.status == "withheld" or article.embargoed_until
    assert [one.code for one in remarks if one.code == "PK208"] == ["PK208"]


@pytest.mark.parametrize(
    "fields",
    [
        {"retracted": False},
        {"deleted_at": None},
        {"deleted_at": "0000-00-00"},
        {"approved": True},
        {"published": "2024-01-01"},
        {"published_at": 1704067200},
    ],
    ids=str,
)
def test_the_same_words_with_the_other_value_hold_nothing(fields: dict[str, Any]) -> None:
    """A date of the past does not hold an article back either."""
    article, _ = article_from({"headline": "A", "body": "B", **fields}, "a")
    assert (article.status, article.embargoed_until) == ("usable", None)


@pytest.mark.parametrize("key", ["date", "datePublished", "publication_date"])
def test_a_date_still_to_come_is_told(key: str) -> None:
    """An issue may be dated ahead, so the date holds nothing back."""
    article, remarks = article_from({"headline": "A", "body": "B", key: "2099-01-01"}, "a")
    assert article.status == "usable"
    assert [one.message for one in remarks] == [
        f"{key} 2099-01-01 is still to come; printed as it is"
    ]
    tomorrow = datetime.now(UTC) + timedelta(hours=20)
    _, remarks = article_from({"headline": "A", "body": "B", key: tomorrow}, "a")
    assert remarks == ()


@pytest.mark.parametrize(
    "fields",
    [
        {"publishedAt": None},
        {"published_at": None, "date_published": "2024-11-22"},
        {"sys": {"publishedVersion": None}},
        {"attributes": {"publishedAt": None}},
        {"validThrough": "2020-01-01"},
        {"access": "private"},
        {"review_state": "private"},
        {"not_before": "2099-05-01T00:00:00Z"},
        {"available_at": "2099-05-01T00:00:00Z"},
        {"dateAvailable": "2099-05-01T00:00:00Z"},
        {"archived": True},
        {"archived": "2020-01-01T08:00:00Z"},
        {"archived_at": "2020-01-01"},
        {"archivedAt": 1600000000},
        {"is_archived": True},
        {"_archived": "yes"},
        {"dateArchived": "2020-01-01"},
        {"sys": {"archivedVersion": 3}},
        {"status": "archived"},
        {"workflow_state": "archived"},
        {"deletedTime": "2020-01-01T08:00:00Z"},
        {"deleted_at": True},
        {"trashed": "2020-01-01"},
    ],
    ids=str,
)
def test_drafts_of_headless_systems_are_held_back(fields: dict[str, Any]) -> None:
    """Strapi and Contentful write null where a draft has no publication."""
    article, _ = article_from({"headline": "H", "body": "B", **fields}, "a")
    assert article.status == "withheld" or article.embargoed_until


@pytest.mark.parametrize(
    "fields",
    [
        {"publishedAt": ""},
        {"date_published": None},
        {"publishedAt": "2024-11-22"},
        {"sys": {"publishedVersion": 3}},
        {"validThrough": "2099-01-01"},
        {"access": "public"},
        {"isAccessibleForFree": False},
        {"not_before": "2020-05-01T00:00:00Z"},
        {"archived": False},
        {"is_archived": 1, "is_starred": 0},
        {"archivedAt": "2020-01-01", "savedAt": "2020-01-01"},
        {"state": "Archived", "readingProgress": 100},
        {"archived": "2020-01-01", "archive_url": "https://archive.example/a"},
        {"archived": "2099-01-01"},
        {"archived_at": "0000-00-00"},
        {"hidden_on": "mobile"},
    ],
    ids=str,
)
def test_published_articles_of_headless_systems_are_printed(fields: dict[str, Any]) -> None:
    """An empty cell of a table is no draft."""
    article, _ = article_from({"headline": "H", "body": "B", **fields}, "a")
    assert (article.status, article.embargoed_until) == ("usable", None)
