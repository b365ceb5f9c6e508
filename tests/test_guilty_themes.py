"""A theme with which no article can be printed ends each kind of run, and is named."""

import json
from pathlib import Path

import pytest

from printkit import export, export_many
from printkit.edition.limits import Limits
from printkit.errors import PressError, ThemeError
from printkit.files.kept_run import KeptRun
from printkit.pipeline.checking import check
from printkit.pipeline.digest import digest
from printkit.press.theme_trial import SAMPLE
from printkit.report import Account
from tests.support.hostile_themes import write_hostile_theme
from tests.support.own_templates import write_templates
from tests.support.own_themes import write_theme
from tests.support.sample_records import PLAIN, TEN

BROKEN = "p { line-clamp: 0 }"
NAMED = r"the theme .*ours\.css: no article can be printed"


def test_many_records_end_after_two(tmp_path: Path) -> None:
    """Two records have accounts, and the manifest says that the run has not ended."""
    accounts: list[Account] = []
    out = tmp_path / "out"
    run = export_many(TEN, out, theme=write_theme(tmp_path, BROKEN), manifest=True, trusted=True)
    with pytest.raises(ThemeError, match=NAMED):
        accounts.extend(run)
    assert [one.status for one in accounts] == ["failed", "failed"]
    assert not KeptRun(out).ended


def test_records_that_fail_by_themselves_end_no_run(tmp_path: Path) -> None:
    """The theme prints the sample, so the third record is printed."""
    bad = {**PLAIN, "body": "<dl><dt>Salt</dt><dd>Two sacks.</dd></dl>"}
    theme = write_theme(tmp_path, "dd { line-clamp: 0 }")
    accounts = list(export_many([bad, bad, PLAIN], tmp_path, theme=theme, trusted=True))
    assert [one.status for one in accounts] == ["failed", "failed", "ok"]


@pytest.mark.slow
def test_a_digest_names_the_theme(tmp_path: Path) -> None:
    """Two records are lost, each in four seconds of processor time; no stubs are bound."""
    theme = str(write_hostile_theme(tmp_path, "flex everywhere"))
    records = [SAMPLE.model_copy(update={"headline": f"Ship {n}"}) for n in range(3)]
    with pytest.raises(ThemeError, match=NAMED):
        digest(records, theme=theme, limits=Limits(processor_time=4), cache=False)


@pytest.mark.slow
def test_a_lost_record_of_one_tries_the_theme(tmp_path: Path) -> None:
    """The record is killed after five seconds of processor time, and the sample after it."""
    theme = str(write_hostile_theme(tmp_path, "flex everywhere"))
    with pytest.raises(ThemeError, match=NAMED):
        export(SAMPLE, theme=theme, limits=Limits(processor_time=5))


def test_a_record_that_is_too_much_for_its_limits_stays_guilty(tmp_path: Path) -> None:
    """The theme prints the sample."""
    theme = write_theme(tmp_path, "p { color: red }")
    long = {**PLAIN, "body": "<p>One and two.</p>" * 15_000}
    with pytest.raises(PressError, match="took more than 4 seconds of processor time") as caught:
        export(long, name="long", theme=theme, limits=Limits(processor_time=4))
    assert caught.value.where == "long"


@pytest.mark.slow
def test_a_check_names_templates_that_lose_two_records(tmp_path: Path) -> None:
    """The templates hold 300 MB of text, and the workers may take 450 MB."""
    lines = tmp_path / "a.json"
    lines.write_text(json.dumps(TEN[:3]))
    text = "{% set x = '\U0001f600' %}" + "{% set x = x ~ x %}" * 23
    copies = "".join(f"{{% set a{n} = x ~ '{n}' %}}" for n in range(9))
    templates = write_templates(
        tmp_path, article=f"{text}{copies}{{% extends 'base/article.html' %}}"
    )
    accounts: list[Account] = []
    with pytest.raises(ThemeError, match=r"the templates .*: no article can be printed"):
        accounts.extend(check(lines, templates=templates, limits=Limits(memory=450)))
    assert [one.status for one in accounts] == ["crashed", "crashed"]
