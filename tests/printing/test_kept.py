"""Kept digests: a whole digest comes back as it was, or not at all."""

from pathlib import Path

import pytest

from printkit.files import cache
from printkit.files.cache import CacheFolder
from printkit.printing import kept
from printkit.remarks import Remark
from printkit.report import Account, Digest
from tests.support.press_runs import damage_entries, remove_entries, replace_entries

KEY = cache.key("an issue")
DIGEST = Digest(
    "The week",
    b"%PDF-1.7 \0\xff{}",
    12,
    (
        Account("feed.jsonl:1", "ok", (Remark("PK406", "no credit", "feed.jsonl:1"),), page="1"),
        Account("קובץ.json", "ok", page="9"),
    ),
    (Remark("PK712", "is not tagged"),),
)


def test_a_digest_comes_back_equal(tmp_path: Path) -> None:
    """The cache gives back pages, accounts and remarks."""
    kept.keep_digest(KEY, DIGEST, CacheFolder(tmp_path))
    assert kept.find_digest(KEY, CacheFolder(tmp_path)) == DIGEST


def test_another_key_is_another_digest(tmp_path: Path) -> None:
    """The cache finds only digests that it keeps."""
    kept.keep_digest(KEY, DIGEST, CacheFolder(tmp_path))
    assert kept.find_digest(cache.key("another issue"), CacheFolder(tmp_path)) is None


@pytest.mark.parametrize("harm", [replace_entries, damage_entries, remove_entries])
def test_what_cannot_be_read_is_none(tmp_path: Path, harm: object) -> None:
    """The entry is damaged, of another shape, or absent."""
    store = CacheFolder(tmp_path)
    kept.keep_digest(KEY, DIGEST, store)
    assert callable(harm)
    assert harm(store, "digest") == 1
    assert kept.find_digest(KEY, store) is None


@pytest.mark.parametrize("data", [b"", b"\0", b"\0\0\0\x02{}", b"\xff\xff\xff\xff{}"])
def test_an_entry_of_another_shape_is_none(tmp_path: Path, data: bytes) -> None:
    """A wrong entry is too short, or too long for the length that it names."""
    CacheFolder(tmp_path).put("digest", KEY, data)
    assert kept.find_digest(KEY, CacheFolder(tmp_path)) is None
