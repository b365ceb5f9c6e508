"""The cache: entries are whole and right, and without a cache everything works."""

import os
import stat
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from printkit.files import cache
from printkit.files.cache import CacheFolder

KEY = cache.key("a harbour", b"reopens")
OTHER = cache.key("a bridge")
LONG_AGO = time.time() - 7_200
POSIX = pytest.mark.skipif(os.name != "posix", reason="needs POSIX")

# Each process takes and puts entries, whose names tell their bytes, and trims all the time.
USE = """
import random, sys
from pathlib import Path
from printkit.files import cache
store, chance, hits = cache.CacheFolder(Path(sys.argv[1])), random.Random(sys.argv[2]), 0
for turn in range(400):
    name = cache.key(str(chance.randrange(12)))
    right = name.encode() * 2_000
    data = store.get("page", name)
    assert data in (None, right), "torn"
    hits += data is not None
    assert store.put("page", name, right)
    if turn % 20 == 0:
        for path in Path(sys.argv[1]).glob("page-*"):
            try:
                __import__("os").utime(path, (1_000_000_000 + turn, 1_000_000_000 + turn))
            except FileNotFoundError:
                pass
        store.trim(400_000)
print(hits)
"""
# A limit of the system on file sizes stands for a disk that is full after 100,000 bytes.
ON_A_FULL_DISK = """
import resource, sys
from pathlib import Path
from printkit.files import cache
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
store = cache.CacheFolder(Path(sys.argv[1]))
print([store.put("page", cache.key(str(size)), bytes(size)) for size in (99_000, 200_000)])
"""
WRITE_FOR_EVER = """
import sys
from pathlib import Path
from printkit.files import cache
store = cache.CacheFolder(Path(sys.argv[1]))
while True:
    store.put("page", sys.argv[2], bytes(20_000_000))
"""
OPEN = """
import sys
from printkit.files import cache
with cache.open_cache() as store:
    print(store.folder, store.put("page", cache.key("x"), b"x"))
"""


@pytest.fixture
def store(tmp_path: Path) -> CacheFolder:
    """Return an empty cache, whose folder does not exist yet."""
    return CacheFolder(tmp_path / "above" / "store")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the home of a user without a cache."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path))
    return tmp_path


def entry(store: CacheFolder, kind: str = "page", key: str = KEY) -> Path:
    """Return the path of an entry."""
    return store.folder / f"{kind}-{key}"


