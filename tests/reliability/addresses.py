"""Suite: forbidden addresses, names and redirects, good ones, slow ones, and packed bombs.

Nobody is asked in earnest: the resolver and the connections of the process are replaced, and only a
server of the process itself answers.
"""

import ipaddress
import json
import random
import sys
from collections.abc import Iterator
from typing import Any

from tests.reliability.cases import Case, Setting
from tests.support.forbidden_addresses import FORBIDDEN, spell
from tests.support.paths import CHECKOUT
from tests.support.watched_commands import start

_SECONDS = 3.0
_LATE = 1.0  # seconds after the deadline, in which an address must have its end
_GROWTH = 50.0  # megabytes that a packed bomb may cost
_GOOD = ("8.8.8.8", "1.1.1.1", "[2606:4700::6810:84e5]", "93.184.215.14")
Try = dict[str, Any]


def try_addresses(setting: Setting) -> Iterator[Case]:
    """Yield a case for each address, name and redirect."""
    chance = random.Random(setting.seed)
    tries = setting.pick([*_addresses(chance), *_names(chance), *_redirects(chance)])
    tries += [*_good_ones(), *_slow_ones(), *_bombs()]
    lines = "\n".join(map(json.dumps, tries)).encode()
    command = [sys.executable, "-m", "tests.reliability.fetching"]
    ran = start(command, CHECKOUT, {"PYTHONPATH": str(CHECKOUT)}, lines).wait(900)
    told = [json.loads(line) for line in ran.output.splitlines()]
    for number, one in enumerate(tries):
        if number >= len(told):
            yield Case(one["row"], one["name"], (f"no end: {ran.errors[-200:]}",))
            continue
        end = told[number]
        yield Case(
            one["row"], one["name"], tuple(_faults_of(one, end)), end["seconds"], end["megabytes"]
        )


def _faults_of(one: Try, told: dict[str, Any]) -> Iterator[str]:
    asked = set(told["asked"])
    if told["seconds"] > one["seconds"] + _LATE:
        yield f"took {told['seconds']:.1f} of {one['seconds']:.0f} seconds"
    if one["row"] == "bombs" and told["growth"] > _GROWTH:
        yield f"took {told['growth']:.0f} MB"
    if one["row"] == "good addresses":
        if not asked:
            yield f"was not asked: {told['end']}"
        return
    if told["end"] == "fetched":
        yield "was fetched"
    if strangers := asked - ({"127.0.0.1"} if one["answer"] else set()):
        yield f"asked {sorted(strangers)}"


def _try(row: str, name: str, url: str = "", **more: Any) -> Try:
    plain: Try = {"names": {}, "answer": "", "seconds": _SECONDS}
    return plain | {"row": row, "name": name, "url": url} | more


def _some_address(chance: random.Random) -> str:
    """Return an address of a forbidden network in one of its spellings."""
    block = ipaddress.ip_network(chance.choice(FORBIDDEN))
    address = block[chance.randrange(block.num_addresses)]
    return spell(address, chance) if address.version == 4 else f"[{address}]"


def _addresses(chance: random.Random) -> Iterator[Try]:
    for _ in range(150):
        url = f"{chance.choice(('http', 'HTTPS'))}://{_some_address(chance)}/a.jpg"
        yield _try("forbidden addresses", url, url)


def _names(chance: random.Random) -> Iterator[Try]:
    for number in range(75):
        block = ipaddress.ip_network(chance.choice(FORBIDDEN))
        bad = str(block[chance.randrange(block.num_addresses)])
        # The third name changes its address after the first question.
        answers = chance.choice([[[bad]], [["8.8.8.8", bad]], [[bad], ["8.8.8.8"]]])
        host = f"n{number}.example.org"
        told = f"{host} is {answers}"
        yield _try("forbidden names", told, f"http://{host}/a.jpg", names={host: answers})


def _redirects(chance: random.Random) -> Iterator[Try]:
    for _ in range(75):
        place = f"{chance.choice(('http', 'https', 'HTTP'))}://{_some_address(chance)}/a.jpg"
        yield _try("forbidden redirects", f"to {place}", answer=place)
    for place in ("file:///etc/hostname", "ftp://8.8.8.8/a", "http://u:p@8.8.8.8/", "http://[::1"):
        yield _try("forbidden redirects", f"to {place}", answer=place)


def _good_ones() -> Iterator[Try]:
    for host in _GOOD:
        yield _try("good addresses", host, f"http://{host}/a.jpg")
    name = {"good.example.org": [["93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c"]]}
    yield _try("good addresses", "a name", "http://good.example.org/a.jpg", names=name)


def _slow_ones() -> Iterator[Try]:
    yield _try("slow ones", "a resolver of 20 seconds", "http://slow.example.org/a.jpg")
    for answer in ("a drip", "a silence"):
        yield _try("slow ones", answer, answer=answer)


def _bombs() -> Iterator[Try]:
    for coding in ("gzip", "deflate", "br", "gzip, gzip", "br, gzip"):
        yield _try("bombs", coding, answer=coding, seconds=30.0)
