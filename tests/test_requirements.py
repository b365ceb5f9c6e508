"""The requirements of printkit: pinned for the tests, declared where imported, free to ship."""

import re
import tomllib
from collections.abc import Iterable
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.support.paths import CHECKOUT
from tests.support.source_code import list_imports, list_modules

PROJECT = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
EXTRAS = PROJECT["optional-dependencies"]
SHIPPED = [*PROJECT["dependencies"], *EXTRAS["fetch"], *EXTRAS["remote"], *EXTRAS["dask"]]
ALL = [*SHIPPED, *EXTRAS["dev"]]

FREE = re.compile(
    r"\b(Apache|BSD|HPND|ISC|ISCL|MIT|MIT-0|MIT-CMU|MPL|Mozilla|OFL|PSF|PSFL|Python Software)\b"
)
COPYLEFT = re.compile(r"\b[AL]?GPL|General Public")
# A package that is offered under several licences, with the licence that we take.
CHOSEN = {"pyphen": "MPL-1.1"}


def pins(constraints: str) -> dict[str, str]:
    """Return the version of every package in constraints.txt, by its canonical name."""
    lines = [line for line in constraints.splitlines() if line and not line.startswith("#")]
    assert all(re.fullmatch(r"[A-Za-z0-9._-]+==[0-9][A-Za-z0-9.]*", line) for line in lines)
    return {
        canonicalize_name(name): version for name, version in (line.split("==") for line in lines)
    }


def asked(requirements: Iterable[str], extra: str = "") -> list[Requirement]:
    """Return the requirements that hold on this machine."""
    wanted = map(Requirement, requirements)
    return [one for one in wanted if not one.marker or one.marker.evaluate({"extra": extra})]


def closure(requirements: Iterable[str]) -> set[str]:
    """Return the canonical names of all packages that are installed for the requirements."""
    waiting, seen = asked(requirements), set[tuple[str, str]]()
    while waiting:
        one = waiting.pop()
        for extra in ("", *one.extras):
            if (one.name, extra) not in seen:
                seen.add((one.name, extra))
                waiting += asked(metadata.requires(one.name) or [], extra)
    return {canonicalize_name(name) for name, _ in seen}


def licence_of(about: metadata.PackageMetadata) -> str:
    """Return the words of a package on its licence, from three places."""
    fields = ("License-Expression", "License", "Classifier")
    told = [one.partition("\n")[0] for field in fields for one in about.get_all(field, [])]
    return "; ".join(one for one in told if "::" not in one or one.startswith("License ::"))


def objection(name: str, licence: str) -> str:
    """Return why a package may not ship with printkit; empty if it may."""
    licence = CHOSEN.get(name, licence)
    if COPYLEFT.search(licence):
        return f"{name} is under a copyleft licence: {licence}"
    return (
        "" if FREE.search(licence) else f"{name} says nothing that is known to be free: {licence}"
    )


def test_every_requirement_is_pinned_within_its_bounds() -> None:
    """The tests run with versions that pyproject.toml allows."""
    pinned = pins((CHECKOUT / "constraints.txt").read_text(encoding="utf-8"))
    assert len(asked(ALL)) > 30
    for one in asked(ALL):
        version = pinned.get(canonicalize_name(one.name), "")
        assert version, f"{one.name} is not in constraints.txt"
        assert version in one.specifier, f"{one.name}: {version} is not {one.specifier}"


def test_everything_installed_for_printkit_is_pinned() -> None:
    """A package without a pin could change between two runs."""
    pinned = pins((CHECKOUT / "constraints.txt").read_text(encoding="utf-8"))
    assert closure(ALL) - pinned.keys() == set()


def test_every_requirement_has_a_lower_bound_and_only_the_press_an_upper_one() -> None:
    """Upper bounds keep users from security releases."""
    for one in map(Requirement, ALL):
        signs = {bound.operator for bound in one.specifier}
        assert signs == ({">=", "<"} if one.name == "weasyprint" else {">="}), one


def test_what_is_imported_is_asked_for() -> None:
    """No import relies on a package that happens to be installed for another package."""
    homes = metadata.packages_distributions()
    packages = {
        name.partition(".")[0]
        for path in list_modules(CHECKOUT).values()
        for name in list_imports(path)
    }
    ours = {canonicalize_name(home) for name in packages for home in homes.get(name, [])}
    assert "weasyprint" in ours
    assert ours - {"printkit-press"} <= closure(SHIPPED)


def test_nothing_that_ships_is_copyleft_or_unknown() -> None:
    """Under BSD, users may use printkit and its packages freely."""
    names = closure(SHIPPED)
    assert {"weasyprint", "brotli", "fontpkg-amiri", "urllib3"} <= names
    told = {name: licence_of(metadata.metadata(name)) for name in names}
    assert [why for name in sorted(names) if (why := objection(name, told[name]))] == []


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ("License-Expression: AGPL-3.0-only", "nonesuch is under a copyleft licence"),
        (
            "Classifier: License :: OSI Approved :: GNU General Public License v3 (GPLv3)",
            "nonesuch is",
        ),
        ("License: proprietary", "nonesuch says nothing"),
        ("Summary: MIT", "nonesuch says nothing"),
        ("License-Expression: MIT", ""),
        ("Classifier: License :: OSI Approved :: BSD License", ""),
    ],
)
def test_a_licence_that_cannot_ship_is_objected_to(tmp_path: Path, fields: str, why: str) -> None:
    """All places for a licence are read; a package without a licence may not ship."""
    (tmp_path / "METADATA").write_text(f"Metadata-Version: 2.4\nName: nonesuch\n{fields}\n")
    told = licence_of(metadata.PathDistribution(tmp_path).metadata)
    assert objection("nonesuch", told).startswith(why)
    assert bool(objection("nonesuch", told)) == bool(why)


def test_the_pins_are_plain() -> None:
    """A pin is a name and a version: addresses, hashes and bounds are refused."""
    assert pins("# why\nJinja2==3.1.6\n") == {"jinja2": "3.1.6"}
    for line in ("jinja2>=3", "jinja2 @ https://example.org/j.whl", "jinja2==3 --hash=sha256:0"):
        with pytest.raises(AssertionError):
            pins(line)
