"""Judge the report of pip-audit: gives the sentences to print, and whether `make audit` passes.

A release that is known to be unsafe fails. Where the index of advisories cannot be asked, nothing
is known: the sentence says so in capitals, and `make audit` passes.
"""

from collections.abc import Mapping
from typing import Any, NamedTuple


class Verdict(NamedTuple):
    """The end of an audit.

    Attributes:
        passes: False if a pinned release has a known hole.
        sentences: to print, in this order.
    """

    passes: bool
    sentences: tuple[str, ...]


def judge(report: Mapping[str, Any] | None, why: str = "") -> Verdict:
    """Return the verdict on a report of pip-audit in JSON.

    Args:
        report: the report; None if there is none.
        why: the reason why there is no report.
    """
    if report is None:
        return Verdict(True, (_warn(f"nothing was audited: {why}"),))
    packages = report["dependencies"]
    skipped = [one for one in packages if "skip_reason" in one]
    holes = [_tell(one, hole) for one in packages for hole in one.get("vulns", ())]
    sentences = [f"{len(packages) - len(skipped)} of {len(packages)} pinned packages were audited"]
    if skipped:
        sentences.append(_warn(f"{len(skipped)} packages: {skipped[0]['skip_reason']}"))
    return Verdict(not holes, (*sentences, *holes))


def _tell(package: Mapping[str, Any], hole: Mapping[str, Any]) -> str:
    names = ", ".join([hole["id"], *hole.get("aliases", ())])
    cure = " or ".join(hole["fix_versions"]) or "no release yet"
    return f"{package['name']} {package['version']} is unsafe ({names}); mended in {cure}"


def _warn(words: str) -> str:
    return f"NOT AUDITED: {words}. Run `make audit` again where the index can be reached."