def python(script: str, *arguments: str | Path) -> "subprocess.Popen[str]":
    """Start a script in another Python."""
    command = [sys.executable, "-c", script, *map(str, arguments)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def finished(*running: "subprocess.Popen[str]") -> list[str]:
    """Wait for processes that must succeed; return their output."""
    ended = [(one.communicate(timeout=280), one.returncode) for one in running]
    assert [told[1] for told, code in ended if code] == []
    return [told[0] for told, _ in ended]


def grow_old(path: Path, moment: float = LONG_AGO) -> None:
    """Set the time of a file's last use."""
    os.utime(path, (moment, moment))


def test_what_is_put_is_got_by_kind_and_key(store: CacheFolder) -> None:
    """The same key of another kind is another entry."""
    assert store.get("page", KEY) is None
    assert store.put("page", KEY, b"first")
    assert store.put("page", KEY, b"second")
    assert store.put("face", KEY, b"")
    assert store.get("page", KEY) == b"second"
    assert store.get("face", KEY) == b""
    assert store.get("page", OTHER) is None
    assert [store.has("page", key) for key in (KEY, OTHER)] == [True, False]


def test_nothing_is_left_beside_the_entries(store: CacheFolder) -> None:
    """No draft stays, and a search for an entry makes no folder."""
    assert not store.has("page", KEY)
    assert store.get("page", KEY) is None
    assert not store.folder.exists()
    store.put("page", KEY, b"a page")
    assert list(store.folder.iterdir()) == [entry(store)]


@given(st.lists(st.text() | st.binary(), max_size=4), st.lists(st.text(), max_size=4))
def test_keys_differ_where_their_parts_do(ones: list[str | bytes], others: list[str]) -> None:
    """`ab` in two parts is another key; text is UTF-8, and lone surrogates are allowed."""
    spelt = [one if isinstance(one, bytes) else one.encode() for one in ones]
    same = spelt == [other.encode() for other in others]
    assert (cache.key(*ones) == cache.key(*others)) is same
    assert cache.key(*ones) == cache.key(*spelt)
    assert cache.key(*ones, "\ud800") != cache.key(*ones, "")


def test_a_key_is_the_same_for_ever() -> None:
    """Every process makes the same key; a changed key would make all caches useless."""
    assert cache.key("a", b"b") != cache.key("ab")
    assert cache.key() == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


@pytest.mark.parametrize(
    ("kind", "key"),
    [("../page", KEY), ("page", "../../x"), ("Page", KEY), ("", KEY), ("page", "CON")],
)
def test_what_names_no_entry_is_a_fault_of_ours(store: CacheFolder, kind: str, key: str) -> None:
    """Such names lead out of the folder, or Windows refuses the name."""
    with pytest.raises(ValueError, match="cannot be the name"):
        store.get(kind, key)
    with pytest.raises(ValueError, match="cannot be the name"):
        store.put(kind, key, b"")


@pytest.mark.parametrize("harm", ["cut short", "empty", "one bit", "longer", "of another key"])
def test_a_damaged_entry_is_none_and_is_removed(store: CacheFolder, harm: str) -> None:
    """The damage may be any: a byte more, a byte less, a wrong byte, another entry."""
    store.put("page", KEY, b"a page of news")
    store.put("page", OTHER, b"another page")
    whole = entry(store).read_bytes()
    harmed = {
        "cut short": whole[:-1],
        "empty": b"",
        "one bit": bytes([*whole[:-1], whole[-1] ^ 1]),
        "longer": whole + b"\0",
        "of another key": entry(store, key=OTHER).read_bytes(),
    }
    entry(store).write_bytes(harmed[harm])
    assert store.get("page", KEY) is None
    assert not entry(store).exists()


@POSIX
def test_a_symlink_is_no_entry_and_is_not_written_through(
    store: CacheFolder, tmp_path: Path
) -> None:
    """A link to a sound entry elsewhere is no entry, either."""
    store.put("page", KEY, b"a page")
    elsewhere = tmp_path / "elsewhere"
    entry(store).rename(elsewhere)
    before = elsewhere.read_bytes()
    entry(store).symlink_to(elsewhere)
    assert not store.has("page", KEY)
    assert store.get("page", KEY) is None
    store.trim(0)
    assert store.put("page", KEY, b"new")
    assert store.get("page", KEY) == b"new"
    assert not entry(store).is_symlink()
    assert elsewhere.read_bytes() == before


@POSIX
def test_a_folder_or_a_pipe_in_the_place_of_an_entry_is_a_miss(store: CacheFolder) -> None:
    """Reading does not wait at the pipe, and the folder stays as it is."""
    entry(store).mkdir(parents=True)
    (entry(store) / "a file").write_text("somebody's")
    os.mkfifo(entry(store, key=OTHER))
    assert store.get("page", KEY) is None
    assert store.get("page", OTHER) is None
    assert not store.has("page", KEY)
    assert not store.has("page", OTHER)
    assert not store.put("page", KEY, b"a page")
    grow_old(entry(store))
    grow_old(entry(store, key=OTHER), LONG_AGO - 1_000)
    store.trim(0)
    assert (entry(store) / "a file").read_text() == "somebody's"
    assert entry(store, key=OTHER).is_fifo()
    assert not list(store.folder.glob("*.draft"))


@POSIX
def test_only_the_user_can_read_it(store: CacheFolder) -> None:
    """The cache may hold articles under embargo."""
    store.put("page", KEY, b"a page")
    assert stat.S_IMODE(store.folder.stat().st_mode) == 0o700
    assert stat.S_IMODE(entry(store).stat().st_mode) == 0o600


@pytest.mark.skipif(getattr(os, "geteuid", int)() != 0, reason="only root can give files away")
def test_what_somebody_else_put_there_is_not_believed(store: CacheFolder) -> None:
    """A file of another user is ignored, also with a right checksum."""
    store.put("page", KEY, b"a page")
    os.chown(entry(store), 12_345, 12_345)
    assert not store.has("page", KEY)
    assert store.get("page", KEY) is None


@pytest.mark.parametrize("use", [CacheFolder.get, CacheFolder.has])
def test_an_entry_that_is_used_is_touched_once_an_hour(
    store: CacheFolder, use: Callable[[CacheFolder, str, str], object]
) -> None:
    """To touch an entry at each use would cost more than to read the entry."""
    store.put("page", KEY, b"a page")
    half_an_hour_ago = time.time() - 1_800
    grow_old(entry(store), half_an_hour_ago)
    use(store, "page", KEY)
    assert entry(store).stat().st_mtime == pytest.approx(half_an_hour_ago, abs=2)
    grow_old(entry(store))
    use(store, "page", KEY)
    assert entry(store).stat().st_mtime == pytest.approx(time.time(), abs=60)


def test_trimming_removes_what_was_longest_unused(store: CacheFolder) -> None:
    """Trimming stops at the limit; a time in the future protects no entry."""
    store.folder.mkdir(parents=True)
    draft = store.folder / f"{'0' * 32}.draft"
    draft.write_bytes(bytes(10_000))
    grow_old(draft)
    keys = [cache.key(str(number)) for number in range(5)]
    for age, key in enumerate(keys):
        store.put("page", key, bytes(996))  # and four bytes of the checksum
        grow_old(entry(store, key=key), LONG_AGO - 1_000 * age)
    grow_old(entry(store, key=keys[2]), time.time() + 1_000_000)
    store.trim(5_000)
    assert [store.get("page", key) is None for key in keys] == [False] * 5
    for age, key in enumerate(keys):
        grow_old(entry(store, key=key), LONG_AGO - 1_000 * age)
    grow_old(entry(store, key=keys[2]), time.time() + 1_000_000)
    store.trim(2_999)
    assert [store.get("page", key) is None for key in keys] == [False, True, False, True, True]
    grow_old(entry(store, key=keys[0]))
    grow_old(entry(store, key=keys[2]), time.time() + 1_000_000)
    store.trim(0)
    assert list(store.folder.iterdir()) == []


def test_trimming_spares_what_was_used_within_the_hour(store: CacheFolder) -> None:
    """Another run may use the entry; old drafts go, new drafts and foreign files stay."""
    store.put("page", KEY, bytes(1_000))
    store.put("page", OTHER, bytes(1_000))
    grow_old(entry(store, key=OTHER))
    new, old = (store.folder / f"{letter * 32}.draft" for letter in "ab")
    letter = store.folder / "page-of-a-letter.txt"
    for path in (new, old, letter):
        path.write_bytes(b"x")
    grow_old(old)
    grow_old(letter)
    store.trim(0)
    assert set(store.folder.iterdir()) == {entry(store), new, letter}


def test_without_a_folder_there_is_nothing_to_trim(store: CacheFolder) -> None:
    """Trimming ends without an error."""
    store.trim(0)
    assert not store.folder.exists()


def test_where_nothing_can_be_written_all_is_a_miss(tmp_path: Path) -> None:
    """The caller learns that the cache is useless; reading and trimming still work."""
    (tmp_path / "a file").write_text("")
    store = CacheFolder(tmp_path / "a file" / "store")
    assert not store.put("page", KEY, b"a page")
    assert store.get("page", KEY) is None
    store.trim(0)


@POSIX
def test_on_a_full_disk_an_entry_is_put_whole_or_not_at_all(store: CacheFolder) -> None:
    """The draft of the second entry is removed."""
    (told,) = finished(python(ON_A_FULL_DISK, store.folder))
    assert told.strip() == "[True, False]"
    assert [path.name for path in store.folder.iterdir()] == [f"page-{cache.key('99000')}"]


def test_processes_share_it_and_trim_at_once(store: CacheFolder) -> None:
    """No process reads a torn entry, and files that vanish cause no error."""
    hits = finished(*(python(USE, store.folder, str(seed)) for seed in range(4)))
    assert sum(map(int, hits)) > 100
    assert not list(store.folder.glob("*.draft"))


def test_a_writer_that_is_killed_leaves_no_half_an_entry(store: CacheFolder) -> None:
    """Half a draft may stay; the next trimming an hour later removes the draft."""
    drafts: list[Path] = []
    for _ in range(20):
        writer = python(WRITE_FOR_EVER, store.folder, KEY)
        until = time.monotonic() + 200
        while time.monotonic() < until:
            if entry(store).exists() and list(store.folder.glob("*.draft")):
                break
            time.sleep(0.001)
        writer.kill()
        writer.communicate()
        # The test looks at the file, as `get` returns None for a torn entry, too.
        assert entry(store).stat().st_size == 20_000_004
        drafts = list(store.folder.glob("*.draft"))
        if drafts:
            break
    assert drafts, "no writer was killed at work"
    for draft in drafts:
        grow_old(draft)
    store.trim()
    assert not list(store.folder.glob("*.draft"))


def test_the_users_cache_is_kept_and_trimmed(home: Path) -> None:
    """Entries outlast the run, also a run that fails."""
    with cache.open_cache() as store:
        assert store.folder.is_relative_to(home)
        assert store == cache.user_cache()
        store.put("page", KEY, b"a page")
    with suppress(KeyboardInterrupt), cache.open_cache() as store:
        assert store.get("page", KEY) == b"a page"
        draft = store.folder / f"{'0' * 32}.draft"
        draft.touch()
        grow_old(draft)
        raise KeyboardInterrupt
    assert list(store.folder.iterdir()) == [entry(store)]


def test_a_cache_that_is_not_to_be_kept_is_removed(home: Path) -> None:
    """The user's own cache is not touched."""
    with cache.open_cache(keep=False) as store:
        assert store.put("page", KEY, b"a page")
        assert CacheFolder(store.folder).get("page", KEY) == b"a page"
        assert not store.folder.is_relative_to(home)
    assert not store.folder.exists()
    assert list(home.iterdir()) == []


def test_where_the_users_cache_cannot_be_written_a_temporary_one_serves(home: Path) -> None:
    """The temporary cache is removed at the end."""
    blocked = home / "a file"
    blocked.write_text("")
    environment = {name: str(blocked) for name in ("XDG_CACHE_HOME", "HOME", "LOCALAPPDATA")}
    command = [sys.executable, "-c", OPEN]
    told = subprocess.check_output(command, env={**os.environ, **environment}, text=True)
    folder, put = told.split()
    assert put == "True"
    assert not Path(folder).is_relative_to(home)
    assert not Path(folder).exists()
