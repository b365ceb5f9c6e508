"""How long printing takes, as ratios of whole processes in one run: `make bench`.

Absolute times depend on the machine and on what else it does; only the ratios are kept.
"""

import hashlib
import re
import shutil
import subprocess
import sys
import tempfile
import time
from importlib.util import cache_from_source, find_spec
from pathlib import Path
from statistics import median

import printkit
from printkit.fonts import read_font
from printkit.themes import STYLES, find_theme

SAMPLE = Path(__file__).parents[1] / "samples" / "sochi.txt"
BIN = Path(sys.executable).parent
ROUNDS = 9


def main() -> None:
    """Time the pairs that matter and print their ratios, with the bar each has to clear."""
    print(f"byte code of WeasyPrint compiled: {'yes' if _compiled() else 'NO'}")
    print(f"{ROUNDS} rounds, each pair in turn; medians of whole processes\n")
    with tempfile.TemporaryDirectory() as folder:
        page = _page_for_weasyprint(Path(folder))
        pdf = Path(folder, "out.pdf")
        _compare(
            "printkit --help, to importing WeasyPrint",
            [str(BIN / "printkit"), "--help"],
            [sys.executable, "-c", "import weasyprint"],
            bar=0.12,
        )
        _compare(
            "one article cold, to the weasyprint command on the same HTML and CSS",
            [str(BIN / "printkit"), "export", str(SAMPLE), "-o", str(pdf)],
            [str(BIN / "weasyprint"), "--pdf-variant", "pdf/a-3a", str(page), str(pdf)],
            bar=1.0,
        )


def _compare(what: str, ours: list[str], theirs: list[str], bar: float) -> None:
    pairs = [(_seconds(ours), _seconds(theirs)) for _ in range(ROUNDS + 1)][1:]
    mine, other = (median(times) for times in zip(*pairs, strict=True))
    ratio = median(a / b for a, b in pairs)
    verdict = "within" if ratio <= bar else "OVER"
    print(f"{what}: {ratio:.3f} ({verdict} {bar}); {mine:.3f} s to {other:.3f} s")


def _seconds(command: list[str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - start


def _compiled() -> bool:
    spec = find_spec("weasyprint")
    return bool(spec and spec.origin and Path(cache_from_source(spec.origin)).exists())


def _page_for_weasyprint(folder: Path) -> Path:
    """The sample's page markup with the theme's styles, as files that the command can read."""
    styles = folder / "styles"
    shutil.copytree(STYLES, styles)
    for sheet in styles.rglob("*.css"):
        sheet.write_text(
            re.sub(r'url\("(font:[^"]+)"\)', lambda m: _on_disk(m[1], folder), sheet.read_text())
        )
    theme = styles / find_theme("broadsheet").path.relative_to(STYLES)
    markup = printkit.export(SAMPLE).markup
    link = f'<link rel="stylesheet" href="{theme.as_uri()}">'
    page = folder / "page.html"
    page.write_text(markup.replace("</head>", f"{link}</head>"))
    return page


def _on_disk(font: str, folder: Path) -> str:
    path = folder / f"{hashlib.sha256(font.encode()).hexdigest()[:16]}.ttf"
    path.write_bytes(read_font(font))
    return f'url("{path.as_uri()}")'


if __name__ == "__main__":
    main()
