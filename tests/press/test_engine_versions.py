"""Versions of the engines: another version is refused, and both versions are named."""

import pytest
import weasyprint

from printkit.errors import EditionError
from printkit.press.engine_versions import engine_versions, refuse_other_versions


def test_the_engines_have_versions() -> None:
    """Packages of an extra are no engines: pages do not depend on them."""
    found = engine_versions()
    assert found["weasyprint"] == weasyprint.__version__
    assert {"printkit-press", "pydyf", "pypdf", "pikepdf", "Python", "Pango"} <= set(found)
    assert found["Pango"][0].isdigit()
    assert not {"requests", "pytest"} & set(found)


def test_other_versions_are_refused_with_both_named() -> None:
    """A package that is not there has no version."""
    ours = {"weasyprint": "70.0", "pydyf": "0.11", "pypdf": "7.1.1"}
    refuse_other_versions(ours, dict(ours), "worker a")
    with pytest.raises(EditionError) as caught:
        refuse_other_versions(ours, {"weasyprint": "70.1", "pydyf": "0.11"}, "worker a")
    assert caught.value.problems == (
        "weasyprint is 70.0 here, and 70.1 on the worker",
        "pypdf is 7.1.1 here, and not known on the worker",
    )
    assert caught.value.where == "worker a"
