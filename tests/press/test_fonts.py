"""Font files: cut once, kept, and the same from the cache or without a cache."""

import io
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from printkit.errors import PressError
from printkit.files.cache import CacheFolder
from printkit.press.fonts import FAMILIES, read_font
from tests.support.paths import CHECKOUT

VARIABLE = "font:libre-franklin/LibreFranklin%5Bwght%5D.ttf"
BOLD = f"{VARIABLE}?wght=600"
WHOLE = "font:amiri/Amiri-Regular.ttf"


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of an empty cache."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    return tmp_path


@pytest.mark.usefixtures("cache")
def test_a_cut_face_is_static_and_has_all_its_letters() -> None:
    """WeasyPrint finds no axis to instance, and all letters are there."""
    cut, whole = (TTFont(io.BytesIO(read_font(url))) for url in (BOLD, VARIABLE))
    assert "fvar" in whole
    assert "fvar" not in cut
    assert cut["OS/2"].usWeightClass == 600
    assert cut.getBestCmap().keys() == whole.getBestCmap().keys()
    assert cut["maxp"].numGlyphs == whole["maxp"].numGlyphs


def test_a_face_is_kept_and_is_the_same_from_the_cache(cache: Path) -> None:
    """The cache has one entry for each face."""
    first = read_font(BOLD)
    (kept,) = (path for path in cache.rglob("*") if path.is_file())
    kind, _, key = kept.name.partition("-")
    assert CacheFolder(kept.parent).get(kind, key) == first == read_font(BOLD)


def test_the_cache_is_read(cache: Path) -> None:
    """The second time, no face is cut."""
    read_font(BOLD)
    (kept,) = (path for path in cache.rglob("*") if path.is_file())
    kind, _, key = kept.name.partition("-")
    CacheFolder(kept.parent).put(kind, key, b"from the cache")
    assert read_font(BOLD) == b"from the cache"


def test_a_cache_that_cannot_be_written_is_none(
    cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A machine without a writable cache prints as well."""
    first = read_font(BOLD)
    blocked = cache / "a file"
    blocked.write_text("")
    monkeypatch.setenv("XDG_CACHE_HOME", str(blocked))
    monkeypatch.setenv("HOME", str(blocked))
    assert read_font(BOLD) == first


def test_a_face_without_axes_is_the_file_itself(cache: Path) -> None:
    """Such a file is not copied into the cache."""
    assert TTFont(io.BytesIO(read_font(WHOLE)))["name"].getBestFamilyName() == "Amiri"
    assert not list(cache.iterdir())


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("font:helvetica/Helvetica.ttf", "no font at"),
        ("font:amiri/../Amiri-Regular.ttf", "no font at"),
        ("font:amiri/%2e%2e%2f%2e%2e/secret.ttf", "no font at"),
        ("font:amiri", "not installed"),
        ("font:amiri/..", "not installed"),
        ("font:amiri/None.ttf", "not installed"),
    ],
)
def test_what_is_no_font_is_told(url: str, told: str) -> None:
    """No name leads out of the font packages."""
    with pytest.raises(PressError, match=told) as caught:
        read_font(url)
    assert caught.value.remedy


@pytest.mark.parametrize("family", FAMILIES)
def test_every_family_is_installed_and_used(family: str) -> None:
    """The list holds exactly the families that the styles use."""
    styles = CHECKOUT / "styles"
    used = "".join(path.read_text(encoding="utf-8") for path in styles.rglob("*.css"))
    assert f"font:{family}/" in used
