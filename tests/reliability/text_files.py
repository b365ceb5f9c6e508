"""Rows of the suite of hostile bodies: files of plain text and of Markdown beside good records.

A file is read before anything is printed, so a slow reader holds up all records of a run.
"""

import json
import random
from collections.abc import Iterator

from tests.reliability.cases import Case, Setting, faults_of_end, try_all
from tests.support.long_texts import KINDS

_TRIED = 24
_LENGTH = 100_000
_GOOD = 3
_FORMS = {
    "plain text": ("a.txt", "Harbour opens\n\nBy Ana Lima\n\n{}LONDON — Ships came.\n"),
    "a headline": ("a.txt", "Harbour {}\n\nShips came.\n"),
    "Markdown": ("a.md", "---\ntitle: Harbour opens\n---\n\n{}\n\nShips came.\n"),
    "front matter": ("a.md", "---\ntitle: Harbour {}\n---\n\nShips came.\n"),
}


def try_text_files(setting: Setting) -> Iterator[Case]:
    """Yield a case for each file, which stands in a folder with three good records."""
    chance = random.Random(setting.seed)
    kinds = ["spaces", "newlines", *chance.sample(sorted(KINDS), _TRIED // len(_FORMS) - 2)]
    pairs = [(form, kind) for form in _FORMS for kind in kinds]
    yield from try_all(lambda pair: [_try(setting, *pair)], setting.pick(pairs))


def _try(setting: Setting, form: str, kind: str) -> Case:
    name, text = _FORMS[form]
    run = (KINDS[kind] * _LENGTH)[:_LENGTH]
    with setting.open_ledger() as ledger:
        folder = ledger.folder / "in"
        folder.mkdir()
        (folder / name).write_text(text.replace("{}", run), encoding="utf-8")
        for number in range(_GOOD):
            good = {"headline": f"Ship {number}", "language": "en", "body": "<p>She sails.</p>"}
            (folder / f"good-{number}.json").write_text(json.dumps(good))
        asked = ("export", "in", "-d", "out", "--report", "r.json", "--jobs", "2")
        ran = ledger.run(*asked, *setting.limits("export"), seconds=setting.longest(2))
        faults = faults_of_end(ran, setting) + ledger.find_faults(ran, _GOOD + 1, "r.json")
        printed = len(list((ledger.folder / "out").glob("*.pdf")))
    if printed < _GOOD:
        faults.append(f"{printed} of {_GOOD} good records were printed")
    told = f"{_LENGTH:,} characters of {kind} in {form}"
    return Case("text files beside good records", told, tuple(faults), ran.seconds, ran.megabytes)
