"""Conformance: veraPDF over what the tests print.

python -m tests.conformance [FOLDER]

Prints the snippets of the tagging tests, the samples, and the corpus where it is there,
into the folder (else a temporary one), and has veraPDF check them all: snippets against
PDF/UA-1, articles against PDF/UA-1 and PDF/A-3A. An article with characters that no font
here has claims neither, and is named, not checked.
"""

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from printkit import pipeline
from printkit.errors import PrintkitError
from tests.conformance import verapdf
from tests.conftest import CORPUS
from tests.tagging.printing import printed
from tests.tagging.test_trees import TREES

TESTS = Path(__file__).parents[1]
NO_GLYPH = "PK502"


def print_snippets(folder: Path) -> list[Path]:
    """The tagging tests' snippets, one file each."""
    paths = [folder / f"snippet-{number:02}.pdf" for number in range(len(TREES))]
    for path, body in zip(paths, TREES, strict=True):
        path.write_bytes(printed(body).pdf)
    return paths


def print_articles(folder: Path) -> Iterator[Path]:
    """Samples and corpus, as a user would have them."""
    records = [*(TESTS / "samples").iterdir(), *CORPUS.glob("articles/*.json")]
    for record in sorted(path for path in records if path.is_file()):
        path = folder / f"article-{record.stem}.pdf"
        try:
            result = pipeline.export(record, path)
        except PrintkitError as error:
            print(f"not printed: {error}")  # noqa: T201
            continue
        if any(remark.code == NO_GLYPH for remark in result.remarks):
            print(f"not checked: {record.name} has characters that no font has")  # noqa: T201
        else:
            yield path


def main(folder: Path) -> int:
    """Print, check, tell, and return the exit status."""
    snippets = verapdf.told("ua1", print_snippets(folder))
    articles = verapdf.told("ua1,3a", list(print_articles(folder)))
    return max(snippets, articles)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as temporary:
        sys.exit(main(Path(sys.argv[1] if len(sys.argv) > 1 else temporary)))
