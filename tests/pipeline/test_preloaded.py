"""The module that forked processes import beforehand."""

import subprocess
import sys


def test_it_brings_the_press_along() -> None:
    """The import of `preloaded` imports the press, so that forked processes need not."""
    code = (
        "import printkit.pipeline.preloaded, sys, gc;"
        "print(*(name in sys.modules for name in ('weasyprint', 'printkit.press.engine')));"
        "print(gc.get_freeze_count() > 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["True", "True", "True"]
