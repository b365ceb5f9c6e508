"""`printkit limits`: every limit of the source, as a list and as JSON."""

import json
from pathlib import Path

from printkit.edition.limits import DEFAULTS, Limits, list_limits
from tests.support.command_line import run_command


def test_the_list_has_every_limit() -> None:
    """A line has name, default, unit and purpose."""
    lines = run_command("limits").output.splitlines()
    assert [line.split()[0] for line in lines] == [one.name for one in list_limits()]
    (links,) = (line for line in lines if line.startswith("links "))
    assert links.split(maxsplit=3) == ["links", "5,000", "links:", "printing the links of a body"]


def test_the_json_has_every_limit() -> None:
    """A program reads defaults as numbers."""
    listed = json.loads(run_command("limits", "--json").output)
    assert {one["name"]: one["default"] for one in listed} == vars(DEFAULTS)
    assert {tuple(one) for one in listed} == {("name", "default", "unit", "guards", "value")}


def test_the_value_in_force_is_told_beside_the_default(tmp_path: Path) -> None:
    """printkit.toml sets two limits, and may have other tables."""
    config = tmp_path / "printkit.toml"
    config.write_text('[export]\ntheme = "reader"\n[limits]\nlinks = 7\npatience = 2.5\n')
    lines = run_command("limits", "--config", config).output.splitlines()
    changed = [" ".join(line.split()) for line in lines if "default" in line]
    assert changed == [
        "patience 2.5 seconds: printing one record, or the digest's own pages (default 60)",
        "links 7 links: printing the links of a body (default 5,000)",
    ]
    listed = json.loads(run_command("limits", "--json", "--config", config).output)
    assert {one["name"]: one["value"] for one in listed} == vars(Limits(links=7, patience=2.5))
