"""Conformance: veraPDF over what the tests print.

python -m tests.conformance [FOLDER]

Prints the snippets of the tagging tests, the samples, and the corpus where it is there,
into the folder (else a temporary one), and has veraPDF check them all: snippets against
PDF/UA-1, articles against PDF/UA-1 and PDF/A-3A. Articles are printed twice, by two
processes in opposite orders, and must come out the same to the byte. An article with
characters that no font here has claims nothing; the output names the article without a check.

Digests are checked, too: the sample week on pages of their own and flowing on, an issue from
right to left, a digest of the corpus, and a digest that holds two other digests. A digest with
somebody else's untagged pages must claim nothing.

Texts in forty languages are checked alone and in one digest. poppler and PDFium must give back
each printed text.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import printkit
from printkit.inspect import inspect
from printkit.remarks import Remark
from printkit.report import Digest
from tests.conformance import verapdf
from tests.support import sample_digests
from tests.support.imposition_pdfs import make_numbered_pdf, save_pdf
from tests.support.languages import find_unread, load_texts, make_record
from tests.support.paths import CHECKOUT, CORPUS
from tests.support.snippet_trees import TREES
from tests.support.tagged_snippets import print_snippet
from tests.support.text_behind import find_told_twice, find_unmapped_glyphs

SAMPLES = CHECKOUT / "tests" / "samples"
RECORDS = {".json", ".md", ".txt"}


def main(folder: Path) -> int:
    """Print, check, tell, and return the exit status."""
    records = sorted(path for path in SAMPLES.iterdir() if path.suffix in RECORDS)
    records += sorted(CORPUS.glob("articles/*.json"))
    orders = {"forth": records, "back": records[::-1]}
    first, second = (
        _accounts(folder / name, order, seed)
        for seed, (name, order) in enumerate(orders.items(), start=1)
    )
    differing = sorted(name for name in first if first[name]["sha256"] != second[name]["sha256"])
    failed = [account["record"] for account in first.values() if account["status"] != "ok"]
    boxed = {Path(one["output"]) for one in first.values() if _codes(one) & {"PK502"}}
    complete = [path for path in sorted((folder / "forth").glob("*.pdf")) if path not in boxed]
    statuses = (
        verapdf.told("ua1", _snippets(folder)),
        verapdf.told("ua1,3a", complete),
        _digests(folder / "digests"),
        _languages(folder / "languages"),
    )
    _tell(f"{len(first)} records, {len(failed)} not printed", failed)
    _tell(f"{len(boxed)} with characters no font here has", [str(path) for path in sorted(boxed)])
    _tell(f"{len(differing)} differ when printed again by another process", differing)
    return 1 if failed or differing or any(statuses) or len(first) < len(records) else 0


def _snippets(folder: Path) -> list[Path]:
    """Print the snippets of the tagging tests, each to a file."""
    paths = [folder / f"snippet-{number:02}.pdf" for number in range(len(TREES))]
    for path, body in zip(paths, TREES, strict=True):
        path.write_bytes(print_snippet(body).pdf)
    return paths


def _digests(folder: Path) -> int:
    """Print digests, have them checked, tell, and return the exit status."""
    folder.mkdir(parents=True, exist_ok=True)
    wanted = {
        "week": sample_digests.load_week(),
        "flow": sample_digests.load_week().with_choices(start="flow"),
        "rightward": sample_digests.make_right_to_left_issue(),
        "corpus": sample_digests.load_corpus(),
    }
    made = {
        name: printkit.digest(records, folder / f"{name}.pdf", jobs=None, **choices)
        for name, (records, choices) in wanted.items()
        if records
    }
    made["joined"] = _join_own_files(folder, folder / "week.pdf", folder / "rightward.pdf")
    boxed = [name for name, digest in made.items() if _lacks_glyphs(digest)]
    _tell(f"{len(boxed)} digests with characters no font here has", boxed)
    status = verapdf.told("ua1,3a", [folder / f"{name}.pdf" for name in made if name not in boxed])
    claims = _claims_beside_a_foreign_pdf(folder)
    _tell(f"{len(claims)} claims beside somebody else's untagged pages", list(claims))
    return status or len(claims)


def _languages(folder: Path) -> int:
    """Print texts in many languages, check the files, read them back, return the exit status."""
    folder.mkdir(parents=True, exist_ok=True)
    made = {one: printkit.export(make_record(one)) for one in load_texts()}
    whole = [one for one, result in made.items() if not _codes_of(result.remarks) & {"PK502"}]
    for language in whole:
        (folder / f"{language}.pdf").write_bytes(made[language].pdf)
    _tell("languages with no face here", sorted(made.keys() - set(whole)))
    records = [make_record(language) for language in whole]
    bound = printkit.digest(records, folder / "digest.pdf", title="Languages", language="en")
    unread = [one for language in whole for one in find_unread(made[language].pdf, [language])]
    unread += find_unread(bound.pdf, whole)
    _tell(f"{len(unread)} texts not read back", [" ".join(one) for one in unread])
    faults = [
        language
        for language, pdf in {**{one: made[one].pdf for one in whole}, "digest": bound.pdf}.items()
        if find_told_twice(pdf) or find_unmapped_glyphs(pdf)
    ]
    _tell(f"{len(faults)} files with a glyph without text, or a text told twice", faults)
    paths = [*(folder / f"{one}.pdf" for one in whole), folder / "digest.pdf"]
    return verapdf.told("ua1,3a", paths) or len(unread) + len(faults)


def _codes_of(remarks: Iterable[Remark]) -> set[str]:
    return {remark.code for remark in remarks}


def _join_own_files(folder: Path, *ours: Path) -> Digest:
    """Print a digest that holds digests of printkit, and the stub of a missing file."""
    records, choices = sample_digests.make_linked_issue(2)
    joined = [*ours, folder / "missing.pdf"]
    return printkit.digest(records, folder / "joined.pdf", append=joined, **choices)


def _lacks_glyphs(digest: Digest) -> bool:
    remarks = [*digest.remarks, *(one for each in digest.accounts for one in each.remarks)]
    return any(remark.code == "PK502" for remark in remarks)


def _claims_beside_a_foreign_pdf(folder: Path) -> tuple[str, ...]:
    """Return the standards that a digest with untagged pages claims."""
    advert = folder / "advert.pdf"
    advert.write_bytes(save_pdf(make_numbered_pdf(2)))
    records, choices = sample_digests.make_linked_issue(2)
    return inspect(printkit.digest(records, append=[str(advert)], **choices).pdf).claims


def _accounts(folder: Path, records: list[Path], seed: int) -> dict[str, dict[str, Any]]:
    """Print the records as a user would, in a process of its own; the report by record."""
    folder.mkdir(parents=True, exist_ok=True)
    report = folder / "report.json"
    command = [sys.executable, "-m", "printkit", "export", *map(str, records)]
    run = subprocess.run(
        [*command, "-d", str(folder), "--report", str(report)],
        env={**os.environ, "PYTHONHASHSEED": str(seed)},
        check=False,
        capture_output=True,
        text=True,
    )
    if not report.is_file():
        raise SystemExit(f"the export ended with {run.returncode}: {run.stderr[-2000:]}")
    return {one["record"]: one for one in json.loads(report.read_text())["records"]}


def _codes(account: dict[str, Any]) -> set[str]:
    return {remark["code"] for remark in account["remarks"]}


def _tell(what: str, names: list[str]) -> None:
    print(": ".join((what, ", ".join(names))) if names else what)  # noqa: T201


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as temporary:
        sys.exit(main(Path(sys.argv[1] if len(sys.argv) > 1 else temporary)))
