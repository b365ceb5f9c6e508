"""A check reads and edits, and prints nothing."""

import json
from pathlib import Path

import pytest

from printkit.edition.limits import Limits
from printkit.errors import ThemeError
from printkit.pipeline.checking import check
from printkit.report import Account
from tests.support.own_templates import write_templates
from tests.support.sample_records import PLAIN, TEN


def test_a_check_prints_nothing_and_says_what_printing_would() -> None:
    """A check gives the same remarks and the same errors as a print."""
    record = {**PLAIN, "colour": "red"}
    (account,) = check(record, "r")
    assert (account.status, account.result) == ("ok", None)
    assert [remark.code for remark in account.remarks] == ["PK201"]
    (refused,) = check({**PLAIN, "status": "canceled"}, "r")
    assert refused.status == "refused"


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
