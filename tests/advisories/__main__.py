"""Look for known holes in the releases that constraints.txt pins: `make audit`.

    python -m tests.advisories PIP_AUDIT

PIP_AUDIT is the program, which has an environment of its own: its packages are no part of printkit.
Exit code 0: no hole is known, or the index cannot be asked. Exit code 1: a release has a hole.
"""

import json
import subprocess
import sys
from pathlib import Path

from tests.advisories.judging import Verdict, judge
from tests.support.paths import CHECKOUT

_LONGEST = 600  # seconds; the index is asked for each package, one after the other


def audit(program: Path) -> Verdict:
    """Run pip-audit on constraints.txt, and judge its report."""
    if not program.is_file():
        return judge(None, "pip-audit could not be installed")
    command = [str(program), "--requirement", "constraints.txt", "--no-deps", "--disable-pip"]
    command += ["--format", "json", "--progress-spinner", "off"]
    try:
        ran = subprocess.run(command, cwd=CHECKOUT, capture_output=True, timeout=_LONGEST)
        return judge(json.loads(ran.stdout))
    except subprocess.TimeoutExpired:
        return judge(None, f"pip-audit did not end in {_LONGEST} seconds")
    except ValueError:
        last = ran.stderr.decode(errors="replace").strip().splitlines()[-1:]
        return judge(None, "".join(last) or "pip-audit wrote no report")


if __name__ == "__main__":
    verdict = audit(Path(sys.argv[1]))
    print(*verdict.sentences, sep="\n")
    sys.exit(not verdict.passes)
