"""The quick start: WeasyPrint works as before, starts sooner, and Python stays unchanged."""

import subprocess
import sys

LOOK = """
import ctypes.util, sys
find = ctypes.util.find_library
from printkit.press.startup import hasten_weasyprint
hasten_weasyprint()
hasten_weasyprint()
assert "weasyprint" not in sys.modules
from printkit.press import engine
assert not [one for one in sys.meta_path if type(one).__module__.startswith("printkit")]
assert ctypes.util.find_library is find
assert "fontTools.subset" not in sys.modules
assert "fontTools.varLib.instancer" not in sys.modules
import weasyprint
from weasyprint.pdf import fonts
from fontTools.ttLib import TTFont
from io import BytesIO
from printkit.press.fonts import read_font
variable = read_font("font:libre-franklin/LibreFranklin[wght].ttf")
cut = fonts.instantiateVariableFont(TTFont(BytesIO(variable)), {"wght": 600})
assert "fvar" not in cut
options = fonts.subset.Options(retain_gids=True)
assert options.retain_gids
print(len(weasyprint.HTML(string="<p>page").render().pages))
"""


def test_weasyprint_works_after_it() -> None:
    """WeasyPrint prints, placeholders call real functions, the standard library is unchanged."""
    run = subprocess.run([sys.executable, "-c", LOOK], capture_output=True, text=True)

    assert (run.stdout, run.stderr) == ("1\n", "")


def test_help_needs_no_engine() -> None:
    """`printkit --help` imports nothing heavier than click."""
    heavy = [
        "weasyprint",
        "pydantic",
        "lxml",
        "PIL",
        "jinja2",
        "babel",
        "nh3",
        "pypdf",
        "pypdfium2",
        "rich",
        "segno",
        "requests",
    ]
    look = f"""
import sys
from click.testing import CliRunner
from printkit.cli import main
assert CliRunner().invoke(main, ["--help"]).exit_code == 0
print([name for name in {heavy} if name in sys.modules])
"""
    run = subprocess.run([sys.executable, "-c", look], capture_output=True, text=True)

    assert (run.stdout, run.stderr) == ("[]\n", "")
