"""Two routes of the suite of hostile bodies: each body has a command of its own.

`export` prints a body to one file; `digest` binds a body between two good records. The commands of
ten bodies run in one process, one after the other.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from tests.ledger import Ledger, unaccounted_files, unaccounted_records, wrong_pages
from tests.reliability.cases import Case, Setting, faults_of_end
from tests.reliability.hostile_bodies import Hostile
from tests.reliability.in_turn import run_in_turn
from tests.reliability.judges import GOOD, Records, find_faults_of_group, find_faults_of_record
from tests.support.watched_commands import Ran


class LoneRoute(NamedTuple):
    """A command for one body.

    Attributes:
        name: the name of the route.
        words: the arguments; `{}` is the folder of the body.
        neighbours: the number of good records around the body.
    """

    name: str
    words: str
    neighbours: int


LONE_ROUTES = (
    LoneRoute("export one", "export {}/in.jsonl -o {}/a.pdf --report {}/r.json", 0),
    LoneRoute(
        "a digest of three", "digest {}/in.jsonl -o {}/a.pdf --title T --report {}/r.json", 2
    ),
)


def try_alone(setting: Setting, route: LoneRoute, numbers: Sequence[int]) -> Iterator[Case]:
    """Yield a case for each body of a group; `numbers` are places in the list of all bodies."""
    with setting.open_ledger() as ledger:
        made = setting.hostile(ledger)
        hostile = [made[number] for number in numbers]
        tries = [_with_neighbours(route, record) for _, record in hostile]
        commands = [_write(ledger, setting, route, *one) for one in enumerate(tries)]
        longest = setting.longest(1 + bool(route.neighbours))
        ran, ends = run_in_turn(ledger, commands, longest * len(tries))
        shared = [*faults_of_end(ran, setting, (0,)), *ledger.find_traces(ran)]
        for place, (one, records) in enumerate(zip(hostile, tries, strict=True)):
            own = ["the command has no end"]
            if place < len(ends):
                own = _faults_of(ledger, setting, place, one, records, ends[place], longest)
            seconds = ends[place].seconds if place < len(ends) else ran.seconds
            yield Case(route.name, one[0], (*shared, *own), seconds, ran.megabytes)


def _with_neighbours(route: LoneRoute, record: dict[str, Any]) -> Records:
    return [GOOD[0], record, GOOD[1]] if route.neighbours else [record]


def _write(
    ledger: Ledger, setting: Setting, route: LoneRoute, place: int, records: Records
) -> list[str]:
    """Write the records of a command, and return its arguments."""
    folder = ledger.folder / str(place)
    folder.mkdir()
    (folder / "in.jsonl").write_text("\n".join(map(json.dumps, records)), encoding="utf-8")
    words = route.words.replace("{}", str(place)).split()
    return [*words, *setting.limits(words[0])]


def _faults_of(
    ledger: Ledger,
    setting: Setting,
    place: int,
    hostile: Hostile,
    records: Records,
    end: Ran,
    longest: float,
) -> list[str]:
    faults = faults_of_end(end, setting)
    if end.seconds > longest:
        faults.append(f"took {end.seconds:.0f} seconds")
    path = ledger.folder / str(place) / "r.json"
    if not path.is_file():
        return [*faults, f"there is no report: {end.errors[-200:]}"]
    told = json.loads(path.read_text(encoding="utf-8"))
    accounts: list[Mapping[str, Any]] = sorted(told["records"], key=lambda one: str(one["record"]))
    bound = [told["digest"]] if told.get("digest") else []
    others = [one for one in ledger.folder.rglob("*.pdf") if one.parent != path.parent]
    faults += unaccounted_records(len(records), accounts)
    faults += unaccounted_files(ledger.folder, accounts, bound, others)
    faults += [fault for digest in bound for fault in wrong_pages(ledger.folder, digest)]
    faults += find_faults_of_group(records, accounts)
    return faults + find_faults_of_record(hostile[1], records, accounts)
