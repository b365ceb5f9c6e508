"""A command starts its worker before anything else is imported."""

import subprocess
import sys

import pytest


@pytest.mark.parametrize(("trusted", "expected"), [(True, "0 True"), (False, "1 False")])
def test_one_worker_is_started_in_advance(trusted: bool, expected: str) -> None:
    """Trusted work needs no worker, but the quick import of the engine."""
    code = (
        "import sys\n"
        "from printkit.cli.beginning import begin_printing\n"
        "from printkit.workers import idle\n"
        f"begin_printing(trusted={trusted})\n"
        "print(sum(map(len, idle._waiting.values())), 'printkit.press.startup' in sys.modules)\n"
        "idle.dismiss()\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == expected
