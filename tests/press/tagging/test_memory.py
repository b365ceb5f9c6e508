"""The one private hook into WeasyPrint: set once, checked, and not needed for printing."""

import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
import weasyprint
from weasyprint.pdf import tags

from printkit.press.tagging import memory, watch_boxes
from tests.support.tagged_snippets import print_snippet

BODY = "<ul><li>a<p>b</ul><p>c <a href='http://x.y/'>d</a>"


@pytest.fixture
def unwatched(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take the hook out of WeasyPrint for a test."""
    watch_boxes()
    monkeypatch.setattr(tags, "_build_box_tree", tags._build_box_tree.printkit_original)


def test_twice() -> None:
    """Setting the hook twice wraps WeasyPrint's function once."""
    assert watch_boxes()
    wrapped = tags._build_box_tree
    assert watch_boxes()
    assert tags._build_box_tree is wrapped


def test_import_is_light() -> None:
    """Importing the module does not import WeasyPrint."""
    code = "import sys, printkit.press.tagging; sys.exit('weasyprint' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.usefixtures("unwatched")
def test_other_version(monkeypatch: pytest.MonkeyPatch) -> None:
    """In another major version of WeasyPrint, no hook is set."""
    monkeypatch.setattr(weasyprint, "VERSION", "71.0")
    before = tags._build_box_tree
    assert not watch_boxes()
    assert tags._build_box_tree is before


def changed(box: object, _: object) -> Iterator[object]:
    """Build the box tree with other parameters than WeasyPrint does."""
    yield box


@pytest.mark.usefixtures("unwatched")
@pytest.mark.parametrize("build", [None, changed, lambda *_: iter(())])
def test_unfamiliar_hook(monkeypatch: pytest.MonkeyPatch, build: object) -> None:
    """On a function with other parameters, no hook is set."""
    monkeypatch.setattr(tags, "_build_box_tree", build)
    assert not watch_boxes()
    assert tags._build_box_tree is build


@pytest.mark.usefixtures("unwatched")
def test_stock_tags(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the hook WeasyPrint's own tags stay, with a remark."""
    monkeypatch.setattr(memory, "MAJOR_VERSION", "0")
    page = print_snippet(BODY)
    assert [remark.code for remark in page.remarks] == ["PK504"]
    assert page.outline.startswith("L(LI(Lbl(Span('•')) LBody(Span('a'))")
    assert page.faults != []


def test_threads() -> None:
    """Documents printed at the same time do not disturb each other."""
    alone = print_snippet(BODY).pdf
    with ThreadPoolExecutor(4) as pool:
        assert set(pool.map(lambda _: print_snippet(BODY).pdf, range(8))) == {alone}
