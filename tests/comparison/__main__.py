"""Print the same records with this checkout and with an older commit, and compare the bytes.

    python -m tests.comparison COMMIT     or: make compare BASE=COMMIT

Prints the two sample articles, the sample week, and ten articles of the corpus where the corpus
lies beside the checkout. Exit code 0: all files are equal. Exit code 1: some files differ, and the
output names each of these files with the pages that look different.
"""

import os
import subprocess
import sys
import tarfile
from collections.abc import Iterator
from io import BytesIO
from itertools import zip_longest
from pathlib import Path

import pypdfium2

from tests.support.paths import CHECKOUT, CORPUS

SAMPLES = CHECKOUT / "tests" / "samples"
BUILD = CHECKOUT / "build" / "comparison"


def main(commit: str) -> int:
    """Print with both, and say for each file whether its bytes are equal."""
    old = _checked_out(commit)
    sides = [_printed(home, BUILD / name) for home, name in ((old, "before"), (CHECKOUT, "now"))]
    names = sorted(sides[0].keys() | sides[1].keys())
    assert len(names) >= 3, "something must have been printed"
    different = [name for name in names if sides[0].get(name) != sides[1].get(name)]
    for name in names:
        changed = "different" if name in different else "equal"
        print(f"{changed:9}  {name}", *_changed_pages(*(side.get(name) for side in sides)))
    print(f"{len(names) - len(different)} of {len(names)} files are equal to those of {commit}")
    return 1 if different else 0


def _changed_pages(before: bytes | None, now: bytes | None) -> Iterator[str]:
    """Yield a line on the pages that look different, or nothing for equal bytes."""
    if before == now:
        return
    shown = [_pictures(pdf) if pdf else [] for pdf in (before, now)]
    pages = [n for n, (one, other) in enumerate(zip_longest(*shown), 1) if one != other]
    yield f"(different pages: {', '.join(map(str, pages)) or 'none'} of {len(shown[1])})"


def _pictures(pdf: bytes) -> list[bytes]:
    return [page.render().to_pil().tobytes() for page in pypdfium2.PdfDocument(pdf)]


def _checked_out(commit: str) -> Path:
    """Unpack the files of a commit into a folder of their own."""
    folder = BUILD / "checkout"
    subprocess.run(["rm", "-rf", BUILD], check=True)
    archive = subprocess.run(
        ["git", "archive", commit], cwd=CHECKOUT, capture_output=True, check=True
    ).stdout
    with tarfile.open(fileobj=BytesIO(archive)) as files:
        files.extractall(folder, filter="data")
    return folder


def _printed(home: Path, folder: Path) -> dict[str, bytes]:
    """Print with the printkit in this folder; return the PDFs by their names."""
    folder.mkdir(parents=True)
    week = ("--config", SAMPLES / "week" / "printkit.toml", "-o", folder / "week.pdf")
    _run(home, "export", SAMPLES / "sochi.txt", SAMPLES / "deep-field.md", "-d", folder)
    _run(home, "digest", SAMPLES / "week", SAMPLES / "sochi.txt", *week, "--no-cache")
    if CORPUS.is_dir():
        articles = sorted((CORPUS / "articles").glob("*.json"))[::4][:10]
        assert len(articles) == 10, "the corpus has more than forty articles"
        _run(home, "export", *articles, "-d", folder / "corpus")
    return {str(one.relative_to(folder)): one.read_bytes() for one in folder.rglob("*.pdf")}


def _run(home: Path, *words: str | Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "printkit", *map(str, words)],
        cwd=home,
        env={**os.environ, "PYTHONPATH": str(home)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=True,
    )


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
